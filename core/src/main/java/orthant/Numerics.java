package orthant;

/** Running sums and products, differences, limits and closeness as methods; see the functions of {@link Nd} of the same names. */
public interface Numerics {
  /**
   * This array.
   *
   * @return the array that the methods are of
   */
  NDArray self();

  /**
   * The running sums of all elements in C order.
   *
   * @return a new array of one axis, of the type of the sum: int64 or uint64 for integers and bool
   */
  default NDArray cumsum() {
    return Nd.cumsum(self());
  }

  /**
   * The running sums along an axis.
   *
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumsum(int axis) {
    return Nd.cumsum(self(), axis);
  }

  /**
   * The running sums along an axis, in a type.
   *
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumsum(int axis, DType dtype) {
    return Nd.cumsum(self(), axis, dtype);
  }

  /**
   * The running products of all elements in C order.
   *
   * @return a new array of one axis, of the type of the product: int64 or uint64 for integers and bool
   */
  default NDArray cumprod() {
    return Nd.cumprod(self());
  }

  /**
   * The running products along an axis.
   *
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumprod(int axis) {
    return Nd.cumprod(self(), axis);
  }

  /**
   * The running products along an axis, in a type.
   *
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumprod(int axis, DType dtype) {
    return Nd.cumprod(self(), axis, dtype);
  }

  /**
   * The running sums of these elements of one axis.
   *
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IllegalArgumentException if there are several axes
   */
  default NDArray cumulativeSum() {
    return Nd.cumulativeSum(self());
  }

  /**
   * The running sums along an axis.
   *
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumulativeSum(int axis) {
    return Nd.cumulativeSum(self(), axis);
  }

  /**
   * The running sums along an axis, in a type.
   *
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @param includeInitial whether the result begins with that of no elements, and so is longer by one
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumulativeSum(int axis, DType dtype, boolean includeInitial) {
    return Nd.cumulativeSum(self(), axis, dtype, includeInitial);
  }

  /**
   * The running products of these elements of one axis.
   *
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IllegalArgumentException if there are several axes
   */
  default NDArray cumulativeProd() {
    return Nd.cumulativeProd(self());
  }

  /**
   * The running products along an axis.
   *
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumulativeProd(int axis) {
    return Nd.cumulativeProd(self(), axis);
  }

  /**
   * The running products along an axis, in a type.
   *
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @param includeInitial whether the result begins with that of no elements, and so is longer by one
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray cumulativeProd(int axis, DType dtype, boolean includeInitial) {
    return Nd.cumulativeProd(self(), axis, dtype, includeInitial);
  }

  /**
   * The differences of neighbours along the last axis; of bool whether they differ.
   *
   * @return a new array, shorter by one
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray diff() {
    return Nd.diff(self());
  }

  /**
   * The differences of neighbours along an axis, taken several times; of bool whether they differ.
   *
   * @param n how often; 0 gives the array itself
   * @param axis the axis, negative ones count from the end
   * @return a new array, shorter by n
   * @throws IllegalArgumentException if n is negative
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray diff(int n, int axis) {
    return Nd.diff(self(), n, axis);
  }

  /**
   * The slopes along each axis, with distances of 1.
   *
   * @return an array for each axis
   * @throws IllegalArgumentException if there are fewer than two values along an axis
   */
  default NDArray[] gradient() {
    return Nd.gradient(self());
  }

  /**
   * The slopes along an axis: central differences, at the ends those to the neighbour.
   *
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @return a new floating-point array of this shape
   * @throws IllegalArgumentException if there are fewer than two values
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray gradient(double spacing, int axis) {
    return Nd.gradient(self(), spacing, axis);
  }

  /**
   * The slopes along an axis: central differences, at the ends differences of an order of choice.
   *
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @param edgeOrder 1: at the ends the slope to the neighbour; 2: that of the parabola through the three outermost values
   * @return a new floating-point array of this shape
   * @throws IllegalArgumentException if there are fewer than {@code edgeOrder + 1} values, or for other orders
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray gradient(double spacing, int axis, int edgeOrder) {
    return Nd.gradient(self(), spacing, axis, edgeOrder);
  }

  /**
   * The slopes along an axis at uneven places.
   *
   * @param places of one axis, as many as there are values
   * @param axis the axis, negative ones count from the end
   * @return a new floating-point array of this shape
   * @throws IllegalArgumentException if there are fewer than two values, or another number of places
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray gradient(NDArray places, int axis) {
    return Nd.gradient(self(), places, axis);
  }

  /**
   * The slopes along an axis at uneven places, with edges of an order of choice.
   *
   * @param places of one axis, as many as there are values
   * @param axis the axis, negative ones count from the end
   * @param edgeOrder 1: at the ends the slope to the neighbour; 2: that of the parabola through the three outermost values
   * @return a new floating-point array of this shape
   * @throws IllegalArgumentException if there are fewer than {@code edgeOrder + 1} values, another number of places, or for other orders
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray gradient(NDArray places, int axis, int edgeOrder) {
    return Nd.gradient(self(), places, axis, edgeOrder);
  }

  /**
   * Linear interpolation between given points at these places; beyond the points the value at the end.
   *
   * @param xp places of points, of one axis, increasing
   * @param fp the values there, real or complex
   * @return a new float64 array of this shape, complex128 for complex values
   * @throws IllegalArgumentException if there are no points, or not as many values
   */
  default NDArray interp(NDArray xp, NDArray fp) {
    return Nd.interp(self(), xp, fp);
  }

