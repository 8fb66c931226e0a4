package orthant;

import orthant.op.Ops;

/**
 * Comparisons, truth values and tests, element by element; see {@link Elementwise} for the rules of types and shapes.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Comparing<A, P> extends Applicable<A, P> {
  /**
   * Where both are equal; a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * Where exactly one is true (not zero); a bool result.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A logicalXor(P other) {
    return apply(Ops.LOGICAL_XOR, other);
  }

  /**
   * Where exactly one is true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalXor(double other) {
    return apply(Ops.LOGICAL_XOR, other);
  }

  /**
   * Where exactly one is true (not zero); a bool result.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logicalXor(long other) {
    return apply(Ops.LOGICAL_XOR, other);
  }

  /**
   * Where this is false (zero); a bool result.
   *
   * @return the result, of this shape
   */
  default A logicalNot() {
    return apply(Ops.LOGICAL_NOT);
  }

  /**
   * Where elements are NaN, or a part of them is; a bool result.
   *
   * @return the result, of this shape
   */
  default A isnan() {
    return apply(Ops.ISNAN);
  }

  /**
   * Where elements are infinite, or a part of them is; a bool result.
   *
   * @return the result, of this shape
   */
  default A isinf() {
    return apply(Ops.ISINF);
  }

  /**
   * Where elements are neither infinite nor NaN; a bool result.
   *
   * @return the result, of this shape
   */
  default A isfinite() {
    return apply(Ops.ISFINITE);
  }

  /**
   * Where elements are positive infinity; a bool result. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A isposinf() {
    return apply(Ops.ISPOSINF);
  }

  /**
   * Where elements are negative infinity; a bool result. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A isneginf() {
    return apply(Ops.ISNEGINF);
  }

  /**
   * Where the sign bit is set, that of -0.0 too; a bool result. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A signbit() {
    return apply(Ops.SIGNBIT);
  }
}
