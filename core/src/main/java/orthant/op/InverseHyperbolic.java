package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Inverse hyperbolic functions as expressions over exact primitives: the logarithms of their definitions, of arguments in two parts. */
final class InverseHyperbolic {
  /** atanh(s) = s + s z a(z), z = s^2. */
  private static final double[] A64 = {
    0x1.5555555555555p-2,
    0x1.9999999999b54p-3,
    0x1.249249247aa2bp-3,
    0x1.c71c71d9227e5p-4,
    0x1.745d143b3e58dp-4,
    0x1.3b13c03fea1a3p-4,
    0x1.111fca0b373acp-4,
    0x1.dd5472b5d033fp-5,
    0x1.f62d167c7b888p-5
  };
  private static final double[] A32 = {0.3333333134651184, 0.20000477135181427, 0.14250978827476501, 0.12089414894580841};

  /** asinh(a) = a + a z s(z) up to {@link #NEAR}, z = a^2. */
  private static final double[] ASINH_64 = {
    -0x1.5555555555532p-3, 0x1.333333332f205p-4, -0x1.6db6db6b0d615p-5, 0x1.f1c71b90fb0f2p-6, -0x1.6e8b8cf8668d7p-6, 0x1.1c4d63211677ap-6,
    -0x1.c97b4bc3a6aaep-7, 0x1.799e7b0c2bd57p-7, -0x1.3adf78253eaf3p-7, 0x1.fe7fb8815b7b3p-8, -0x1.70124f7389eedp-8, 0x1.8e751e421f0f8p-9,
    -0x1.c9e36f680aa0bp-11
  };
  private static final double[] ASINH_32 = {
    -0.16666582226753235, 0.07496294379234314, -0.04410763829946518, 0.026901088654994965, -0.011248313821852207
  };
  private static final double NEAR = 0.58;
  /** log(1 + f) = f - f^2/2 + s (f^2/2 + z l(z)), s = f / (2 + f), z = s^2. */
  private static final double[] LOG_64 = {
    0x1.5555555555593p-1, 0x1.999999997f9f2p-2, 0x1.249249422a755p-2, 0x1.c71c51da7c9e4p-3, 0x1.746647e352a42p-3, 0x1.39a0f688e9911p-3,
    0x1.2f0b14bb1b042p-3
  };
  private static final double[] LOG_32 = {0.6666666269302368, 0.40000972151756287, 0.28498801589012146, 0.24278469383716583};

  private InverseHyperbolic() {}

  /** Whether the square, or what it adds 1 to, would overflow; 1 has long ceased to count beside it. */
  private static V isLarge(V a) {
    return a.same(Exponential.wide(a) ? 0x1p500 : 0x1p60).lt(a);
  }

  /**
   * Up to {@link #NEAR} a polynomial, and log(a + sqrt(a^2 + 1)) of the absolute value. Of half the sum, w = h + r with r about the root of
   * h^2 + 1/4, the root lacks (h^2 + 1/4 - r^2) / (2 r), where h^2 - r^2 = (h - r) w; h - r is exact.
   */
  static V asinh(V x) {
    boolean wide = Exponential.wide(x);
    V a = x.abs();
    V z = a.mul(a);
    V near = a.mul(z).fma(Polynomials.evaluate(z, wide ? ASINH_64 : ASINH_32), a);
    V h = a.mul(x.same(0.5));
    V square = h.fma(h, 0.25);
    V r = isLarge(a).select(h, square.sqrt());
    V w = h.add(r);
    V rounded = h.sub(w.sub(r));
    V difference = h.sub(r);
    V lack = difference.fma(rounded, difference.fma(w, 0.25));
    V far = logOfTwice(w, lack.fma(Angles.halfInverseRoot(square), rounded));
    // Infinite numbers and NaN are their own results.
    V y = a.lt(x.same(NEAR)).select(near, a.lt(x.same(Double.POSITIVE_INFINITY)).select(far, a));
    return FloatBits.copysign(y, x);
  }

