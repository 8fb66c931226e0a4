package orthant.op;

import java.util.stream.DoubleStream;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/**
 * Logarithms as expressions over exact primitives.
 *
 * <p>x = 2^k (1 + f) with 1 + f between the square roots of 1/2 and 2, found by integer arithmetic on the bits. With s = f / (2 + f),
 * log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + z l(z)), z = s^2 (the arrangement of P. Tang and K. C. Ng): f is exact, f - f^2/2 is
 * computed with what its roundings leave over, and those of the rest count little. The polynomial l has an error of 2^-58 of the
 * logarithm in binary64, 2^-34 in binary32.
 */
final class Logarithm {
  private static final double[] L64 = {
    0x1.5555555555593p-1,
    0x1.999999997f9f2p-2,
    0x1.249249422a755p-2,
    0x1.c71c51da7c9e4p-3,
    0x1.746647e352a42p-3,
    0x1.39a0f688e9911p-3,
    0x1.2f0b14bb1b042p-3
  };
  private static final double[] L32 = {0.6666666269302368, 0.40000972151756287, 0.28498801589012146, 0.24278469383716583};
  /** log(1 + f) = 2 s + 2 s z (1/3 + z p(z)). */
  private static final double[] P64 = {
    0x1.9999999999998p-3,
    0x1.2492492492b44p-3,
    0x1.c71c71c5fd41fp-4,
    0x1.745d17ff40fe1p-4,
    0x1.3b136e8dbf8e1p-4,
    0x1.111f2342c1295p-4,
    0x1.de6c722d2dc04p-5,
    0x1.e965207b4ada4p-5
  };
  /** log2((1 + s) / (1 - s)) / s, to 37 bits. */
  private static final double[] QUICK = {
    0x1.71547652beef9p+1,
    0x1.ec709d118a1acp-1,
    0x1.277780ddfc16dp-1,
    0x1.a58d147bcccd1p-2,
    0x1.5cf0cae75ffa2p-2
  };
  private static final double THIRD = 0x1.5555555555555p-2;
  private static final double THIRD_REST = 0x1.5555555555555p-56;
  private static final double[] MINUS_L64 = DoubleStream.of(L64).map(c -> -c).toArray();
  private static final double[] MINUS_L32 = DoubleStream.of(L32).map(c -> -c).toArray();
  /** Of numbers that are not positive, infinite, NaN or subnormal. */
  private static final Call LOG = Call.of("log", StrictMath::log);
  private static final long SQRT_HALF_64 = 0x3fe6a09e667f3bcdL;
  private static final long SQRT_HALF_32 = 0x3f3504f3L;

  /** ln 2, log10(2), 1 / ln 2 and 1 / ln 10 in two parts each; products of the first with exponents are exact. */
  private static final Split LN2 = new Split(0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45, 0x1.62e4p-1, 0x1.7f7d1cf79abcap-20);
  private static final Split LG2 = new Split(0x1.34413509f7800p-2, 0x1.fef311f12b358p-46, 0x1.3441p-2, 0x1.a84fbcff798f9p-21);
  private static final Split ONE = new Split(1, 0, 1, 0);
  private static final Split PER_LN2 = new Split(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56, 0x1.715476p+0, 0x1.4ae0bf85ddf44p-26);
  private static final Split PER_LN10 = new Split(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57, 0x1.bcb7b2p-2, -0x1.5b235e39ab2a9p-27);

  private Logarithm() {}

  /** A constant in two parts, of binary64 and of binary32. */
  private record Split(double hi64, double lo64, double hi32, double lo32) {
    V hi(V like) {
      return like.same(like.lane() == Lane.F64 ? hi64 : hi32);
    }

    V lo(V like) {
      return like.same(like.lane() == Lane.F64 ? lo64 : lo32);
    }
  }

