package orthant.op;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.Term;
import orthant.expr.V;

/**
 * Functions of complex numbers, in binary64. Most numbers are computed by expressions ({@link ComplexExpressions}); what is infinite, NaN or
 * so large or small that a part of an expression could overflow or underflow is left to the functions here. Their formulas are Kahan's ("Branch
 * Cuts for Complex Elementary Functions", 1987), which neither overflow nor cancel on the way; infinities, NaN and signed zeros are those of C99,
 * annex G.
 */
final class ComplexFunctions {
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double LOG_LARGE = StrictMath.log(LARGE);
  private static final double LN2 = 0.6931471805599453;
  private static final double PER_LN2 = 1.4426950408889634;
  private static final double PER_LN10 = 0.4342944819032518;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  static final UnaryOperator<Term> EXP = of("exp", ComplexFunctions::exp, ComplexExpressions::exp);
  static final UnaryOperator<Term> EXP2 = of("exp2", (x, y) -> exp(x * LN2, y * LN2), ComplexExpressions::exp2);
  static final UnaryOperator<Term> EXPM1 = of("expm1", ComplexFunctions::expm1, ComplexExpressions::expm1);
  static final UnaryOperator<Term> LOG = of("log", ComplexFunctions::log, ComplexExpressions::log);
  static final UnaryOperator<Term> LOG2 = of("log2", (x, y) -> log(x, y).times(PER_LN2), z -> ComplexExpressions.log(z).times(PER_LN2));
  static final UnaryOperator<Term> LOG10 = of("log10", (x, y) -> log(x, y).times(PER_LN10), z -> ComplexExpressions.log(z).times(PER_LN10));
  static final UnaryOperator<Term> LOG1P = of("log1p", ComplexFunctions::log1p, ComplexExpressions::log1p);
  static final UnaryOperator<Term> SQRT = of("sqrt", ComplexFunctions::sqrt, ComplexExpressions::sqrt);
  static final UnaryOperator<Term> SINH = of("sinh", ComplexFunctions::sinh, ComplexExpressions::sinh);
  static final UnaryOperator<Term> COSH = of("cosh", ComplexFunctions::cosh, ComplexExpressions::cosh);
  static final UnaryOperator<Term> TANH = of("tanh", ComplexFunctions::tanh, ComplexExpressions::tanh);
  static final UnaryOperator<Term> ASINH = of("asinh", ComplexFunctions::asinh, ComplexInverses::asinh);
  static final UnaryOperator<Term> ACOSH = of("acosh", ComplexFunctions::acosh, ComplexInverses::acosh);
  static final UnaryOperator<Term> ATANH = of("atanh", ComplexFunctions::atanh, ComplexInverses::atanh);
  static final UnaryOperator<Term> ACOS = of("acos", ComplexFunctions::acos, ComplexInverses::acos);
  static final UnaryOperator<Term> COS = z -> COSH.apply(turned(z));
  // f(z) = -i g(iz)
  static final UnaryOperator<Term> SIN = z -> turnedBack(SINH.apply(turned(z)));
  static final UnaryOperator<Term> TAN = z -> turnedBack(TANH.apply(turned(z)));
  static final UnaryOperator<Term> ASIN = z -> turnedBack(ASINH.apply(turned(z)));
  static final UnaryOperator<Term> ATAN = z -> turnedBack(ATANH.apply(turned(z)));
  static final BinaryOperator<Term> POW = ComplexFunctions::pow;

  private ComplexFunctions() {}

  private record Z(double re, double im) {
    Z times(double factor) {
      return new Z(re * factor, im * factor);
    }
  }

  @FunctionalInterface
  private interface Scalar {
    Z apply(double re, double im);
  }

