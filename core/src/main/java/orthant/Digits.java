package orthant;

import orthant.op.Ops;

/**
 * Bits and whole numbers: bitwise operations, divisors, rounding, neighbours; see {@link Elementwise} for the rules of types and shapes.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Digits<A, P> extends Applicable<A, P> {
  /**
   * The bits that both have; logical and for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A bitwiseAnd(P other) {
    return apply(Ops.BITWISE_AND, other);
  }

  /**
   * The bits that both have; logical and for bool.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A bitwiseAnd(long other) {
    return apply(Ops.BITWISE_AND, other);
  }

  /**
   * The bits that one or both have; logical or for bool.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A bitwiseOr(P other) {
    return apply(Ops.BITWISE_OR, other);
  }

  /**
   * The bits that one or both have; logical or for bool.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A bitwiseOr(long other) {
    return apply(Ops.BITWISE_OR, other);
  }

  /**
   * The bits that exactly one has.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A bitwiseXor(P other) {
    return apply(Ops.BITWISE_XOR, other);
  }

  /**
   * The bits that exactly one has.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A bitwiseXor(long other) {
    return apply(Ops.BITWISE_XOR, other);
  }

  /**
   * The bits moved up by {@code other} places; 0 where that is negative or not less than the width.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A bitwiseLeftShift(P other) {
    return apply(Ops.BITWISE_LEFT_SHIFT, other);
  }

  /**
   * The bits moved up by {@code other} places; 0 where that is negative or not less than the width.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A bitwiseLeftShift(long other) {
    return apply(Ops.BITWISE_LEFT_SHIFT, other);
  }

  /**
   * The bits moved down by {@code other} places, the sign coming in; 0, or -1 for negative numbers, where that is negative or not less than the
   * width.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A bitwiseRightShift(P other) {
    return apply(Ops.BITWISE_RIGHT_SHIFT, other);
  }

  /**
   * The bits moved down by {@code other} places, the sign coming in; 0, or -1 for negative numbers, where that is negative or not less than the
   * width.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A bitwiseRightShift(long other) {
    return apply(Ops.BITWISE_RIGHT_SHIFT, other);
  }

  /**
   * The greatest common divisor, not negative; of 0 and 0 it is 0.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A gcd(P other) {
    return apply(Ops.GCD, other);
  }

  /**
   * The greatest common divisor, not negative; of 0 and 0 it is 0.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A gcd(long other) {
    return apply(Ops.GCD, other);
  }

  /**
   * The least common multiple, not negative; 0 where one is 0.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A lcm(P other) {
    return apply(Ops.LCM, other);
  }

  /**
   * The least common multiple, not negative; 0 where one is 0.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A lcm(long other) {
    return apply(Ops.LCM, other);
  }

  /**
   * The bits turned around; logical not for bool.
   *
   * @return the result, of this shape
   */
  default A bitwiseInvert() {
    return apply(Ops.BITWISE_INVERT);
  }

  /**
   * The number of ones in the bits of the absolute value; a uint8 result.
   *
   * @return the result, of this shape
   */
  default A bitwiseCount() {
    return apply(Ops.BITWISE_COUNT);
  }

  /**
   * The largest whole number not above the element, in its own type. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A floor() {
    return apply(Ops.FLOOR);
  }

  /**
   * The smallest whole number not below the element, in its own type. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A ceil() {
    return apply(Ops.CEIL);
  }

  /**
   * The whole number next to the element towards zero, in its own type. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A trunc() {
    return apply(Ops.TRUNC);
  }

  /**
   * The whole number nearest to the element, ties to even; integers stay.
   *
   * @return the result, of this shape
   */
  default A round() {
    return apply(Ops.ROUND);
  }

  /**
   * The whole number nearest to the element, ties to even, in floating point.
   *
   * @return the result, of this shape
   */
  default A rint() {
    return apply(Ops.RINT);
  }

  /**
   * The absolute value, in floating point. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A fabs() {
    return apply(Ops.FABS);
  }

  /**
   * The distance to the next number away from zero, with the element's sign (of float16 to the next larger one). Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A spacing() {
    return apply(Ops.SPACING);
  }

  /**
   * The magnitude of this with the sign of the other. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A copysign(P other) {
    return apply(Ops.COPYSIGN, other);
  }

  /**
   * The magnitude of this with the sign of the other. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A copysign(double other) {
    return apply(Ops.COPYSIGN, other);
  }

  /**
   * The next number after this towards the other. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A nextafter(P other) {
    return apply(Ops.NEXTAFTER, other);
  }

  /**
   * The next number after this towards the other. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A nextafter(double other) {
    return apply(Ops.NEXTAFTER, other);
  }

  /**
   * {@code this * 2**other}, rounded once; the exponent must be an integer.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A ldexp(P other) {
    return apply(Ops.LDEXP, other);
  }

  /**
   * {@code this * 2**other}, rounded once; the exponent must be an integer.
   *
   * @param other an integer
   * @return the result, of the broadcast shape
   */
  default A ldexp(long other) {
    return apply(Ops.LDEXP, other);
  }

  /**
   * 0 where this is negative, 1 where it is positive, the other where it is 0. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A heaviside(P other) {
    return apply(Ops.HEAVISIDE, other);
  }

  /**
   * 0 where this is negative, 1 where it is positive, the other where it is 0. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A heaviside(double other) {
    return apply(Ops.HEAVISIDE, other);
  }
}
