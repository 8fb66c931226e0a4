package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/**
 * The inverse trigonometric functions and the hypotenuse as expressions over exact primitives.
 *
 * <p>The angle of a point is that of the smaller by the larger of its coordinates, q = n/d, and for quotients above tan(1/2) pi/4 plus
 * that of (n - d) / (n + d); so |q| &lt;= tan(1/2), and where pi/4 is added the result is 1/2 or more, beside which the rounding of q is small. The
 * arcsine of numbers above 1/2 is pi/2 - 2 asin(sqrt((1 - x) / 2)). What a quotient of two coordinates or the root lacks is computed by a
 * fused multiplication and a rough inverse from the bits, and added behind the minimax polynomial. Binary32 is the same with shorter polynomials.
 */
final class Angles {
  private static final double QUARTER_PI = 0x1.921fb54442d18p-1;
  /** pi/4 less {@link #QUARTER_PI}. */
  private static final double QUARTER_PI_LOW = 0x1.1a62633145c07p-55;
  private static final double HALF_PI = 2 * QUARTER_PI;
  /** pi/4 in binary32 with so few bits that three of it are exact, as they are in binary64. */
  private static final double EIGHTH_32 = 0x1.921fb8p-1;

  /** The tangent of 1/2. */
  private static final double TAN_HALF = 0.5463024898437905;
  /** Up to {@link #TAN_HALF}. */
  private static final double[] ATAN_64 = {
    -0x1.5555555555538p-2, 0x1.9999999995c77p-3, -0x1.249249232b938p-3, 0x1.c71c71424ab40p-4, -0x1.745d08b92723cp-4, 0x1.3b12a9eb05b2fp-4,
    -0x1.11046a7cad052p-4, 0x1.e107c0096781bp-5, -0x1.a9ec12e6c980bp-5, 0x1.6f09f99719248p-5, -0x1.1bb00d35e06c6p-5, 0x1.4d58f62f6c999p-6,
    -0x1.a4add89030322p-8
  };
  private static final double[] ATAN_32 = {
    -0.33333316445350647, 0.19998876750469208, -0.14260590076446533, 0.108479805290699, -0.07644882053136826, 0.03414764255285263
  };
  private static final double[] ASIN_64 = {
    0x1.5555555555577p-3, 0x1.333333332e130p-4, 0x1.6db6db721277cp-5, 0x1.f1c71a94eb77fp-6, 0x1.6e8bdee148a93p-6, 0x1.1c49f0462db7ap-6,
    0x1.ca1f8fe6cede3p-7, 0x1.758573a2aaca4p-7, 0x1.613d0b21a567ep-7, 0x1.e5ee5891ce330p-9, 0x1.639e663d42558p-6, -0x1.57ffbf59fc259p-6,
    0x1.0b4740994a548p-5
  };
  private static final double[] ASIN_32 = {
    0.16666659712791443, 0.07500521838665009, 0.04451339691877365, 0.03183874860405922, 0.014316408894956112, 0.037694770842790604
  };

  /** Between these the squares, and what rounding takes from them, are normal numbers. */
  private static final double SMALLEST_SIDE = 0x1p-480;
  private static final double LARGEST_SIDE = 0x1p510;
  private static final Call HYPOT = Call.of("hypot", Angles::rareHypot);

  private Angles() {}

  private static boolean wide(V x) {
    return x.lane() == Lane.F64;
  }

  /** What a number of right angles lacks in the lane of x, where the number is a power of two. */
  private static double low(V x, double number) {
    double angle = number * HALF_PI;
    return wide(x) ? number * 2 * QUARTER_PI_LOW : angle - (float) angle;
  }

  /** Of the absolute value a, that of a / 1, (a - 1) / (a + 1) behind pi/4, or -1/a behind pi/2. */
  static V atan(V x) {
    V one = x.same(1);
    V zero = x.same(0);
    V a = x.abs();
    V middle = x.same(TAN_HALF).lt(a);
    V steep = x.same(1 / TAN_HALF).lt(a);
    V n = steep.select(one.neg(), middle.select(a.sub(one), a));
    V d = steep.select(a, middle.select(a.add(one), one));
    V base = steep.select(x.same(HALF_PI), middle.select(x.same(QUARTER_PI), zero));
    V q = n.div(d);
    V z = q.mul(q);
    V low = q.mul(z).fma(Polynomials.evaluate(z, wide(x) ? ATAN_64 : ATAN_32), base.mul(x.same(low(x, 1) / HALF_PI)));
    return FloatBits.copysign(sum(base, q, low), x);
  }

