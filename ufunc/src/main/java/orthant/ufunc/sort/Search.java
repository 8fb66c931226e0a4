package orthant.ufunc.sort;

import java.lang.foreign.Arena;
import orthant.DType;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.memory.Raw;

/**
 * Finds where values belong in a sorted row. Many values are sought in the keys of the row, eight in turns: each halving of one
 * waits for memory while the others go on, and none has a branch that could be foretold wrongly.
 */
final class Search {
  /** Elements of the row for each value, up to which all their keys are made. */
  private static final int SPARSE = 8;

  private static final int TURNS = 8;

  private static final Sorter REFERENCE = new ReferenceSorter();

  private Search() {}

  /** As {@link Sorter#search}. */
  static void of(DType type, long row, long n, long values, long count, boolean right, long positions) {
    if (type.isComplex() || n > Integer.MAX_VALUE) {
      REFERENCE.search(type, row, n, values, count, right, positions);
    } else if (n / SPARSE > count) {
      for (long i = 0; i < count; i++) {
        Raw.setLong(positions + i * 8, one(type, row, n, Elements.key(type, values, i), right));
      }
    } else {
      many(type, row, n, values, count, right, positions);
    }
  }

  private static long one(DType type, long row, long n, long value, boolean right) {
    long low = 0;
    long high = n;
    while (low < high) {
      long middle = low + high >>> 1;
      long key = Elements.key(type, row, middle);
      if (key < value || right && key == value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void many(DType type, long row, long n, long values, long count, boolean right, long positions) {
    try (var arena = Arena.ofConfined()) {
      long keys = arena.allocate(n * 8, 64).address();
      Elements.keys(type, row, n, keys);
      long[] limits = new long[TURNS];
      for (long done = 0; done < count; done += TURNS) {
        int m = (int) Math.min(TURNS, count - done);
        for (int i = 0; i < m; i++) {
          long key = Elements.key(type, values, done + i);
          // Of equal elements the right side skips all: those less than the next key. The largest key has none.
          limits[i] = right && key < Long.MAX_VALUE ? key + 1 : key;
        }
        if (m == TURNS) {
          turns(keys, n, limits, positions + done * 8);
        }
        for (int i = 0; i < m; i++) {
          if (m < TURNS || right && limits[i] == Long.MAX_VALUE) {
            long found = one(type, row, n, Elements.key(type, values, done + i), right);
            Raw.setLong(positions + (done + i) * 8, found);
          }
        }
      }
    }
  }

  /** How many keys are less than each of the limits. */
  private static void turns(long keys, long n, long[] limits, long positions) {
    long k0 = limits[0];
    long k1 = limits[1];
    long k2 = limits[2];
    long k3 = limits[3];
    long k4 = limits[4];
    long k5 = limits[5];
    long k6 = limits[6];
    long k7 = limits[7];
    long a0 = keys;
    long a1 = keys;
    long a2 = keys;
    long a3 = keys;
    long a4 = keys;
    long a5 = keys;
    long a6 = keys;
    long a7 = keys;
    for (long left = n; left > 0; left >>= 1) {
      long half = (left + 1 >> 1) * 8;
      long last = half - 8;
      a0 += Raw.getLong(a0 + last) < k0 ? half : 0;
      a1 += Raw.getLong(a1 + last) < k1 ? half : 0;
      a2 += Raw.getLong(a2 + last) < k2 ? half : 0;
      a3 += Raw.getLong(a3 + last) < k3 ? half : 0;
      a4 += Raw.getLong(a4 + last) < k4 ? half : 0;
      a5 += Raw.getLong(a5 + last) < k5 ? half : 0;
      a6 += Raw.getLong(a6 + last) < k6 ? half : 0;
      a7 += Raw.getLong(a7 + last) < k7 ? half : 0;
    }
    Raw.setLong(positions, a0 - keys >> 3);
    Raw.setLong(positions + 8, a1 - keys >> 3);
    Raw.setLong(positions + 16, a2 - keys >> 3);
    Raw.setLong(positions + 24, a3 - keys >> 3);
    Raw.setLong(positions + 32, a4 - keys >> 3);
    Raw.setLong(positions + 40, a5 - keys >> 3);
    Raw.setLong(positions + 48, a6 - keys >> 3);
    Raw.setLong(positions + 56, a7 - keys >> 3);
  }
}
