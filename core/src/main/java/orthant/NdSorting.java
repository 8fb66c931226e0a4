package orthant;

/** The functions of {@link Nd} that sort, search and compare sets; see {@link Sorting} for the rules. */
abstract class NdSorting extends NdIndexing {
  /**
   * The elements in order along the last axis, NaN last, equal ones in the order they had.
   *
   * @param a an array
   * @return a new array
   * @throws IndexOutOfBoundsException if the array has no axes
   */
  public static NDArray sort(NDArray a) {
    return a.sort();
  }

  /**
   * The elements in order along an axis, NaN last, equal ones in the order they had.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray sort(NDArray a, int axis) {
    return a.sort(axis);
  }

  /**
   * The elements in order along an axis, equal ones in the order they had.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first; NaN is the largest
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray sort(NDArray a, int axis, boolean descending) {
    return a.sort(axis, descending);
  }

  /**
   * The positions along the last axis that sort it, NaN last, equal elements in the order they had.
   *
   * @param a an array
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if the array has no axes
   */
  public static NDArray argsort(NDArray a) {
    return a.argsort();
  }

  /**
   * The positions along an axis that sort it, NaN last, equal elements in the order they had.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray argsort(NDArray a, int axis) {
    return a.argsort(axis);
  }

  /**
   * The positions along an axis that sort it, equal elements in the order they had.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first; NaN is the largest
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray argsort(NDArray a, int axis, boolean descending) {
    return a.argsort(axis, descending);
  }

  /**
   * The elements along the last axis, so that one is where sorting would put it, none before it is larger and none
   * behind it smaller; in which order these are is not defined.
   *
   * @param a an array
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  public static NDArray partition(NDArray a, long kth) {
    return a.partition(kth);
  }

  /**
   * The elements along an axis, so that one is where sorting would put it, none before it is larger and none behind
   * it smaller; in which order these are is not defined.
   *
   * @param a an array
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  public static NDArray partition(NDArray a, long kth, int axis) {
    return a.partition(kth, axis);
  }

  /**
   * The positions along the last axis that partition it as {@code partition} does: first those of lesser elements, then of equal ones,
   * then of greater ones, each ascending.
   *
   * @param a an array
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  public static NDArray argpartition(NDArray a, long kth) {
    return a.argpartition(kth);
  }

  /**
   * The positions along an axis that partition it as {@code partition} does: first those of lesser elements, then of equal ones,
   * then of greater ones, each ascending.
   *
   * @param a an array
   * @param kth the position whose element shall be in place; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new {@code int64} array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis or position
   */
  public static NDArray argpartition(NDArray a, long kth, int axis) {
    return a.argpartition(kth, axis);
  }

  /**
   * Where values belong in sorted elements: before the first one that is not less.
   *
   * @param a an array
   * @param values the values
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  public static NDArray searchsorted(NDArray a, NDArray values) {
    return a.searchsorted(values);
  }

  /**
   * Where values belong in sorted elements.
   *
   * @param a an array
   * @param values the values
   * @param side before or behind the elements that are equal to it
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  public static NDArray searchsorted(NDArray a, NDArray values, Side side) {
    return a.searchsorted(values, side);
  }

  /**
   * Where values belong in elements that some positions sort.
   *
   * @param a an array
   * @param values the values
   * @param side before or behind the elements that are equal to it
   * @param sorter the positions that sort the array, as {@code argsort} gives them
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the array has not exactly one axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray searchsorted(NDArray a, NDArray values, Side side, NDArray sorter) {
    return a.searchsorted(values, side, sorter);
  }

  /**
   * Where a number belongs in sorted elements: before the first one that is not less.
   *
   * @param a an array
   * @param value the number; weak
   * @return an {@code int64} array without axes
   * @throws IllegalArgumentException if the array has not exactly one axis
   */
  public static NDArray searchsorted(NDArray a, double value) {
    return a.searchsorted(value);
  }

  /**
   * The positions along the last axis that sort by several keys: by the last one, where that is equal by the one
   * before it, and so on.
   *
   * @param keys arrays of one shape
   * @return a new {@code int64} array of the shape of a key
   * @throws IllegalArgumentException if there are no keys or their shapes differ
   * @throws IndexOutOfBoundsException if the keys have no axes
   */
  public static NDArray lexsort(NDArray... keys) {
    return Ordering.lexsort(-1, keys);
  }

