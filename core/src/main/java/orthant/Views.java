package orthant;

import java.util.Arrays;
import java.util.stream.IntStream;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Reach;
import orthant.layout.Restride;
import orthant.layout.Shapes;

/** Makes arrays that share the memory of others. */
final class Views {
  private Views() {}

  static Layout layout(NDArray array) {
    return Access.door().layout(array);
  }

  /** The same memory from the same place on. */
  static NDArray of(NDArray base, Layout layout) {
    return of(base, layout, 0);
  }

  static NDArray of(NDArray base, Layout layout, long byteOffset) {
    var door = Access.door();
    return door.wrap(base.dtype(), layout, door.storage(base), door.address(base) + byteOffset, base.isReadOnly());
  }

  static NDArray readOnly(NDArray base, Layout layout) {
    var door = Access.door();
    return door.wrap(base.dtype(), layout, door.storage(base), door.address(base), true);
  }

  /** A view if the strides allow, else a copy. */
  static NDArray reshape(NDArray base, long... shape) {
    long[] whole = Restride.completeShape(base.shape(), shape);
    int item = base.dtype().size();
    var view = Restride.reshape(layout(base), item, whole);
    return view != null ? of(base, view) : of(base.copy(), Layout.contiguous(item, whole));
  }

  /** A view or copy in another shape, both read in some order. */
  static NDArray reshape(NDArray base, Order order, long... shape) {
    if (order == Order.K) {
      throw new IllegalArgumentException("cannot reshape in order K; it must be C, F or A");
    }
    if (order == Order.C || order == Order.A && !Order.isColumns(layout(base), base.dtype().size())) {
      return reshape(base, shape);
    }
    long[] whole = Restride.completeShape(base.shape(), shape);
    long[] turned = new long[whole.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = whole[turned.length - 1 - i];
    }
    return reshape(base.T(), turned).T();
  }

  /** The axes in some order, those that change fastest last. */
  static NDArray inOrder(NDArray base, Order order) {
    return order == Order.C ? base : base.permuteDims(order.axes(layout(base), base.dtype().size()));
  }

  /** All elements along one axis, side by side. */
  static NDArray ravel(NDArray base, Order order) {
    var turned = inOrder(base, order);
    var flat = turned.isContiguous() ? turned : turned.copy();
    return of(flat, Layout.contiguous(flat.dtype().size(), flat.size()));
  }