  /** By an expression for most numbers, by a function for the others. */
  private static UnaryOperator<Term> of(String name, Scalar f, Function<Term, ComplexExpressions.Value> expression) {
    Call re = Call.of(name + ".re", (x, y) -> f.apply(x, y).re);
    Call im = Call.of(name + ".im", (x, y) -> f.apply(x, y).im);
    return a -> {
      Lane lane = a.re().lane();
      V x = a.re().convert(Lane.F64);
      V y = a.im().convert(Lane.F64);
      ComplexExpressions.Value value = expression.apply(new Term(x, y));
      V rare = value.holds().not();
      return new Term(rare.select(x.callWhere(re, y, rare), value.re()).convert(lane),
          rare.select(x.callWhere(im, y, rare), value.im()).convert(lane));
    };
  }

  /** Times i. */
  private static Term turned(Term a) {
    return new Term(a.im().neg(), a.re());
  }

  /** Times -i. */
  private static Term turnedBack(Term a) {
    return new Term(a.im(), a.re().neg());
  }

  /** Small whole exponents by multiplication, others as e^(b log a), all of it in binary64; NaN for powers of 0 that are not positive. */
  private static Term pow(Term a, Term b) {
    Lane lane = a.re().lane();
    Term x = new Term(a.re().convert(Lane.F64), a.im().convert(Lane.F64));
    Term n = new Term(b.re().convert(Lane.F64), b.im().convert(Lane.F64));
    V zero = x.re().same(0);
    V one = x.re().same(1);
    Term square = Complex.multiply(x, x);
    Term power = EXP.apply(Complex.multiply(n, LOG.apply(x)));
    V nothing = x.re().eq(zero).and(x.im().eq(zero));
    V nan = zero.lt(n.re()).select(zero, x.re().same(NAN));
    power = choose(nothing, new Term(nan, nan), power);
    V whole = n.im().eq(zero);
    power = choose(whole.and(n.re().eq(n.re().same(3))), Complex.multiply(square, x), power);
    power = choose(whole.and(n.re().eq(n.re().same(2))), square, power);
    power = choose(whole.and(n.re().eq(one)), x, power);
    power = choose(whole.and(n.re().eq(zero)), new Term(one, zero), power);
    return new Term(power.re().convert(lane), power.im().convert(lane));
  }

  private static Term choose(V first, Term a, Term b) {
    return new Term(first.select(a.re(), b.re()), first.select(a.im(), b.im()));
  }

