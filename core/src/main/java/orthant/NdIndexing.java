package orthant;

import java.util.Collections;

/** Functions that make positions, copy where conditions are true, and make views. */
abstract class NdIndexing extends NdPicking {
  /**
   * Elements where a condition is true, both counted in C order.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a an array
   * @return a copy, with one axis
   * @throws IndexOutOfBoundsException if the condition is true beyond the last element
   */
  public static NDArray extract(NDArray condition, NDArray a) {
    return Selection.compress(condition.ravel(), a.ravel(), 0);
  }

  /**
   * Elements of the array that belongs to the first true condition.
   *
   * @param conditions bool arrays
   * @param choices as many arrays; all are broadcast together
   * @param otherwise the elements where no condition is true
   * @return a new array of the common shape and the promoted type of the choices and {@code otherwise}
   * @throws IllegalArgumentException if a condition is not bool, there are not as many as choices or none, or the shapes
   *     do not broadcast
   */
  public static NDArray select(NDArray[] conditions, NDArray[] choices, NDArray otherwise) {
    return Selection.select(conditions, choices, otherwise);
  }

  /**
   * Elements of the array that belongs to the first true condition, 0 where none is true.
   *
   * @param conditions bool arrays
   * @param choices as many arrays; all are broadcast together
   * @return a new array of the common shape and the promoted type of the choices
   * @throws IllegalArgumentException if a condition is not bool, there are not as many as choices or none, or the shapes
   *     do not broadcast
   */
  public static NDArray select(NDArray[] conditions, NDArray[] choices) {
    return Selection.select(conditions, choices, choices.length == 0 ? zeros() : zeros(choices[0].dtype()));
  }

  /**
   * Writes elements over others.
   *
   * @param a where to
   * @param values broadcast to {@code a} and cast to its type
   * @return {@code a}
   * @throws IllegalArgumentException if the values do not broadcast
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray copyto(NDArray a, NDArray values) {
    return a.assign(Views.droppingOnes(values, a.ndim()));
  }

  /**
   * Writes elements over others where a mask is true.
   *
   * @param a where to
   * @param values broadcast to {@code a} and cast to its type
   * @param where a bool array that broadcasts to {@code a}
   * @return {@code a}
   * @throws IllegalArgumentException if {@code where} is not bool or a shape does not broadcast
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray copyto(NDArray a, NDArray values, NDArray where) {
    Selection.copyto(a, values, where);
    return a;
  }

  /**
   * An index that picks all combinations of positions, one list for each axis: {@code a.get(ix(i, j))} has element
   * {@code (i[k], j[l])} at {@code (k, l)}.
   *
   * @param positions integer positions or a mask for each axis, each with one axis
   * @return the parts of the index
   * @throws IllegalArgumentException if one has not exactly one axis or is neither of integers nor bool
   */
  public static Index[] ix(NDArray... positions) {
    return Coordinates.grid(positions);
  }

  /**
   * Positions in C order as one position an axis.
   *
   * @param indices integer positions, none negative
   * @param shape the sizes of the axes
   * @return for each axis an {@code int64} array of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  public static NDArray[] unravelIndex(NDArray indices, long... shape) {
    return Coordinates.unravel(indices, Order.C, shape);
  }

  /**
   * Positions in some order as one position an axis.
   *
   * @param indices integer positions, none negative
   * @param order {@link Order#C} if they count row after row, {@link Order#F} if column after column
   * @param shape the sizes of the axes
   * @return for each axis an {@code int64} array of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers, or for other orders
   */
  public static NDArray[] unravelIndex(NDArray indices, Order order, long... shape) {
    return Coordinates.unravel(indices, order, shape);
  }

  /**
   * One position an axis as positions in C order.
   *
   * @param indices integer positions for each axis, none negative; broadcast together
   * @param shape the sizes of the axes
   * @return an {@code int64} array of the common shape
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if there are not as many arrays as sizes, or they are not of integers
   */
  public static NDArray ravelMultiIndex(NDArray[] indices, long... shape) {
    return ravelMultiIndex(indices, Bounds.RAISE, Order.C, shape);
  }

  /**
   * One position an axis as positions in C order.
   *
   * @param indices integer positions for each axis; broadcast together
   * @param bounds what becomes of positions outside
   * @param shape the sizes of the axes
   * @return an {@code int64} array of the common shape
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it
   * @throws IllegalArgumentException if there are not as many arrays as sizes, or they are not of integers
   */
  public static NDArray ravelMultiIndex(NDArray[] indices, Bounds bounds, long... shape) {
    return ravelMultiIndex(indices, bounds, Order.C, shape);
  }

  /**
   * One position an axis as positions in some order.
   *
   * @param indices integer positions for each axis; broadcast together
   * @param bounds what becomes of positions outside
   * @param order {@link Order#C} to count row after row, {@link Order#F} column after column
   * @param shape the sizes of the axes
   * @return an {@code int64} array of the common shape
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it
   * @throws IllegalArgumentException if there are not as many arrays as sizes, they are not of integers, or for other orders
   */
  public static NDArray ravelMultiIndex(NDArray[] indices, Bounds bounds, Order order, long... shape) {
    return ravelMultiIndex(indices, Collections.nCopies(shape.length, bounds).toArray(new Bounds[0]), order, shape);
  }

