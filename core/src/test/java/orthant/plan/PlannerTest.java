package orthant.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import orthant.kernel.Executor;
import orthant.layout.Layout;
import org.junit.jupiter.api.Test;

/** A plan visits the elements of the broadcast shape, each once, whatever it does with the axes. */
class PlannerTest {
  private static final Executor BACKWARDS = new Executor() {
    @Override
    public String name() {
      return "backwards";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public void run(long tasks, long work, Tasks body) {
      for (long i = tasks - 1; i >= 0; i--) {
        body.run(i, i + 1);
      }
    }
  };

  /** A case: a shape, and operands that broadcast to it, the last one a result of the shape itself. */
  private record Operands(long[] shape, Layout[] layouts, long[] addresses) {
    static Operands random(SplittableRandom random) {
      int ndim = random.nextInt(6);
      long[] shape = new long[ndim];
      long size = 1;
      for (int i = 0; i < ndim; i++) {
        shape[i] = new long[] {1, 2, 3, 4, 7, random.nextInt(0, 40), random.nextInt(0, 9000)}[random.nextInt(7)];
        if (size * Math.max(shape[i], 1) > 20_000) {
          shape[i] = 1;
        }
        size *= Math.max(shape[i], 1);
      }
      Layout[] layouts = new Layout[random.nextInt(1, 5)];
      long[] addresses = new long[layouts.length];
      for (int k = 0; k < layouts.length; k++) {
        layouts[k] = layout(random, shape, k == layouts.length - 1);
        addresses[k] = (k + 1) * 1_000_000_000L;
      }
      return new Operands(shape, layouts, addresses);
    }

    private static Layout layout(SplittableRandom random, long[] whole, boolean result) {
      int drop = result || random.nextInt(3) > 0 ? 0 : random.nextInt(whole.length + 1);
      long[] shape = Arrays.copyOfRange(whole, drop, whole.length);
      List<Integer> order = new ArrayList<>();
      for (int i = shape.length - 1; i >= 0; i--) {
        order.add(i);
        shape[i] = !result && random.nextInt(4) == 0 ? 1 : shape[i];
      }
      if (random.nextBoolean()) {
        Collections.shuffle(order, new java.util.Random(random.nextLong()));
      }
      int[] factors = random.nextBoolean() ? new int[] {1} : new int[] {1, -1, 2, result ? 3 : 0};
      long[] strides = new long[shape.length];
      long step = 8;
      for (int axis : order) {
        int factor = factors[random.nextInt(factors.length)];
        strides[axis] = step * factor;
        step *= Math.max(1, Math.abs(factor)) * Math.max(1, shape[axis]);
      }
      return Layout.of(shape, strides);
    }

    LoopPlan plan() {
      return Planner.plan(shape, layouts, addresses);
    }

    /** For each element of the result by its address, the addresses of the operands, from the definition. */
    Map<Long, List<Long>> expected() {
      Map<Long, List<Long>> all = new HashMap<>();
      long[] index = new long[shape.length];
      long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      for (long i = 0; i < size; i++) {
        long rest = i;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
          index[axis] = rest % shape[axis];
          rest /= shape[axis];
        }
        List<Long> at = new ArrayList<>();
        for (int k = 0; k < layouts.length; k++) {
          int extra = shape.length - layouts[k].ndim();
          long address = addresses[k];
          for (int axis = 0; axis < layouts[k].ndim(); axis++) {
            address += (layouts[k].shape(axis) == 1 ? 0 : index[axis + extra]) * layouts[k].stride(axis);
          }
          at.add(address);
        }
        all.put(at.getLast(), at);
      }
      return all;
    }
  }

