package orthant.kernel;

import java.util.Arrays;
import orthant.DType;
import orthant.memory.Raw;

/** Elements as longs that have the same order: NaN last, both zeros alike. */
final class SortKeys {
  /** What every NaN becomes. */
  static final long NAN = Long.MAX_VALUE;

  private SortKeys() {}

  /**
   * Reads the keys of elements, or of parts of complex ones.
   *
   * @param type a real type
   * @param address where the first element is
   * @param step bytes from one to the next
   * @param keys where they go
   * @param n how many
   * @return whether {@link #store} would write the same bits again: not for negative zeros and unusual NaN
   */
  static boolean load(DType type, long address, long step, long[] keys, int n) {
    bits(type.size(), address, step, keys, n);
    if (type.isUnsigned()) {
      flip(type, keys, n);
    }
    return !type.isFloat() || order(type, keys, n);
  }

  /**
   * Writes elements side by side.
   *
   * @param type a real type
   * @param address where the first element goes
   * @param keys the keys; they are changed
   * @param n how many
   */
  static void store(DType type, long address, long[] keys, int n) {
    if (type.isUnsigned()) {
      flip(type, keys, n);
    } else if (type.isFloat()) {
      long sign = sign(type);
      long nan = infinity(type) | quiet(type);
      for (int i = 0; i < n; i++) {
        keys[i] = keys[i] == NAN ? nan : keys[i] < 0 ? -keys[i] | sign : keys[i];
      }
    }
    switch (type.size()) {
      case 1 -> {
        for (int i = 0; i < n; i++) {
          Raw.setByte(address + i, (byte) keys[i]);
        }
      }
      case 2 -> {
        for (int i = 0; i < n; i++) {
          Raw.setShort(address + 2L * i, (short) keys[i]);
        }
      }
      case 4 -> {
        for (int i = 0; i < n; i++) {
          Raw.setInt(address + 4L * i, (int) keys[i]);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          Raw.setLong(address + 8L * i, keys[i]);
        }
      }
    }
  }

  /** The bits of elements, the highest one repeated up to 64. */
  private static void bits(int size, long address, long step, long[] keys, int n) {
    switch (size) {
      case 1 -> {
        for (int i = 0; i < n; i++) {
          keys[i] = Raw.getByte(address + i * step);
        }
      }
      case 2 -> {
        for (int i = 0; i < n; i++) {
          keys[i] = Raw.getShort(address + i * step);
        }
      }
      case 4 -> {
        for (int i = 0; i < n; i++) {
          keys[i] = Raw.getInt(address + i * step);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          keys[i] = Raw.getLong(address + i * step);
        }
      }
    }
  }

  /** Unsigned integers to signed ones of the same order, and back. */
  private static void flip(DType type, long[] keys, int n) {
    long high = -1L << 8 * type.size() - 1;
    for (int i = 0; i < n; i++) {
      keys[i] ^= high;
    }
  }

  /** Floating-point bits to integers of the same order. */
  private static boolean order(DType type, long[] keys, int n) {
    long magnitude = ~sign(type);
    long infinity = infinity(type);
    long nan = infinity | quiet(type);
    boolean exact = true;
    for (int i = 0; i < n; i++) {
      long bits = keys[i];
      long m = bits & magnitude;
      if (m > infinity) {
        keys[i] = NAN;
        exact &= bits == nan;
      } else if (bits < 0) {
        keys[i] = -m;
        exact &= m != 0;
      }
    }
    return exact;
  }

  private static long sign(DType type) {
    return -1L << 8 * type.size() - 1;
  }

  private static long infinity(DType type) {
    return sign(type) ^ -1L << mantissa(type);
  }

  /** The bit that Java's and NumPy's NaN has. */
  private static long quiet(DType type) {
    return 1L << mantissa(type) - 1;
  }

  private static int mantissa(DType type) {
    return type.size() == 2 ? 10 : type.size() == 4 ? 23 : 52;
  }

  /**
   * Finds the stable order of keys. The position goes into the low bits of each key; runs of keys that differ in the bits
   * that gave way to it are sorted once more, by these.
   *
   * @param keys the keys
   * @param order where the positions go
   * @param n how many
   */
  static void order(long[] keys, long[] order, int n) {
    long low = (Long.highestOneBit(Math.max(n - 1, 1)) << 1) - 1;
    for (int i = 0; i < n; i++) {
      order[i] = keys[i] & ~low | i;
    }
    Arrays.sort(order, 0, n);
    for (int i = 0, j; i < n; i = j) {
      long prefix = order[i] & ~low;
      for (j = i + 1; j < n && (order[j] & ~low) == prefix;) {
        j++;
      }
      for (int k = i; k < j; k++) {
        int at = (int) (order[k] & low);
        order[k] = (keys[at] & low) << 32 | at;
      }
      if (j - i > 1) {
        Arrays.sort(order, i, j);
      }
      for (int k = i; k < j; k++) {
        order[k] &= 0xffffffffL;
      }
    }
  }
}
