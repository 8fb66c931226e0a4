package orthant;

import orthant.op.Ops;

/**
 * The operations that work element by element, as methods: each is one line over {@link #apply}, so arrays compute at
 * once and lazy expressions only note what to compute.
 *
 * <p>Operands broadcast. Types promote as in NumPy 2: two arrays to the smallest type that holds both; Java numbers are
 * weak, so a {@code float32} array times {@code 2.0} stays {@code float32}. Every method throws
 * {@link IllegalArgumentException} if shapes do not broadcast or the operation is not defined for the types, and
 * {@link IllegalStateException} if an operand's memory was released.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Elementwise<A, P> {
  /**
   * Applies an operation of one operand to this.
   *
   * @param operation the operation
   * @return the result
   */
  A apply(Operation operation);

  /**
   * Applies an operation of two operands to this and another.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, P other);

  /**
   * Applies an operation of two operands to this and a weak floating-point number.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, double other);

  /**
   * Applies an operation of two operands to this and a weak integer.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, long other);

  /**
   * The sum {@code this + other}; logical or for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A add(P other) {
    return apply(Ops.ADD, other);
  }

  /**
   * The sum {@code this + other}; logical or for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A add(double other) {
    return apply(Ops.ADD, other);
  }

  /**
   * The sum {@code this + other}; logical or for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A add(long other) {
    return apply(Ops.ADD, other);
  }

  /**
   * The difference {@code this - other}; not defined for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A subtract(P other) {
    return apply(Ops.SUBTRACT, other);
  }

  /**
   * The difference {@code this - other}; not defined for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A subtract(double other) {
    return apply(Ops.SUBTRACT, other);
  }

  /**
   * The difference {@code this - other}; not defined for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A subtract(long other) {
    return apply(Ops.SUBTRACT, other);
  }

  /**
   * The product {@code this * other}; logical and for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A multiply(P other) {
    return apply(Ops.MULTIPLY, other);
  }

  /**
   * The product {@code this * other}; logical and for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A multiply(double other) {
    return apply(Ops.MULTIPLY, other);
  }

  /**
   * The product {@code this * other}; logical and for bool.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A multiply(long other) {
    return apply(Ops.MULTIPLY, other);
  }

  /**
   * The quotient {@code this / other}; integers are divided as float64.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A divide(P other) {
    return apply(Ops.DIVIDE, other);
  }

  /**
   * The quotient {@code this / other}; integers are divided as float64.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A divide(double other) {
    return apply(Ops.DIVIDE, other);
  }

  /**
   * The quotient {@code this / other}; integers are divided as float64.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A divide(long other) {
    return apply(Ops.DIVIDE, other);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A maximum(P other) {
    return apply(Ops.MAXIMUM, other);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A maximum(double other) {
    return apply(Ops.MAXIMUM, other);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A maximum(long other) {
    return apply(Ops.MAXIMUM, other);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A minimum(P other) {
    return apply(Ops.MINIMUM, other);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A minimum(double other) {
    return apply(Ops.MINIMUM, other);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A minimum(long other) {
    return apply(Ops.MINIMUM, other);
  }

  /**
   * Where both are equal; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A equal(P other) {
    return apply(Ops.EQUAL, other);
  }

  /**
   * Where both are equal; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A equal(double other) {
    return apply(Ops.EQUAL, other);
  }

  /**
   * Where both are equal; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A equal(long other) {
    return apply(Ops.EQUAL, other);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A notEqual(P other) {
    return apply(Ops.NOT_EQUAL, other);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A notEqual(double other) {
    return apply(Ops.NOT_EQUAL, other);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A notEqual(long other) {
    return apply(Ops.NOT_EQUAL, other);
  }

  /**
   * Where this is less than the other; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A less(P other) {
    return apply(Ops.LESS, other);
  }

  /**
   * Where this is less than the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A less(double other) {
    return apply(Ops.LESS, other);
  }

  /**
   * Where this is less than the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A less(long other) {
    return apply(Ops.LESS, other);
  }

  /**
   * Where this is less than or equal to the other; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A lessEqual(P other) {
    return apply(Ops.LESS_EQUAL, other);
  }

  /**
   * Where this is less than or equal to the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A lessEqual(double other) {
    return apply(Ops.LESS_EQUAL, other);
  }

  /**
   * Where this is less than or equal to the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A lessEqual(long other) {
    return apply(Ops.LESS_EQUAL, other);
  }

  /**
   * Where this is greater than the other; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A greater(P other) {
    return apply(Ops.GREATER, other);
  }

  /**
   * Where this is greater than the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A greater(double other) {
    return apply(Ops.GREATER, other);
  }

  /**
   * Where this is greater than the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A greater(long other) {
    return apply(Ops.GREATER, other);
  }

  /**
   * Where this is greater than or equal to the other; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A greaterEqual(P other) {
    return apply(Ops.GREATER_EQUAL, other);
  }

  /**
   * Where this is greater than or equal to the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A greaterEqual(double other) {
    return apply(Ops.GREATER_EQUAL, other);
  }

  /**
   * Where this is greater than or equal to the other; a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A greaterEqual(long other) {
    return apply(Ops.GREATER_EQUAL, other);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A logicalAnd(P other) {
    return apply(Ops.LOGICAL_AND, other);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalAnd(double other) {
    return apply(Ops.LOGICAL_AND, other);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalAnd(long other) {
    return apply(Ops.LOGICAL_AND, other);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   */
  default A logicalOr(P other) {
    return apply(Ops.LOGICAL_OR, other);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalOr(double other) {
    return apply(Ops.LOGICAL_OR, other);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalOr(long other) {
    return apply(Ops.LOGICAL_OR, other);
  }

  /**
   * The negation {@code -this}; not defined for bool.
   *
   * @return the result, of this shape
   */
  default A negative() {
    return apply(Ops.NEGATIVE);
  }

  /**
   * The absolute value; the most negative integer stays itself.
   *
   * @return the result, of this shape
   */
  default A abs() {
    return apply(Ops.ABS);
  }

  /**
   * The square root, exactly rounded; NaN for negative numbers. Integers are taken as float64.
   *
   * @return the result, of this shape
   */
  default A sqrt() {
    return apply(Ops.SQRT);
  }

  /**
   * The exponential e^this, to within 1 ULP; the same bits on every machine. Integers are taken as float64.
   *
   * @return the result, of this shape
   */
  default A exp() {
    return apply(Ops.EXP);
  }

  /**
   * The square {@code this * this}.
   *
   * @return the result, of this shape
   */
  default A square() {
    return apply(Ops.SQUARE);
  }

  /**
   * Where this is false (zero); a bool result.
   *
   * @return the result, of this shape
   */
  default A logicalNot() {
    return apply(Ops.LOGICAL_NOT);
  }

}
