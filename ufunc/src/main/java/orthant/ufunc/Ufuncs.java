package orthant.ufunc;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.op.Op;
import orthant.op.Ops;

/** The universal functions, by the array API's names in camelCase. */
public final class Ufuncs extends ComposedFunctions {
  private Ufuncs() {}

  /** {@code x1 + x2}. */
  public static final Ufunc add = row(Ops.ADD, 0);

  /** {@code x1 - x2}. */
  public static final Ufunc subtract = row(Ops.SUBTRACT);

  /** {@code x1 * x2}. */
  public static final Ufunc multiply = row(Ops.MULTIPLY, 1);

  /** {@code x1 / x2}. */
  public static final Ufunc divide = row(Ops.DIVIDE);

  /** The larger. */
  public static final Ufunc maximum = reorderable(Ops.MAXIMUM);

  /** The smaller. */
  public static final Ufunc minimum = reorderable(Ops.MINIMUM);

  /** {@code x1 == x2}. */
  public static final Ufunc equal = row(Ops.EQUAL);

  /** {@code x1 != x2}. */
  public static final Ufunc notEqual = row(Ops.NOT_EQUAL);

  /** {@code x1 < x2}. */
  public static final Ufunc less = row(Ops.LESS);

  /** {@code x1 <= x2}. */
  public static final Ufunc lessEqual = row(Ops.LESS_EQUAL);

  /** {@code x1 > x2}. */
  public static final Ufunc greater = row(Ops.GREATER);

  /** {@code x1 >= x2}. */
  public static final Ufunc greaterEqual = row(Ops.GREATER_EQUAL);

  /** {@code x1 and x2}. */
  public static final Ufunc logicalAnd = row(Ops.LOGICAL_AND, 1);

  /** {@code x1 or x2}. */
  public static final Ufunc logicalOr = row(Ops.LOGICAL_OR, 0);

  /** {@code not x}. */
  public static final Ufunc logicalNot = row(Ops.LOGICAL_NOT);

  /** {@code -x}. */
  public static final Ufunc negative = row(Ops.NEGATIVE);

  /** {@code |x|}. */
  public static final Ufunc abs = row(Ops.ABS);

  /** The square root of x. */
  public static final Ufunc sqrt = row(Ops.SQRT);

  /** e to the power of x. */
  public static final Ufunc exp = row(Ops.EXP);

  /** {@code x * x}. */
  public static final Ufunc square = row(Ops.SQUARE);

  /** {@code x1 ^ x2} of truth values. */
  public static final Ufunc logicalXor = row(Ops.LOGICAL_XOR, 0);

  /** {@code x}. */
  public static final Ufunc positive = row(Ops.POSITIVE);

  /** The complex conjugate. */
  public static final Ufunc conj = row(Ops.CONJ);

  /** {@code 1 / x}. */
  public static final Ufunc reciprocal = row(Ops.RECIPROCAL);

  /** -1, 0 or 1; a complex number divided by its absolute value. */
  public static final Ufunc sign = row(Ops.SIGN);

  /** {@code floor(x1 / x2)}. */
  public static final Ufunc floorDivide = row(Ops.FLOOR_DIVIDE);

  /** {@code x1 - x2 * floor(x1 / x2)}. */
  public static final Ufunc remainder = row(Ops.REMAINDER);

  /** {@code x1 - x2 * trunc(x1 / x2)}. */
  public static final Ufunc fmod = row(Ops.FMOD);

  /** The larger; of a number and NaN the number. */
  public static final Ufunc fmax = reorderable(Ops.FMAX);

  /** The smaller; of a number and NaN the number. */
  public static final Ufunc fmin = reorderable(Ops.FMIN);

  /** {@code min(max(x, lower), upper)}. */
  public static final Ufunc clip = row(Ops.CLIP);

  /** {@code x1 & x2}. */
  public static final Ufunc bitwiseAnd = row(Ops.BITWISE_AND, -1);

