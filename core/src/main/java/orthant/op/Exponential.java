package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/**
 * Exponential functions as expressions over exact primitives.
 *
 * <p>x = k ln 2 + r with |r| &lt;= ln(2)/2, e^r = 1 + r (1 + r q(r)) with a minimax polynomial q (relative error of e^r 2^-56 in
 * binary64, 2^-27 in binary32; of e^r - 1 2^-60 and 2^-28), the result scaled by 2^k in two steps so that subnormal results are rounded once. No
 * table, no conversion between integers and floating point: k is read off the low bits after adding 1.5 * 2^52, a
 * rounding that is exact on every machine.
 */
final class Exponential {
  private static final double[] Q64 = {
    0x1.000000000000bp-1,
    0x1.5555555555561p-3,
    0x1.5555555550035p-5,
    0x1.111111110d62ap-7,
    0x1.6c16c185a638dp-10,
    0x1.a01a01bae9982p-13,
    0x1.a0199696abb0fp-16,
    0x1.71dddfb75fadfp-19,
    0x1.28b04677a1e8ep-22,
    0x1.af85ad8ec9de6p-26
  };
  private static final double[] Q32 = {
    0.5000000095119201,
    0.1666651884350666,
    0.041666206047268756,
    0.008368889074998805,
    0.001395047532578542
  };
  /** q again, for e^r - 1 to be exact near 0. */
  private static final double[] NEAR0_64 = {
    0.5,
    0x1.5555555555559p-3,
    0x1.555555555555ap-5,
    0x1.111111110f6afp-7,
    0x1.6c16c16c14455p-10,
    0x1.a01a01afe517dp-13,
    0x1.a01a01b0b5cdbp-16,
    0x1.71ddf8539103cp-19,
    0x1.27e4c5a22c901p-22,
    0x1.af5ebf64b0e83p-26,
    0x1.1f956373fd188p-29
  };
  private static final double[] NEAR0_32 = {
    0.5,
    0.1666666716337204,
    0.04166635498404503,
    0.008333273231983185,
    0.0013941009528934956,
    0.00019914245058316737
  };
  /** (2^r - 1) / r, to 34 bits. */
  private static final double[] QUICK = {
    0x1.62e42fef7af00p-1,
    0x1.ebfbe07ab7664p-3,
    0x1.c6b08df542405p-5,
    0x1.3b29f0feeebacp-7,
    0x1.5d8722cc7e7fap-10,
    0x1.445e6a13449bap-13,
    0x1.00f1abfb51467p-16
  };
  private static final double PER_LN2 = 0x1.71547652b82fep0;
  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final double LN2_REST = 0x1.abc9e3b39803fp-56;

  private Exponential() {}

  static boolean wide(V x) {
    return x.lane() == Lane.F64;
  }

  /** A number between two others; NaN stays. */
  static V clamp(V x, double bottom, double top) {
    return atLeast(x.same(top).lt(x).select(x.same(top), x), bottom);
  }

  private static V atLeast(V x, double bottom) {
    return x.lt(x.same(bottom)).select(x.same(bottom), x);
  }

  /**
   * A number rounded to an integer.
   *
   * @param shifted with a number added that rounds it, and after which the low bits hold the integer plus twice the bias of exponents
   * @param k the integer in floating point
   */
  record Whole(V shifted, V k) {
    /** The nearest integer to a multiple of a number. */
    static Whole nearest(V x, double factor) {
      V origin = origin(x);
      V shifted = factor == 1 ? x.add(origin) : x.fma(x.same(factor), origin);
      return new Whole(shifted, shifted.sub(origin));
    }

    private static V origin(V like) {
      return like.same(FloatBits.magic(like.lane()) + 2 * FloatBits.bias(like.lane()));
    }

    private V bits() {
      return shifted.reinterpret(shifted.lane().integer(true));
    }

