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
 * logarithm in binary64, 2^-34 in binary32. This is how log does it, and what needs logarithms in parts.
 *
 * <p>The others need no division: log(z) = log c + log(1 + r) for a number c near z = 1 + f, whose reciprocal and logarithm are in a table
 * (P. T. P. Tang, 1990), and r = z / c - 1. Where z is near 1, c is 1, so that nothing cancels.
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
  /** log(1 + r) = r - r^2 / 2 + r^3 h(r). */
  private static final double[] H = {
    0x1.5555555555551p-2, -0x1.ffffffffffff9p-3, 0x1.99999999cb15ep-3, -0x1.5555555580981p-3, 0x1.249243f5cf126p-3, -0x1.fffff6bf65ea1p-4,
    0x1.c786daad12c9ap-4, -0x1.99f9ff7f6a2bcp-4
  };
  private static final double[] MINUS_L64 = DoubleStream.of(L64).map(c -> -c).toArray();
  /** Of numbers that are not positive, infinite, NaN or subnormal. */
  private static final Call LOG = Call.of("log", StrictMath::log);
  private static final Call LOG2 = Call.of("log2", Logarithm::rareLog2);
  private static final Call LOG10 = Call.of("log10", StrictMath::log10);
  private static final long SQRT_HALF_64 = 0x3fe6a09e667f3bcdL;
  private static final long SQRT_HALF_32 = 0x3f3504f3L;

  /** ln 2, log10(2), 1 / ln 2 and 1 / ln 10 in two parts each; products of the first with exponents are exact. */
  private static final Split LN2 = new Split(0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45, 0x1.62e4p-1, 0x1.7f7d1cf79abcap-20);
  private static final Split LG2 = new Split(0x1.34413509f7800p-2, 0x1.fef311f12b358p-46, 0x1.3441p-2, 0x1.a84fbcff798f9p-21);
  private static final Split ONE = new Split(1, 0, 1, 0);
  private static final Split PER_LN2 = new Split(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56, 0x1.715476p+0, 0x1.4ae0bf85ddf44p-26);
  private static final Split PER_LN10 = new Split(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57, 0x1.bcb7b2p-2, -0x1.5b235e39ab2a9p-27);

  /** Where the cells of the tables begin: 43/64, 85/128, and in the one for powers 85/128. */
  private static final long FIRST_64 = 0x3fe5800000000000L;
  private static final long FIRST_32 = 0x3f2a0000L;
  private static final long FIRST_POW = 0x3fe5400000000000L;
  private static final Base NATURAL = new Base(Tables.LN_64, Tables.LN_32, LN2, ONE,
      new double[] {
        -0x1.0000000000000p-1, 0x1.55555555554a8p-2, -0x1.ffffffffffae8p-3, 0x1.9999999c7e922p-3, -0x1.5555555b3a145p-3,
        0x1.24922a5b76258p-3, -0x1.ffffa82ca403fp-4, 0x1.c81e78050639dp-4, -0x1.9ab83087ca71dp-4
      },
      new double[] {-0.5, 0.33337926864624023, -0.2500653862953186});
  private static final Base BASE_2 = new Base(Tables.LOG2_64, null, ONE, PER_LN2,
      new double[] {
        -0x1.71547652b82fep-1, 0x1.ec709dc3a0304p-2, -0x1.71547652b7f51p-2, 0x1.2776c511103f4p-2, -0x1.ec709dcc20e8ep-3,
        0x1.a617363da4265p-3, -0x1.715436f8676bcp-3, 0x1.490533e8066fbp-3, -0x1.2845801ca21dfp-3
      }, null);
  private static final Base BASE_10 = new Base(Tables.LOG10_64, null, LG2, PER_LN10,
      new double[] {
        -0x1.bcb7b1526e50ep-3, 0x1.287a7636f42c8p-3, -0x1.bcb7b1526e0a1p-4, 0x1.63c62777a8a6ep-4, -0x1.287a763c12b0dp-4,
        0x1.fc3f709a2c789p-5, -0x1.bcb76509a2163p-5, 0x1.8c2e10f038d77p-5, -0x1.64bf1529e6dccp-5
      }, null);

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
  private record Reduced(V k, V biased, V moved, V z) {
    static Reduced of(V x) {
      return of(x, x.lane() == Lane.F64 ? SQRT_HALF_64 : SQRT_HALF_32);
    }

    /** The same with 1 + f from another number on, of which these are the bits, to its double. */
    static Reduced of(V x, long root) {
      Lane lane = x.lane();
      Lane integer = lane.integer(true);
      int mantissa = FloatBits.mantissa(lane);
      long one = (long) FloatBits.bias(lane) << mantissa;
      V moved = x.reinterpret(integer).add(x.code().constant(integer, one - root));
      V biased = moved.ushr(mantissa);
      V rest = moved.and(x.code().constant(integer, (1L << mantissa) - 1)).add(x.code().constant(integer, root));
      V magic = x.same(FloatBits.magic(lane));
      V k = biased.add(magic.reinterpret(integer)).reinterpret(lane).sub(x.same(FloatBits.magic(lane) + FloatBits.bias(lane)));
      return new Reduced(k, biased, moved, rest.reinterpret(lane));
    }

    V f() {
      return z.sub(z.same(1));
    }

    /** 2^-k; 0 where that would be subnormal. */
    V inversePower() {
      Lane lane = z.lane();
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
      return Single.log(x);
    }
    V rare = rare(x);
    return rare.select(x.callWhere(LOG, rare), quickLog(x));
  }

  /** Of the bits of normal numbers the distance from the smallest one's is below that of infinity's; all else is rare. */
  static V rare(V x) {
    V bits = x.reinterpret(Lane.I64);
    V smallest = x.same(Double.MIN_NORMAL).reinterpret(Lane.I64);
    V limit = x.code().constant(Lane.U64, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) - Double.doubleToRawLongBits(Double.MIN_NORMAL));
    return limit.le(bits.sub(smallest).reinterpret(Lane.U64));
  }

  /** The logarithm of a positive number with fewer operations and two more roundings that count. All signs are turned around. */
  private static V quickLog(V x) {
    Reduced r = Reduced.of(x);
    V f = r.f();
    V s = f.div(f.same(-2).sub(f));
    V z = s.mul(s);
    V half = f.mul(f).mul(f.same(-0.5));
    V series = z.fma(Polynomials.evaluate(z, MINUS_L64), half);
    V rest = r.k.fma(LN2.lo(x), s.fma(series, half));
    return r.k.fma(LN2.hi(x), f.add(rest));
  }

  /**
   * A base b by its tables, the logarithm of 2 and 1 / ln b in two parts each, and v of log_b(1 + r) = r / ln b + r^2 v(r); what is missing is in
   * {@link Single}.
   */
  private record Base(Tables.Logarithms table64, Tables.Logarithms table32, Split two, Split factor, double[] v64, double[] v32) {
    Tables.Logarithms table(V x) {
      return Exponential.wide(x) ? table64 : table32;
    }

    V v(V r) {
      return Polynomials.evaluate(r, Exponential.wide(r) ? v64 : v32);
    }
  }

  static V log2(V x) {
    return Exponential.wide(x) ? log(x, BASE_2, LOG2) : Single.log2(x);
  }

  static V log10(V x) {
    return Exponential.wide(x) ? log(x, BASE_10, LOG10) : Single.log10(x);
  }

  private static double rareLog2(double x) {
    // Brought into the range of normal numbers; the exponent is what counts.
    int exponent = Math.getExponent(x * 0x1p60);
    return StrictMath.log(Math.scalb(x * 0x1p60, -exponent)) / StrictMath.log(2) + (exponent - 60);
  }

  private static V log(V x, Base base, Call rarely) {
    V rare = rare(x);
    return rare.select(x.callWhere(rarely, rare), beside(x, null, base));
  }

  /** With the help of a table: x = 2^k z, z = c (1 + r). Of x = hi + lo, if there is a low part. */
  private static V beside(V x, V lo, Base base) {
    boolean wide = Exponential.wide(x);
    Reduced reduced = Reduced.of(x, wide ? FIRST_64 : FIRST_32);
    V cell = reduced.moved.ushr(wide ? 52 - 4 : 23 - 5);
    Tables.Logarithms table = base.table(x);
    V inverse = cell.lookup(wide ? Tables.INVERSE_64 : Tables.INVERSE_32);
    V r = reduced.z.fma(inverse, -1);
    // A multiple of 2^-42 or 2^-16, exactly.
    V whole = reduced.k.fma(base.two.hi(x), cell.lookup(table.hi()));
    V rest = cell.lookup(table.lo());
    if (base.two != ONE) {
      rest = reduced.k.fma(base.two.lo(x), rest);
    }
    V first = r;
    if (base.factor != ONE) {
      Pair product = Pair.product(r, base.factor.hi(x));
      first = product.hi();
      V low = r.fma(base.factor.lo(x), product.lo());
      rest = rest.add(low);
    }
    if (lo != null) {
      // log(1 + r + s) = r + s + (r + s)^2 v(r + s)
      V s = lo.mul(reduced.inversePower()).mul(inverse);
      rest = rest.add(s);
      r = r.add(s);
    }
    Pair sum = Pair.quickSum(whole, first);
    return sum.hi().add(r.mul(r).fma(base.v(r), sum.lo().add(rest)));
  }

  private static Pair times(Pair log, Split factor) {
    V hi = factor.hi(log.hi());
    Pair product = Pair.product(log.hi(), hi);
    return new Pair(product.hi(), log.lo().fma(hi, log.hi().fma(factor.lo(hi), product.lo())));
  }

  static V log1p(V x) {
    Pair u = Pair.sum(x.same(1), x);
    V y = beside(u.hi(), u.lo(), NATURAL);
    y = specials(x, x.same(-1), y);
    // 1 + x has lost the sign of 0.
    return x.eq(x.same(0)).select(x, y);
  }

  /** The logarithm of a number in three parts as {@code k ln 2 + log}. */
  private record Parts(V k, Pair log) {
    /** Of u = hi + lo + lower, where 1 + f takes the digits of both; what it cannot hold is added to its logarithm. */
    static Parts of(Pair u, V lower, V more) {
      Reduced r = Reduced.of(u.hi());
      V scale = r.inversePower();
      V v = u.lo().mul(scale);
      V f = r.f().add(v);
      V lost = r.f().sub(f).add(v);
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
   * The logarithm of a positive normal number in two parts, with 66 bits: log c + r - r^2 / 2 + r^3 h(r), where the parts of log c, r and of the
   * square are exact, and their sums have two parts. Where there is no number it is that of 2^-1e300.
   */
  static Pair exact(V x, V some) {
    Reduced reduced = Reduced.of(x, FIRST_POW);
    V cell = reduced.moved.ushr(52 - 5);
    V k = some.select(reduced.k, x.same(-1e300));
    V r = reduced.z.fma(cell.lookup(Tables.POW_INVERSE_64), -1);
    V minusHalf = x.same(-0.5);
    Pair square = Pair.product(r, r);
    Pair sum = Pair.quickSum(k.fma(LN2.hi(x), cell.lookup(Tables.POW_64.hi())), r);
    V hi = square.hi().fma(minusHalf, sum.hi());
    V rest = square.hi().fma(minusHalf, sum.hi().sub(hi));
    V lo = square.lo().fma(minusHalf, k.fma(LN2.lo(x), cell.lookup(Tables.POW_64.lo())));
    lo = sum.lo().add(rest).add(lo);
    lo = r.mul(square.hi()).fma(Polynomials.evaluate(r, square.hi(), H), lo);
    return Pair.quickSum(hi, lo);
  }
}
