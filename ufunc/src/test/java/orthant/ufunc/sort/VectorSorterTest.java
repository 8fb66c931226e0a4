package orthant.ufunc.sort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vector sorter beside the reference: the same bits for every type, size and pattern. */
class VectorSorterTest {
  private static final Sorter REFERENCE = new ReferenceSorter();
  private static final Sorter VECTOR = new VectorSorter();

  /** Around the sizes of networks, samples, samples of many, and splitting in blocks. */
  private static final int[] SIZES = {0, 1, 2, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 300, 513, 1000, 2047, 2048, 2049, 5000,
      16_383, 16_384, 32_767, 32_768, 32_769, 34_817, 70_001};

  /** Bits of elements by position; what does not fit a type is cut off. */
  static Map<String, IntToLongFunction> patterns(DType type, int n, long seed) {
    var random = new SplittableRandom(seed);
    int size = type.real().size();
    long[] special = type.isFloat() || type.isComplex() ? size == 2
        ? new long[] {0, 0x8000, 0x7c00, 0xfc00, 0x7e00, 0xfe00, 0x7c01, 0xffff, 1, 0x8001}
        : size == 4 ? new long[] {0, 0x80000000L, 0x7f800000, 0xff800000L, 0x7fc00000, 0xffc00000L, 0x7f800001, 0xffffffffL, 1, 0x80000001L}
            : new long[] {0, 1L << 63, 0x7ffL << 52, 0xfffL << 52, 0x7ff8L << 48, 0xfff8L << 48, 0x7ffL << 52 | 1, -1, 1, 1L << 63 | 1}
        : new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 0x80, 0x7f, 0x8000, 0x7fff, 0x80000000L, 0x7fffffff};
    var all = new TreeMap<String, IntToLongFunction>();
    all.put("any bits", i -> random.nextLong());
    all.put("equal", i -> 5);
    all.put("largest", i -> -1L >>> 65 - 8 * size);
    all.put("least", i -> -1L << 8 * size - 1);
    all.put("rising", i -> number(type, i));
    all.put("falling", i -> number(type, n - i));
    all.put("rising but one", i -> number(type, i == n / 2 ? -1 : i));
    all.put("organ pipe", i -> number(type, Math.min(i, n - i)));
    all.put("sawtooth", i -> number(type, i % 17));
    all.put("long sawtooth", i -> number(type, i % 1003));
    all.put("two values", i -> random.nextInt(2));
    all.put("few values", i -> number(type, random.nextInt(-3, 4)));
    all.put("special", i -> special[random.nextInt(special.length)]);
    all.put("rarely special", i -> random.nextInt(20) == 0 ? special[random.nextInt(special.length)] : number(type, random.nextInt(-n - 1, n + 1)));
    all.put("numbers", i -> number(type, random.nextInt(-n - 1, n + 1)));
    all.put("low bits", i -> 0x3ff0000000000000L ^ random.nextInt(1 << 12));
    all.put("twins", i -> (long) random.nextInt(50) << 40 ^ random.nextInt(1 << 12) ^ (i % 97 == 0 ? 1L << 62 : 0) ^ (i % 89 == 0 ? 1L << 63 : 0));
    return all;
  }

  private static long number(DType type, long value) {
    return switch (type.real()) {
      case float64 -> Double.doubleToRawLongBits(value);
      case float32 -> Float.floatToRawIntBits(value);
      case float16 -> Float.floatToFloat16(value);
      default -> value;
    };
  }

  static MemorySegment fill(Arena arena, DType type, int n, IntToLongFunction bits) {
    var memory = arena.allocate(Math.max(1, (long) n * type.size()), 64);
    int size = type.real().size();
    for (int i = 0; i < n * (type.size() / size); i++) {
      long b = type.isBool() ? bits.applyAsLong(i) & 1 : bits.applyAsLong(i);
      switch (size) {
        case 1 -> memory.set(ValueLayout.JAVA_BYTE, i, (byte) b);
        case 2 -> memory.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) b);
        case 4 -> memory.setAtIndex(ValueLayout.JAVA_INT, i, (int) b);
        default -> memory.setAtIndex(ValueLayout.JAVA_LONG, i, b);
      }
    }
    return memory;
  }

  private static byte[] bytes(MemorySegment memory) {
    return memory.toArray(ValueLayout.JAVA_BYTE);
  }

  @TestFactory
  Stream<DynamicTest> theBitsOfTheReference() {
    return Arrays.stream(DType.values()).map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
      for (int n : SIZES) {
        patterns(type, n, n).forEach((name, bits) -> compare(type + " " + name + " " + n, type, n, bits));
      }
    }));
  }

  @Property(tries = 300)
  void theBitsOfTheReferenceForAnySize(
      @ForAll DType type, @ForAll long seed, @ForAll @IntRange(max = 3000) int n, @ForAll @IntRange(max = 16) int which) {
    var chosen = patterns(type, n, seed).entrySet().stream().skip(which).findFirst().orElseThrow();
    compare(type + " " + chosen.getKey() + " " + n, type, n, chosen.getValue());
  }

  private static void compare(String what, DType type, int n, IntToLongFunction bits) {
    try (var arena = Arena.ofConfined()) {
      var given = fill(arena, type, n, bits);
      var want = copy(arena, given);
      REFERENCE.sort(type, want.address(), 1, n);
      var got = copy(arena, given);
      VECTOR.sort(type, got.address(), 1, n);
      assertArrayEquals(bytes(want), bytes(got), what + ", sort");

      var order = arena.allocate(8L * n + 8, 64);
      var found = arena.allocate(8L * n + 8, 64);
      REFERENCE.argsort(type, given.address(), 1, n, order.address());
      VECTOR.argsort(type, given.address(), 1, n, found.address());
      assertArrayEquals(bytes(order), bytes(found), what + ", argsort");

      for (boolean right : new boolean[] {false, true}) {
        REFERENCE.search(type, want.address(), n, given.address(), n, right, order.address());
        VECTOR.search(type, want.address(), n, given.address(), n, right, found.address());
        assertArrayEquals(bytes(order), bytes(found), what + ", search " + right);
      }
      for (int k : n == 0 ? new int[0] : new int[] {0, n / 2, n - 1}) {
        REFERENCE.argpartition(type, given.address(), 1, n, k, order.address());
        VECTOR.argpartition(type, given.address(), 1, n, k, found.address());
        assertArrayEquals(bytes(order), bytes(found), what + ", argpartition " + k);
      }
      if (n > 0) {
        partition(what + ", partition", arena, type, n, given, want, new long[] {n / 7});
        partition(what + ", partition", arena, type, n, given, want, new long[] {n / 2});
        partition(what + ", partition", arena, type, n, given, want, new long[] {0, n / 3, n / 3 + (n > 3 ? 1 : 0), n - 1});
      }
    }
  }

  private static void partition(String what, Arena arena, DType type, int n, MemorySegment given, MemorySegment want, long[] positions) {
    var got = copy(arena, given);
    VECTOR.partition(type, got.address(), 1, n, positions);
    long from = 0;
    int size = type.size();
    for (int k = 0; k <= positions.length; k++) {
      long to = k < positions.length ? positions[k] : n;
      if (to > from) {
        // Between two positions lie the elements that belong there, in any order.
        REFERENCE.sort(type, got.address() + from * size, 1, to - from);
      }
      if (k < positions.length) {
        assertArrayEquals(bytes(want.asSlice(to * size, size)), bytes(got.asSlice(to * size, size)), what + " " + to);
      }
      from = to + 1;
    }
    var sorted = copy(arena, want);
    for (int i = 0; i < n * (size / type.real().size()); i++) {
      long a = Elements.key(type.real(), sorted.address(), i);
      long b = Elements.key(type.real(), got.address(), i);
      assertEquals(a, b, what + " element " + i);
    }
  }

  private static MemorySegment copy(Arena arena, MemorySegment given) {
    return arena.allocate(given.byteSize(), 64).copyFrom(given);
  }

  @TestFactory
  Stream<DynamicTest> manyRowsLeaveEachOtherAlone() {
    return Arrays.stream(DType.values()).map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
      for (int n : new int[] {1, 31, 40, 129, 1000}) {
        int rows = 97;
        for (var name : new String[] {"special", "numbers"}) {
          try (var arena = Arena.ofConfined()) {
            var want = fill(arena, type, rows * n, patterns(type, n, 5).get(name));
            var got = copy(arena, want);
            var order = arena.allocate(8L * rows * n, 64);
            var found = arena.allocate(8L * rows * n, 64);
            REFERENCE.argsort(type, want.address(), rows, n, order.address());
            VECTOR.argsort(type, want.address(), rows, n, found.address());
            assertArrayEquals(bytes(order), bytes(found), name + " " + n);
            REFERENCE.argpartition(type, want.address(), rows, n, n / 3, order.address());
            VECTOR.argpartition(type, want.address(), rows, n, n / 3, found.address());
            assertArrayEquals(bytes(order), bytes(found), name + " " + n + ", argpartition");
            REFERENCE.sort(type, want.address(), rows, n);
            VECTOR.sort(type, got.address(), rows, n);
            assertArrayEquals(bytes(want), bytes(got), name + " " + n);
          }
        }
      }
    }));
  }

  /** However soon the limit of splitting is reached, and the JDK sorts what is left. */
  @TestFactory
  Stream<DynamicTest> badPivotsAreNoHarm() {
    return Stream.of(0, 1, 3, 8).map(depth -> DynamicTest.dynamicTest("depth " + depth, () -> {
      for (var keys : new Keys[] {new IntKeys(), new LongKeys()}) {
        var type = keys.size == 4 ? DType.int32 : DType.int64;
        int n = 50_000;
        try (var arena = Arena.ofConfined()) {
          var want = fill(arena, type, n, patterns(type, n, depth).get("numbers"));
          var got = copy(arena, want);
          REFERENCE.sort(type, want.address(), 1, n);
          Quicksort.select(keys, got.address(), 1, n, null, depth);
          assertArrayEquals(bytes(want), bytes(got));
        }
      }
    }));
  }

  /** No pattern takes quadratic time. */
  @TestFactory
  Stream<DynamicTest> noPatternIsSlow() {
    int n = 300_000;
    return patterns(DType.int64, n, 3).entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      try (var arena = Arena.ofConfined()) {
        var given = fill(arena, DType.int64, n, e.getValue());
        long begin = System.nanoTime();
        VECTOR.sort(DType.int64, given.address(), 1, n);
        assertTrue(System.nanoTime() - begin < 20_000_000_000L);
        assertTrue(new LongKeys().ascends(given.address(), n));
      }
    }));
  }
}
