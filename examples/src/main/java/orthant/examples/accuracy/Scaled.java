package orthant.examples.accuracy;

/**
 * An exact result, {@code value * 2^exponent}: in two parts, since the digits of subnormal numbers are not in the range of doubles.
 *
 * @param value the digits
 * @param exponent of two
 */
record Scaled(DoubleDouble value, int exponent) {
  static Scaled of(DoubleDouble value) {
    return new Scaled(value, 0);
  }

  /** The value in the range of doubles, without the digits that are lost there. */
  DoubleDouble plain() {
    return new DoubleDouble(scalb(value.hi(), exponent), scalb(value.lo(), exponent));
  }

  private static double scalb(double x, int exponent) {
    return Math.scalb(Math.scalb(x, exponent / 2), exponent - exponent / 2);
  }

  /** How far a double is from this, in units in the last place of the nearest double. */
  double error(double y) {
    return error(y, Math.ulp(value.hi()), Double.MIN_EXPONENT - 52, Double.MAX_EXPONENT);
  }

  /** How far a float is from this, in units in the last place of the nearest float. */
  double error(float y) {
    return error(y, Math.ulp((float) value.hi()), Float.MIN_EXPONENT - 23, Float.MAX_EXPONENT);
  }

  private double error(double y, double unit, int smallest, int largest) {
    double hi = value.hi();
    // An infinite result stands for the number after the largest one.
    double finite = !Double.isInfinite(y) ? scalb(y, -exponent)
        : Math.getExponent(hi) + exponent < largest ? y : Math.copySign(scalb(2, largest - exponent), y);
    if (Double.isInfinite(y) && Math.abs(hi) >= Math.abs(finite)) {
      return Math.signum(y) == Math.signum(hi) ? 0 : Double.POSITIVE_INFINITY;
    }
    double least = exponent > 1000 ? 0 : scalb(1, smallest - exponent);
    double error = Math.abs((finite - hi) - value.lo()) / Math.max(unit, least);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }
}