  /** The addresses a plan's kernel calls cover, and what must hold for each call. */
  private static Map<Long, List<Long>> visited(LoopPlan plan, Executor executor) {
    Map<Long, List<Long>> all = new HashMap<>();
    plan.run(frame -> {
      long elements = frame[0] * frame[1];
      long widest = 1;
      for (int k = 0; k < plan.operands(); k++) {
        widest = Math.max(widest, Math.abs(plan.stride(k)));
      }
      boolean fits = elements <= LoopPlan.CHUNK || frame[0] == 1 && elements * widest <= 8 * LoopPlan.CHUNK;
      assertTrue(elements > 0 && fits, "a call covers " + frame[0] + " x " + frame[1]);
      for (long row = 0; row < frame[0]; row++) {
        for (long column = 0; column < frame[1]; column++) {
          List<Long> at = new ArrayList<>();
          for (int k = 0; k < plan.operands(); k++) {
            at.add(frame[2 + 3 * k] + column * frame[3 + 3 * k] + row * frame[4 + 3 * k]);
            assertEquals(plan.stride(k), frame[3 + 3 * k]);
          }
          assertEquals(null, all.put(at.getLast(), at), "an element of the result is computed twice");
        }
      }
    }, executor, 1);
    return all;
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyElementIsVisitedOnce(@ForAll long seed) {
    Operands operands = Operands.random(new SplittableRandom(seed));
    LoopPlan plan = operands.plan();
    Map<Long, List<Long>> expected = operands.expected();
    assertEquals(expected.size(), plan.size());
    assertEquals(expected, visited(plan, Executor.SEQUENTIAL));
    assertEquals(expected, visited(plan, BACKWARDS), "tasks are independent");
  }

  private static LoopPlan plan(long[] shape, Layout... layouts) {
    return Planner.plan(shape, layouts, new long[layouts.length]);
  }

  @Test
  void contiguousOperandsBecomeOneLoop() {
    Layout c = Layout.contiguous(8, 5, 1, 7, 3);
    LoopPlan plan = plan(c.shape(), c, c);
    assertEquals(1, plan.loops());
    assertEquals(105, plan.dim(0));
    assertEquals(8, plan.stride(0));
  }

  @Test
  void fortranOrderAndReversedAxesBecomeOneLoopToo() {
    Layout f = Layout.of(new long[] {4, 5, 6}, new long[] {8, 32, 160});
    assertEquals(1, plan(f.shape(), f, f).loops());
    Layout back = Layout.of(new long[] {4, 5, 6}, new long[] {-240, -48, -8});
    LoopPlan plan = plan(back.shape(), back, back);
    assertEquals(1, plan.loops());
    assertEquals(8, plan.stride(1), "walked from the lowest address on");
  }

  @Test
  void theInnermostLoopFollowsTheResult() {
    Layout c = Layout.contiguous(8, 100, 200);
    Layout transposed = Layout.of(new long[] {100, 200}, new long[] {8, 800});
    LoopPlan plan = plan(c.shape(), transposed, c);
    assertEquals(8, plan.stride(1));
    assertEquals(800, plan.stride(0));
    assertEquals(8, plan(c.shape(), c, transposed).stride(1));
  }

  @Test
  void repeatedOperandsDoNotMove() {
    Layout row = Layout.contiguous(8, 200);
    Layout column = Layout.contiguous(8, 100, 1);
    Layout c = Layout.contiguous(8, 100, 200);
    LoopPlan plan = plan(c.shape(), row, column, c);
    assertEquals(2, plan.loops());
    assertEquals(8, plan.stride(0));
    assertEquals(0, plan.stride(1));
  }

  @Test
  void resultsTakeTheOrderOfTheirOperands() {
    Layout c = Layout.contiguous(4, 3, 4, 5);
    Layout f = Layout.of(new long[] {3, 4, 5}, new long[] {8, 24, 96});
    assertEquals(Layout.contiguous(8, 3, 4, 5), Planner.result(8, c.shape(), c));
    assertEquals(f, Planner.result(8, f.shape(), f), "Fortran order stays");
    assertEquals(Layout.contiguous(8, 3, 4, 5), Planner.result(8, c.shape(), f, c), "the later operand decides between both");
    assertEquals(Layout.contiguous(8, 0, 4), Planner.result(8, new long[] {0, 4}, Layout.contiguous(4, 0, 4)));
    assertArrayEquals(new long[0], Planner.result(8, new long[0]).shape());
  }

  @Test
  void theCutDependsOnSizesAlone() {
    Layout c = Layout.contiguous(8, 10_000);
    assertEquals(3, plan(c.shape(), c).tasks());
    Layout rows = Layout.of(new long[] {10, 5000}, new long[] {80_000, 8});
    assertEquals(20, plan(rows.shape(), rows).tasks());
    Layout few = Layout.of(new long[] {5000, 3}, new long[] {80, 8});
    assertEquals((5000 + 1364) / 1365, plan(few.shape(), few).tasks());
    assertEquals(0, plan(new long[] {0, 3}, Layout.contiguous(8, 0, 3)).tasks());
    Layout bytes = Layout.contiguous(1, 100_000);
    assertEquals(4, plan(bytes.shape(), bytes, bytes).tasks(), "pieces of 32 KB");
    assertEquals(25, plan(bytes.shape(), bytes, Layout.contiguous(8, 100_000)).tasks(), "the widest operand decides");
    assertEquals(1, plan(new long[0], Layout.contiguous(8)).tasks());
  }

  @Test
  void whatDoesNotBroadcastIsRefused() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> Planner.broadcastStrides(Layout.contiguous(8, 2, 4), new long[] {3, 4})).getMessage();
    assertEquals("cannot broadcast (2, 4) to (3, 4); counted from the last axis, sizes must match or be 1", message);
    assertThrows(IllegalArgumentException.class, () -> Planner.broadcastStrides(Layout.contiguous(8, 1, 4), new long[] {4}));
    assertArrayEquals(new long[] {0, 0, 8}, Planner.broadcastStrides(Layout.contiguous(8, 1, 4), new long[] {5, 3, 4}));
  }
}
