package orthant.plan;

import orthant.kernel.Turn;
import orthant.memory.Raw;

/**
 * The loops of {@link Transfer}: a rectangle of elements of some size is moved from one place to another. Addresses are
 * trusted; places do not overlap.
 */
final class Moves {
  /** From this many bytes on a row is worth a call of the virtual machine's own copy. */
  private static final long RUN = 96;

  /** How many elements of one value are written by stores; the rest is copied from those. */
  private static final long PATTERN = 32;

  /** How many bytes that are repeated are copied at a time. */
  private static final long BLOCK = 8192;

  /** Up to so many times an element is repeated by stores of its own. */
  private static final long SPREAD = 4;

  private Moves() {}

  /**
   * Moves a rectangle.
   *
   * @param item bytes of an element: 1, 2, 4, 8 or 16
   * @param rows how many rows
   * @param columns how many elements a row
   * @param source where the first element lies
   * @param sr bytes from row to row there
   * @param sc bytes from column to column there
   * @param target where the first element goes
   * @param dr bytes from row to row there
   * @param dc bytes from column to column there
   */
  static void run(int item, long rows, long columns, long source, long sr, long sc, long target, long dr, long dc) {
    if (dc == item && sc == item && sr == 0 && dr == columns * item && rows > 1) {
      repeat(source, columns * item, rows, target);
    } else if (dc == item && sc == 0 && sr == item && dr == columns * item && columns > 1 && columns <= SPREAD && item >= 4 && item <= 8) {
      spread(item, rows, columns, source, target);
    } else if (dc == item && sc == item && columns * item >= RUN) {
      for (long r = 0; r < rows; r++) {
        Raw.copy(source + r * sr, target + r * dr, columns * item);
      }
    } else if (dc == item && sc == 0 && columns >= 2 * PATTERN) {
      for (long r = 0; r < rows; r++) {
        fill(item, source + r * sr, target + r * dr, columns);
      }
    } else if (dc == item && sr == item && rows > 1 && Turn.turns(item)) {
      Turn.run(item, rows, columns, source, sc, target, dr);
    } else if (columns < rows && columns < Transfer.SHORT) {
      single(item, columns, rows, source, sc, sr, target, dc, dr);
    } else {
      single(item, rows, columns, source, sr, sc, target, dr, dc);
    }
  }

  private static void fill(int item, long source, long target, long n) {
    single(item, 1, PATTERN, source, 0, 0, target, 0, item);
    repeat(target, PATTERN * item, n / PATTERN, target);
    long rest = n % PATTERN;
    Raw.copy(target, target + (n - rest) * item, rest * item);
  }

  /** The same bytes again and again, first doubled until they are worth a call, then as they are in the nearest cache. */
  private static void repeat(long source, long bytes, long times, long target) {
    if (source != target) {
      Raw.copy(source, target, bytes);
    }
    long all = bytes * times;
    long block = bytes;
    while (2 * block <= all && block < BLOCK) {
      Raw.copy(target, target + block, block);
      block *= 2;
    }
    for (long done = block; done < all; done += block) {
      Raw.copy(target, target + done, Math.min(block, all - done));
    }
  }

  /** Each element two, three or four times in a row. */
  private static void spread(int item, long rows, long columns, long source, long target) {
    if (item == 8) {
      for (long r = 0; r < rows; r++) {
        long value = Raw.getLong(source + 8 * r);
        Raw.setLong(target, value);
        Raw.setLong(target + 8, value);
        if (columns > 2) {
          Raw.setLong(target + 16, value);
        }
        if (columns > 3) {
          Raw.setLong(target + 24, value);
        }
        target += 8 * columns;
      }
    } else {
      for (long r = 0; r < rows; r++) {
        int value = Raw.getInt(source + 4 * r);
        Raw.setInt(target, value);
        Raw.setInt(target + 4, value);
        if (columns > 2) {
          Raw.setInt(target + 8, value);
        }
        if (columns > 3) {
          Raw.setInt(target + 12, value);
        }
        target += 4 * columns;
      }
    }
  }

