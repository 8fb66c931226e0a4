package orthant;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import orthant.memory.Raw;

/**
 * Copies elements where masks are true, eight masks at a time and without a branch for each: an element is stored where
 * it would go if its mask were true, and the next one overwrites it if not. What {@code ./run bench core} measures beside
 * NumPy, which branches, is in docs/indexing.md.
 */
final class Compress {
  static final long ONES = 0x0101010101010101L;
  private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;

  private Compress() {}

  /** Eight masks as a word whose lowest byte is the first one, each byte 0 or 1. */
  static long eight(long mask) {
    long word = Raw.getLong(mask);
    word = ((word & LOW_SEVEN) + LOW_SEVEN | word) >>> 7 & ONES;
    return LITTLE ? word : Long.reverseBytes(word);
  }

  /**
   * Copies some elements.
   *
   * @param mask where the masks are
   * @param n how many
   * @param from where the elements are
   * @param step bytes from one to the next
   * @param to where the first true one goes; they lie side by side there
   * @param room at most so many are copied, and nothing behind them is written to
   * @param item bytes of an element: 1, 2, 4 or 8
   * @return how many were copied
   */
  static long some(long mask, int n, long from, long step, long to, long room, int item) {
    long end = to + room * item;
    long next = switch (item) {
      case 1 -> bytes(mask, n, from, step, to, end);
      case 2 -> shorts(mask, n, from, step, to, end);
      case 4 -> ints(mask, n, from, step, to, end);
      default -> longs(mask, n, from, step, to, end);
    };
    return (next - to) / item;
  }

