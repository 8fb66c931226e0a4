package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import orthant.Axes;
import orthant.Casting;
import orthant.Complex;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Universal functions of Java functions: every type, arity and number of results, on every engine, in all their uses. */
class UserFunctionsTest {
  /** An interface of the user, of several types. */
  @FunctionalInterface
  public interface Mixed {
    double of(double x, int n, boolean add);
  }

  /** Results of several types. */
  public record Parts(double whole, int exponent, Complex both) {}

  /** A function with such results. */
  @FunctionalInterface
  public interface ToParts {
    Parts of(double x);
  }

  private static void same(Supplier<NDArray> expected, Supplier<NDArray> actual) {
    NDArray want = expected.get();
    LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(name, want, engine.call(actual::get)));
  }

  private static NDArray random(DType type, long seed, long... shape) {
    return Samples.contiguous(type, new SplittableRandom(seed), shape);
  }

  @Test
  void everyTypeAndArity() {
    for (long n : new long[] {1, 7, 30, 1500}) {
      NDArray[] d = operands(DType.float64, n);
      same(() -> d[0].multiply(d[0]), () -> Ufuncs.of("f", (double a) -> a * a).apply(d[0]));
      same(() -> d[0].multiply(d[1]), () -> Ufuncs.of("f", (double a, double b) -> a * b).apply(d[0], d[1]));
      same(() -> d[0].multiply(d[1]).add(d[2]), () -> Ufuncs.of("f", (double a, double b, double c) -> a * b + c).apply(d[0], d[1], d[2]));
      same(() -> d[0].multiply(d[1]).add(d[2].multiply(d[3])),
          () -> Ufuncs.of("f", (double a, double b, double c, double e) -> a * b + c * e).apply(d));
      NDArray[] f = operands(DType.float32, n);
      same(() -> f[0].multiply(f[0]), () -> Ufuncs.of("f", (float a) -> a * a).apply(f[0]));
      same(() -> f[0].multiply(f[1]), () -> Ufuncs.of("f", (float a, float b) -> a * b).apply(f[0], f[1]));
      same(() -> f[0].multiply(f[1]).add(f[2]), () -> Ufuncs.of("f", (float a, float b, float c) -> a * b + c).apply(f[0], f[1], f[2]));
      same(() -> f[0].multiply(f[1]).add(f[2].multiply(f[3])),
          () -> Ufuncs.of("f", (float a, float b, float c, float e) -> a * b + c * e).apply(f));
      NDArray[] l = operands(DType.int64, n);
      same(() -> l[0].multiply(l[0]), () -> Ufuncs.of("f", (long a) -> a * a).apply(l[0]));
      same(() -> l[0].multiply(l[1]), () -> Ufuncs.of("f", (long a, long b) -> a * b).apply(l[0], l[1]));
      same(() -> l[0].multiply(l[1]).add(l[2]), () -> Ufuncs.of("f", (long a, long b, long c) -> a * b + c).apply(l[0], l[1], l[2]));
      same(() -> l[0].multiply(l[1]).add(l[2].multiply(l[3])),
          () -> Ufuncs.of("f", (long a, long b, long c, long e) -> a * b + c * e).apply(l));
      NDArray[] i = operands(DType.int32, n);
      same(() -> i[0].multiply(i[0]), () -> Ufuncs.of("f", (int a) -> a * a).apply(i[0]));
      same(() -> i[0].multiply(i[1]), () -> Ufuncs.of("f", (int a, int b) -> a * b).apply(i[0], i[1]));
      same(() -> i[0].multiply(i[1]).add(i[2]), () -> Ufuncs.of("f", (int a, int b, int c) -> a * b + c).apply(i[0], i[1], i[2]));
      same(() -> i[0].multiply(i[1]).add(i[2].multiply(i[3])), () -> Ufuncs.of("f", (int a, int b, int c, int e) -> a * b + c * e).apply(i));
    }
  }

  private static NDArray[] operands(DType type, long n) {
    NDArray[] x = new NDArray[4];
    for (int k = 0; k < 4; k++) {
      x[k] = random(type, 3 * n + k, n);
    }
    return x;
  }

  @Test
  void complexNumbersAndSeveralResults() {
    NDArray[] c = operands(DType.complex128, 40);
    same(() -> c[0].add(c[1]), () -> Ufuncs.of("f", (Complex a, Complex b) -> new Complex(a.re() + b.re(), a.im() + b.im())).apply(c[0], c[1]));
    same(() -> c[0].add(c[1]).add(c[2]).add(c[3]), () -> Ufuncs.of("f", (Complex a, Complex b, Complex x, Complex y) ->
        new Complex(a.re() + b.re() + x.re() + y.re(), a.im() + b.im() + x.im() + y.im())).apply(c));
    var swapped = Ufuncs.of("f", (Complex a, Complex b) -> new Scalars.Complexes(b, a));
    same(() -> c[1], () -> swapped.results(c[0], c[1])[0]);
    same(() -> c[0], () -> swapped.results(c[0], c[1])[1]);
    NDArray[] d = operands(DType.float64, 40);
    var both = Ufuncs.of("f", (double a, double b) -> new Scalars.Doubles(a + b, a - b));
    same(() -> d[0].add(d[1]), () -> both.results(d[0], d[1])[0]);
    same(() -> d[0].subtract(d[1]), () -> both.results(d[0], d[1])[1]);
    NDArray[] i = operands(DType.int32, 700);
    var four = Ufuncs.of("f", (int a, int b, int x, int y) -> new Scalars.Ints(a + b, x - y));
    same(() -> i[0].add(i[1]), () -> four.results(i)[0]);
    same(() -> i[2].subtract(i[3]), () -> four.results(i)[1]);
    var parts = Ufuncs.of("parts", ToParts.class, x -> new Parts(Math.floor(x), Math.getExponent(x), new Complex(x, -x)));
    NDArray x = Nd.array(1.5, -9.25);
    NDArray[] three = LayoutsTest.REFERENCE.call(() -> parts.results(x));
    assertArrayEquals(new double[] {1, -10}, three[0].toDoubleArray());
    assertArrayEquals(new long[] {0, 3}, three[1].astype(DType.int64).toLongArray());
    assertEquals(new Complex(-9.25, 9.25), three[2].getComplex(1));
    for (int k = 0; k < 3; k++) {
      int result = k;
      same(() -> three[result], () -> parts.results(x)[result]);
    }
  }

  @Test
  void aFunctionIsCalledOnceForAllItsResults() {
    long[] calls = {0};
    var both = Ufuncs.of("f", (double a) -> {
      calls[0]++;
      return new Scalars.Doubles(a, -a);
    });
    NDArray x = Nd.arange(100).astype(DType.float64);
    LayoutsTest.ENGINES.get("scalar").call(() -> both.results(x));
    assertEquals(100, calls[0]);
  }

  @Test
  void operandsBroadcastAndAreCastSafely() {
    var gauss = Ufuncs.of("gauss", (double x, double s) -> Math.exp(-x * x / (2 * s * s)));
    assertEquals(DType.float64, gauss.apply(Nd.arange(3), Nd.array(1)).dtype());
    assertArrayEquals(new long[] {4, 3}, gauss.apply(Nd.ones(4, 1), Nd.ones(DType.float32, 3)).shape());
    var cube = Ufuncs.of("cube", (float x) -> x * x * x);
    NDArray wide = Nd.array(1.0, 2.0);
    var refused = assertThrows(IllegalArgumentException.class, () -> cube.apply(wide));
    assertTrue(refused.getMessage().contains("from float64 to float32"), refused.getMessage());
    assertEquals(8, cube.casting(Casting.SAME_KIND).apply(wide).getDouble(1));
    assertEquals(DType.float32, cube.apply(Nd.array(1.0).astype(DType.float16)).dtype());
    assertThrows(IllegalArgumentException.class, () -> cube.dtype(DType.float64).apply(Nd.ones(DType.float32, 2)));
    assertThrows(IllegalArgumentException.class, () -> gauss.apply(wide));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.of("f", Runnable.class, () -> { }));
    var mixed = Ufuncs.of("mixed", Mixed.class, (x, n, add) -> add ? x + n : x * n);
    same(() -> Nd.array(3.5, 4.5), () -> mixed.apply(Nd.array(1.5, 1.5), Nd.array(2, 3), Nd.array(true, false)));
  }

  @Test
  void outputsMasksAndLayouts() {
    var f = Ufuncs.of("f", (float a, float b) -> a - 2 * b);
    NDArray a = random(DType.float32, 1, 40, 60);
    NDArray b = random(DType.float32, 2, 40, 60);
    NDArray mask = random(DType.bool, 3, 40, 60);
    NDArray expected = a.subtract(b.multiply(2));
    same(() -> expected, () -> f.apply(a.transpose().copy().transpose(), b));
    same(() -> expected.flip(), () -> Samples.copy(f.apply(a.flip(), b.flip())));
    same(() -> expected.get("::2, ::3").copy(), () -> Samples.copy(f.apply(a.get("::2, ::3"), b.get("::2, ::3"))));
    same(() -> Nd.where(mask, expected, a), () -> {
      NDArray out = Samples.copy(a);
      return f.into(out).where(mask).apply(out, b);
    });
    same(() -> a.subtract(b.get(":1").multiply(2)), () -> f.apply(a, b.get("0")));
    same(() -> expected.get(":39").copy(), () -> {
      NDArray x = Samples.copy(a);
      return Samples.copy(f.into(x.get("1:")).apply(x.get(":39"), b.get(":39")));
    });
  }

  @Test
  void theyFoldAndScatterAsOtherFunctions() {
    var minus = Ufuncs.of("minus", (double a, double b) -> a - b);
    var larger = Ufuncs.of("larger", (long a, long b) -> Math.max(a, b));
    NDArray x = random(DType.float64, 5, 30, 20);
    NDArray k = random(DType.int64, 6, 5000);
    for (int axis : new int[] {0, 1}) {
      same(() -> Ufuncs.subtract.reduce(x, Axes.axes(axis)), () -> minus.reduce(x, Axes.axes(axis)));
      same(() -> Ufuncs.subtract.accumulate(x, axis), () -> minus.accumulate(x, axis));
      same(() -> Ufuncs.subtract.reduceat(x, Nd.array(0, 7, 3, 19), axis), () -> minus.reduceat(x, Nd.array(0, 7, 3, 19), axis));
    }
    same(() -> k.max(), () -> larger.reduce(k));
    same(() -> Ufuncs.maximum.accumulate(k), () -> larger.accumulate(k));
    same(() -> Ufuncs.subtract.outer(x.get("0"), x.get("1")), () -> minus.outer(x.get("0"), x.get("1")));
    same(() -> {
      NDArray out = Nd.zeros(7);
      Ufuncs.subtract.at(out, Nd.array(0, 3, 3, -1, 0), Nd.array(1.0, 2, 3, 4, 5));
      return out;
    }, () -> {
      NDArray out = Nd.zeros(7);
      minus.at(out, Nd.array(0, 3, 3, -1, 0), Nd.array(1.0, 2, 3, 4, 5));
      return out;
    });
    assertThrows(IllegalArgumentException.class, () -> minus.reduce(Nd.zeros(0)));
    assertThrows(IllegalArgumentException.class, () -> minus.reduce(x, Axes.ALL));
    assertEquals(3, larger.identity(3).reduce(Nd.zeros(DType.int64, 0)).getLong());
    assertEquals(k.max().getLong(), larger.identity(Long.MIN_VALUE).reduce(k.reshape(50, 100), Axes.ALL).getLong());
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.of("less", Less.class, (a, b) -> a < b).reduce(x));
  }

  /** A predicate. */
  @FunctionalInterface
  public interface Less {
    boolean of(double a, double b);
  }

  @Test
  void theyAreStepsOfLazyExpressions() {
    var f = Ufuncs.of("f", (double a, double b) -> a * b + 1);
    NDArray x = random(DType.float64, 7, 3000);
    NDArray y = random(DType.float64, 8, 3000);
    same(() -> x.add(y).multiply(y).add(1).multiply(2), () -> f.lazy(Lazy.lazy(x).add(y), y).multiply(2).eval());
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.modf.lazy(x));
  }

  @Test
  void whatAFunctionThrowsReachesTheCaller() {
    var f = Ufuncs.of("f", (double a) -> {
      if (a == 77) {
        throw new ArithmeticException("77");
      }
      return a;
    });
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      var thrown = assertThrows(ArithmeticException.class, () -> engine.call(() -> f.apply(Nd.arange(100))), name);
      assertEquals("77", thrown.getMessage());
      assertEquals(5, engine.call(() -> f.apply(Nd.arange(10))).getDouble(5));
    });
  }

  @Test
  void manyFunctionsKeepApart() {
    for (int k = 0; k < 50; k++) {
      int own = k;
      assertEquals(3.0 + k, Ufuncs.of("same name", (double a) -> a + own).apply(Nd.array(3.0)).getDouble(0));
    }
  }
}
