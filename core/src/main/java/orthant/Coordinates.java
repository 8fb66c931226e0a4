package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** Positions as arrays: one number for an element or one an axis, grids, diagonals and triangles. */
final class Coordinates {
  private Coordinates() {}

  /** Whether the first axis changes fastest. */
  private static boolean isColumns(Order order) {
    if (order != Order.C && order != Order.F) {
      throw new IllegalArgumentException("positions counted in order " + order + "; it must be C or F");
    }
    return order == Order.F;
  }

  /** Positions in an order as one position an axis. */
  static NDArray[] unravel(NDArray positions, Order order, long... shape) {
    boolean columns = isColumns(order);
    long size = Shapes.size(shape);
    var given = IndexArray.int64(positions);
    var flat = given.isContiguous() ? given : given.copy();
    var out = new NDArray[shape.length];
    long[] to = new long[shape.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = Nd.empty(DType.int64, flat.shape());
      to[k] = Access.door().address(out[k]);
    }
    try (var _ = Hold.of(flat)) {
      long from = Access.door().address(flat);
      for (long i = 0; i < flat.size(); i++) {
        long rest = Raw.getLong(from + 8 * i);
        if (rest < 0 || rest >= size) {
          throw new IndexOutOfBoundsException("position " + rest + " is out of bounds for the " + size + " elements of shape "
              + Shapes.text(shape) + (size == 0 ? "" : "; it must be from 0 to " + (size - 1)));
        }
        for (int k = 0; k < shape.length; k++) {
          int axis = columns ? k : shape.length - 1 - k;
          long next = rest / shape[axis];
          Raw.setLong(to[axis] + 8 * i, rest - next * shape[axis]);
          rest = next;
        }
      }
    }
    Reference.reachabilityFence(out);
    return out;
  }

  /** One position an axis as positions in an order. */
  static NDArray ravel(NDArray[] positions, long[] shape, Bounds[] bounds, Order order) {
    boolean columns = isColumns(order);
    if (positions.length != shape.length) {
      throw new IllegalArgumentException(positions.length + " arrays of positions for shape " + Shapes.text(shape) + "; there must be "
          + shape.length);
    }
    if (positions.length == 0) {
      throw new IllegalArgumentException("no positions; there must be at least one axis");
    }
    if (bounds.length != shape.length) {
      throw new IllegalArgumentException(bounds.length + " bounds for shape " + Shapes.text(shape) + "; there must be " + shape.length);
    }
    Shapes.size(shape);
    var sum = Nd.zeros(DType.int64);
    for (int k = 0; k < shape.length; k++) {
      int axis = columns ? shape.length - 1 - k : k;
      var inside = bounds[axis].inside(positions[axis], shape[axis], axis);
      if (bounds[axis] == Bounds.RAISE && inside.size() > 0) {
        long low = inside.min().getLong();
        long high = inside.max().getLong();
        if (low < 0 || high >= shape[axis]) {
          throw new IndexOutOfBoundsException("position " + (low < 0 ? low : high) + " is out of bounds for axis " + axis + " with size "
              + shape[axis] + (shape[axis] == 0 ? "" : "; it must be from 0 to " + (shape[axis] - 1)));
        }
      }
      sum = sum.multiply(shape[axis]).add(inside);
    }
    return sum;
  }

  /** Arrays of one axis each so that together they pick the elements at all combinations. */
  static Index[] grid(NDArray... positions) {
    var parts = new Index[positions.length];
    for (int i = 0; i < parts.length; i++) {
      var p = positions[i];
      if (p.ndim() != 1) {
        throw new IllegalArgumentException(
            "positions " + i + " of a grid have shape " + Shapes.text(p.shape()) + "; there must be one axis");
      }
      long[] shape = new long[parts.length];
      Arrays.fill(shape, 1);
      var list = p.dtype().isBool() ? p.nonzero()[0] : p;
      shape[i] = list.size();
      parts[i] = Index.at(list.reshape(shape));
    }
    return parts;
  }

  /** The positions on the main diagonal of an array with the same size along all axes. */
  static NDArray[] diagonal(long n, int ndim) {
    if (ndim < 1) {
      throw new IllegalArgumentException("there is no diagonal in " + ndim + " axes; there must be at least 1");
    }
    var out = new NDArray[ndim];
    for (int i = 0; i < ndim; i++) {
      out[i] = Nd.arange(n);
    }
    return out;
  }

  /** The positions of a matrix on and below a diagonal, or those on and above it, row by row. */
  static NDArray[] triangle(long rows, long columns, long k, boolean upper) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("a matrix of shape " + Shapes.text(rows, columns) + " has a negative size; sizes must be 0 or more");
    }
    // Beyond the corners all diagonals are the same.
    k = Math.clamp(k, -rows - 1, columns);
    long count = 0;
    for (long row = 0; row < rows; row++) {
      count = Math.addExact(count, upper ? columns - edge(row, k, columns) : edge(row, k + 1, columns));
    }
    var out = new NDArray[] {Nd.empty(DType.int64, count), Nd.empty(DType.int64, count)};
    long toRow = Access.door().address(out[0]);
    long toColumn = Access.door().address(out[1]);
    for (long row = 0; row < rows; row++) {
      long end = upper ? columns : edge(row, k + 1, columns);
      for (long column = upper ? edge(row, k, columns) : 0; column < end; column++) {
        Raw.setLong(toRow, row);
        Raw.setLong(toColumn, column);
        toRow += 8;
        toColumn += 8;
      }
    }
    Reference.reachabilityFence(out);
    return out;
  }

  /** Which column a diagonal has in a row, the nearest one if it is outside. */
  private static long edge(long row, long k, long columns) {
    return Math.clamp(row + k, 0, columns);
  }
}
