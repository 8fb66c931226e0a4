package orthant.ufunc;

import orthant.op.Op;
import orthant.op.Ops;

/** The universal functions, by the array API's names in camelCase. */
public final class Ufuncs {
  private Ufuncs() {}

  /** {@code x1 + x2}. */
  public static final Ufunc add = of(Ops.ADD);

  /** {@code x1 - x2}. */
  public static final Ufunc subtract = of(Ops.SUBTRACT);

  /** {@code x1 * x2}. */
  public static final Ufunc multiply = of(Ops.MULTIPLY);

  /** {@code x1 / x2}. */
  public static final Ufunc divide = of(Ops.DIVIDE);

  /** The larger. */
  public static final Ufunc maximum = of(Ops.MAXIMUM);

  /** The smaller. */
  public static final Ufunc minimum = of(Ops.MINIMUM);

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
  public static final Ufunc logicalAnd = of(Ops.LOGICAL_AND);

  /** {@code x1 or x2}. */
  public static final Ufunc logicalOr = of(Ops.LOGICAL_OR);

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

  /** {@code condition ? x1 : x2}. */
  public static final Ufunc where = of(Ops.WHERE);

  private static Ufunc of(Op op) {
    return new Ufunc(op, null, null);
  }
}
