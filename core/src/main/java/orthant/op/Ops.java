package orthant.op;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import orthant.expr.Lane;
import orthant.expr.Term;
import orthant.expr.V;

/**
 * The table of elementwise operations. Adding one is adding a row: its name, its type rule, and its meaning as one
 * expression over exact primitives.
 */
public final class Ops {
  private static final Map<String, Op> TABLE = new LinkedHashMap<>();

  private Ops() {}

  /** {@code x1 + x2}. */
  public static final Op ADD = binary("add", TypeRule.ANY, (a, b) -> isMask(a) ? a.or(b) : a.add(b), Complex::add);

  /** {@code x1 - x2}. */
  public static final Op SUBTRACT = binary("subtract", TypeRule.NUMBER, V::sub, Complex::subtract);

  /** {@code x1 * x2}. */
  public static final Op MULTIPLY = binary("multiply", TypeRule.ANY, Ops::times, Complex::multiply);

  /** {@code x1 / x2}. */
  public static final Op DIVIDE = binary("divide", TypeRule.QUOTIENT, V::div, Complex::divide);

  /** The larger. */
  public static final Op MAXIMUM = binary("maximum", TypeRule.ANY, V::max, Complex::maximum);

  /** The smaller. */
  public static final Op MINIMUM = binary("minimum", TypeRule.ANY, V::min, Complex::minimum);

  /** {@code x1 == x2}. */
  public static final Op EQUAL = binary("equal", TypeRule.COMPARE, Compare::equal, (a, b) -> Term.of(Complex.equal(a, b)));

  /** {@code x1 != x2}. */
  public static final Op NOT_EQUAL =
      binary("notEqual", TypeRule.COMPARE, (a, b) -> Compare.equal(a, b).not(), (a, b) -> Term.of(Complex.equal(a, b).not()));

  /** {@code x1 < x2}. */
  public static final Op LESS = binary("less", TypeRule.COMPARE, Compare::less, (a, b) -> Term.of(Complex.less(a, b)));

  /** {@code x1 <= x2}. */
  public static final Op LESS_EQUAL = binary("lessEqual", TypeRule.COMPARE, Compare::lessEqual, (a, b) -> Term.of(Complex.lessEqual(a, b)));

  /** {@code x1 > x2}. */
  public static final Op GREATER = binary("greater", TypeRule.COMPARE, (a, b) -> Compare.less(b, a), (a, b) -> Term.of(Complex.less(b, a)));

  /** {@code x1 >= x2}. */
  public static final Op GREATER_EQUAL =
      binary("greaterEqual", TypeRule.COMPARE, (a, b) -> Compare.lessEqual(b, a), (a, b) -> Term.of(Complex.lessEqual(b, a)));

  /** {@code x1 and x2}. */
  public static final Op LOGICAL_AND = binary("logicalAnd", TypeRule.LOGICAL, V::and, null);

  /** {@code x1 or x2}. */
  public static final Op LOGICAL_OR = binary("logicalOr", TypeRule.LOGICAL, V::or, null);

  /** {@code not x}. */
  public static final Op LOGICAL_NOT = unary("logicalNot", TypeRule.LOGICAL, V::not, null);

  /** {@code -x}. */
  public static final Op NEGATIVE = unary("negative", TypeRule.NUMBER, V::neg, a -> new Term(a.re().neg(), a.im().neg()));

  /** {@code |x|}. */
  public static final Op ABS = unary("abs", TypeRule.PART, a -> isMask(a) ? a : a.abs(), a -> Term.of(Complex.abs(a)));

  /** The square root of x. */
  public static final Op SQRT = unary("sqrt", TypeRule.FLOAT, V::sqrt, ComplexFunctions.SQRT);

  /** e to the power of x. */
  public static final Op EXP = unary("exp", TypeRule.FLOAT, Exponential::exp, ComplexFunctions.EXP);

  /** {@code x * x}. */
  public static final Op SQUARE = unary("square", TypeRule.ARITHMETIC, a -> a.mul(a), a -> Complex.multiply(a, a));

  /** {@code x1 ^ x2} of truth values. */
  public static final Op LOGICAL_XOR = binary("logicalXor", TypeRule.LOGICAL, V::xor, null);

  /** {@code x}. */
  public static final Op POSITIVE = unary("positive", TypeRule.NUMBER, a -> a, a -> a);

  /** The complex conjugate. */
  public static final Op CONJ = unary("conj", TypeRule.ARITHMETIC, a -> a, a -> new Term(a.re(), a.im().neg()));

  /** {@code 1 / x}. */
  public static final Op RECIPROCAL = unary("reciprocal", TypeRule.ARITHMETIC, Division::reciprocal, Complex::reciprocal);

