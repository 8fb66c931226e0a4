package orthant.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Executor;
import orthant.kernel.Reference;
import orthant.op.Golden;
import orthant.op.Ops;
import org.junit.jupiter.api.Test;

/** The way of a call: which engine runs it, what is cut into tasks, what is refused. */
class EngineTest {
  private static Engine engine(Executor executor) {
    return Engines.of(new Reference(), executor);
  }

  /** Counts what it is asked to run. */
  private static final class Counting implements Executor {
    private final List<Long> tasks = new ArrayList<>();

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public void run(long count, long work, Tasks body) {
      tasks.add(count);
      assertTrue(work > 0);
      for (long i = 0; i < count; i++) {
        body.run(i, i + 1);
      }
    }
  }

  @Test
  void aThreadRunsCodeOnTheEngineItIsToldTo() throws InterruptedException {
    Engine outer = engine(Executor.SEQUENTIAL);
    Engine inner = engine(Executor.SEQUENTIAL);
    Engine before = Engine.current();
    outer.call(() -> {
      assertSame(outer, Engine.current());
      inner.call(() -> {
        assertSame(inner, Engine.current());
        return null;
      });
      assertSame(outer, Engine.current());
      Thread other = new Thread(() -> assertNotSame(outer, Engine.current()));
      other.start();
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return null;
    });
    Supplier<Object> fails = () -> {
      throw new IllegalStateException("on purpose");
    };
    assertThrows(IllegalStateException.class, () -> outer.call(fails));
    assertSame(before, Engine.current(), "also after an exception");
  }

  @Test
  void onlyWhatIsLargeIsCutIntoTasks() {
    Counting executor = new Counting();
    engine(executor).call(() -> {
      NDArray small = Nd.ones(LoopPlan.CHUNK);
      small.add(small).sum();
      assertEquals(List.of(), executor.tasks);
      NDArray large = Nd.ones(LoopPlan.CHUNK * 3 + 1);
      executor.tasks.clear();
      large.add(large);
      assertEquals(List.of(4L), executor.tasks);
      assertEquals(LoopPlan.CHUNK * 3 + 1.0, large.sum().getDouble());
      assertEquals(1, executor.tasks.size());
      assertEquals(FoldTree.LARGEST + 1.0, Nd.ones(FoldTree.LARGEST + 1).sum().getDouble());
      assertEquals(2L, executor.tasks.getLast());
      assertTrue(Nd.zeros(DType.bool, 100_000).logicalNot().all().getBoolean());
      return null;
    });
  }

  @Test
  void anExceptionOfATaskComesThrough() {
    Executor broken = new Executor() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public int priority() {
        return 0;
      }

      @Override
      public void run(long tasks, long work, Tasks body) {
        throw new IllegalStateException("on purpose");
      }
    };
    NDArray large = Nd.ones(FoldTree.LARGEST + 1);
    assertThrows(IllegalStateException.class, () -> engine(broken).call(() -> large.add(large)));
    assertThrows(IllegalStateException.class, () -> engine(broken).call(() -> large.sum()));
    assertEquals(2.0 * (FoldTree.LARGEST + 1), large.add(large).sum().getDouble(), "and nothing is left behind");
  }

  @Test
  void oneLoopForEqualProgramsAndOneKernelForEachWayToMove() {
    Engine engine = engine(Executor.SEQUENTIAL);
    Loop loop = engine.loop(Ops.ADD.program(DType.float64, DType.float64, DType.float64));
    assertSame(loop, engine.loop(Ops.ADD.program(DType.float64, DType.float64, DType.float64)));
    assertSame(loop.kernel(8, 8, 8), loop.kernel(8, 8, 8));
    assertSame(loop.kernel(-16, 8, 8), loop.kernel(-24, 8, 8));
    assertNotSame(loop.kernel(-16, 8, 8), loop.kernel(-8, 8, 8));
    assertNotSame(loop.kernel(16, 8, 8), loop.kernel(-8, 8, 8));
    assertNotSame(loop.kernel(8, 8, 8), loop.kernel(0, 8, 8));
    assertNotSame(loop.kernel(8, 8, 8), loop.kernel(8, 16, 8));
  }

  @Test
  void resultsKeepTheOrderOfMemory() {
    NDArray f = Nd.arange(12).reshape(3, 4).transpose();
    assertArrayEquals(new long[] {8, 32}, f.add(f).strides());
    assertArrayEquals(new long[] {8, 32}, f.sqrt().strides());
    assertArrayEquals(new long[] {24, 8}, f.copy().strides(), "a copy is in C order");
    assertTrue(f.add(f.copy()).isContiguous());
  }

  @Test
  void shapesThatDoNotBroadcastAreRefused() {
    String message = assertThrows(IllegalArgumentException.class, () -> Nd.zeros(3, 4).add(Nd.zeros(2, 4))).getMessage();
    assertEquals("cannot broadcast (3, 4) with (2, 4): axis 0 has 3 and 2; sizes must match or be 1", message);
    assertThrows(IllegalArgumentException.class, () -> Nd.zeros(3).add(Nd.zeros(0)));
    assertArrayEquals(new long[] {0}, Nd.zeros(1).add(Nd.zeros(0)).shape());
    assertArrayEquals(new long[] {0, 4}, Nd.zeros(0, 1).less(Nd.zeros(4)).shape());
  }

  @Test
  void assignmentRefusesAndChangesNothing() {
    NDArray a = Nd.array(1.0, 2, 3);
    assertThrows(UnsupportedOperationException.class, () -> a.broadcastTo(2, 3).assign(1.0));
    assertThrows(IllegalArgumentException.class, () -> a.assign(Nd.zeros(2)));
    assertThrows(IllegalArgumentException.class, () -> a.assign(Nd.zeros(2, 3)));
    Golden.assertSame("a", Nd.array(1.0, 2, 3), a);
    a.get("::2").assign(Nd.array(7, 8));
    Golden.assertSame("a", Nd.array(7.0, 2, 8), a);
    a.assign(a.get("::-1"));
    Golden.assertSame("reversed in place", Nd.array(8.0, 2, 7), a);
  }

  @Test
  void overlapIsSeenByBytes() {
    NDArray a = Nd.arange(DType.float64, 20);
    assertTrue(Overlap.meets(a, a.get("19:")));
    assertTrue(Overlap.meets(a.get("::-1"), a.get("0:1")));
    assertFalse(Overlap.meets(a.get(":10"), a.get("10:")));
    assertFalse(Overlap.meets(a.get("9::-1"), a.get("10:")));
    assertFalse(Overlap.meets(a.get("5:5"), a));
    assertFalse(Overlap.meets(a, a.copy()));
    assertFalse(Overlap.harms(a, a), "exactly the same elements in the same order");
    assertTrue(Overlap.harms(a, a.get("::-1")));
    assertTrue(Overlap.harms(a.get(":19"), a.get("1:")));
    assertTrue(Overlap.harms(a.get("0"), a), "one element for all");
    NDArray square = a.get(":16").reshape(4, 4);
    assertTrue(Overlap.harms(square.transpose(), square));
  }

  @Test
  void enginesAreNamed() {
    assertEquals("reference", Engines.sources().getFirst().name());
    assertEquals("sequential", Engines.executors().getFirst().name());
    assertEquals("reference", engine(Executor.SEQUENTIAL).kernels().name());
    assertSame(Executor.SEQUENTIAL, engine(Executor.SEQUENTIAL).executor());
  }
}
