package orthant.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import orthant.DType;
import orthant.Nd;
import orthant.kernel.MatrixLoop;
import orthant.layout.Layout;
import org.junit.jupiter.api.Test;

/** The shape arithmetic of matmul; the products run on the reference engine, the only one that core has. */
class MatrixPlannerTest {
  private static MatrixLoop plan(Layout a, Layout b) {
    var c = Layout.contiguous(8, MatrixPlanner.shape(a.shape(), b.shape()));
    return MatrixPlanner.plan(DType.float64, a, 1000, b, 2000, c, 3000);
  }

  private static Layout c(long... shape) {
    return Layout.contiguous(8, shape);
  }

  @Test
  void shapesFollowNumPy() {
    assertArrayEquals(new long[] {}, MatrixPlanner.shape(new long[] {3}, new long[] {3}));
    assertArrayEquals(new long[] {2}, MatrixPlanner.shape(new long[] {2, 3}, new long[] {3}));
    assertArrayEquals(new long[] {5, 4}, MatrixPlanner.shape(new long[] {3}, new long[] {5, 3, 4}));
    assertArrayEquals(new long[] {6, 5, 2, 4}, MatrixPlanner.shape(new long[] {6, 1, 2, 3}, new long[] {5, 3, 4}));
    assertThrows(IllegalArgumentException.class, () -> MatrixPlanner.shape(new long[] {}, new long[] {3}));
    assertThrows(IllegalArgumentException.class, () -> MatrixPlanner.shape(new long[] {2, 3}, new long[] {2, 3}));
    assertThrows(IllegalArgumentException.class, () -> MatrixPlanner.shape(new long[] {2, 2, 3}, new long[] {4, 3, 1}));
  }

  @Test
  void stackAxesMerge() {
    var loop = plan(c(4, 5, 2, 3), c(4, 5, 3, 7));
    assertArrayEquals(new long[] {20}, loop.stack());
    assertArrayEquals(new long[] {2 * 3 * 8}, loop.aStack());
    assertArrayEquals(new long[] {3 * 7 * 8}, loop.bStack());
    assertEquals(20, loop.count());
  }

  @Test
  void stackTimesOneMatrixBecomesRows() {
    var loop = plan(c(4, 5, 2, 3), c(3, 7));
    assertEquals(40, loop.m());
    assertEquals(1, loop.count());
    assertEquals(1, plan(c(9, 1, 3), c(3, 7)).count());
    assertEquals(9, plan(c(9, 2, 3), c(9, 3, 7)).count());
  }

  @Test
  void broadcastStacksVisitEveryPairOnce() {
    var loop = plan(c(2, 1, 2, 3), c(5, 3, 4));
    var seen = new StringBuilder();
    long[] count = {0};
    loop.forEach((a, b, c) -> {
      assertEquals(3000 + 8L * 8 * count[0], c);
      assertEquals(1000 + 48 * (count[0] / 5), a);
      assertEquals(2000 + 96 * (count[0] % 5), b);
      count[0]++;
      seen.append('.');
    });
    assertEquals("..........", seen.toString());
  }

  @Test
  void referenceProductOfEveryType() {
    for (var dtype : DType.values()) {
      var a = Nd.ones(dtype, 2, 3);
      var b = Nd.ones(dtype, 3, 2);
      b.set(0, 1, 1);
      var c = a.matmul(b);
      assertEquals(dtype, c.dtype());
      assertEquals(dtype == DType.bool ? 1 : 3, c.getDouble(1, 0));
      assertEquals(dtype == DType.bool ? 1 : 2, c.getDouble(1, 1));
      assertEquals(0, Nd.ones(dtype, 1, 0).matmul(Nd.ones(dtype, 0, 1)).getDouble(0, 0));
    }
  }

  @Test
  void integersWrapAround() {
    var a = Nd.full(DType.int32, Integer.MAX_VALUE, 1, 2);
    assertEquals(-2, a.matmul(Nd.ones(DType.int32, 2)).getLong(0));
    var b = Nd.full(DType.int64, Long.MAX_VALUE, 1, 2);
    assertEquals(-2, b.matmul(Nd.ones(DType.int64, 2)).getLong(0));
  }
}
