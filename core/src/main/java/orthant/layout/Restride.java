package orthant.layout;

import java.util.Arrays;

/** Pure functions from one layout to another over the same elements: what makes views possible. */
public final class Restride {
  private Restride() {}

  /**
   * Fills in the size written as -1 and checks that the elements fit.
   *
   * @param from the present shape
   * @param shape the wanted shape, at most one size -1
   * @return the wanted shape without -1
   * @throws IllegalArgumentException if the numbers of elements differ, a size is below -1, or -1 occurs twice
   */
  public static long[] completeShape(long[] from, long... shape) {
    long[] whole = shape.clone();
    int unknown = -1;
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == -1) {
        if (unknown >= 0) {
          throw new IllegalArgumentException(
              cannotReshape(from, shape) + ": axes " + unknown + " and " + i + " are both -1; at most one may be");
        }
        unknown = i;
        whole[i] = 1;
      } else if (whole[i] < 0) {
        throw new IllegalArgumentException(
            cannotReshape(from, shape) + ": axis " + i + " has " + whole[i] + "; sizes must be 0 or more, or -1 for the one to work out");
      }
    }
    long size = Shapes.size(from);
    long known = Shapes.size(whole);
    if (unknown >= 0) {
      if (known == 0 || size % known != 0) {
        throw new IllegalArgumentException(
            cannotReshape(from, shape) + ": the known sizes multiply to " + known + ", which must divide " + size + " and not be 0");
      }
      whole[unknown] = size / known;
    } else if (known != size) {
      throw new IllegalArgumentException(cannotReshape(from, shape) + ": that shape has " + known + " elements; it must have " + size);
    }
    return whole;
  }

  private static String cannotReshape(long[] from, long[] to) {
    return "cannot reshape " + Shapes.size(from) + " elements of shape " + Shapes.text(from) + " into " + Shapes.text(to);
  }

  /**
   * The layout of a reshaped view, by NumPy's rule: axes that are merged or split must lie evenly in memory.
   *
   * @param from the present layout
   * @param itemSize bytes of an element
   * @param shape the wanted shape, with as many elements
   * @return the layout, or null if the elements must be copied
   */
  public static Layout reshape(Layout from, int itemSize, long... shape) {
    if (from.isContiguous(itemSize)) {
      return Layout.contiguous(itemSize, shape);
    }
    long[] oldShape = new long[from.ndim()];
    long[] oldStrides = new long[from.ndim()];
    int old = 0;
    for (int i = 0; i < from.ndim(); i++) {
      if (from.shape(i) != 1) {
        oldShape[old] = from.shape(i);
        oldStrides[old++] = from.stride(i);
      }
    }
    long[] strides = new long[shape.length];
    // Walks both shapes from the left, a group of old axes against the group of new axes with as many elements.
    int oi = 0;
    int ni = 0;
    while (ni < shape.length && oi < old) {
      int oj = oi + 1;
      int nj = ni + 1;
      long oldCount = oldShape[oi];
      long newCount = shape[ni];
      while (newCount != oldCount) {
        if (newCount < oldCount) {
          newCount *= shape[nj++];
        } else {
          oldCount *= oldShape[oj++];
        }
      }
      for (int k = oi; k < oj - 1; k++) {
        if (oldStrides[k] != oldShape[k + 1] * oldStrides[k + 1]) {
          return null;
        }
      }
      strides[nj - 1] = oldStrides[oj - 1];
      for (int k = nj - 1; k > ni; k--) {
        strides[k - 1] = strides[k] * shape[k];
      }
      oi = oj;
      ni = nj;
    }
    // What is left has size 1, so that any stride does.
    Arrays.fill(strides, ni, shape.length, ni > 0 ? strides[ni - 1] : itemSize);
    return Layout.owning(shape, strides);
  }

  /**
   * The same elements with the axes in another order.
   *
   * @param from the present layout
   * @param order for each new axis the old one; each exactly once, negative ones count from the end
   * @return the layout
   * @throws IllegalArgumentException if it is not a permutation
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static Layout permute(Layout from, int... order) {
    if (order.length != from.ndim()) {
      throw new IllegalArgumentException("order " + Arrays.toString(order) + " has " + order.length + " axes for an array of shape "
          + Shapes.text(from.shape()) + "; it must name each of the " + from.ndim() + " axes once");
    }
    int[] axes = Shapes.normalAxes(order, from.ndim());
    long[] shape = new long[axes.length];
    long[] strides = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      shape[i] = from.shape(axes[i]);
      strides[i] = from.stride(axes[i]);
    }
    return Layout.owning(shape, strides);
  }

  /**
   * The same elements repeated along new axes and axes of size 1, with stride 0.
   *
   * @param from the present layout
   * @param shape the wanted shape
   * @return the layout
   * @throws IllegalArgumentException if the shape does not broadcast to the wanted one
   */
  public static Layout broadcast(Layout from, long... shape) {
    int added = shape.length - from.ndim();
    if (added < 0) {
      throw new IllegalArgumentException(
          cannotBroadcast(from, shape) + ": it has " + shape.length + " axes; there must be at least " + from.ndim());
    }
    long[] strides = new long[shape.length];
    for (int i = 0; i < from.ndim(); i++) {
      if (from.shape(i) == shape[i + added]) {
        strides[i + added] = from.stride(i);
      } else if (from.shape(i) != 1) {
        throw new IllegalArgumentException(cannotBroadcast(from, shape) + ": axis " + (i + added) + " has " + from.shape(i) + " and "
            + shape[i + added] + "; sizes must match or the first be 1");
      }
    }
    return Layout.owning(shape, strides);
  }

  private static String cannotBroadcast(Layout from, long[] shape) {
    return "cannot broadcast " + Shapes.text(from.shape()) + " to " + Shapes.text(shape);
  }

  /**
   * Puts in axes of size 1.
   *
   * @param from the present layout
   * @param axes where they are in the result; negative ones count from its end
   * @return the layout
   * @throws IllegalArgumentException if an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static Layout expand(Layout from, int... axes) {
    int ndim = from.ndim() + axes.length;
    boolean[] added = new boolean[ndim];
    for (int axis : Shapes.normalAxes(axes, ndim)) {
      added[axis] = true;
    }
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    int old = 0;
    for (int i = 0; i < ndim; i++) {
      shape[i] = added[i] ? 1 : from.shape(old);
      strides[i] = added[i] ? 0 : from.stride(old++);
    }
    return Layout.owning(shape, strides);
  }

  /**
   * The same strides with another size of one axis.
   *
   * @param from the present layout
   * @param axis from 0
   * @param size how many positions of it
   * @return the layout
   */
  public static Layout narrow(Layout from, int axis, long size) {
    long[] shape = from.shape();
    shape[axis] = size;
    return Layout.owning(shape, from.strides());
  }

  /**
   * The same elements without one axis.
   *
   * @param from the present layout
   * @param axis from 0
   * @return the layout of one position of that axis
   */
  public static Layout drop(Layout from, int axis) {
    int ndim = from.ndim() - 1;
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      shape[i] = from.shape(i < axis ? i : i + 1);
      strides[i] = from.stride(i < axis ? i : i + 1);
    }
    return Layout.owning(shape, strides);
  }

  /**
   * Takes out axes of size 1.
   *
   * @param from the present layout
   * @param axes which; negative ones count from the end
   * @return the layout
   * @throws IllegalArgumentException if an axis occurs twice or its size is not 1
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static Layout squeeze(Layout from, int... axes) {
    boolean[] removed = new boolean[from.ndim()];
    for (int axis : Shapes.normalAxes(axes, from.ndim())) {
      if (from.shape(axis) != 1) {
        throw new IllegalArgumentException(
            "cannot squeeze axis " + axis + " of shape " + Shapes.text(from.shape()) + ": it has size " + from.shape(axis)
                + "; it must have 1");
      }
      removed[axis] = true;
    }
    long[] shape = new long[from.ndim() - axes.length];
    long[] strides = new long[shape.length];
    int at = 0;
    for (int i = 0; i < from.ndim(); i++) {
      if (!removed[i]) {
        shape[at] = from.shape(i);
        strides[at++] = from.stride(i);
      }
    }
    return Layout.owning(shape, strides);
  }
}
