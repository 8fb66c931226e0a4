package orthant;

import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Weak;

/** The functions of {@link Nd} that are roots, powers, logarithms, trigonometric and hyperbolic functions; see {@link Elementwise} for the rules. */
abstract class NdFunctions extends NdDigits {
  NdFunctions() {}

  /**
   * The square root, exactly rounded; NaN for negative numbers. Integers are taken as float64.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray sqrt(NDArray a) {
    return a.sqrt();
  }

  /**
   * The exponential e^a, to within 1 ULP; the same bits on every machine. Integers are taken as float64.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray exp(NDArray a) {
    return a.exp();
  }

  /**
   * The power {@code a ** b}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray pow(NDArray a, NDArray b) {
    return a.pow(b);
  }

  /**
   * The power {@code a ** b}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray pow(NDArray a, double b) {
    return a.pow(b);
  }

  /**
   * The power {@code a ** b}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray pow(NDArray a, long b) {
    return a.pow(b);
  }

  /**
   * The power {@code a ** b}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray pow(double a, NDArray b) {
    return Engine.apply(Ops.POW, Weak.of(b, a), b);
  }

  /**
   * The power {@code a ** b}. Of integers it wraps around, and negative exponents give what is left of the fraction: 0, 1 or -1.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray pow(long a, NDArray b) {
    return Engine.apply(Ops.POW, Weak.of(b, a), b);
  }

  /**
   * 2 to the power of the element.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray exp2(NDArray a) {
    return a.exp2();
  }

  /**
   * e to the power of the element, less 1, exact near 0.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray expm1(NDArray a) {
    return a.expm1();
  }

  /**
   * The natural logarithm; NaN for negative numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray log(NDArray a) {
    return a.log();
  }

  /**
   * The logarithm to base 2; exact for powers of two.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray log2(NDArray a) {
    return a.log2();
  }

  /**
   * The logarithm to base 10.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray log10(NDArray a) {
    return a.log10();
  }

  /**
   * The natural logarithm of 1 and the element, exact near 0.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray log1p(NDArray a) {
    return a.log1p();
  }

  /**
   * The cube root. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray cbrt(NDArray a) {
    return a.cbrt();
  }

  /**
   * The sine of radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray sin(NDArray a) {
    return a.sin();
  }

  /**
   * The cosine of radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray cos(NDArray a) {
    return a.cos();
  }

  /**
   * The tangent of radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray tan(NDArray a) {
    return a.tan();
  }

  /**
   * The inverse sine, in radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray asin(NDArray a) {
    return a.asin();
  }

  /**
   * The inverse cosine, in radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray acos(NDArray a) {
    return a.acos();
  }

  /**
   * The inverse tangent, in radians.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray atan(NDArray a) {
    return a.atan();
  }

  /**
   * The hyperbolic sine.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray sinh(NDArray a) {
    return a.sinh();
  }

  /**
   * The hyperbolic cosine.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray cosh(NDArray a) {
    return a.cosh();
  }

  /**
   * The hyperbolic tangent.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray tanh(NDArray a) {
    return a.tanh();
  }

  /**
   * The inverse hyperbolic sine.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray asinh(NDArray a) {
    return a.asinh();
  }

  /**
   * The inverse hyperbolic cosine.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray acosh(NDArray a) {
    return a.acosh();
  }

  /**
   * The inverse hyperbolic tangent.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray atanh(NDArray a) {
    return a.atanh();
  }

  /**
   * Degrees as radians. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray deg2rad(NDArray a) {
    return a.deg2rad();
  }

  /**
   * Radians as degrees. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray rad2deg(NDArray a) {
    return a.rad2deg();
  }

  /**
   * The angle of complex numbers, in radians from -pi to pi; of real numbers 0 or pi.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray angle(NDArray a) {
    return a.angle();
  }

  /**
   * The modified Bessel function of the first kind, order 0. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray i0(NDArray a) {
    return a.i0();
  }

  /**
   * The angle of the point (b, a), in radians from -pi to pi. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray atan2(NDArray a, NDArray b) {
    return a.atan2(b);
  }

  /**
   * The angle of the point (b, a), in radians from -pi to pi. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray atan2(NDArray a, double b) {
    return a.atan2(b);
  }

  /**
   * The square root of the sum of both squares, without overflow on the way. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray hypot(NDArray a, NDArray b) {
    return a.hypot(b);
  }

  /**
   * The square root of the sum of both squares, without overflow on the way. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray hypot(NDArray a, double b) {
    return a.hypot(b);
  }

  /**
   * The logarithm of {@code exp(a) + exp(b)}. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray logaddexp(NDArray a, NDArray b) {
    return a.logaddexp(b);
  }

  /**
   * The logarithm of {@code exp(a) + exp(b)}. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logaddexp(NDArray a, double b) {
    return a.logaddexp(b);
  }

  /**
   * The logarithm to base 2 of {@code exp2(a) + exp2(b)}. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray logaddexp2(NDArray a, NDArray b) {
    return a.logaddexp2(b);
  }

  /**
   * The logarithm to base 2 of {@code exp2(a) + exp2(b)}. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logaddexp2(NDArray a, double b) {
    return a.logaddexp2(b);
  }
}
