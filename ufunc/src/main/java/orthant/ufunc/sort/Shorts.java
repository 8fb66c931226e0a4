package orthant.ufunc.sort;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.nio.ByteOrder;
import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import orthant.DType;
import orthant.Scope;
import orthant.memory.Memory;
import orthant.memory.Raw;

/** Elements of 16 bits: few are sorted as keys of 32 bits, many are counted. */
final class Shorts {
  /** Elements from which on counting is faster. */
  static final int COUNTED = 1 << 14;

  /** As many values as there are. */
  private static final int VALUES = 1 << 16;

  private static final VectorSpecies<Integer> WIDE = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SPECIES = VectorSpecies.of(short.class, VectorShape.forBitSize(WIDE.vectorBitSize() / 2));
  private static final int LANES = WIDE.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int INFINITY = 0x7c00;
  private static final int NAN = 0x7e00;

  private Shorts() {}

  /** Sorts few elements, in memory for a key of 32 bits for each. */
  static void sort(Keys ints, DType type, long row, long n, long[] positions, long room) {
    keys(type, row, n, room);
    boolean exact = !type.isFloat() || exact(row, n);
    var odd = exact ? null : Elements.of(type, row, n);
    Quicksort.select(ints, room, 1, n, exact ? positions : null);
    elements(type, room, n, row);
    if (odd != null) {
      odd.restore(type, row, n, ints.below(room, n, 0));
    }
  }

  /** The keys of elements, as ints. */
  static void keys(DType type, long row, long n, long to) {
    long i = 0;
    for (; i <= n - LANES; i += LANES) {
      var bits = ShortVector.fromMemorySegment(SPECIES, Raw.ALL, row + i * 2, ORDER);
      var key = (IntVector) bits.convertShape(VectorOperators.S2I, WIDE, 0);
      if (type.isFloat()) {
        var magnitude = key.and(Short.MAX_VALUE);
        key = key.blend(magnitude.neg(), key.compare(LT, 0)).blend(NAN, magnitude.compare(GT, INFINITY));
      } else if (type.isUnsigned()) {
        key = key.lanewise(VectorOperators.XOR, Short.MIN_VALUE);
      }
      key.intoMemorySegment(Raw.ALL, to + i * 4, ORDER);
    }
    for (; i < n; i++) {
      Raw.setInt(to + i * 4, (int) Elements.key(type, row, i));
    }
  }

  /** Undoes {@link #keys}. */
  private static void elements(DType type, long keys, long n, long to) {
    long i = 0;
    for (; i <= n - LANES; i += LANES) {
      var bits = IntVector.fromMemorySegment(WIDE, Raw.ALL, keys + i * 4, ORDER);
      if (type.isFloat()) {
        bits = bits.blend(bits.neg().or(Short.MIN_VALUE), bits.compare(LT, 0));
      } else if (type.isUnsigned()) {
        bits = bits.lanewise(VectorOperators.XOR, Short.MIN_VALUE);
      }
      bits.convertShape(VectorOperators.I2S, SPECIES, 0).intoMemorySegment(Raw.ALL, to + i * 2, ORDER);
    }
    for (; i < n; i++) {
      Raw.setShort(to + i * 2, (short) Elements.element(type, Raw.getInt(keys + i * 4)));
    }
  }

  /** Whether halves would come back with the same bits. */
  private static boolean exact(long at, long n) {
    long i = 0;
    for (; i <= n - LANES; i += LANES) {
      var bits = (IntVector) ShortVector.fromMemorySegment(SPECIES, Raw.ALL, at + i * 2, ORDER).convertShape(VectorOperators.S2I, WIDE, 0);
      var nan = bits.and(Short.MAX_VALUE).compare(GT, INFINITY);
      if (bits.compare(EQ, Short.MIN_VALUE).or(nan.and(bits.compare(NE, NAN))).anyTrue()) {
        return false;
      }
    }
    for (; i < n; i++) {
      int bits = Raw.getShort(at + i * 2);
      if (bits == Short.MIN_VALUE || (bits & Short.MAX_VALUE) > INFINITY && bits != NAN) {
        return false;
      }
    }
    return true;
  }

