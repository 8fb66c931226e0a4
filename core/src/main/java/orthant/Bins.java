package orthant;

/**
 * The bins of a histogram along one axis: so many of the same width, the given ones, or as many as a rule finds in the
 * data. Immutable.
 *
 * @param count how many, or 0 if edges or a rule say
 * @param edges the edges from the lowest on, one more than bins, or null
 * @param rule how their number is found, or null
 * @param low where the first bin begins, NaN for the smallest element
 * @param high where the last bin ends, NaN for the largest element
 */
public record Bins(long count, NDArray edges, Rule rule, double low, double high) {
  /** Rules for the width of bins, NumPy's. */
  public enum Rule {
    /** The smaller width of {@link #STURGES} and {@link #FD}, which may not be less than half of {@link #SQRT}. */
    AUTO,
    /** Freedman and Diaconis: by the distance of the quartiles. */
    FD,
    /** Doane: Sturges' rule for skew data. */
    DOANE,
    /** Scott: by the standard deviation. */
    SCOTT,
    /** Stone: the least squared error, estimated by cross-validation. */
    STONE,
    /** Rice: by the cube root of the number of elements. */
    RICE,
    /** Sturges: by the logarithm of the number of elements. */
    STURGES,
    /** By the square root of the number of elements. */
    SQRT
  }

  /**
   * So many bins of the same width, from the smallest to the largest element.
   *
   * @param count how many
   * @return the bins
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Bins of(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("cannot count into " + count + " bins; there must be at least 1");
    }
    return new Bins(count, null, null, Double.NaN, Double.NaN);
  }

  /**
   * Bins between the given edges: each has its lower edge, the last one both.
   *
   * @param edges the edges from the lowest on, one more than bins
   * @return the bins
   * @throws IllegalArgumentException if there is not one axis, less than one edge, or they descend
   */
  public static Bins at(NDArray edges) {
    if (edges.ndim() != 1 || edges.size() < 1) {
      throw new IllegalArgumentException("edges of shape " + orthant.layout.Shapes.text(edges.shape()) + " make no bins; there must be 1 axis");
    }
    long n = edges.size();
    if (n > 1 && edges.get(Index.until(n - 1)).greater(edges.get(Index.from(1))).any().getBoolean()) {
      throw new IllegalArgumentException("edges of bins descend; each must be at least the one before it");
    }
    return new Bins(0, edges, null, Double.NaN, Double.NaN);
  }

  /**
   * As many bins of the same width as a rule finds.
   *
   * @param rule the rule
   * @return the bins
   */
  public static Bins by(Rule rule) {
    return new Bins(0, null, rule, Double.NaN, Double.NaN);
  }

  /**
   * The same number of bins, but in a range of their own; what is outside is not counted.
   *
   * @param lowest where the first bin begins
   * @param highest where the last bin ends
   * @return the bins
   * @throws IllegalArgumentException if one is not finite, or the lowest is the larger
   */
  public Bins range(double lowest, double highest) {
    if (!(lowest <= highest) || Double.isInfinite(lowest) || Double.isInfinite(highest)) {
      throw new IllegalArgumentException("bins from " + lowest + " to " + highest + " cannot be; both must be finite, and the second not less");
    }
    return new Bins(count, edges, rule, lowest, highest);
  }
}