  /** The angle of the point (x, y), from -pi to pi. */
  static V atan2(V y, V x) {
    V a = y.abs();
    V b = x.abs();
    V one = a.same(1);
    V zero = a.same(0);
    V steep = b.lt(a);
    V large = steep.select(a, b);
    V small = steep.select(b, a);
    V bits = x.reinterpret(x.lane().integer(true));
    V left = bits.lt(bits.same(0));
    V infinity = a.same(Double.POSITIVE_INFINITY);
    // Scaled so that no quotient or sum overflows, and no remainder of a division underflows unless it cannot matter.
    double top = wide(x) ? 0x1p1000 : 0x1p120;
    double up = wide(x) ? 0x1p500 : 0x1p60;
    V scale = large.lt(a.same(up)).select(a.same(up), a.same(top).lt(large).select(a.same(0x1p-20), one));
    V infinite = large.eq(infinity);
    V n = infinite.select(small.eq(infinity).select(one, zero), small.mul(scale));
    V d = infinite.or(large.eq(zero)).select(one, large.mul(scale));
    V angle = angle(n, d, steep, left);
    V both = a.add(b);
    return both.ne(both).select(both, FloatBits.copysign(angle, y));
  }

  /** The angle of the point (d, n), n up to d; of (n, d) where it is steep; where it is left, the first coordinate is negative. */
  private static V angle(V n, V d, V steep, V left) {
    V middle = d.mul(n.same(TAN_HALF)).lt(n);
    V plus = middle.select(n, n.same(0));
    V sum = d.add(plus);
    V difference = n.sub(middle.select(d, n.same(0)));
    V q = difference.div(sum);
    // The exact quotient is that of the difference and sum + lost.
    V lost = plus.sub(sum.sub(d));
    V minus = q.neg();
    V s = minus.fma(lost, minus.fma(sum, difference)).mul(inverse(sum));
    V z = q.mul(q);
    // atan(q + s) = q + s + z (q p(z) - s)
    V t = z.fma(q.fma(Polynomials.evaluate(z, wide(n) ? ATAN_64 : ATAN_32), s.neg()), s);
    V eighths = middle.select(n.same(1), steep.select(n.same(2), n.same(0)));
    eighths = left.select(n.same(4).sub(eighths), eighths);
    V sign = steep.xor(left).select(n.same(-0.0), n.same(0));
    double eighth = wide(n) ? QUARTER_PI : EIGHTH_32;
    V low = eighths.fma(n.same(wide(n) ? QUARTER_PI_LOW : QUARTER_PI - EIGHTH_32), flip(t, sign));
    return sum(eighths.mul(n.same(eighth)), flip(q, sign), low);
  }

  /** The angle of a point of which the larger coordinate is neither 0 nor so large or small that sums or quotients overflow or underflow. */
  static V angle(V y, V x) {
    V a = y.abs();
    V b = x.abs();
    V steep = b.lt(a);
    V bits = x.reinterpret(x.lane().integer(true));
    return FloatBits.copysign(angle(steep.select(b, a), steep.select(a, b), steep, bits.lt(bits.same(0))), y);
  }

  /** The inverse of a positive number, to four bits. */
  private static V inverse(V x) {
    Lane lane = x.lane();
    V bits = x.reinterpret(lane.integer(true));
    return x.code().constant(bits.lane(), lane == Lane.F64 ? 0x7fde623822fc16e6L : 0x7ef311c7L).sub(bits).reinterpret(lane);
  }

  /** {@code a + b + low}, where a is 0 or not less than b in magnitude. */
  private static V sum(V a, V b, V low) {
    V sum = a.add(b);
    return sum.add(a.sub(sum).add(b).add(low));
  }

  static V asin(V x) {
    V a = x.abs();
    V zero = x.same(0);
    V large = x.same(0.5).lt(a);
    Root root = Root.of(a.fma(x.same(-2), 2));
    V s = large.select(root.s.neg(), a);
    V low = large.select(root.excess.fma(root.half, x.same(low(x, 1))), zero);
    V z = large.select(root.square.mul(x.same(0.25)), a.mul(a));
    return FloatBits.copysign(arcsine(large.select(x.same(HALF_PI), zero), s, z, low), x);
  }

