package orthant;

import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.plan.Overlap;

/** Views on the memory of an array, and what memory arrays share, as methods. */
public interface Viewing {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * The elements of a diagonal of two axes.
   *
   * @param offset 0 for the main diagonal, positive for those above it, negative for those below
   * @param axis1 the axis of the rows; negative ones count from the end
   * @param axis2 the axis of the columns
   * @return a view whose last axis is the diagonal, empty if the matrix is too small
   * @throws IllegalArgumentException if there are less than two axes or both are the same
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray diagonal(long offset, int axis1, int axis2) {
    return Views.diagonal(self(), offset, axis1, axis2);
  }

  /**
   * All windows of some sizes that slide along the axes: element {@code (i, k)} of the windows along one axis is element
   * {@code i + k}.
   *
   * @param window the size along each axis, from the first to the last
   * @return a read-only view: first the places of the windows, then as many axes again for what is in them
   * @throws IllegalArgumentException if a window is larger than its axis or their number is wrong
   */
  default NDArray slidingWindowView(long... window) {
    return Views.slidingWindows(self(), window, Shapes.allAxes(self().ndim()));
  }

  /**
   * All windows of some sizes that slide along some axes.
   *
   * @param window the size along each of the axes
   * @param axes the axes; negative ones count from the end, an axis may occur again
   * @return a read-only view: the axes of this, shorter where windows slide, then one axis for each window
   * @throws IllegalArgumentException if a window is larger than its axis or there are not as many as axes
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray slidingWindowView(long[] window, int... axes) {
    return Views.slidingWindows(self(), window, axes);
  }

  /**
   * The memory of this array with another shape and other strides. Unlike NumPy's {@code as_strided} it cannot leave the
   * bytes from the first to the last that the elements of this array take.
   *
   * @param shape the sizes of the axes
   * @param strides bytes from one element to the next along each axis
   * @return a view that begins at the first element; read-only if elements of it overlap
   * @throws IndexOutOfBoundsException if an element would be outside
   * @throws IllegalArgumentException if there are not as many strides as sizes or a size is negative
   */
  default NDArray asStrided(long[] shape, long[] strides) {
    return Views.asStrided(self(), shape, strides);
  }

  /**
   * Whether a byte belongs to elements of both arrays. The answer is exact; for strides made up to be difficult it can
   * take long, {@code mayShareMemory} never does.
   *
   * @param other an array of any type
   * @return true if a write to one can be seen in the other
   */
  default boolean sharesMemory(NDArray other) {
    return Views.share(self(), other);
  }

  /**
   * Whether the bytes from the first to the last element of one array meet those of another; elements of one may lie in
   * gaps of the other.
   *
   * @param other an array of any type
   * @return false if the arrays share no memory
   */
  default boolean mayShareMemory(NDArray other) {
    return Overlap.meets(self(), other);
  }

  /**
   * The same elements, refusing writes. Others can still write to them through this array.
   *
   * @return a view; this if it is read-only already
   */
  default NDArray asReadOnly() {
    return self().isReadOnly() ? self() : Views.readOnly(self(), Views.layout(self()));
  }

  /**
   * How much memory this array keeps from being freed: that of the array it is a view of, or for a small array that of
   * the slab it shares with others.
   *
   * @return bytes
   */
  default long baseBytes() {
    return Access.door().storage(self()).byteSize();
  }
}
