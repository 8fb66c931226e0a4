package orthant.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.op.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reductions: NumPy's bits, its types and its rules for NaN, ties and empty arrays. */
class FoldsTest {
  private static final Map<String, Fold> TABLE = Map.ofEntries(
      Map.entry("sum", Folds.SUM), Map.entry("prod", Folds.PROD), Map.entry("min", Folds.MIN), Map.entry("max", Folds.MAX),
      Map.entry("all", Folds.ALL), Map.entry("any", Folds.ANY), Map.entry("argmin", Folds.ARG_MIN), Map.entry("argmax", Folds.ARG_MAX),
      Map.entry("mean", Folds.MEAN), Map.entry("var", Folds.VAR), Map.entry("std", Folds.STD));

  private static List<String[]> golden(String kind, int length) {
    List<String[]> lines = Golden.lines("folds.txt").stream().filter(l -> l[0].equals(kind) && l.length == length).toList();
    assertTrue(lines.size() >= 5);
    return lines;
  }

  private static NDArray noise(DType type, int n) {
    return Nd.array(Noise.numbers(n, n)).astype(type);
  }

  @TestFactory
  Stream<DynamicTest> sumsOfALineHaveNumPysBits() {
    return golden("line", 5).stream().map(l -> DynamicTest.dynamicTest(String.join(" ", l[1], l[2], l[3]), () -> {
      DType type = DType.valueOf(l[2]);
      NDArray x = noise(type, Integer.parseInt(l[3]));
      Fold fold = l[1].equals("var1") ? Folds.VAR : TABLE.get(l[1]);
      Axes axes = l[1].equals("var1") ? Axes.ALL.correction(1) : Axes.ALL;
      Golden.assertSame(l[1], Golden.array(type, l[4]).reshape(), Engine.reduce(fold, x, axes));
    }));
  }

  private static Axes axes(String text) {
    return switch (text) {
      case "all" -> Axes.ALL;
      case "none" -> Axes.axes(new int[0]);
      default -> Axes.axes(Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray());
    };
  }

  private static Map<DType, NDArray> cubes() {
    Map<DType, NDArray> cubes = new EnumMap<>(DType.class);
    golden("cube", 3).forEach(l -> cubes.put(DType.valueOf(l[1]), Golden.array(DType.valueOf(l[1]), l[2], 3, 4, 5)));
    return cubes;
  }

  @Test
  void axesOfACubeAreFoldedAsNumPyDoes() {
    Map<DType, NDArray> cubes = cubes();
    List<String[]> lines = golden("cube", 6);
    assertEquals(TABLE.keySet(), names(lines));
    for (String[] l : lines) {
      String what = l[1] + " of " + l[2] + " over " + l[3];
      NDArray x = cubes.get(DType.valueOf(l[2]));
      Axes axes = axes(l[3]);
      NDArray actual = Engine.reduce(TABLE.get(l[1]), x, axes);
      assertArrayEquals(shape(axes, false), actual.shape(), what);
      NDArray expected = Golden.array(DType.valueOf(l[4]), l[5]).reshape(actual.shape());
      Golden.assertSame(what, expected, actual);
      Golden.assertSame(what + " in Fortran order", expected, Engine.reduce(TABLE.get(l[1]), x.transpose().copy().transpose(), axes));
      NDArray kept = Engine.reduce(TABLE.get(l[1]), x, axes.keepDims());
      Golden.assertSame(what + ", kept", expected.reshape(shape(axes, true)), kept);
    }
  }

  private static Set<String> names(List<String[]> lines) {
    return lines.stream().map(l -> l[1]).collect(Collectors.toSet());
  }

  private static long[] shape(Axes axes, boolean keep) {
    boolean[] folded = new boolean[3];
    for (int axis : axes.axes() == null ? new int[] {0, 1, 2} : axes.axes()) {
      folded[Math.floorMod(axis, 3)] = true;
    }
    long[] size = {3, 4, 5};
    return IntStream.range(0, 3).filter(i -> keep || !folded[i]).mapToLong(i -> folded[i] ? 1 : size[i]).toArray();
  }

