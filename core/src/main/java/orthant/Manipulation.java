package orthant;

import java.util.Arrays;
import java.util.stream.IntStream;
import orthant.layout.Layout;
import orthant.layout.Restride;
import orthant.layout.Shapes;

/** Views and copies with other shapes, as methods. */
public interface Manipulation {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * The elements in another shape, in C order.
   *
   * @param shape the sizes of the new axes; one of them may be -1: it is worked out from the others
   * @return a view if the strides allow it, else a copy
   * @throws IllegalArgumentException if the shape has another number of elements
   */
  default NDArray reshape(long... shape) {
    return Views.reshape(self(), shape);
  }

  /**
   * The elements in another shape.
   *
   * @param order in which order the elements are read from the one and put into the other shape: C, F or A
   * @param shape the sizes of the new axes; one of them may be -1: it is worked out from the others
   * @return a view if the strides allow it, else a copy
   * @throws IllegalArgumentException if the shape has another number of elements, or the order is K
   */
  default NDArray reshape(Order order, long... shape) {
    return Views.reshape(self(), order, shape);
  }

  /**
   * All elements along one axis, in C order.
   *
   * @return a view if the elements lie side by side in that order, else a copy; of shape {@code (size,)}
   */
  default NDArray ravel() {
    return Views.ravel(self(), Order.C);
  }

  /**
   * All elements along one axis.
   *
   * @param order in which order the elements are read
   * @return a view if the elements lie side by side in that order, else a copy; of shape {@code (size,)}
   */
  default NDArray ravel(Order order) {
    return Views.ravel(self(), order);
  }

  /**
   * A copy of all elements along one axis, in C order.
   *
   * @return an array of shape {@code (size,)} that shares nothing with this one
   */
  default NDArray flatten() {
    return self().copy().reshape(self().size());
  }

  /**
   * A copy of all elements along one axis.
   *
   * @param order in which order the elements are read
   * @return an array of shape {@code (size,)} that shares nothing with this one
   */
  default NDArray flatten(Order order) {
    return Views.inOrder(self(), order).flatten();
  }

  /**
   * A copy in fresh memory.
   *
   * @param order in which order the elements of the copy lie in memory
   * @return an array that shares nothing with this one
   */
  default NDArray copy(Order order) {
    return Views.copy(self(), order);
  }

  /**
   * The axes in reverse order.
   *
   * @return a view
   */
  default NDArray transpose() {
    int[] order = new int[self().ndim()];
    for (int i = 0; i < order.length; i++) {
      order[i] = order.length - 1 - i;
    }
    return permuteDims(order);
  }

  /**
   * The axes in another order.
   *
   * @param axes for each new axis the old one; each exactly once, negative ones count from the end
   * @return a view
   * @throws IllegalArgumentException if it is not a permutation
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray transpose(int... axes) {
    return axes.length == 0 ? transpose() : permuteDims(axes);
  }

  /**
   * The axes in reverse order; the transpose of a matrix.
   *
   * @return a view
   */
  default NDArray T() {
    return transpose();
  }

  /**
   * The last two axes swapped: the transpose of each matrix of a stack.
   *
   * @return a view
   * @throws IllegalArgumentException if there are less than two axes
   */
  default NDArray mT() {
    if (self().ndim() < 2) {
      throw new IllegalArgumentException(
          "cannot transpose the matrices of an array of shape " + Shapes.text(self().shape()) + "; it must have at least 2 axes");
    }
    return swapaxes(-1, -2);
  }

  /**
   * The last two axes swapped: the transpose of each matrix of a stack.
   *
   * @return a view
   * @throws IllegalArgumentException if there are less than two axes
   */
  default NDArray matrixTranspose() {
    return mT();
  }

