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
  /** tan r = r (1 + a z + b z^2) / (1 + c z + d z^2), z = r^2, up to pi/4. */
  private static final double[] TAN_ABOVE = {1, -0x1.c81c696fe8f8bp-4, 0x1.19bb757e6c313p-10};
  private static final double[] TAN_BELOW = {1, -0x1.c75c6f9cd86d5p-2, 0x1.05aac4bd85ebcp-6};

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
    if (x.lane() == Lane.F32) {
      return tan32(x.convert(Lane.F64)).convert(Lane.F32);
    }
    Angle a = reduce(x.abs());
    V odd = a.odd();
    Pair sin = a.sin();
    Pair cos = a.cos();
    // What rounding took from r^2: a third of a unit in the last place of the cosine near pi/4.
    V square = a.r.fma(a.r, a.z.neg());
    cos = new Pair(cos.hi(), square.fma(x.same(-0.5), cos.lo()));
    Pair n = new Pair(odd.select(cos.hi(), sin.hi()), odd.select(cos.lo(), sin.lo())).normal();
    Pair d = new Pair(odd.select(sin.hi(), cos.hi()), odd.select(sin.lo(), cos.lo())).normal();
    V ratio = x.same(1).div(d.hi());
    V q = n.hi().mul(ratio);
    V minus = q.neg();
    V rest = minus.fma(d.hi(), n.hi()).add(minus.fma(d.lo(), n.lo()));
    return flip(rest.fma(ratio, q), a.quarters.shl(63).xor(x.reinterpret(Lane.I64)));
  }

  /** For binary32: of the rest r after the nearest multiple of pi/2 the tangent n/d, or -d/n where the multiple is odd. */
  private static V tan32(V x) {
    V turns = x.fma(x.same(TWO_OVER_PI), MAGIC);
    V k = turns.sub(x.same(MAGIC));
    V r = k.fma(x.same(-HALF_PI_2 - HALF_PI_3), k.fma(x.same(-HALF_PI_1), x));
    V large = x.same(LARGE_32).lt(x.abs());
    V rare = x.callWhere(LargeAngles.QUARTERS, large);
    r = large.select(rare, r);
    V bits = large.select(rare, turns).reinterpret(Lane.I64);
    V odd = bits.and(bits.same(1)).ne(bits.same(0));
    V z = r.mul(r);
    V n = r.mul(horner(z, TAN_ABOVE));
    V d = horner(z, TAN_BELOW);
    return odd.select(d.neg(), n).div(odd.select(n, d));
  }

  private static V horner(V z, double[] c) {
    return z.fma(z.fma(z.same(c[2]), c[1]), c[0]);
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

    /** 1 - cos(r + s). */
    V versine() {
      return z.fma(r.same(0.5), z.mul(z).neg().fma(Polynomials.evaluate(z, COS_64), r.mul(s)));
    }
  }

  /**
   * The point on the unit circle at an angle, and how far it is left of 1.
   *
   * @param cos its real part
   * @param sin its imaginary part
   * @param versine 1 less the cosine, exact near 0
   */
  record Cis(V cos, V sin, V versine) {}

  /** The largest angle of {@link #cis}. */
  static V within(V a) {
    return a.le(a.same(LARGE_64));
  }

  /** Of an angle {@link #within} the range of which this is the absolute value; the low part, which may be null, and the sign are given apart. */
  static Cis cis(V a, V low, V sign) {
    Near near = Near.of(a);
    V s = near.rest();
    Angle angle = new Angle(near.r, low == null ? s : s.add(low), near.shifted.reinterpret(Lane.I64), near.r.mul(near.r));
    V odd = angle.odd();
    Pair sine = angle.sin();
    Pair cosine = angle.cos();
    V sin = flip(odd.select(cosine.value(), sine.value()), angle.quarters.shl(62).xor(sign.reinterpret(Lane.I64)));
    V cos = flip(odd.select(sine.value(), cosine.value()), angle.quarters.add(angle.quarters.same(1)).shl(62));
    V whole = angle.quarters.and(angle.quarters.same(3)).eq(angle.quarters.same(0));
    return new Cis(cos, sin, whole.select(angle.versine(), a.same(1).sub(cos)));
  }

  /** {@code shifted * pi/2 + r + rest} for angles that are not large. */
  private record Near(V shifted, V minus, V t, V r) {
    static Near of(V a) {
      V shifted = a.fma(a.same(TWO_OVER_PI), MAGIC);
      V minus = a.same(MAGIC).sub(shifted);
      V t = minus.fma(a.same(HALF_PI_1), a);
      return new Near(shifted, minus, t, minus.fma(a.same(HALF_PI_2), t));
    }

    V rest() {
      return minus.fma(r.same(HALF_PI_3), minus.fma(r.same(HALF_PI_2), t.sub(r)));
    }
  }

  private static Angle reduce(V a) {
    Near near = Near.of(a);
    V large = a.same(LARGE_64).lt(a);
    V low = a.callWhere(LargeAngles.LOW, large);
    V r = large.select(a.callWhere(LargeAngles.HIGH, large), near.r);
    return new Angle(r, large.select(low, near.rest()), large.select(low, near.shifted).reinterpret(Lane.I64), r.mul(r));
  }
}
