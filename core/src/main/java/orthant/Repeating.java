package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** Repeats elements, sub-arrays and whole arrays, and turns them in circles. */
final class Repeating {
  private static final long PIECE = 1024;

  private Repeating() {}

  static NDArray repeat(NDArray elements, long repeats, int axis) {
    var a = Views.atLeast(elements, 1);
    int at = Shapes.normalAxis(axis, a.ndim());
    long[] result = a.shape();
    result[at] = Math.multiplyExact(result[at], checkCount(repeats));
    var wide = a.expandDims(at + 1);
    long[] shape = wide.shape();
    shape[at + 1] = repeats;
    return wide.broadcastTo(shape).copy().reshape(result);
  }

  static NDArray repeat(NDArray elements, NDArray counts, int axis) {
    var a = Views.atLeast(elements, 1);
    int at = Shapes.normalAxis(axis, a.ndim());
    long n = a.shape(at);
    if (!counts.dtype().isInteger() && !counts.dtype().isBool() || counts.ndim() > 1) {
      throw new IllegalArgumentException("repetitions must be integers along one axis but are " + counts.dtype() + " of shape "
          + Shapes.text(counts.shape()) + "; cast with astype(int64), reshape");
    }
    if (counts.size() == 1) {
      return repeat(a, counts.reshape().getLong(), at);
    }
    if (counts.size() != n) {
      throw new IllegalArgumentException("there are " + counts.size() + " repetitions for axis " + at + " of shape "
          + Shapes.text(a.shape()) + "; there must be 1 or " + n);
    }
    // Copies, so that nobody changes them between the sum and the loop.
    var repeats = counts.astype(DType.int64);
    var from = a.isContiguous() ? a : a.copy();
    var storage = Access.door().storage(from);
    storage.acquire();
    try {
      long first = Access.door().address(repeats);
      long[] shape = a.shape();
      shape[at] = total(first, n);
      var out = Nd.empty(a.dtype(), shape);
      long block = Shapes.size(Arrays.copyOfRange(shape, at + 1, shape.length)) * a.dtype().size();
      long outer = Shapes.size(Arrays.copyOf(shape, at));
      long source = Access.door().address(from);
      long target = Access.door().address(out);
      // In pieces, so that the loop is compiled soon.
      for (long o = 0; o < outer; o++) {
        for (long i = 0; i < n; i += PIECE) {
          target = repeat(source + (o * n + i) * block, block, first + 8 * i, Math.min(PIECE, n - i), target);
        }
      }
      Reference.reachabilityFence(out);
      return out;
    } finally {
      storage.release();
      Reference.reachabilityFence(from);
      Reference.reachabilityFence(repeats);
    }
  }

  private static long total(long counts, long n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
      total = Math.addExact(total, checkCount(Raw.getLong(counts + 8 * i)));
    }
    return total;
  }

  /** Writes each block as often as its count says, and returns where the next one goes. */
  private static long repeat(long source, long block, long counts, long n, long target) {
    for (long i = 0; i < n; i++) {
      long from = source + i * block;
      long end = target + Raw.getLong(counts + 8 * i) * block;
      if (block == 8) {
        long value = Raw.getLong(from);
        for (; target < end; target += 8) {
          Raw.setLong(target, value);
        }
      } else if (block == 4) {
        int value = Raw.getInt(from);
        for (; target < end; target += 4) {
          Raw.setInt(target, value);
        }
      } else {
        for (; target < end; target += block) {
          Raw.copy(from, target, block);
        }
      }
    }
    return target;
  }

  private static long checkCount(long repeats) {
    if (repeats < 0) {
      throw new IllegalArgumentException("cannot repeat " + repeats + " times; it must be 0 or more");
    }
    return repeats;
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

  static NDArray roll(NDArray a, long[] shifts, int[] axes) {
    if (shifts.length != axes.length && shifts.length != 1 && axes.length != 1) {
      throw new IllegalArgumentException("cannot roll " + axes.length + " axes by " + shifts.length
          + " distances; there must be as many of both, or one of either");
    }
    long[] shift = new long[a.ndim()];
    for (int k = 0; k < Math.max(shifts.length, axes.length); k++) {
      int axis = Shapes.normalAxis(axes[axes.length == 1 ? 0 : k], a.ndim());
      if (a.shape(axis) > 0) {
        // Reduced one by one, so that sums cannot overflow.
        shift[axis] = Math.floorMod(shift[axis] + Math.floorMod(shifts[shifts.length == 1 ? 0 : k], a.shape(axis)), a.shape(axis));
      }
    }
    var out = Nd.empty(a.dtype(), a.shape());
    roll(a, out, shift, 0);
    return out;
  }

  /** The two parts of the first axis that is shifted change places, each rolled along the axes after it. */
  private static void roll(NDArray from, NDArray to, long[] shift, int axis) {
    int at = axis;
    while (at < shift.length && shift[at] == 0) {
      at++;
    }
    if (at == shift.length) {
      to.assign(from);
      return;
    }
    long n = from.shape(at);
    long cut = n - shift[at];
    roll(Views.part(from, at, 0, cut), Views.part(to, at, shift[at], n), shift, at + 1);
    roll(Views.part(from, at, cut, n), Views.part(to, at, 0, shift[at]), shift, at + 1);
  }

  static NDArray resize(NDArray a, long... shape) {
    long size = Shapes.size(shape);
    if (a.size() == 0 || size == 0) {
      return Nd.zeros(a.dtype(), shape);
    }
    var flat = a.ravel();
    var out = Nd.empty(a.dtype(), size);
    long whole = size / flat.size() * flat.size();
    if (whole > 0) {
      Views.part(out, 0, 0, whole).reshape(-1, flat.size()).assign(flat);
    }
    Views.part(out, 0, whole, size).assign(Views.part(flat, 0, 0, size - whole));
    return out.reshape(shape);
  }
}
