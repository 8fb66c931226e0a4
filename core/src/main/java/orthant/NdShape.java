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

  /**
   * Arrays one after the other along the first axis.
   *
   * @param arrays at least one array; all of the same shape but for the first axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array, one has no axes, or the shapes differ elsewhere
   */
  public static NDArray concat(NDArray... arrays) {
    return concat(0, arrays);
  }

  /**
   * Arrays one after the other along an axis.
   *
   * @param axis the axis; negative ones count from the end
   * @param arrays at least one array; all of the same shape but for this axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array, or the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray concat(int axis, NDArray... arrays) {
    return Joining.concat(axis, arrays);
  }

  /**
   * Arrays one after the other along a new first axis.
   *
   * @param arrays at least one array; all of the same shape
   * @return a new array of the promoted type with one axis more
   * @throws IllegalArgumentException if there is no array or the shapes differ
   */
  public static NDArray stack(NDArray... arrays) {
    return stack(0, arrays);
  }

  /**
   * Arrays one after the other along a new axis.
   *
   * @param axis where the new axis is in the result; negative ones count from its end
   * @param arrays at least one array; all of the same shape
   * @return a new array of the promoted type with one axis more
   * @throws IllegalArgumentException if there is no array or the shapes differ
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static NDArray stack(int axis, NDArray... arrays) {
    return Joining.stack(axis, arrays);
  }

  /**
   * Arrays side by side: along the second axis, or along the first one if that is the only one.
   *
   * @param arrays at least one array; all of the same shape but for that axis; those without axes count as one element
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray hstack(NDArray... arrays) {
    return Joining.hstack(arrays);
  }

  /**
   * Arrays one below the other: along the first axis; those with one axis are rows.
   *
   * @param arrays at least one array; all of the same shape but for the first axis
   * @return a new array of the promoted type with at least two axes
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray vstack(NDArray... arrays) {
    return Joining.vstack(arrays);
  }

  /**
   * The sub-arrays along the first axis.
   *
   * @param a an array of at least one axis
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] unstack(NDArray a) {
    return unstack(a, 0);
  }

  /**
   * The sub-arrays along an axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] unstack(NDArray a, int axis) {
    return Joining.unstack(a, axis);
  }

  /**
   * Every element several times in a row.
   *
   * @param a an array
   * @param repeats how many times
   * @param axis along which axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if {@code repeats} is negative
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray repeat(NDArray a, long repeats, int axis) {
    return Joining.repeat(a, repeats, axis);
  }

  /**
   * The whole array several times along each axis.
   *
   * @param a an array
   * @param repetitions how many times along each axis, the last one last; more than there are axes make new axes
   * @return a new array
   * @throws IllegalArgumentException if a number is negative
   */
  public static NDArray tile(NDArray a, long... repetitions) {
    return Joining.tile(a, repetitions);
  }

  /**
   * The elements moved along an axis; those that leave at the end come in at the beginning.
   *
   * @param a an array
   * @param shift how far; negative to the front
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray roll(NDArray a, long shift, int axis) {
    return Joining.roll(a, shift, axis);
  }

  /**
   * Coordinates of a grid, as NumPy's {@code meshgrid} with its default {@code indexing="xy"}: for x of n numbers and y of
   * m, arrays of shape {@code (m, n)}.
   *
   * @param coordinates the numbers along x, y, ..., each with one axis
   * @return one new array for each, with x along the second axis and y along the first
   * @throws IllegalArgumentException if one has not exactly one axis
   */
  public static NDArray[] meshgrid(NDArray... coordinates) {
    return Joining.meshgrid(coordinates);
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