  /** -1, 0 or 1; a complex number divided by its absolute value. */
  public static final Op SIGN = unary("sign", TypeRule.NUMBER, Ops::signum, Complex::sign);

  /** {@code floor(x1 / x2)}. */
  public static final Op FLOOR_DIVIDE = binary("floorDivide", TypeRule.REAL_NUMBER, Division::floorDivide, null);

  /** {@code x1 - x2 * floor(x1 / x2)}. */
  public static final Op REMAINDER = binary("remainder", TypeRule.REAL_NUMBER, Division::remainder, null);

  /** {@code x1 - x2 * trunc(x1 / x2)}. */
  public static final Op FMOD = binary("fmod", TypeRule.REAL_NUMBER, Division::fmod, null);

  /** The larger; of a number and NaN the number. */
  public static final Op FMAX = binary("fmax", TypeRule.ANY, (a, b) -> number(a, b, a.max(b)), Complex::fmax);

  /** The smaller; of a number and NaN the number. */
  public static final Op FMIN = binary("fmin", TypeRule.ANY, (a, b) -> number(a, b, a.min(b)), Complex::fmin);

  /** {@code min(max(x, lower), upper)}. */
  public static final Op CLIP = row(new Op("clip", 3, TypeRule.ANY, v -> v[0].max(v[1]).min(v[2]),
      t -> Complex.minimum(Complex.maximum(t[0], t[1]), t[2])));

  /** {@code x1 & x2}. */
  public static final Op BITWISE_AND = binary("bitwiseAnd", TypeRule.BITS, V::and, null);

  /** {@code x1 | x2}. */
  public static final Op BITWISE_OR = binary("bitwiseOr", TypeRule.BITS, V::or, null);

  /** {@code x1 ^ x2}. */
  public static final Op BITWISE_XOR = binary("bitwiseXor", TypeRule.BITS, V::xor, null);

  /** {@code ~x}. */
  public static final Op BITWISE_INVERT = unary("bitwiseInvert", TypeRule.BITS, V::not, null);

  /** {@code x1 << x2}. */
  public static final Op BITWISE_LEFT_SHIFT = binary("bitwiseLeftShift", TypeRule.INTEGER, Bits::left, null);

  /** {@code x1 >> x2}. */
  public static final Op BITWISE_RIGHT_SHIFT = binary("bitwiseRightShift", TypeRule.INTEGER, Bits::right, null);

  /** The number of ones in {@code |x|}. */
  public static final Op BITWISE_COUNT = unary("bitwiseCount", TypeRule.COUNT, Bits::count, null);

  /** The greatest common divisor. */
  public static final Op GCD = binary("gcd", TypeRule.INTEGER_NUMBER, Division::gcd, null);

  /** The least common multiple. */
  public static final Op LCM = binary("lcm", TypeRule.INTEGER_NUMBER, Division::lcm, null);

  /** The largest integer not above x. */
  public static final Op FLOOR = unary("floor", TypeRule.REAL, Rounding::floor, null);

  /** The smallest integer not below x. */
  public static final Op CEIL = unary("ceil", TypeRule.REAL, Rounding::ceil, null);

  /** The integer next to x towards zero. */
  public static final Op TRUNC = unary("trunc", TypeRule.REAL, Rounding::trunc, null);

  /** The integer nearest to x, ties to even; integers stay. */
  public static final Op ROUND = unary("round", TypeRule.ROUNDED, Rounding::rint, a -> new Term(Rounding.rint(a.re()), Rounding.rint(a.im())));

  /** The integer nearest to x, ties to even, in floating point. */
  public static final Op RINT = unary("rint", TypeRule.FLOAT, Rounding::rint, a -> new Term(Rounding.rint(a.re()), Rounding.rint(a.im())));

  /** The fractional part, the first of {@code modf}. */
  public static final Op MODF_FRACTION = unary("modfFraction", TypeRule.REAL_FLOAT, Rounding::fraction, null);

  /** The integral part, the second of {@code modf}. */
  public static final Op MODF_INTEGER = unary("modfInteger", TypeRule.REAL_FLOAT, Rounding::trunc, null);

  /** The mantissa, 0.5 to 1, the first of {@code frexp}. */
  public static final Op FREXP_MANTISSA = unary("frexpMantissa", TypeRule.REAL_FLOAT, FloatBits::fraction, null);

  /** The exponent of two, the second of {@code frexp}. */
  public static final Op FREXP_EXPONENT = unary("frexpExponent", TypeRule.FLOAT_EXPONENT, FloatBits::exponent, null);

  /** {@code x1 * 2^x2}. */
  public static final Op LDEXP = binary("ldexp", TypeRule.EXPONENT, FloatBits::ldexp, null);

