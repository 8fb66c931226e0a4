package orthant.ufunc;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.op.Op;
import orthant.op.Ops;

/** The universal functions, by the array API's names in camelCase. */
public final class Ufuncs {
  private Ufuncs() {}

  /** {@code x1 + x2}. */
  public static final Ufunc add = of(Ops.ADD, 0);

  /** {@code x1 - x2}. */
  public static final Ufunc subtract = of(Ops.SUBTRACT);

  /** {@code x1 * x2}. */
  public static final Ufunc multiply = of(Ops.MULTIPLY, 1);

  /** {@code x1 / x2}. */
  public static final Ufunc divide = of(Ops.DIVIDE);

  /** The larger. */
  public static final Ufunc maximum = reorderable(Ops.MAXIMUM);

  /** The smaller. */
  public static final Ufunc minimum = reorderable(Ops.MINIMUM);

  /** {@code x1 == x2}. */
  public static final Ufunc equal = of(Ops.EQUAL);

  /** {@code x1 != x2}. */
  public static final Ufunc notEqual = of(Ops.NOT_EQUAL);

  /** {@code x1 < x2}. */
  public static final Ufunc less = of(Ops.LESS);

  /** {@code x1 <= x2}. */
  public static final Ufunc lessEqual = of(Ops.LESS_EQUAL);

  /** {@code x1 > x2}. */
  public static final Ufunc greater = of(Ops.GREATER);

  /** {@code x1 >= x2}. */
  public static final Ufunc greaterEqual = of(Ops.GREATER_EQUAL);

  /** {@code x1 and x2}. */
  public static final Ufunc logicalAnd = of(Ops.LOGICAL_AND, 1);

  /** {@code x1 or x2}. */
  public static final Ufunc logicalOr = of(Ops.LOGICAL_OR, 0);

  /** {@code not x}. */
  public static final Ufunc logicalNot = of(Ops.LOGICAL_NOT);

  /** {@code -x}. */
  public static final Ufunc negative = of(Ops.NEGATIVE);

  /** {@code |x|}. */
  public static final Ufunc abs = of(Ops.ABS);

  /** The square root of x. */
  public static final Ufunc sqrt = of(Ops.SQRT);

  /** e to the power of x. */
  public static final Ufunc exp = of(Ops.EXP);

  /** {@code x * x}. */
  public static final Ufunc square = of(Ops.SQUARE);

  /** {@code x1 ^ x2} of truth values. */
  public static final Ufunc logicalXor = of(Ops.LOGICAL_XOR, 0);

  /** {@code x}. */
  public static final Ufunc positive = of(Ops.POSITIVE);

  /** The complex conjugate. */
  public static final Ufunc conj = of(Ops.CONJ);

  /** {@code 1 / x}. */
  public static final Ufunc reciprocal = of(Ops.RECIPROCAL);

  /** -1, 0 or 1; a complex number divided by its absolute value. */
  public static final Ufunc sign = of(Ops.SIGN);

  /** {@code floor(x1 / x2)}. */
  public static final Ufunc floorDivide = of(Ops.FLOOR_DIVIDE);

  /** {@code x1 - x2 * floor(x1 / x2)}. */
  public static final Ufunc remainder = of(Ops.REMAINDER);

  /** {@code x1 - x2 * trunc(x1 / x2)}. */
  public static final Ufunc fmod = of(Ops.FMOD);

  /** The larger; of a number and NaN the number. */
  public static final Ufunc fmax = reorderable(Ops.FMAX);

  /** The smaller; of a number and NaN the number. */
  public static final Ufunc fmin = reorderable(Ops.FMIN);

  /** {@code min(max(x, lower), upper)}. */
  public static final Ufunc clip = of(Ops.CLIP);

  /** {@code x1 & x2}. */
  public static final Ufunc bitwiseAnd = of(Ops.BITWISE_AND, -1);

