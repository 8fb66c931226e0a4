package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/**
 * Exponential functions as expressions over exact primitives.
 *
 * <p>e^x and 2^x by a table (P. T. P. Tang, 1989): n is the multiple of 1/16, in binary32 1/32, that is nearest to x / ln 2, 2^n the number
 * at its low bits in the table times a power of two, and e^r - 1 of what is left of x a polynomial of degree 6 or 3. Hyperbolic functions
 * and sums of logarithms need both parts of e^x and have:
 *
 * <p>x = k ln 2 + r with |r| &lt;= ln(2)/2, e^r = 1 + r (1 + r q(r)) with a minimax polynomial q (relative error of e^r 2^-56 in
 * binary64, 2^-27 in binary32; of e^r - 1 2^-60 and 2^-28), the result scaled by 2^k in two steps so that subnormal results are rounded once. No
 * conversion between integers and floating point: k is read off the low bits after adding 1.5 * 2^52, a
 * rounding that is exact on every machine.
 */
final class Exponential {
  /** Beside a table: q of e^r = 1 + r + r^2 q(r) and t of 2^r = 1 + r t(r). */
  private static final double[] STEP_E_64 = {
    0x1.0000000000005p-1, 0x1.555555548eb6cp-3, 0x1.555555545fc3ap-5, 0x1.11123b4b3ae05p-7, 0x1.6c185d74025c7p-10
  };
  private static final double[] STEP_E_32 = {0.5000040531158447, 0.166667640209198};
  /** q to a smaller part of r, for e^r - 1. */
  private static final double[] STEP_NEAR0_64 = {
    0x1.0p-1, 0x1.55555555555cep-3, 0x1.55555555555f6p-5, 0x1.1111110b1a0d1p-7, 0x1.6c16c1637a3b2p-10, 0x1.a01f59b44d497p-13, 0x1.a01f7422c7e90p-16
  };
  private static final double[] STEP_NEAR0_32 = {0.5, 0.16666990518569946, 0.04166759178042412};
  private static final double[] STEP_2_64 = {
    0x1.62e42fefa39fdp-1, 0x1.ebfbdff82c59dp-3, 0x1.c6b08d6e88a2ap-5, 0x1.3b2ab6fa983a9p-7, 0x1.5d89bf2089cd1p-10, 0x1.430a997f43510p-13
  };
  private static final double[] STEP_2_32 = {0.6931471824645996, 0.24022845923900604, 0.05550457164645195};
  /** q for r from -ln(2)/2 to ln(2)/2, for e^r - 1 to be exact near 0. */
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

  /**
   * A number rounded to a multiple of the distance of a table of powers.
   *
   * @param shifted with a number added that rounds it, and after which the low bits hold the index of the table and the exponent above it
   * @param n the multiple
   */
  private record Steps(V shifted, V n) {
    /** The nearest to a multiple of a number; the low bits hold another number added. */
    static Steps nearest(V x, double factor, int more) {
      V origin = x.same(FloatBits.magic(x.lane()) / (wide(x) ? 16 : 32) + more);
      V shifted = factor == 1 ? x.add(origin) : x.fma(x.same(factor), origin);
      return new Steps(shifted, shifted.sub(origin));
    }

    private V bits() {
      return shifted.reinterpret(shifted.lane().integer(true));
    }

    private V exponent() {
      return bits().ushr(wide(shifted) ? 4 : 5);
    }

    V power() {
      return bits().lookup(wide(shifted) ? Tables.POWER_64 : Tables.POWER_32);
    }

    V rest() {
      return bits().lookup(wide(shifted) ? Tables.POWER_REST_64 : Tables.POWER_REST_32);
    }

    /** {@code 2^n (1 + p)}, rounded once, where the rest of the power is part of p already, and twice the bias of exponents was added. */
    V times(V p) {
      int mantissa = FloatBits.mantissa(shifted.lane());
      V half = exponent().ushr(1);
      V other = exponent().sub(half);
      // The first product is exact, and does not wait for p.
      V power = power().mul(half.shl(mantissa).reinterpret(p.lane()));
      return power.fma(p, power).mul(other.shl(mantissa).reinterpret(p.lane()));
    }

    /** {@code 2^n}, if it is normal, without the rest. */
    V scaled() {
      V bits = power().reinterpret(bits().lane());
      return bits.add(exponent().shl(FloatBits.mantissa(shifted.lane()))).reinterpret(shifted.lane());
    }
  }

  private static int twiceBias(V x) {
    return 2 * FloatBits.bias(x.lane());
  }

  /** x = n ln 2 + r with r in two parts, the second of which includes the rest of a power of 2. */
  private static Pair split(V x, Steps n) {
    V r = n.n.fma(x.same(wide(x) ? -LN2 : (float) -LN2), x);
    return new Pair(r, n.n.fma(x.same(wide(x) ? -LN2_REST : (float) LN2 - LN2), n.rest()));
  }

  static V exp(V x) {
    // Beyond these the result is infinite or 0 anyway; NaN goes through.
    V clamped = wide(x) ? clamp(x, -746, 710) : clamp(x, -104, 89);
    Steps n = Steps.nearest(clamped, PER_LN2, twiceBias(x));
    V r = split(clamped, n).value();
    return n.times(r.mul(r).fma(Polynomials.evaluate(r, wide(x) ? STEP_E_64 : STEP_E_32), r));
  }

  static V exp2(V x) {
    V clamped = wide(x) ? clamp(x, -1076, 1025) : clamp(x, -151, 129);
    Steps n = Steps.nearest(clamped, 1, twiceBias(x));
    V r = clamped.sub(n.n);
    return n.times(r.fma(Polynomials.evaluate(r, wide(x) ? STEP_2_64 : STEP_2_32), n.rest()));
  }

  /** 2 (2^n / 2 - 1 / 2 + 2^n / 2 (e^r - 1)), where the difference has two parts; n is 0 where the terms would cancel. */
  static V expm1(V x) {
    V clamped = wide(x) ? clamp(x, -40, 710) : clamp(x, -20, 89);
    V zero = x.same(0);
    V near0 = x.abs().lt(x.same(wide(x) ? LN2 / 16 : LN2 / 32));
    Steps n = Steps.nearest(near0.select(zero, clamped), PER_LN2, -1);
    V half = n.scaled();
    Pair difference = Pair.sum(half, x.same(-0.5));
    Pair r = split(clamped, n);
    V q = Polynomials.evaluate(r.value(), wide(x) ? STEP_NEAR0_64 : STEP_NEAR0_32);
    V beyond = r.value().mul(r.value()).fma(q, r.lo());
    V y = difference.hi().add(half.fma(r.hi(), half.fma(beyond, difference.lo())));
    // Half of the smallest numbers would be rounded.
    return x.abs().lt(x.same(0x1p-60)).select(x, y.add(y));
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

  /** e^x, rounded once, of a pair; 0 or infinity where the high part is beyond, or not a number. */
  static V power(Pair x) {
    Steps n = Steps.nearest(x.hi(), PER_LN2, twiceBias(x.hi()));
    Pair parts = split(x.hi(), n);
    V r = parts.hi().add(parts.lo().add(x.lo()));
    V y = n.times(r.mul(r).fma(Polynomials.evaluate(r, STEP_E_64), r));
    V zero = y.same(0);
    V end = zero.lt(x.hi()).select(y.same(Double.POSITIVE_INFINITY), zero);
    return x.hi().abs().lt(y.same(760)).select(y, end);
  }
}
