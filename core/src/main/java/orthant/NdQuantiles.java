package orthant;

/** The functions of {@link Nd} for medians and quantiles; see {@link Statistics}. */
abstract class NdQuantiles extends NdStatistics {
  /**
   * The median; NaN if one is NaN, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray median(NDArray a) {
    return Quantiles.median(a, Axes.ALL, false);
  }

  /**
   * The median; NaN if one is NaN, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray median(NDArray a, int axis) {
    return Quantiles.median(a, Axes.axes(axis), false);
  }

  /**
   * The median; NaN if one is NaN, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray median(NDArray a, Axes axes) {
    return Quantiles.median(a, axes, false);
  }

  /**
   * The quantile of all elements, linear between two; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray quantile(NDArray a, double q) {
    return Quantiles.of(a, q, Axes.ALL, QuantileMethod.LINEAR, false);
  }

  /**
   * The quantile along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray quantile(NDArray a, double q, int axis) {
    return Quantiles.of(a, q, Axes.axes(axis), QuantileMethod.LINEAR, false);
  }

  /**
   * The quantile along several axes; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray quantile(NDArray a, double q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q, axes, method, false);
  }

  /**
   * The quantiles of all elements, linear between two; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray quantile(NDArray a, NDArray q) {
    return Quantiles.of(a, q, Axes.ALL, QuantileMethod.LINEAR, false);
  }

  /**
   * The quantiles along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray quantile(NDArray a, NDArray q, int axis) {
    return Quantiles.of(a, q, Axes.axes(axis), QuantileMethod.LINEAR, false);
  }

  /**
   * The quantiles along several axes; NaN if one is NaN.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray quantile(NDArray a, NDArray q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q, axes, method, false);
  }

  /**
   * The quantiles of elements that count differently, by {@link QuantileMethod#INVERTED_CDF}.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return elements
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray quantile(NDArray a, NDArray q, Axes axes, NDArray weights) {
    return Quantiles.weighted(a, q, weights, axes);
  }

  /**
   * The percentile of all elements, linear between two; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray percentile(NDArray a, double q) {
    return Quantiles.of(a, q / 100, Axes.ALL, QuantileMethod.LINEAR, false);
  }

  /**
   * The percentile along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray percentile(NDArray a, double q, int axis) {
    return Quantiles.of(a, q / 100, Axes.axes(axis), QuantileMethod.LINEAR, false);
  }

  /**
   * The percentile along several axes; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray percentile(NDArray a, double q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q / 100, axes, method, false);
  }

  /**
   * The percentiles of all elements, linear between two; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray percentile(NDArray a, NDArray q) {
    return Quantiles.of(a, q.divide(100.0), Axes.ALL, QuantileMethod.LINEAR, false);
  }

  /**
   * The percentiles along one axis, linear between two elements; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray percentile(NDArray a, NDArray q, int axis) {
    return Quantiles.of(a, q.divide(100.0), Axes.axes(axis), QuantileMethod.LINEAR, false);
  }

  /**
   * The percentiles along several axes; NaN if one is NaN.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray percentile(NDArray a, NDArray q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q.divide(100.0), axes, method, false);
  }

  /**
   * The percentiles of elements that count differently, by {@link QuantileMethod#INVERTED_CDF}.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axes which axes, and how
   * @param weights of the shape of the array, or of the axis or axes in their order
   * @return elements
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray percentile(NDArray a, NDArray q, Axes axes, NDArray weights) {
    return Quantiles.weighted(a, q.divide(100.0), weights, axes);
  }

  /**
   * The median, NaN left out; NaN if there is no number, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nanmedian(NDArray a) {
    return Quantiles.median(a, Axes.ALL, true);
  }

  /**
   * The median, NaN left out; NaN if there is no number, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanmedian(NDArray a, int axis) {
    return Quantiles.median(a, Axes.axes(axis), true);
  }

  /**
   * The median, NaN left out; NaN if there is no number, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanmedian(NDArray a, Axes axes) {
    return Quantiles.median(a, axes, true);
  }

  /**
   * The quantile of all elements, linear between two; NaN are left out.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray nanquantile(NDArray a, double q) {
    return Quantiles.of(a, q, Axes.ALL, QuantileMethod.LINEAR, true);
  }

  /**
   * The quantile along one axis, linear between two elements; NaN are left out.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanquantile(NDArray a, double q, int axis) {
    return Quantiles.of(a, q, Axes.axes(axis), QuantileMethod.LINEAR, true);
  }

  /**
   * The quantile along several axes; NaN are left out.
   *
   * @param a an array
   * @param q the quantile, from 0 to 1
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanquantile(NDArray a, double q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q, axes, method, true);
  }

  /**
   * The quantiles of all elements, linear between two; NaN are left out.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray nanquantile(NDArray a, NDArray q) {
    return Quantiles.of(a, q, Axes.ALL, QuantileMethod.LINEAR, true);
  }

  /**
   * The quantiles along one axis, linear between two elements; NaN are left out.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanquantile(NDArray a, NDArray q, int axis) {
    return Quantiles.of(a, q, Axes.axes(axis), QuantileMethod.LINEAR, true);
  }

  /**
   * The quantiles along several axes; NaN are left out.
   *
   * @param a an array
   * @param q the quantiles, from 0 to 1; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanquantile(NDArray a, NDArray q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q, axes, method, true);
  }

  /**
   * The percentile of all elements, linear between two; NaN are left out.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @return floating point, without axes
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray nanpercentile(NDArray a, double q) {
    return Quantiles.of(a, q / 100, Axes.ALL, QuantileMethod.LINEAR, true);
  }

  /**
   * The percentile along one axis, linear between two elements; NaN are left out.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanpercentile(NDArray a, double q, int axis) {
    return Quantiles.of(a, q / 100, Axes.axes(axis), QuantileMethod.LINEAR, true);
  }

  /**
   * The percentile along several axes; NaN are left out.
   *
   * @param a an array
   * @param q the percentile, from 0 to 100
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanpercentile(NDArray a, double q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q / 100, axes, method, true);
  }

  /**
   * The percentiles of all elements, linear between two; NaN are left out.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @return floating point
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   */
  public static NDArray nanpercentile(NDArray a, NDArray q) {
    return Quantiles.of(a, q.divide(100.0), Axes.ALL, QuantileMethod.LINEAR, true);
  }

  /**
   * The percentiles along one axis, linear between two elements; NaN are left out.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axis the axis; negative ones count from the end
   * @return floating point, without that axis
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanpercentile(NDArray a, NDArray q, int axis) {
    return Quantiles.of(a, q.divide(100.0), Axes.axes(axis), QuantileMethod.LINEAR, true);
  }

  /**
   * The percentiles along several axes; NaN are left out.
   *
   * @param a an array
   * @param q the percentiles, from 0 to 100; their axes come first in the result
   * @param axes which axes, and how
   * @param method how it is found between two elements
   * @return floating point, or elements if the method picks them
   * @throws IllegalArgumentException if a quantile is outside, there are no elements, or they are complex
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanpercentile(NDArray a, NDArray q, Axes axes, QuantileMethod method) {
    return Quantiles.of(a, q.divide(100.0), axes, method, true);
  }
}
