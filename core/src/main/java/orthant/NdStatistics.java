package orthant;

/** The functions of {@link Nd} for averages and covariances. */
abstract class NdStatistics extends NdSorting {
  /**
   * The number of elements that are not zero, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray countNonzero(NDArray a) {
    return a.astype(DType.bool).sum(Axes.ALL.dtype(DType.int64));
  }

  /**
   * The number of elements that are not zero, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray countNonzero(NDArray a, int axis) {
    return a.astype(DType.bool).sum(Axes.axes(axis).dtype(DType.int64));
  }

  /**
   * The number of elements that are not zero, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray countNonzero(NDArray a, Axes axes) {
    return a.astype(DType.bool).sum(axes.dtype(DType.int64));
  }

  /**
   * The difference of the largest and the smallest element, over all elements.
   *
   * @param a an array
   * @return an array without axes
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  public static NDArray ptp(NDArray a) {
    return a.max(Axes.ALL).subtract(a.min(Axes.ALL));
  }

  /**
   * The difference of the largest and the smallest element, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  public static NDArray ptp(NDArray a, int axis) {
    return a.max(Axes.axes(axis)).subtract(a.min(Axes.axes(axis)));
  }

  /**
   * The difference of the largest and the smallest element, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  public static NDArray ptp(NDArray a, Axes axes) {
    return a.max(axes).subtract(a.min(axes));
  }

  /**
   * The arithmetic mean.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray average(NDArray a) {
    return a.mean();
  }

  /**
   * The mean of elements that count differently.
   *
   * @param a an array
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return an array without axes
   * @throws IllegalArgumentException if the weights have another shape
   * @throws ArithmeticException if they sum up to 0
   */
  public static NDArray average(NDArray a, NDArray weights) {
    return Averages.average(a, weights, Axes.ALL);
  }

  /**
   * The mean of elements that count differently, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the weights do not fit
   * @throws ArithmeticException if some sum up to 0
   */
  public static NDArray average(NDArray a, int axis, NDArray weights) {
    return Averages.average(a, weights, Axes.axes(axis));
  }

  /**
   * The mean of elements that count differently, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the weights do not fit
   * @throws ArithmeticException if some sum up to 0
   */
  public static NDArray average(NDArray a, Axes axes, NDArray weights) {
    return Averages.average(a, weights, axes);
  }

  /**
   * The covariance of each two variables.
   *
   * @param a variables in rows, observations in columns; one axis is one variable
   * @return a square matrix; without axes for one variable
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray cov(NDArray a) {
    return Averages.cov(a, null, Covariance.ROWS);
  }

  /**
   * The covariance of each two variables.
   *
   * @param a variables and their observations
   * @param how what is a variable, and how observations count
   * @return a square matrix; without axes for one variable
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray cov(NDArray a, Covariance how) {
    return Averages.cov(a, null, how);
  }

  /**
   * The covariance of each two variables.
   *
   * @param a variables in rows, observations in columns; one axis is one variable
   * @param y more variables and their observations
   * @return a square matrix
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray cov(NDArray a, NDArray y) {
    return Averages.cov(a, y, Covariance.ROWS);
  }

  /**
   * The covariance of each two variables.
   *
   * @param a variables and their observations
   * @param y more variables and their observations
   * @param how what is a variable, and how observations count
   * @return a square matrix
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray cov(NDArray a, NDArray y, Covariance how) {
    return Averages.cov(a, y, how);
  }

  /**
   * The correlation of each two variables, Pearson's coefficient.
   *
   * @param a variables in rows, observations in columns; one axis is one variable
   * @return a square matrix; without axes for one variable
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray corrcoef(NDArray a) {
    return Averages.corrcoef(a, null, Covariance.ROWS);
  }

  /**
   * The correlation of each two variables, Pearson's coefficient.
   *
   * @param a variables and their observations
   * @param how what is a variable, and how observations count
   * @return a square matrix; without axes for one variable
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray corrcoef(NDArray a, Covariance how) {
    return Averages.corrcoef(a, null, how);
  }

  /**
   * The correlation of each two variables, Pearson's coefficient.
   *
   * @param a variables in rows, observations in columns; one axis is one variable
   * @param y more variables and their observations
   * @return a square matrix
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray corrcoef(NDArray a, NDArray y) {
    return Averages.corrcoef(a, y, Covariance.ROWS);
  }

  /**
   * The correlation of each two variables, Pearson's coefficient.
   *
   * @param a variables and their observations
   * @param y more variables and their observations
   * @param how what is a variable, and how observations count
   * @return a square matrix
   * @throws IllegalArgumentException if there are more than 2 axes, or frequencies or weights do not fit
   */
  public static NDArray corrcoef(NDArray a, NDArray y, Covariance how) {
    return Averages.corrcoef(a, y, how);
  }
}
