package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Powers and cube roots as expressions over exact primitives. */
final class Power {
  /** ((1 + r)^(1/3) - 1) / r. */
  private static final double[] ROOT_64 = {
    0x1.5555555555555p-2, -0x1.c71c71c71c70cp-4, 0x1.f9add3c0ca3afp-5, -0x1.511e8d2b3e055p-5, 0x1.ee711350b0d6ep-6,
    -0x1.8090d5eef4026p-6, 0x1.3750acf4e0fcdp-6, -0x1.036e15d79faf8p-6, 0x1.b9fe2b348e25ap-7, -0x1.7ee167f96308fp-7,
    0x1.50685804bb211p-7, -0x1.35d213e68f64ep-7, 0x1.17a2b0ea50cd2p-7
  };
  private static final double[] ROOT_32 = {0.33333322405815125, -0.11111092567443848, 0.0618586391210556, -0.04128659516572952};
  private static final Call RARE = Call.of("pow", Power::rare);

  private Power() {}

  /**
   * {@code |x|^y = e^(y log|x|)}, the logarithm in two parts, with the sign of odd powers. Infinite operands, NaN, subnormal numbers,
   * powers of negative numbers that have a fraction or are 2^52 or more, and hardly any power of 0 are rare.
   */
  static V pow(V x, V y) {
    if (!Exponential.wide(x)) {
      return Single.pow(x, y);
    }
    V a = x.abs();
    V b = y.abs();
    // The low bit of the sum is that of a whole number.
    V magic = x.same(0x1p52);
    V moved = b.add(magic);
    V signed = x.reinterpret(Lane.I64);
    V sign = moved.reinterpret(Lane.I64).shl(63).and(signed);
    V unknown = b.ne(moved.sub(magic)).or(magic.le(b));
    V some = a.ne(x.same(0));
    V rare = Logarithm.rare(a).and(some.or(b.lt(x.same(0x1p-900)))).or(signed.lt(signed.same(0)).and(unknown));
    V infinity = x.same(Double.POSITIVE_INFINITY).reinterpret(Lane.I64);
    rare = rare.or(infinity.le(b.reinterpret(Lane.I64)));
    Pair log = Logarithm.exact(a, some);
    Pair product = Pair.product(log.hi(), y);
    V power = Exponential.power(new Pair(product.hi(), log.lo().fma(y, product.lo())));
    power = power.reinterpret(Lane.I64).or(sign).reinterpret(Lane.F64);
    return rare.select(x.callWhere(RARE, y, rare), power);
  }

  /** C99 differs from Java in powers of 1 and infinite ones of -1. */
  static double rare(double x, double y) {
    return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
  }

  /**
   * The cube root: with u quarters of an exponent, bias included, u = 12 q + j (in binary32 eighths, 24 q + j), and z the number without its
   * exponent, it is 2^q times the root of c 2^n, which a table has at j, times the cube root of z / c = 1 + r.
   */
  static V cbrt(V x) {
    Lane lane = x.lane();
    Lane integer = lane.integer(true);
    int mantissa = FloatBits.mantissa(lane);
    boolean wide = Exponential.wide(x);
    V a = x.abs();
    V small = a.lt(x.same(Math.scalb(1.0, 1 - FloatBits.bias(lane))));
    // An exponent that is a multiple of 3.
    int up = wide ? 54 : 24;
    V bits = small.select(a.mul(x.same(Math.scalb(1.0, up))), a).reinterpret(integer);
    V magic = x.same(FloatBits.magic(lane));
    V u = bits.ushr(wide ? mantissa - 2 : mantissa - 3).add(magic.reinterpret(integer)).reinterpret(lane);
    V shifted = u.sub(magic).fma(x.same(wide ? 1 / 12.0 : 1 / 24.0), magic);
    V j = shifted.sub(magic).fma(x.same(wide ? -12 : -24), u).reinterpret(integer);
    Tables.Roots table = wide ? Tables.ROOT_64 : Tables.ROOT_32;
    V z = bits.and(x.code().constant(integer, (1L << mantissa) - 1)).or(x.same(1).reinterpret(integer)).reinterpret(lane);
    V r = z.fma(j.lookup(table.inverse()), -1);
    V p = r.fma(Polynomials.evaluate(r, wide ? ROOT_64 : ROOT_32), j.lookup(table.rest()));
    V q = shifted.reinterpret(integer).sub(small.select(bits.same(up / 3), bits.same(0)));
    V root = j.lookup(table.root()).reinterpret(integer).add(q.shl(mantissa)).reinterpret(lane);
    V plain = x.same(0).lt(a).and(a.lt(x.same(Double.POSITIVE_INFINITY)));
    return plain.select(FloatBits.copysign(root.fma(p, root), x), x);
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
