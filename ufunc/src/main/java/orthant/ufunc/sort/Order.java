package orthant.ufunc.sort;

import java.util.function.LongUnaryOperator;
import orthant.memory.Raw;

/**
 * Finds the stable order of keys by sorting longs that hold a key and its position. If both do not fit, the lowest bits of
 * the key give way; the few keys that differ in these alone are sorted once more.
 */
final class Order {
  /** So many twins are sorted by insertion. */
  private static final int FEW = 24;

  private Order() {}

  /**
   * The stable order.
   *
   * @param keys sorts
   * @param from where the keys begin
   * @param n how many, 2 at least
   * @param key gives the key at a position; asked when those in memory are lost
   * @param to where the positions go; may be where the keys are
   */
  static void of(LongKeys keys, long from, long n, LongUnaryOperator key, long to) {
    long[] range = LongKeys.range(from, n);
    long least = range[0];
    int bits = 64 - Long.numberOfLeadingZeros(n - 1);
    int lost = Math.max(0, bits - Long.numberOfLeadingZeros(range[1] - least));
    long mask = (1L << bits) - 1;
    LongKeys.pack(from, n, least, lost, bits, to);
    Quicksort.sort(keys, to, 1, n);
    if (lost > 0) {
      twins(keys, to, n, mask, at -> (key.applyAsLong(at & mask) - least & (1L << lost) - 1) << bits | at & mask);
    }
    LongKeys.keep(to, n, mask);
  }

  private static void twins(LongKeys keys, long to, long n, long mask, LongUnaryOperator rest) {
    for (long i = LongKeys.twins(to, 0, n, mask); i < n - 1; i = LongKeys.twins(to, i, n, mask)) {
      long prefix = Raw.getLong(to + i * 8) & ~mask;
      long end = i;
      while (end < n && (Raw.getLong(to + end * 8) & ~mask) == prefix) {
        Raw.setLong(to + end * 8, rest.applyAsLong(Raw.getLong(to + end * 8)));
        end++;
      }
      if (end - i <= FEW) {
        insert(to + i * 8, to + end * 8);
      } else {
        Quicksort.sort(keys, to + i * 8, 1, end - i);
      }
      i = end;
    }
  }

  private static void insert(long first, long end) {
    for (long next = first + 8; next < end; next += 8) {
      long key = Raw.getLong(next);
      long at = next;
      for (; at > first && Raw.getLong(at - 8) > key; at -= 8) {
        Raw.setLong(at, Raw.getLong(at - 8));
      }
      Raw.setLong(at, key);
    }
  }
}
