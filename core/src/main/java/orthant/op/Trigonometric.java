package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/**
 * Sine, cosine and tangent as expressions over exact primitives.
 *
 * <p>|x| = k pi/2 + r + s with |r| &lt;= pi/4, s being what rounding took from r. pi/2 is given in three parts, of which k times the
 * first is taken off without an error by a fused multiplication, and k times the second exactly in two parts (Cody and
 * Waite, "Software Manual for the Elementary Functions", 1980). k is read off the low bits after adding 1.5 * 2^52. Angles above 2^24
 * go through {@link LargeAngles}. Sine and cosine of r + s are minimax polynomials; both are computed, and k chooses.
 *
 * <p>In binary32 all of it is done in binary64, with shorter polynomials, and rounded once.
 */
final class Trigonometric {
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  private static final double MAGIC = 0x1.8p52;
  /** pi/2: 53 bits, 29 bits and 53 bits. */
  private static final double HALF_PI_1 = 0x1.921fb54442d18p0;
  private static final double HALF_PI_2 = 0x1.1a62633p-54;
  private static final double HALF_PI_3 = 0x1.45c06e0e68948p-86;
  /** The largest angle for which the product of k, of 24 bits, and the second part is exact; for binary32, of which less is wanted, k is. */
  private static final double LARGE_64 = 0x1p24;
  private static final double LARGE_32 = 0x1p40;

  private static final double[] SIN_64 = {
    -0x1.5555555555548p-3, 0x1.111111110f730p-7, -0x1.a01a019be91eep-13, 0x1.71de355526492p-19, -0x1.ae5e4b77c12fcp-26, 0x1.5d8b4dd18948dp-33
  };
  private static final double[] COS_64 = {
    0x1.555555555554dp-5, -0x1.6c16c16c1539ep-10, 0x1.a01a019cda419p-16, -0x1.27e4f8210212ep-22, 0x1.1ee9f893fe38cp-29, -0x1.8fb402f38a323p-37
  };
  private static final double[] HALF_TURN_32 = {
    -0x1.5555554769100p-3, 0x1.11110c49c3021p-7, -0x1.a017d985b8e0ap-13, 0x1.71707c341a758p-19, -0x1.9a6825b8daa0ap-26
  };
  private static final double[] TAN_32 = {
    0x1.5555605e3d283p-2, 0x1.110d8cb815336p-3, 0x1.badc0f4c1ce73p-5, 0x1.5cadf27355d58p-6, 0x1.631b924df6607p-7, 0x1.71464c8abef3ep-14,
    0x1.1ed9bc464da3dp-8
  };

  private Trigonometric() {}

  static V sin(V x) {
    if (x.lane() == Lane.F32) {
      return halfTurns(x.convert(Lane.F64), 0, LargeAngles.HALF_TURNS).convert(Lane.F32);
    }
    Angle a = reduce(x.abs());
    V y = a.odd().select(a.cos().value(), a.sin().value());
    return flip(y, a.quarters.shl(62).xor(x.reinterpret(Lane.I64)));
  }

  static V cos(V x) {
    if (x.lane() == Lane.F32) {
      return halfTurns(x.convert(Lane.F64), 0.5, LargeAngles.SHIFTED_HALF_TURNS).convert(Lane.F32);
    }
    Angle a = reduce(x.abs());
    V y = a.odd().select(a.sin().value(), a.cos().value());
    return flip(y, a.quarters.add(a.quarters.same(1)).shl(62));
  }

  /** The sine of {@code x + shift * pi} for binary32: x = (k - shift) pi + r, and the sine of r with the sign of -1 to the power of k. */
  private static V halfTurns(V x, double shift, Call reduce) {
    V magic = x.same(MAGIC);
    V turns = shift == 0 ? x.fma(x.same(TWO_OVER_PI / 2), MAGIC) : x.fma(x.same(TWO_OVER_PI / 2), shift).add(magic);
    V k = turns.sub(magic);
    k = shift == 0 ? k : k.sub(x.same(shift));
    V r = k.fma(x.same(-2 * HALF_PI_2 - 2 * HALF_PI_3), k.fma(x.same(-2 * HALF_PI_1), x));
    V large = x.same(LARGE_32).lt(x.abs());
    V rare = x.callWhere(reduce, large);
    r = large.select(rare, r);
    V z = r.mul(r);
    V y = r.mul(z.fma(Polynomials.evaluate(z, HALF_TURN_32), 1));
    return flip(y, large.select(rare, turns).reinterpret(Lane.I64).shl(63));
  }

  /** sin/cos or -cos/sin; the quotient of the sums is corrected by what both they and the division leave over. */
  static V tan(V x) {
    V wide = x.convert(Lane.F64);
    Angle a = reduce(wide.abs());
    V odd = a.odd();
    V sign = a.quarters.shl(63).xor(wide.reinterpret(Lane.I64));
    if (x.lane() == Lane.F32) {
      V t = a.r.mul(a.z.fma(Polynomials.evaluate(a.z, TAN_32), 1));
      V one = t.same(1);
      return flip(odd.select(one, t).div(odd.select(t, one)), sign).convert(Lane.F32);
    }
    Pair sin = a.sin().normal();
    Pair cos = a.cos().normal();
    V n = odd.select(cos.hi(), sin.hi());
    V d = odd.select(sin.hi(), cos.hi());
    V ratio = wide.same(1).div(d);
    V q = n.mul(ratio);
    V minus = q.neg();
    V rest = minus.fma(d, n).add(odd.select(cos.lo(), sin.lo()));
    V y = minus.fma(odd.select(sin.lo(), cos.lo()), rest).fma(ratio, q);
    return flip(y, sign);
  }

  /** Negated where the first bit of a word is set. */
  private static V flip(V y, V sign) {
    V bit = sign.and(sign.code().constant(Lane.I64, Long.MIN_VALUE));
    return y.reinterpret(Lane.I64).xor(bit).reinterpret(Lane.F64);
  }

  /** {@code quarters * pi/2 + r + s}; only the low two bits of the quarters count. */
  private record Angle(V r, V s, V quarters, V z) {
    V odd() {
      return quarters.and(quarters.same(1)).ne(quarters.same(0));
    }

    /** sin(r + s) = r + s + z (r p(z) - s/2). */
    Pair sin() {
      return new Pair(r, z.fma(r.fma(Polynomials.evaluate(z, SIN_64), s.mul(s.same(-0.5))), s));
    }

    /** cos(r + s) = 1 - z/2 + z^2 p(z) - r s, of which the first difference is the large part, with what rounding took from it. */
    Pair cos() {
      V one = r.same(1);
      V half = r.same(-0.5);
      V high = z.fma(half, one);
      V lack = z.fma(half, one.sub(high));
      return new Pair(high, z.mul(z).fma(Polynomials.evaluate(z, COS_64), r.neg().fma(s, lack)));
    }
  }

  private static Angle reduce(V a) {
    V shifted = a.fma(a.same(TWO_OVER_PI), MAGIC);
    V minus = a.same(MAGIC).sub(shifted);
    V t = minus.fma(a.same(HALF_PI_1), a);
    V r = minus.fma(a.same(HALF_PI_2), t);
    V s = minus.fma(a.same(HALF_PI_3), minus.fma(a.same(HALF_PI_2), t.sub(r)));
    V large = a.same(LARGE_64).lt(a);
    V low = a.callWhere(LargeAngles.LOW, large);
    r = large.select(a.callWhere(LargeAngles.HIGH, large), r);
    return new Angle(r, large.select(low, s), large.select(low, shifted).reinterpret(Lane.I64), r.mul(r));
  }
}