  /**
   * One position an axis as positions in some order, each axis with bounds of its own.
   *
   * @param indices integer positions for each axis; broadcast together
   * @param bounds for each axis what becomes of positions outside
   * @param order {@link Order#C} to count row after row, {@link Order#F} column after column
   * @param shape the sizes of the axes
   * @return an {@code int64} array of the common shape
   * @throws IndexOutOfBoundsException if a position is outside and its bounds refuse it
   * @throws IllegalArgumentException if there are not as many arrays and bounds as sizes, the arrays are not of integers, or for
   *     other orders
   */
  public static NDArray ravelMultiIndex(NDArray[] indices, Bounds[] bounds, Order order, long... shape) {
    return Coordinates.ravel(indices, shape, bounds, order);
  }

  /**
   * The positions on the main diagonal of a matrix.
   *
   * @param n how many rows and columns
   * @return row and column numbers
   * @throws IllegalArgumentException if n is negative
   */
  public static NDArray[] diagIndices(long n) {
    return Coordinates.diagonal(n, 2);
  }

  /**
   * The positions on the main diagonal of an array with the same size along all axes.
   *
   * @param n the size
   * @param ndim the number of axes
   * @return for each axis an {@code int64} array
   * @throws IllegalArgumentException if n is negative or ndim is not positive
   */
  public static NDArray[] diagIndices(long n, int ndim) {
    return Coordinates.diagonal(n, ndim);
  }

  /**
   * The positions of a matrix on and below a diagonal, row by row.
   *
   * @param rows how many rows
   * @param k the diagonal: 0 for the main one, positive above it
   * @param columns how many columns
   * @return row and column numbers
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray[] trilIndices(long rows, long k, long columns) {
    return Coordinates.triangle(rows, columns, k, false);
  }

  /**
   * The positions of a square matrix on and below its main diagonal, row by row.
   *
   * @param n how many rows and columns
   * @return row and column numbers
   * @throws IllegalArgumentException if the size is negative
   */
  public static NDArray[] trilIndices(long n) {
    return Coordinates.triangle(n, n, 0, false);
  }

  /**
   * The positions of a matrix on and above a diagonal, row by row.
   *
   * @param rows how many rows
   * @param k the diagonal: 0 for the main one, positive above it
   * @param columns how many columns
   * @return row and column numbers
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray[] triuIndices(long rows, long k, long columns) {
    return Coordinates.triangle(rows, columns, k, true);
  }

  /**
   * The positions of a square matrix on and above its main diagonal, row by row.
   *
   * @param n how many rows and columns
   * @return row and column numbers
   * @throws IllegalArgumentException if the size is negative
   */
  public static NDArray[] triuIndices(long n) {
    return Coordinates.triangle(n, n, 0, true);
  }

  /**
   * The elements of a diagonal of two axes.
   *
   * @param a an array
   * @param offset 0 for the main diagonal, positive for those above it, negative for those below
   * @param axis1 the axis of the rows; negative ones count from the end
   * @param axis2 the axis of the columns
   * @return a view whose last axis is the diagonal, empty if the matrix is too small
   * @throws IllegalArgumentException if there are less than two axes or both are the same
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray diagonal(NDArray a, long offset, int axis1, int axis2) {
    return a.diagonal(offset, axis1, axis2);
  }

  /**
   * All windows of some sizes that slide along the axes: element {@code (i, k)} of the windows along one axis is element
   * {@code i + k}.
   *
   * @param a an array
   * @param window the size along each axis, from the first to the last
   * @return a read-only view: first the places of the windows, then as many axes again for what is in them
   * @throws IllegalArgumentException if a window is larger than its axis or their number is wrong
   */
  public static NDArray slidingWindowView(NDArray a, long... window) {
    return a.slidingWindowView(window);
  }

  /**
   * All windows of some sizes that slide along some axes.
   *
   * @param a an array
   * @param window the size along each of the axes
   * @param axes the axes; negative ones count from the end, an axis may occur again
   * @return a read-only view: the axes of {@code a}, shorter where windows slide, then one axis for each window
   * @throws IllegalArgumentException if a window is larger than its axis or there are not as many as axes
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray slidingWindowView(NDArray a, long[] window, int... axes) {
    return a.slidingWindowView(window, axes);
  }

  /**
   * The memory of {@code a} with another shape and other strides. Unlike NumPy's {@code as_strided} it cannot leave the
   * bytes from the first to the last that the elements of {@code a} take.
   *
   * @param a an array
   * @param shape the sizes of the axes
   * @param strides bytes from one element to the next along each axis
   * @return a view that begins at the first element; read-only if elements of it overlap
   * @throws IndexOutOfBoundsException if an element would be outside
   * @throws IllegalArgumentException if there are not as many strides as sizes or a size is negative
   */
  public static NDArray asStrided(NDArray a, long[] shape, long[] strides) {
    return a.asStrided(shape, strides);
  }

  /**
   * Whether a byte belongs to elements of both arrays. The answer is exact; for strides made up to be difficult it can
   * take long, {@code mayShareMemory} never does.
   *
   * @param a an array
   * @param other an array of any type
   * @return true if a write to one can be seen in the other
   */
  public static boolean sharesMemory(NDArray a, NDArray other) {
    return a.sharesMemory(other);
  }

  /**
   * Whether the bytes from the first to the last element of one array meet those of another; elements of one may lie in
   * gaps of the other.
   *
   * @param a an array
   * @param other an array of any type
   * @return false if the arrays share no memory
   */
  public static boolean mayShareMemory(NDArray a, NDArray other) {
    return a.mayShareMemory(other);
  }
}
