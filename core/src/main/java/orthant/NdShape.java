package orthant;

import orthant.layout.Shapes;

/** The functions of {@link Nd} that change shapes and join arrays. */
abstract class NdShape extends NdCreation {
  NdShape() {}

  /**
   * The elements in another shape, in C order.
   *
   * @param a an array
   * @param shape the sizes of the new axes; one of them may be -1: it is worked out from the others
   * @return a view if the strides allow it, else a copy
   * @throws IllegalArgumentException if the shape has another number of elements
   */
  public static NDArray reshape(NDArray a, long... shape) {
    return a.reshape(shape);
  }

  /**
   * All elements along one axis, in C order.
   *
   * @param a an array
   * @return a view if the strides allow it, else a copy; of shape {@code (size,)}
   */
  public static NDArray ravel(NDArray a) {
    return a.ravel();
  }

  /**
   * The axes in another order.
   *
   * @param a an array
   * @param axes for each new axis the old one; none at all means the reverse order
   * @return a view
   * @throws IllegalArgumentException if it is not a permutation
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray transpose(NDArray a, int... axes) {
    return a.transpose(axes);
  }

  /**
   * The axes in another order.
   *
   * @param a an array
   * @param axes for each new axis the old one; each exactly once, negative ones count from the end
   * @return a view
   * @throws IllegalArgumentException if it is not a permutation
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray permuteDims(NDArray a, int... axes) {
    return a.permuteDims(axes);
  }

  /**
   * The last two axes swapped: the transpose of each matrix of a stack.
   *
   * @param a an array of at least two axes
   * @return a view
   * @throws IllegalArgumentException if there are less than two axes
   */
  public static NDArray matrixTranspose(NDArray a) {
    return a.mT();
  }

  /**
   * Two axes swapped.
   *
   * @param a an array
   * @param axis1 one axis; negative ones count from the end
   * @param axis2 the other
   * @return a view
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray swapaxes(NDArray a, int axis1, int axis2) {
    return a.swapaxes(axis1, axis2);
  }

  /**
   * One axis moved; the others keep their order.
   *
   * @param a an array
   * @param source the axis; negative ones count from the end
   * @param destination where it goes; negative ones count from the end
   * @return a view
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray moveaxis(NDArray a, int source, int destination) {
    return a.moveaxis(source, destination);
  }

  /**
   * New axes of size 1.
   *
   * @param a an array
   * @param axes where they are in the result; negative ones count from its end
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray expandDims(NDArray a, int... axes) {
    return a.expandDims(axes);
  }

  /**
   * Takes axes of size 1 away.
   *
   * @param a an array
   * @param axes which axes; negative ones count from the end; none at all means every axis of size 1
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice or its size is not 1
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray squeeze(NDArray a, int... axes) {
    return a.squeeze(axes);
  }

  /**
   * The elements in reverse order.
   *
   * @param a an array
   * @param axes along which axes; negative ones count from the end; none at all means every axis
   * @return a view
   * @throws IllegalArgumentException if an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray flip(NDArray a, int... axes) {
    return a.flip(axes);
  }

  /**
   * The elements of the main diagonal of the first two axes.
   *
   * @param a an array of at least two axes
   * @return a view whose last axis is the diagonal
   * @throws IllegalArgumentException if there are less than two axes
   */
  public static NDArray diagonal(NDArray a) {
    return a.diagonal();
  }

  /**
   * The elements of a diagonal of the first two axes.
   *
   * @param a an array of at least two axes
   * @param offset 0 for the main diagonal, positive for those above it, negative for those below
   * @return a view whose last axis is the diagonal, empty if the matrix is too small
   * @throws IllegalArgumentException if there are less than two axes
   */
  public static NDArray diagonal(NDArray a, long offset) {
    return a.diagonal(offset);
  }

  /**
   * The elements repeated along new axes and axes of size 1, without copying.
   *
   * @param a an array
   * @param shape the wanted shape
   * @return a read-only view, with stride 0 along the repeated axes
   * @throws IllegalArgumentException if the shape of {@code a} does not broadcast to the wanted one
   */
  public static NDArray broadcastTo(NDArray a, long... shape) {
    return a.broadcastTo(shape);
  }

  /**
   * The shape to which shapes broadcast.
   *
   * @param shapes the shapes
   * @return the common shape; no axes for no shapes
   * @throws IllegalArgumentException if they do not broadcast
   */
  public static long[] broadcastShapes(long[]... shapes) {
    long[] common = {};
    for (long[] shape : shapes) {
      common = Shapes.broadcast(common, shape);
    }
    return common;
  }

  /**
   * Arrays broadcast to their common shape.
   *
   * @param arrays the arrays
   * @return read-only views, in the same order
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray[] broadcastArrays(NDArray... arrays) {
    long[] common = {};
    for (var a : arrays) {
      common = Shapes.broadcast(common, a.shape());
    }
    var views = new NDArray[arrays.length];
    for (int i = 0; i < views.length; i++) {
      views[i] = arrays[i].broadcastTo(common);
    }
    return views;
  }
}