  /**
   * Writes the numbers of the true masks.
   *
   * @param first the number of the first mask
   * @param to where the numbers go, eight bytes each
   * @param end where the room for them ends
   * @return where the next one would go
   */
  static long numbers(long mask, int n, long first, long to, long end) {
    int i = 0;
    for (; i <= n - 8 && to <= end - 64; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        long upTo = word * ONES;
        long at = first + i;
        Raw.setLong(to, at);
        Raw.setLong(to + ((upTo & 15) << 3), at + 1);
        Raw.setLong(to + ((upTo >>> 8 & 15) << 3), at + 2);
        Raw.setLong(to + ((upTo >>> 16 & 15) << 3), at + 3);
        Raw.setLong(to + ((upTo >>> 24 & 15) << 3), at + 4);
        Raw.setLong(to + ((upTo >>> 32 & 15) << 3), at + 5);
        Raw.setLong(to + ((upTo >>> 40 & 15) << 3), at + 6);
        Raw.setLong(to + ((upTo >>> 48 & 15) << 3), at + 7);
        to += upTo >>> 56 << 3;
      }
    }
    for (; i < n && to < end; i++) {
      Raw.setLong(to, first + i);
      to += Raw.getByte(mask + i) != 0 ? 8 : 0;
    }
    return to;
  }

  private static long longs(long mask, int n, long from, long step, long to, long end) {
    int i = 0;
    for (; i <= n - 8 && to <= end - 64; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        long upTo = word * ONES;
        long p = from + i * step;
        Raw.setLong(to, Raw.getLong(p));
        Raw.setLong(to + ((upTo & 15) << 3), Raw.getLong(p + step));
        Raw.setLong(to + ((upTo >>> 8 & 15) << 3), Raw.getLong(p + 2 * step));
        Raw.setLong(to + ((upTo >>> 16 & 15) << 3), Raw.getLong(p + 3 * step));
        Raw.setLong(to + ((upTo >>> 24 & 15) << 3), Raw.getLong(p + 4 * step));
        Raw.setLong(to + ((upTo >>> 32 & 15) << 3), Raw.getLong(p + 5 * step));
        Raw.setLong(to + ((upTo >>> 40 & 15) << 3), Raw.getLong(p + 6 * step));
        Raw.setLong(to + ((upTo >>> 48 & 15) << 3), Raw.getLong(p + 7 * step));
        to += upTo >>> 56 << 3;
      }
    }
    for (; i < n && to < end; i++) {
      Raw.setLong(to, Raw.getLong(from + i * step));
      to += Raw.getByte(mask + i) != 0 ? 8 : 0;
    }
    return to;
  }

  private static long ints(long mask, int n, long from, long step, long to, long end) {
    int i = 0;
    for (; i <= n - 8 && to <= end - 32; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        long upTo = word * ONES;
        long p = from + i * step;
        Raw.setInt(to, Raw.getInt(p));
        Raw.setInt(to + ((upTo & 15) << 2), Raw.getInt(p + step));
        Raw.setInt(to + ((upTo >>> 8 & 15) << 2), Raw.getInt(p + 2 * step));
        Raw.setInt(to + ((upTo >>> 16 & 15) << 2), Raw.getInt(p + 3 * step));
        Raw.setInt(to + ((upTo >>> 24 & 15) << 2), Raw.getInt(p + 4 * step));
        Raw.setInt(to + ((upTo >>> 32 & 15) << 2), Raw.getInt(p + 5 * step));
        Raw.setInt(to + ((upTo >>> 40 & 15) << 2), Raw.getInt(p + 6 * step));
        Raw.setInt(to + ((upTo >>> 48 & 15) << 2), Raw.getInt(p + 7 * step));
        to += upTo >>> 56 << 2;
      }
    }
    for (; i < n && to < end; i++) {
      Raw.setInt(to, Raw.getInt(from + i * step));
      to += Raw.getByte(mask + i) != 0 ? 4 : 0;
    }
    return to;
  }

  private static long shorts(long mask, int n, long from, long step, long to, long end) {
    int i = 0;
    for (; i <= n - 8 && to <= end - 16; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        long upTo = word * ONES;
        long p = from + i * step;
        Raw.ALL.set(I16, to, Raw.ALL.get(I16, p));
        Raw.ALL.set(I16, to + ((upTo & 15) << 1), Raw.ALL.get(I16, p + step));
        Raw.ALL.set(I16, to + ((upTo >>> 8 & 15) << 1), Raw.ALL.get(I16, p + 2 * step));
        Raw.ALL.set(I16, to + ((upTo >>> 16 & 15) << 1), Raw.ALL.get(I16, p + 3 * step));
        Raw.ALL.set(I16, to + ((upTo >>> 24 & 15) << 1), Raw.ALL.get(I16, p + 4 * step));
        Raw.ALL.set(I16, to + ((upTo >>> 32 & 15) << 1), Raw.ALL.get(I16, p + 5 * step));
        Raw.ALL.set(I16, to + ((upTo >>> 40 & 15) << 1), Raw.ALL.get(I16, p + 6 * step));
        Raw.ALL.set(I16, to + ((upTo >>> 48 & 15) << 1), Raw.ALL.get(I16, p + 7 * step));
        to += upTo >>> 56 << 1;
      }
    }
    for (; i < n && to < end; i++) {
      Raw.ALL.set(I16, to, Raw.ALL.get(I16, from + i * step));
      to += Raw.getByte(mask + i) != 0 ? 2 : 0;
    }
    return to;
  }

  private static long bytes(long mask, int n, long from, long step, long to, long end) {
    int i = 0;
    for (; i <= n - 8 && to <= end - 8; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        long upTo = word * ONES;
        long p = from + i * step;
        Raw.setByte(to, Raw.getByte(p));
        Raw.setByte(to + (upTo & 15), Raw.getByte(p + step));
        Raw.setByte(to + (upTo >>> 8 & 15), Raw.getByte(p + 2 * step));
        Raw.setByte(to + (upTo >>> 16 & 15), Raw.getByte(p + 3 * step));
        Raw.setByte(to + (upTo >>> 24 & 15), Raw.getByte(p + 4 * step));
        Raw.setByte(to + (upTo >>> 32 & 15), Raw.getByte(p + 5 * step));
        Raw.setByte(to + (upTo >>> 40 & 15), Raw.getByte(p + 6 * step));
        Raw.setByte(to + (upTo >>> 48 & 15), Raw.getByte(p + 7 * step));
        to += upTo >>> 56;
      }
    }
    for (; i < n && to < end; i++) {
      Raw.setByte(to, Raw.getByte(from + i * step));
      to += Raw.getByte(mask + i) != 0 ? 1 : 0;
    }
    return to;
  }
}
