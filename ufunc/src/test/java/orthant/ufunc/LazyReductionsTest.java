package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Memory;
import orthant.plan.Engine;
import orthant.plan.Fold;
import orthant.plan.Folds;
import org.junit.jupiter.api.Test;

/** Reductions of lazy expressions give the bits of reducing the computed array, and compute no array for it. */
class LazyReductionsTest {
  private static final List<Fold> TABLE = List.of(
      Folds.SUM, Folds.PROD, Folds.MIN, Folds.MAX, Folds.ALL, Folds.ANY, Folds.ARG_MIN, Folds.ARG_MAX, Folds.MEAN, Folds.VAR, Folds.STD);

  @Provide
  Arbitrary<long[]> shapes() {
    return Forms.shapes();
  }

  @Provide
  Arbitrary<List<Forms.Form>> forms() {
    return Forms.forms().list().ofSize(4);
  }

  @Provide
  Arbitrary<Fold> folds() {
    return Arbitraries.of(TABLE);
  }

  private static boolean finds(Fold fold) {
    return fold == Folds.ARG_MIN || fold == Folds.ARG_MAX;
  }

  /** Axes for a reduction, from the bits of a number. */
  private static Axes axes(Fold fold, int ndim, int choice, DType to) {
    int[] axes = IntStream.range(0, ndim).filter(i -> (choice >> i & 1) != 0).map(i -> (choice & 256) != 0 ? i - ndim : i).toArray();
    boolean typed = (choice & 64) != 0 && !finds(fold) && fold.combine() != null || (choice & 192) == 192 && to.isFloat();
    double correction = fold == Folds.VAR || fold == Folds.STD ? choice >> 9 & 1 : 0;
    return new Axes(finds(fold) && axes.length != 1 ? null : axes, (choice & 32) != 0, typed && !finds(fold) ? to : null, correction);
  }

  private static boolean possible(Fold fold, long[] shape, Axes axes) {
    return fold.name().matches("sum|prod|all|any|mean|var|std") || Folds.foldedSize(shape, axes) > 0;
  }

