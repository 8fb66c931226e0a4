package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Functions of the last axes, repeated over the others. */
class GufuncTest {
  private static final Gufunc DOT = Ufuncs.generalized("dot", "(n),(n)->()", (in, out) -> {
    double sum = 0;
    for (long i = 0; i < in[0].shape(0); i++) {
      sum += in[0].getDouble(i) * in[1].getDouble(i);
    }
    out[0].set(sum);
  });
  private static final Gufunc MATVEC = Ufuncs.generalized("matvec", "(m,n),(n)->(m)",
      (in, out) -> out[0].assign(in[0].multiply(in[1]).sum(Axes.axes(1))));
  private static final Gufunc CROSS = Ufuncs.generalized("cross", "(3), ( 3 )->(3)", (in, out) -> {
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      out[0].set(in[0].getDouble(j) * in[1].getDouble(k) - in[0].getDouble(k) * in[1].getDouble(j), i);
    }
  });

  private static NDArray numbers(long... shape) {
    return Nd.arange(orthant.layout.Shapes.size(shape)).reshape(shape).astype(DType.float64);
  }

  @Test
  void leadingAxesBroadcast() {
    LayoutsTest.ENGINES.values().forEach(engine -> engine.call(() -> {
      NDArray a = numbers(4, 1, 2, 3);
      NDArray b = numbers(5, 3);
      NDArray expected = a.multiply(b.reshape(5, 1, 3)).sum(Axes.axes(-1));
      Samples.assertSame("matvec", expected, MATVEC.apply(a, b));
      Samples.assertSame("of views", expected, MATVEC.apply(a.transpose().copy().transpose(), b.flip().copy().flip()));
      Samples.assertSame("dot", b.multiply(b).sum(Axes.axes(1)), DOT.apply(b, b));
      assertArrayEquals(new double[] {0, 0, 1}, CROSS.apply(Nd.array(1.0, 0, 0), Nd.array(0.0, 1, 0)).toDoubleArray());
      assertEquals(14, DOT.apply(Nd.array(1, 2, 3), Nd.array(1, 2, 3)).getLong());
      assertArrayEquals(new long[] {0, 2}, MATVEC.apply(numbers(0, 2, 3), numbers(3)).shape());
      assertArrayEquals(new double[] {0, 0}, MATVEC.apply(numbers(2, 0), numbers(0)).toDoubleArray());
      return null;
    }));
  }

  @Test
  void masksSayWhereTheBodyIsCalled() {
    NDArray a = numbers(3, 4);
    NDArray sums = a.multiply(a).sum(Axes.axes(1));
    NDArray mask = Nd.array(true, false, true);
    var calls = new java.util.concurrent.atomic.AtomicInteger();
    var dot = Ufuncs.generalized("dot", "(n),(n)->()", (in, out) -> {
      calls.incrementAndGet();
      out[0].assign(in[0].multiply(in[1]).sum());
    });
    Samples.assertSame("new", Nd.where(mask, sums, 0.0), dot.where(mask).apply(a, a));
    assertEquals(2, calls.get());
    NDArray out = Nd.full(DType.float64, 7.0, 3);
    assertSame(out, dot.into(out).where(mask).apply(a, a));
    Samples.assertSame("into", Nd.where(mask, sums, 7.0), out);
    NDArray narrow = Nd.full(DType.float32, 7.0, 3);
    dot.into(narrow).where(mask).apply(a, a);
    Samples.assertSame("cast", Nd.where(mask, sums, 7.0).astype(DType.float32), narrow);
    Samples.assertSame("the mask has more axes", Nd.where(Nd.array(new boolean[][] {{true}, {false}}), sums, 0.0),
        dot.where(Nd.array(new boolean[][] {{true}, {false}})).apply(a, a));
    NDArray over = numbers(4, 3);
    Gufunc running = Ufuncs.generalized("turned", "(n)->(n)", (in, o) -> o[0].assign(in[0].flip()));
    running.into(over).where(Nd.array(false, true, true, false)).apply(over);
    Samples.assertSame("over itself", Nd.array(new double[][] {{0, 1, 2}, {5, 4, 3}, {8, 7, 6}, {9, 10, 11}}), over);
    NDArray flags = Nd.array(true, true, false);
    Gufunc not = Ufuncs.generalized("not", "()->()", (in, o) -> o[0].assign(in[0].logicalNot()));
    not.into(flags).where(flags).apply(Nd.ones(DType.bool, 3));
    assertEquals("[False False False]", flags.toString());
    assertThrows(IllegalArgumentException.class, () -> dot.where(Nd.ones(3)));
    assertThrows(IllegalArgumentException.class, () -> dot.where(Nd.ones(DType.bool, 2)).apply(a, a));
  }

  @Test
  void outputsTypesAndSeveralResults() {
    NDArray a = numbers(3, 4);
    var running = Ufuncs.generalized("running", "(n)->(n)", (in, out) -> {
      double sum = 0;
      for (long i = 0; i < in[0].shape(0); i++) {
        sum += in[0].getDouble(i);
        out[0].set(sum, i);
      }
    });
    NDArray expected = a.cumsum(1);
    NDArray over = a.copy();
    assertSame(over, running.into(over).apply(over));
    Samples.assertSame("over itself", expected, over);
    NDArray narrow = Nd.empty(DType.float32, 4, 3).transpose();
    running.into(narrow).apply(a);
    Samples.assertSame("cast", expected.astype(DType.float32), Samples.copy(narrow));
    assertEquals(DType.float32, running.dtype(DType.float32).apply(Nd.arange(3)).dtype());
    var ends = Ufuncs.generalized("ends", "(n)->(),()", (in, out) -> {
      out[0].assign(in[0].get(orthant.Index.at(0)));
      out[1].assign(in[0].get(orthant.Index.at(-1)));
    });
    NDArray[] both = ends.results(Nd.arange(6).reshape(2, 3));
    Samples.assertSame("first", Nd.arange(0, 6, 3), both[0]);
    Samples.assertSame("last", Nd.arange(2, 6, 3), both[1]);
    assertThrows(IllegalArgumentException.class, () -> ends.apply(a));
    assertThrows(IllegalArgumentException.class, () -> running.into(Nd.empty(DType.int64, 3, 4)).apply(a));
    assertThrows(IllegalArgumentException.class, () -> running.into(Nd.empty(4, 3)).apply(a));
    assertThrows(UnsupportedOperationException.class,
        () -> Ufuncs.generalized("writes", "(n)->()", (in, _) -> in[0].set(1, 0)).apply(a));
  }

  private static void message(String expected, Runnable call) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void errorsNameTheDimensionAndBothSizes() {
    message("dot(n),(n)->(): dimension n is 3 in operand 0 and 4 in operand 1; they must be the same", () -> DOT.apply(Nd.ones(2, 3), Nd.ones(4)));
    message("cross(3), ( 3 )->(3) got operand 1 of shape (2, 4): axis 1 has size 4; it must be 3", () -> CROSS.apply(Nd.ones(3), Nd.ones(2, 4)));
    message("matvec(m,n),(n)->(m) got operand 0 of shape (3,), which has 1 axes; it must have 2 or more", () -> MATVEC.apply(Nd.ones(3), Nd.ones(3)));
    message("matvec(m,n),(n)->(m) takes 2 operands but got 1", () -> MATVEC.apply(Nd.ones(3)));
    message("the signature '(m)->(k)' has the dimension k in a result only; its size must be known from an operand, or be a number",
        () -> Ufuncs.generalized("f", "(m)->(k)", (_, _) -> { }));
    for (String wrong : new String[] {"", "m->n", "(m)", "(m)(n)->()", "(m,)->()", "(m),->()", "->(3)"}) {
      assertThrows(IllegalArgumentException.class, () -> Ufuncs.generalized("f", wrong, (_, _) -> { }), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> DOT.apply(Nd.ones(2, 3), Nd.ones(4, 3)));
  }

  @Test
  void sumsOfRandomMatricesAsByHand() {
    SplittableRandom random = new SplittableRandom(3);
    NDArray a = Samples.contiguous(DType.int64, random, 6, 5, 4);
    NDArray b = Samples.contiguous(DType.int64, random, 6, 4, 3);
    var product = Ufuncs.generalized("product", "(m,k),(k,n)->(m,n)", (in, out) -> {
      for (long i = 0; i < in[0].shape(0); i++) {
        for (long j = 0; j < in[1].shape(1); j++) {
          long sum = 0;
          for (long k = 0; k < in[0].shape(1); k++) {
            sum += in[0].getLong(i, k) * in[1].getLong(k, j);
          }
          out[0].setLong(sum, i, j);
        }
      }
    });
    Samples.assertSame("product", a.reshape(6, 5, 4, 1).multiply(b.reshape(6, 1, 4, 3)).sum(Axes.axes(2)), product.apply(a, b));
  }
}
