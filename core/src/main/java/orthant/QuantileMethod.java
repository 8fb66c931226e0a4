package orthant;

/**
 * How a quantile is found between two elements; names and formulas are NumPy's, after Hyndman and Fan, <i>Sample Quantiles in
 * Statistical Packages</i>, The American Statistician 50 (4), 1996.
 */
public enum QuantileMethod {
  /** Method 1: an element, of the inverse of the empirical distribution. */
  INVERTED_CDF(Double.NaN, 0),
  /** Method 2: as method 1, but the mean where the distribution is flat. */
  AVERAGED_INVERTED_CDF(Double.NaN, 0),
  /** Method 3: the element that is nearest, of two the one with the even number. */
  CLOSEST_OBSERVATION(Double.NaN, 0),
  /** Method 4: linear interpolation of the empirical distribution. */
  INTERPOLATED_INVERTED_CDF(0, 1),
  /** Method 5: linear, with knots in the middle of the steps. */
  HAZEN(0.5, 0.5),
  /** Method 6. */
  WEIBULL(0, 0),
  /** Method 7, the usual one: linear between the elements. */
  LINEAR(1, 1),
  /** Method 8: about unbiased for the median, whatever the distribution. */
  MEDIAN_UNBIASED(1 / 3.0, 1 / 3.0),
  /** Method 9: about unbiased for a normal distribution. */
  NORMAL_UNBIASED(3 / 8.0, 3 / 8.0),
  /** The element below. */
  LOWER(Double.NaN, 0),
  /** The element above. */
  HIGHER(Double.NaN, 0),
  /** The mean of the elements below and above. */
  MIDPOINT(Double.NaN, 0),
  /** The nearest element, of two the one with the even position. */
  NEAREST(Double.NaN, 0);

  private final double alpha;
  private final double beta;

  QuantileMethod(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
  }

  /** Whether the result is always an element. */
  boolean isDiscrete() {
    return switch (this) {
      case INVERTED_CDF, CLOSEST_OBSERVATION, LOWER, HIGHER, NEAREST -> true;
      default -> false;
    };
  }

  /** Where a quantile is among sorted elements, as a position that may lie between two. */
  double position(long n, double q) {
    return switch (this) {
      case INVERTED_CDF -> {
        double at = n * q - 1;
        yield Math.max(Math.ceil(at), 0);
      }
      case CLOSEST_OBSERVATION -> {
        double at = n * q - 1 - 0.5;
        double below = Math.floor(at);
        boolean odd = at == below && below % 2 != 0;
        yield Math.max(odd ? below : below + 1, 0);
      }
      case AVERAGED_INVERTED_CDF -> n * q - 1;
      case LINEAR -> (n - 1) * q;
      case LOWER -> Math.floor((n - 1) * q);
      case HIGHER -> Math.ceil((n - 1) * q);
      case NEAREST -> Math.rint((n - 1) * q);
      case MIDPOINT -> 0.5 * (Math.floor((n - 1) * q) + Math.ceil((n - 1) * q));
      default -> n * q + (alpha + q * (1 - alpha - beta)) - 1;
    };
  }

  /** How much the element above counts, of two around a position. */
  double weight(double position, double fraction) {
    return switch (this) {
      case AVERAGED_INVERTED_CDF -> fraction == 0 ? 0.5 : 1;
      case MIDPOINT -> position % 1 == 0 ? 0 : 0.5;
      default -> fraction;
    };
  }
}
