package orthant;

/** The functions of {@link Nd} that fold axes away; see {@link Reductions} for the rules. */
abstract class NdReductions extends NdSeries {
  NdReductions() {}

  /**
   * The sum, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray sum(NDArray a) {
    return a.sum();
  }

  /**
   * The sum, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray sum(NDArray a, int axis) {
    return a.sum(axis);
  }

  /**
   * The sum, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray sum(NDArray a, Axes axes) {
    return a.sum(axes);
  }

  /**
   * The product, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray prod(NDArray a) {
    return a.prod();
  }

  /**
   * The product, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray prod(NDArray a, int axis) {
    return a.prod(axis);
  }

  /**
   * The product, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray prod(NDArray a, Axes axes) {
    return a.prod(axes);
  }

  /**
   * The smallest element; NaN if one is NaN, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray min(NDArray a) {
    return a.min();
  }

  /**
   * The smallest element; NaN if one is NaN, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray min(NDArray a, int axis) {
    return a.min(axis);
  }

  /**
   * The smallest element; NaN if one is NaN, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray min(NDArray a, Axes axes) {
    return a.min(axes);
  }

  /**
   * The largest element; NaN if one is NaN, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray max(NDArray a) {
    return a.max();
  }

  /**
   * The largest element; NaN if one is NaN, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray max(NDArray a, int axis) {
    return a.max(axis);
  }

  /**
   * The largest element; NaN if one is NaN, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray max(NDArray a, Axes axes) {
    return a.max(axes);
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray argmin(NDArray a) {
    return a.argmin();
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray argmin(NDArray a, int axis) {
    return a.argmin(axis);
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray argmin(NDArray a, Axes axes) {
    return a.argmin(axes);
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray argmax(NDArray a) {
    return a.argmax();
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray argmax(NDArray a, int axis) {
    return a.argmax(axis);
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  public static NDArray argmax(NDArray a, Axes axes) {
    return a.argmax(axes);
  }

  /**
   * The arithmetic mean; float64 for integers, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray mean(NDArray a) {
    return a.mean();
  }

  /**
   * The arithmetic mean; float64 for integers, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray mean(NDArray a, int axis) {
    return a.mean(axis);
  }

  /**
   * The arithmetic mean; float64 for integers, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray mean(NDArray a, Axes axes) {
    return a.mean(axes);
  }

  /**
   * The variance, in two passes; float64 for integers, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray var(NDArray a) {
    return a.var();
  }

  /**
   * The variance, in two passes; float64 for integers, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray var(NDArray a, int axis) {
    return a.var(axis);
  }

  /**
   * The variance, in two passes; float64 for integers, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray var(NDArray a, Axes axes) {
    return a.var(axes);
  }

  /**
   * The standard deviation, in two passes; float64 for integers, over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray std(NDArray a) {
    return a.std();
  }

  /**
   * The standard deviation, in two passes; float64 for integers, along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray std(NDArray a, int axis) {
    return a.std(axis);
  }

  /**
   * The standard deviation, in two passes; float64 for integers, along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray std(NDArray a, Axes axes) {
    return a.std(axes);
  }

  /**
   * Whether an element is true (not zero), over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray any(NDArray a) {
    return a.any();
  }

  /**
   * Whether an element is true (not zero), along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray any(NDArray a, int axis) {
    return a.any(axis);
  }

  /**
   * Whether an element is true (not zero), along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray any(NDArray a, Axes axes) {
    return a.any(axes);
  }

  /**
   * Whether every element is true (not zero), over all elements.
   *
   * @param a an array
   * @return an array without axes
   */
  public static NDArray all(NDArray a) {
    return a.all();
  }

  /**
   * Whether every element is true (not zero), along one axis.
   *
   * @param a an array
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray all(NDArray a, int axis) {
    return a.all(axis);
  }

  /**
   * Whether every element is true (not zero), along several axes.
   *
   * @param a an array
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray all(NDArray a, Axes axes) {
    return a.all(axes);
  }
}
