package orthant;

/** The functions of {@link Nd} that compare element by element; see {@link Elementwise} for the rules. */
abstract class NdLogic extends NdArithmetic {
  NdLogic() {}

  /**
   * Where both are equal; a bool result.
   *
   * @param a an array
   * @param b another array
   * @return the result, of the broadcast shape
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
   * Where a is false (zero); a bool result.
   *
   * @param a an array
   * @return the result, of the shape of a
   */
  public static NDArray logicalNot(NDArray a) {
    return a.logicalNot();
  }
}
