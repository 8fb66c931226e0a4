package orthant;

import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Weak;

/** The functions of {@link Nd} that calculate element by element; see {@link Elementwise} for the rules. */
abstract class NdArithmetic extends NdShape {
  NdArithmetic() {}

  /**
   * The sum {@code a + b}; logical or for bool.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray add(NDArray a, NDArray b) {
    return a.add(b);
  }

  /**
   * The sum {@code a + b}; logical or for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray add(NDArray a, double b) {
    return a.add(b);
  }

  /**
   * The sum {@code a + b}; logical or for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray add(NDArray a, long b) {
    return a.add(b);
  }

  /**
   * The difference {@code a - b}; not defined for bool.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray subtract(NDArray a, NDArray b) {
    return a.subtract(b);
  }

  /**
   * The difference {@code a - b}; not defined for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray subtract(NDArray a, double b) {
    return a.subtract(b);
  }

  /**
   * The difference {@code a - b}; not defined for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray subtract(NDArray a, long b) {
    return a.subtract(b);
  }

  /**
   * The difference {@code a - b}; not defined for bool.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray subtract(double a, NDArray b) {
    return Engine.apply(Ops.SUBTRACT, Weak.of(b, a), b);
  }

  /**
   * The difference {@code a - b}; not defined for bool.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray subtract(long a, NDArray b) {
    return Engine.apply(Ops.SUBTRACT, Weak.of(b, a), b);
  }

  /**
   * The product {@code a * b}; logical and for bool.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray multiply(NDArray a, NDArray b) {
    return a.multiply(b);
  }

  /**
   * The product {@code a * b}; logical and for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray multiply(NDArray a, double b) {
    return a.multiply(b);
  }

  /**
   * The product {@code a * b}; logical and for bool.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray multiply(NDArray a, long b) {
    return a.multiply(b);
  }

  /**
   * The quotient {@code a / b}; integers are divided as float64.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray divide(NDArray a, NDArray b) {
    return a.divide(b);
  }

  /**
   * The quotient {@code a / b}; integers are divided as float64.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray divide(NDArray a, double b) {
    return a.divide(b);
  }

  /**
   * The quotient {@code a / b}; integers are divided as float64.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray divide(NDArray a, long b) {
    return a.divide(b);
  }

  /**
   * The quotient {@code a / b}; integers are divided as float64.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray divide(double a, NDArray b) {
    return Engine.apply(Ops.DIVIDE, Weak.of(b, a), b);
  }

  /**
   * The quotient {@code a / b}; integers are divided as float64.
   *
   * @param a a number
   * @param b an array
   * @return the result, of the broadcast shape
   */
  public static NDArray divide(long a, NDArray b) {
    return Engine.apply(Ops.DIVIDE, Weak.of(b, a), b);
  }

  /**
   * The largest whole number not above {@code a / b}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray floorDivide(NDArray a, NDArray b) {
    return a.floorDivide(b);
  }

  /**
   * The largest whole number not above {@code a / b}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray floorDivide(NDArray a, double b) {
    return a.floorDivide(b);
  }

  /**
   * The largest whole number not above {@code a / b}; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray floorDivide(NDArray a, long b) {
    return a.floorDivide(b);
  }

  /**
   * The remainder of {@code floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray remainder(NDArray a, NDArray b) {
    return a.remainder(b);
  }

  /**
   * The remainder of {@code floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray remainder(NDArray a, double b) {
    return a.remainder(b);
  }

  /**
   * The remainder of {@code floorDivide}, with the sign of the divisor; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray remainder(NDArray a, long b) {
    return a.remainder(b);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray fmod(NDArray a, NDArray b) {
    return a.fmod(b);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmod(NDArray a, double b) {
    return a.fmod(b);
  }

  /**
   * The remainder of the division towards zero, with the sign of the dividend; of integers 0 where the divisor is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmod(NDArray a, long b) {
    return a.fmod(b);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray maximum(NDArray a, NDArray b) {
    return a.maximum(b);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray maximum(NDArray a, double b) {
    return a.maximum(b);
  }

  /**
   * The larger of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray maximum(NDArray a, long b) {
    return a.maximum(b);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray minimum(NDArray a, NDArray b) {
    return a.minimum(b);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray minimum(NDArray a, double b) {
    return a.minimum(b);
  }

  /**
   * The smaller of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray minimum(NDArray a, long b) {
    return a.minimum(b);
  }

  /**
   * The larger of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray fmax(NDArray a, NDArray b) {
    return a.fmax(b);
  }

  /**
   * The larger of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmax(NDArray a, double b) {
    return a.fmax(b);
  }

  /**
   * The larger of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmax(NDArray a, long b) {
    return a.fmax(b);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray fmin(NDArray a, NDArray b) {
    return a.fmin(b);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmin(NDArray a, double b) {
    return a.fmin(b);
  }

  /**
   * The smaller of both; of a number and NaN the number.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray fmin(NDArray a, long b) {
    return a.fmin(b);
  }

  /**
   * The negation {@code -a}; not defined for bool.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray negative(NDArray a) {
    return a.negative();
  }

  /**
   * The elements themselves, as a copy; not defined for bool.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray positive(NDArray a) {
    return a.positive();
  }

  /**
   * The absolute value; the most negative integer stays itself.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray abs(NDArray a) {
    return a.abs();
  }

  /**
   * -1, 0 or 1; NaN for NaN. A complex number is divided by its absolute value. Not defined for bool.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray sign(NDArray a) {
    return a.sign();
  }

  /**
   * The square {@code a * a}.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray square(NDArray a) {
    return a.square();
  }

  /**
   * The reciprocal {@code 1 / a}, in the type of the elements: of integers it is 0 but for 1 and -1.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray reciprocal(NDArray a) {
    return a.reciprocal();
  }

  /**
   * The complex conjugate; the elements themselves if they are not complex.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray conj(NDArray a) {
    return a.conj();
  }
}