  private static boolean isDefined(Fold fold, NDArray x, Axes axes) {
    try {
      LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, x, axes));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<NDArray> leaves(List<Forms.Form> forms, long[] shape, SplittableRandom random) {
    List<NDArray> leaves = new ArrayList<>();
    for (Forms.Form f : forms) {
      DType type = DType.values()[random.nextInt(DType.values().length)];
      leaves.add(Samples.laidOut(type, random, f.layout(type.size(), shape), f.offset()));
    }
    return leaves;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyClosingReduction(
      @ForAll("folds") Fold fold, @ForAll("shapes") long[] shape, @ForAll("forms") List<Forms.Form> forms, @ForAll int choice,
      @ForAll DType to, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NDArray> leaves = leaves(forms, shape, random);
    LazyTest.Both last = LayoutsTest.REFERENCE.call(() -> LazyTest.grow(leaves, random)).getLast();
    Axes axes = axes(fold, last.eager().ndim(), choice, to);
    if (!possible(fold, last.eager().shape(), axes) || !isDefined(fold, last.eager(), axes)) {
      return;
    }
    NDArray want = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, last.eager(), axes));
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      Lazy e = last.lazy().reduce(fold, axes);
      NDArray got = engine.call(() -> e.eval());
      Samples.assertSame(name + ": " + e, want, got);
      assertEquals(got.dtype(), e.dtype(), e.toString());
      assertArrayEquals(got.shape(), e.shape());
      engine.call(e::explain);
    });
  }

  /** Results of reductions as operands, and reductions of those. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void reductionsInTheMiddle(
      @ForAll("folds") Fold fold, @ForAll("folds") Fold second, @ForAll("shapes") long[] shape, @ForAll("forms") List<Forms.Form> forms,
      @ForAll int choice, @ForAll int choice2, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NDArray> leaves = leaves(forms, shape, random);
    LazyTest.Both e = LayoutsTest.REFERENCE.call(() -> LazyTest.grow(leaves, random)).getLast();
    Axes kept = axes(fold, e.eager().ndim(), choice, DType.float64).keepDims();
    Axes axes = axes(second, e.eager().ndim(), choice2, DType.float32);
    if (!possible(fold, e.eager().shape(), kept) || !possible(second, e.eager().shape(), axes) || !isDefined(fold, e.eager(), kept)) {
      return;
    }
    NDArray sum = LayoutsTest.REFERENCE.call(() -> e.eager().multiply(Engine.reduce(fold, e.eager(), kept)).multiply(2.5));
    if (!isDefined(second, sum, axes)) {
      return;
    }
    NDArray want = LayoutsTest.REFERENCE.call(() -> Engine.reduce(second, sum, axes).notEqual(Engine.reduce(Folds.SUM, sum, Axes.ALL)));
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      Lazy lazy = e.lazy().multiply(e.lazy().reduce(fold, kept)).multiply(2.5);
      Lazy all = lazy.reduce(second, axes).notEqual(lazy.sum());
      Samples.assertSame(name + ": " + lazy, sum, engine.call(() -> lazy.eval()));
      Samples.assertSame(name + ": " + all, want, engine.call(() -> all.eval()));
    });
  }

  /** Leaves, blocks, rows that no single stride walks, strips of columns: operands that broadcast along each axis. */
  @Test
  void broadcastOperandsOfManySizes() {
    SplittableRandom random = new SplittableRandom(5);
    for (long[] shape : new long[][] {{3, 900}, {900, 3}, {130, 31}, {9, 8, 31}, {2, 8300}, {1100, 10}}) {
      for (DType type : List.of(DType.float64, DType.int16)) {
        NDArray a = numbers(type, random, shape);
        NDArray row = numbers(type, random, shape[shape.length - 1]);
        long[] ones = shape.clone();
        ones[ones.length - 1] = 1;
        NDArray column = numbers(type, random, ones);
        NDArray eager = a.subtract(row).multiply(column).add(a);
        List<Fold> folds = List.of(Folds.SUM, Folds.MAX, Folds.ARG_MIN, Folds.VAR);
        for (int mask = 0; mask < 1 << shape.length; mask++) {
          int bits = mask;
          Axes axes = Axes.axes(IntStream.range(0, shape.length).filter(i -> (bits >> i & 1) != 0).toArray());
          for (Fold fold : folds) {
            if (finds(fold) && axes.axes().length != 1) {
              continue;
            }
            NDArray want = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, eager, axes));
            LayoutsTest.ENGINES.forEach((name, engine) -> {
              Lazy lazy = Lazy.lazy(a).subtract(row).multiply(column).add(a).reduce(fold, axes);
              Samples.assertSame(name + ": " + lazy, want, engine.call(() -> lazy.eval()));
            });
          }
        }
      }
    }
  }

  private static NDArray numbers(DType type, SplittableRandom random, long... shape) {
    int n = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    return Nd.array(random.doubles(n, -9, 9).toArray()).astype(type).reshape(shape);
  }

  @Test
  void theFormsOfAFoldAgreeWhileItGetsWarm() {
    SplittableRandom random = new SplittableRandom(6);
    NDArray a = numbers(DType.float64, random, 300, 400);
    NDArray m = a.mean(0);
    NDArray eager = a.subtract(m).square();
    List<Axes> all = List.of(Axes.ALL, Axes.axes(0), Axes.axes(1));
    long end = System.nanoTime() + 1_500_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      for (Axes axes : all) {
        for (Fold fold : List.of(Folds.SUM, Folds.MAX, Folds.VAR)) {
          NDArray got = Lazy.lazy(a).subtract(m).square().reduce(fold, axes).eval();
          if (i < 5 || i % 20 == 0) {
            Samples.assertSame("evaluation " + i + " " + fold, Engine.reduce(fold, eager, axes), got);
          }
        }
      }
    }
  }

  /** A large expression is not compiled into a fold loop, which would hold it many times. */
  @Test
  void largeElements() {
    NDArray a = numbers(DType.float64, new SplittableRandom(8), 40, 1000);
    Lazy x = Lazy.lazy(a);
    Lazy e = x;
    NDArray eager = a;
    for (int i = 0; i < 30; i++) {
      e = e.multiply(x).subtract(i * 0.25).abs().sqrt();
      eager = eager.multiply(a).subtract(i * 0.25).abs().sqrt();
    }
    for (Axes axes : List.of(Axes.ALL, Axes.axes(0), Axes.axes(1))) {
      Lazy sum = e.sum(axes);
      NDArray want = eager.sum(axes);
      LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(name + axes, want, engine.call(() -> sum.eval())));
    }
  }

  @Test
  void nothingLargeIsStored() {
    long n = 1 << 20;
    NDArray a = Nd.ones(n);
    NDArray m = Nd.array(0.5);
    Lazy.lazy(a).subtract(m).square().sum().eval();
    Lazy.lazy(a).argmax().eval();
    long before = Memory.reserved();
    assertEquals(0.25 * n, Lazy.lazy(a).subtract(m).square().sum().eval().getDouble());
    Lazy x = Lazy.lazy(a);
    x.subtract(x.mean()).square().sum().eval();
    x.multiply(2.0).argmax().eval();
    x.var().eval();
    long taken = Memory.reserved() - before;
    assertTrue(taken < n, "bytes taken from memory: " + taken);
    a.subtract(m);
    assertTrue(Memory.reserved() - before > 8 * n, "what an array takes is seen");
  }

  @Test
  void countsWhatIsNotZero() {
    NDArray a = Nd.arange(DType.int32, 60).reshape(3, 4, 5).remainder(4);
    Lazy x = Lazy.lazy(a).multiply(3L);
    Samples.assertSame("all", a.countNonzero(), x.countNonzero().eval());
    Samples.assertSame("axis", a.countNonzero(1), x.countNonzero(1).eval());
    Samples.assertSame("axes", a.countNonzero(Axes.axes(0, -1).keepDims()), x.countNonzero(Axes.axes(0, -1).keepDims()).eval());
  }

  @Test
  void whatIsSaidTwiceIsDoneOnce() {
    NDArray a = Nd.arange(DType.float64, 1000);
    Lazy standard = Lazy.lazy(a).subtract(Lazy.lazy(a).mean()).divide(Lazy.lazy(a.get("...")).std());
    String text = standard.explain();
    // The mean that the deviation needs is the mean that is subtracted: a sum, a sum of squares, and the result.
    assertEquals(2, text.lines().filter(l -> l.contains(": sum over ")).count(), text);
    assertTrue(text.contains("3 passes over memory, no temporary array"), text);
    // The mean and the deviation are two operands of the last stage, whatever their values are.
    assertTrue(text.lines().anyMatch(l -> l.contains("stored as float64(1000,), 3 operands read")), text);
    Samples.assertSame("the same", a.subtract(a.mean()).divide(a.std()), standard.eval());
    Lazy twice = Lazy.lazy(a).multiply(2.0).add(Lazy.lazy(a).multiply(2.0));
    assertTrue(twice.explain().contains("2 operations stored"), twice.explain());
    assertTrue(twice.explain().contains("2 operands read"), twice.explain());
  }

  @Test
  void refusesWhatReductionsOfArraysRefuse() {
    Lazy e = Lazy.lazy(Nd.zeros(2, 3)).add(1.0);
    assertThrows(IndexOutOfBoundsException.class, () -> e.sum(2));
    assertThrows(IllegalArgumentException.class, () -> e.argmax(Axes.axes(0, 1)).eval());
    assertThrows(IllegalArgumentException.class, () -> Lazy.lazy(Nd.zeros(0)).add(1.0).max().eval());
    assertEquals(0.0, Lazy.lazy(Nd.zeros(0)).add(1.0).sum().eval().getDouble());
    NDArray out = Nd.empty(3);
    Lazy.lazy(Nd.ones(2, 3)).multiply(2.0).sum(0).eval(out);
    Samples.assertSame("into an array", Nd.array(4.0, 4, 4), out);
  }

  @Test
  void reductionsWithAndWithoutTheirAxesAreDifferentOperands() {
    NDArray a = Nd.arange(9.0).square().reshape(3, 3);
    Axes kept = Axes.axes(1).keepDims();
    NDArray want = a.subtract(a.mean(1)).square().sum().add(a.subtract(a.mean(kept)).square().sum());
    Lazy x = Lazy.lazy(a);
    Samples.assertSame("both", want, x.subtract(x.mean(1)).square().sum().add(x.subtract(x.mean(kept)).square().sum()).eval());
  }

  @Test
  void whatIsSharedManyTimesOverIsComputedAndToldInShort() {
    NDArray a = Nd.arange(DType.float64, 5);
    Lazy x = Lazy.lazy(a);
    for (int i = 0; i < 200; i++) {
      x = x.add(x);
    }
    assertTrue(x.toString().length() < 5000);
    assertTrue(x.explain().contains("200 operations"));
    Samples.assertSame("doubled", a.multiply(0x1p200), x.eval());
  }
}
