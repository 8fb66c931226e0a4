package orthant.kernel;

import java.lang.foreign.Arena;
import java.util.Arrays;
import orthant.DType;
import orthant.memory.Raw;

/** Sorts longs with the JDK's sort, and elements by way of longs that have the same order. */
public final class ReferenceSorter implements Sorter {
  private static final int LONGEST = Integer.MAX_VALUE - 16;
  private static final int CHUNK = 1024;

  /** For the service loader and the tests. */
  public ReferenceSorter() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public void sort(DType type, long address, long rows, long n) {
    if (n < 2 || rows == 0) {
      return;
    }
    if (type.size() == 1 && n >= 128) {
      for (long r = 0; r < rows; r++) {
        count(type, address + r * n, n);
      }
      return;
    }
    int length = length(n);
    long bytes = n * type.size();
    long[] keys = new long[length];
    int[] narrow = type.size() <= 4 && length > 64 ? new int[length] : null;
    for (long r = 0; r < rows; r++) {
      long row = address + r * bytes;
      if (type.isComplex() || !SortKeys.load(type, row, type.size(), keys, length)) {
        long[] order = new long[length];
        order(type, row, order, keys);
        gather(row, type.size(), order);
      } else {
        sort(keys, narrow, type.isFloat());
        SortKeys.store(type, row, keys, length);
      }
    }
  }

