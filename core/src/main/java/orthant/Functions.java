package orthant;

import orthant.op.Ops;

/**
 * Roots, powers, logarithms, trigonometric and hyperbolic functions, element by element; see {@link Elementwise} for the rules. Integers are taken
 * as the floating-point type that has about their digits.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Functions<A, P> extends Applicable<A, P> {
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
   * The power {@code this ** other}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A pow(P other) {
    return apply(Ops.POW, other);
  }

  /**
   * The power {@code this ** other}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A pow(double other) {
    return apply(Ops.POW, other);
  }

  /**
   * The power {@code this ** other}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A pow(long other) {
    return apply(Ops.POW, other);
  }

  /**
   * 2 to the power of the element.
   *
   * @return the result, of this shape
   */
  default A exp2() {
    return apply(Ops.EXP2);
  }

  /**
   * e to the power of the element, less 1, exact near 0.
   *
   * @return the result, of this shape
   */
  default A expm1() {
    return apply(Ops.EXPM1);
  }

  /**
   * The natural logarithm; NaN for negative numbers.
   *
   * @return the result, of this shape
   */
  default A log() {
    return apply(Ops.LOG);
  }

  /**
   * The logarithm to base 2; exact for powers of two.
   *
   * @return the result, of this shape
   */
  default A log2() {
    return apply(Ops.LOG2);
  }

  /**
   * The logarithm to base 10.
   *
   * @return the result, of this shape
   */
  default A log10() {
    return apply(Ops.LOG10);
  }

  /**
   * The natural logarithm of 1 and the element, exact near 0.
   *
   * @return the result, of this shape
   */
  default A log1p() {
    return apply(Ops.LOG1P);
  }

  /**
   * The cube root. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A cbrt() {
    return apply(Ops.CBRT);
  }

  /**
   * The sine of radians.
   *
   * @return the result, of this shape
   */
  default A sin() {
    return apply(Ops.SIN);
  }

  /**
   * The cosine of radians.
   *
   * @return the result, of this shape
   */
  default A cos() {
    return apply(Ops.COS);
  }

  /**
   * The tangent of radians.
   *
   * @return the result, of this shape
   */
  default A tan() {
    return apply(Ops.TAN);
  }

  /**
   * The inverse sine, in radians.
   *
   * @return the result, of this shape
   */
  default A asin() {
    return apply(Ops.ASIN);
  }

  /**
   * The inverse cosine, in radians.
   *
   * @return the result, of this shape
   */
  default A acos() {
    return apply(Ops.ACOS);
  }

  /**
   * The inverse tangent, in radians.
   *
   * @return the result, of this shape
   */
  default A atan() {
    return apply(Ops.ATAN);
  }

  /**
   * The hyperbolic sine.
   *
   * @return the result, of this shape
   */
  default A sinh() {
    return apply(Ops.SINH);
  }

  /**
   * The hyperbolic cosine.
   *
   * @return the result, of this shape
   */
  default A cosh() {
    return apply(Ops.COSH);
  }

  /**
   * The hyperbolic tangent.
   *
   * @return the result, of this shape
   */
  default A tanh() {
    return apply(Ops.TANH);
  }

  /**
   * The inverse hyperbolic sine.
   *
   * @return the result, of this shape
   */
  default A asinh() {
    return apply(Ops.ASINH);
  }

  /**
   * The inverse hyperbolic cosine.
   *
   * @return the result, of this shape
   */
  default A acosh() {
    return apply(Ops.ACOSH);
  }

  /**
   * The inverse hyperbolic tangent.
   *
   * @return the result, of this shape
   */
  default A atanh() {
    return apply(Ops.ATANH);
  }

  /**
   * Degrees as radians. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A deg2rad() {
    return apply(Ops.DEG2RAD);
  }

  /**
   * Radians as degrees. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A rad2deg() {
    return apply(Ops.RAD2DEG);
  }

  /**
   * The angle of complex numbers, in radians from -pi to pi; of real numbers 0 or pi.
   *
   * @return the result, of this shape
   */
  default A angle() {
    return apply(Ops.ANGLE);
  }

  /**
   * The modified Bessel function of the first kind, order 0. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A i0() {
    return apply(Ops.I0);
  }

  /**
   * The angle of the point (other, this), in radians from -pi to pi. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A atan2(P other) {
    return apply(Ops.ATAN2, other);
  }

  /**
   * The angle of the point (other, this), in radians from -pi to pi. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A atan2(double other) {
    return apply(Ops.ATAN2, other);
  }

  /**
   * The square root of the sum of both squares, without overflow on the way. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A hypot(P other) {
    return apply(Ops.HYPOT, other);
  }

  /**
   * The square root of the sum of both squares, without overflow on the way. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A hypot(double other) {
    return apply(Ops.HYPOT, other);
  }

  /**
   * The logarithm of {@code exp(this) + exp(other)}. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A logaddexp(P other) {
    return apply(Ops.LOGADDEXP, other);
  }

  /**
   * The logarithm of {@code exp(this) + exp(other)}. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logaddexp(double other) {
    return apply(Ops.LOGADDEXP, other);
  }

  /**
   * The logarithm to base 2 of {@code exp2(this) + exp2(other)}. Not for complex numbers.
   *
   * @param other another operand
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  default A logaddexp2(P other) {
    return apply(Ops.LOGADDEXP2, other);
  }

  /**
   * The logarithm to base 2 of {@code exp2(this) + exp2(other)}. Not for complex numbers.
   *
   * @param other a number
   * @return the result, of the broadcast shape
   */
  default A logaddexp2(double other) {
    return apply(Ops.LOGADDEXP2, other);
  }
}
