package orthant.kernel;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import orthant.memory.Raw;

/**
 * The loops that pick what is true in a mask, eight masks at a time and without a branch for each: an element is stored
 * where it would go if its mask were true, and the next one overwrites it if not. What {@code ./run bench core} measures
 * beside NumPy, which branches, is in docs/indexing.md.
 */
public final class Select {
  /** A one in each byte: times eight masks, byte k of the product counts the true ones up to k. */
  public static final long ONES = 0x0101010101010101L;
  private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;

  private Select() {}

  /**
   * The loop that copies elements.
   *
   * @param item bytes of an element: 1, 2, 4 or 8
   * @return a kernel for the select frame
   */
  public static Kernel elements(int item) {
    return frame -> Raw.setLong(frame[6], switch (item) {
      case 1 -> bytes(frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
      case 2 -> shorts(frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
      case 4 -> ints(frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
      default -> longs(frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
    });
  }

  /**
   * The loop that lists positions.
   *
   * @return a kernel for the select frame
   */
  public static Kernel positions() {
    return frame -> Raw.setLong(frame[6], numbers(frame[0], frame[1], frame[2], frame[4], frame[5]));
  }

  /**
   * Eight masks as a word whose lowest byte is the first one.
   *
   * @param mask where they are
   * @return each byte 0 or 1
   */
  public static long eight(long mask) {
    long word = Raw.getLong(mask);
    word = ((word & LOW_SEVEN) + LOW_SEVEN | word) >>> 7 & ONES;
    return LITTLE ? word : Long.reverseBytes(word);
  }

  private static long numbers(long mask, long n, long first, long to, long end) {
    long i = 0;
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

  private static long longs(long mask, long n, long from, long step, long to, long end) {
    long i = 0;
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

  private static long ints(long mask, long n, long from, long step, long to, long end) {
    long i = 0;
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

  private static long shorts(long mask, long n, long from, long step, long to, long end) {
    long i = 0;
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

  private static long bytes(long mask, long n, long from, long step, long to, long end) {
    long i = 0;
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
