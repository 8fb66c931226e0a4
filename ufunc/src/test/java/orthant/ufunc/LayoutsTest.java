package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Executor;
import orthant.kernel.KernelSource;
import orthant.layout.Layout;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Engines;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation on every engine and every layout gives the bits of the reference engine on copies in C order. */
class LayoutsTest {
  static final Map<String, Engine> ENGINES = Engines.sources().stream()
      .collect(Collectors.toMap(KernelSource::name, s -> Engines.of(s, Executor.SEQUENTIAL), (a, b) -> a, LinkedHashMap::new));
  static final Engine REFERENCE = ENGINES.get("reference");
  private static final List<Op> TABLE = Ops.table().values().stream().sorted((a, b) -> a.id() - b.id()).toList();

  @Test
  void allEnginesAreThere() {
    assertEquals(java.util.Set.of("reference", "compiled", "scalar", "vector"), ENGINES.keySet());
    assertEquals("compiled", Engine.current().kernels().name());
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return Forms.shapes();
  }

  @Provide
  Arbitrary<Forms.Form> forms() {
    return Forms.forms();
  }

  @Provide
  Arbitrary<Op> operations() {
    return Arbitraries.of(TABLE);
  }

  static NDArray apply(Op op, NDArray... x) {
    return switch (x.length) {
      case 1 -> Engine.apply(op, x[0]);
      case 2 -> Engine.apply(op, x[0], x[1]);
      default -> Engine.apply(op, x);
    };
  }