  /**
   * The positions along an axis that sort by several keys: by the last one, where that is equal by the one before it,
   * and so on.
   *
   * @param axis the axis; negative ones count from the end
   * @param keys arrays of one shape
   * @return a new {@code int64} array of the shape of a key
   * @throws IllegalArgumentException if there are no keys or their shapes differ
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray lexsort(int axis, NDArray... keys) {
    return Ordering.lexsort(axis, keys);
  }

  /**
   * The distinct elements in order, where each occurs first, which of them each element is, and how often each
   * occurs; every NaN is one of its own.
   *
   * @param a an array
   * @return four arrays
   */
  public static UniqueAll uniqueAll(NDArray a) {
    return a.uniqueAll();
  }

  /**
   * The distinct elements in order, where each occurs first, which of them each element is, and how often each
   * occurs.
   *
   * @param a an array
   * @param equalNan whether all NaN count as one element
   * @return four arrays
   */
  public static UniqueAll uniqueAll(NDArray a, boolean equalNan) {
    return a.uniqueAll(equalNan);
  }

  /**
   * The distinct sub-arrays along an axis in the order of their first elements, where each occurs first, which of
   * them each is, and how often each occurs.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return four arrays, the last three with one axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static UniqueAll uniqueAll(NDArray a, int axis) {
    return a.uniqueAll(axis);
  }

  /**
   * The distinct elements in order, and how often each occurs; every NaN is one of its own.
   *
   * @param a an array
   * @return two arrays
   */
  public static UniqueCounts uniqueCounts(NDArray a) {
    return a.uniqueCounts();
  }

  /**
   * The distinct elements in order, and which of them each element is; every NaN is one of its own.
   *
   * @param a an array
   * @return two arrays
   */
  public static UniqueInverse uniqueInverse(NDArray a) {
    return a.uniqueInverse();
  }

  /**
   * The distinct elements in order; every NaN is one of its own.
   *
   * @param a an array
   * @return an array with one axis
   */
  public static NDArray uniqueValues(NDArray a) {
    return a.uniqueValues();
  }

  /**
   * The distinct elements in order; all NaN are one.
   *
   * @param a an array
   * @return an array with one axis
   */
  public static NDArray unique(NDArray a) {
    return Distinct.values(a, true);
  }

  /**
   * The distinct sub-arrays along an axis, in the order of their first elements.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return an array that is shorter along the axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray unique(NDArray a, int axis) {
    return Distinct.along(a, axis).values();
  }

  /**
   * Where elements are among others; NaN never is.
   *
   * @param elements an array
   * @param tests the elements to look for
   * @return truth values of the shape of {@code elements}
   */
  public static NDArray isin(NDArray elements, NDArray tests) {
    return elements.isin(tests);
  }

  /**
   * Where elements are among others, or where they are not; NaN never is among others.
   *
   * @param elements an array
   * @param tests the elements to look for
   * @param invert whether true stands for elements that are not among them
   * @return truth values of the shape of {@code elements}
   */
  public static NDArray isin(NDArray elements, NDArray tests, boolean invert) {
    return elements.isin(tests, invert);
  }

  /**
   * The distinct elements of both arrays, in order.
   *
   * @param a an array
   * @param b another array; types promote
   * @return an array with one axis
   */
  public static NDArray intersect1d(NDArray a, NDArray b) {
    return Distinct.intersection(a, b).values();
  }

  /**
   * The distinct elements of both arrays in order, and where each occurs first in either; NumPy's {@code intersect1d}
   * with {@code return_indices}.
   *
   * @param a an array
   * @param b another array; types promote
   * @return three arrays with one axis
   */
  public static Intersection intersection(NDArray a, NDArray b) {
    return Distinct.intersection(a, b);
  }

  /**
   * The distinct elements of either array, in order.
   *
   * @param a an array
   * @param b another array; types promote
   * @return an array with one axis
   */
  public static NDArray union1d(NDArray a, NDArray b) {
    return Distinct.values(Nd.concat(a.ravel(), b.ravel()), true);
  }

  /**
   * The distinct elements of one array that are not in another, in order.
   *
   * @param a an array
   * @param b another array; types promote
   * @return an array with one axis
   */
  public static NDArray setdiff1d(NDArray a, NDArray b) {
    return Distinct.difference(a, b);
  }

  /**
   * The distinct elements of exactly one of two arrays, in order.
   *
   * @param a an array
   * @param b another array; types promote
   * @return an array with one axis
   */
  public static NDArray setxor1d(NDArray a, NDArray b) {
    return Distinct.exclusive(a, b);
  }
}