  /** {@code |x|} in floating point. */
  public static final Op FABS = unary("fabs", TypeRule.REAL_FLOAT, V::abs, null);

  /** The first with the sign of the second. */
  public static final Op COPYSIGN = binary("copysign", TypeRule.REAL_FLOAT, (a, b) -> FloatBits.copysign(a, b.eq(b).select(b, b.abs())), null);

  /** The number next to the first towards the second. */
  public static final Op NEXTAFTER = row(new Op("nextafter", 2, TypeRule.REAL_FLOAT, (t, v) -> FloatBits.nextafter(t, v[0], v[1]), null));

  /** The distance to the next number. */
  public static final Op SPACING = row(new Op("spacing", 1, TypeRule.REAL_FLOAT, (t, v) -> FloatBits.spacing(t, v[0]), null));

  /** 0 for negative numbers, 1 for positive ones, the second operand for 0. */
  public static final Op HEAVISIDE = binary("heaviside", TypeRule.REAL_FLOAT, Ops::step, null);

  /** Degrees as radians. */
  public static final Op DEG2RAD = unary("deg2rad", TypeRule.REAL_FLOAT, a -> a.mul(ratio(a, Math.PI, 180)), null);

  /** Radians as degrees. */
  public static final Op RAD2DEG = unary("rad2deg", TypeRule.REAL_FLOAT, a -> a.mul(ratio(a, 180, Math.PI)), null);

  /** Whether x is NaN. */
  public static final Op ISNAN = unary("isnan", TypeRule.TEST, FloatBits::isNan, a -> Term.of(Complex.isNan(a)));

  /** Whether x is infinite. */
  public static final Op ISINF = unary("isinf", TypeRule.TEST, FloatBits::isInfinite,
      a -> Term.of(FloatBits.isInfinite(a.re()).or(FloatBits.isInfinite(a.im()))));

  /** Whether x is neither infinite nor NaN. */
  public static final Op ISFINITE = unary("isfinite", TypeRule.TEST, FloatBits::isFinite,
      a -> Term.of(FloatBits.isFinite(a.re()).and(FloatBits.isFinite(a.im()))));

  /** Whether x is positive infinity. */
  public static final Op ISPOSINF = unary("isposinf", TypeRule.REAL_TEST, a -> FloatBits.is(a, true, false), null);

  /** Whether x is negative infinity. */
  public static final Op ISNEGINF = unary("isneginf", TypeRule.REAL_TEST, a -> FloatBits.is(a, false, true), null);

  /** Whether the sign bit is set. */
  public static final Op SIGNBIT = unary("signbit", TypeRule.REAL_TEST, FloatBits::signbit, null);

  /** 2 to the power of x. */
  public static final Op EXP2 = unary("exp2", TypeRule.FLOAT, Exponential::exp2, ComplexFunctions.EXP2);

  /** e to the power of x, less 1. */
  public static final Op EXPM1 = unary("expm1", TypeRule.FLOAT, Exponential::expm1, ComplexFunctions.EXPM1);

  /** The natural logarithm. */
  public static final Op LOG = unary("log", TypeRule.FLOAT, Logarithm::log, ComplexFunctions.LOG);

  /** The logarithm to base 2. */
  public static final Op LOG2 = unary("log2", TypeRule.FLOAT, Logarithm::log2, ComplexFunctions.LOG2);

  /** The logarithm to base 10. */
  public static final Op LOG10 = unary("log10", TypeRule.FLOAT, Logarithm::log10, ComplexFunctions.LOG10);

  /** The natural logarithm of 1 + x. */
  public static final Op LOG1P = unary("log1p", TypeRule.FLOAT, Logarithm::log1p, ComplexFunctions.LOG1P);

  /** The sine. */
  public static final Op SIN = unary("sin", TypeRule.FLOAT, Trigonometric::sin, ComplexFunctions.SIN);

  /** The cosine. */
  public static final Op COS = unary("cos", TypeRule.FLOAT, Trigonometric::cos, ComplexFunctions.COS);

  /** The tangent. */
  public static final Op TAN = unary("tan", TypeRule.FLOAT, Trigonometric::tan, ComplexFunctions.TAN);

  /** The inverse sine. */
  public static final Op ASIN = unary("asin", TypeRule.FLOAT, Angles::asin, ComplexFunctions.ASIN);

  /** The inverse cosine. */
  public static final Op ACOS = unary("acos", TypeRule.FLOAT, Angles::acos, ComplexFunctions.ACOS);

  /** The inverse tangent. */
  public static final Op ATAN = unary("atan", TypeRule.FLOAT, Angles::atan, ComplexFunctions.ATAN);

  /** The hyperbolic sine. */
  public static final Op SINH = unary("sinh", TypeRule.FLOAT, Hyperbolic::sinh, ComplexFunctions.SINH);

