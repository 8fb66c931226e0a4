package orthant.kernel;

import java.nio.ByteOrder;
import orthant.memory.Raw;

/**
 * The loops that make rows of columns. As many elements as fit into eight bytes are loaded at a time, from as many columns; such
 * a square is turned in registers by exchanging halves, then quarters, then eighths.
 */
public final class Turn {
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final long QUARTERS = 0x0000ffff0000ffffL;
  private static final long EIGHTHS = 0x00ff00ff00ff00ffL;

  private Turn() {}

  /**
   * Whether there is a loop for such elements here.
   *
   * @param item bytes of an element
   * @return true for 1, 2, 4, 8 and 16 where the lowest byte of a number comes first
   */
  public static boolean turns(int item) {
    return item <= 16 && LITTLE;
  }

  /**
   * A loop for elements of a size.
   *
   * @param item bytes of an element, for which this {@link #turns}
   * @return a kernel for the turn frame
   */
  public static Kernel of(int item) {
    return frame -> run(item, frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
  }

  /**
   * Makes rows of columns.
   *
   * @param item bytes of an element, for which this {@link #turns}
   * @param rows how many rows
   * @param columns how many elements a row
   * @param source where the first element lies; those of a column lie side by side
   * @param sc bytes from column to column there
   * @param target where the first element goes; those of a row go side by side
   * @param dr bytes from row to row there
   */
  public static void run(int item, long rows, long columns, long source, long sc, long target, long dr) {
    long side = Math.max(1, 8 / item);
    long r = rows - rows % side;
    long c = columns - columns % 8;
    switch (item) {
      case 1 -> bytes(r, c, source, sc, target, dr);
      case 2 -> shorts(r, c, source, sc, target, dr);
      case 4 -> ints(r, c, source, sc, target, dr);
      case 8 -> longs(r, c, source, sc, target, dr);
      default -> pairs(r, c, source, sc, target, dr);
    }
    each(item, r, columns - c, source + c * sc, sc, target + c * item, dr);
    each(item, rows - r, columns, source + r * item, sc, target + r * dr, dr);
  }

  private static void each(int item, long rows, long columns, long source, long sc, long target, long dr) {
    for (long r = 0; r < rows; r++) {
      long s = source + r * item;
      long d = target + r * dr;
      for (long c = 0; c < columns; c++) {
        switch (item) {
          case 1 -> Raw.setByte(d, Raw.getByte(s));
          case 2 -> Raw.setShort(d, Raw.getShort(s));
          case 4 -> Raw.setInt(d, Raw.getInt(s));
          case 8 -> Raw.setLong(d, Raw.getLong(s));
          default -> {
            Raw.setLong(d, Raw.getLong(s));
            Raw.setLong(d + 8, Raw.getLong(s + 8));
          }
        }
        s += sc;
        d += item;
      }
    }
  }

  private static void pairs(long rows, long columns, long source, long sc, long target, long dr) {
    for (long c = 0; c < columns; c += 4) {
      long s = source + c * sc;
      long d = target + 16 * c;
      for (long r = 0; r < rows; r++) {
        long x0 = Raw.getLong(s);
        long y0 = Raw.getLong(s + 8);
        long x1 = Raw.getLong(s + sc);
        long y1 = Raw.getLong(s + sc + 8);
        long x2 = Raw.getLong(s + 2 * sc);
        long y2 = Raw.getLong(s + 2 * sc + 8);
        long x3 = Raw.getLong(s + 3 * sc);
        long y3 = Raw.getLong(s + 3 * sc + 8);
        Raw.setLong(d, x0);
        Raw.setLong(d + 8, y0);
        Raw.setLong(d + 16, x1);
        Raw.setLong(d + 24, y1);
        Raw.setLong(d + 32, x2);
        Raw.setLong(d + 40, y2);
        Raw.setLong(d + 48, x3);
        Raw.setLong(d + 56, y3);
        s += 16;
        d += dr;
      }
    }
  }

  private static void longs(long rows, long columns, long source, long sc, long target, long dr) {
    for (long c = 0; c < columns; c += 8) {
      long s = source + c * sc;
      long d = target + 8 * c;
      for (long r = 0; r < rows; r++) {
        long x0 = Raw.getLong(s);
        long x1 = Raw.getLong(s + sc);
        long x2 = Raw.getLong(s + 2 * sc);
        long x3 = Raw.getLong(s + 3 * sc);
        long x4 = Raw.getLong(s + 4 * sc);
        long x5 = Raw.getLong(s + 5 * sc);
        long x6 = Raw.getLong(s + 6 * sc);
        long x7 = Raw.getLong(s + 7 * sc);
        Raw.setLong(d, x0);
        Raw.setLong(d + 8, x1);
        Raw.setLong(d + 16, x2);
        Raw.setLong(d + 24, x3);
        Raw.setLong(d + 32, x4);
        Raw.setLong(d + 40, x5);
        Raw.setLong(d + 48, x6);
        Raw.setLong(d + 56, x7);
        s += 8;
        d += dr;
      }
    }
  }

  private static void ints(long rows, long columns, long source, long sc, long target, long dr) {
    long low = 0xffffffffL;
    for (long c = 0; c < columns; c += 4) {
      long s = source + c * sc;
      long d = target + 4 * c;
      for (long r = 0; r < rows; r += 2) {
        long x0 = Raw.getLong(s);
        long x1 = Raw.getLong(s + sc);
        long x2 = Raw.getLong(s + 2 * sc);
        long x3 = Raw.getLong(s + 3 * sc);
        Raw.setLong(d, x0 & low | x1 << 32);
        Raw.setLong(d + 8, x2 & low | x3 << 32);
        Raw.setLong(d + dr, x0 >>> 32 | x1 & ~low);
        Raw.setLong(d + dr + 8, x2 >>> 32 | x3 & ~low);
        s += 8;
        d += 2 * dr;
      }
    }
  }

  private static void shorts(long rows, long columns, long source, long sc, long target, long dr) {
    for (long c = 0; c < columns; c += 4) {
      long s = source + c * sc;
      long d = target + 2 * c;
      for (long r = 0; r < rows; r += 4) {
        long x0 = Raw.getLong(s);
        long x1 = Raw.getLong(s + sc);
        long x2 = Raw.getLong(s + 2 * sc);
        long x3 = Raw.getLong(s + 3 * sc);
        long t = (x0 >>> 32 ^ x2) & 0xffffffffL;
        x0 ^= t << 32;
        x2 ^= t;
        t = (x1 >>> 32 ^ x3) & 0xffffffffL;
        x1 ^= t << 32;
        x3 ^= t;
        t = (x0 >>> 16 ^ x1) & QUARTERS;
        Raw.setLong(d, x0 ^ t << 16);
        Raw.setLong(d + dr, x1 ^ t);
        t = (x2 >>> 16 ^ x3) & QUARTERS;
        Raw.setLong(d + 2 * dr, x2 ^ t << 16);
        Raw.setLong(d + 3 * dr, x3 ^ t);
        s += 8;
        d += 4 * dr;
      }
    }
  }

  private static void bytes(long rows, long columns, long source, long sc, long target, long dr) {
    for (long c = 0; c < columns; c += 8) {
      for (long r = 0; r < rows; r += 8) {
        square(source + c * sc + r, sc, target + c + r * dr, dr);
      }
    }
  }

  private static void square(long s, long sc, long d, long dr) {
    long x0 = Raw.getLong(s);
    long x1 = Raw.getLong(s + sc);
    long x2 = Raw.getLong(s + 2 * sc);
    long x3 = Raw.getLong(s + 3 * sc);
    long x4 = Raw.getLong(s + 4 * sc);
    long x5 = Raw.getLong(s + 5 * sc);
    long x6 = Raw.getLong(s + 6 * sc);
    long x7 = Raw.getLong(s + 7 * sc);
    long t = (x0 >>> 32 ^ x4) & 0xffffffffL;
    x0 ^= t << 32;
    x4 ^= t;
    t = (x1 >>> 32 ^ x5) & 0xffffffffL;
    x1 ^= t << 32;
    x5 ^= t;
    t = (x2 >>> 32 ^ x6) & 0xffffffffL;
    x2 ^= t << 32;
    x6 ^= t;
    t = (x3 >>> 32 ^ x7) & 0xffffffffL;
    x3 ^= t << 32;
    x7 ^= t;
    half(x0, x1, x2, x3, d, dr);
    half(x4, x5, x6, x7, d + 4 * dr, dr);
  }

  private static void half(long x0, long x1, long x2, long x3, long d, long dr) {
    long t = (x0 >>> 16 ^ x2) & QUARTERS;
    x0 ^= t << 16;
    x2 ^= t;
    t = (x1 >>> 16 ^ x3) & QUARTERS;
    x1 ^= t << 16;
    x3 ^= t;
    t = (x0 >>> 8 ^ x1) & EIGHTHS;
    Raw.setLong(d, x0 ^ t << 8);
    Raw.setLong(d + dr, x1 ^ t);
    t = (x2 >>> 8 ^ x3) & EIGHTHS;
    Raw.setLong(d + 2 * dr, x2 ^ t << 8);
    Raw.setLong(d + 3 * dr, x3 ^ t);
  }
}
