package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Hyperbolic functions as expressions over exact primitives. */
final class Hyperbolic {
  /** sinh r = r + r z s(z) and cosh r = 1 + z c(z) up to ln(2) / 2, z = r^2. */
  private static final double[] SINH_64 = {
    0x1.5555555555559p-3, 0x1.111111110f624p-7, 0x1.a01a01b024bc2p-13, 0x1.71ddf7a52a4b6p-19, 0x1.af5ffcd880fcbp-26
  };
  private static final double[] COSH_64 = {
    0x1.000000000000cp-1, 0x1.555555554fd65p-5, 0x1.6c16c1863ea17p-10, 0x1.a019950761a7cp-16, 0x1.28b1a83135998p-22
  };
  private static final double[] SINH_32 = {0.1666666716337204, 0.00833317544311285, 0.0001997409126488492};
  private static final double[] COSH_32 = {0.5, 0.041666459292173386, 0.0013935428578406572};
  /** tanh a = a + a z t(z) up to 1, z = a^2. */
  private static final double[] TANH_32 = {
    -0.33333295583724976, 0.13332346081733704, -0.05387984588742256, 0.02148667350411415, -0.007946000434458256, 0.0023012077435851097,
    -0.00035838744952343404
  };
  /** e^(2 r) = 1 + 2 r + r^2 q(r) up to ln(2) / 4. */
  private static final double[] SQUARE_32 = {
    4 * 0.5000000095119201, 8 * 0.1666651884350666, 16 * 0.041666206047268756, 32 * 0.008368889074998805, 64 * 0.001395047532578542
  };
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  private Hyperbolic() {}

  /**
   * A positive number as {@code k ln 2 + r + rest}.
   *
   * @param r the large part of what is left
   * @param even cosh(r) - 1
   * @param odd sinh(r + rest) - r
   * @param small 2 * 2^(-2 k), something tiny for large k
   * @param scale 2^(k - 2)
   */
  private record Halves(V r, V even, V odd, V small, V scale) {
    static Halves of(V a) {
      boolean wide = Exponential.wide(a);
      Lane lane = a.lane();
      Lane integer = lane.integer(true);
      int bias = FloatBits.bias(lane);
      int mantissa = FloatBits.mantissa(lane);
      // Beyond, the scale is infinite; NaN stays.
      V top = a.same(wide ? 711 : 90);
      a = top.lt(a).select(top, a);
      // The low bits are k + bias - 2.
      double zero = FloatBits.magic(lane) + bias - 2;
      V shifted = a.fma(a.same(1 / LN2), zero);
      V k = shifted.sub(a.same(zero));
      V low = a.same(wide ? -0x1.ef35793c7673p-45 : -0x1.7f7d1cf79abcap-20);
      V exact = k.fma(a.same(wide ? -0x1.62e42fefa38p-1 : -0x1.62e4p-1), a);
      V r = k.fma(low, exact);
      V rest = k.fma(low, exact.sub(r));
      V z = r.mul(r);
      V odd = r.mul(z).fma(Polynomials.evaluate(z, wide ? SINH_64 : SINH_32), rest);
      V even = z.mul(Polynomials.evaluate(z, wide ? COSH_64 : COSH_32));
      V bits = shifted.reinterpret(integer);
      V least = bits.min(a.same(zero + (wide ? 60 : 30)).reinterpret(integer));
      V small = bits.same(3 * (bias - 1) / 2).sub(least).shl(mantissa + 1).reinterpret(lane);
      return new Halves(r, even, odd, small, bits.shl(mantissa).reinterpret(lane));
    }
  }

  /** {@code (e^a + e^-a) / 2} = 2^(k-2) ((2 + T) cosh r + (2 - T) sinh r) with T = 2 * 2^(-2 k). */
  static V cosh(V x) {
    Halves h = Halves.of(x.abs());
    V two = x.same(2);
    V more = two.add(h.small);
    V less = two.sub(h.small);
    V lost = two.sub(less).sub(h.small);
    V rest = more.fma(h.even, less.fma(h.odd, lost.mul(h.r)));
    return two.add(less.fma(h.r, h.small.add(rest))).mul(h.scale);
  }

  /** {@code (e^a - e^-a) / 2} = 2^(k-2) ((2 - T) cosh r + (2 + T) sinh r) of the absolute value, the largest terms of which cancel. */
  static V sinh(V x) {
    Halves h = Halves.of(x.abs());
    V two = x.same(2);
    V more = two.add(h.small);
    V less = two.sub(h.small);
    V lost = two.sub(less).sub(h.small);
    V sum = more.fma(h.r, less);
    V low = more.fma(h.r, less.sub(sum));
    V rest = less.fma(h.even, more.fma(h.odd, lost));
    return FloatBits.copysign(sum.add(low.add(rest)).mul(h.scale), x);
  }

  /** In binary32: a polynomial up to 1, then 1 - 2 / (e^(2 a) + 1) with e^(2 a) = 2^k (1 + 2 r + r^2 q(r)); 1 where nothing else can be told. */
  static V tanh(V x) {
    if (Exponential.wide(x)) {
      return Exponential.tanh(x);
    }
    V a = x.abs();
    V one = x.same(1);
    V z = a.mul(a);
    V near = a.mul(z).fma(Polynomials.evaluate(z, TANH_32), a);
    double zero = FloatBits.magic(Lane.F32) + FloatBits.bias(Lane.F32);
    V shifted = a.fma(x.same(2 / LN2), zero);
    V r = shifted.sub(x.same(zero)).fma(x.same(-LN2 / 2), a);
    V power = shifted.reinterpret(Lane.I32).shl(FloatBits.mantissa(Lane.F32)).reinterpret(Lane.F32);
    V exponential = r.mul(r.fma(Polynomials.evaluate(r, SQUARE_32), 2));
    V far = one.sub(x.same(2).div(power.fma(exponential, power.add(one))));
    far = x.same(9.1).lt(a).select(one, far);
    return FloatBits.copysign(a.lt(one).select(near, far), x);
  }
}
