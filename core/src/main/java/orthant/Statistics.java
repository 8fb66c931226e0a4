package orthant;

/**
 * Order statistics and weighted means as methods.
 *
 * <p>Medians and quantiles of integers are {@code float64}; of floating point they have its type, unless the quantiles are an array of a
 * wider one. The same without NaN are functions of {@link Nd}: {@code nanmedian}, {@code nanquantile}, {@code nanpercentile}.
 */
public interface Statistics {
  /**
   * This array.
   *
   * @return the array that the methods are of
   */
  NDArray self();

  /**
   * The number of elements that are not zero, over all elements.
   *
   * @return an array without axes
   */
  default NDArray countNonzero() {
    return Nd.countNonzero(self());
  }

  /**
   * The number of elements that are not zero, along one axis.
   *
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray countNonzero(int axis) {
    return Nd.countNonzero(self(), axis);
  }

  /**
   * The number of elements that are not zero, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray countNonzero(Axes axes) {
    return Nd.countNonzero(self(), axes);
  }

  /**
   * The difference of the largest and the smallest element, over all elements.
   *
   * @return an array without axes
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  default NDArray ptp() {
    return Nd.ptp(self());
  }

  /**
   * The difference of the largest and the smallest element, along one axis.
   *
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  default NDArray ptp(int axis) {
    return Nd.ptp(self(), axis);
  }

  /**
   * The difference of the largest and the smallest element, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements, or for bool
   */
  default NDArray ptp(Axes axes) {
    return Nd.ptp(self(), axes);
  }

  /**
   * The median; NaN if one is NaN, over all elements.
   *
   * @return an array without axes
   */
  default NDArray median() {
    return Nd.median(self());
  }

  /**
   * The median; NaN if one is NaN, along one axis.
   *
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray median(int axis) {
    return Nd.median(self(), axis);
  }

  /**
   * The median; NaN if one is NaN, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray median(Axes axes) {
    return Nd.median(self(), axes);
  }

  /**
   * The arithmetic mean.
   *
   * @return an array without axes
   */
  default NDArray average() {
    return Nd.average(self());
  }

  /**
   * The mean of elements that count differently.
   *
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return an array without axes
   * @throws IllegalArgumentException if the weights have another shape
   * @throws ArithmeticException if they sum up to 0
   */
  default NDArray average(NDArray weights) {
    return Nd.average(self(), weights);
  }

  /**
   * The mean of elements that count differently, along one axis.
   *
   * @param axis the axis; negative ones count from the end
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the weights do not fit
   * @throws ArithmeticException if some sum up to 0
   */
  default NDArray average(int axis, NDArray weights) {
    return Nd.average(self(), axis, weights);
  }

  /**
   * The mean of elements that count differently, along several axes.
   *
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the weights do not fit
   * @throws ArithmeticException if some sum up to 0
   */
  default NDArray average(Axes axes, NDArray weights) {
    return Nd.average(self(), axes, weights);
  }

  /**
   * The quantile of all elements, linear between two; NaN if one is NaN.
   *
   * @param q the quantile, from 0 to 1
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  default NDArray quantile(double q) {
    return Nd.quantile(self(), q);
  }

  /**
   * The quantile along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param q the quantile, from 0 to 1
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray quantile(double q, int axis) {
    return Nd.quantile(self(), q, axis);
  }

  /**
   * The quantile along several axes; NaN if one is NaN.
   *
   * @param q the quantile, from 0 to 1
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray quantile(double q, Axes axes, QuantileMethod method) {
    return Nd.quantile(self(), q, axes, method);
  }

  /**
   * The quantiles of all elements, linear between two; NaN if one is NaN.
   *
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  default NDArray quantile(NDArray q) {
    return Nd.quantile(self(), q);
  }

  /**
   * The quantiles along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray quantile(NDArray q, int axis) {
    return Nd.quantile(self(), q, axis);
  }

  /**
   * The quantiles along several axes; NaN if one is NaN.
   *
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray quantile(NDArray q, Axes axes, QuantileMethod method) {
    return Nd.quantile(self(), q, axes, method);
  }

  /**
   * The quantiles of elements that count differently, by {@link QuantileMethod#INVERTED_CDF}.
   *
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return elements
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray quantile(NDArray q, Axes axes, NDArray weights) {
    return Nd.quantile(self(), q, axes, weights);
  }

  /**
   * The percentile of all elements, linear between two; NaN if one is NaN.
   *
   * @param q the percentile, from 0 to 100
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  default NDArray percentile(double q) {
    return Nd.percentile(self(), q);
  }

  /**
   * The percentile along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param q the percentile, from 0 to 100
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray percentile(double q, int axis) {
    return Nd.percentile(self(), q, axis);
  }

  /**
   * The percentile along several axes; NaN if one is NaN.
   *
   * @param q the percentile, from 0 to 100
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray percentile(double q, Axes axes, QuantileMethod method) {
    return Nd.percentile(self(), q, axes, method);
  }

  /**
   * The percentiles of all elements, linear between two; NaN if one is NaN.
   *
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  default NDArray percentile(NDArray q) {
    return Nd.percentile(self(), q);
  }

  /**
   * The percentiles along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray percentile(NDArray q, int axis) {
    return Nd.percentile(self(), q, axis);
  }

  /**
   * The percentiles along several axes; NaN if one is NaN.
   *
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray percentile(NDArray q, Axes axes, QuantileMethod method) {
    return Nd.percentile(self(), q, axes, method);
  }

  /**
   * The percentiles of elements that count differently, by {@link QuantileMethod#INVERTED_CDF}.
   *
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return elements
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray percentile(NDArray q, Axes axes, NDArray weights) {
    return Nd.percentile(self(), q, axes, weights);
  }
}
