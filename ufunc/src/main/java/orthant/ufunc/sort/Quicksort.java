package orthant.ufunc.sort;

import java.lang.foreign.Arena;
import java.util.Arrays;
import orthant.memory.Raw;

/**
 * Sorts keys, or as many of them as are needed to put some positions in order. Few keys are split out of place, many in
 * place in blocks; who is unlucky with pivots is handed to the JDK's sort, so that the worst case is n log n.
 */
final class Quicksort {
  /** Keys that are split out of place. */
  private static final int NEAR = 1 << 15;

  /** Keys of a block. */
  private static final int BLOCK = 1 << 10;

  /** Keys from which on a pivot is chosen from a larger sample. */
  private static final int MANY = 1 << 11;

  /** Keys of a large sample. */
  private static final int SAMPLE = 31;

  /** Wanted positions that are nearer to each other than this part of the keys are looked for as one. */
  private static final int CLOSE = 64;

  private final Keys keys;
  private final int size;
  private final long scratch;
  private final long[] frame;
  /** Positions in order which must be in place, as addresses; null for all. */
  private final long[] wanted;
  private long random = 0x9E3779B97F4A7C15L;

  private Quicksort(Keys keys, long scratch, long table, long[] wanted) {
    this.keys = keys;
    this.scratch = scratch;
    this.wanted = wanted;
    size = keys.size;
    frame = new long[] {table};
  }

  /** Sorts rows of keys. */
  static void sort(Keys keys, long at, long rows, long n) {
    select(keys, at, rows, n, null);
  }

  /**
   * Puts some positions of each row in order: no key before one is greater, none behind it less.
   *
   * @param keys the width of the keys
   * @param at where the first row begins
   * @param rows how many rows
   * @param n keys of a row
   * @param positions which positions, in order; null for all
   */
  static void select(Keys keys, long at, long rows, long n, long[] positions) {
    select(keys, at, rows, n, positions, 3 * (64 - Long.numberOfLeadingZeros(n)));
  }

  /** With a limit of how often a part may be split before the JDK sorts it. */
  static void select(Keys keys, long at, long rows, long n, long[] positions, int depth) {
    if (n < 2 || rows == 0) {
      return;
    }
    long vector = (long) keys.lanes * keys.size;
    long table = keys.table();
    long block = BLOCK * (long) keys.size + vector;
    long room = n <= keys.most() ? 0 : n <= NEAR ? n * keys.size + vector : Math.max(NEAR * (long) keys.size + vector, 8 * block);
    try (var arena = Arena.ofConfined()) {
      long memory = arena.allocate(table + room, 64).address();
      keys.prepare(memory);
      for (long r = 0; r < rows; r++) {
        long row = at + r * n * keys.size;
        long[] wanted = positions == null ? null : Arrays.stream(positions).map(k -> row + k * keys.size).toArray();
        var sorter = new Quicksort(keys, memory + table, memory, wanted);
        sorter.row(row, n, depth, wanted == null ? 0 : wanted.length);
      }
    }
  }

  private void row(long at, long n, int depth, int last) {
    if (n > keys.most()) {
      if (keys.ascends(at, n)) {
        return;
      }
      if (keys.descends(at, n)) {
        keys.reverse(at, n);
        return;
      }
    }
    part(at, n, ~keys.largest, depth, 0, last);
  }

  /**
   * Sorts a part of a row.
   *
   * @param at where it begins
   * @param n how many keys
   * @param least no key is less
   * @param depth how often it may be split
   * @param first the first of the positions that are wanted and may be here
   * @param last the one behind the last of them
   */
  private void part(long at, long n, long least, int depth, int first, int last) {
    while (n > keys.most()) {
      if (wanted != null) {
        while (first < last && wanted[first] < at) {
          first++;
        }
        while (first < last && wanted[last - 1] >= at + n * size) {
          last--;
        }
        if (first == last) {
          return;
        }
      }
      if (depth-- == 0) {
        sorted(at, Math.toIntExact(n));
        return;
      }
      boolean close = wanted != null && n >= MANY && wanted[last - 1] - wanted[first] <= n * size / CLOSE;
      long pivot = close ? near(at, n, wanted[first]) : pivot(at, n);
      if (pivot == least) {
        // Many keys are the least one, which would stay in the upper part for ever.
        if (pivot == keys.largest) {
          return;
        }
        long equal = split(at, n, ++least);
        at += equal * size;
        n -= equal;
        continue;
      }
      long lower = split(at, n, pivot);
      long middle = at + lower * size;
      if (lower < n - lower) {
        part(at, lower, least, depth, first, last);
        at = middle;
        n -= lower;
        least = pivot;
      } else {
        part(middle, n - lower, pivot, depth, first, last);
        n = lower;
      }
    }
    if (n > 1) {
      keys.network(at, (int) n, frame);
    }
  }