  @Test
  void theTypeToComputeInIsTheTypeOfTheResult() {
    Map<DType, NDArray> cubes = cubes();
    for (String[] l : golden("typed", 5)) {
      DType to = DType.valueOf(l[3]);
      NDArray actual = Engine.reduce(TABLE.get(l[1]), cubes.get(DType.valueOf(l[2])), Axes.axes(1).dtype(to));
      NDArray expected = Golden.array(to, l[4], 3, 5);
      if (to.isComplex()) {
        // The sign of a zero part depends on the order of the multiplications.
        expected = expected.add(0);
        actual = actual.add(0);
      }
      Golden.assertSame(String.join(" ", l[1], l[2], l[3]), expected, actual);
    }
  }

  /** The order of the additions, written down a second time, from NumPy's source. */
  private static double pairwise(double[] x, int from, int n) {
    if (n < 8) {
      double sum = x[from];
      for (int i = 1; i < n; i++) {
        sum += x[from + i];
      }
      return sum;
    }
    if (n <= 128) {
      double[] r = Arrays.copyOfRange(x, from, from + 8);
      int i = 8;
      for (; i < n - n % 8; i++) {
        r[i % 8] += x[from + i];
      }
      double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
      for (; i < n; i++) {
        sum += x[from + i];
      }
      return sum;
    }
    int half = n / 2;
    half -= half % 8;
    return pairwise(x, from, half) + pairwise(x, from + half, n - half);
  }

  @Test
  void everyAxisAddsInTheSameOrder() {
    for (int n : new int[] {1, 5, 8, 20, 23, 24, 25, 127, 129, 300, 1000, 8193, 17000, 65_543, 140_005}) {
      double[] x = Noise.numbers(n, 5);
      NDArray line = Nd.array(x);
      double want = pairwise(x, 0, n);
      NDArray rows = line.reshape(1, n).broadcastTo(3, n).copy();
      NDArray columns = rows.transpose().copy();
      NDArray wide = line.reshape(n, 1).broadcastTo(n, 40).copy();
      assertEquals(want, line.sum().getDouble(), "a line of " + n);
      assertEquals(want, line.get("::-1").copy().get("::-1").sum().getDouble(), "a reversed line of " + n);
      all(want, rows.sum(1), "rows of " + n);
      all(want, columns.sum(0), "columns of " + n);
      all(want, columns.transpose().sum(1), "rows of a transposed array of " + n);
      all(want, wide.sum(0), "many columns of " + n);
      all(want, wide.get(":, ::2").sum(0), "every other column of " + n);
      all(want, wide.get(":, ::-3").sum(0), "columns backwards of " + n);
      all(want, line.broadcastTo(4, 1, n).sum(Axes.axes(1, 2)), "a repeated row of " + n);
      if (n % 5 == 0) {
        NDArray block = line.reshape(5, n / 5);
        assertEquals(want, block.sum().getDouble(), "a block of " + n);
        assertEquals(want, block.transpose().copy().transpose().sum().getDouble(), "a block in Fortran order of " + n);
        all(want, block.reshape(5, 1, n / 5).broadcastTo(5, 7, n / 5).copy().sum(Axes.axes(0, -1)), "the outer axes of " + n);
      }
    }
  }

  private static void all(double want, NDArray results, String what) {
    for (long i = 0; i < results.size(); i++) {
      assertEquals(want, results.getDouble(i), what);
    }
  }

  @Test
  void pairwiseSumsAreAccurate() {
    for (int n : new int[] {1000, 100_000}) {
      double[] x = Noise.numbers(n, 99);
      BigDecimal exact = BigDecimal.ZERO;
      double magnitude = 0;
      for (double v : x) {
        exact = exact.add(new BigDecimal(v));
        magnitude += Math.abs(v);
      }
      double error = new BigDecimal(Nd.array(x).sum().getDouble()).subtract(exact).abs().doubleValue();
      // Higham 1993: (leaf / 8 + 3 + log2(n / leaf)) rounding errors at most, a leaf having up to 128 elements.
      double bound = (128 / 8 + 7 + 3 + Math.log(n / 64.0) / Math.log(2)) * Math.ulp(0.5) * magnitude;
      assertTrue(error <= bound, error + " > " + bound);
    }
    assertEquals(10_000_000 * 0.1, Nd.full(DType.float64, 0.1, 10_000_000).sum().getDouble(), 1e-8);
  }

