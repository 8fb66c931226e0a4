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

  /** The number of ones in the magnitude: in pairs, in fours, in bytes, then of all bytes. */
  static V count(V a) {
    if (a.lane() == Lane.MASK) {
      return a.cast(DType.uint8);
    }
    V x = a.abs();
    x = x.reinterpret(x.lane().integer(false));
    x = x.sub(x.shr(1).and(pattern(x, 0x55)));
    x = x.and(pattern(x, 0x33)).add(x.shr(2).and(pattern(x, 0x33)));
    x = x.add(x.shr(4)).and(pattern(x, 0x0f));
    for (int width = 8; width < 8 * x.lane().bytes(); width *= 2) {
      x = x.add(x.shr(width));
    }
    return x.convert(Lane.U8).and(x.code().constant(Lane.U8, 0x7f));
  }

  private static V pattern(V like, int b) {
    return like.code().constant(like.lane(), like.lane().wrap(b * 0x0101010101010101L));
  }
}
