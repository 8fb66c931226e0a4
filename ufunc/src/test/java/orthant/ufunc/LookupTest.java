package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.SplittableRandom;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Table;
import orthant.kernel.Step;
import orthant.plan.Engines;
import org.junit.jupiter.api.Test;

/** Lookups in tables of every size, in every form: a vector holds several small tables, and several vectors one large one. */
class LookupTest {
  private static final int N = 77;

  @Test
  void doubles() {
    for (int size = 2; size <= 64; size *= 2) {
      double[] values = new SplittableRandom(size).doubles(size).toArray();
      Table table = Table.of(values);
      Code code = new Code();
      Program program = code.returns(DType.float64, code.input(DType.int64).lookup(table));
      long[] at = new SplittableRandom(1).longs(N).toArray();
      double[] want = new double[N];
      for (int i = 0; i < N; i++) {
        want[i] = values[(int) Math.floorMod(at[i], (long) size)];
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_LONG, at);
        MemorySegment out = arena.allocate(8 * N, 64);
        run(program, in, out, 8, () -> assertArrayEquals(want, out.toArray(ValueLayout.JAVA_DOUBLE), table + " at " + program));
      }
    }
  }

  @Test
  void floats() {
    for (int size = 2; size <= 64; size *= 2) {
      double[] values = new SplittableRandom(size).doubles(size).toArray();
      Table table = Table.ofFloats(values);
      Code code = new Code();
      Program program = code.returns(DType.float32, code.input(DType.int32).lookup(table));
      int[] at = new SplittableRandom(2).ints(N).toArray();
      float[] want = new float[N];
      for (int i = 0; i < N; i++) {
        want[i] = (float) values[Math.floorMod(at[i], size)];
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_INT, at);
        MemorySegment out = arena.allocate(4 * N, 64);
        run(program, in, out, 4, () -> assertArrayEquals(want, out.toArray(ValueLayout.JAVA_FLOAT), table + " at " + program));
      }
    }
  }

  private static void run(Program program, MemorySegment in, MemorySegment out, long size, Runnable check) {
    assertTrue(Engines.sources().size() >= 4);
    for (var source : Engines.sources()) {
      out.fill((byte) -1);
      source.map(program, List.of(Step.UNIT, Step.UNIT)).run(new long[] {1, N, in.address(), size, 0, out.address(), size, 0});
      check.run();
    }
  }

  @Test
  void whatIsNoTable() {
    assertThrows(IllegalArgumentException.class, () -> Table.of(1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> Table.of(1));
    assertThrows(IllegalArgumentException.class, () -> Table.of(new double[128]));
    Table table = Table.ofFloats(1, 2);
    Code code = new Code();
    assertThrows(IllegalArgumentException.class, () -> code.input(DType.int64).lookup(table));
    assertThrows(IllegalArgumentException.class, () -> code.input(DType.float32).lookup(table));
  }
}