  @Test
  void sumsOfNegativeZerosArePositive() {
    for (int n : new int[] {1, 3, 8, 100, 1000}) {
      for (DType type : List.of(DType.float32, DType.float64)) {
        NDArray x = Nd.full(type, -0.0, n, 3);
        NDArray zeros = Nd.zeros(type, 3);
        Golden.assertSame("columns", zeros, x.sum(0));
        Golden.assertSame("rows", Nd.zeros(type, n), x.sum(1));
        Golden.assertSame("all", Nd.zeros(type), x.sum());
        Golden.assertSame("no axes", Nd.zeros(type, n, 3), x.sum(Axes.axes(new int[0])));
        Golden.assertSame("product", Nd.full(type, -0.0, n), x.get(":, 0").reshape(n, 1).prod(1));
        Golden.assertSame("maximum", Nd.full(type, -0.0), x.max());
      }
    }
  }

  @Test
  void integersWrapAround() {
    assertEquals(Long.MIN_VALUE, Nd.array(Long.MAX_VALUE, 1L).sum().getLong());
    assertEquals(1L << 31, Nd.array(Integer.MAX_VALUE, 1).sum().getLong());
    assertEquals(Integer.MIN_VALUE, Nd.array(Integer.MAX_VALUE, 1).sum(Axes.ALL.dtype(DType.int32)).getLong());
    assertEquals(0, Nd.full(DType.int64, 2L, 64).prod().getLong());
    assertEquals(1L << 62, Nd.full(DType.int32, 2L, 62).prod().getLong());
    assertEquals(3, Nd.array(true, false, true, true).sum().getLong());
    assertEquals(DType.int64, Nd.array(true).prod().dtype());
  }

  @Test
  void aNaNDecides() {
    for (int n : new int[] {1, 2, 9, 50, 200, 9000}) {
      for (int at : new int[] {0, n / 2, n - 1}) {
        for (DType type : List.of(DType.float32, DType.float64)) {
          NDArray x = Nd.arange(type, n);
          x.set(Double.NaN, at);
          NDArray wide = x.reshape(n, 1).broadcastTo(n, 30).copy();
          for (NDArray y : List.of(x, x.get("::-1").copy().get("::-1"))) {
            assertTrue(Double.isNaN(y.min().getDouble()));
            assertTrue(Double.isNaN(y.max().getDouble()));
            assertTrue(Double.isNaN(y.sum().getDouble()));
            assertEquals(at, y.argmin().getLong());
            assertEquals(at, y.argmax().getLong());
          }
          assertTrue(Double.isNaN(wide.max(0).getDouble(29)));
          assertTrue(Double.isNaN(wide.min(0).getDouble(0)));
          assertEquals(at, wide.argmax(0).getLong(7));
        }
      }
    }
    assertEquals(1, Nd.array(3, Double.NaN, 7, Double.NaN).argmax().getLong(), "the first of several");
    assertTrue(Nd.array(Double.NaN).any().getBoolean(), "NaN is true");
    assertTrue(Nd.array(Double.NaN).all().getBoolean(), "NaN is true");
  }

