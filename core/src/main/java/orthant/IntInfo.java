package orthant;

import java.math.BigInteger;
import orthant.expr.Lane;

/**
 * The limits of an integer type, from {@link Nd#iinfo}.
 *
 * @param dtype the type
 * @param bits the width
 * @param min the smallest number
 * @param max the largest number; of {@code uint64} it does not fit a long
 */
public record IntInfo(DType dtype, int bits, BigInteger min, BigInteger max) {
  static IntInfo of(DType type) {
    if (!type.isInteger()) {
      throw new IllegalArgumentException("iinfo of " + type + "; it must be an integer type, for floating point there is finfo");
    }
    Lane lane = Lane.of(type);
    return new IntInfo(type, type.size() * 8, BigInteger.valueOf(lane.smallest()), new BigInteger(Long.toUnsignedString(lane.largest())));
  }
}