  /**
   * Linear interpolation between given points at these places.
   *
   * @param xp places of points, of one axis, increasing
   * @param fp the values there, real or complex
   * @param left the value below the first place
   * @param right the value above the last place
   * @return a new float64 array of this shape, complex128 for complex values
   * @throws IllegalArgumentException if there are no points, or not as many values
   */
  default NDArray interp(NDArray xp, NDArray fp, double left, double right) {
    return Nd.interp(self(), xp, fp, left, right);
  }

  /**
   * Linear interpolation between given points of a periodic function.
   *
   * @param xp places of points, of one axis, in any order
   * @param fp the values there, real or complex
   * @param period the period; its sign does not matter
   * @return a new float64 array of this shape, complex128 for complex values
   * @throws IllegalArgumentException if there are no points, or not as many values, or the period is 0 or NaN
   */
  default NDArray interp(NDArray xp, NDArray fp, double period) {
    return Nd.interp(self(), xp, fp, period);
  }

  /**
   * The integral along the last axis by the trapezoidal rule, with distances of 1.
   *
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray trapezoid() {
    return Nd.trapezoid(self());
  }

  /**
   * The integral along an axis by the trapezoidal rule.
   *
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray trapezoid(double spacing, int axis) {
    return Nd.trapezoid(self(), spacing, axis);
  }

  /**
   * The integral along an axis by the trapezoidal rule, at uneven places.
   *
   * @param x places, of one axis or of the shape of y
   * @param axis the axis, negative ones count from the end
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default NDArray trapezoid(NDArray x, int axis) {
    return Nd.trapezoid(self(), x, axis);
  }

  /**
   * Angles made continuous along the last axis: steps of more than pi are shortened by whole turns.
   *
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray unwrap() {
    return Nd.unwrap(self());
  }

  /**
   * Values of a period made continuous along an axis: steps of more than half a period are shortened by whole ones.
   *
   * @param period the period
   * @param axis the axis, negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray unwrap(double period, int axis) {
    return Nd.unwrap(self(), period, axis);
  }

  /**
   * The elements, brought into bounds: {@code minimum(maximum(a, lower), upper)}.
   *
   * @param lower the lower bounds; the result is NaN where they are
   * @param upper the upper bounds; they win where the lower ones are above them
   * @return a new array of the common shape and type of all three
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default NDArray clip(NDArray lower, NDArray upper) {
    return Nd.clip(self(), lower, upper);
  }

  /**
   * The elements, brought into bounds.
   *
   * @param lower the lower bound
   * @param upper the upper bound
   * @return a new array of the shape of a
   */
  default NDArray clip(double lower, double upper) {
    return Nd.clip(self(), lower, upper);
  }

  /**
   * The elements, brought into bounds.
   *
   * @param lower the lower bound
   * @param upper the upper bound
   * @return a new array of the shape of a
   * @throws ArithmeticException if the type does not hold a bound
   */
  default NDArray clip(long lower, long upper) {
    return Nd.clip(self(), lower, upper);
  }

  /**
   * The elements rounded to decimal places: multiplied by a power of ten, rounded with ties to even, and divided again.
   *
   * @param decimals how many places; negative ones are before the point
   * @return a new array; integers stay integers
   */
  default NDArray round(int decimals) {
    return Nd.round(self(), decimals);
  }

  /**
   * NaN replaced by 0, infinities by the largest finite numbers.
   *
   * @return a copy
   */
  default NDArray nanToNum() {
    return Nd.nanToNum(self());
  }

  /**
   * NaN and infinities replaced; of complex numbers in both parts.
   *
   * @param nan what stands for NaN
   * @param positive what stands for positive infinity
   * @param negative what stands for negative infinity
   * @return a copy
   */
  default NDArray nanToNum(double nan, double positive, double negative) {
    return Nd.nanToNum(self(), nan, positive, negative);
  }

  /**
   * Where two arrays are equal within {@code 1e-8 + 1e-5 * |b|}; NaN is close to nothing.
   *
   * @param b the array to compare with
   * @return truth values of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default NDArray isclose(NDArray b) {
    return Nd.isclose(self(), b);
  }

  /**
   * Where two arrays are equal within {@code absolute + relative * |b|}.
   *
   * @param b the array to compare with
   * @param relative the tolerance as a part of b
   * @param absolute the tolerance as such
   * @param equalNan whether NaN is close to NaN
   * @return truth values of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default NDArray isclose(NDArray b, double relative, double absolute, boolean equalNan) {
    return Nd.isclose(self(), b, relative, absolute, equalNan);
  }

  /**
   * Whether two arrays are equal within {@code 1e-8 + 1e-5 * |b|} everywhere.
   *
   * @param b the array to compare with
   * @return true if all elements are close
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default boolean allclose(NDArray b) {
    return Nd.allclose(self(), b);
  }

  /**
   * Whether two arrays are equal within {@code absolute + relative * |b|} everywhere.
   *
   * @param b the array to compare with
   * @param relative the tolerance as a part of b
   * @param absolute the tolerance as such
   * @param equalNan whether NaN is close to NaN
   * @return true if all elements are close
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default boolean allclose(NDArray b, double relative, double absolute, boolean equalNan) {
    return Nd.allclose(self(), b, relative, absolute, equalNan);
  }
}