  /** {@code x1 | x2}. */
  public static final Ufunc bitwiseOr = row(Ops.BITWISE_OR, 0);

  /** {@code x1 ^ x2}. */
  public static final Ufunc bitwiseXor = row(Ops.BITWISE_XOR, 0);

  /** {@code ~x}. */
  public static final Ufunc bitwiseInvert = row(Ops.BITWISE_INVERT);

  /** {@code x1 << x2}. */
  public static final Ufunc bitwiseLeftShift = row(Ops.BITWISE_LEFT_SHIFT);

  /** {@code x1 >> x2}. */
  public static final Ufunc bitwiseRightShift = row(Ops.BITWISE_RIGHT_SHIFT);

  /** The number of ones in {@code |x|}. */
  public static final Ufunc bitwiseCount = row(Ops.BITWISE_COUNT);

  /** The greatest common divisor. */
  public static final Ufunc gcd = row(Ops.GCD, 0);

  /** The least common multiple. */
  public static final Ufunc lcm = row(Ops.LCM);

  /** The largest integer not above x. */
  public static final Ufunc floor = row(Ops.FLOOR);

  /** The smallest integer not below x. */
  public static final Ufunc ceil = row(Ops.CEIL);

  /** The integer next to x towards zero. */
  public static final Ufunc trunc = row(Ops.TRUNC);

  /** The integer nearest to x, ties to even; integers stay. */
  public static final Ufunc round = row(Ops.ROUND);

  /** The integer nearest to x, ties to even, in floating point. */
  public static final Ufunc rint = row(Ops.RINT);

  /** The fractional part, the first of {@code modf}. */
  public static final Ufunc modfFraction = row(Ops.MODF_FRACTION);

  /** The integral part, the second of {@code modf}. */
  public static final Ufunc modfInteger = row(Ops.MODF_INTEGER);

  /** The mantissa, 0.5 to 1, the first of {@code frexp}. */
  public static final Ufunc frexpMantissa = row(Ops.FREXP_MANTISSA);

  /** The exponent of two, the second of {@code frexp}. */
  public static final Ufunc frexpExponent = row(Ops.FREXP_EXPONENT);

  /** {@code x1 * 2^x2}. */
  public static final Ufunc ldexp = row(Ops.LDEXP);

  /** {@code |x|} in floating point. */
  public static final Ufunc fabs = row(Ops.FABS);

  /** The first with the sign of the second. */
  public static final Ufunc copysign = row(Ops.COPYSIGN);

  /** The number next to the first towards the second. */
  public static final Ufunc nextafter = row(Ops.NEXTAFTER);

  /** The distance to the next number. */
  public static final Ufunc spacing = row(Ops.SPACING);

  /** 0 for negative numbers, 1 for positive ones, the second operand for 0. */
  public static final Ufunc heaviside = row(Ops.HEAVISIDE);

  /** Degrees as radians. */
  public static final Ufunc deg2rad = row(Ops.DEG2RAD);

  /** Radians as degrees. */
  public static final Ufunc rad2deg = row(Ops.RAD2DEG);

  /** Whether x is NaN. */
  public static final Ufunc isnan = row(Ops.ISNAN);

  /** Whether x is infinite. */
  public static final Ufunc isinf = row(Ops.ISINF);

  /** Whether x is neither infinite nor NaN. */
  public static final Ufunc isfinite = row(Ops.ISFINITE);

  /** Whether x is positive infinity. */
  public static final Ufunc isposinf = row(Ops.ISPOSINF);

  /** Whether x is negative infinity. */
  public static final Ufunc isneginf = row(Ops.ISNEGINF);

  /** Whether the sign bit is set. */
  public static final Ufunc signbit = row(Ops.SIGNBIT);

  /** 2 to the power of x. */
  public static final Ufunc exp2 = row(Ops.EXP2);

  /** e to the power of x, less 1. */
  public static final Ufunc expm1 = row(Ops.EXPM1);