  /**
   * A positive number as {@code 2^k (1 + f)}.
   *
   * @param k the exponent, a whole number in floating point
   * @param biased the exponent as it is stored
   * @param f what is left, exactly
   */
  private record Reduced(V k, V biased, V f) {
    static Reduced of(V x, boolean subnormals) {
      Lane lane = x.lane();
      Lane integer = lane.integer(true);
      int mantissa = FloatBits.mantissa(lane);
      long root = lane == Lane.F64 ? SQRT_HALF_64 : SQRT_HALF_32;
      long one = (long) FloatBits.bias(lane) << mantissa;
      double zero = FloatBits.magic(lane) + FloatBits.bias(lane);
      V origin = x.same(zero);
      V normal = x;
      if (subnormals) {
        V small = x.lt(x.same(Math.scalb(1.0, 1 - FloatBits.bias(lane))));
        normal = small.select(x.mul(x.same(Math.scalb(1.0, mantissa + 1))), x);
        origin = small.select(x.same(zero + mantissa + 1), origin);
      }
      V moved = normal.reinterpret(integer).add(x.code().constant(integer, one - root));
      V biased = moved.ushr(mantissa);
      V rest = moved.and(x.code().constant(integer, (1L << mantissa) - 1)).add(x.code().constant(integer, root));
      V k = biased.add(x.same(FloatBits.magic(lane)).reinterpret(integer)).reinterpret(lane).sub(origin);
      return new Reduced(k, biased, rest.reinterpret(lane).sub(x.same(1)));
    }

    /** 2^-k; 0 where that would be subnormal. */
    V inversePower() {
      Lane lane = f.lane();
      V largest = biased.same(2 * FloatBits.bias(lane));
      return largest.sub(biased.min(largest)).shl(FloatBits.mantissa(lane)).reinterpret(lane);
    }
  }

  /** {@code log(1 + f)}: f - f^2/2 with the rounding kept, and the rest. */
  private static Pair log1pReduced(V f) {
    V s = f.div(f.add(f.same(2)));
    V z = s.mul(s);
    Pair half = Pair.product(f, f.mul(f.same(0.5)));
    V series = z.fma(Polynomials.evaluate(z, f.lane() == Lane.F64 ? L64 : L32), half.hi());
    Pair large = Pair.quickSum(f, half.hi().neg());
    return new Pair(large.hi(), s.fma(series, large.lo().sub(half.lo())));
  }

  /** {@code k c + log} for the exponent k. */
  private static Pair sum(V k, Split c, Pair log) {
    Pair sum = Pair.quickSum(k.mul(c.hi(k)), log.hi());
    return new Pair(sum.hi(), sum.lo().add(c == ONE ? log.lo() : k.fma(c.lo(k), log.lo())));
  }

  /** The values of C99 for what is not a positive number. */
  private static V specials(V x, V lowest, V log) {
    V beyond = x.eq(lowest).select(x.same(Double.NEGATIVE_INFINITY), x.same(Double.NaN));
    V value = lowest.lt(x).select(log, beyond);
    return x.eq(x.same(Double.POSITIVE_INFINITY)).select(x, value);
  }

