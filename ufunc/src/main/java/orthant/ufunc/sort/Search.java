package orthant.ufunc.sort;

import java.util.Arrays;
import orthant.DType;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.memory.Raw;

/**
 * Finds where values belong in a sorted row, for some values in turns: each halving of one waits for memory while the others
 * go on, and none has a branch that could be foretold wrongly.
 */
final class Search {
  /** Values that are sought in turns. */
  private static final int TURNS = 16;

  private static final Sorter REFERENCE = new ReferenceSorter();

  private Search() {}

  /** As {@link Sorter#search}. */
  static void of(DType type, long row, long n, long values, long count, boolean right, long positions) {
    if (type.size() < 4 || type.isComplex()) {
      REFERENCE.search(type, row, n, values, count, right, positions);
      return;
    }
    long[] limits = new long[TURNS];
    long[] found = new long[TURNS];
    boolean isFloat = type.isFloat();
    long flip = type.isUnsigned() ? -1L << 8 * type.size() - 1 : 0;
    for (long done = 0; done < count; done += TURNS) {
      int m = (int) Math.min(TURNS, count - done);
      for (int i = 0; i < m; i++) {
        long key = Elements.key(type, values, done + i);
        // Of equal elements the right side skips all: those less than the next key. The largest key has none.
        limits[i] = right && key < Long.MAX_VALUE ? key + 1 : key;
      }
      Arrays.fill(found, 0);
      if (type.size() == 4) {
        narrow(row, n, flip, isFloat, limits, found);
      } else {
        wide(row, n, flip, isFloat, limits, found);
      }
      for (int i = 0; i < m; i++) {
        boolean last = right && limits[i] == Long.MAX_VALUE && Elements.key(type, values, done + i) == Long.MAX_VALUE;
        Raw.setLong(positions + (done + i) * 8, last ? n : found[i]);
      }
    }
  }

  private static void wide(long row, long n, long flip, boolean isFloat, long[] limits, long[] found) {
    long left = n;
    while (left > 0) {
      long half = left + 1 >> 1;
      for (int i = 0; i < TURNS; i++) {
        long bits = Raw.getLong(row + (found[i] + half - 1) * 8) ^ flip;
        long key = isFloat ? key(bits) : bits;
        found[i] += key < limits[i] ? half : 0;
      }
      left -= half;
    }
  }

  private static void narrow(long row, long n, long flip, boolean isFloat, long[] limits, long[] found) {
    long left = n;
    while (left > 0) {
      long half = left + 1 >> 1;
      for (int i = 0; i < TURNS; i++) {
        int bits = Raw.getInt(row + (found[i] + half - 1) * 4) ^ (int) flip;
        long key = isFloat ? key(bits) : bits;
        found[i] += key < limits[i] ? half : 0;
      }
      left -= half;
    }
  }

  /** The key of the bits of a float. */
  private static long key(long bits) {
    long magnitude = bits & Long.MAX_VALUE;
    long sign = bits >> 63;
    return magnitude > 0x7ff0000000000000L ? 0x7ff8000000000000L : (magnitude ^ sign) - sign;
  }

  /** The key of the bits of a float. */
  private static int key(int bits) {
    int magnitude = bits & Integer.MAX_VALUE;
    int sign = bits >> 31;
    return magnitude > 0x7f800000 ? 0x7fc00000 : (magnitude ^ sign) - sign;
  }
}
