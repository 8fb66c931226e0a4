package orthant;

/**
 * How a covariance is computed. Immutable; each method returns a changed copy:
 * {@code cov(x, Covariance.ROWS.correction(0))}.
 *
 * @param byRows whether a row is a variable and a column an observation, or the reverse
 * @param correction degrees of freedom that are taken off the number of observations
 * @param frequencies how often each observation was made, or null for once
 * @param weights how much each observation counts, or null for the same
 */
public record Covariance(boolean byRows, long correction, NDArray frequencies, NDArray weights) {
  /** Each row is a variable; one degree of freedom is taken off. */
  public static final Covariance ROWS = new Covariance(true, 1, null, null);

  /** Each column is a variable; one degree of freedom is taken off. */
  public static final Covariance COLUMNS = new Covariance(false, 1, null, null);

  /**
   * Takes degrees of freedom off the number of observations, NumPy's {@code ddof}.
   *
   * @param degrees 0 for the mean over the observations
   * @return the changed options
   */
  public Covariance correction(long degrees) {
    return new Covariance(byRows, degrees, frequencies, weights);
  }

  /**
   * Says how often each observation was made, NumPy's {@code fweights}.
   *
   * @param counts integers that are not negative, one for each observation
   * @return the changed options
   */
  public Covariance frequencies(NDArray counts) {
    return new Covariance(byRows, correction, counts, weights);
  }

  /**
   * Says how much each observation counts, NumPy's {@code aweights}.
   *
   * @param importance numbers that are not negative, one for each observation
   * @return the changed options
   */
  public Covariance weights(NDArray importance) {
    return new Covariance(byRows, correction, frequencies, importance);
  }
}
