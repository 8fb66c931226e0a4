package orthant.ufunc.sort;

import orthant.DType;
import orthant.memory.Raw;

/**
 * Elements one at a time, and those floats of a row that are equal to others with other bits: zeros and NaN, in the order
 * they have. Keys do not know them apart, so they are put back when the row is sorted.
 *
 * @param zeros the bits of the zeros
 * @param nans the bits of the NaN
 */
record Elements(long[] zeros, long[] nans) {
  static Elements of(DType type, long at, long n) {
    int zeros = 0;
    int nans = 0;
    for (long i = 0; i < n; i++) {
      long magnitude = magnitude(type, bits(type.size(), at, i));
      zeros += magnitude == 0 ? 1 : 0;
      nans += magnitude > infinity(type) ? 1 : 0;
    }
    var found = new Elements(new long[zeros], new long[nans]);
    for (long i = n - 1; i >= 0; i--) {
      long bits = bits(type.size(), at, i);
      long magnitude = magnitude(type, bits);
      if (magnitude == 0) {
        found.zeros[--zeros] = bits;
      } else if (magnitude > infinity(type)) {
        found.nans[--nans] = bits;
      }
    }
    return found;
  }

  /** Puts them back into a sorted row of which {@code negative} elements are less than zero. */
  void restore(DType type, long at, long n, long negative) {
    write(type.size(), at, negative, zeros);
    write(type.size(), at, n - nans.length, nans);
  }

  /** The key of an element; all NaN have the same, which is over infinity. */
  static long key(DType type, long at, long i) {
    long bits = bits(type.size(), at, i);
    if (type.isUnsigned()) {
      return bits ^ -1L << 8 * type.size() - 1;
    }
    if (!type.isFloat()) {
      return bits;
    }
    long magnitude = magnitude(type, bits);
    return magnitude > infinity(type) ? infinity(type) | quiet(type) : bits < 0 ? -magnitude : bits;
  }

  /**
   * Writes the keys of elements, or of parts of complex ones, as longs.
   *
   * @param type a real type
   * @param at where the first element is
   * @param step bytes from one to the next
   * @param n how many
   * @param to where the keys go
   */
  static void keys(DType type, long at, long step, long n, long to) {
    // A method each: of one with all loops, each type that is met first throws the code away.
    switch (type.size()) {
      case 1 -> bytes(at, step, n, to);
      case 2 -> shorts(at, step, n, to);
      case 4 -> ints(at, step, n, to);
      default -> longs(at, step, n, to);
    }
    if (type.isFloat()) {
      floats(-1L >>> 65 - 8 * type.size(), infinity(type), infinity(type) | quiet(type), n, to);
    } else if (type.isUnsigned()) {
      unsigned(-1L << 8 * type.size() - 1, n, to);
    }
  }

  private static void bytes(long at, long step, long n, long to) {
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getByte(at + i * step));
    }
  }

  private static void shorts(long at, long step, long n, long to) {
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getShort(at + i * step));
    }
  }

  private static void ints(long at, long step, long n, long to) {
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getInt(at + i * step));
    }
  }

  private static void longs(long at, long step, long n, long to) {
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getLong(at + i * step));
    }
  }

  /** Bits of floats become keys. */
  private static void floats(long mask, long infinity, long nan, long n, long to) {
    for (long i = 0; i < n; i++) {
      long bits = Raw.getLong(to + i * 8);
      long magnitude = bits & mask;
      long sign = bits >> 63;
      Raw.setLong(to + i * 8, magnitude > infinity ? nan : (magnitude ^ sign) - sign);
    }
  }

  /** Numbers without a sign, read with one, become keys. */
  private static void unsigned(long high, long n, long to) {
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getLong(to + i * 8) ^ high);
    }
  }

  /** The element of a key. */
  static long element(DType type, long key) {
    if (type.isUnsigned()) {
      return key ^ -1L << 8 * type.size() - 1;
    }
    if (!type.isFloat()) {
      return key;
    }
    return key < 0 ? -key | -1L << 8 * type.size() - 1 : key;
  }

  private static long quiet(DType type) {
    return 1L << (type.size() == 2 ? 9 : type.size() == 4 ? 22 : 51);
  }

  static long infinity(DType type) {
    return type.size() == 2 ? 0x7c00 : type.size() == 4 ? 0x7f800000 : 0x7ff0000000000000L;
  }

  private static long magnitude(DType type, long bits) {
    return bits & -1L >>> 65 - 8 * type.size();
  }

  /** The bits of an element, the highest one repeated. */
  static long bits(int size, long at, long i) {
    return switch (size) {
      case 1 -> Raw.getByte(at + i);
      case 2 -> Raw.getShort(at + 2 * i);
      case 4 -> Raw.getInt(at + 4 * i);
      default -> Raw.getLong(at + 8 * i);
    };
  }

  private static void write(int size, long at, long first, long[] bits) {
    for (int k = 0; k < bits.length; k++) {
      long to = at + (first + k) * size;
      switch (size) {
        case 2 -> Raw.setShort(to, (short) bits[k]);
        case 4 -> Raw.setInt(to, (int) bits[k]);
        default -> Raw.setLong(to, bits[k]);
      }
    }
  }
}