  private static boolean finite(double x, double y) {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  private static boolean infinite(double x, double y) {
    return Double.isInfinite(x) || Double.isInfinite(y);
  }

  /** The angle of a number with an infinite part; NaN if the other one is. */
  private static double angle(double y, double x) {
    return Double.isNaN(x) || Double.isNaN(y) ? NAN : StrictMath.atan2(y, x);
  }

  private static double logModulus(double x, double y) {
    return StrictMath.log(StrictMath.hypot(x / 2, y / 2)) + LN2;
  }

  private static boolean large(double x, double y) {
    return Math.abs(x) > LARGE || Math.abs(y) > LARGE;
  }

  private static Z exp(double x, double y) {
    if (y == 0) {
      return new Z(StrictMath.exp(x), y);
    }
    if (!Double.isFinite(y) && Double.isInfinite(x)) {
      return x < 0 ? new Z(0, Math.copySign(0.0, y)) : new Z(INF, NAN);
    }
    double rest = x > LOG_LARGE && x < 2 * LOG_LARGE ? 1 : 0;
    double scale = StrictMath.exp(x - rest);
    return new Z(scale * StrictMath.cos(y), scale * StrictMath.sin(y)).times(rest == 0 ? 1 : Math.E);
  }

  private static Z expm1(double x, double y) {
    if (y == 0) {
      return new Z(StrictMath.expm1(x), y);
    }
    if (!finite(x, y)) {
      Z z = exp(x, y);
      return new Z(z.re - 1, z.im);
    }
    double half = StrictMath.sin(y / 2);
    return new Z(StrictMath.expm1(x) * StrictMath.cos(y) - 2 * half * half, StrictMath.exp(x) * StrictMath.sin(y));
  }

  private static Z log(double x, double y) {
    if (!finite(x, y)) {
      return infinite(x, y) ? new Z(INF, angle(y, x)) : new Z(NAN, NAN);
    }
    double a = Math.max(Math.abs(x), Math.abs(y));
    double b = Math.min(Math.abs(x), Math.abs(y));
    double modulus = StrictMath.hypot(a, b);
    double re;
    if (a > LARGE) {
      re = logModulus(a, b);
    } else if (a < Double.MIN_NORMAL) {
      re = a == 0 ? -INF : StrictMath.log(StrictMath.hypot(a * 0x1p53, b * 0x1p53)) - 53 * LN2;
    } else if (modulus >= 0.71 && modulus <= 1.73) {
      re = StrictMath.log1p((a - 1) * (a + 1) + b * b) / 2;
    } else {
      re = StrictMath.log(modulus);
    }
    return new Z(re, StrictMath.atan2(y, x));
  }

  private static Z log1p(double x, double y) {
    if (!finite(x, y) || Math.abs(x) > 0.5 || Math.abs(y) > 0.5) {
      return log(x + 1, y);
    }
    return new Z(StrictMath.log1p(x * (2 + x) + y * y) / 2, StrictMath.atan2(y, x + 1));
  }

  private static Z sqrt(double x, double y) {
    if (Double.isInfinite(y)) {
      return new Z(INF, y);
    }
    if (Double.isInfinite(x)) {
      double other = Double.isNaN(y) ? NAN : 0;
      return x > 0 ? new Z(x, Math.copySign(other, y)) : new Z(other, Math.copySign(INF, y));
    }
    if (x == 0 && y == 0) {
      return new Z(0, y);
    }
    double a = Math.abs(x);
    double b = Math.abs(y);
    double s = a < Double.MIN_NORMAL && b < Double.MIN_NORMAL
        ? 0x1p-27 * Math.sqrt(a * 0x1p53 + StrictMath.hypot(a * 0x1p53, b * 0x1p53))
        : 2 * Math.sqrt(a / 8 + StrictMath.hypot(a / 8, b / 8));
    double d = b / (2 * s);
    return x >= 0 ? new Z(s, Math.copySign(d, y)) : new Z(d, Math.copySign(s, y));
  }

  private static Z cosh(double x, double y) {
    if (y == 0) {
      return new Z(StrictMath.cosh(x), Double.isNaN(x) ? y : Math.copySign(1, x) * y);
    }
    if (!Double.isFinite(y)) {
      return x == 0 ? new Z(NAN, 0) : Double.isInfinite(x) ? new Z(INF, NAN) : new Z(NAN, NAN);
    }
    if (Double.isFinite(x) && Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1, x);
      return new Z(StrictMath.cos(y) * StrictMath.cosh(less) * Math.E, StrictMath.sin(y) * StrictMath.sinh(less) * Math.E);
    }
    return new Z(StrictMath.cos(y) * StrictMath.cosh(x), StrictMath.sin(y) * StrictMath.sinh(x));
  }

