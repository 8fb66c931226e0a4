package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Inverse hyperbolic functions as expressions over exact primitives: the logarithms of their definitions, of arguments in two parts. */
final class Hyperbolic {
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

  private Hyperbolic() {}

  /** Beyond this, 1 does not count beside the square. */
  private static V isLarge(V a) {
    return a.same(Exponential.wide(a) ? 0x1p28 : 0x1p13).lt(a);
  }

  /** The square root of a pair that is positive. */
  private static Pair sqrt(Pair x) {
    V root = x.hi().sqrt();
    V rest = root.neg().fma(root, x.hi()).add(x.lo());
    return new Pair(root, rest.mul(root.same(0.5).div(root)));
  }

  /** log(1 + a + (sqrt(1 + a^2) - 1)) of the absolute value. */
  static V asinh(V x) {
    V a = x.abs();
    V one = x.same(1);
    V large = isLarge(a);
    V safe = large.select(one, a);
    Pair square = Pair.product(safe, safe);
    Pair root = sqrt(square.plus(one));
    Pair sum = Pair.quickSum(safe, root.hi().sub(one));
    V y = Logarithm.log1p(Pair.quickSum(sum.hi(), sum.lo().add(root.lo())), large, a);
    // Infinite numbers and NaN are their own results.
    V result = a.lt(x.same(Double.POSITIVE_INFINITY)).select(y, a);
    return FloatBits.copysign(result, x);
  }

  /** log(1 + t + sqrt(t^2 + 2 t)) with t = x - 1. */
  static V acosh(V x) {
    V one = x.same(1);
    V large = isLarge(x);
    V inside = one.lt(x);
    V t = inside.select(large.select(one, x), x.same(2)).sub(one);
    Pair root = sqrt(Pair.product(t, t).plus(t.add(t)));
    Pair sum = Pair.quickSum(root.hi(), t);
    V y = Logarithm.log1p(Pair.quickSum(sum.hi(), sum.lo().add(root.lo())), large, x);
    V outside = x.eq(one).select(x.same(0), x.same(Double.NaN));
    return x.eq(x.same(Double.POSITIVE_INFINITY)).select(x, inside.select(y, outside));
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