  static V log(V x) {
    if (!Exponential.wide(x)) {
      return specials(x, x.same(0), quickLog(x, true));
    }
    // Of the bits of normal numbers the distance from the smallest one's is below that of infinity's; all else is rare.
    V bits = x.reinterpret(Lane.I64);
    V smallest = x.same(Double.MIN_NORMAL).reinterpret(Lane.I64);
    V limit = x.code().constant(Lane.U64, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) - Double.doubleToRawLongBits(Double.MIN_NORMAL));
    V rare = limit.le(bits.sub(smallest).reinterpret(Lane.U64));
    return rare.select(x.callWhere(LOG, rare), quickLog(x, false));
  }

  /** The logarithm of a positive number with fewer operations and two more roundings that count. All signs are turned around. */
  private static V quickLog(V x, boolean subnormals) {
    Reduced r = Reduced.of(x, subnormals);
    V f = r.f;
    V s = f.div(f.same(-2).sub(f));
    V z = s.mul(s);
    V half = f.mul(f).mul(f.same(-0.5));
    V series = z.fma(Polynomials.evaluate(z, Exponential.wide(x) ? MINUS_L64 : MINUS_L32), half);
    V rest = r.k.fma(LN2.lo(x), s.fma(series, half));
    return r.k.fma(LN2.hi(x), f.add(rest));
  }

  static V log2(V x) {
    return log(x, ONE, PER_LN2);
  }

  static V log10(V x) {
    return log(x, LG2, PER_LN10);
  }

  /** To another base: k times its logarithm of 2, and the natural logarithm of what is left times a constant. */
  private static V log(V x, Split two, Split factor) {
    Reduced r = Reduced.of(x, true);
    return specials(x, x.same(0), sum(r.k, two, times(log1pReduced(r.f), factor)).value());
  }

  private static Pair times(Pair log, Split factor) {
    V hi = factor.hi(log.hi());
    Pair product = Pair.product(log.hi(), hi);
    return new Pair(product.hi(), log.lo().fma(hi, log.hi().fma(factor.lo(hi), product.lo())));
  }

  static V log1p(V x) {
    V y = Parts.of(Pair.sum(x.same(1), x), null, null).natural().value();
    y = specials(x, x.same(-1), y);
    // 1 + x has lost the sign of 0.
    return x.eq(x.same(0)).select(x, y);
  }

  /** The logarithm of a number in three parts as {@code k ln 2 + log}. */
  private record Parts(V k, Pair log) {
    /** Of u = hi + lo + lower, where 1 + f takes the digits of both; what it cannot hold is added to its logarithm. */
    static Parts of(Pair u, V lower, V more) {
      Reduced r = Reduced.of(u.hi(), false);
      V scale = r.inversePower();
      V v = u.lo().mul(scale);
      V f = r.f.add(v);
      V lost = r.f.sub(f).add(v);
      Pair log = log1pReduced(f);
      V lo = log.lo().add(lower == null ? lost : lower.fma(scale, lost));
      return new Parts(more == null ? r.k : r.k.add(more), new Pair(log.hi(), lo));
    }

    Pair natural() {
      return sum(k, LN2, log);
    }

    Pair base2() {
      return sum(k, ONE, times(log, PER_LN2));
    }
  }

  /** {@code log(1 + x)} of a pair that is not negative; or, where numbers are large, the logarithm of twice that number. */
  static V log1p(Pair x, V large, V number) {
    V zero = number.same(0);
    Pair sum = Pair.sum(number.same(1), x.hi());
    Pair u = new Pair(large.select(number, sum.hi()), large.select(zero, sum.lo()));
    return Parts.of(u, large.select(zero, x.lo()), large.select(zero.same(1), zero)).natural().value();
  }

  /** The logarithm of a positive pair, exact near 1. */
  static V log(Pair u, V lower) {
    return Parts.of(u, lower, null).natural().value();
  }

  /** {@code a + log(1 + x)} to base e or 2, of a pair from 0 to 1. */
  static V plusLog1p(V a, Pair x, boolean base2) {
    Parts parts = Parts.of(Pair.sum(a.same(1), x.hi()), x.lo(), null);
    Pair log = base2 ? parts.base2() : parts.natural();
    return log.plus(a).value();
  }

  /** 1 / ln 2. */
  static Pair perLn2(V like) {
    return new Pair(PER_LN2.hi(like), PER_LN2.lo(like));
  }

  /** {@code log + k ln(2) / 2}. */
  static Pair plusHalfExponents(V k, Pair log) {
    return sum(k.mul(k.same(0.5)), LN2, log);
  }

  /**
   * The logarithm of a positive number with 65 bits and more: 2 s + z (2 s) (1/3 + z p(z)), where s, its square z and the product with 1/3
   * are pairs. Of 0 and of infinity something finite.
   */
  static Pair exact(V x) {
    Reduced r = Reduced.of(x, true);
    V f = r.f;
    Pair s = new Pair(f, f.same(0)).over(Pair.quickSum(f.same(2), f));
    Pair z = Pair.product(s.hi(), s.hi());
    z = new Pair(z.hi(), s.hi().add(s.hi()).fma(s.lo(), z.lo()));
    V rest = Polynomials.evaluate(z.hi(), P64);
    Pair factor = Pair.quickSum(f.same(THIRD), z.hi().mul(rest));
    factor = new Pair(factor.hi(), factor.lo().add(z.lo().fma(rest, f.same(THIRD_REST))));
    Pair twice = new Pair(s.hi().add(s.hi()), s.lo().add(s.lo()));
    Pair series = twice.times(z).times(factor);
    Pair sum = Pair.quickSum(twice.hi(), series.hi());
    Pair log = new Pair(sum.hi(), sum.lo().add(twice.lo().add(series.lo())));
    return sum(r.k, LN2, log);
  }

  /** The logarithm to base 2 of a positive binary64 number that is normal, to 40 bits. */
  static V quick(V x) {
    Reduced r = Reduced.of(x, false);
    V s = r.f.div(r.f.add(r.f.same(2)));
    V z = s.mul(s);
    return s.fma(Polynomials.evaluate(z, QUICK), r.k);
  }
}
