package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Powers and cube roots as expressions over exact primitives. */
final class Power {
  /** m^(-1/3) for m from 1 to 2, to 17 and 12 bits. */
  private static final double[] INVERSE_ROOT_64 = {
    0x1.c7f3871914752p+0,
    -0x1.90e7b69e377a5p+0,
    0x1.3e695aa52cc8fp+0,
    -0x1.321d3b441f9d9p-1,
    0x1.3fa39466f9bfep-3,
    -0x1.16d82ec866909p-6
  };
  private static final double[] INVERSE_ROOT_32 = {1.5418885946273804, -0.8099615573883057, 0.317756712436676, -0.04993653669953346};

  private Power() {}

  /**
   * {@code |x|^y = e^(y log|x|)}, the logarithm in two parts; of binary32 numbers all of it in binary64. The logarithms of 0 and of infinity are
   * infinite, so that their powers follow; NaN stays NaN on its way.
   */
  static V pow(V x, V y) {
    V zero = x.same(0);
    V one = x.same(1);
    V inf = x.same(Double.POSITIVE_INFINITY);
    V a = x.abs();
    V finite = a.lt(inf);
    V extreme = a.eq(zero).select(inf.neg(), a);
    V plain = finite.and(zero.lt(a));
    V power = Exponential.wide(x) ? powers(a, y, plain, extreme) : powers32(a, y, plain, extreme);
    // Half of an odd number is 1/2 from the nearest integers; numbers beyond 2^53 are even.
    V b = y.abs();
    V half = b.mul(x.same(0.5));
    V magic = x.same(Math.scalb(1.0, FloatBits.mantissa(x.lane())));
    V away = half.sub(half.add(magic).sub(magic)).abs();
    V odd = away.eq(x.same(0.5));
    // Half of the smallest number would be rounded to 0.
    V whole = odd.or(away.eq(zero).and(one.le(b))).or(magic.lt(b));
    power = FloatBits.isSigned(x).and(odd).select(power.neg(), power);
    power = x.lt(zero).and(finite).and(whole.not()).select(x.same(Double.NaN), power);
    V isOne = x.eq(one).or(y.eq(zero)).or(a.eq(one).and(b.eq(inf)));
    return isOne.select(one, power);
  }

  private static V powers(V a, V y, V plain, V extreme) {
    Pair log = Logarithm.exact(a);
    Pair product = Pair.product(plain.select(log.hi(), extreme), y);
    return Exponential.power(new Pair(product.hi(), log.lo().fma(y, product.lo())));
  }

  /** The logarithm to 37 bits; that leaves 2^-6 of a unit in the last place of binary32. */
  private static V powers32(V a, V y, V plain, V extreme) {
    V log = plain.select(Logarithm.quick(a.convert(Lane.F64)), extreme.convert(Lane.F64));
    return Exponential.quick(log.mul(y.convert(Lane.F64))).convert(Lane.F32);
  }

  /**
   * The cube root: x = 8^q m with m from 1/2 to 4; r = m^(-1/3) from a polynomial and a step of Newton's method, t = m r^2, and a last step
   * t + (m - t^3) r^2 / 3 whose difference is exact enough to round cubes to their roots.
   */
  static V cbrt(V x) {
    Lane lane = x.lane();
    Lane integer = lane.integer(true);
    int mantissa = FloatBits.mantissa(lane);
    boolean wide = Exponential.wide(x);
    V a = x.abs();
    V small = a.lt(x.same(Math.scalb(1.0, 1 - FloatBits.bias(lane))));
    // Exponents that are multiples of 3.
    int up = wide ? 54 : 24;
    V normal = small.select(a.mul(x.same(Math.scalb(1.0, up))), a);
    V bits = normal.reinterpret(integer);
    V biased = bits.ushr(mantissa);
    V mask = x.code().constant(integer, (1L << mantissa) - 1);
    V m = bits.and(mask).or(x.same(1).reinterpret(integer)).reinterpret(lane);
    double magic = FloatBits.magic(lane);
    V offset = small.select(x.same(magic + FloatBits.bias(lane) + up), x.same(magic + FloatBits.bias(lane)));
    V e = biased.add(x.same(magic).reinterpret(integer)).reinterpret(lane).sub(offset);
    Exponential.Whole q = Exponential.Whole.nearest(e, 1 / 3.0);
    V left = q.k().fma(x.same(-3), e);
    V above = x.same(0).lt(left);
    V below = left.lt(x.same(0));
    V r = Polynomials.evaluate(m, wide ? INVERSE_ROOT_64 : INVERSE_ROOT_32);
    r = r.mul(above.select(x.same(0x1.965fea53d6e3dp-1), below.select(x.same(0x1.428a2f98d728bp+0), x.same(1))));
    m = m.mul(above.select(x.same(2), below.select(x.same(0.5), x.same(1))));
    V error = m.neg().fma(r.mul(r).mul(r), 1);
    r = r.fma(error.mul(x.same(1 / 3.0)), r);
    V square = r.mul(r);
    V t = m.mul(square);
    Pair cube = Pair.product(t, t).times(t);
    V rest = m.sub(cube.hi()).sub(cube.lo());
    V y = rest.mul(square).fma(x.same(1 / 3.0), t).mul(q.power());
    V plain = x.same(0).lt(a).and(a.lt(x.same(Double.POSITIVE_INFINITY)));
    return plain.select(FloatBits.copysign(y, x), x);
  }

  static V logaddexp(V x, V y) {
    return logadd(x, y, false);
  }

  static V logaddexp2(V x, V y) {
    return logadd(x, y, true);
  }

  /** The larger one and the logarithm of 1 plus the power of the difference, which has two parts. */
  private static V logadd(V x, V y, boolean base2) {
    V larger = y.lt(x).select(x, y);
    V smaller = y.lt(x).select(y, x);
    Pair difference = Pair.sum(smaller, larger.neg());
    Pair power = base2 ? Exponential.exp2(difference) : Exponential.exp(difference);
    V sum = Logarithm.plusLog1p(larger, power, base2);
    if (base2) {
      // The logarithm of a power that is nearly subnormal is a multiple of it, which is to be rounded once.
      V multiple = Exponential.exp2(difference, Logarithm.perLn2(x));
      V least = x.same(Math.scalb(16.0, 1 - FloatBits.bias(x.lane())));
      sum = sum.abs().lt(least).and(larger.abs().lt(least)).select(larger.add(multiple), sum);
    }
    // Where one is infinite, or both are.
    V finite = FloatBits.isFinite(larger).and(FloatBits.isFinite(smaller));
    // The sum of -0.0 and of the logarithm of 1 is 0.0.
    V value = finite.select(sum, larger).add(x.same(0));
    return x.ne(x).or(y.ne(y)).select(x.same(Double.NaN), value);
  }
}
