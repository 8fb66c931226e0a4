package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.Function;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Raw;
import orthant.op.TypeRule;

/** Makes matrices with diagonals and triangles, and grids of coordinates. */
final class Patterns {
  private Patterns() {}

  static NDArray diag(NDArray a, long k) {
    if (a.ndim() == 2) {
      return a.diagonal(k);
    }
    if (a.ndim() != 1) {
      throw new IllegalArgumentException(
          "cannot make or take the diagonal of shape " + Shapes.text(a.shape()) + "; there must be 1 or 2 axes");
    }
    if (k == Long.MIN_VALUE) {
      throw new IllegalArgumentException("the diagonal " + k + " is too far from the main one; it must be above -2^63");
    }
    long n = Math.addExact(a.size(), Math.abs(k));
    var out = Nd.zeros(a.dtype(), n, n);
    if (a.size() > 0) {
      out.diagonal(k).assign(a);
    }
    return out;
  }

  static NDArray tri(DType dtype, long rows, long columns, long k) {
    var out = Nd.ones(dtype, rows, columns);
    clear(out, k, true);
    return out;
  }

  /** A copy with zeros above (or below) a diagonal of the last two axes; one axis is repeated to a square. */
  static NDArray triangle(NDArray a, long k, boolean lower) {
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("cannot take the triangle of an array without axes; there must be at least 1");
    }
    var out = a.ndim() == 1 ? a.broadcastTo(a.size(), a.size()).copy() : a.copy();
    clear(out, k, lower);
    return out;
  }

  /** Writes zeros above (or below) a diagonal of the last two axes of a contiguous array. */
  private static void clear(NDArray out, long k, boolean lower) {
    long rows = out.shape(-2);
    long columns = out.shape(-1);
    int item = out.dtype().size();
    long address = Access.door().address(out);
    long matrices = rows * columns == 0 ? 0 : out.size() / (rows * columns);
    for (long m = 0; m < matrices; m++) {
      for (long i = 0; i < rows; i++) {
        // What stays are the columns up to i + k, or from there on; the sum saturates.
        long edge = k > columns ? columns : k < -rows ? 0 : Math.clamp(i + k + (lower ? 1 : 0), 0, columns);
        if (lower) {
          Raw.zero(address + edge * item, (columns - edge) * item);
        } else {
          Raw.zero(address, edge * item);
        }
        address += columns * item;
      }
    }
    Reference.reachabilityFence(out);
  }

  static NDArray vander(NDArray x, long columns, boolean increasing) {
    if (x.ndim() != 1) {
      throw new IllegalArgumentException("cannot take powers of shape " + Shapes.text(x.shape()) + "; there must be one axis");
    }
    var out = Nd.empty(TypeRule.promote(x.dtype(), DType.int64), x.size(), columns);
    var powers = increasing ? out : out.flip(1);
    var power = Nd.ones(out.dtype(), x.size());
    for (long i = 0; i < columns; i++) {
      power = i == 0 ? power : power.multiply(x);
      Views.at(powers, 1, i).assign(power);
    }
    return out;
  }

  static NDArray indices(DType dtype, long... sizes) {
    long[] shape = new long[sizes.length + 1];
    shape[0] = sizes.length;
    System.arraycopy(sizes, 0, shape, 1, sizes.length);
    var out = Nd.empty(dtype, shape);
    for (int i = 0; i < sizes.length; i++) {
      Views.at(out, 0, i).assign(along(Nd.arange(dtype, (double) sizes[i]), i, sizes.length));
    }
    return out;
  }

  /** Coordinates along one of several axes. */
  private static NDArray along(NDArray coordinates, int axis, int ndim) {
    long[] shape = new long[ndim];
    Arrays.fill(shape, 1);
    shape[axis] = coordinates.size();
    return coordinates.reshape(shape);
  }

  static NDArray fromfunction(DType dtype, Function<NDArray[], NDArray> function, long... shape) {
    return function.apply(Splitting.unstack(indices(dtype, shape), 0));
  }

  static NDArray[] meshgrid(Grid grid, NDArray... coordinates) {
    int n = coordinates.length;
    long[] shape = new long[n];
    int[] axes = new int[n];
    for (int i = 0; i < n; i++) {
      axes[i] = !grid.matrix() && n > 1 && i < 2 ? 1 - i : i;
      shape[axes[i]] = coordinates[i].size();
    }
    var out = new NDArray[n];
    for (int i = 0; i < n; i++) {
      var open = along(coordinates[i], axes[i], n);
      var view = Views.readOnly(open, grid.isSparse() ? Views.layout(open) : Views.layout(open.broadcastTo(shape)));
      out[i] = grid.copies() ? view.copy() : view;
    }
    return out;
  }

  /** A new array with the layout of another: side by side, its axes in the same order in memory. */
  static Layout like(NDArray a, DType dtype) {
    var layout = Views.layout(a);
    if (layout.isContiguous(a.dtype().size())) {
      return a.dtype().size() == dtype.size() ? layout : Layout.contiguous(dtype.size(), layout.shape());
    }
    int[] axes = Order.K.axes(layout, a.dtype().size());
    long[] strides = new long[axes.length];
    long step = dtype.size();
    for (int i = axes.length - 1; i >= 0; i--) {
      strides[axes[i]] = step;
      step = Math.multiplyExact(step, Math.max(layout.shape(axes[i]), 1));
    }
    return Layout.of(layout.shape(), strides);
  }
}
