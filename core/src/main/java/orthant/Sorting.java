package orthant;

import orthant.plan.Sorters;
import orthant.plan.Weak;

/**
 * Sorting, searching and distinct elements as methods.
 *
 * <p>NaN is larger than all numbers. Complex numbers are in the order of their real, then of their imaginary parts; those
 * with a NaN come last: {@code 1, 1 + NaN i, NaN + 1 i, NaN + NaN i}. All sorting is stable: elements that are equal keep their order,
 * also when they descend, and as 0.0 and -0.0 do. To sort all elements of an array, {@code ravel()} it.
 */
public interface Sorting {
  /**
   * This array.
   *
   * @return the array that the methods are of
   */
  NDArray self();

  /**
   * The elements in order along the last axis, NaN last, equal ones in the order they had.
   *
   * @return a new array
   * @throws IndexOutOfBoundsException if the array has no axes
   */
  default NDArray sort() {
    return Sorters.sort(self(), -1, false);
  }

  /**
   * The elements in order along an axis, NaN last, equal ones in the order they had.
   *
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray sort(int axis) {
    return Sorters.sort(self(), axis, false);
  }

  /**
   * The elements in order along an axis, equal ones in the order they had.
   *
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first; NaN is the largest
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray sort(int axis, boolean descending) {
    return Sorters.sort(self(), axis, descending);
  }

  /**
   * The positions along the last axis that sort it, NaN last, equal elements in the order they had.
   *
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if the array has no axes
   */
  default NDArray argsort() {
    return Sorters.argsort(self(), -1, false);
  }

  /**
   * The positions along an axis that sort it, NaN last, equal elements in the order they had.
   *
   * @param axis the axis; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray argsort(int axis) {
    return Sorters.argsort(self(), axis, false);
  }

  /**
   * The positions along an axis that sort it, equal elements in the order they had.
   *
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first; NaN is the largest
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray argsort(int axis, boolean descending) {
    return Sorters.argsort(self(), axis, descending);
  }

  /**
   * The elements along the last axis, so that one is where sorting would put it, none before it is larger and none
   * behind it smaller; in which order these are is not defined.
   *
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  default NDArray partition(long kth) {
    return Ordering.partition(self(), kth, -1);
  }

  /**
   * The elements along an axis, so that one is where sorting would put it, none before it is larger and none behind
   * it smaller; in which order these are is not defined.
   *
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  default NDArray partition(long kth, int axis) {
    return Ordering.partition(self(), kth, axis);
  }

  /**
   * The positions along the last axis that partition it as {@code partition} does: first those of lesser elements, then of equal ones,
   * then of greater ones, each ascending.
   *
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  default NDArray argpartition(long kth) {
    return Ordering.argpartition(self(), kth, -1);
  }

  /**
   * The positions along an axis that partition it as {@code partition} does: first those of lesser elements, then of equal ones,
   * then of greater ones, each ascending.
   *
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  default NDArray argpartition(long kth, int axis) {
    return Ordering.argpartition(self(), kth, axis);
  }

  /**
   * Where values belong in sorted elements: before the first one that is not less.
   *
   * @param values the values
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  default NDArray searchsorted(NDArray values) {
    return Sorters.search(self(), values, false);
  }

  /**
   * Where values belong in sorted elements.
   *
   * @param values the values
   * @param side before or behind the elements that are equal to it
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  default NDArray searchsorted(NDArray values, Side side) {
    return Sorters.search(self(), values, side == Side.RIGHT);
  }

  /**
   * Where values belong in elements that some positions sort.
   *
   * @param values the values
   * @param side before or behind the elements that are equal to it
   * @param sorter the positions that sort the array, as {@code argsort} gives them
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray searchsorted(NDArray values, Side side, NDArray sorter) {
    return Sorters.search(self().take(sorter), values, side == Side.RIGHT);
  }

  /**
   * Where a number belongs in sorted elements: before the first one that is not less.
   *
   * @param value the number; weak
   * @return an {@code int64} array without axes
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  default NDArray searchsorted(double value) {
    return Sorters.search(self(), Weak.of(self(), value), false);
  }

  /**
   * The distinct elements in order, where each occurs first, which of them each element is, and how often each
   * occurs; every NaN is one of its own.
   *
   * @return four arrays
   */
  default UniqueAll uniqueAll() {
    return Distinct.all(self(), false);
  }

  /**
   * The distinct elements in order, where each occurs first, which of them each element is, and how often each
   * occurs.
   *
   * @param equalNan whether all NaN count as one element
   * @return four arrays
   */
  default UniqueAll uniqueAll(boolean equalNan) {
    return Distinct.all(self(), equalNan);
  }

  /**
   * The distinct sub-arrays along an axis in the order of their first elements, where each occurs first, which of
   * them each is, and how often each occurs.
   *
   * @param axis the axis; negative ones count from the end
   * @return four arrays, the last three with one axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default UniqueAll uniqueAll(int axis) {
    return Distinct.along(self(), axis);
  }

  /**
   * The distinct elements in order, and how often each occurs; every NaN is one of its own.
   *
   * @return two arrays
   */
  default UniqueCounts uniqueCounts() {
    return Distinct.counts(self());
  }

  /**
   * The distinct elements in order, and which of them each element is; every NaN is one of its own.
   *
   * @return two arrays
   */
  default UniqueInverse uniqueInverse() {
    var all = uniqueAll();
    return new UniqueInverse(all.values(), all.inverseIndices());
  }

  /**
   * The distinct elements in order; every NaN is one of its own.
   *
   * @return an array with one axis
   */
  default NDArray uniqueValues() {
    return Distinct.values(self(), false);
  }

  /**
   * Where elements are among others; NaN never is.
   *
   * @param tests the elements to look for
   * @return truth values of the shape of this array
   */
  default NDArray isin(NDArray tests) {
    return Distinct.isin(self(), tests, false);
  }

  /**
   * Where elements are among others, or where they are not; NaN never is among others.
   *
   * @param tests the elements to look for
   * @param invert whether true stands for elements that are not among them
   * @return truth values of the shape of this array
   */
  default NDArray isin(NDArray tests, boolean invert) {
    return Distinct.isin(self(), tests, invert);
  }
}
