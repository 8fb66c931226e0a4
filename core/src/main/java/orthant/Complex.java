package orthant;

/**
 * A complex number, as {@link NDArray#getComplex} returns it.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) {
  /** The imaginary unit. */
  public static final Complex I = new Complex(0, 1);

  /**
   * A complex number.
   *
   * @param re the real part
   * @param im the imaginary part
   * @return the number
   */
  public static Complex of(double re, double im) {
    return new Complex(re, im);
  }

  /**
   * The absolute value.
   *
   * @return the distance from 0
   */
  public double abs() {
    return StrictMath.hypot(re, im);
  }

  @Override
  public String toString() {
    return re + (Math.copySign(1, im) < 0 ? "-" : "+") + Math.abs(im) + "i";
  }
}
