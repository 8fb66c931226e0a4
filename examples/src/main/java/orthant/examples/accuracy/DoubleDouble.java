package orthant.examples.accuracy;

/**
 * A number of about 104 bits: the unevaluated sum of two doubles, of which the second is at most half a unit in the last place of
 * the first (Dekker 1971; Hida, Li and Bailey 2001). The numbers between must be in the range of doubles.
 *
 * @param hi the nearest double
 * @param lo what is missing
 */
record DoubleDouble(double hi, double lo) {
  static final DoubleDouble ZERO = of(0);
  static final DoubleDouble ONE = of(1);
  static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  static final DoubleDouble LN10 = new DoubleDouble(0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53);
  /** ln 2 in three parts, the first of which has 40 bits, so that its products with exponents are exact. */
  private static final double[] LN2_PARTS = {0x1.62e42fefa2000p-1, 0x1.9ef35793c7673p-41, 0x1.f97b57a079a19p-103};
  /** Below 1/2^8 of ln 2, nine terms of the exponential series are enough; the first five of them are computed with all digits. */
  private static final DoubleDouble[] INVERSE_FACTORIALS = new DoubleDouble[11];
  private static final int HALVINGS = 8;
  /** What is smaller has no square that counts. */
  static final double TINY = 0x1p-200;

  static {
    INVERSE_FACTORIALS[0] = ONE;
    for (int i = 1; i < INVERSE_FACTORIALS.length; i++) {
      INVERSE_FACTORIALS[i] = INVERSE_FACTORIALS[i - 1].over(of(i));
    }
  }

  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double t = s - a;
    return new DoubleDouble(s, (a - (s - t)) + (b - t));
  }

  static DoubleDouble product(double a, double b) {
    double p = a * b;
    return new DoubleDouble(p, Math.fma(a, b, -p));
  }

  /** a + b where a is not smaller in magnitude. */
  private static DoubleDouble normal(double a, double b) {
    double s = a + b;
    return new DoubleDouble(s, b - (s - a));
  }

  DoubleDouble plus(DoubleDouble b) {
    DoubleDouble s = sum(hi, b.hi);
    DoubleDouble t = sum(lo, b.lo);
    DoubleDouble u = normal(s.hi, s.lo + t.hi);
    return normal(u.hi, u.lo + t.lo);
  }

  DoubleDouble plus(double b) {
    DoubleDouble s = sum(hi, b);
    return normal(s.hi, s.lo + lo);
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-hi, -lo);
  }

  DoubleDouble abs() {
    return hi < 0 ? negated() : this;
  }

  DoubleDouble times(DoubleDouble b) {
    DoubleDouble p = product(hi, b.hi);
    return normal(p.hi, p.lo + (hi * b.lo + lo * b.hi));
  }

  DoubleDouble times(double b) {
    DoubleDouble p = product(hi, b);
    return normal(p.hi, Math.fma(lo, b, p.lo));
  }

  /** Times a power of two. */
  DoubleDouble scaled(double power) {
    return new DoubleDouble(hi * power, lo * power);
  }

  DoubleDouble over(DoubleDouble b) {
    double q = hi / b.hi;
    DoubleDouble rest = minus(b.times(q));
    double r = rest.hi / b.hi;
    rest = rest.minus(b.times(r));
    return normal(q, r).plus(rest.hi / b.hi);
  }

  DoubleDouble sqrt() {
    if (hi == 0) {
      return this;
    }
    double root = Math.sqrt(hi);
    DoubleDouble rest = minus(product(root, root));
    return normal(root, rest.hi / (2 * root));
  }

  /** e^x - 1, to all digits also near 0, for |x| below 1 or so. */
  DoubleDouble expm1() {
    if (Math.abs(hi) < TINY) {
      return this;
    }
    DoubleDouble x = scaled(Math.scalb(1.0, -HALVINGS));
    double tail = 0;
    for (int i = 10; i > 5; i--) {
      tail = tail * x.hi + INVERSE_FACTORIALS[i].hi;
    }
    DoubleDouble y = of(tail);
    for (int i = 5; i > 0; i--) {
      y = y.times(x).plus(INVERSE_FACTORIALS[i]);
    }
    y = y.times(x);
    for (int i = 0; i < HALVINGS; i++) {
      // (1 + y)^2 - 1
      y = y.scaled(2).plus(y.times(y));
    }
    return y;
  }

  /** e^x. */
  Scaled exp() {
    double k = Math.rint(hi * 1.4426950408889634);
    DoubleDouble r = plus(-k * LN2_PARTS[0]).minus(product(k, LN2_PARTS[1])).plus(-k * LN2_PARTS[2]);
    return new Scaled(r.expm1().plus(1), (int) k);
  }

  /** The natural logarithm of 1 + x, to all digits also near 0, for x from -1/2 to 1 or so. */
  DoubleDouble log1p() {
    if (Math.abs(hi) < TINY) {
      return this;
    }
    // One step of Newton's method on e^y - 1 = x, which squares the error of 2^-52.
    double y = StrictMath.log1p(hi);
    DoubleDouble e = of(-y).expm1();
    return plus(e).plus(times(e)).plus(y);
  }

  /** The natural logarithm, to all digits also near 1. */
  DoubleDouble log() {
    int k = Math.getExponent(hi) < Double.MIN_EXPONENT ? Math.getExponent(hi * 0x1p60) - 60 : Math.getExponent(hi);
    DoubleDouble m = scaled(Math.scalb(1.0, -k / 2)).scaled(Math.scalb(1.0, -k + k / 2));
    if (m.hi > 1.4142135623730951) {
      m = m.scaled(0.5);
      k++;
    }
    DoubleDouble rest = m.plus(-1).log1p();
    return k == 0 ? rest : LN2.times(k).plus(rest);
  }
}
