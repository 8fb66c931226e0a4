package orthant;

import java.util.Arrays;
import java.util.stream.Stream;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Puts arrays together: each result is allocated once, and its parts are written through views of it. */
final class Joining {
  private Joining() {}

  static NDArray concat(int axis, NDArray... arrays) {
    if (arrays.length == 0) {
      throw new IllegalArgumentException("nothing to concatenate; there must be at least one array");
    }
    long[] shape = arrays[0].shape();
    int at = Shapes.normalAxis(axis, shape.length);
    shape[at] = 0;
    var dtype = arrays[0].dtype();
    for (int k = 0; k < arrays.length; k++) {
      checkFits(arrays[0], arrays[k], at, k);
      shape[at] += arrays[k].shape(at);
      dtype = TypeRule.promote(dtype, arrays[k].dtype());
    }
    var out = Nd.empty(dtype, shape);
    long start = 0;
    for (var a : arrays) {
      along(out, at, Index.slice(start, start + a.shape(at))).assign(a);
      start += a.shape(at);
    }
    return out;
  }

  private static void checkFits(NDArray first, NDArray other, int axis, int position) {
    if (first.ndim() != other.ndim()) {
      throw new IllegalArgumentException(
          cannotJoin(first, other) + ": array " + position + " has " + other.ndim() + " axes; there must be " + first.ndim());
    }
    for (int i = 0; i < first.ndim(); i++) {
      if (i != axis && first.shape(i) != other.shape(i)) {
        throw new IllegalArgumentException(cannotJoin(first, other) + " along axis " + axis + ": axis " + i + " of array "
            + position + " has " + other.shape(i) + "; it must have " + first.shape(i));
      }
    }
  }

  private static String cannotJoin(NDArray first, NDArray other) {
    return "cannot concatenate " + Shapes.text(first.shape()) + " with " + Shapes.text(other.shape());
  }

  /** A part of one axis. */
  private static NDArray along(NDArray a, int axis, Index part) {
    var parts = new Index[a.ndim()];
    Arrays.fill(parts, Index.all());
    parts[axis] = part;
    return a.get(parts);
  }

  static NDArray stack(int axis, NDArray... arrays) {
    for (var a : arrays) {
      if (!Arrays.equals(a.shape(), arrays[0].shape())) {
        throw new IllegalArgumentException(
            "cannot stack " + Shapes.text(arrays[0].shape()) + " and " + Shapes.text(a.shape()) + "; the shapes must be the same");
      }
    }
    return concat(axis, Stream.of(arrays).map(a -> a.expandDims(axis)).toArray(NDArray[]::new));
  }

  static NDArray hstack(NDArray... arrays) {
    var atLeast1 = Stream.of(arrays).map(a -> a.ndim() == 0 ? a.reshape(1) : a).toArray(NDArray[]::new);
    return concat(atLeast1.length > 0 && atLeast1[0].ndim() > 1 ? 1 : 0, atLeast1);
  }

  static NDArray vstack(NDArray... arrays) {
    return concat(0, Stream.of(arrays).map(a -> a.ndim() < 2 ? a.reshape(1, a.size()) : a).toArray(NDArray[]::new));
  }

  static NDArray[] unstack(NDArray a, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var parts = new NDArray[Math.toIntExact(a.shape(at))];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = along(a, at, Index.at(i));
    }
    return parts;
  }

  static NDArray repeat(NDArray a, long repeats, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    long[] result = a.shape();
    result[at] = Math.multiplyExact(result[at], checkCount(repeats));
    var wide = a.expandDims(at + 1);
    long[] shape = wide.shape();
    shape[at + 1] = repeats;
    return wide.broadcastTo(shape).copy().reshape(result);
  }

  static NDArray tile(NDArray a, long... repetitions) {
    int ndim = Math.max(a.ndim(), repetitions.length);
    // Each axis becomes a pair: the repetition and, after it, the axis itself.
    long[] paired = new long[2 * ndim];
    long[] wide = new long[2 * ndim];
    long[] result = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      int own = i - (ndim - a.ndim());
      int given = i - (ndim - repetitions.length);
      paired[2 * i] = 1;
      paired[2 * i + 1] = own < 0 ? 1 : a.shape(own);
      wide[2 * i] = given < 0 ? 1 : checkCount(repetitions[given]);
      wide[2 * i + 1] = paired[2 * i + 1];
      result[i] = Math.multiplyExact(wide[2 * i], wide[2 * i + 1]);
    }
    return a.reshape(paired).broadcastTo(wide).copy().reshape(result);
  }

  private static long checkCount(long repeats) {
    if (repeats < 0) {
      throw new IllegalArgumentException("cannot repeat " + repeats + " times; it must be 0 or more");
    }
    return repeats;
  }

  static NDArray roll(NDArray a, long shift, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    long n = a.shape(at);
    if (n == 0) {
      return a.copy();
    }
    long start = n - Math.floorMod(shift, n);
    return concat(at, along(a, at, Index.from(start)), along(a, at, Index.until(start)));
  }

  static NDArray[] meshgrid(NDArray... coordinates) {
    int n = coordinates.length;
    long[] shape = new long[n];
    for (int i = 0; i < n; i++) {
      if (coordinates[i].ndim() != 1) {
        throw new IllegalArgumentException(
            "coordinates " + i + " of a grid have shape " + Shapes.text(coordinates[i].shape()) + "; there must be one axis");
      }
      shape[gridAxis(i, n)] = coordinates[i].size();
    }
    var grid = new NDArray[n];
    for (int i = 0; i < n; i++) {
      long[] own = new long[n];
      Arrays.fill(own, 1);
      own[gridAxis(i, n)] = coordinates[i].size();
      grid[i] = coordinates[i].reshape(own).broadcastTo(shape).copy();
    }
    return grid;
  }

  /** x lies along the second axis, y along the first. */
  private static int gridAxis(int i, int n) {
    return n > 1 && i < 2 ? 1 - i : i;
  }
}