  /** A copy whose elements lie in memory in some order. */
  static NDArray copy(NDArray base, Order order) {
    if (order == Order.C) {
      return base.copy();
    }
    int[] axes = order.axes(layout(base), base.dtype().size());
    int[] back = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      back[axes[i]] = i;
    }
    return base.permuteDims(axes).copy().permuteDims(back);
  }

  static NDArray moveaxis(NDArray base, int[] source, int[] destination) {
    int ndim = base.ndim();
    int[] from = Shapes.normalAxes(source, ndim);
    int[] to = Shapes.normalAxes(destination, ndim);
    if (from.length != to.length) {
      throw new IllegalArgumentException("cannot move " + from.length + " axes to " + to.length + " places; there must be as many of both");
    }
    int[] order = new int[ndim];
    boolean[] moved = new boolean[ndim];
    Arrays.fill(order, -1);
    for (int i = 0; i < from.length; i++) {
      order[to[i]] = from[i];
      moved[from[i]] = true;
    }
    for (int i = 0, rest = 0; i < ndim; i++) {
      if (order[i] < 0) {
        while (moved[rest]) {
          rest++;
        }
        order[i] = rest++;
      }
    }
    return base.permuteDims(order);
  }

  /** The positions of an axis from one up to another. */
  static NDArray part(NDArray base, int axis, long start, long stop) {
    var from = layout(base);
    return of(base, Restride.narrow(from, axis, stop - start), start < stop ? start * from.stride(axis) : 0);
  }

  /** One position of an axis, without the axis. */
  static NDArray at(NDArray base, int axis, long position) {
    var from = layout(base);
    return of(base, Restride.drop(from, axis), position * from.stride(axis));
  }

  /** Axes of size 1 put in front, until there are so many. */
  static NDArray atLeast(NDArray base, int ndim) {
    if (base.ndim() >= ndim) {
      return base;
    }
    int[] front = new int[ndim - base.ndim()];
    for (int i = 0; i < front.length; i++) {
      front[i] = i;
    }
    return base.expandDims(front);
  }

  /** Where a slice begins and how it is laid out; the mechanism behind {@code get}. */
  static NDArray slice(NDArray base, Index... indices) {
    var from = layout(base);
    int rest = from.ndim();
    int ndim = rest;
    for (var index : indices) {
      ndim += index.kind() == Index.Kind.NEW_AXIS ? 1 : index.kind() == Index.Kind.AT ? -1 : 0;
    }
    rest -= Index.axesUsed(from, indices);
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    long offset = 0;
    int axis = 0;
    int out = 0;
    for (var index : indices) {
      switch (index.kind()) {
        case NEW_AXIS -> shape[out++] = 1;
        case ELLIPSIS -> {
          for (; rest > 0; rest--) {
            shape[out] = from.shape(axis);
            strides[out++] = from.stride(axis++);
          }
        }
        case AT -> offset += Shapes.normalIndex(index.start(), from.shape(axis), axis) * from.stride(axis++);
        case SLICE -> {
          offset += index.slice(from.shape(axis), from.stride(axis), shape, strides, out++);
          axis++;
        }
        case ARRAY -> throw new AssertionError(index);
      }
    }
    for (; rest > 0; rest--) {
      shape[out] = from.shape(axis);
      strides[out++] = from.stride(axis++);
    }
    return of(base, Layout.of(shape, strides), offset);
  }

  /** The same elements with other sizes and strides, all of them inside of the bytes that the base spans. */
  static NDArray asStrided(NDArray base, long[] shape, long[] strides) {
    var from = layout(base);
    var to = Layout.of(shape, strides);
    int item = base.dtype().size();
    if (to.size() > 0) {
      long low = 0;
      long high = item;
      boolean inside = true;
      try {
        for (int i = 0; i < shape.length; i++) {
          long reach = Math.multiplyExact(shape[i] - 1, strides[i]);
          low = Math.addExact(low, Math.min(reach, 0));
          high = Math.addExact(high, Math.max(reach, 0));
        }
      } catch (ArithmeticException e) {
        inside = false;
      }
      if (!inside || low < from.lowByte() || high > from.highByte(item)) {
        throw new IndexOutOfBoundsException("a view with shape " + Shapes.text(shape) + " and strides " + Shapes.text(strides)
            + (inside ? " has the bytes from " + low + " to " + high : " has more than 2^63 bytes")
            + "; it must stay inside of those that the array of " + from + " spans, from " + from.lowByte() + " to " + from.highByte(item));
      }
    }
    // Elements that lie on each other would be written several times.
    return Reach.overlapsItself(to, item) ? readOnly(base, to) : of(base, to);
  }

  /** All windows of a size, each in the last axes of a read-only view. */
  static NDArray slidingWindows(NDArray base, long[] window, int... axes) {
    var from = layout(base);
    if (window.length != axes.length) {
      throw new IllegalArgumentException("a window of shape " + Shapes.text(window) + " slides along " + axes.length
          + " axes of an array of shape " + Shapes.text(from.shape()) + "; there must be a size for each");
    }
    int ndim = from.ndim();
    long[] shape = Arrays.copyOf(from.shape(), ndim + axes.length);
    long[] strides = Arrays.copyOf(from.strides(), shape.length);
    for (int i = 0; i < axes.length; i++) {
      int axis = Shapes.normalAxis(axes[i], ndim);
      if (window[i] < 0 || window[i] > shape[axis]) {
        throw new IllegalArgumentException("a window of size " + window[i] + " does not slide along axis " + axis + " with size " + shape[axis]
            + "; it must be from 0 to " + shape[axis]);
      }
      shape[axis] -= window[i] - 1;
      shape[ndim + i] = window[i];
      strides[ndim + i] = from.stride(axis);
    }
    return readOnly(base, Layout.of(shape, strides));
  }

  /** The elements of a diagonal of two axes. */
  static NDArray diagonal(NDArray base, long offset, int axis1, int axis2) {
    var from = layout(base);
    if (from.ndim() < 2) {
      throw new IllegalArgumentException(
          "cannot take the diagonal of an array of shape " + Shapes.text(from.shape()) + "; it must have at least 2 axes");
    }
    int[] two = Shapes.normalAxes(new int[] {axis1, axis2}, from.ndim());
    long rows = from.shape(two[0]);
    long columns = from.shape(two[1]);
    long row = offset < 0 ? Math.min(rows, -Math.max(offset, -Long.MAX_VALUE)) : 0;
    long column = Math.clamp(offset, 0, columns);
    long length = Math.min(rows - row, columns - column);
    long[] shape = new long[from.ndim() - 1];
    long[] strides = new long[shape.length];
    int out = 0;
    for (int i = 0; i < from.ndim(); i++) {
      if (i != two[0] && i != two[1]) {
        shape[out] = from.shape(i);
        strides[out++] = from.stride(i);
      }
    }
    shape[out] = length;
    strides[out] = from.stride(two[0]) + from.stride(two[1]);
    return of(base, Layout.of(shape, strides), length == 0 ? 0 : row * from.stride(two[0]) + column * from.stride(two[1]));
  }

  /** A view of another shape, or null if the strides do not allow one. */
  static NDArray reshapedView(NDArray base, long... shape) {
    var view = Restride.reshape(layout(base), base.dtype().size(), shape);
    return view == null ? null : of(base, view);
  }

  /** Whether two arrays have an element in common. */
  static boolean share(NDArray a, NDArray b) {
    var door = Access.door();
    return Reach.meet(layout(a), a.dtype().size(), layout(b), b.dtype().size(), door.address(b) - door.address(a));
  }

  static void checkWritable(NDArray a) {
    if (a.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(a.shape()) + " is read-only; write to a copy()");
    }
  }

  /** Without leading axes of size 1 beyond some number of axes; what is written to fewer axes may have them. */
  static NDArray droppingOnes(NDArray a, int ndim) {
    int extra = 0;
    while (a.ndim() - extra > ndim && a.shape(extra) == 1) {
      extra++;
    }
    return extra == 0 ? a : a.squeeze(IntStream.range(0, extra).toArray());
  }
}
