package orthant.op;

import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.V;

/** Shifts by any distance, and counting. */
final class Bits {
  private Bits() {}

  /** Whether a distance is from 0 to the width less 1. */
  private static V fits(V distance) {
    V unsigned = distance.reinterpret(distance.lane().integer(false));
    return unsigned.lt(unsigned.same(8 * distance.lane().bytes()));
  }

  static V left(V a, V distance) {
    V fits = fits(distance);
    return fits.select(a.shl(fits.select(distance, a.same(0))), a.same(0));
  }

  /** Shifted out altogether, a negative number leaves its sign. */
  static V right(V a, V distance) {
    V fits = fits(distance);
    V shifted = a.shr(fits.select(distance, a.same(8 * a.lane().bytes() - 1)));
    return a.lane().isUnsigned() ? fits.select(shifted, a.same(0)) : shifted;
  }

  /** The number of ones in the magnitude. */
  static V count(V a) {
    return a.lane() == Lane.MASK ? a.cast(DType.uint8) : a.abs().bitCount().convert(Lane.U8);
  }
}
