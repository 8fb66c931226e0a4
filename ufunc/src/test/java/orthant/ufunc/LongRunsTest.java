package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Reductions, partial results and changes in place that take more than one kernel call, against loops in Java. */
class LongRunsTest {
  private static long[] random(int n, long bound) {
    return new SplittableRandom(n).longs(n, -bound, bound).toArray();
  }

  private static void onEveryEngine(Runnable check) {
    LayoutsTest.ENGINES.values().forEach(engine -> engine.call(() -> {
      check.run();
      return null;
    }));
  }

  @Test
  void chainsGoOnWhereTheLastCallEnded() {
    long[] x = random(20_000, 1L << 40);
    long[] running = x.clone();
    long xor = x[0];
    for (int i = 1; i < x.length; i++) {
      running[i] = running[i - 1] - x[i];
      xor ^= x[i];
    }
    long expected = xor;
    onEveryEngine(() -> {
      NDArray a = Nd.array(x);
      assertArrayEquals(running, Ufuncs.subtract.accumulate(a).toLongArray());
      assertEquals(running[x.length - 1], Ufuncs.subtract.reduce(a).getLong());
      assertEquals(expected, Ufuncs.bitwiseXor.reduce(a).getLong());
      NDArray backwards = Nd.array(x).flip().copy().flip();
      assertArrayEquals(running, Ufuncs.subtract.accumulate(backwards).toLongArray());
      NDArray wide = Nd.stack(a, a.multiply(2));
      for (NDArray turned : new NDArray[] {wide, wide.transpose().copy().transpose()}) {
        NDArray results = Ufuncs.subtract.accumulate(turned, 1);
        assertArrayEquals(running, results.get("0").toLongArray());
        assertEquals(2 * running[x.length - 1], Ufuncs.subtract.reduce(turned, Axes.axes(1)).getLong(1));
      }
    });
  }

  @Test
  void manyColumnsGoInStrips() {
    long[] x = random(30 * 1300, 1000);
    onEveryEngine(() -> {
      NDArray a = Nd.array(x).reshape(30, 1300);
      long[] folded = Ufuncs.subtract.reduce(a).toLongArray();
      long[] last = Ufuncs.subtract.accumulate(a).get("-1").toLongArray();
      for (int column = 0; column < 1300; column++) {
        long want = x[column];
        for (int row = 1; row < 30; row++) {
          want -= x[row * 1300 + column];
        }
        assertEquals(want, folded[column]);
        assertEquals(want, last[column]);
      }
    });
  }

  @Test
  void slicesLongAndShort() {
    long[] x = random(40_000, 1000);
    int[] from = {0, 20_000, 20_010, 20_020, 20_030, 20_035, 3, 3, 39_000};
    onEveryEngine(() -> {
      for (Ufunc f : new Ufunc[] {Ufuncs.add, Ufuncs.subtract}) {
        long[] got = f.reduceat(Nd.array(x), Nd.array(from)).toLongArray();
        for (int i = 0; i < from.length; i++) {
          int to = i + 1 < from.length ? from[i + 1] : x.length;
          long want = x[from[i]];
          for (int k = from[i] + 1; k < to; k++) {
            want = f == Ufuncs.add ? want + x[k] : want - x[k];
          }
          assertEquals(want, got[i], f + " of slice " + i);
        }
      }
    });
  }

  @Test
  void changesInPlaceGoInOrder() {
    long[] where = random(9003, 700);
    long[] values = random(9003, 1 << 20);
    long[] want = new long[700];
    for (int i = 0; i < where.length; i++) {
      int at = (int) Math.floorMod(where[i], 700L);
      want[at] = 3 * want[at] - values[i];
    }
    var step = Ufuncs.of("step", (long a, long b) -> 3 * a - b);
    onEveryEngine(() -> {
      NDArray positions = Nd.array(where);
      NDArray b = Nd.array(values);
      assertArrayEquals(want, step.at(Nd.zeros(DType.int64, 700), positions, b).toLongArray(), "positions");
      assertArrayEquals(want, step.at(Nd.zeros(DType.int64, 700), positions.astype(DType.int32), b).toLongArray(), "of another type");
      assertArrayEquals(want, step.at(Nd.zeros(DType.int64, 700, 2).get("::-1, 1"), positions.add(1).negative(), b).get("::-1").toLongArray(),
          "of a strided array");
      assertArrayEquals(want, step.at(Nd.zeros(DType.int64, 700), positions.reshape(3, 3001), b.reshape(3, 3001)).toLongArray(), "of two axes");
      NDArray kept = Nd.ones(DType.int64, 700);
      NDArray outside = positions.copy();
      outside.setLong(700, 8999);
      assertThrows(IndexOutOfBoundsException.class, () -> step.at(kept, outside, b));
      assertThrows(IndexOutOfBoundsException.class, () -> step.at(kept, outside.astype(DType.int32), b));
      assertEquals(700, kept.sum().getLong(), "nothing has changed");
    });
  }

  @Test
  void outputsWithGaps() {
    var cube = Ufuncs.of("cube", (float v) -> v * v * v);
    var twice = Ufuncs.of("twice", (int v) -> 2 * v);
    onEveryEngine(() -> {
      NDArray out = Nd.zeros(DType.float32, 1100, 3);
      cube.into(out.get("::-1, 1")).apply(Nd.arange(DType.float32, 1100));
      NDArray whole = Nd.zeros(DType.int32, 1100, 3);
      twice.into(whole.get(":, 2")).apply(Nd.arange(DType.int32, 2200).get("::2"));
      for (int i = 0; i < 1100; i++) {
        assertEquals((float) i * i * i, (float) out.getDouble(1099 - i, 1));
        assertEquals(0, out.getDouble(i, 0));
        assertEquals(4 * i, whole.getLong(i, 2));
      }
    });
  }
}