    /** {@code x 2^k} in two steps, of which only the second can round; for numbers from 0.25 to 4. */
    V scale(V x) {
      int mantissa = FloatBits.mantissa(x.lane());
      // Only the low bits remain, those of two exponents with the bias added to each.
      V half = bits().ushr(1);
      V rest = bits().sub(half);
      return x.mul(half.shl(mantissa).reinterpret(x.lane())).mul(rest.shl(mantissa).reinterpret(x.lane()));
    }

    /** {@code 2^k}, if that is normal. */
    V power() {
      return power(bits().sub(bits().same(FloatBits.bias(shifted.lane()))));
    }

    /** {@code 2^-k}, where k is taken for the largest one if it is beyond. */
    V inversePower(double largest) {
      V top = shifted.same(FloatBits.magic(shifted.lane()) + 2 * FloatBits.bias(shifted.lane()) + largest);
      V least = top.lt(shifted).select(top, shifted).reinterpret(bits().lane());
      int bias = FloatBits.bias(shifted.lane());
      return power(bits().same(3 * bias).sub(least));
    }

    private V power(V exponent) {
      return exponent.shl(FloatBits.mantissa(shifted.lane())).reinterpret(shifted.lane());
    }
  }

  static V exp(V x) {
    // Beyond these the result is infinite or 0 anyway; NaN is put back at the end.
    V clamped = wide(x) ? clamp(x, -746, 710) : clamp(x, -104, 89);
    Whole n = Whole.nearest(clamped, PER_LN2);
    V r = n.k.fma(x.same(wide(x) ? -LN2 : -0x1.62e4p-1), clamped);
    r = n.k.fma(x.same(wide(x) ? -LN2_REST : -0x1.7f7d1cp-20), r);
    V sum = Polynomials.evaluate(r, wide(x) ? Q64 : Q32);
    // 1 + r (1 + r q): the sum r + r^2 q, rounded before 1 is added, would cost up to 1.08 ULP.
    V y = r.fma(r.fma(sum, 1), 1);
    return n.scale(y);
  }

  static V exp2(V x) {
    V clamped = wide(x) ? clamp(x, -1076, 1025) : clamp(x, -151, 129);
    Whole n = Whole.nearest(clamped, 1);
    return n.scale(e(timesLn2(clamped.sub(n.k))).value());
  }

  private static Pair timesLn2(V r) {
    Pair product = Pair.product(r, r.same(LN2));
    return new Pair(product.hi(), r.fma(r.same(wide(r) ? LN2_REST : LN2 - (float) LN2), product.lo()));
  }

  /** r of x = k ln 2 + r in two parts; x is below 2^11 in binary64, 2^8 in binary32, and may have a low part. */
  static Pair reduce(Whole n, V x, V low) {
    V c = x.same(wide(x) ? -0x1.ef35793c7673p-45 : -0x1.7f7d1cf79abcap-20);
    V exact = n.k.fma(x.same(wide(x) ? -0x1.62e42fefa38p-1 : -0x1.62e4p-1), x);
    V r = n.k.fma(c, exact);
    V rest = n.k.fma(c, exact.sub(r));
    return low == null ? new Pair(r, rest) : Pair.quickSum(r, rest.add(low));
  }

  /** e^r - 1 - hi for r = hi + lo. */
  private static V beyond(Pair r) {
    V square = r.hi().mul(r.hi());
    return square.fma(Polynomials.evaluate(r.hi(), square, wide(square) ? NEAR0_64 : NEAR0_32), r.hi().fma(r.lo(), r.lo()));
  }

  /** (e^x - 1) / 2^k as a pair; x is not NaN, and below 2^11 in binary64, 2^8 in binary32. */
  private static Pair expm1(V x, Whole n, V inversePower) {
    Pair r = reduce(n, x, null);
    Pair w = Pair.quickSum(x.same(1), inversePower.neg());
    // For negative k the power is the larger one, and both are multiples of 1.
    Pair sum = Pair.quickSum(w.hi(), r.hi());
    return new Pair(sum.hi(), sum.lo().add(beyond(r).add(w.lo())));
  }

