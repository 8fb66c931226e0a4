package orthant;

/** The functions of {@link Nd} that compare and test element by element; see {@link Elementwise} for the rules. */
abstract class NdLogic extends NdFunctions {
  NdLogic() {}

  /**
   * Where both are equal; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray equal(NDArray a, NDArray b) {
    return a.equal(b);
  }

  /**
   * Where both are equal; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray equal(NDArray a, double b) {
    return a.equal(b);
  }

  /**
   * Where both are equal; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray equal(NDArray a, long b) {
    return a.equal(b);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray notEqual(NDArray a, NDArray b) {
    return a.notEqual(b);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray notEqual(NDArray a, double b) {
    return a.notEqual(b);
  }

  /**
   * Where both differ; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray notEqual(NDArray a, long b) {
    return a.notEqual(b);
  }

  /**
   * Where a is less than b; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray less(NDArray a, NDArray b) {
    return a.less(b);
  }

  /**
   * Where a is less than b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray less(NDArray a, double b) {
    return a.less(b);
  }

  /**
   * Where a is less than b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray less(NDArray a, long b) {
    return a.less(b);
  }

  /**
   * Where a is less than or equal to b; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray lessEqual(NDArray a, NDArray b) {
    return a.lessEqual(b);
  }

  /**
   * Where a is less than or equal to b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray lessEqual(NDArray a, double b) {
    return a.lessEqual(b);
  }

  /**
   * Where a is less than or equal to b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray lessEqual(NDArray a, long b) {
    return a.lessEqual(b);
  }

  /**
   * Where a is greater than b; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray greater(NDArray a, NDArray b) {
    return a.greater(b);
  }

  /**
   * Where a is greater than b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray greater(NDArray a, double b) {
    return a.greater(b);
  }

  /**
   * Where a is greater than b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray greater(NDArray a, long b) {
    return a.greater(b);
  }

  /**
   * Where a is greater than or equal to b; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray greaterEqual(NDArray a, NDArray b) {
    return a.greaterEqual(b);
  }

  /**
   * Where a is greater than or equal to b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray greaterEqual(NDArray a, double b) {
    return a.greaterEqual(b);
  }

  /**
   * Where a is greater than or equal to b; a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray greaterEqual(NDArray a, long b) {
    return a.greaterEqual(b);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray logicalAnd(NDArray a, NDArray b) {
    return a.logicalAnd(b);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalAnd(NDArray a, double b) {
    return a.logicalAnd(b);
  }

  /**
   * Where both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalAnd(NDArray a, long b) {
    return a.logicalAnd(b);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray logicalOr(NDArray a, NDArray b) {
    return a.logicalOr(b);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalOr(NDArray a, double b) {
    return a.logicalOr(b);
  }

  /**
   * Where one or both are true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalOr(NDArray a, long b) {
    return a.logicalOr(b);
  }

  /**
   * Where exactly one is true (not zero); a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast, or it is not defined for the types
   */
  public static NDArray logicalXor(NDArray a, NDArray b) {
    return a.logicalXor(b);
  }

  /**
   * Where exactly one is true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalXor(NDArray a, double b) {
    return a.logicalXor(b);
  }

  /**
   * Where exactly one is true (not zero); a bool result.
   *
   * @param a an array
   * @param b a number
   * @return the result, of the broadcast shape
   */
  public static NDArray logicalXor(NDArray a, long b) {
    return a.logicalXor(b);
  }

  /**
   * Where a is false (zero); a bool result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray logicalNot(NDArray a) {
    return a.logicalNot();
  }

  /**
   * Where elements are NaN, or a part of them is; a bool result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray isnan(NDArray a) {
    return a.isnan();
  }

  /**
   * Where elements are infinite, or a part of them is; a bool result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray isinf(NDArray a) {
    return a.isinf();
  }

  /**
   * Where elements are neither infinite nor NaN; a bool result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray isfinite(NDArray a) {
    return a.isfinite();
  }

  /**
   * Where elements are positive infinity; a bool result. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray isposinf(NDArray a) {
    return a.isposinf();
  }

  /**
   * Where elements are negative infinity; a bool result. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray isneginf(NDArray a) {
    return a.isneginf();
  }

  /**
   * Where the sign bit is set, that of -0.0 too; a bool result. Not for complex numbers.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray signbit(NDArray a) {
    return a.signbit();
  }
}