  /** {@code x1 | x2}. */
  public static final Ufunc bitwiseOr = of(Ops.BITWISE_OR, 0);

  /** {@code x1 ^ x2}. */
  public static final Ufunc bitwiseXor = of(Ops.BITWISE_XOR, 0);

  /** {@code ~x}. */
  public static final Ufunc bitwiseInvert = of(Ops.BITWISE_INVERT);

  /** {@code x1 << x2}. */
  public static final Ufunc bitwiseLeftShift = of(Ops.BITWISE_LEFT_SHIFT);

  /** {@code x1 >> x2}. */
  public static final Ufunc bitwiseRightShift = of(Ops.BITWISE_RIGHT_SHIFT);

  /** The number of ones in {@code |x|}. */
  public static final Ufunc bitwiseCount = of(Ops.BITWISE_COUNT);

  /** The greatest common divisor. */
  public static final Ufunc gcd = of(Ops.GCD, 0);

  /** The least common multiple. */
  public static final Ufunc lcm = of(Ops.LCM);

  /** The largest integer not above x. */
  public static final Ufunc floor = of(Ops.FLOOR);

  /** The smallest integer not below x. */
  public static final Ufunc ceil = of(Ops.CEIL);

  /** The integer next to x towards zero. */
  public static final Ufunc trunc = of(Ops.TRUNC);

  /** The integer nearest to x, ties to even; integers stay. */
  public static final Ufunc round = of(Ops.ROUND);

  /** The integer nearest to x, ties to even, in floating point. */
  public static final Ufunc rint = of(Ops.RINT);

  /** The fractional part, the first of {@code modf}. */
  public static final Ufunc modfFraction = of(Ops.MODF_FRACTION);

  /** The integral part, the second of {@code modf}. */
  public static final Ufunc modfInteger = of(Ops.MODF_INTEGER);

  /** The mantissa, 0.5 to 1, the first of {@code frexp}. */
  public static final Ufunc frexpMantissa = of(Ops.FREXP_MANTISSA);

  /** The exponent of two, the second of {@code frexp}. */
  public static final Ufunc frexpExponent = of(Ops.FREXP_EXPONENT);

  /** {@code x1 * 2^x2}. */
  public static final Ufunc ldexp = of(Ops.LDEXP);

  /** {@code |x|} in floating point. */
  public static final Ufunc fabs = of(Ops.FABS);

  /** The first with the sign of the second. */
  public static final Ufunc copysign = of(Ops.COPYSIGN);

  /** The number next to the first towards the second. */
  public static final Ufunc nextafter = of(Ops.NEXTAFTER);

  /** The distance to the next number. */
  public static final Ufunc spacing = of(Ops.SPACING);

  /** 0 for negative numbers, 1 for positive ones, the second operand for 0. */
  public static final Ufunc heaviside = of(Ops.HEAVISIDE);

  /** Degrees as radians. */
  public static final Ufunc deg2rad = of(Ops.DEG2RAD);

  /** Radians as degrees. */
  public static final Ufunc rad2deg = of(Ops.RAD2DEG);

  /** Whether x is NaN. */
  public static final Ufunc isnan = of(Ops.ISNAN);

  /** Whether x is infinite. */
  public static final Ufunc isinf = of(Ops.ISINF);

  /** Whether x is neither infinite nor NaN. */
  public static final Ufunc isfinite = of(Ops.ISFINITE);

  /** Whether x is positive infinity. */
  public static final Ufunc isposinf = of(Ops.ISPOSINF);

  /** Whether x is negative infinity. */
  public static final Ufunc isneginf = of(Ops.ISNEGINF);

  /** Whether the sign bit is set. */
  public static final Ufunc signbit = of(Ops.SIGNBIT);

  /** 2 to the power of x. */
  public static final Ufunc exp2 = of(Ops.EXP2);

  /** e to the power of x, less 1. */
  public static final Ufunc expm1 = of(Ops.EXPM1);

