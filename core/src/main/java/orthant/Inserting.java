package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;

/** Puts sub-arrays into arrays and takes them out. */
final class Inserting {
  private Inserting() {}

  static NDArray append(NDArray a, NDArray values) {
    return Joining.concat(null, 0, a.ravel(), values.ravel());
  }

  /** The axis along which everything lies when no axis is given. */
  static NDArray flat(NDArray a) {
    return a.ndim() == 1 ? a : a.ravel();
  }

  /** Before one position: the values are one sub-array, or several if they have the axis themselves. */
  static NDArray insert(NDArray a, long index, NDArray values, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var v = Views.atLeast(values, a.ndim()).moveaxis(0, at);
    return insertAt(a, place(index, a.shape(at), at), v, at);
  }

  private static long place(long index, long size, int axis) {
    long place = index < 0 ? index + size : index;
    if (place < 0 || place > size) {
      throw new IndexOutOfBoundsException("cannot insert before index " + index + " of axis " + axis + " with size " + size
          + "; it must be from " + -size + " to " + size);
    }
    return place;
  }

  private static NDArray insertAt(NDArray a, long place, NDArray values, int axis) {
    long more = values.shape(axis);
    long[] shape = a.shape();
    shape[axis] = more;
    Shapes.broadcastsTo(values.shape(), shape);
    shape[axis] = Math.addExact(a.shape(axis), more);
    var out = Nd.empty(a.dtype(), shape);
    Views.part(out, axis, 0, place).assign(Views.part(a, axis, 0, place));
    Views.part(out, axis, place, place + more).assign(values);
    Views.part(out, axis, place + more, shape[axis]).assign(Views.part(a, axis, place, a.shape(axis)));
    return out;
  }

  static NDArray insert(NDArray a, NDArray positions, NDArray values, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    boolean mask = positions.dtype().isBool();
    if (positions.ndim() == 0 && !mask) {
      return insert(a, positions.getLong(), values, at);
    }
    return insert(a, positions(positions, a.shape(at), at), values, at);
  }

  /** Before several positions: the values broadcast to as many sub-arrays. */
  static NDArray insert(NDArray a, long[] indices, NDArray values, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    long n = a.shape(at);
    if (indices.length == 1) {
      return insertAt(a, place(indices[0], n, at), Views.atLeast(values, a.ndim()), at);
    }
    long[] shape = a.shape();
    shape[at] = indices.length;
    // How many go in before each position, and which: values with the same place keep their order.
    int[][] order = {new int[Math.toIntExact(n + 1)], new int[indices.length]};
    for (long index : indices) {
      order[0][(int) place(index, n, at)]++;
    }
    int[] next = new int[order[0].length];
    for (int i = 1; i < next.length; i++) {
      next[i] = next[i - 1] + order[0][i - 1];
    }
    for (int k = 0; k < indices.length; k++) {
      order[1][next[(int) place(indices[k], n, at)]++] = k;
    }
    long[] from = new long[Math.toIntExact(n + indices.length)];
    int out = 0;
    int taken = 0;
    for (int i = 0; i <= n; i++) {
      for (int k = 0; k < order[0][i]; k++) {
        from[out++] = n + order[1][taken++];
      }
      if (i < n) {
        from[out++] = i;
      }
    }
    return Joining.concat(a.dtype(), at, a, values.broadcastTo(shape)).take(Nd.array(from), at);
  }

  /** The positions that a slice or an array of positions or truth values stands for. */
  static long[] positions(Index part, long size) {
    if (part.kind() == Index.Kind.AT) {
      return new long[] {part.start()};
    }
    if (part.kind() != Index.Kind.SLICE) {
      throw new IllegalArgumentException("the index '" + part + "' names no positions of an axis; it must be a slice or an integer");
    }
    long[] positions = new long[Math.toIntExact(part.length(size))];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = part.first(size) + i * part.step();
    }
    return positions;
  }

  static long[] positions(NDArray part, long size, int axis) {
    if (part.ndim() > 1 || !part.dtype().isBool() && !part.dtype().isInteger()) {
      throw new IllegalArgumentException("positions must be integers or truth values along one axis but are " + part.dtype() + " of shape "
          + Shapes.text(part.shape()) + "; cast with astype(int64), reshape");
    }
    if (part.dtype().isBool()) {
      if (part.ndim() != 1 || part.size() != size) {
        throw new IllegalArgumentException("a mask of shape " + Shapes.text(part.shape()) + " does not fit axis " + axis
            + " with size " + size + "; it must have shape (" + size + ",)");
      }
      return part.nonzero()[0].toLongArray();
    }
    return part.toLongArray();
  }

  static NDArray delete(NDArray a, long[] positions, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    long n = a.shape(at);
    if (positions.length == 1) {
      long i = Shapes.normalIndex(positions[0], n, at);
      return Joining.concat(null, at, Views.part(a, at, 0, i), Views.part(a, at, i + 1, n));
    }
    boolean[] gone = new boolean[Math.toIntExact(n)];
    for (long position : positions) {
      gone[(int) Shapes.normalIndex(position, n, at)] = true;
    }
    long[] left = new long[gone.length];
    int count = 0;
    for (int i = 0; i < gone.length; i++) {
      left[count] = i;
      count += gone[i] ? 0 : 1;
    }
    return a.take(Nd.array(Arrays.copyOf(left, count)), at);
  }

  /**
   * The smallest part that holds all elements which are not zero.
   *
   * @param sides "f", "b" or both: at which ends of an axis to cut
   * @param axes along which axes; none at all means every axis
   */
  static NDArray trimZeros(NDArray a, String sides, int... axes) {
    boolean front = sides.contains("f") || sides.contains("F");
    boolean back = sides.contains("b") || sides.contains("B");
    if (sides.length() != (front ? 1 : 0) + (back ? 1 : 0) || sides.isEmpty()) {
      throw new IllegalArgumentException("cannot trim \"" + sides + "\"; it must be \"f\" for the front, \"b\" for the back, or \"fb\"");
    }
    if (a.ndim() == 0) {
      return a;
    }
    var found = a.nonzero();
    var part = a;
    for (int axis = 0; axis < a.ndim(); axis++) {
      boolean wanted = axes.length == 0;
      for (int given : Shapes.normalAxes(axes, a.ndim())) {
        wanted |= given == axis;
      }
      if (wanted) {
        boolean none = found[axis].size() == 0;
        // Listed in C order, so that the positions along the first axis are sorted.
        long start = none || !front ? 0 : axis == 0 ? found[0].getLong(0) : found[axis].min().getLong();
        long stop = none ? 0 : !back ? a.shape(axis) : 1 + (axis == 0 ? found[0].getLong(-1) : found[axis].max().getLong());
        part = Views.part(part, axis, start, stop);
      }
    }
    return part;
  }
}
