package orthant;

import java.util.stream.Stream;
import orthant.layout.Shapes;

/** The functions of {@link Nd} that change shapes and join arrays. */
abstract class NdShape extends NdPatterns {
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
   * @return a view if the elements lie side by side in that order, else a copy; of shape {@code (size,)}
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

  /**
   * The elements in another shape.
   *
   * @param a an array
   * @param order in which order the elements are read from the one and put into the other shape: C, F or A
   * @param shape the sizes of the new axes; one of them may be -1: it is worked out from the others
   * @return a view if the strides allow it, else a copy
   * @throws IllegalArgumentException if the shape has another number of elements, or the order is K
   */
  public static NDArray reshape(NDArray a, Order order, long... shape) {
    return a.reshape(order, shape);
  }

  /**
   * All elements along one axis.
   *
   * @param a an array
   * @param order in which order the elements are read
   * @return a view if the elements lie side by side in that order, else a copy; of shape {@code (size,)}
   */
  public static NDArray ravel(NDArray a, Order order) {
    return a.ravel(order);
  }

  /**
   * A copy in fresh memory.
   *
   * @param a an array
   * @param order in which order the elements of the copy lie in memory; NumPy's {@code np.copy} has {@link Order#K}
   * @return an array that shares nothing with {@code a}
   */
  public static NDArray copy(NDArray a, Order order) {
    return a.copy(order);
  }

  /**
   * A copy in fresh memory whose axes have the same order there, as NumPy's {@code array}.
   *
   * @param a an array
   * @return an array that shares nothing with {@code a}
   */
  public static NDArray array(NDArray a) {
    return a.copy(Order.K);
  }

  /**
   * The array itself, as NumPy's {@code asarray}.
   *
   * @param a an array
   * @return {@code a}
   */
  public static NDArray asarray(NDArray a) {
    return a;
  }

  /**
   * The array itself if it is of a type, else a copy in that type.
   *
   * @param a an array
   * @param dtype the type
   * @return {@code a} or a copy of it
   */
  public static NDArray asarray(NDArray a, DType dtype) {
    return a.dtype() == dtype ? a : a.astype(dtype);
  }

  /**
   * The array itself if its rows lie in memory without gaps, else a copy for which that is so.
   *
   * @param a an array
   * @return {@code a} or a copy of it, with at least one axis
   */
  public static NDArray ascontiguousarray(NDArray a) {
    return Views.atLeast(a.isContiguous() ? a : a.copy(), 1);
  }

  /**
   * The array itself if its columns lie in memory without gaps, else a copy for which that is so.
   *
   * @param a an array
   * @return {@code a} or a copy of it, with at least one axis
   */
  public static NDArray asfortranarray(NDArray a) {
    return Views.atLeast(a.T().isContiguous() ? a : a.copy(Order.F), 1);
  }

  /**
   * Several axes moved; the others keep their order.
   *
   * @param a an array
   * @param source the axes; negative ones count from the end
   * @param destination where each of them goes; negative ones count from the end
   * @return a view
   * @throws IllegalArgumentException if there are not as many of both, or an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray moveaxis(NDArray a, int[] source, int[] destination) {
    return a.moveaxis(source, destination);
  }

  /**
   * The columns in reverse order: the array flipped along its second axis.
   *
   * @param a an array of at least two axes
   * @return a view
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray fliplr(NDArray a) {
    return a.fliplr();
  }

  /**
   * The rows in reverse order: the array flipped along its first axis.
   *
   * @param a an array of at least one axis
   * @return a view
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray flipud(NDArray a) {
    return a.flipud();
  }

  /**
   * The array turned by 90 degrees, from the first axis towards the second.
   *
   * @param a an array of at least two axes
   * @return a view
   * @throws IndexOutOfBoundsException if there are less than two axes
   */
  public static NDArray rot90(NDArray a) {
    return a.rot90();
  }

  /**
   * The array turned by multiples of 90 degrees, from the first axis towards the second.
   *
   * @param a an array of at least two axes
   * @param k how many times; negative ones turn back
   * @return a view
   * @throws IndexOutOfBoundsException if there are less than two axes
   */
  public static NDArray rot90(NDArray a, int k) {
    return a.rot90(k);
  }

  /**
   * The array turned by multiples of 90 degrees in the plane of two axes.
   *
   * @param a an array
   * @param k how many times; negative ones turn back
   * @param from the axis from which to turn
   * @param to the axis to which to turn
   * @return a view
   * @throws IllegalArgumentException if it is the same axis twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray rot90(NDArray a, int k, int from, int to) {
    return a.rot90(k, from, to);
  }

  /**
   * The array with at least one axis.
   *
   * @param a an array
   * @return {@code a} if it has as many, else a view
   */
  public static NDArray atleast1d(NDArray a) {
    return Views.atLeast(a, 1);
  }

  /**
   * Arrays with at least one axis.
   *
   * @param arrays the arrays
   * @return for each what the function of one array returns
   */
  public static NDArray[] atleast1d(NDArray... arrays) {
    return Stream.of(arrays).map(a -> atleast1d(a)).toArray(NDArray[]::new);
  }

  /**
   * The array with at least two axes.
   *
   * @param a an array
   * @return {@code a} if it has as many, else a view; one axis becomes the columns of a single row
   */
  public static NDArray atleast2d(NDArray a) {
    return Views.atLeast(a, 2);
  }

  /**
   * Arrays with at least two axes.
   *
   * @param arrays the arrays
   * @return for each what the function of one array returns
   */
  public static NDArray[] atleast2d(NDArray... arrays) {
    return Stream.of(arrays).map(a -> atleast2d(a)).toArray(NDArray[]::new);
  }

  /**
   * The array with at least three axes.
   *
   * @param a an array
   * @return {@code a} if it has as many, else a view; one axis becomes the middle one, two become the first two
   */
  public static NDArray atleast3d(NDArray a) {
    return Joining.atLeast3d(a);
  }

  /**
   * Arrays with at least three axes.
   *
   * @param arrays the arrays
   * @return for each what the function of one array returns
   */
  public static NDArray[] atleast3d(NDArray... arrays) {
    return Stream.of(arrays).map(a -> atleast3d(a)).toArray(NDArray[]::new);
  }

  /**
   * Where the elements are that are not zero.
   *
   * @param a an array
   * @return for each axis an {@code int64} array of their positions along it, in C order
   * @throws IllegalArgumentException if {@code a} has no axes
   */
  public static NDArray[] nonzero(NDArray a) {
    return a.nonzero();
  }

  /**
   * Sub-arrays at some positions of an axis, in any order and as often as wanted.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a copy, with the axes of {@code indices} in the place of the axis
   * @throws IndexOutOfBoundsException if a position or the axis is outside
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  public static NDArray take(NDArray a, NDArray indices, int axis) {
    return a.take(indices, axis);
  }

  /**
   * A copy in another type; see {@link NDArray#astype}.
   *
   * @param a an array
   * @param dtype the type
   * @return a copy, also when the type is that of {@code a}
   */
  public static NDArray astype(NDArray a, DType dtype) {
    return a.astype(dtype);
  }

  /**
   * A copy in fresh memory, in C order.
   *
   * @param a an array
   * @return an array that shares nothing with {@code a}
   */
  public static NDArray copy(NDArray a) {
    return a.copy();
  }
}
