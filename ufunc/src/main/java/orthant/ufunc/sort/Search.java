package orthant.ufunc.sort;

import orthant.DType;
import orthant.Scope;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.memory.Memory;
import orthant.memory.Raw;

/**
 * Finds where values belong in a sorted row. Many values are sought in the keys of the row, eight in turns: each halving of one
 * waits for memory while the others go on, and none has a branch that could be foretold wrongly.
 */
final class Search {
  /** Elements of the row for each value, up to which all their keys are made. */
  private static final int SPARSE = 8;

  private static final int TURNS = 8;

  /** Values whose keys are made at once. */
  private static final int CHUNK = 512;

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

  @SuppressWarnings("try") // the scope releases when it ends
  private static void many(DType type, long row, long n, long values, long count, boolean right, long positions) {
    // These are their own keys.
    boolean plain = type == DType.int64;
    try (var scope = Scope.open()) {
      long room = plain ? 0 : Memory.allocate((n + CHUNK) * 8).address();
      long keys = plain ? row : room;
      if (!plain) {
        Elements.keys(type, row, type.size(), n, keys);
      }
      for (long done = 0; done < count; done += CHUNK) {
        int m = (int) Math.min(CHUNK, count - done);
        long limits = plain ? values + done * 8 : room + n * 8;
        if (!plain) {
          Elements.keys(type, values + done * type.size(), type.size(), m, limits);
        }
        long to = positions + done * 8;
        for (int i = 0; i + TURNS <= m; i += TURNS) {
          turns(keys, n, type.size() == 8, limits + i * 8L, right ? 1 : 0, to + i * 8L);
        }
        for (int i = 0; i < m; i++) {
          // The next key after the largest is none.
          if (i >= m / TURNS * TURNS || right && Raw.getLong(limits + i * 8L) == Long.MAX_VALUE) {
            Raw.setLong(to + i * 8L, one(type, row, n, Raw.getLong(limits + i * 8L), right));
          }
        }
      }
    }
  }

  /**
   * All ones if x is less than y, else 0 (H. S. Warren, Hacker's Delight, 2-12); the differences of numbers that are not wide cannot
   * overflow. A choice would be compiled as a branch that must not be taken where it never was. With eight of them the compiler lost so
   * many of these bets on rows of ten elements that it made no new code any more, and the interpreter took over at the first lost one:
   * 1.5 us a value, for good.
   */
  private static long less(long x, long y, boolean wide) {
    return (wide ? x & ~y | (x | ~y) & x - y : x - y) >> 63;
  }

  /** How many keys are less than each of eight limits that are raised by 0, or by 1 so that those count that are equal. */
  private static void turns(long keys, long n, boolean wide, long limits, long raise, long positions) {
    long k0 = Raw.getLong(limits) + raise;
    long k1 = Raw.getLong(limits + 8) + raise;
    long k2 = Raw.getLong(limits + 16) + raise;
    long k3 = Raw.getLong(limits + 24) + raise;
    long k4 = Raw.getLong(limits + 32) + raise;
    long k5 = Raw.getLong(limits + 40) + raise;
    long k6 = Raw.getLong(limits + 48) + raise;
    long k7 = Raw.getLong(limits + 56) + raise;
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
      a0 += less(Raw.getLong(a0 + last), k0, wide) & half;
      a1 += less(Raw.getLong(a1 + last), k1, wide) & half;
      a2 += less(Raw.getLong(a2 + last), k2, wide) & half;
      a3 += less(Raw.getLong(a3 + last), k3, wide) & half;
      a4 += less(Raw.getLong(a4 + last), k4, wide) & half;
      a5 += less(Raw.getLong(a5 + last), k5, wide) & half;
      a6 += less(Raw.getLong(a6 + last), k6, wide) & half;
      a7 += less(Raw.getLong(a7 + last), k7, wide) & half;
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
