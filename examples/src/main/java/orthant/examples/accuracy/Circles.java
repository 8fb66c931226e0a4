package orthant.examples.accuracy;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import orthant.ufunc.Ufuncs;

/** Trigonometric functions, their inverses and the hypotenuse, with 100 bits. */
final class Circles {
  private static final double MAX = Double.MAX_VALUE;
  private static final double MIN = Double.MIN_VALUE;
  private static final double ONE = 1;
  private static final double[] HALF_PI = {0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110, 0x1.4cf98e804177dp-164};
  private static final DoubleDouble RIGHT_ANGLE = new DoubleDouble(HALF_PI[0], HALF_PI[1]);
  /** From here on k pi/2 has too many digits for the products with the parts. */
  private static final double LARGE = 0x1p22;
  private static final int BITS = 1400;
  /** pi * 2^BITS by Machin's formula, and 2^BITS * 2/pi. */
  private static final BigInteger PI = machin();
  private static final BigInteger TWO_OVER_PI = BigInteger.ONE.shiftLeft(2 * BITS + 1).divide(PI);
  private static final DoubleDouble[] INVERSE_FACTORIALS = new DoubleDouble[29];

  static {
    INVERSE_FACTORIALS[0] = DoubleDouble.ONE;
    for (int i = 1; i < INVERSE_FACTORIALS.length; i++) {
      INVERSE_FACTORIALS[i] = INVERSE_FACTORIALS[i - 1].over(DoubleDouble.of(i));
    }
  }

  private Circles() {}

  static final List<Function> ALL = List.of(
      Function.of(Ufuncs.sin, x -> reduce(x).sine(0), StrictMath::sin, -10, 10, -1e6, 1e6, -1e10, 1e10, -MAX, MAX),
      Function.of(Ufuncs.cos, x -> reduce(x).sine(1), StrictMath::cos, -10, 10, -1e6, 1e6, -1e10, 1e10, -MAX, MAX),
      Function.of(Ufuncs.tan, x -> reduce(x).tangent(), StrictMath::tan, -10, 10, -1e6, 1e6, -1e10, 1e10, -MAX, MAX),
      Function.of(Ufuncs.asin, Circles::asin, StrictMath::asin, -1, 1, -0.5, 0.5, 0.999, ONE),
      Function.of(Ufuncs.acos, Circles::acos, StrictMath::acos, -1, 1, -0.5, 0.5, 0.999, ONE),
      Function.of(Ufuncs.atan, x -> angle(x, 1).plain(), StrictMath::atan, -MAX, MAX, -1.5, 1.5, -10, 10),
      new Function(Ufuncs.atan2, Circles::angle, StrictMath::atan2, Circles::points),
      new Function(Ufuncs.hypot, Circles::hypot, StrictMath::hypot, Circles::points));

  private static BigInteger machin() {
    int guard = BITS + 20;
    return arccot(5, guard).shiftLeft(4).subtract(arccot(239, guard).shiftLeft(2)).shiftRight(20);
  }

  /** arccot n * 2^bits. */
  private static BigInteger arccot(int n, int bits) {
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(BigInteger.valueOf((long) n * n));
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = k % 4 == 3 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }

  /** {@code quarters * pi/2 + rest}. */
  private record Reduced(DoubleDouble rest, int quarters) {
    /** The sine of the angle and so many quarters of a turn. */
    DoubleDouble sine(int more) {
      int q = quarters + more & 3;
      DoubleDouble y = (q & 1) == 0 ? sin(rest) : cos(rest);
      return q < 2 ? y : y.negated();
    }

    DoubleDouble tangent() {
      return (quarters & 1) == 0 ? sin(rest).over(cos(rest)) : cos(rest).over(sin(rest)).negated();
    }
  }

  private static Reduced reduce(double x) {
    if (Math.abs(x) >= LARGE) {
      return reduceLarge(x);
    }
    double k = Math.rint(x / HALF_PI[0]);
    // The first step is exact: what is left has no more digits than a double.
    DoubleDouble r = DoubleDouble.of(Math.fma(-k, HALF_PI[0], x));
    for (int i = 1; i < HALF_PI.length; i++) {
      r = r.minus(DoubleDouble.product(k, HALF_PI[i]));
    }
    return new Reduced(r, (int) k & 3);
  }

  /** With as many digits of pi as the number has before the point, and 200 more. */
  private static Reduced reduceLarge(double x) {
    int e = Math.getExponent(x) - 52;
    BigInteger m = BigInteger.valueOf(Double.doubleToRawLongBits(x) & (1L << 52) - 1 | 1L << 52);
    int bits = Math.max(e, 0) + 300;
    // x 2/pi * 2^bits, and the part of it after the point
    BigInteger turns = m.multiply(TWO_OVER_PI.shiftRight(BITS - bits)).shiftLeft(Math.max(e, 0)).shiftRight(Math.max(-e, 0));
    BigInteger whole = turns.add(BigInteger.ONE.shiftLeft(bits - 1)).shiftRight(bits);
    BigInteger rest = turns.subtract(whole.shiftLeft(bits)).multiply(PI.shiftRight(BITS - 300)).shiftRight(301);
    Scaled r = scaled(rest, bits);
    int quarters = whole.intValue() & 3;
    return x < 0 ? new Reduced(r.plain().negated(), -quarters & 3) : new Reduced(r.plain(), quarters);
  }

