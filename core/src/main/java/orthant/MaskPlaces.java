package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.kernel.Select;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.plan.Engine;

/**
 * The places where a mask is true.
 *
 * <p>Masks are read eight at a time ({@link Select}). The count of true elements that was taken before is never trusted: a mask that
 * another thread changes meanwhile gives odd results, but nothing outside of the arrays is touched.
 */
final class MaskPlaces extends Places {
  /** Masks that one loop goes through: a cold one is left soon, and none holds up a thread that waits for all others. */
  private static final int LONGEST = 1 << 13;

  private final long mask;
  private final long size;
  private final long[] dims;
  private final long[] strides;
  private final long[] counters;
  private long at;
  private long column;
  private long row;

  /**
   * A list; the mask's memory must be held while it is used.
   *
   * @param chunk the most places of a chunk
   * @param mask a contiguous bool array
   * @param strides for each of its axes, bytes that a step along it moves in the array
   */
  MaskPlaces(int chunk, NDArray mask, long... strides) {
    super(mask.size(), chunk);
    this.mask = Access.door().address(mask);
    this.size = mask.size();
    long[] merged = new long[Math.max(1, strides.length)];
    long[] steps = new long[merged.length];
    merged[0] = 1;
    int count = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      long n = mask.shape(axis);
      if (n == 1) {
        continue;
      }
      boolean continues = count > 0 && steps[count - 1] == strides[axis] * n;
      count -= continues ? 1 : 0;
      merged[count] = n * (continues ? merged[count] : 1);
      steps[count++] = strides[axis];
    }
    dims = Arrays.copyOf(merged, Math.max(1, count));
    this.strides = steps;
    counters = new long[dims.length];
  }

  @Override
  int next() {
    if (at == size) {
      return -1;
    }
    int inner = dims.length - 1;
    int masks = 0;
    int n = 0;
    while (masks < chunk && at < size) {
      int m = (int) Math.min(chunk - masks, dims[inner] - column);
      n = list(mask + at, m, found, n, row + column * strides[inner], strides[inner]);
      masks += m;
      at += m;
      column += m;
      if (column == dims[inner]) {
        column = 0;
        nextRow(inner);
      }
    }
    return n;
  }

  /**
   * Copies the elements where the mask is true, without listing their places first.
   *
   * @param from the address that places count from
   * @param to where the first one goes
   * @param room for how many elements there is room
   * @param item bytes of an element: 1, 2, 4 or 8
   */
  void compress(long from, long to, long room, int item) {
    int inner = dims.length - 1;
    Kernel select = Engine.current().select(item);
    Allocation next = Memory.allocate(8);
    long[] frame = {0, 0, 0, strides[inner], to, to + room * item, next.address()};
    while (at < size && frame[4] < frame[5]) {
      long m = Math.min(LONGEST, dims[inner] - column);
      frame[0] = mask + at;
      frame[1] = m;
      frame[2] = from + row + column * strides[inner];
      select.run(frame);
      frame[4] = Raw.getLong(next.address());
      at += m;
      column += m;
      if (column == dims[inner]) {
        column = 0;
        nextRow(inner);
      }
    }
    Reference.reachabilityFence(next);
  }

  /**
   * Writes the positions of the true ones of a contiguous bool array, counted through.
   *
   * @param mask the array, whose memory is held
   * @param to where they go, as int64
   * @param room at most so many
   */
  static void positions(NDArray mask, long to, long room) {
    Kernel positions = Engine.current().positions();
    Allocation next = Memory.allocate(8);
    long address = Access.door().address(mask);
    long[] frame = {0, 0, 0, 1, to, to + 8 * room, next.address()};
    for (long at = 0; at < mask.size() && frame[4] < frame[5]; at += LONGEST) {
      frame[0] = address + at;
      frame[1] = Math.min(LONGEST, mask.size() - at);
      frame[2] = at;
      positions.run(frame);
      frame[4] = Raw.getLong(next.address());
    }
    Reference.reachabilityFence(next);
  }

  private void nextRow(int inner) {
    for (int d = inner - 1; d >= 0; d--) {
      boolean carry = ++counters[d] == dims[d];
      row += strides[d] * (carry ? 1 - dims[d] : 1);
      if (!carry) {
        return;
      }
      counters[d] = 0;
    }
  }

  /** How many of some masks are true. */
  static long countTrue(long mask, long n) {
    long count = 0;
    long i = 0;
    for (; i <= n - 8; i += 8) {
      count += Long.bitCount(Select.eight(mask + i));
    }
    for (; i < n; i++) {
      count += Raw.getByte(mask + i) != 0 ? 1 : 0;
    }
    return count;
  }

  /** How many elements of a contiguous bool array are true. */
  static long countTrue(NDArray mask) {
    try (var _ = Hold.of(mask)) {
      return countTrue(Access.door().address(mask), mask.size());
    }
  }

  /**
   * Lists the places of the true ones of some masks.
   *
   * @param into where they go, with room for 8 more than there are masks
   * @param count how many are in it already
   * @param place the place of the first mask
   * @param step bytes from one place to the next
   * @return how many are in it then
   */
  private static int list(long mask, int n, long[] into, int count, long place, long step) {
    int i = 0;
    for (; i <= n - 8; i += 8) {
      long word = Select.eight(mask + i);
      if (word != 0) {
        // Byte k of the product counts the true ones up to k. Each place is stored where it would go if it were true, and
        // overwritten by the next if it is not: no branch that could be foretold wrongly.
        long upTo = word * Select.ONES;
        long p = place + i * step;
        into[count] = p;
        into[count + (int) (upTo & 15)] = p + step;
        into[count + (int) (upTo >>> 8 & 15)] = p + 2 * step;
        into[count + (int) (upTo >>> 16 & 15)] = p + 3 * step;
        into[count + (int) (upTo >>> 24 & 15)] = p + 4 * step;
        into[count + (int) (upTo >>> 32 & 15)] = p + 5 * step;
        into[count + (int) (upTo >>> 40 & 15)] = p + 6 * step;
        into[count + (int) (upTo >>> 48 & 15)] = p + 7 * step;
        count += (int) (upTo >>> 56);
      }
    }
    for (; i < n; i++) {
      into[count] = place + i * step;
      count += Raw.getByte(mask + i) != 0 ? 1 : 0;
    }
    return count;
  }
}