  private long split(long at, long n, long pivot) {
    if (n > NEAR) {
      return blocks(at, n, pivot);
    }
    long lower = keys.split(at, n, pivot, at, scratch);
    Raw.copy(scratch, at + lower * size, (n - lower) * size);
    return lower;
  }

  /**
   * Splits in place. A block is taken from both ends at first; from then on the next block is read on that side where there is
   * less room, so that on neither side a key is written over that was not read.
   */
  private long blocks(long at, long n, long pivot) {
    long vector = (long) keys.lanes * size;
    long block = (long) BLOCK * size;
    long saved = block + vector;
    long upper = scratch + 4 * saved;
    Raw.copy(at, scratch, saved);
    Raw.copy(at + n * size - saved, scratch + saved, saved);
    long low = at;
    long high = at + n * size;
    long left = at + saved;
    long right = high - saved;
    while (right - left >= block) {
      long from = left;
      if (left - low <= high - right) {
        left += block;
      } else {
        right -= block;
        from = right;
      }
      long lower = keys.split(from, BLOCK, pivot, low, upper) * size;
      low += lower;
      high -= block - lower;
      Raw.copy(upper, high, block - lower);
    }
    Raw.copy(left, scratch + 2 * saved, right - left);
    long rest = 2 * saved + right - left;
    long lower = keys.split(scratch, rest / size, pivot, scratch, upper) * size;
    Raw.copy(scratch, low, lower);
    Raw.copy(upper, low + lower, rest - lower);
    return (low + lower - at) / size;
  }

  /** A key near the middle, from pseudo-random places. */
  private long pivot(long at, long n) {
    if (n < MANY) {
      long a = middle(any(at, n), any(at, n), any(at, n));
      long b = middle(any(at, n), any(at, n), any(at, n));
      return middle(a, b, middle(any(at, n), any(at, n), any(at, n)));
    }
    long table = scratch;
    for (int i = 0; i < SAMPLE; i++) {
      keys.set(table + (long) i * size, any(at, n));
    }
    keys.network(table, SAMPLE, frame);
    return keys.get(table + SAMPLE / 2 * (long) size);
  }

  /**
   * A key near a single wanted position, from a sample: a little beyond it, seen from the nearer end, so that most likely the
   * position stays in the smaller part (R. W. Floyd and R. L. Rivest, Expected time bounds for selection, 1975).
   */
  private long near(long at, long n, long place) {
    long table = scratch;
    int samples = keys.most() - 1;
    for (int i = 0; i < samples; i++) {
      keys.set(table + (long) i * size, any(at, n));
    }
    keys.network(table, samples, frame);
    double share = (double) (place - at) / size / n;
    int margin = 2 + (int) (1.5 * Math.sqrt(samples * share * (1 - share)));
    int rank = (int) (share * samples) + (share < 0.5 ? margin : -margin);
    return keys.get(table + Math.clamp(rank, 0, samples - 1) * (long) size);
  }

  private long any(long at, long n) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return keys.get(at + Math.unsignedMultiplyHigh(random, n) * size);
  }

  private static long middle(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** By the JDK, on a copy. */
  private void sorted(long at, int n) {
    long[] copy = new long[n];
    for (int i = 0; i < n; i++) {
      copy[i] = keys.get(at + (long) i * size);
    }
    Arrays.sort(copy);
    for (int i = 0; i < n; i++) {
      keys.set(at + (long) i * size, copy[i]);
    }
  }
}
