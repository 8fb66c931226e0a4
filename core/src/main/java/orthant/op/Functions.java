package orthant.op;

import java.util.function.UnaryOperator;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Functions of real numbers that are called, not compiled: in binary64, with the same bits on every machine ({@link StrictMath}). */
final class Functions {
  static final Call SINH = Call.of("sinh", StrictMath::sinh);
  static final Call COSH = Call.of("cosh", StrictMath::cosh);
  static final Call TANH = Call.of("tanh", StrictMath::tanh);
  static final Call ASINH = Call.of("asinh", Functions::asinh);
  static final Call ACOSH = Call.of("acosh", Functions::acosh);
  static final Call ATANH = Call.of("atanh", Functions::atanh);
  static final Call LOG = Call.of("log", StrictMath::log);
  static final Call LOG2 = Call.of("log2", Functions::log2);
  static final Call LOG10 = Call.of("log10", StrictMath::log10);
  static final Call LOG1P = Call.of("log1p", StrictMath::log1p);
  static final Call EXP2 = Call.of("exp2", (double x) -> StrictMath.pow(2, x));
  static final Call EXPM1 = Call.of("expm1", StrictMath::expm1);
  static final Call CBRT = Call.of("cbrt", StrictMath::cbrt);
  static final Call I0 = Call.of("i0", Bessel::i0);
  static final Call POW = Call.of("pow", Functions::pow);
  static final Call LOGADDEXP = Call.of("logaddexp", Functions::logaddexp);
  static final Call LOGADDEXP2 = Call.of("logaddexp2", Functions::logaddexp2);
  private static final Call INTEGER_POW = Call.ofLongs("integerPow", Functions::pow);
  private static final Call UNSIGNED_POW = Call.ofLongs("unsignedPow", Functions::unsignedPow);
  private static final double LN2 = 0.6931471805599453;

  private Functions() {}

  /** A function of one number, computed in binary64 and rounded to the number's lane. */
  static V call(Call function, V a) {
    return a.convert(Lane.F64).call(function).convert(a.lane());
  }

  /** A function of two numbers, computed in binary64 and rounded to the numbers' lane. */
  static V call(Call function, V a, V b) {
    return a.convert(Lane.F64).call(function, b.convert(Lane.F64)).convert(a.lane());
  }

  static UnaryOperator<V> of(Call function) {
    return a -> call(function, a);
  }

  /** 0 for positive numbers, pi for negative ones and for -0.0. */
  static V angle(V a) {
    return a.ne(a).select(a, FloatBits.signbit(a).select(a.same(Math.PI), a.same(0)));
  }

  static V pow(V a, V b) {
    if (a.lane().isFloat()) {
      return Power.pow(a, b);
    }
    Call power = a.lane() == Lane.U64 ? UNSIGNED_POW : INTEGER_POW;
    return a.convert(Lane.I64).call(power, b.convert(Lane.I64)).convert(a.lane());
  }

  /** As C99 has it, unlike Java: 1 to any power is 1, and so is -1 to an infinite one. */
  private static double pow(double x, double y) {
    return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
  }

  /** Squares and products, wrapping around; a negative exponent leaves nothing but of 1 and -1. */
  private static long pow(long x, long n) {
    return n >= 0 ? unsignedPow(x, n) : x == 1 || x == -1 && (n & 1) == 0 ? 1 : x == -1 ? -1 : 0;
  }

  private static long unsignedPow(long x, long n) {
    long result = 1;
    long square = x;
    for (long rest = n; rest != 0; rest >>>= 1) {
      result = (rest & 1) != 0 ? result * square : result;
      square *= square;
    }
    return result;
  }

  /** Of numbers near 1 from the logarithm, else the exponent and the logarithm of what is left: powers of two are exact. */
  static double log2(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return StrictMath.log(x);
    }
    int exponent = x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
    double rest = Math.scalb(Math.scalb(x, -exponent / 2), -exponent + exponent / 2);
    if (rest > 1.4142135623730951) {
      rest *= 0.5;
      exponent++;
    }
    double log = StrictMath.log(rest);
    // log / ln 2 with the part of 1 / ln 2 that is beyond binary64.
    return exponent + Math.fma(log, 0x1.71547652b82fep0, log * 0x1.777d0ffda0d24p-56);
  }

  static double asinh(double x) {
    double a = Math.abs(x);
    double y;
    if (!(a > 0x1p-28)) {
      return x;
    } else if (a > 0x1p28) {
      y = StrictMath.log(a) + LN2;
    } else if (a > 2) {
      y = StrictMath.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      y = StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    }
    return Math.copySign(y, x);
  }

  static double acosh(double x) {
    if (x > 0x1p28) {
      return StrictMath.log(x) + LN2;
    }
    if (x > 2) {
      return StrictMath.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (!(a > 0x1p-28)) {
      return x;
    }
    double y = a < 0.5 ? StrictMath.log1p(2 * a + 2 * a * a / (1 - a)) : StrictMath.log1p(2 * a / (1 - a));
    return Math.copySign(0.5 * y, x);
  }

  private static double logaddexp(double x, double y) {
    return x == y ? x + LN2 : Math.max(x, y) + StrictMath.log1p(StrictMath.exp(-Math.abs(x - y)));
  }

  private static double logaddexp2(double x, double y) {
    return x == y ? x + 1 : Math.max(x, y) + StrictMath.log1p(StrictMath.pow(2, -Math.abs(x - y))) * 1.4426950408889634;
  }
}
