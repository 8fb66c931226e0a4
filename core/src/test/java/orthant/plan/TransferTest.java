package orthant.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.Nd;
import orthant.NDArray;
import orthant.kernel.Executor;
import orthant.layout.Layout;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final int[] ITEMS = {1, 2, 4, 8, 16};

  /** Sizes at which squares, runs, patterns and tasks begin and end. */
  private static final long[] SIZES = {0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 64, 96, 97, 127, 128, 129, 130, 257};

  /** Runs tasks in the wrong order, each by itself. */
  private static final Executor BACKWARDS = new Executor() {
    @Override
    public String name() {
      return "backwards";
    }

    @Override
    public int priority() {
      return -1;
    }

    @Override
    public void run(long tasks, long work, Tasks body) {
      for (long t = tasks - 1; t >= 0; t--) {
        body.run(t, t + 1);
      }
    }
  };

  /** A layout with its axes in some order in memory, some of them turned around, spread or (if allowed) repeated. */
  private static Layout layout(Random random, int item, long[] shape, boolean repeats) {
    int n = shape.length;
    long[] strides = new long[n];
    boolean[] placed = new boolean[n];
    long step = item;
    for (int k = 0; k < n; k++) {
      int axis = random.nextInt(n);
      while (placed[axis]) {
        axis = (axis + 1) % n;
      }
      placed[axis] = true;
      if (repeats && random.nextInt(6) == 0) {
        continue;
      }
      step *= random.nextInt(4) == 0 ? 2 : 1;
      strides[axis] = random.nextInt(4) == 0 ? -step : step;
      step *= Math.max(1, shape[axis]);
    }
    return Layout.of(shape, strides);
  }

  private static MemorySegment memory(Arena arena, Layout layout, int item, int pad) {
    return arena.allocate(layout.highByte(item) - layout.lowByte() + 2L * pad + 1, 1);
  }

  @Property(tries = 400)
  void everyByteGoesWhereItBelongsAndNoOther(@ForAll long seed, @ForAll @IntRange(max = 4) int ndim) {
    var random = new Random(seed);
    int item = ITEMS[random.nextInt(ITEMS.length)];
    long[] shape = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      shape[i] = ndim < 3 ? SIZES[random.nextInt(SIZES.length)] : SIZES[random.nextInt(9)];
    }
    check(random, item, layout(random, item, shape, true), layout(random, item, shape, false));
  }

  private static void check(Random random, int item, Layout from, Layout to) {
    try (var arena = Arena.ofConfined()) {
      int pad = 40;
      var source = memory(arena, from, item, pad);
      var target = memory(arena, to, item, pad);
      for (long i = 0; i < source.byteSize(); i++) {
        source.set(java.lang.foreign.ValueLayout.JAVA_BYTE, i, (byte) random.nextInt());
      }
      target.fill((byte) 0x5a);
      var expected = arena.allocate(target.byteSize());
      expected.copyFrom(target);
      long s = pad - from.lowByte();
      long d = pad - to.lowByte();
      long[] shape = to.shape();
      for (long i = 0; i < to.size(); i++) {
        long rest = i;
        long a = s;
        long b = d;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
          a += rest % shape[axis] * from.stride(axis);
          b += rest % shape[axis] * to.stride(axis);
          rest /= shape[axis];
        }
        MemorySegment.copy(source, a, expected, b, item);
      }
      long room = random.nextBoolean() ? 0 : Long.MAX_VALUE;
      Transfer.copy(from, source.address() + s, to, target.address() + d, item, room, random.nextBoolean() ? BACKWARDS : Executor.SEQUENTIAL);
      assertEquals(-1, expected.mismatch(target), "item " + item + " from " + from + " to " + to);
    }
  }

  /** More than two pieces of 4 MB, and a rest. */
  @Test
  void veryLargeOnesAreCutIntoLargePieces() {
    var random = new Random(4);
    for (int k = 0; k < 3; k++) {
      var plain = Layout.contiguous(8, 1_100_003);
      check(random, 8, plain, plain);
    }
  }

  @Test
  void largeOnesAreCutIntoTasks() {
    var random = new Random(3);
    for (int item : ITEMS) {
      for (long[] shape : new long[][] {
        {70_001}, {300, 301}, {2, 200, 201}, {3, 40_000}, {40_000, 3}, {5, 5, 1000}, {20_000, 2, 3}, {3, 20_000, 2}, {30, 2, 40, 5, 6}
      }) {
        for (int k = 0; k < 6; k++) {
          check(random, item, layout(random, item, shape, true), layout(random, item, shape, false));
        }
      }
    }
  }

  @Test
  void payloadsOfNaNsAreKept() {
    int signalling = 0x7f800123;
    var a = Nd.empty(DType.float32, 3, 3);
    a.segment().fill((byte) 0);
    a.segment().set(java.lang.foreign.ValueLayout.JAVA_INT, 4, signalling);
    NDArray turned = a.T().copy();
    assertEquals(signalling, turned.segment().get(java.lang.foreign.ValueLayout.JAVA_INT, 12));
  }
}
