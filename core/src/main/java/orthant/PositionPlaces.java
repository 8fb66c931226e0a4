package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;
import orthant.plan.Planner;

/** The places that index arrays name, broadcast together; each position is checked when it is read. */
final class PositionPlaces extends Places {
  /** Elements that one loop takes: a cold one is left soon. */
  private static final long TAKEN = 1 << 13;

  private final IndexArray[] arrays;
  private final long[] dims;
  /** For each array, bytes from one of its positions to the next along each loop; the last row is the walk. */
  private final long[][] steps;
  private final long[] counters;
  /** For each array where its positions of the present row begin; the last one is the place that a walk has reached. */
  private final long[] rows;
  private long column;
  /** Positions of one array after another, if they are more than one. */
  private long[] more;
  private boolean ended;

  /**
   * A list; the arrays' memory must be held while it is used.
   *
   * @param chunk the most places of a chunk
   * @param shape the common shape of the arrays
   * @param walk bytes that a step along each axis of the shape moves, whatever the positions are
   * @param arrays the positions
   */
  PositionPlaces(int chunk, long[] shape, long[] walk, IndexArray... arrays) {
    super(size(shape), chunk);
    this.arrays = arrays;
    rows = new long[arrays.length + 1];
    long[][] own = new long[arrays.length + 1][];
    for (int k = 0; k < arrays.length; k++) {
      own[k] = Planner.broadcastStrides(Views.layout(arrays[k].positions()), shape);
      rows[k] = Access.door().address(arrays[k].positions());
    }
    own[arrays.length] = walk;
    int count = 0;
    long[] merged = new long[Math.max(1, shape.length)];
    steps = new long[own.length][merged.length];
    for (int axis = 0; axis < shape.length; axis++) {
      ended |= shape[axis] == 0;
      if (shape[axis] == 1) {
        continue;
      }
      boolean continues = count > 0;
      for (int k = 0; k < own.length && continues; k++) {
        continues = steps[k][count - 1] == own[k][axis] * shape[axis];
      }
      count -= continues ? 1 : 0;
      merged[count] = shape[axis] * (continues ? merged[count] : 1);
      for (int k = 0; k < own.length; k++) {
        steps[k][count] = own[k][axis];
      }
      count++;
    }
    if (count == 0) {
      merged[count++] = 1;
    }
    dims = Arrays.copyOf(merged, count);
    counters = new long[count];
  }

  private static long size(long[] shape) {
    long size = 1;
    for (long n : shape) {
      size *= n;
    }
    return size;
  }

  @Override
  int next() {
    if (ended) {
      return -1;
    }
    int n = 0;
    int inner = dims.length - 1;
    while (n < chunk && !ended) {
      int m = (int) Math.min(chunk - n, dims[inner] - column);
      list(n, m, inner);
      n += m;
      column += m;
      if (column == dims[inner]) {
        column = 0;
        ended = !nextRow(inner);
      }
    }
    return n;
  }

  /**
   * Copies elements from the places without listing them first, if there is one array of positions, side by side.
   *
   * @param from the address that places count from
   * @param to where the first element goes; they lie side by side there
   * @param item bytes of an element
   * @return false if it cannot, and nothing was done
   * @throws IndexOutOfBoundsException if a position is outside
   */
  boolean take(long from, long to, long item) {
    boolean plain = arrays.length == 1 && dims.length == 1 && steps[1][0] == 0 && arrays[0].bounds() == Bounds.RAISE;
    if (!plain || dims[0] > 1 && steps[0][0] != 8 || item != 4 && item != 8) {
      return false;
    }
    var array = arrays[0];
    for (long done = 0; done < dims[0];) {
      int n = (int) Math.min(TAKEN, dims[0] - done);
      long at = rows[0] + done * 8;
      int good = item == 8
          ? Blocks.takeLongs(from, array.stride(), array.size(), at, n, to + done * 8)
          : Blocks.takeInts(from, array.stride(), array.size(), at, n, to + done * 4);
      if (good < n) {
        // Throws, unless another thread has put a position inside there meanwhile.
        Shapes.normalIndex(Raw.getLong(at + good * 8L), array.size(), array.axis());
      }
      done += good;
    }
    return true;
  }

  private boolean nextRow(int inner) {
    for (int d = inner - 1; d >= 0; d--) {
      boolean carry = ++counters[d] == dims[d];
      for (int k = 0; k < rows.length; k++) {
        rows[k] += steps[k][d] * (carry ? 1 - dims[d] : 1);
      }
      if (!carry) {
        return true;
      }
      counters[d] = 0;
    }
    return false;
  }

  /** Lists the places of a part of a row. */
  private void list(int at, int n, int inner) {
    int last = arrays.length;
    long walk = steps[last][inner];
    long base = rows[last] + column * walk;
    for (int k = 0; k < last; k++) {
      if (steps[k][inner] == 0) {
        base += arrays[k].place(Raw.getLong(rows[k]));
      }
    }
    boolean begun = false;
    for (int k = 0; k < last; k++) {
      long step = steps[k][inner];
      if (step == 0) {
        continue;
      }
      long from = rows[k] + column * step;
      if (begun) {
        more = more == null ? new long[found.length] : more;
        load(from, step, more, 0, n);
        arrays[k].normalize(more, 0, n);
        add(more, found, at, n, arrays[k].stride());
      } else {
        load(from, step, found, at, n);
        arrays[k].normalize(found, at, n);
        scale(found, at, n, arrays[k].stride(), base);
        begun = true;
      }
    }
    if (!begun) {
      Arrays.fill(found, at, at + n, base);
    }
    if (walk != 0) {
      for (int j = 0; j < n; j++) {
        found[at + j] += j * walk;
      }
    }
  }

  /** A copy that is this list's own: what is checked in it stays as it was checked. */
  private static void load(long from, long step, long[] into, int at, int n) {
    if (step == 8) {
      MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, from, into, at, n);
      return;
    }
    for (int j = 0; j < n; j++) {
      into[at + j] = Raw.getLong(from + j * step);
    }
  }

  private static void scale(long[] places, int at, int n, long stride, long base) {
    if (Long.bitCount(stride) == 1) {
      int shift = Long.numberOfTrailingZeros(stride);
      for (int j = at; j < at + n; j++) {
        places[j] = (places[j] << shift) + base;
      }
      return;
    }
    for (int j = at; j < at + n; j++) {
      places[j] = places[j] * stride + base;
    }
  }

  private static void add(long[] positions, long[] places, int at, int n, long stride) {
    for (int j = 0; j < n; j++) {
      places[at + j] += positions[j] * stride;
    }
  }
}
