package orthant.ufunc.sort;

import java.lang.foreign.Arena;
import orthant.DType;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.memory.Raw;
import orthant.ufunc.compile.Rehearsals;

/** Sorts with vectors from the first call on, which is slow while cold; for tests and measurements. */
public final class VectorSorter implements Sorter {
  /** Rows that are shorter are left to the reference. */
  static final int SHORT = 32;

  /** Elements whose keys are made at once. */
  private static final int BLOCK = 1 << 10;

  /** Elements that stay in a near cache between one pass and the next. */
  private static final long PASS = 1 << 15;

  private final Sorter reference = new ReferenceSorter();
  private IntKeys ints;
  private LongKeys longs;

  /** For the service loader and the tests. */
  public VectorSorter() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int priority() {
    return -1;
  }

  /** Whether the Vector API was resolved when Java started, and its vectors are wide enough to be of use. */
  static boolean isThere() {
    return Rehearsals.hasVectors() && LongKeys.LANES >= 4;
  }

  private synchronized void open() {
    if (!Rehearsals.hasVectors()) {
      throw new IllegalStateException("-Dorthant.sorter=vector is not available; start java with --add-modules jdk.incubator.vector");
    }
    if (longs == null) {
      ints = new IntKeys();
      longs = new LongKeys();
    }
  }

  @Override
  public void sort(DType type, long address, long rows, long n) {
    select(type, address, rows, n, null);
  }

  @Override
  public void partition(DType type, long address, long rows, long n, long[] positions) {
    select(type, address, rows, n, positions);
  }

  private void select(DType type, long address, long rows, long n, long[] positions) {
    if (n < SHORT || n > Integer.MAX_VALUE || type.size() == 1) {
      reference.sort(type, address, rows, n);
      return;
    }
    open();
    if (type.isComplex()) {
      complex(type, address, rows, n);
    } else if (type.size() == 2) {
      shorts(type, address, rows, n, positions);
    } else {
      long step = Math.max(1, PASS / n);
      for (long r = 0; r < rows; r += step) {
        wide(type, address + r * n * type.size(), Math.min(step, rows - r), n, positions);
      }
    }
  }

  /** Elements of 32 and 64 bits. */
  private void wide(DType type, long at, long rows, long n, long[] positions) {
    Keys keys = type.size() == 4 ? ints : longs;
    if (type.isUnsigned()) {
      keys.flip(at, rows * n);
      Quicksort.select(keys, at, rows, n, positions);
      keys.flip(at, rows * n);
    } else if (!type.isFloat()) {
      Quicksort.select(keys, at, rows, n, positions);
    } else if (keys.exact(at, rows * n)) {
      keys.fromFloats(at, rows * n);
      Quicksort.select(keys, at, rows, n, positions);
      keys.toFloats(at, rows * n);
    } else {
      for (long r = 0; r < rows; r++) {
        long row = at + r * n * type.size();
        var odd = Elements.of(type, row, n);
        keys.fromFloats(row, n);
        Quicksort.sort(keys, row, 1, n);
        long negative = keys.below(row, n, 0);
        keys.toFloats(row, n);
        odd.restore(type, row, n, negative);
      }
    }
  }

  /** Elements of 16 bits. */
  private void shorts(DType type, long at, long rows, long n, long[] positions) {
    if (n >= Shorts.COUNTED) {
      for (long r = 0; r < rows; r++) {
        Shorts.count(type, at + r * n * 2, n);
      }
      return;
    }
    try (var arena = Arena.ofConfined()) {
      long room = arena.allocate(n * 4, 64).address();
      for (long r = 0; r < rows; r++) {
        Shorts.sort(ints, type, at + r * n * 2, n, positions, room);
      }
    }
  }

  /** Complex numbers are put in the order of their positions. */
  private void complex(DType type, long at, long rows, long n) {
    try (var arena = Arena.ofConfined()) {
      long bytes = n * type.size();
      long copy = arena.allocate(bytes, 64).address();
      long order = arena.allocate(n * 8, 64).address();
      for (long r = 0; r < rows; r++) {
        long row = at + r * bytes;
        argsort(type, row, 1, n, order);
        Raw.copy(row, copy, bytes);
        for (long i = 0; i < n; i++) {
          long from = Raw.getLong(order + i * 8);
          if (type.size() == 8) {
            Raw.setLong(row + i * 8, Raw.getLong(copy + from * 8));
          } else {
            Raw.setLong(row + i * 16, Raw.getLong(copy + from * 16));
            Raw.setLong(row + i * 16 + 8, Raw.getLong(copy + from * 16 + 8));
          }
        }
      }
    }
  }

  @Override
  public void argsort(DType type, long address, long rows, long n, long positions) {
    if (n < SHORT || n > Integer.MAX_VALUE) {
      reference.argsort(type, address, rows, n, positions);
      return;
    }
    open();
    for (long r = 0; r < rows; r++) {
      long row = address + r * n * type.size();
      long to = positions + r * n * 8;
      if (type.isComplex()) {
        orderComplex(type, row, n, to);
      } else if (type.size() == 1) {
        orderBytes(type, row, n, to);
      } else if (type.size() == 2) {
        Shorts.order(ints, type, row, n, to);
      } else {
        load(type, row, n, to);
        Order.of(longs, to, n, i -> Elements.key(type, row, i), to);
      }
    }
  }