  /** log(x + sqrt(x^2 - 1)): half the root is that of h^2 + h with h = (x - 1) / 2. */
  static V acosh(V x) {
    V half = x.same(0.5);
    V h = x.sub(x.same(1)).mul(half);
    V square = h.fma(h, h);
    // What rounding took from the square, where h < 1; where it is larger that does not count.
    V lost = h.fma(h, h.sub(square));
    V root = square.sqrt();
    V lack = root.neg().fma(root, square).add(lost).mul(Angles.halfInverseRoot(square));
    V large = isLarge(x);
    V r = large.select(h, root);
    V part = x.mul(half);
    V w = part.add(r);
    V rounded = r.sub(w.sub(part));
    V y = logOfTwice(w, rounded.add(large.select(x.same(0), lack)));
    V infinity = x.same(Double.POSITIVE_INFINITY);
    return x.lt(x.same(1)).select(x.same(Double.NaN), x.eq(infinity).select(infinity, y));
  }

  /** log(2 (w + low)) of a normal number from 1/2 on and what it lacks. */
  private static V logOfTwice(V w, V low) {
    boolean wide = Exponential.wide(w);
    Lane lane = w.lane();
    Lane integer = lane.integer(true);
    int mantissa = FloatBits.mantissa(lane);
    int bias = FloatBits.bias(lane);
    // w = 2^k (1 + f) with 1 + f between the square roots of 1/2 and 2.
    long root = wide ? 0x3fe6a09e667f3bcdL : 0x3f3504f3L;
    V bits = w.reinterpret(integer).add(w.code().constant(integer, ((long) bias << mantissa) - root));
    V exponent = bits.ushr(mantissa);
    V fraction = bits.and(w.code().constant(integer, (1L << mantissa) - 1)).add(w.code().constant(integer, root)).reinterpret(lane);
    V k = exponent.add(w.same(FloatBits.magic(lane)).reinterpret(integer)).reinterpret(lane).sub(w.same(FloatBits.magic(lane) + bias - 1));
    V power = exponent.same(2 * bias).sub(exponent.min(exponent.same(2 * bias))).shl(mantissa).reinterpret(lane);
    V exact = fraction.sub(w.same(1));
    V f = low.fma(power, exact);
    V lost = low.fma(power, exact.sub(f));
    V s = f.div(f.add(w.same(2)));
    V z = s.mul(s);
    V square = f.mul(f);
    V half = square.mul(w.same(0.5));
    // With what rounding took from the square.
    lost = f.fma(f, square.neg()).fma(w.same(-0.5), lost);
    V series = z.fma(Polynomials.evaluate(z, wide ? LOG_64 : LOG_32), half);
    V rest = s.fma(series, lost.sub(half));
    rest = k.fma(w.same(wide ? 0x1.ef35793c76730p-45 : 0x1.7f7d1cf79abcap-20), rest);
    return k.fma(w.same(wide ? 0x1.62e42fefa3800p-1 : 0x1.62e4p-1), f.add(rest));
  }

  /** Half of log((1 + a) / (1 - a)) of the absolute value: n ln(2) / 2 + atanh(s) with s = (1 + a - 2^n (1 - a)) / (1 + a + 2^n (1 - a)). */
  static V atanh(V x) {
    V a = x.abs();
    V one = x.same(1);
    Lane lane = x.lane();
    Lane integer = lane.integer(true);
    int mantissa = FloatBits.mantissa(lane);
    Pair u = Pair.quickSum(one, a);
    Pair v = Pair.quickSum(one, a.neg());
    // The difference of the bits of two numbers is about that of their logarithms to base 2.
    V bits = u.hi().reinterpret(integer).sub(v.hi().reinterpret(integer));
    V n = bits.add(x.code().constant(integer, 1L << (mantissa - 1))).ushr(mantissa);
    n = n.min(n.same(mantissa + 2));
    Pair w = v.scaled(FloatBits.power(n, lane));
    Pair difference = Pair.quickSum(u.hi().sub(w.hi()), u.lo().sub(w.lo()));
    Pair total = Pair.quickSum(u.hi(), w.hi());
    Pair s = difference.over(new Pair(total.hi(), total.lo().add(u.lo().add(w.lo()))));
    V z = s.hi().mul(s.hi());
    V rest = z.mul(s.hi()).fma(Polynomials.evaluate(z, Exponential.wide(x) ? A64 : A32), s.lo());
    V y = Logarithm.plusHalfExponents(FloatBits.number(n, lane), new Pair(s.hi(), rest)).value();
    V edge = a.eq(one).select(x.same(Double.POSITIVE_INFINITY), x.same(Double.NaN));
    return FloatBits.copysign(a.lt(one).select(y, edge), x);
  }
}
