package orthant;

import orthant.op.Combine;
import orthant.plan.Scans;

/** The functions of {@link Nd} about neighbours along an axis: running sums, differences, integrals, convolution. */
abstract class NdSeries extends NdMath {
  NdSeries() {}

  /**
   * The running sums of all elements in C order.
   *
   * @param a an array
   * @return a new array of one axis, of the type of the sum: int64 or uint64 for integers and bool
   */
  public static NDArray cumsum(NDArray a) {
    return Scans.scan(a.ravel(), 0, null, Combine.ADD, false);
  }

  /**
   * The running sums along an axis.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumsum(NDArray a, int axis) {
    return Scans.scan(a, axis, null, Combine.ADD, false);
  }

  /**
   * The running sums along an axis, in a type.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumsum(NDArray a, int axis, DType dtype) {
    return Scans.scan(a, axis, dtype, Combine.ADD, false);
  }

  /**
   * The running products of all elements in C order.
   *
   * @param a an array
   * @return a new array of one axis, of the type of the product: int64 or uint64 for integers and bool
   */
  public static NDArray cumprod(NDArray a) {
    return Scans.scan(a.ravel(), 0, null, Combine.MULTIPLY, false);
  }

  /**
   * The running products along an axis.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumprod(NDArray a, int axis) {
    return Scans.scan(a, axis, null, Combine.MULTIPLY, false);
  }

  /**
   * The running products along an axis, in a type.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumprod(NDArray a, int axis, DType dtype) {
    return Scans.scan(a, axis, dtype, Combine.MULTIPLY, false);
  }

  /**
   * The running sums of the elements of an array of one axis.
   *
   * @param a an array of one axis
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IllegalArgumentException if there are several axes
   */
  public static NDArray cumulativeSum(NDArray a) {
    if (a.ndim() != 1) {
      throw new IllegalArgumentException("cumulativeSum of an array of " + a.ndim() + " axes; name the axis unless there is one");
    }
    return Scans.scan(a, 0, null, Combine.ADD, false);
  }

  /**
   * The running sums along an axis.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the sum: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumulativeSum(NDArray a, int axis) {
    return Scans.scan(a, axis, null, Combine.ADD, false);
  }

  /**
   * The running sums along an axis, in a type.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @param includeInitial whether the result begins with that of no elements, and so is longer by one
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumulativeSum(NDArray a, int axis, DType dtype, boolean includeInitial) {
    return Scans.scan(a, axis, dtype, Combine.ADD, includeInitial);
  }

  /**
   * The running products of the elements of an array of one axis.
   *
   * @param a an array of one axis
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IllegalArgumentException if there are several axes
   */
  public static NDArray cumulativeProd(NDArray a) {
    if (a.ndim() != 1) {
      throw new IllegalArgumentException("cumulativeProd of an array of " + a.ndim() + " axes; name the axis unless there is one");
    }
    return Scans.scan(a, 0, null, Combine.MULTIPLY, false);
  }

  /**
   * The running products along an axis.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @return a new array, of the type of the product: int64 or uint64 for integers and bool
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumulativeProd(NDArray a, int axis) {
    return Scans.scan(a, axis, null, Combine.MULTIPLY, false);
  }

  /**
   * The running products along an axis, in a type.
   *
   * @param a an array
   * @param axis the axis, negative ones count from the end
   * @param dtype the type of the result, in which the elements are combined
   * @param includeInitial whether the result begins with that of no elements, and so is longer by one
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray cumulativeProd(NDArray a, int axis, DType dtype, boolean includeInitial) {
    return Scans.scan(a, axis, dtype, Combine.MULTIPLY, includeInitial);
  }

  /**
   * The differences of neighbours along the last axis; of bool whether they differ.
   *
   * @param a an array
   * @return a new array, shorter by one
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray diff(NDArray a) {
    return Series.diff(a, 1, -1);
  }

  /**
   * The differences of neighbours along an axis, taken several times; of bool whether they differ.
   *
   * @param a an array
   * @param n how often; 0 gives the array itself
   * @param axis the axis, negative ones count from the end
   * @return a new array, shorter by n
   * @throws IllegalArgumentException if n is negative
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray diff(NDArray a, int n, int axis) {
    return Series.diff(a, n, axis);
  }

  /**
   * The differences of neighbours of all elements in C order.
   *
   * @param a an array
   * @return a new array of one axis
   */
  public static NDArray ediff1d(NDArray a) {
    return Series.diff(a.ravel(), 1, 0);
  }

  /**
   * The differences of neighbours of all elements in C order, between other elements.
   *
   * @param a an array
   * @param begin what comes before
   * @param end what comes after
   * @return a new array of one axis, of the type of a
   */
  public static NDArray ediff1d(NDArray a, NDArray begin, NDArray end) {
    return Nd.concat(begin.ravel().astype(a.dtype()), ediff1d(a), end.ravel().astype(a.dtype()));
  }

