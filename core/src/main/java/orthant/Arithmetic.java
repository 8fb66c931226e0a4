package orthant;

import orthant.op.Ops;

/**
 * The four rules and their kin, element by element; see {@link Elementwise} for the rules of types and shapes.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Arithmetic<A, P> extends Applicable<A, P> {
  /**
   * The sum {@code this + other}; logical or for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * The largest whole number not above {@code this / other}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A floorDivide(P other) {
    return apply(Ops.FLOOR_DIVIDE, other);
  }

  /**
   * The largest whole number not above {@code this / other}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A floorDivide(double other) {
    return apply(Ops.FLOOR_DIVIDE, other);
  }

  /**
   * The largest whole number not above {@code this / other}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A floorDivide(long other) {
    return apply(Ops.FLOOR_DIVIDE, other);
  }

  /**
   * The remainder of {@link #floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A remainder(P other) {
    return apply(Ops.REMAINDER, other);
  }

  /**
   * The remainder of {@link #floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A remainder(double other) {
    return apply(Ops.REMAINDER, other);
  }

  /**
   * The remainder of {@link #floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A remainder(long other) {
    return apply(Ops.REMAINDER, other);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A fmod(P other) {
    return apply(Ops.FMOD, other);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmod(double other) {
    return apply(Ops.FMOD, other);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmod(long other) {
    return apply(Ops.FMOD, other);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
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
   * The larger of both; of a number and NaN the number.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A fmax(P other) {
    return apply(Ops.FMAX, other);
  }

  /**
   * The larger of both; of a number and NaN the number.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmax(double other) {
    return apply(Ops.FMAX, other);
  }

  /**
   * The larger of both; of a number and NaN the number.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmax(long other) {
    return apply(Ops.FMAX, other);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A fmin(P other) {
    return apply(Ops.FMIN, other);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmin(double other) {
    return apply(Ops.FMIN, other);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A fmin(long other) {
    return apply(Ops.FMIN, other);
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
   * The elements themselves, as a copy; not defined for bool.
   *
   * @return the result, of this shape
   */
  default A positive() {
    return apply(Ops.POSITIVE);
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
   * -1, 0 or 1; NaN for NaN. A complex number is divided by its absolute value. Not defined for bool.
   *
   * @return the result, of this shape
   */
  default A sign() {
    return apply(Ops.SIGN);
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
   * The reciprocal {@code 1 / this}, in the type of the elements: of integers it is 0 but for 1 and -1.
   *
   * @return the result, of this shape
   */
  default A reciprocal() {
    return apply(Ops.RECIPROCAL);
  }

  /**
   * The complex conjugate; the elements themselves if they are not complex.
   *
   * @return the result, of this shape
   */
  default A conj() {
    return apply(Ops.CONJ);
  }
}
