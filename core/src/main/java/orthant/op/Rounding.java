package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Rounding to integers. Adding 2^52 (2^23) to a magnitude and subtracting it again rounds to nearest, ties to even; zeros keep their sign. */
final class Rounding {
  private Rounding() {}

  private static V magic(V x) {
    return x.same(x.lane() == Lane.F64 ? 0x1p52 : 0x1p23);
  }

  private static V nearest(V magnitude) {
    return magnitude.add(magic(magnitude)).sub(magic(magnitude));
  }

  /** What has no digits after the point stays: numbers from 2^52 on, infinities, NaN. */
  private static V unlessWhole(V x, V roundedMagnitude) {
    return x.abs().lt(magic(x)).select(FloatBits.signed(roundedMagnitude, x), x);
  }

  static V rint(V x) {
    return x.lane().isFloat() ? unlessWhole(x, nearest(x.abs())) : x;
  }

  static V trunc(V x) {
    if (!x.lane().isFloat()) {
      return x;
    }
    V r = nearest(x.abs());
    return unlessWhole(x, x.abs().lt(r).select(r.sub(x.same(1)), r));
  }

  static V floor(V x) {
    if (!x.lane().isFloat()) {
      return x;
    }
    V r = rint(x);
    return x.lt(r).select(r.sub(x.same(1)), r);
  }

  static V ceil(V x) {
    if (!x.lane().isFloat()) {
      return x;
    }
    V r = rint(x);
    // One more than -1 is a zero, which has the sign, too.
    return FloatBits.signed(r.lt(x).select(r.add(x.same(1)), r), x);
  }

  /** The digits after the point, with the number's sign also if they are zero. */
  static V fraction(V x) {
    return FloatBits.isInfinite(x).select(FloatBits.zero(x), FloatBits.copysign(x.sub(trunc(x)), x));
  }
}
