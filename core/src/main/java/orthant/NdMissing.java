package orthant;

/** The functions of {@link Nd} that fold axes away and leave NaN out. */
abstract class NdMissing extends NdQuantiles {
  /**
   * The sum, NaN left out, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nansum(NDArray a) {
    return Missing.filled(a, 0).sum(Axes.ALL);
  }

  /**
   * The sum, NaN left out, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nansum(NDArray a, int axis) {
    return Missing.filled(a, 0).sum(Axes.axes(axis));
  }

  /**
   * The sum, NaN left out, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nansum(NDArray a, Axes axes) {
    return Missing.filled(a, 0).sum(axes);
  }

  /**
   * The product, NaN left out, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nanprod(NDArray a) {
    return Missing.filled(a, 1).prod(Axes.ALL);
  }

  /**
   * The product, NaN left out, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanprod(NDArray a, int axis) {
    return Missing.filled(a, 1).prod(Axes.axes(axis));
  }

  /**
   * The product, NaN left out, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanprod(NDArray a, Axes axes) {
    return Missing.filled(a, 1).prod(axes);
  }

  /**
   * The smallest number, NaN left out; NaN if there is no number, over all elements.
   *
   * @param a an array
   * @return an array without axes
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmin(NDArray a) {
    return Missing.min(a, Axes.ALL);
  }

  /**
   * The smallest number, NaN left out; NaN if there is no number, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmin(NDArray a, int axis) {
    return Missing.min(a, Axes.axes(axis));
  }

  /**
   * The smallest number, NaN left out; NaN if there is no number, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmin(NDArray a, Axes axes) {
    return Missing.min(a, axes);
  }

  /**
   * The largest number, NaN left out; NaN if there is no number, over all elements.
   *
   * @param a an array
   * @return an array without axes
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmax(NDArray a) {
    return Missing.max(a, Axes.ALL);
  }

  /**
   * The largest number, NaN left out; NaN if there is no number, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmax(NDArray a, int axis) {
    return Missing.max(a, Axes.axes(axis));
  }

  /**
   * The largest number, NaN left out; NaN if there is no number, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements
   */
  public static NDArray nanmax(NDArray a, Axes axes) {
    return Missing.max(a, axes);
  }

  /**
   * The position of the first smallest number, NaN left out, over all elements.
   *
   * @param a an array
   * @return an array without axes
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmin(NDArray a) {
    return Missing.argmin(a, Axes.ALL);
  }

  /**
   * The position of the first smallest number, NaN left out, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmin(NDArray a, int axis) {
    return Missing.argmin(a, Axes.axes(axis));
  }

  /**
   * The position of the first smallest number, NaN left out, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmin(NDArray a, Axes axes) {
    return Missing.argmin(a, axes);
  }

  /**
   * The position of the first largest number, NaN left out, over all elements.
   *
   * @param a an array
   * @return an array without axes
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmax(NDArray a) {
    return Missing.argmax(a, Axes.ALL);
  }

  /**
   * The position of the first largest number, NaN left out, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmax(NDArray a, int axis) {
    return Missing.argmax(a, Axes.axes(axis));
  }

  /**
   * The position of the first largest number, NaN left out, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there is no number
   */
  public static NDArray nanargmax(NDArray a, Axes axes) {
    return Missing.argmax(a, axes);
  }

  /**
   * The arithmetic mean, NaN left out; NaN if there is no number, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nanmean(NDArray a) {
    return Missing.mean(a, Axes.ALL);
  }

  /**
   * The arithmetic mean, NaN left out; NaN if there is no number, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanmean(NDArray a, int axis) {
    return Missing.mean(a, Axes.axes(axis));
  }

  /**
   * The arithmetic mean, NaN left out; NaN if there is no number, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanmean(NDArray a, Axes axes) {
    return Missing.mean(a, axes);
  }

  /**
   * The variance, NaN left out; NaN if no degree of freedom is left, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nanvar(NDArray a) {
    return Missing.var(a, Axes.ALL);
  }

  /**
   * The variance, NaN left out; NaN if no degree of freedom is left, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanvar(NDArray a, int axis) {
    return Missing.var(a, Axes.axes(axis));
  }

  /**
   * The variance, NaN left out; NaN if no degree of freedom is left, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanvar(NDArray a, Axes axes) {
    return Missing.var(a, axes);
  }

  /**
   * The standard deviation, NaN left out; NaN if no degree of freedom is left, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray nanstd(NDArray a) {
    return Missing.var(a, Axes.ALL).sqrt();
  }

  /**
   * The standard deviation, NaN left out; NaN if no degree of freedom is left, along one axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanstd(NDArray a, int axis) {
    return Missing.var(a, Axes.axes(axis)).sqrt();
  }

  /**
   * The standard deviation, NaN left out; NaN if no degree of freedom is left, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nanstd(NDArray a, Axes axes) {
    return Missing.var(a, axes).sqrt();
  }

  /**
   * The running sum of all elements in C order, NaN left out.
   *
   * @param a an array
   * @return a new array with one axis
   */
  public static NDArray nancumsum(NDArray a) {
    return cumsum(Missing.filled(a, 0));
  }

  /**
   * The running sum along an axis, NaN left out.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return a new array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nancumsum(NDArray a, int axis) {
    return cumsum(Missing.filled(a, 0), axis);
  }

  /**
   * The running product of all elements in C order, NaN left out.
   *
   * @param a an array
   * @return a new array with one axis
   */
  public static NDArray nancumprod(NDArray a) {
    return cumprod(Missing.filled(a, 1));
  }

  /**
   * The running product along an axis, NaN left out.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return a new array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray nancumprod(NDArray a, int axis) {
    return cumprod(Missing.filled(a, 1), axis);
  }
}