  /** The natural logarithm. */
  public static final Ufunc log = row(Ops.LOG);

  /** The logarithm to base 2. */
  public static final Ufunc log2 = row(Ops.LOG2);

  /** The logarithm to base 10. */
  public static final Ufunc log10 = row(Ops.LOG10);

  /** The natural logarithm of 1 + x. */
  public static final Ufunc log1p = row(Ops.LOG1P);

  /** The sine. */
  public static final Ufunc sin = row(Ops.SIN);

  /** The cosine. */
  public static final Ufunc cos = row(Ops.COS);

  /** The tangent. */
  public static final Ufunc tan = row(Ops.TAN);

  /** The inverse sine. */
  public static final Ufunc asin = row(Ops.ASIN);

  /** The inverse cosine. */
  public static final Ufunc acos = row(Ops.ACOS);

  /** The inverse tangent. */
  public static final Ufunc atan = row(Ops.ATAN);

  /** The hyperbolic sine. */
  public static final Ufunc sinh = row(Ops.SINH);

  /** The hyperbolic cosine. */
  public static final Ufunc cosh = row(Ops.COSH);

  /** The hyperbolic tangent. */
  public static final Ufunc tanh = row(Ops.TANH);

  /** The inverse hyperbolic sine. */
  public static final Ufunc asinh = row(Ops.ASINH);

  /** The inverse hyperbolic cosine. */
  public static final Ufunc acosh = row(Ops.ACOSH);

  /** The inverse hyperbolic tangent. */
  public static final Ufunc atanh = row(Ops.ATANH);

  /** The cube root. */
  public static final Ufunc cbrt = row(Ops.CBRT);

  /** The modified Bessel function of order 0. */
  public static final Ufunc i0 = row(Ops.I0);

  /** The angle of a complex number. */
  public static final Ufunc angle = row(Ops.ANGLE);

  /** {@code x1} to the power of {@code x2}. */
  public static final Ufunc pow = row(Ops.POW);

  /** The angle of the point (x2, x1). */
  public static final Ufunc atan2 = row(Ops.ATAN2);

  /** The square root of the sum of both squares. */
  public static final Ufunc hypot = row(Ops.HYPOT, 0);

  /** The logarithm of the sum of both exponentials. */
  public static final Ufunc logaddexp = row(Ops.LOGADDEXP, Double.NEGATIVE_INFINITY);

  /** The logarithm to base 2 of the sum of both powers of 2. */
  public static final Ufunc logaddexp2 = row(Ops.LOGADDEXP2, Double.NEGATIVE_INFINITY);

  /** {@code condition ? x1 : x2}. */
  public static final Ufunc where = row(Ops.WHERE);

  /** {@code floor(x1 / x2)} and {@code x1 - x2 * floor(x1 / x2)}. */
  public static final Ufunc divmod = row("divmod", null, false, Ops.FLOOR_DIVIDE, Ops.REMAINDER);

  /** The fractional and the integral part. */
  public static final Ufunc modf = row("modf", null, false, Ops.MODF_FRACTION, Ops.MODF_INTEGER);

  /** The mantissa, 0.5 to 1, and the exponent of two. */
  public static final Ufunc frexp = row("frexp", null, false, Ops.FREXP_MANTISSA, Ops.FREXP_EXPONENT);

  private static Ufunc row(Op op) {
    return row(op.name(), null, false, op);
  }

  /** A function with an identity. */
  private static Ufunc row(Op op, double identity) {
    return row(op.name(), identity, true, op);
  }

  /** A function without an identity that combines elements in any order. */
  private static Ufunc reorderable(Op op) {
    return row(op.name(), null, true, op);
  }

  private static Ufunc row(String name, Double identity, boolean reorderable, Op... ops) {
    return new Ufunc(new Ufunc.Kind(name, List.of(ops), null, identity, reorderable, null, new ConcurrentHashMap<>()), Ufunc.Options.NONE);
  }
}