  @Test
  void theFirstOfEqualElementsIsFound() {
    assertEquals(1, Nd.array(1, 5, 5, 0, 5).argmax().getLong());
    assertEquals(3, Nd.array(1, 5, 5, 0, 5, 0).argmin().getLong());
    assertEquals(0, Nd.array(0.0, -0.0).argmin().getLong(), "zeros are equal, as in NumPy");
    assertEquals(0, Nd.array(-0.0, 0.0).argmax().getLong());
    assertEquals(2, Nd.array(false, false, true, true).argmax().getLong());
    NDArray late = Nd.zeros(DType.int32, 20_000);
    late.setLong(1, 19_999);
    late.setLong(1, 8192);
    assertEquals(8192, late.argmax().getLong(), "behind the first block");
    NDArray x = Nd.arange(24).reshape(2, 3, 4);
    assertEquals(0, x.transpose().argmin().getLong());
    assertEquals(23, x.transpose().argmax().getLong(), "the position is in C order of the view");
    assertEquals(5, Nd.array(new double[][] {{1, 2, 3}, {4, 5, 9}}).argmax().getLong());
    assertEquals(5, Nd.array(new double[][] {{1, 4}, {2, 5}, {3, 9}}).transpose().argmax().getLong());
    assertEquals(2, Nd.array(new double[][] {{1, 9}, {2, 5}, {3, 9}}).transpose().get("1").get("::-1").argmin().getLong() + 1);
  }

  @Test
  void emptyArrays() {
    NDArray none = Nd.zeros(0);
    assertEquals(0.0, none.sum().getDouble());
    assertEquals(1.0, none.prod().getDouble());
    assertTrue(none.all().getBoolean());
    assertEquals(false, none.any().getBoolean());
    assertTrue(Double.isNaN(none.mean().getDouble()));
    assertTrue(Double.isNaN(none.var().getDouble()));
    for (Fold fold : List.of(Folds.MIN, Folds.MAX, Folds.ARG_MIN, Folds.ARG_MAX)) {
      String message = assertThrows(IllegalArgumentException.class, () -> Engine.reduce(fold, none, Axes.ALL)).getMessage();
      assertTrue(message.contains("of no elements") && message.contains("(0,)"), message);
      assertThrows(IllegalArgumentException.class, () -> Engine.reduce(fold, Nd.zeros(3, 0), Axes.axes(1)));
      assertArrayEquals(new long[] {0}, Engine.reduce(fold, Nd.zeros(3, 0), Axes.axes(0)).shape(), "nothing is folded of nothing");
    }
    Golden.assertSame("sum", Nd.zeros(3), Nd.zeros(3, 0).sum(1));
    Golden.assertSame("prod", Nd.ones(DType.int64, 3), Nd.zeros(DType.int32, 3, 0).prod(1));
    assertArrayEquals(new long[] {0}, Nd.zeros(3, 0).sum(0).shape());
    assertArrayEquals(new long[] {1, 0}, Nd.zeros(3, 0).sum(Axes.axes(0).keepDims()).shape());
  }

  @Test
  void scalarsAreFoldedToThemselves() {
    NDArray x = Nd.scalar(DType.float32, 2.5);
    Golden.assertSame("sum", x, x.sum());
    Golden.assertSame("max", x, x.max());
    assertEquals(0, x.argmax().getLong());
    assertEquals(0.0, x.var().getDouble());
    assertEquals(DType.float32, x.var().dtype());
  }

  @Test
  void wrongAxesAreRefused() {
    NDArray x = Nd.zeros(2, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> x.sum(2));
    assertThrows(IndexOutOfBoundsException.class, () -> x.sum(-3));
    assertThrows(IllegalArgumentException.class, () -> x.sum(Axes.axes(0, -2)));
    assertThrows(IllegalArgumentException.class, () -> x.argmax(Axes.axes(0, 1)));
    assertThrows(IndexOutOfBoundsException.class, () -> Nd.scalar(DType.int32, 1).sum(0));
  }

  @Test
  void varianceTakesDegreesOfFreedomOff() {
    NDArray x = Nd.array(1, 2, 3, 4);
    assertEquals(1.25, x.var().getDouble());
    assertEquals(5.0 / 3, x.var(Axes.ALL.correction(1)).getDouble());
    assertEquals(Math.sqrt(1.25), x.std().getDouble());
    assertEquals(Double.POSITIVE_INFINITY, x.var(Axes.ALL.correction(4)).getDouble());
    assertEquals(1.25, Nd.array(1, 2, 3, 4).astype(DType.int32).var().getDouble());
    assertEquals(DType.float64, Nd.array(true, false).mean().dtype());
    assertEquals(0.5, Nd.array(true, false).mean().getDouble());
  }
}
