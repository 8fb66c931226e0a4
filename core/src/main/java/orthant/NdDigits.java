package orthant;

/** The functions of {@link Nd} about bits, divisors, rounding and neighbours; see {@link Elementwise} for the rules. */
abstract class NdDigits extends NdArithmetic {
  NdDigits() {}

  /**
   * The bits that both have; logical and for bool.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray bitwiseAnd(NDArray a, NDArray b) {
    return a.bitwiseAnd(b);
  }

  /**
   * The bits that both have; logical and for bool.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray bitwiseAnd(NDArray a, long b) {
    return a.bitwiseAnd(b);
  }

  /**
   * The bits that one or both have; logical or for bool.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray bitwiseOr(NDArray a, NDArray b) {
    return a.bitwiseOr(b);
  }

  /**
   * The bits that one or both have; logical or for bool.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray bitwiseOr(NDArray a, long b) {
    return a.bitwiseOr(b);
  }

  /**
   * The bits that exactly one has.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray bitwiseXor(NDArray a, NDArray b) {
    return a.bitwiseXor(b);
  }

  /**
   * The bits that exactly one has.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray bitwiseXor(NDArray a, long b) {
    return a.bitwiseXor(b);
  }

  /**
   * The bits moved up by {@code b} places; 0 where that is negative or not less than the width.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray bitwiseLeftShift(NDArray a, NDArray b) {
    return a.bitwiseLeftShift(b);
  }

  /**
   * The bits moved up by {@code b} places; 0 where that is negative or not less than the width.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray bitwiseLeftShift(NDArray a, long b) {
    return a.bitwiseLeftShift(b);
  }

  /**
   * The bits moved down by {@code b} places, the sign coming in; 0, or -1 for negative numbers, where that is negative or not less than the width.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray bitwiseRightShift(NDArray a, NDArray b) {
    return a.bitwiseRightShift(b);
  }

  /**
   * The bits moved down by {@code b} places, the sign coming in; 0, or -1 for negative numbers, where that is negative or not less than the width.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray bitwiseRightShift(NDArray a, long b) {
    return a.bitwiseRightShift(b);
  }

  /**
   * The greatest common divisor, not negative; of 0 and 0 it is 0.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray gcd(NDArray a, NDArray b) {
    return a.gcd(b);
  }

  /**
   * The greatest common divisor, not negative; of 0 and 0 it is 0.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray gcd(NDArray a, long b) {
    return a.gcd(b);
  }

  /**
   * The least common multiple, not negative; 0 where one is 0.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray lcm(NDArray a, NDArray b) {
    return a.lcm(b);
  }

  /**
   * The least common multiple, not negative; 0 where one is 0.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray lcm(NDArray a, long b) {
    return a.lcm(b);
  }

  /**
   * The bits turned around; logical not for bool.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray bitwiseInvert(NDArray a) {
    return a.bitwiseInvert();
  }

  /**
   * The number of ones in the bits of the absolute value; a uint8 result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray bitwiseCount(NDArray a) {
    return a.bitwiseCount();
  }

  /**
   * The largest whole number not above the element, in its own type. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray floor(NDArray a) {
    return a.floor();
  }

  /**
   * The smallest whole number not below the element, in its own type. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray ceil(NDArray a) {
    return a.ceil();
  }

  /**
   * The whole number next to the element towards zero, in its own type. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray trunc(NDArray a) {
    return a.trunc();
  }

  /**
   * The whole number nearest to the element, ties to even; integers stay.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray round(NDArray a) {
    return a.round();
  }

  /**
   * The whole number nearest to the element, ties to even, in floating point.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray rint(NDArray a) {
    return a.rint();
  }

  /**
   * The absolute value, in floating point. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray fabs(NDArray a) {
    return a.fabs();
  }

  /**
   * The distance to the next number away from zero, with the element's sign (of float16 to the next larger one). Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray spacing(NDArray a) {
    return a.spacing();
  }

  /**
   * The magnitude of a with the sign of b. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray copysign(NDArray a, NDArray b) {
    return a.copysign(b);
  }

  /**
   * The magnitude of a with the sign of b. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray copysign(NDArray a, double b) {
    return a.copysign(b);
  }

  /**
   * The next number after a towards b. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray nextafter(NDArray a, NDArray b) {
    return a.nextafter(b);
  }

  /**
   * The next number after a towards b. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray nextafter(NDArray a, double b) {
    return a.nextafter(b);
  }

  /**
   * {@code a * 2**b}, rounded once; the exponent must be an integer.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray ldexp(NDArray a, NDArray b) {
    return a.ldexp(b);
  }

  /**
   * {@code a * 2**b}, rounded once; the exponent must be an integer.
   *
   * @param a an array
   * @param b an integer
   * @return the result, of the broadcast shape
   */
  public static NDArray ldexp(NDArray a, long b) {
    return a.ldexp(b);
  }

  /**
   * 0 where a is negative, 1 where it is positive, b where it is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray heaviside(NDArray a, NDArray b) {
    return a.heaviside(b);
  }

  /**
   * 0 where a is negative, 1 where it is positive, b where it is 0. Not for complex numbers.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray heaviside(NDArray a, double b) {
    return a.heaviside(b);
  }
}