  /** One element after the other. */
  private static void single(int item, long rows, long columns, long source, long sr, long sc, long target, long dr, long dc) {
    for (long r = 0; r < rows; r++) {
      long s = source + r * sr;
      long d = target + r * dr;
      switch (item) {
        case 1 -> bytes(columns, s, sc, d, dc);
        case 2 -> shorts(columns, s, sc, d, dc);
        case 4 -> ints(columns, s, sc, d, dc);
        case 8 -> longs(columns, s, sc, d, dc);
        default -> pairs(columns, s, sc, d, dc);
      }
    }
  }

  private static void bytes(long n, long s, long sc, long d, long dc) {
    long i = 0;
    for (; i <= n - 4; i += 4) {
      byte x0 = Raw.getByte(s);
      byte x1 = Raw.getByte(s + sc);
      byte x2 = Raw.getByte(s + 2 * sc);
      byte x3 = Raw.getByte(s + 3 * sc);
      Raw.setByte(d, x0);
      Raw.setByte(d + dc, x1);
      Raw.setByte(d + 2 * dc, x2);
      Raw.setByte(d + 3 * dc, x3);
      s += 4 * sc;
      d += 4 * dc;
    }
    for (; i < n; i++) {
      Raw.setByte(d, Raw.getByte(s));
      s += sc;
      d += dc;
    }
  }

  private static void shorts(long n, long s, long sc, long d, long dc) {
    long i = 0;
    for (; i <= n - 4; i += 4) {
      short x0 = Raw.getShort(s);
      short x1 = Raw.getShort(s + sc);
      short x2 = Raw.getShort(s + 2 * sc);
      short x3 = Raw.getShort(s + 3 * sc);
      Raw.setShort(d, x0);
      Raw.setShort(d + dc, x1);
      Raw.setShort(d + 2 * dc, x2);
      Raw.setShort(d + 3 * dc, x3);
      s += 4 * sc;
      d += 4 * dc;
    }
    for (; i < n; i++) {
      Raw.setShort(d, Raw.getShort(s));
      s += sc;
      d += dc;
    }
  }

  private static void ints(long n, long s, long sc, long d, long dc) {
    long i = 0;
    for (; i <= n - 4; i += 4) {
      int x0 = Raw.getInt(s);
      int x1 = Raw.getInt(s + sc);
      int x2 = Raw.getInt(s + 2 * sc);
      int x3 = Raw.getInt(s + 3 * sc);
      Raw.setInt(d, x0);
      Raw.setInt(d + dc, x1);
      Raw.setInt(d + 2 * dc, x2);
      Raw.setInt(d + 3 * dc, x3);
      s += 4 * sc;
      d += 4 * dc;
    }
    for (; i < n; i++) {
      Raw.setInt(d, Raw.getInt(s));
      s += sc;
      d += dc;
    }
  }

  private static void longs(long n, long s, long sc, long d, long dc) {
    long i = 0;
    for (; i <= n - 4; i += 4) {
      long x0 = Raw.getLong(s);
      long x1 = Raw.getLong(s + sc);
      long x2 = Raw.getLong(s + 2 * sc);
      long x3 = Raw.getLong(s + 3 * sc);
      Raw.setLong(d, x0);
      Raw.setLong(d + dc, x1);
      Raw.setLong(d + 2 * dc, x2);
      Raw.setLong(d + 3 * dc, x3);
      s += 4 * sc;
      d += 4 * dc;
    }
    for (; i < n; i++) {
      Raw.setLong(d, Raw.getLong(s));
      s += sc;
      d += dc;
    }
  }

  private static void pairs(long n, long s, long sc, long d, long dc) {
    for (long i = 0; i < n; i++) {
      long low = Raw.getLong(s + i * sc);
      long high = Raw.getLong(s + i * sc + 8);
      Raw.setLong(d + i * dc, low);
      Raw.setLong(d + i * dc + 8, high);
    }
  }
}
