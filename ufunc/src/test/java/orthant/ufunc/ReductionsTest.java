package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orthant.Axes;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.plan.Engine;
import orthant.plan.Fold;
import orthant.plan.Folds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every reduction on every engine, layout and choice of axes gives the bits of the reference on each row, copied. */
class ReductionsTest {
  private static final List<Fold> TABLE = List.of(Folds.SUM, Folds.PROD, Folds.MIN, Folds.MAX, Folds.ALL, Folds.ANY, Folds.ARG_MIN, Folds.ARG_MAX);

  @Provide
  Arbitrary<long[]> shapes() {
    return Forms.shapes();
  }

  @Provide
  Arbitrary<Forms.Form> forms() {
    return Forms.forms();
  }

  @Provide
  Arbitrary<Fold> folds() {
    return Arbitraries.of(TABLE);
  }

  private static boolean finds(Fold fold) {
    return fold == Folds.ARG_MIN || fold == Folds.ARG_MAX;
  }

  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void anyLayoutAndAxes(
      @ForAll("folds") Fold fold, @ForAll("shapes") long[] shape, @ForAll("forms") Forms.Form form, @ForAll DType type, @ForAll DType to,
      @ForAll boolean keep, @ForAll int choice, @ForAll long seed) {
    Layout layout = form.layout(type.size(), shape);
    NDArray x = Samples.laidOut(type, new SplittableRandom(seed), layout, form.offset());
    int[] axes = IntStream.range(0, x.ndim()).filter(i -> (choice >> i & 1) != 0).toArray();
    if (finds(fold) && axes.length != 1) {
      axes = null;
    }
    Axes options = new Axes(axes, keep, !finds(fold) && (choice & 64) != 0 ? to : null, 0);
    if (!fold.name().matches("sum|prod|all|any") && foldedSize(x, axes) == 0) {
      return;
    }
    long[] want = rowByRow(fold, x, axes, options.dtype());
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      NDArray actual = engine.call(() -> Engine.reduce(fold, x, options));
      Samples.assertSame(name + ": " + fold + " of " + type + ", " + layout + ", " + options, actual.dtype(), want, Samples.bits(actual));
    });
  }

  private static long foldedSize(NDArray x, int[] axes) {
    return axes == null ? x.size() : Arrays.stream(axes).mapToLong(x::shape).reduce(1, (a, b) -> a * b);
  }

  /** The result for each place that is kept, by the reference engine from the folded elements in C order. */
  private static long[] rowByRow(Fold fold, NDArray x, int[] axes, DType to) {
    int[] folded = axes == null ? IntStream.range(0, x.ndim()).toArray() : axes;
    int[] order = IntStream.concat(
        IntStream.range(0, x.ndim()).filter(i -> Arrays.stream(folded).noneMatch(f -> f == i)), Arrays.stream(folded)).toArray();
    long n = foldedSize(x, axes);
    int results = (int) IntStream.of(order).limit(order.length - folded.length).mapToLong(x::shape).reduce(1, (a, b) -> a * b);
    NDArray rows = Samples.copy(x.permuteDims(order)).reshape(results, n);
    // The real results, then the imaginary ones if there are any.
    long[][] want = new long[2][results];
    boolean complex = false;
    for (int i = 0; i < results; i++) {
      NDArray row = Samples.copy(rows.get(Index.at(i)));
      long[] bits = Samples.bits(LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, row, new Axes(null, false, to, 0))));
      complex = bits.length > 1;
      want[0][i] = bits[0];
      want[1][i] = bits[bits.length - 1];
    }
    return complex ? LongStream.concat(LongStream.of(want[0]), LongStream.of(want[1])).toArray() : want[0];
  }

  /** Any number of elements, side by side, with gaps and backwards: whole vectors, leaves, blocks and what is left over. */
  @TestFactory
  List<DynamicTest> everyLength() {
    int[] lengths = IntStream.concat(IntStream.rangeClosed(1, 300), IntStream.of(1000, 4096, 8191, 8192, 8193, 8200, 12345, 20001)).toArray();
    return TABLE.stream().map(fold -> DynamicTest.dynamicTest(fold.name(), () -> {
      for (DType type : DType.values()) {
        SplittableRandom random = new SplittableRandom(3);
        NDArray line = Samples.contiguous(type, random, 20001);
        NDArray plain = plain(type, 20001);
        NDArray gaps = Samples.laidOut(type, random, Layout.of(new long[] {300}, new long[] {-2L * type.size()}), 1);
        for (int n : lengths) {
          if (n % 11 != 0 && n < 1000 && type.ordinal() % 3 != 0) {
            continue;
          }
          check(fold, line.get("0:" + n));
          check(fold, plain.get("0:" + n));
          check(fold, plain.get((n - 1) + "::-1"));
          if (n <= 300) {
            check(fold, gaps.get("0:" + n));
          }
        }
      }
    })).toList();
  }

  /** More elements than one call folds. */
  @TestFactory
  List<DynamicTest> manyElements() {
    return TABLE.stream().map(fold -> DynamicTest.dynamicTest(fold.name(), () -> {
      for (DType type : List.of(DType.float64, DType.float32, DType.int8, DType.complex128)) {
        NDArray line = plain(type, 140_005);
        for (int n : new int[] {65_536, 65_543, 140_005}) {
          check(fold, line.get("0:" + n));
          check(fold, line.get((n - 1) + "::-1"));
        }
      }
    })).toList();
  }

  /** Numbers around 1 and -1, of which no sum or product is NaN or infinite, so that every rounding shows. */
  private static NDArray plain(DType type, long... shape) {
    SplittableRandom random = new SplittableRandom(19);
    double[] x = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(x, i -> random.nextDouble(0.5, 1.5) * (random.nextBoolean() ? 1 : -1));
    return LayoutsTest.REFERENCE.call(() -> Nd.array(x).astype(type).reshape(shape));
  }

  private static void check(Fold fold, NDArray x) {
    NDArray expected = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, x, Axes.ALL));
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      if (engine != LayoutsTest.REFERENCE) {
        NDArray actual = engine.call(() -> Engine.reduce(fold, x, Axes.ALL));
        Samples.assertSame(name + ": " + fold + " of " + x.dtype() + " " + Access.door().layout(x), expected, actual);
      }
    });
  }

  /** Every type combined in every type, in rows and in columns. */
  @TestFactory
  List<DynamicTest> everyPairOfTypes() {
    return TABLE.stream().filter(f -> !finds(f)).map(fold -> DynamicTest.dynamicTest(fold.name(), () -> {
      for (DType type : DType.values()) {
        NDArray x = Samples.contiguous(type, new SplittableRandom(8), 41, 600);
        for (DType to : DType.values()) {
          for (Axes axes : List.of(Axes.axes(0), Axes.axes(1), Axes.ALL)) {
            NDArray expected = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, x, axes.dtype(to)));
            LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(name + ": " + fold + " of " + type + " as " + to + ", " + axes,
                expected, engine.call(() -> Engine.reduce(fold, x, axes.dtype(to)))));
          }
        }
      }
    })).toList();
  }

  /** Long and short, narrow and wide: every way a reduction is cut into tasks. */
  @TestFactory
  List<DynamicTest> everyCut() {
    long[][] shapes = {{3, 9000}, {9000, 3}, {9000, 8}, {20000, 1}, {1, 20000}, {700, 40}, {40, 700}, {129, 513}, {2, 5000, 3}, {2, 3, 5000},
        {5000, 2, 3}, {17, 2000}, {8, 1025}, {2000, 9}};
    return List.of(Folds.SUM, Folds.MAX, Folds.ANY, Folds.ARG_MIN).stream().map(fold -> DynamicTest.dynamicTest(fold.name(), () -> {
      for (long[] shape : shapes) {
        NDArray x = plain(DType.float64, shape);
        for (int axis = 0; axis < shape.length; axis++) {
          int[] axes = {axis};
          long[] want = rowByRow(fold, x, axes, null);
          LayoutsTest.ENGINES.forEach((name, engine) -> {
            NDArray actual = engine.call(() -> Engine.reduce(fold, x, Axes.axes(axes)));
            Samples.assertSame(name + ": " + fold + " " + Arrays.toString(shape) + Arrays.toString(axes), actual.dtype(), want, Samples.bits(actual));
          });
        }
      }
    })).toList();
  }
}