  static V acos(V x) {
    V a = x.abs();
    V zero = x.same(0);
    V large = x.same(0.5).lt(a);
    Root root = Root.of(a.fma(x.same(-2), 2));
    V minus = FloatBits.zero(x);
    V s = large.select(flip(root.s, minus), x.neg());
    V base = large.select(x.lt(zero).select(x.same(Math.PI), zero), x.same(HALF_PI));
    V low = large.select(root.excess.mul(flip(root.half.neg(), minus)), zero);
    V z = large.select(root.square.mul(x.same(0.25)), a.mul(a));
    return arcsine(base, s, z, base.fma(x.same(low(x, 1) / HALF_PI), low));
  }

  /** The sign changed where another number is negative. */
  private static V flip(V y, V zero) {
    Lane bits = y.lane().integer(true);
    return y.reinterpret(bits).xor(zero.reinterpret(bits)).reinterpret(y.lane());
  }

  /** {@code base + low} and s, once or twice the arcsine of sqrt(z): s = sqrt(z) or 2 sqrt(z). */
  private static V arcsine(V base, V s, V z, V low) {
    return sum(base, s, s.mul(z).fma(Polynomials.evaluate(z, wide(z) ? ASIN_64 : ASIN_32), low));
  }

  /**
   * A square root with what it lacks, {@code -excess * half}.
   *
   * @param square the number
   * @param s its root, rounded
   * @param excess the square of that less the number, exactly
   * @param half about half of the inverse root, to four bits; finite
   */
  private record Root(V square, V s, V excess, V half) {
    static Root of(V square) {
      V s = square.sqrt();
      return new Root(square, s, s.fma(s, square.neg()), halfInverseRoot(square));
    }
  }

  /** About half of the inverse root of a positive number, to four bits; for others something finite. */
  static V halfInverseRoot(V square) {
    Lane lane = square.lane();
    Lane integer = lane.integer(true);
    // Half the bits of a number are those of about its root.
    V bits = square.reinterpret(integer).ushr(1);
    return square.code().constant(integer, lane == Lane.F64 ? 0x5fd6eb50c7b537a9L : 0x5eb759dfL).sub(bits).reinterpret(lane);
  }

  /**
   * The root of the squares' sum and what it lacks (C. F. Borges, 2020): of the root h of the fused sum, h^2 - x^2 - y^2 is known exactly but for the
   * last rounding. Numbers whose squares overflow or underflow are rare, except two zeros.
   */
  static V hypot(V x, V y) {
    if (x.lane() == Lane.F32) {
      V a = x.convert(Lane.F64);
      V b = y.convert(Lane.F64);
      return infinite(x, y).select(x.same(Double.POSITIVE_INFINITY), a.fma(a, b.mul(b)).sqrt().convert(Lane.F32));
    }
    V a = x.abs().reinterpret(Lane.I64);
    V b = y.abs().reinterpret(Lane.I64);
    V bits = a.max(b);
    V large = bits.reinterpret(Lane.F64);
    V small = a.min(b).reinterpret(Lane.F64);
    V minusSquare = large.mul(large.neg());
    V sum = large.fma(large, small.mul(small));
    V h = sum.sqrt();
    V minusSum = h.mul(h.neg());
    V lack = small.fma(small, minusSum.sub(minusSquare)).add(large.fma(large, minusSquare).sub(h.fma(h, minusSum)));
    V least = bits.code().constant(Lane.I64, Double.doubleToRawLongBits(SMALLEST_SIDE));
    V limit = bits.code().constant(Lane.U64, Double.doubleToRawLongBits(LARGEST_SIDE) - Double.doubleToRawLongBits(SMALLEST_SIDE));
    V rare = limit.lt(bits.sub(least).reinterpret(Lane.U64)).and(large.ne(x.same(0)));
    return rare.select(x.callWhere(HYPOT, y, rare), lack.fma(halfInverseRoot(sum), h));
  }

  /** The same of numbers that are brought into that range before. */
  private static double rareHypot(double x, double y) {
    double large = Math.max(Math.abs(x), Math.abs(y));
    if (!(large < Double.POSITIVE_INFINITY)) {
      return Double.isInfinite(x) || Double.isInfinite(y) ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    double scale = large < 1 ? 0x1p600 : 0x1p-600;
    double a = large * scale;
    double b = Math.min(Math.abs(x), Math.abs(y)) * scale;
    double h = Math.sqrt(Math.fma(a, a, b * b));
    double excess = Math.fma(-b, b, h * h - a * a) + (Math.fma(h, h, -(h * h)) - Math.fma(a, a, -(a * a)));
    return (h - excess / (2 * h)) / scale;
  }

  private static V infinite(V x, V y) {
    V infinity = x.same(Double.POSITIVE_INFINITY);
    return x.abs().eq(infinity).or(y.abs().eq(infinity));
  }
}