  static V expm1(V x) {
    V clamped = wide(x) ? clamp(x, -40, 710) : clamp(x, -20, 89);
    Whole n = Whole.nearest(clamped, PER_LN2);
    V y = n.scale(expm1(clamped, n, n.inversePower(wide(x) ? 100 : 60)).value());
    // 0 may be negative.
    return x.eq(x.same(0)).select(x, y);
  }

  /** 2^-k (e^(2 x) - 1) / (e^(2 x) + 1) 2^k, of the absolute value; 1 from where on nothing else can be told. */
  static V tanh(V x) {
    V a = x.abs();
    V twice = a.add(a);
    V top = x.same(wide(x) ? 44 : 22);
    V clamped = top.lt(twice).select(top, twice);
    Whole n = Whole.nearest(clamped, PER_LN2);
    V power = n.inversePower(100);
    Pair e = expm1(clamped, n, power).normal();
    Pair divisor = Pair.sum(e.hi(), power.add(power));
    V y = e.over(new Pair(divisor.hi(), divisor.lo().add(e.lo()))).value();
    return FloatBits.copysign(y, x);
  }

  /** e^x for a pair of which the low part counts and that is not positive, as a pair of normal numbers and zeros. */
  static Pair exp(Pair x) {
    Pair clamped = inside(x, -746, -104);
    Whole n = Whole.nearest(clamped.hi(), PER_LN2);
    Pair y = e(reduce(n, clamped.hi(), clamped.lo())).normal();
    return new Pair(n.scale(y.hi()), n.scale(y.lo()));
  }

  /** 2^x for the same. */
  static Pair exp2(Pair x) {
    Pair y = exp2Reduced(x);
    Whole n = Whole.nearest(inside(x, -1076, -151).hi(), 1);
    return new Pair(n.scale(y.hi()), n.scale(y.lo()));
  }

  /** {@code 2^x factor}, rounded once. */
  static V exp2(Pair x, Pair factor) {
    return Whole.nearest(inside(x, -1076, -151).hi(), 1).scale(exp2Reduced(x).times(factor).value());
  }

  private static Pair exp2Reduced(Pair x) {
    Pair clamped = inside(x, -1076, -151);
    Pair r = timesLn2(clamped.hi().sub(Whole.nearest(clamped.hi(), 1).k));
    return e(Pair.quickSum(r.hi(), clamped.lo().fma(r.hi().same(LN2), r.lo()))).normal();
  }

  /** A pair, or a number below which all results are 0. */
  private static Pair inside(Pair x, double bottom64, double bottom32) {
    V bottom = x.hi().same(wide(x.hi()) ? bottom64 : bottom32);
    V inside = bottom.lt(x.hi());
    return new Pair(inside.select(x.hi(), bottom), inside.select(x.lo(), bottom.same(0)));
  }

  /** e^r. */
  private static Pair e(Pair r) {
    Pair sum = Pair.quickSum(r.hi().same(1), r.hi());
    return new Pair(sum.hi(), sum.lo().add(beyond(r)));
  }

  /** e^x, rounded once, of a pair whose low part counts where its high part neither overflows nor underflows. */
  static V power(Pair x) {
    V clamped = clamp(x.hi(), -760, 720);
    V low = clamped.eq(x.hi()).select(x.lo(), clamped.same(0));
    Whole n = Whole.nearest(clamped, PER_LN2);
    Pair r = reduce(n, clamped, low);
    return n.scale(e(r).value());
  }

  /** 2^x in binary64 to 32 bits, 0 or infinite in binary32 where it is beyond. */
  static V quick(V x) {
    Whole n = Whole.nearest(clamp(x, -1000, 1000), 1);
    V r = clamp(x, -1000, 1000).sub(n.k);
    return r.fma(Polynomials.evaluate(r, QUICK), 1).mul(n.power());
  }
}