  /**
   * The axes in another order.
   *
   * @param axes for each new axis the old one; each exactly once, negative ones count from the end
   * @return a view
   * @throws IllegalArgumentException if it is not a permutation
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray permuteDims(int... axes) {
    return Views.of(self(), Restride.permute(Views.layout(self()), axes));
  }

  /**
   * Two axes swapped.
   *
   * @param axis1 one axis; negative ones count from the end
   * @param axis2 the other
   * @return a view
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray swapaxes(int axis1, int axis2) {
    int ndim = self().ndim();
    int[] order = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      order[i] = i;
    }
    int a = Shapes.normalAxis(axis1, ndim);
    int b = Shapes.normalAxis(axis2, ndim);
    order[a] = b;
    order[b] = a;
    return permuteDims(order);
  }

  /**
   * One axis moved; the others keep their order.
   *
   * @param source the axis; negative ones count from the end
   * @param destination where it goes; negative ones count from the end
   * @return a view
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray moveaxis(int source, int destination) {
    int ndim = self().ndim();
    int from = Shapes.normalAxis(source, ndim);
    int to = Shapes.normalAxis(destination, ndim);
    int[] order = new int[ndim];
    for (int i = 0, rest = 0; i < ndim; i++) {
      if (i == to) {
        order[i] = from;
      } else {
        rest += rest == from ? 1 : 0;
        order[i] = rest++;
      }
    }
    return permuteDims(order);
  }

  /**
   * Several axes moved; the others keep their order.
   *
   * @param source the axes; negative ones count from the end
   * @param destination where each of them goes; negative ones count from the end
   * @return a view
   * @throws IllegalArgumentException if there are not as many of both, or an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray moveaxis(int[] source, int[] destination) {
    return Views.moveaxis(self(), source, destination);
  }

  /**
   * New axes of size 1.
   *
   * @param axes where they are in the result; negative ones count from its end
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray expandDims(int... axes) {
    return Views.of(self(), Restride.expand(Views.layout(self()), axes));
  }

  /**
   * Takes axes of size 1 away.
   *
   * @param axes which axes; negative ones count from the end; none at all means every axis of size 1
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice or its size is not 1
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray squeeze(int... axes) {
    var layout = Views.layout(self());
    int[] removed = axes;
    if (axes.length == 0) {
      removed = IntStream.range(0, layout.ndim()).filter(i -> layout.shape(i) == 1).toArray();
    }
    return Views.of(self(), Restride.squeeze(layout, removed));
  }

  /**
   * The elements repeated along new axes and axes of size 1, without copying.
   *
   * @param shape the wanted shape
   * @return a read-only view, with stride 0 along the repeated axes
   * @throws IllegalArgumentException if this shape does not broadcast to the wanted one
   */
  default NDArray broadcastTo(long... shape) {
    return Views.readOnly(self(), Restride.broadcast(Views.layout(self()), shape));
  }

  /**
   * The elements in reverse order.
   *
   * @param axes along which axes; negative ones count from the end; none at all means every axis
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray flip(int... axes) {
    int ndim = self().ndim();
    var parts = new Index[ndim];
    Arrays.fill(parts, axes.length == 0 ? Index.reversed() : Index.all());
    for (int axis : Shapes.normalAxes(axes, ndim)) {
      parts[axis] = Index.reversed();
    }
    return self().get(parts);
  }

  /**
   * The columns in reverse order: the array flipped along its second axis.
   *
   * @return a view
   * @throws IndexOutOfBoundsException if there are less than two axes
   */
  default NDArray fliplr() {
    return flip(1);
  }

  /**
   * The rows in reverse order: the array flipped along its first axis.
   *
   * @return a view
   * @throws IndexOutOfBoundsException if there are no axes
   */
  default NDArray flipud() {
    return flip(0);
  }

  /**
   * The array turned by 90 degrees, from the first axis towards the second.
   *
   * @return a view
   * @throws IndexOutOfBoundsException if there are less than two axes
   */
  default NDArray rot90() {
    return rot90(1);
  }

  /**
   * The array turned by multiples of 90 degrees, from the first axis towards the second.
   *
   * @param k how many times; negative ones turn back
   * @return a view
   * @throws IndexOutOfBoundsException if there are less than two axes
   */
  default NDArray rot90(int k) {
    return rot90(k, 0, 1);
  }

  /**
   * The array turned by multiples of 90 degrees in the plane of two axes.
   *
   * @param k how many times; negative ones turn back
   * @param from the axis from which to turn
   * @param to the axis to which to turn
   * @return a view
   * @throws IllegalArgumentException if it is the same axis twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray rot90(int k, int from, int to) {
    return Splitting.rot90(self(), k, from, to);
  }

  /**
   * The elements of the main diagonal of the first two axes.
   *
   * @return a view whose last axis is the diagonal
   * @throws IllegalArgumentException if there are less than two axes
   */
  default NDArray diagonal() {
    return diagonal(0);
  }

  /**
   * The elements of a diagonal of the first two axes.
   *
   * @param offset 0 for the main diagonal, positive for those above it, negative for those below
   * @return a view whose last axis is the diagonal, empty if the matrix is too small
   * @throws IllegalArgumentException if there are less than two axes
   */
  default NDArray diagonal(long offset) {
    var from = Views.layout(self());
    if (from.ndim() < 2) {
      throw new IllegalArgumentException(
          "cannot take the diagonal of an array of shape " + Shapes.text(from.shape()) + "; it must have at least 2 axes");
    }
    // The negative of the smallest long is no number of rows.
    long row = Math.max(-Math.max(offset, -Long.MAX_VALUE), 0);
    long column = Math.max(offset, 0);
    long length = Math.max(0, Math.min(from.shape(0) - row, from.shape(1) - column));
    long[] shape = new long[from.ndim() - 1];
    long[] strides = new long[shape.length];
    for (int i = 2; i < from.ndim(); i++) {
      shape[i - 2] = from.shape(i);
      strides[i - 2] = from.stride(i);
    }
    shape[shape.length - 1] = length;
    strides[shape.length - 1] = from.stride(0) + from.stride(1);
    return Views.of(self(), Layout.of(shape, strides), length == 0 ? 0 : row * from.stride(0) + column * from.stride(1));
  }
}
