package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Functions that vectors compute for most numbers only: the others, one, in runs, in every vector, anywhere in rows, change nothing else. */
class RareElementsTest {
  private static final List<Ufunc> FUNCTIONS = List.of(Ufuncs.log, Ufuncs.log10, Ufuncs.sin, Ufuncs.tan, Ufuncs.pow, Ufuncs.hypot, Ufuncs.remainder,
      Ufuncs.floorDivide);
  private static final List<DType> TYPES = List.of(DType.float64, DType.float32);
  private static final double[] RARE = {Double.NaN, 0, -2.5, Double.POSITIVE_INFINITY, 1e300, -0.0, Double.MIN_VALUE, Float.MIN_VALUE, 1e30};
  private static final Engine SCALAR = LayoutsTest.ENGINES.get("scalar");
  private static final Engine VECTOR = LayoutsTest.ENGINES.get("vector");

  /** Numbers of which some are rare: each by itself with a chance, or in runs. */
  private static NDArray numbers(DType type, int n, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double chance = List.of(0.0, 0.02, 0.2, 1.0).get(Math.abs(seed) % 4);
    double[] x = random.doubles(n, 0.1, 10).toArray();
    for (int i = 0; i < n; i++) {
      x[i] = random.nextDouble() < chance ? RARE[random.nextInt(RARE.length)] : x[i];
    }
    if (Math.abs(seed) % 5 == 0) {
      int from = random.nextInt(n);
      Arrays.fill(x, from, Math.min(n, from + 1 + random.nextInt(60)), Double.NaN);
    }
    return Nd.array(x).astype(type);
  }

  private static void compare(String what, Ufunc function, NDArray... x) {
    NDArray[] operands = Arrays.copyOf(x, function.arity());
    Samples.assertSame(what, SCALAR.call(() -> function.apply(operands)), VECTOR.call(() -> function.apply(operands)));
  }

  private static void inPlace(String what, Ufunc function, NDArray x, NDArray y) {
    NDArray want = x.copy();
    NDArray got = x.copy();
    List.of(want, got).forEach(array -> {
      NDArray[] operands = Arrays.copyOf(new NDArray[] {array, y}, function.arity());
      (array == want ? SCALAR : VECTOR).call(() -> function.into(array).apply(operands));
    });
    Samples.assertSame(what, want, got);
  }

  private static Stream<DynamicTest> each(BiConsumer<Ufunc, DType> test) {
    return FUNCTIONS.stream().flatMap(f -> TYPES.stream().map(t -> DynamicTest.dynamicTest(f.name() + " " + t, () -> test.accept(f, t))));
  }

  @TestFactory
  Stream<DynamicTest> rowsOfManyLengths() {
    return each((f, type) -> IntStream.of(1, 7, 8, 15, 16, 17, 31, 33, 64, 65, 200, 1000, 3001).forEach(n -> IntStream.range(0, 8).forEach(seed -> {
      NDArray x = numbers(type, n, 8 * n + seed);
      NDArray y = numbers(type, n, 3 * n - seed);
      String what = n + " elements, seed " + seed;
      compare(what, f, x, y);
      compare(what + ", one that stays", f, x, numbers(type, 1, seed));
      compare(what + ", backwards", f, x.get("::-1"), y);
      compare(what + ", every second", f, x.get("::2"), y.get("::2"));
      inPlace(what + ", in place", f, x, y);
    })));
  }

  @TestFactory
  Stream<DynamicTest> manyRows() {
    return each((f, type) -> IntStream.of(3, 16, 19, 37, 130).forEach(n -> IntStream.range(0, 4).forEach(seed -> {
      NDArray x = numbers(type, 40 * (n + 2), n + seed).reshape(40, n + 2).get(":, 1:-1");
      NDArray y = numbers(type, 40 * (n + 2), seed - n).reshape(40, n + 2).get(":, :-2");
      String what = n + " columns, seed " + seed;
      compare(what, f, x, y);
      compare(what + ", one for each row", f, x, y.get(":, :1"));
      compare(what + ", the rows backwards", f, x.get("::-1"), y);
      inPlace(what + ", in place", f, x, y);
    })));
  }

  /** In a sum no vector is left out: the function is called among the vectors. */
  @TestFactory
  Stream<DynamicTest> sums() {
    return TYPES.stream().map(type -> DynamicTest.dynamicTest(type.toString(), () -> IntStream.of(5, 64, 1000).forEach(n -> {
      NDArray x = numbers(type, n, 4 * n + 1);
      Supplier<NDArray> sum = () -> Lazy.lazy(x).abs().log().sum().eval();
      Samples.assertSame(n + " elements", SCALAR.call(sum), VECTOR.call(sum));
    })));
  }
}