  /** Sorts keys; those of 32 bits as ints, which is faster. NaN of 32 bits is the largest int then. */
  private static void sort(long[] keys, int[] narrow, boolean isFloat) {
    if (narrow == null) {
      Arrays.sort(keys);
      return;
    }
    for (int i = 0; i < keys.length; i++) {
      narrow[i] = (int) Math.min(keys[i], Integer.MAX_VALUE);
    }
    Arrays.sort(narrow);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = isFloat && narrow[i] == Integer.MAX_VALUE ? SortKeys.NAN : narrow[i];
    }
  }

  /** Bytes, by counting how often each value occurs. */
  private static void count(DType type, long address, long n) {
    long[] counts = new long[256];
    int first = type.isUnsigned() ? 0 : -128;
    int mask = type.isUnsigned() ? 0xff : -1;
    for (long i = 0; i < n; i++) {
      counts[(Raw.getByte(address + i) & mask) - first]++;
    }
    long at = address;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        Raw.ALL.asSlice(at, counts[value]).fill((byte) (value + first));
        at += counts[value];
      }
    }
  }

  /** Puts the elements of a row in an order that was found. */
  private static void gather(long row, int size, long[] order) {
    long bytes = (long) order.length * size;
    try (var arena = Arena.ofConfined()) {
      long from = arena.allocate(bytes, 16).address();
      Raw.copy(row, from, bytes);
      for (int i = 0; i < order.length; i++) {
        long source = from + order[i] * size;
        long target = row + (long) i * size;
        switch (size) {
          case 2 -> Raw.setShort(target, Raw.getShort(source));
          case 4 -> Raw.setInt(target, Raw.getInt(source));
          case 8 -> Raw.setLong(target, Raw.getLong(source));
          default -> {
            Raw.setLong(target, Raw.getLong(source));
            Raw.setLong(target + 8, Raw.getLong(source + 8));
          }
        }
      }
    }
  }

  @Override
  public void argsort(DType type, long address, long rows, long n, long positions) {
    if (n == 0 || rows == 0) {
      return;
    }
    int length = length(n);
    long[] keys = new long[length];
    long[] order = new long[length];
    for (long r = 0; r < rows; r++) {
      order(type, address + r * n * type.size(), order, keys);
      long to = positions + r * n * 8;
      for (int i = 0; i < length; i++) {
        Raw.setLong(to + 8L * i, order[i]);
      }
    }
  }

  @Override
  public void argpartition(DType type, long address, long rows, long n, long k, long positions) {
    argsort(type, address, rows, n, positions);
    int length = length(n);
    boolean complex = type.isComplex();
    DType part = type.real();
    long[] re = new long[length];
    long[] im = complex ? new long[length] : re;
    long[] order = new long[length];
    for (long r = 0; r < rows; r++) {
      long row = address + r * n * type.size();
      SortKeys.load(part, row, type.size(), re, length);
      if (complex) {
        SortKeys.load(part, row + part.size(), type.size(), im, length);
      }
      long to = positions + r * n * 8;
      for (int i = 0; i < length; i++) {
        order[i] = Raw.getLong(to + 8L * i);
      }
      int middle = (int) order[(int) k];
      int first = (int) k;
      int end = (int) k;
      while (first > 0 && re[(int) order[first - 1]] == re[middle] && im[(int) order[first - 1]] == im[middle]) {
        first--;
      }
      while (end < length && re[(int) order[end]] == re[middle] && im[(int) order[end]] == im[middle]) {
        end++;
      }
      Arrays.sort(order, 0, first);
      Arrays.sort(order, end, length);
      for (int i = 0; i < length; i++) {
        Raw.setLong(to + 8L * i, order[i]);
      }
    }
  }

  /** The stable order of a row. */
  private static void order(DType type, long row, long[] order, long[] keys) {
    int n = keys.length;
    DType part = type.real();
    if (!type.isComplex()) {
      SortKeys.load(part, row, type.size(), keys, n);
      SortKeys.order(keys, order, n);
      return;
    }
    // By the imaginary parts, then stably by the real ones.
    long[] im = new long[n];
    long[] first = new long[n];
    long[] re = new long[n];
    SortKeys.load(part, row + part.size(), type.size(), im, n);
    SortKeys.order(im, first, n);
    SortKeys.load(part, row, type.size(), keys, n);
    for (int i = 0; i < n; i++) {
      re[i] = keys[(int) first[i]];
    }
    SortKeys.order(re, order, n);
    for (int i = 0; i < n; i++) {
      order[i] = first[(int) order[i]];
    }
    // Those with a NaN in the imaginary part alone go behind the others without a NaN in the real part.
    int whole = 0;
    int behind = 0;
    for (int i = 0; i < n; i++) {
      int at = (int) order[i];
      if (keys[at] != SortKeys.NAN && im[at] == SortKeys.NAN) {
        first[behind++] = at;
      } else if (keys[at] != SortKeys.NAN) {
        order[whole++] = at;
      }
    }
    System.arraycopy(first, 0, order, whole, behind);
  }

  @Override
  public void search(DType type, long address, long n, long values, long count, boolean right, long positions) {
    int length = length(n);
    DType part = type.real();
    int size = type.size();
    boolean complex = type.isComplex();
    long[] re = new long[length];
    long[] im = complex ? new long[length] : null;
    SortKeys.load(part, address, size, re, length);
    long[] x = new long[CHUNK];
    long[] y = complex ? new long[CHUNK] : null;
    if (complex) {
      SortKeys.load(part, address + part.size(), size, im, length);
    }
    for (long done = 0; done < count; done += CHUNK) {
      int m = (int) Math.min(CHUNK, count - done);
      SortKeys.load(part, values + done * size, size, x, m);
      if (complex) {
        SortKeys.load(part, values + done * size + part.size(), size, y, m);
      }
      for (int i = 0; i < m; i++) {
        long found = complex ? find(re, im, x[i], y[i], right) : find(re, x[i], right);
        Raw.setLong(positions + (done + i) * 8, found);
      }
    }
  }

  private static int find(long[] keys, long key, boolean right) {
    int low = 0;
    int high = keys.length;
    // Of equal elements the right side skips all: those less than the next key, but NaN has none.
    boolean last = right && key == SortKeys.NAN;
    long limit = right && !last ? key + 1 : key;
    while (low < high) {
      int middle = low + high >>> 1;
      if (keys[middle] < limit || last) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int find(long[] re, long[] im, long x, long y, boolean right) {
    int low = 0;
    int high = re.length;
    while (low < high) {
      int middle = low + high >>> 1;
      int order = compare(re[middle], im[middle], x, y);
      if (order < 0 || right && order == 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int compare(long re, long im, long x, long y) {
    int order = Integer.compare(rank(re, im), rank(x, y));
    if (order == 0) {
      order = Long.compare(re, x);
    }
    return order == 0 ? Long.compare(im, y) : order;
  }

  private static int rank(long re, long im) {
    return re == SortKeys.NAN ? 2 : im == SortKeys.NAN ? 1 : 0;
  }

  private static int length(long n) {
    if (n > LONGEST) {
      throw new IllegalArgumentException("cannot sort " + n + " elements along one axis; there may be at most " + LONGEST
          + " that are wider than a byte");
    }
    return (int) n;
  }
}