  static boolean defined(Op op, DType... types) {
    try {
      op.result(types);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void anyLayout(
      @ForAll("operations") Op op, @ForAll("shapes") long[] shape, @ForAll("forms") Forms.Form f, @ForAll("forms") Forms.Form g,
      @ForAll("forms") Forms.Form h, @ForAll DType a, @ForAll DType b, @ForAll DType c, @ForAll long seed) {
    DType[] types = Arrays.copyOf(new DType[] {a, b, c}, op.arity());
    if (!defined(op, types)) {
      return;
    }
    Forms.Form[] forms = {f, g, h};
    SplittableRandom random = new SplittableRandom(seed);
    NDArray[] operands = new NDArray[types.length];
    NDArray[] copies = new NDArray[types.length];
    for (int i = 0; i < types.length; i++) {
      operands[i] = Samples.laidOut(types[i], random, forms[i].layout(types[i].size(), shape), forms[i].offset());
      copies[i] = Samples.copy(operands[i]);
    }
    NDArray expected = REFERENCE.call(() -> apply(op, copies));
    ENGINES.forEach((name, engine) -> {
      NDArray actual = engine.call(() -> apply(op, operands));
      Samples.assertSame(name + ": " + op + Arrays.toString(types), expected, actual);
      Layout layout = orthant.kernel.Access.door().layout(actual);
      assertEquals(actual.size() * actual.dtype().size(), layout.highByte(actual.dtype().size()), "a result has no gaps");
    });
  }

  /** Short lengths: whole vectors of any width, and any number of elements left over. */
  @TestFactory
  List<DynamicTest> everyLengthUpTo70() {
    return TABLE.stream().map(op -> DynamicTest.dynamicTest(op.name(), () -> {
      for (DType type : DType.values()) {
        DType[] types = new DType[op.arity()];
        Arrays.fill(types, type);
        if (defined(op, types)) {
          boolean all = (type.ordinal() + op.id()) % 3 == 0;
          lengths(op, types, all ? IntStream.range(0, 71).toArray() : new int[] {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 70});
        }
      }
    })).toList();
  }

  /** Every type, pairs of types in turn, and every way the operands can move: side by side, not at all, with gaps. */
  @TestFactory
  List<DynamicTest> everyTypeAndStep() {
    return TABLE.stream().map(op -> DynamicTest.dynamicTest(op.name(), () -> {
      int n = DType.values().length;
      for (int code = 0; code < Math.pow(n, op.arity()); code++) {
        DType[] types = new DType[op.arity()];
        for (int i = 0, rest = code; i < types.length; i++, rest /= n) {
          types[i] = DType.values()[rest % n];
        }
        // With 14 types not every combination can be compiled in all its forms: one in so many, others for other operations.
        boolean same = Arrays.stream(types).skip(types.length - 1).allMatch(t -> t == types[Math.max(0, types.length - 2)]);
        boolean chosen = same ? op.arity() < 3 || types[0] == DType.bool : (code + 5 * op.id()) % (op.arity() < 3 ? 13 : 211) == 0;
        if (chosen && defined(op, types)) {
          steps(op, same && (types[types.length - 1].ordinal() + op.id()) % 4 == 0, types);
        }
      }
    })).toList();
  }

  private static void steps(Op op, boolean all, DType... types) {
    SplittableRandom random = new SplittableRandom(op.id());
    int[] factors = types.length < 3 && all ? new int[] {1, 0, 2, 3, -2} : new int[] {1, 0, 3};
    int n = 37;
    for (int code = 0; code < Math.pow(factors.length, types.length); code++) {
      NDArray[] operands = new NDArray[types.length];
      for (int i = 0, rest = code; i < types.length; i++, rest /= factors.length) {
        long stride = (long) factors[rest % factors.length] * types[i].size();
        operands[i] = Samples.laidOut(types[i], random, Layout.of(new long[] {n}, new long[] {stride}), 0);
      }
      check(op, "with steps " + code, operands);
    }
  }

  /** Elements with gaps: whole vectors, any number of elements left over, several rows. */
  @TestFactory
  List<DynamicTest> everyLengthWithGaps() {
    return List.of(Ops.ADD, Ops.SQRT, Ops.LESS, Ops.COPY, Ops.LOGICAL_OR).stream().map(op -> DynamicTest.dynamicTest(op.name(), () -> {
      SplittableRandom random = new SplittableRandom(12);
      for (DType type : DType.values()) {
        for (int factor = 2; factor <= 5; factor++) {
          for (int n = 1; n < 71; n += n < 20 ? 1 : 7) {
            NDArray[] lines = new NDArray[op.arity()];
            NDArray[] rows = new NDArray[op.arity()];
            for (int i = 0; i < lines.length; i++) {
              long stride = (long) factor * type.size();
              lines[i] = Samples.laidOut(type, random, Layout.of(new long[] {n}, new long[] {stride}), 0);
              rows[i] = Samples.laidOut(type, random, Layout.of(new long[] {3, n}, new long[] {stride * n + 1, stride}), 0);
            }
            check(op, "of " + n + ", every " + factor, lines);
            check(op, "rows of " + n + ", every " + factor, rows);
          }
        }
      }
    })).toList();
  }

  private static void lengths(Op op, DType[] types, int... lengths) {
    SplittableRandom random = new SplittableRandom(op.id());
    int most = Arrays.stream(lengths).max().orElseThrow();
    NDArray[] operands = new NDArray[types.length];
    for (int i = 0; i < types.length; i++) {
      operands[i] = Samples.contiguous(types[i], random, most);
    }
    for (int n : lengths) {
      NDArray[] parts = new NDArray[types.length];
      for (int i = 0; i < types.length; i++) {
        parts[i] = operands[i].get("0:" + n);
      }
      check(op, "of " + n, parts);
    }
  }

  private static void check(Op op, String what, NDArray... operands) {
    NDArray expected = REFERENCE.call(() -> apply(op, operands));
    ENGINES.forEach((name, engine) -> {
      if (engine != REFERENCE) {
        Samples.assertSame(name + ": " + op + types(operands) + " " + what, expected, engine.call(() -> apply(op, operands)));
      }
    });
  }

  private static String types(NDArray... operands) {
    return Arrays.stream(operands).map(NDArray::dtype).toList().toString();
  }

  /** Around the size of a chunk, in one piece and in rows. */
  @TestFactory
  List<DynamicTest> aroundTheChunk() {
    int[] lengths = {4095, 4096, 4097, 8191, 8192, 8193, 10007};
    return List.of(Ops.ADD, Ops.LESS, Ops.WHERE, Ops.COPY, Ops.EXP, Ops.LOGICAL_AND).stream().map(op -> DynamicTest.dynamicTest(op.name(), () -> {
      SplittableRandom random = new SplittableRandom(7);
      for (DType type : List.of(DType.float64, DType.float32, DType.int32, DType.bool)) {
        for (int n : lengths) {
          NDArray[] flat = new NDArray[op.arity()];
          NDArray[] rows = new NDArray[op.arity()];
          NDArray[] columns = new NDArray[op.arity()];
          for (int i = 0; i < flat.length; i++) {
            flat[i] = Samples.contiguous(type, random, n);
            rows[i] = Samples.laidOut(type, random, Layout.of(new long[] {2, n}, new long[] {(n + 3L) * type.size(), type.size()}), 1);
            columns[i] = Samples.laidOut(type, random, Layout.of(new long[] {n, 3}, new long[] {4L * type.size(), type.size()}), 0);
          }
          check(op, "flat " + n, flat);
          check(op, "rows " + n, rows);
          check(op, "columns " + n, columns);
        }
      }
    })).toList();
  }

  @Test
  void truthValuesOtherThanOneAreTrue() {
    var bytes = java.lang.foreign.MemorySegment.ofArray(new byte[] {0, 1, 2, -1, 127, -128, 0, 64, 5, 0, 0, 1, 3, 0, 9, 0, 4, 0, 1});
    NDArray a = Samples.contiguous(DType.bool, new SplittableRandom(1), bytes.byteSize());
    for (long i = 0; i < bytes.byteSize(); i++) {
      orthant.memory.Raw.setByte(orthant.kernel.Access.door().address(a) + i, bytes.get(java.lang.foreign.ValueLayout.JAVA_BYTE, i));
    }
    assertTrue(a.size() > 8);
    for (Op op : List.of(Ops.COPY, Ops.LOGICAL_NOT, Ops.ADD, Ops.MULTIPLY, Ops.EQUAL, Ops.LESS, Ops.ABS, Ops.MAXIMUM)) {
      NDArray[] operands = new NDArray[op.arity()];
      Arrays.fill(operands, a);
      check(op, "of bytes other than 0 and 1", operands);
      for (long bit : Samples.bits(REFERENCE.call(() -> apply(op, operands)))) {
        assertTrue(bit == 0 || bit == 1);
      }
    }
  }
}