  /** The hyperbolic cosine. */
  public static final Op COSH = unary("cosh", TypeRule.FLOAT, Hyperbolic::cosh, ComplexFunctions.COSH);

  /** The hyperbolic tangent. */
  public static final Op TANH = unary("tanh", TypeRule.FLOAT, Hyperbolic::tanh, ComplexFunctions.TANH);

  /** The inverse hyperbolic sine. */
  public static final Op ASINH = unary("asinh", TypeRule.FLOAT, InverseHyperbolic::asinh, ComplexFunctions.ASINH);

  /** The inverse hyperbolic cosine. */
  public static final Op ACOSH = unary("acosh", TypeRule.FLOAT, InverseHyperbolic::acosh, ComplexFunctions.ACOSH);

  /** The inverse hyperbolic tangent. */
  public static final Op ATANH = unary("atanh", TypeRule.FLOAT, InverseHyperbolic::atanh, ComplexFunctions.ATANH);

  /** The cube root. */
  public static final Op CBRT = unary("cbrt", TypeRule.REAL_FLOAT, Power::cbrt, null);

  /** The modified Bessel function of order 0. */
  public static final Op I0 = unary("i0", TypeRule.REAL_QUOTIENT, Functions.of(Functions.I0), null);

  /** The angle of a complex number. */
  public static final Op ANGLE = unary("angle", TypeRule.ANGLE, Functions::angle, a -> Term.of(Angles.atan2(a.im(), a.re())));

  /** {@code x1} to the power of {@code x2}. */
  public static final Op POW = binary("pow", TypeRule.ARITHMETIC, Functions::pow, ComplexFunctions.POW);

  /** The angle of the point (x2, x1). */
  public static final Op ATAN2 = binary("atan2", TypeRule.REAL_FLOAT, Angles::atan2, null);

  /** The square root of the sum of both squares. */
  public static final Op HYPOT = binary("hypot", TypeRule.REAL_FLOAT, Angles::hypot, null);

  /** The logarithm of the sum of both exponentials. */
  public static final Op LOGADDEXP = binary("logaddexp", TypeRule.REAL_FLOAT, Power::logaddexp, null);

  /** The logarithm to base 2 of the sum of both powers of 2. */
  public static final Op LOGADDEXP2 = binary("logaddexp2", TypeRule.REAL_FLOAT, Power::logaddexp2, null);

  /** {@code condition ? x1 : x2}. */
  public static final Op WHERE = row(new Op("where", 3, TypeRule.CHOICE, v -> v[0].select(v[1], v[2]),
      t -> new Term(t[0].re().select(t[1].re(), t[2].re()), t[0].re().select(t[1].im(), t[2].im()))));

  /** The operand itself; what casts and copies run. */
  public static final Op COPY = unary("copy", TypeRule.ANY, a -> a, a -> a);

  /**
   * All rows, by name.
   *
   * @return the table, in its order
   */
  public static Map<String, Op> table() {
    return Map.copyOf(TABLE);
  }

  private static V times(V a, V b) {
    return isMask(a) ? a.and(b) : a.mul(b);
  }

  private static V signum(V a) {
    V zero = a.same(0);
    V positive = zero.lt(a).select(a.same(1), zero);
    if (a.lane().isUnsigned()) {
      return positive;
    }
    V sign = a.lt(zero).select(a.same(-1), positive);
    return a.lane().isFloat() ? a.ne(a).select(a, sign) : sign;
  }

  private static V step(V a, V atZero) {
    V zero = a.same(0);
    V value = zero.lt(a).select(a.same(1), a.eq(zero).select(atZero, zero));
    return a.ne(a).select(a, value);
  }

  private static V ratio(V like, double a, double b) {
    return like.same(like.lane() == Lane.F32 ? (float) a / (float) b : a / b);
  }

  /** Of two of which one is NaN, the other. */
  private static V number(V a, V b, V both) {
    return a.lane().isFloat() ? a.ne(a).select(b, b.ne(b).select(a, both)) : both;
  }

  private static boolean isMask(V v) {
    return v.lane() == Lane.MASK;
  }

  private static Op unary(String name, TypeRule rule, UnaryOperator<V> meaning, UnaryOperator<Term> complex) {
    return row(new Op(name, 1, rule, v -> meaning.apply(v[0]), complex == null ? null : t -> complex.apply(t[0])));
  }

  private static Op binary(String name, TypeRule rule, BinaryOperator<V> meaning, BinaryOperator<Term> complex) {
    return row(new Op(name, 2, rule, v -> meaning.apply(v[0], v[1]), complex == null ? null : t -> complex.apply(t[0], t[1])));
  }

  private static Op row(Op op) {
    TABLE.put(op.name(), op);
    return op;
  }
}