  /** The natural logarithm. */
  public static final Ufunc log = of(Ops.LOG);

  /** The logarithm to base 2. */
  public static final Ufunc log2 = of(Ops.LOG2);

  /** The logarithm to base 10. */
  public static final Ufunc log10 = of(Ops.LOG10);

  /** The natural logarithm of 1 + x. */
  public static final Ufunc log1p = of(Ops.LOG1P);

  /** The sine. */
  public static final Ufunc sin = of(Ops.SIN);

  /** The cosine. */
  public static final Ufunc cos = of(Ops.COS);

  /** The tangent. */
  public static final Ufunc tan = of(Ops.TAN);

  /** The inverse sine. */
  public static final Ufunc asin = of(Ops.ASIN);

  /** The inverse cosine. */
  public static final Ufunc acos = of(Ops.ACOS);

  /** The inverse tangent. */
  public static final Ufunc atan = of(Ops.ATAN);

  /** The hyperbolic sine. */
  public static final Ufunc sinh = of(Ops.SINH);

  /** The hyperbolic cosine. */
  public static final Ufunc cosh = of(Ops.COSH);

  /** The hyperbolic tangent. */
  public static final Ufunc tanh = of(Ops.TANH);

  /** The inverse hyperbolic sine. */
  public static final Ufunc asinh = of(Ops.ASINH);

  /** The inverse hyperbolic cosine. */
  public static final Ufunc acosh = of(Ops.ACOSH);

  /** The inverse hyperbolic tangent. */
  public static final Ufunc atanh = of(Ops.ATANH);

  /** The cube root. */
  public static final Ufunc cbrt = of(Ops.CBRT);

  /** The modified Bessel function of order 0. */
  public static final Ufunc i0 = of(Ops.I0);

  /** The angle of a complex number. */
  public static final Ufunc angle = of(Ops.ANGLE);

  /** {@code x1} to the power of {@code x2}. */
  public static final Ufunc pow = of(Ops.POW);

  /** The angle of the point (x2, x1). */
  public static final Ufunc atan2 = of(Ops.ATAN2);

  /** The square root of the sum of both squares. */
  public static final Ufunc hypot = of(Ops.HYPOT, 0);

  /** The logarithm of the sum of both exponentials. */
  public static final Ufunc logaddexp = of(Ops.LOGADDEXP, Double.NEGATIVE_INFINITY);

  /** The logarithm to base 2 of the sum of both powers of 2. */
  public static final Ufunc logaddexp2 = of(Ops.LOGADDEXP2, Double.NEGATIVE_INFINITY);

  /** {@code condition ? x1 : x2}. */
  public static final Ufunc where = of(Ops.WHERE);

  /** {@code floor(x1 / x2)} and {@code x1 - x2 * floor(x1 / x2)}. */
  public static final Ufunc divmod = of("divmod", null, false, Ops.FLOOR_DIVIDE, Ops.REMAINDER);

  /** The fractional and the integral part. */
  public static final Ufunc modf = of("modf", null, false, Ops.MODF_FRACTION, Ops.MODF_INTEGER);

  /** The mantissa, 0.5 to 1, and the exponent of two. */
  public static final Ufunc frexp = of("frexp", null, false, Ops.FREXP_MANTISSA, Ops.FREXP_EXPONENT);

  private static Ufunc of(Op op) {
    return of(op.name(), null, false, op);
  }

  /** A function with an identity. */
  private static Ufunc of(Op op, double identity) {
    return of(op.name(), identity, true, op);
  }

  /** A function without an identity that combines elements in any order. */
  private static Ufunc reorderable(Op op) {
    return of(op.name(), null, true, op);
  }

  private static Ufunc of(String name, Double identity, boolean reorderable, Op... ops) {
    return new Ufunc(new Ufunc.Kind(name, List.of(ops), null, identity, reorderable, new ConcurrentHashMap<>()), Ufunc.Options.NONE);
  }
}
