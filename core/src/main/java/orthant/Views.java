package orthant;

import orthant.kernel.Access;
import orthant.layout.Layout;
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

  /** Where a slice begins and how it is laid out; the mechanism behind {@code get}. */
  static NDArray slice(NDArray base, Index... indices) {
    var from = layout(base);
    int used = 0;
    int added = 0;
    int dropped = 0;
    boolean ellipsis = false;
    for (var index : indices) {
      switch (index.kind()) {
        case NEW_AXIS -> added++;
        case ELLIPSIS -> {
          if (ellipsis) {
            throw new IllegalArgumentException("the index " + Index.text(indices) + " has more than one ellipsis; there may be one");
          }
          ellipsis = true;
        }
        case AT -> {
          used++;
          dropped++;
        }
        case SLICE -> used++;
      }
    }
    if (used > from.ndim()) {
      throw new IndexOutOfBoundsException("the index " + Index.text(indices) + " uses " + used + " axes of an array of shape "
          + Shapes.text(from.shape()) + "; there are " + from.ndim());
    }
    long[] shape = new long[from.ndim() + added - dropped];
    long[] strides = new long[shape.length];
    long offset = 0;
    int axis = 0;
    int out = 0;
    int rest = from.ndim() - used;
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
          long n = from.shape(axis);
          long length = index.length(n);
          shape[out] = length;
          // An axis of at most one element needs no stride, and the product could overflow.
          strides[out++] = length > 1 ? index.step() * from.stride(axis) : from.stride(axis);
          offset += length > 0 ? index.first(n) * from.stride(axis) : 0;
          axis++;
        }
      }
    }
    for (; rest > 0; rest--) {
      shape[out] = from.shape(axis);
      strides[out++] = from.stride(axis++);
    }
    return of(base, Layout.of(shape, strides), offset);
  }
}
