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
   * The larger of both; NaN if one is NaN.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
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
   * The negation {@code -a}; not defined for bool.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray negative(NDArray a) {
    return a.negative();
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
   * The square {@code a * a}.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray square(NDArray a) {
    return a.square();
  }
}
