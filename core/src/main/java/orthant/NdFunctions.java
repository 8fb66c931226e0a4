package orthant;

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
}