  /** {@code n / 2^bits}. */
  private static Scaled scaled(BigInteger n, int bits) {
    int shift = Math.max(0, n.bitLength() - 200);
    BigInteger top = n.shiftRight(shift);
    double hi = top.doubleValue();
    double lo = top.subtract(new java.math.BigDecimal(hi).toBigInteger()).doubleValue();
    return new Scaled(new DoubleDouble(hi, lo), shift - bits);
  }

  private static DoubleDouble series(DoubleDouble z, int first) {
    int last = first + 26;
    DoubleDouble y = INVERSE_FACTORIALS[last];
    for (int i = last - 2; i >= first; i -= 2) {
      y = INVERSE_FACTORIALS[i].minus(y.times(z));
    }
    return y;
  }

  private static DoubleDouble sin(DoubleDouble r) {
    return Math.abs(r.hi()) < DoubleDouble.TINY ? r : series(r.times(r), 1).times(r);
  }

  private static DoubleDouble cos(DoubleDouble r) {
    return Math.abs(r.hi()) < DoubleDouble.TINY ? DoubleDouble.ONE : series(r.times(r), 0);
  }

  private static DoubleDouble asin(double x) {
    double a = Math.abs(x);
    DoubleDouble y = a <= 0.5 ? asin(DoubleDouble.of(a)) : RIGHT_ANGLE.minus(halfAngle(a).scaled(2));
    return x < 0 ? y.negated() : y;
  }

  private static DoubleDouble acos(double x) {
    if (Math.abs(x) <= 0.5) {
      return RIGHT_ANGLE.minus(asin(x));
    }
    DoubleDouble y = halfAngle(Math.abs(x)).scaled(2);
    return x > 0 ? y : RIGHT_ANGLE.scaled(2).minus(y);
  }

  /** The arcsine of sqrt((1 - a) / 2). */
  private static DoubleDouble halfAngle(double a) {
    return asin(DoubleDouble.of((1 - a) / 2).sqrt());
  }

  /** Of at most 1/sqrt 2: one step of Newton's method, which squares the error of 2^-52. */
  private static DoubleDouble asin(DoubleDouble x) {
    if (Math.abs(x.hi()) < DoubleDouble.TINY) {
      return x;
    }
    DoubleDouble y = DoubleDouble.of(StrictMath.asin(x.hi()));
    return y.plus(x.minus(sin(y)).over(cos(y)));
  }

  /** The angle of the point (x, y), neither of them 0. */
  private static Scaled angle(double y, double x) {
    if (y == 0) {
      return x > 0 ? Scaled.of(DoubleDouble.of(y)) : Scaled.of(RIGHT_ANGLE.scaled(Math.copySign(2, y)));
    }
    double a = Math.abs(y);
    double b = Math.abs(x);
    boolean steep = a > b;
    Scaled q = steep ? quotient(b, a) : quotient(a, b);
    if (!steep && x > 0 && q.exponent() < -70) {
      return new Scaled(y < 0 ? q.value().negated() : q.value(), q.exponent());
    }
    DoubleDouble angle = q.exponent() < -200 ? DoubleDouble.ZERO : atan(q.plain());
    angle = steep ? RIGHT_ANGLE.minus(angle) : angle;
    angle = x < 0 ? RIGHT_ANGLE.scaled(2).minus(angle) : angle;
    return Scaled.of(y < 0 ? angle.negated() : angle);
  }

  private static int exponent(double x) {
    return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
  }

  /** A number divided by two to the power of an exponent. */
  private static double scalb(double x, int exponent) {
    return Math.scalb(Math.scalb(x, -exponent / 2), -exponent + exponent / 2);
  }

  private static Scaled quotient(double a, double b) {
    if (a == 0) {
      return new Scaled(DoubleDouble.ZERO, -2000);
    }
    int ea = exponent(a);
    int eb = exponent(b);
    return new Scaled(DoubleDouble.of(scalb(a, ea)).over(DoubleDouble.of(scalb(b, eb))), ea - eb);
  }

  /** tan(a - b) = (tan a - tan b) / (1 + tan a tan b), where b is the rounded result. */
  private static DoubleDouble atan(DoubleDouble q) {
    DoubleDouble y = DoubleDouble.of(StrictMath.atan(q.hi()));
    DoubleDouble s = sin(y);
    DoubleDouble c = cos(y);
    return y.plus(q.times(c).minus(s).over(c.plus(q.times(s))));
  }

  private static Scaled hypot(double x, double y) {
    double a = Math.max(Math.abs(x), Math.abs(y));
    double b = Math.min(Math.abs(x), Math.abs(y));
    if (a == 0) {
      return Scaled.of(DoubleDouble.ZERO);
    }
    int e = exponent(a);
    double p = scalb(a, e);
    double q = exponent(b) < e - 200 ? 0 : scalb(b, e);
    return new Scaled(DoubleDouble.product(p, p).plus(DoubleDouble.product(q, q)).sqrt(), e);
  }

  /** Two numbers, mostly of like magnitude. */
  private static double[] points(SplittableRandom random, boolean single) {
    double large = single ? Float.MAX_VALUE : MAX;
    double small = single ? Float.MIN_VALUE : MIN;
    double x = random.nextInt(3) > 0 ? random.nextDouble(-10, 10) : Function.number(random, small, large);
    double y = random.nextInt(4) > 0 ? x * random.nextDouble(-3, 3) : Function.number(random, -large, large);
    return single ? new double[] {(float) y, (float) x} : new double[] {Double.isInfinite(y) ? x : y, x};
  }
}