  /** Sorts many elements by counting how often each value occurs. */
  static void count(DType type, long at, long n) {
    int[] counts = new int[VALUES];
    for (long i = 0; i < n; i++) {
      counts[Raw.getShort(at + i * 2) & 0xffff]++;
    }
    if (!type.isFloat()) {
      // Negative numbers are the upper half of the bits.
      long middle = type.isUnsigned() ? at : fill(counts, VALUES / 2, VALUES, at);
      fill(counts, 0, type.isUnsigned() ? VALUES : VALUES / 2, middle);
      return;
    }
    boolean zeros = counts[0] > 0 && counts[VALUES / 2] > 0;
    long nans = IntStream.concat(IntStream.range(INFINITY + 1, VALUES / 2), IntStream.range(VALUES / 2 + INFINITY + 1, VALUES))
        .filter(value -> counts[value] > 0).count();
    var odd = zeros || nans > 1 ? Elements.of(type, at, n) : null;
    long to = at;
    for (int value = VALUES / 2 + INFINITY; value > VALUES / 2; value--) {
      to = fill(counts, value, value + 1, to);
    }
    long negative = (to - at) / 2;
    to = fill(counts, VALUES / 2, VALUES / 2 + 1, to);
    to = fill(counts, 0, VALUES / 2, to);
    fill(counts, VALUES / 2 + INFINITY + 1, VALUES, to);
    if (odd != null) {
      odd.restore(type, at, n, negative);
    }
  }

  /** Writes each value as often as it was counted. */
  private static long fill(int[] counts, int first, int end, long to) {
    long at = to;
    for (int value = first; value < end; value++) {
      for (long last = at + counts[value] * 2L; at < last; at += 2) {
        Raw.setShort(at, (short) value);
      }
    }
    return at;
  }

  /** The stable order: of up to 65 536 elements by keys with positions, of more by counting, byte by byte. */
  static void order(Keys ints, DType type, long row, long n, long to) {
    if (n > VALUES) {
      radix(type, row, n, to);
      return;
    }
    long packed = to + n * 4;
    keys(type, row, n, packed);
    for (long i = 0; i < n; i++) {
      Raw.setInt(packed + i * 4, Raw.getInt(packed + i * 4) << 16 | (int) i);
    }
    Quicksort.sort(ints, packed, 1, n);
    for (long i = 0; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getInt(packed + i * 4) & 0xffff);
    }
  }

  /** The key of an element as a number from 0 on. */
  private static int key(int bits, boolean half, int flip) {
    if (half) {
      int magnitude = bits & Short.MAX_VALUE;
      return (magnitude > INFINITY ? NAN : bits < 0 ? -magnitude : bits) + (1 << 15);
    }
    return bits & 0xffff ^ flip;
  }

  @SuppressWarnings("try") // the scope releases when it ends
  private static void radix(DType type, long row, long n, long to) {
    boolean half = type.isFloat();
    int flip = type.isUnsigned() ? 0 : 1 << 15;
    long[] low = new long[257];
    long[] high = new long[257];
    for (long i = 0; i < n; i++) {
      int key = key(Raw.getShort(row + i * 2), half, flip);
      low[(key & 0xff) + 1]++;
      high[(key >> 8) + 1]++;
    }
    for (int k = 1; k < 257; k++) {
      low[k] += low[k - 1];
      high[k] += high[k - 1];
    }
    try (var scope = Scope.open()) {
      long first = Memory.allocate(n * 8).address();
      for (long i = 0; i < n; i++) {
        int key = key(Raw.getShort(row + i * 2), half, flip);
        Raw.setLong(first + 8 * low[key & 0xff]++, (long) (key >> 8) << 32 | i);
      }
      for (long i = 0; i < n; i++) {
        long next = Raw.getLong(first + i * 8);
        Raw.setLong(to + 8 * high[(int) (next >> 32)]++, next & 0xffffffffL);
      }
    }
  }
}