  private static Z sinh(double x, double y) {
    if (y == 0) {
      return new Z(StrictMath.sinh(x), y);
    }
    if (!Double.isFinite(y)) {
      return x == 0 || Double.isInfinite(x) ? new Z(x, NAN) : new Z(NAN, NAN);
    }
    if (Double.isFinite(x) && Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1, x);
      return new Z(StrictMath.cos(y) * StrictMath.sinh(less) * Math.E, StrictMath.sin(y) * StrictMath.cosh(less) * Math.E);
    }
    return new Z(StrictMath.cos(y) * StrictMath.sinh(x), StrictMath.sin(y) * StrictMath.cosh(x));
  }

  private static Z tanh(double x, double y) {
    if (y == 0) {
      return new Z(StrictMath.tanh(x), y);
    }
    if (Double.isInfinite(x)) {
      double sign = Double.isFinite(y) ? StrictMath.sin(2 * y) : 0;
      return new Z(Math.copySign(1, x), Math.copySign(0.0, sign));
    }
    if (!Double.isFinite(y)) {
      return new Z(x == 0 ? x : NAN, NAN);
    }
    if (Math.abs(x) > LOG_LARGE) {
      return new Z(Math.copySign(1, x), 4 * StrictMath.sin(y) * StrictMath.cos(y) * StrictMath.exp(-2 * Math.abs(x)));
    }
    double tx = StrictMath.tanh(x);
    double ty = StrictMath.tan(y);
    double cx = 1 / StrictMath.cosh(x);
    double divisor = 1 + tx * ty * (tx * ty);
    return new Z(tx * (1 + ty * ty) / divisor, ty / divisor * cx * cx);
  }

  private static Z asinh(double x, double y) {
    if (infinite(x, y)) {
      return new Z(Math.copySign(INF, x), angle(y, Math.abs(x)));
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return new Z(NAN, y == 0 ? y : NAN);
    }
    if (large(x, y)) {
      return new Z(Math.copySign(logModulus(x, y) + LN2, x), StrictMath.atan2(y, Math.abs(x)));
    }
    Z p = sqrt(1 + y, -x);
    Z q = sqrt(1 - y, x);
    return new Z(Functions.asinh(p.re * q.im - q.re * p.im), StrictMath.atan2(y, p.re * q.re - p.im * q.im));
  }

  private static Z acosh(double x, double y) {
    if (infinite(x, y)) {
      return new Z(INF, angle(y, x));
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return new Z(NAN, x == 0 ? Math.PI / 2 : NAN);
    }
    if (large(x, y)) {
      return new Z(logModulus(x, y) + LN2, StrictMath.atan2(y, x));
    }
    Z p = sqrt(x - 1, y);
    Z q = sqrt(x + 1, y);
    return new Z(Functions.asinh(p.re * q.re + p.im * q.im), 2 * StrictMath.atan2(p.im, q.re));
  }

  private static Z acos(double x, double y) {
    if (infinite(x, y)) {
      return new Z(angle(Math.abs(y), x), -Math.copySign(INF, y));
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return new Z(x == 0 ? Math.PI / 2 : NAN, NAN);
    }
    if (large(x, y)) {
      return new Z(StrictMath.atan2(Math.abs(y), x), -Math.copySign(logModulus(x, y) + LN2, y));
    }
    Z p = sqrt(1 - x, -y);
    Z q = sqrt(1 + x, y);
    return new Z(2 * StrictMath.atan2(p.re, q.re), Functions.asinh(q.re * p.im - q.im * p.re));
  }

  private static Z atanh(double x, double y) {
    if (!finite(x, y)) {
      double im = Double.isNaN(y) || !infinite(x, y) ? NAN : Math.copySign(Math.PI / 2, y);
      return new Z(infinite(x, y) || x == 0 ? Math.copySign(0.0, x) : NAN, im);
    }
    double a = Math.abs(x);
    double b = Math.abs(y);
    double re;
    double im;
    if (a > Math.sqrt(LARGE) || b > Math.sqrt(LARGE)) {
      double h = StrictMath.hypot(a / 2, b / 2);
      re = a / 4 / h / h;
      im = Math.PI / 2;
    } else if (a == 1 && b < 0x1p-511) {
      re = b == 0 ? INF : -StrictMath.log(Math.sqrt(b) / Math.sqrt(StrictMath.hypot(b, 2)));
      im = b == 0 ? 0 : StrictMath.atan2(2, -b) / 2;
    } else {
      re = StrictMath.log1p(4 * a / ((1 - a) * (1 - a) + b * b)) / 4;
      im = StrictMath.atan2(2 * b, (1 - a) * (1 + a) - b * b) / 2;
    }
    return new Z(Math.copySign(re, x), Math.copySign(im, y));
  }
}