  /**
   * The slopes along an axis: central differences, at the ends those to the neighbour.
   *
   * @param a values, at least two along the axis
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @return a new floating-point array of the shape of a
   * @throws IllegalArgumentException if there are fewer than two values
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray gradient(NDArray a, double spacing, int axis) {
    return Series.gradient(a, spacing, axis, 1);
  }

  /**
   * The slopes along an axis: central differences, at the ends differences of an order of choice.
   *
   * @param a values, at least {@code edgeOrder + 1} along the axis
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @param edgeOrder 1: at the ends the slope to the neighbour; 2: that of the parabola through the three outermost values
   * @return a new floating-point array of the shape of a
   * @throws IllegalArgumentException if there are too few values, or for other orders
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray gradient(NDArray a, double spacing, int axis, int edgeOrder) {
    return Series.gradient(a, spacing, axis, edgeOrder);
  }

  /**
   * The slopes along an axis at uneven places, exact for parabolas inside.
   *
   * @param a values, at least two along the axis
   * @param places of one axis, as many
   * @param axis the axis, negative ones count from the end
   * @return a new floating-point array of the shape of a
   * @throws IllegalArgumentException if there are fewer than two values, or another number of places
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray gradient(NDArray a, NDArray places, int axis) {
    return Series.gradient(a, places, axis, 1);
  }

  /**
   * The slopes along an axis at uneven places, exact for parabolas inside, with edges of order 2 also at the ends.
   *
   * @param a values, at least {@code edgeOrder + 1} along the axis
   * @param places of one axis, as many
   * @param axis the axis, negative ones count from the end
   * @param edgeOrder 1: at the ends the slope to the neighbour; 2: that of the parabola through the three outermost values
   * @return a new floating-point array of the shape of a
   * @throws IllegalArgumentException if there are too few values, another number of places, or for other orders
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray gradient(NDArray a, NDArray places, int axis, int edgeOrder) {
    return Series.gradient(a, places, axis, edgeOrder);
  }

  /**
   * The slopes along each axis, with distances of 1.
   *
   * @param a values, at least two along each axis
   * @return an array for each axis
   * @throws IllegalArgumentException if there are fewer than two values along an axis
   */
  public static NDArray[] gradient(NDArray a) {
    NDArray[] slopes = new NDArray[a.ndim()];
    java.util.Arrays.setAll(slopes, i -> Series.gradient(a, 1, i, 1));
    return slopes;
  }

  /**
   * The integral along the last axis by the trapezoidal rule, with distances of 1.
   *
   * @param y values
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray trapezoid(NDArray y) {
    return trapezoid(y, 1, -1);
  }

  /**
   * The integral along an axis by the trapezoidal rule.
   *
   * @param y values
   * @param spacing the distance of neighbours
   * @param axis the axis, negative ones count from the end
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray trapezoid(NDArray y, double spacing, int axis) {
    return Series.pairs(y, axis).multiply(spacing).divide(2.0).sum(axis);
  }

  /**
   * The integral along an axis by the trapezoidal rule, at uneven places.
   *
   * @param y values
   * @param x places, of one axis or of the shape of y
   * @param axis the axis, negative ones count from the end
   * @return a new array without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static NDArray trapezoid(NDArray y, NDArray x, int axis) {
    return Series.trapezoid(y, x, axis);
  }

  /**
   * Linear interpolation between given points; beyond them the value at the end.
   *
   * @param x where
   * @param xp places of points, of one axis, increasing
   * @param fp the values there, real or complex
   * @return a new float64 array of the shape of x, complex128 for complex values
   * @throws IllegalArgumentException if there are no points, or not as many values
   */
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp) {
    return Series.interp(x, xp, fp, Double.NaN, Double.NaN, false);
  }

  /**
   * Linear interpolation between given points.
   *
   * @param x where
   * @param xp places of points, of one axis, increasing
   * @param fp the values there, real
   * @param left the value below the first place
   * @param right the value above the last place
   * @return a new float64 array of the shape of x
   * @throws IllegalArgumentException if there are no points, or not as many values
   */
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double left, double right) {
    return Series.interp(x, xp, fp, left, right, true);
  }

  /**
   * Linear interpolation between given points of a periodic function, such as one of angles.
   *
   * @param x where
   * @param xp places of points, of one axis, in any order; they and x count as what is left of them after whole periods
   * @param fp the values there, real or complex
   * @param period the period; its sign does not matter
   * @return a new float64 array of the shape of x, complex128 for complex values
   * @throws IllegalArgumentException if there are no points, or not as many values, or the period is 0 or NaN
   */
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double period) {
    return Series.interp(x, xp, fp, period);
  }

  /**
   * The convolution of two sequences.
   *
   * @param a an array of one axis
   * @param v another
   * @return all sums of products where they overlap
   * @throws IllegalArgumentException if one is empty or has not one axis, or for other modes
   */
  public static NDArray convolve(NDArray a, NDArray v) {
    return Series.convolve(a, v, "full");
  }

  /**
   * The convolution of two sequences.
   *
   * @param a an array of one axis
   * @param v another
   * @param mode {@code "full"}: all overlaps; {@code "same"}: as many as the longer has elements; {@code "valid"}: whole overlaps only
   * @return the sums of products
   * @throws IllegalArgumentException if one is empty or has not one axis, or for other modes
   */
  public static NDArray convolve(NDArray a, NDArray v, String mode) {
    return Series.convolve(a, v, mode);
  }

  /**
   * The correlation of two sequences; the second is conjugated.
   *
   * @param a an array of one axis
   * @param v another
   * @param mode {@code "full"}: all overlaps; {@code "same"}: as many as the longer has elements; {@code "valid"}: whole overlaps only
   * @return the sums of products
   * @throws IllegalArgumentException if one is empty or has not one axis, or for other modes
   */
  public static NDArray correlate(NDArray a, NDArray v, String mode) {
    return Series.correlate(a, v, mode);
  }

  /**
   * Angles made continuous along the last axis: steps of more than pi are shortened by whole turns.
   *
   * @param a angles in radians
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray unwrap(NDArray a) {
    return Series.unwrap(a, 2 * Math.PI, -1);
  }

  /**
   * Values of a period made continuous along an axis: steps of more than half a period are shortened by whole ones.
   *
   * @param a real numbers
   * @param period the period
   * @param axis the axis, negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray unwrap(NDArray a, double period, int axis) {
    return Series.unwrap(a, period, axis);
  }
}