  @Override
  public void argpartition(DType type, long address, long rows, long n, long k, long positions) {
    if (n < SHORT || n > Integer.MAX_VALUE || type.isComplex()) {
      reference.argpartition(type, address, rows, n, k, positions);
      return;
    }
    open();
    try (var arena = Arena.ofConfined()) {
      long keys = arena.allocate((BLOCK + LongKeys.LANES) * 8L, 64).address();
      for (long r = 0; r < rows; r++) {
        sift(type, address + r * n * type.size(), n, k, positions + r * n * 8, keys);
      }
    }
  }

  private void sift(DType type, long row, long n, long k, long to, long keys) {
    var sift = new Sift(key(type, row, n, k, to), to, k, n, keys + BLOCK * 8L);
    for (long i = 0; i < n; i += BLOCK) {
      int m = (int) Math.min(BLOCK, n - i);
      load(type, row + i * type.size(), m, keys);
      sift.part(keys, m, i);
    }
    if (sift.wantsEqual()) {
      for (long i = 0; i < n; i += BLOCK) {
        int m = (int) Math.min(BLOCK, n - i);
        load(type, row + i * type.size(), m, keys);
        sift.equal(keys, m, i);
      }
    }
  }

  /** The key that sorting would put at a position; in memory for as many longs, keys are put in order. */
  private long key(DType type, long row, long n, long k, long room) {
    Keys keys = type.size() == 2 || type.size() == 4 ? ints : longs;
    if (type.size() == 1) {
      load(type, row, n, room);
    } else if (type.size() == 2) {
      Shorts.keys(type, row, n, room);
    } else {
      Raw.copy(row, room, n * type.size());
      toKeys(keys, type, room, n);
    }
    Quicksort.select(keys, room, 1, n, new long[] {k});
    return keys.get(room + k * keys.size);
  }

  private static void toKeys(Keys keys, DType type, long at, long n) {
    if (type.isFloat()) {
      keys.fromFloats(at, n);
    } else if (type.isUnsigned()) {
      keys.flip(at, n);
    }
  }

  /** The keys of a row, as longs. */
  private void load(DType type, long row, long n, long to) {
    long upper = to + n * 4;
    if (type.size() == 1) {
      Elements.keys(type, row, 1, n, to);
    } else if (type.size() == 2) {
      Shorts.keys(type, row, n, upper);
      LongKeys.widen(upper, n, to);
    } else if (type.size() == 4) {
      Raw.copy(row, upper, n * 4);
      toKeys(ints, type, upper, n);
      LongKeys.widen(upper, n, to);
    } else {
      Raw.copy(row, to, n * 8);
      toKeys(longs, type, to, n);
    }
  }

  private static void orderBytes(DType type, long row, long n, long to) {
    int flip = type.isUnsigned() || type.isBool() ? 0 : 0x80;
    long[] next = new long[257];
    for (long i = 0; i < n; i++) {
      next[(Raw.getByte(row + i) & 0xff ^ flip) + 1]++;
    }
    for (int k = 1; k < next.length; k++) {
      next[k] += next[k - 1];
    }
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + 8 * next[Raw.getByte(row + i) & 0xff ^ flip]++, i);
    }
  }

  /**
   * By the imaginary parts, then stably by the real ones; those with a NaN in the imaginary part alone go behind the others
   * without a NaN in the real part.
   */
  private void orderComplex(DType type, long row, long n, long to) {
    DType part = type.real();
    try (var arena = Arena.ofConfined()) {
      long keys = arena.allocate(n * 8, 64).address();
      long first = arena.allocate(n * 8, 64).address();
      Elements.keys(part, row + part.size(), type.size(), n, keys);
      Order.of(longs, keys, n, i -> Raw.getLong(keys + i * 8), first);
      for (long i = 0; i < n; i++) {
        Raw.setLong(keys + i * 8, Elements.key(part, row, 2 * Raw.getLong(first + i * 8)));
      }
      Order.of(longs, keys, n, i -> Raw.getLong(keys + i * 8), to);
      long whole = 0;
      long behind = 0;
      long infinity = Elements.infinity(part);
      for (long i = 0; i < n; i++) {
        long at = Raw.getLong(first + Raw.getLong(to + i * 8) * 8);
        if (Elements.key(part, row, 2 * at) > infinity) {
          Raw.setLong(to + i * 8, at);
        } else if (Elements.key(part, row, 2 * at + 1) > infinity) {
          Raw.setLong(keys + behind++ * 8, at);
        } else {
          Raw.setLong(to + whole++ * 8, at);
        }
      }
      Raw.copy(keys, to + whole * 8, behind * 8);
    }
  }

  @Override
  public void search(DType type, long address, long n, long values, long count, boolean right, long positions) {
    Search.of(type, address, n, values, count, right, positions);
  }
}
