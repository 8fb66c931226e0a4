package orthant;

import orthant.plan.Folds;

/**
 * The operations that fold axes away, as methods: each is one line over {@link #reduce}.
 *
 * <p>Floating-point sums are pairwise along every axis, in an order that depends on the shape alone: the bits of a result
 * do not change with memory layout, thread count or vector width. Sums and products of bool and int32 are int64. Empty
 * sums are 0, empty products 1; an empty {@code min} or {@code argmax} throws {@link IllegalArgumentException}, an empty
 * {@code mean} is NaN. Axes out of range throw {@link IndexOutOfBoundsException}.
 *
 * @param <A> what a method returns
 */
public interface Reductions<A> {
  /**
   * Folds axes.
   *
   * @param operation the operation
   * @param axes which axes, and how
   * @return the result
   */
  A reduce(Operation operation, Axes axes);

  /**
   * The sum, over all elements.
   *
   * @return an array without axes
   */
  default A sum() {
    return reduce(Folds.SUM, Axes.ALL);
  }

  /**
   * The sum, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A sum(int axis) {
    return reduce(Folds.SUM, Axes.axes(axis));
  }

  /**
   * The sum, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A sum(Axes axes) {
    return reduce(Folds.SUM, axes);
  }

  /**
   * The product, over all elements.
   *
   * @return an array without axes
   */
  default A prod() {
    return reduce(Folds.PROD, Axes.ALL);
  }

  /**
   * The product, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A prod(int axis) {
    return reduce(Folds.PROD, Axes.axes(axis));
  }

  /**
   * The product, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A prod(Axes axes) {
    return reduce(Folds.PROD, axes);
  }

  /**
   * The smallest element; NaN if one is NaN, over all elements.
   *
   * @return an array without axes
   */
  default A min() {
    return reduce(Folds.MIN, Axes.ALL);
  }

  /**
   * The smallest element; NaN if one is NaN, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A min(int axis) {
    return reduce(Folds.MIN, Axes.axes(axis));
  }

  /**
   * The smallest element; NaN if one is NaN, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A min(Axes axes) {
    return reduce(Folds.MIN, axes);
  }

  /**
   * The largest element; NaN if one is NaN, over all elements.
   *
   * @return an array without axes
   */
  default A max() {
    return reduce(Folds.MAX, Axes.ALL);
  }

  /**
   * The largest element; NaN if one is NaN, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A max(int axis) {
    return reduce(Folds.MAX, Axes.axes(axis));
  }

  /**
   * The largest element; NaN if one is NaN, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A max(Axes axes) {
    return reduce(Folds.MAX, axes);
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, over all elements.
   *
   * @return an array without axes
   */
  default A argmin() {
    return reduce(Folds.ARG_MIN, Axes.ALL);
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A argmin(int axis) {
    return reduce(Folds.ARG_MIN, Axes.axes(axis));
  }

  /**
   * The position of the first smallest element (of the first NaN, if there is one), as int64, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A argmin(Axes axes) {
    return reduce(Folds.ARG_MIN, axes);
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, over all elements.
   *
   * @return an array without axes
   */
  default A argmax() {
    return reduce(Folds.ARG_MAX, Axes.ALL);
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A argmax(int axis) {
    return reduce(Folds.ARG_MAX, Axes.axes(axis));
  }

  /**
   * The position of the first largest element (of the first NaN, if there is one), as int64, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no elements along it
   */
  default A argmax(Axes axes) {
    return reduce(Folds.ARG_MAX, axes);
  }

  /**
   * The arithmetic mean; float64 for integers, over all elements.
   *
   * @return an array without axes
   */
  default A mean() {
    return reduce(Folds.MEAN, Axes.ALL);
  }

  /**
   * The arithmetic mean; float64 for integers, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A mean(int axis) {
    return reduce(Folds.MEAN, Axes.axes(axis));
  }

  /**
   * The arithmetic mean; float64 for integers, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A mean(Axes axes) {
    return reduce(Folds.MEAN, axes);
  }

  /**
   * The variance, in two passes; float64 for integers, over all elements.
   *
   * @return an array without axes
   */
  default A var() {
    return reduce(Folds.VAR, Axes.ALL);
  }

  /**
   * The variance, in two passes; float64 for integers, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A var(int axis) {
    return reduce(Folds.VAR, Axes.axes(axis));
  }

  /**
   * The variance, in two passes; float64 for integers, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A var(Axes axes) {
    return reduce(Folds.VAR, axes);
  }

  /**
   * The standard deviation, in two passes; float64 for integers, over all elements.
   *
   * @return an array without axes
   */
  default A std() {
    return reduce(Folds.STD, Axes.ALL);
  }

  /**
   * The standard deviation, in two passes; float64 for integers, along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A std(int axis) {
    return reduce(Folds.STD, Axes.axes(axis));
  }

  /**
   * The standard deviation, in two passes; float64 for integers, along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A std(Axes axes) {
    return reduce(Folds.STD, axes);
  }

  /**
   * Whether an element is true (not zero), over all elements.
   *
   * @return an array without axes
   */
  default A any() {
    return reduce(Folds.ANY, Axes.ALL);
  }

  /**
   * Whether an element is true (not zero), along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A any(int axis) {
    return reduce(Folds.ANY, Axes.axes(axis));
  }

  /**
   * Whether an element is true (not zero), along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A any(Axes axes) {
    return reduce(Folds.ANY, axes);
  }

  /**
   * Whether every element is true (not zero), over all elements.
   *
   * @return an array without axes
   */
  default A all() {
    return reduce(Folds.ALL, Axes.ALL);
  }

  /**
   * Whether every element is true (not zero), along one axis.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return the result, without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A all(int axis) {
    return reduce(Folds.ALL, Axes.axes(axis));
  }

  /**
   * Whether every element is true (not zero), along several axes.
   *
   * @param axes which axes, and how
   * @return the result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default A all(Axes axes) {
    return reduce(Folds.ALL, axes);
  }

}
