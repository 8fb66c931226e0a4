package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Long programs on rows of every length: what does not fill a vector is computed in a copy, and nothing beside the results is written. */
class WholeVectorsTest {
  private static final int MARGIN = 20;
  private static final List<Ufunc> FUNCTIONS = List.of(Ufuncs.asin, Ufuncs.tanh, Ufuncs.atan2, Ufuncs.sin, Ufuncs.logaddexp);
  private static final List<DType> TYPES = List.of(DType.float64, DType.float32, DType.float16);
  private static final Engine SCALAR = LayoutsTest.ENGINES.get("scalar");
  private static final Engine VECTOR = LayoutsTest.ENGINES.get("vector");

  private static NDArray numbers(DType type, int n, long seed) {
    return Nd.array(new SplittableRandom(seed).doubles(n, -1, 1).toArray()).astype(type);
  }

  private static void compare(String what, Ufunc function, NDArray... x) {
    NDArray[] operands = Arrays.copyOf(x, function.arity());
    Samples.assertSame(what, SCALAR.call(() -> function.apply(operands)), VECTOR.call(() -> function.apply(operands)));
  }

  /** Over its own operand, with other numbers on both sides. */
  private static void inPlace(String what, Ufunc function, DType type, int n) {
    NDArray want = numbers(type, n + 2 * MARGIN, n);
    NDArray got = want.copy();
    NDArray other = numbers(type, n, -n);
    String middle = MARGIN + ":" + (MARGIN + n);
    List.of(want, got).forEach(array -> {
      NDArray part = array.get(middle);
      NDArray[] operands = Arrays.copyOf(new NDArray[] {part, other}, function.arity());
      (array == want ? SCALAR : VECTOR).call(() -> function.into(part).apply(operands));
    });
    Samples.assertSame(what, want, got);
  }

  @TestFactory
  Stream<DynamicTest> rowsOfEveryLength() {
    return FUNCTIONS.stream().flatMap(f -> TYPES.stream().map(type -> DynamicTest.dynamicTest(f.name() + " " + type, () -> IntStream.range(1, 71)
        .forEach(n -> {
          compare(n + " elements", f, numbers(type, n, n), numbers(type, n, -n));
          compare(n + " elements and one that stays", f, numbers(type, n, n), numbers(type, 1, -n));
          inPlace(n + " elements in place", f, type, n);
        }))));
  }

  /** Many rows with a rest each: apart, over their own operands, with an operand that changes from row to row. */
  @TestFactory
  Stream<DynamicTest> manyRows() {
    return FUNCTIONS.stream().flatMap(f -> TYPES.stream().map(type -> DynamicTest.dynamicTest(f.name() + " " + type,
        () -> IntStream.of(1, 3, 7, 13, 37).forEach(n -> {
          NDArray x = numbers(type, 300 * (n + 2), n).reshape(300, n + 2).get(":, 1:-1");
          NDArray y = numbers(type, 300 * (n + 2), -n).reshape(300, n + 2).get(":, :-2");
          compare(n + " columns", f, x, y);
          compare(n + " columns, one for each row", f, x, y.get(":, :1"));
          compare(n + " columns, one row for all", f, x, y.get("0"));
          compare(n + " columns, the rows backwards", f, x.get("::-1"), y);
          List<NDArray> copies = List.of(x.copy(), x.copy(), x.copy());
          NDArray[] operands = {copies.get(0), y};
          SCALAR.call(() -> f.into(copies.get(0)).apply(Arrays.copyOf(operands, f.arity())));
          NDArray[] same = {copies.get(1), y};
          VECTOR.call(() -> f.into(copies.get(1)).apply(Arrays.copyOf(same, f.arity())));
          Samples.assertSame(n + " columns in place", copies.get(0), copies.get(1));
        }))));
  }

  @TestFactory
  Stream<DynamicTest> stepsThatNeedEachOther() {
    return TYPES.stream().map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
      NDArray x = numbers(type, 50 * 13, 5).reshape(50, 13);
      Samples.assertSame("accumulate", SCALAR.call(() -> Ufuncs.logaddexp.accumulate(x, 0)), VECTOR.call(() -> Ufuncs.logaddexp.accumulate(x, 0)));
      Samples.assertSame("reduce", SCALAR.call(() -> Ufuncs.logaddexp.reduce(x)), VECTOR.call(() -> Ufuncs.logaddexp.reduce(x)));
    }));
  }
}
