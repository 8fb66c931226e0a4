package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orthant.ArithmeticFault;
import orthant.Axes;
import orthant.DType;
import orthant.ErrorState;
import orthant.ErrorState.Mode;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Faults in what functions do one after the other: reductions, running results, slices, changes in place; and in all pairs. */
class ErrorStateOfMethodsTest {
  private static final ErrorState RAISE = ErrorState.all(Mode.RAISE);

  /** The category that is raised first and where, or nothing. */
  private static String fault(Supplier<NDArray> code) {
    try {
      Nd.errstate(RAISE, code);
      return "";
    } catch (ArithmeticFault fault) {
      return fault.category() + " " + fault.operation() + " " + Arrays.toString(fault.index());
    }
  }

  private static void check(String want, Supplier<NDArray> code) {
    LayoutsTest.ENGINES.forEach((name, engine) -> assertEquals(want, engine.call(() -> fault(code)), name));
  }

  private static NDArray f(double... x) {
    return Nd.array(x);
  }

  private static NDArray bytes(long... x) {
    return ErrorState.IGNORE.during(() -> Nd.array(x).astype(DType.int8));
  }

  @Test
  void outer() {
    check("", () -> Ufuncs.divide.outer(f(1, 2), f(3, 4)));
    check("DIVIDE divide [0, 1]", () -> Ufuncs.divide.outer(f(1, 2), f(4, 0)));
    check("INTEGER_OVERFLOW multiply [1, 2]", () -> Ufuncs.multiply.outer(bytes(1, 64), bytes(-2, 1, 2)));
    check("DIVIDE divide [1, 0]", () -> Ufuncs.divide.where(Nd.array(new boolean[][] {{false}, {true}})).outer(f(1, 2), f(0, 4)));
  }

  @Test
  void runningSumsAndProducts() {
    check("", () -> bytes(100, 27, -100).cumsum(0));
    check("INTEGER_OVERFLOW running sum [1]", () -> Nd.cumulativeSum(Nd.array(Long.MAX_VALUE, 1, -1), 0));
    check("INTEGER_OVERFLOW running sum [2]", () -> Ufuncs.add.dtype(DType.int8).accumulate(bytes(100, 27, 1, 0)));
    check("OVERFLOW running prod [1, 1]", () -> Nd.cumprod(Nd.array(new double[][] {{1, 2}, {3, 1e308}}), 0));
    check("OVERFLOW running prod [1, 1]", () -> Nd.cumprod(Nd.array(new double[][] {{1, 2}, {1e300, 1e308}}), 1));
    check("INVALID running sum [0, 1]", () -> Nd.array(new double[][] {{1.0 / 0, -1.0 / 0}}).cumsum(1));
    check("UNDERFLOW running prod [1]", () -> Ufuncs.multiply.accumulate(f(1e-200, 1e-200)));
    check("", () -> Nd.zeros(0).cumsum(0));
    check("", () -> Nd.ones(2, 0).cumsum(0));
    // Many side by side are combined slice by slice.
    NDArray wide = ErrorState.IGNORE.during(() -> Nd.ones(DType.int8, 3, 50));
    wide.set(127, 1, 7);
    check("INTEGER_OVERFLOW running sum [1, 7]", () -> Ufuncs.add.dtype(DType.int8).accumulate(wide));
  }

  @Test
  void partialResults() {
    check("", () -> Ufuncs.subtract.accumulate(bytes(-100, 28, 0)));
    check("INTEGER_OVERFLOW subtract [1]", () -> Ufuncs.subtract.accumulate(bytes(-100, 29, 0)));
    check("DIVIDE divide [2, 1]", () -> Ufuncs.divide.accumulate(Nd.array(new double[][] {{1, 2}, {3, 1}, {1, 0}}), 0));
    check("DIVIDE divide [1, 2]", () -> Ufuncs.divide.accumulate(Nd.array(new double[][] {{1, 2, 3}, {3, 1, 0}}), 1));
    check("OVERFLOW pow [1]", () -> Ufuncs.pow.into(Nd.empty(3)).accumulate(f(1e200, 2, 1)));
    check("INVALID copy [1]", () -> Ufuncs.maximum.dtype(DType.int8).accumulate(f(1, 300)));
    Ufunc logs = Ufuncs.of("logs", (double x, double y) -> x + Math.log(y));
    check("OVERFLOW logs [1]", () -> logs.accumulate(f(1, 0, 1)));
  }

  @Test
  void reductionsFromLeftToRight() {
    check("", () -> Ufuncs.subtract.reduce(bytes(-100, 28)));
    check("INTEGER_OVERFLOW subtract []", () -> Ufuncs.subtract.reduce(bytes(-100, 29, -29)));
    check("DIVIDE divide [1]", () -> Ufuncs.divide.reduce(Nd.array(new double[][] {{1, 2}, {3, 0}}), Axes.axes(1)));
    check("DIVIDE divide [1, 0]", () -> Ufuncs.divide.reduce(Nd.array(new double[][] {{1, 2}, {3, 0}}), Axes.axes(1).keepDims()));
    check("", () -> Ufuncs.divide.initial(1).where(Nd.array(true, false)).reduce(f(2, 0)));
    check("DIVIDE divide []", () -> Ufuncs.divide.initial(1).where(Nd.array(false, true)).reduce(f(2, 0)));
    check("INTEGER_OVERFLOW subtract []", () -> Ufuncs.subtract.initial(-100).reduce(bytes(29)));
    check("", () -> Ufuncs.bitwiseXor.reduce(bytes(127, -128)));
    check("", () -> Ufuncs.gcd.reduce(Nd.arange(5000)));
  }

  @Test
  void slices() {
    NDArray a = Nd.array(Long.MAX_VALUE, 0L, 1L, 2L, 3L);
    check("", () -> Ufuncs.add.reduceat(a, Nd.array(0, 2)));
    check("INTEGER_OVERFLOW sum [1]", () -> Ufuncs.add.reduceat(a, Nd.array(2, 0, 4)));
    check("", () -> Ufuncs.add.reduceat(a, Nd.array(0, 0, 1)));
    check("", () -> Ufuncs.multiply.reduceat(Nd.array(1L << 40, 2, 3), Nd.array(0, 1)));
    NDArray b = Nd.array(new double[][] {{1, 2, 4}, {1, 2, 0}});
    check("DIVIDE divide [1, 2]", () -> Ufuncs.divide.reduceat(b, Nd.array(2, 0, 1), 1));
    check("DIVIDE divide [1, 1]", () -> Ufuncs.divide.reduceat(b, Nd.array(0, 1), 1));
    check("DIVIDE divide [1, 1]", () -> Ufuncs.divide.reduceat(b.T(), Nd.array(0, 1), 0).T());
    check("OVERFLOW prod [0, 1]", () -> Ufuncs.multiply.reduceat(Nd.array(new double[][] {{1, 1e200}, {1, 1e200}, {1, 1}}), Nd.array(0, 2), 0));
  }

  @Test
  void changesInPlace() {
    check("", () -> Ufuncs.add.at(bytes(0, 0), Nd.array(0, 0, 1), bytes(100, 27, 1)));
    check("INTEGER_OVERFLOW add [1]", () -> Ufuncs.add.at(bytes(0, 0), Nd.array(0, 0, 1), bytes(100, 28, 1)));
    check("INTEGER_OVERFLOW add [3]", () -> Ufuncs.add.at(bytes(0, 1), Nd.array(1L, 0, -1, 1), bytes(100, 28, -100, 127)));
    check("INTEGER_OVERFLOW negative [2]", () -> Ufuncs.negative.at(bytes(1, -128), Nd.array(0, 0, 1)));
    check("DIVIDE divide [1, 0]", () -> Ufuncs.divide.at(Nd.ones(2, 2), new Index[] {Index.at(Nd.array(0, 1))},
        Nd.array(new double[][] {{1, 2}, {0, 4}})));
    check("DIVIDE reciprocal [2]", () -> Ufuncs.reciprocal.at(f(1, 0, 2, 0), Nd.array(true, false, true, true)));
    check("", () -> Ufuncs.reciprocal.at(f(1, 0), Nd.array(0, 0)));
    check("", () -> Ufuncs.reciprocal.at(f(1, 0), Nd.zeros(DType.int64, 0)));
    check("INVALID add [0]", () -> Ufuncs.add.at(f(1.0 / 0), Nd.array(0), f(-1.0 / 0)));
    // Elements are 0 only in between.
    check("DIVIDE reciprocal [0]", () -> Ufuncs.reciprocal.at(f(0, 5), new Index[] {Index.slice(0, 2)}));
    NDArray a = bytes(120, 0);
    check("INTEGER_OVERFLOW add [0]", () -> Ufuncs.add.at(a.copy(), Nd.array(0L, 0), Nd.array(100L, -100)));
    NDArray kept = bytes(120, 0);
    fault(() -> Ufuncs.add.at(kept, Nd.array(0, 1), bytes(100)));
    assertEquals(-36, kept.getInt(0), "results are there");
  }

  /** Steps of random integers beside exact arithmetic. */
  @Test
  void againstExactArithmetic() {
    SplittableRandom random = new SplittableRandom(11);
    int found = 0;
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 9);
      long[] x = random.longs(n, -90, 110).toArray();
      int[] at = random.ints(n, 0, 3).toArray();
      NDArray elements = bytes(x);
      BigInteger[] sums = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
      BigInteger chain = BigInteger.ZERO;
      String running = "";
      String placed = "";
      for (int k = 0; k < n; k++) {
        chain = k == 0 ? BigInteger.valueOf(x[0]) : wrapped(chain.subtract(BigInteger.valueOf(x[k])));
        if (running.isEmpty() && k > 0 && !chain.equals(exact(x, k))) {
          running = "INTEGER_OVERFLOW subtract [" + k + "]";
        }
        BigInteger sum = sums[at[k]].add(BigInteger.valueOf(x[k]));
        sums[at[k]] = wrapped(sum);
        if (placed.isEmpty() && !sums[at[k]].equals(sum)) {
          placed = "INTEGER_OVERFLOW add [" + k + "]";
        }
      }
      assertEquals(running, fault(() -> Ufuncs.subtract.accumulate(elements)), elements::toString);
      assertEquals(running.isEmpty() ? "" : "INTEGER_OVERFLOW subtract []", fault(() -> Ufuncs.subtract.reduce(elements)), elements::toString);
      assertEquals(placed, fault(() -> Ufuncs.add.at(bytes(0, 0, 0), Nd.array(at), elements)), elements + " at " + Arrays.toString(at));
      found += running.isEmpty() ? 0 : 1;
    }
    assertTrue(found > 50 && found < 250, found + " of 300 go wrong");
  }

  /** The exact difference as long as nothing has wrapped around. */
  private static BigInteger exact(long[] x, int k) {
    BigInteger exact = BigInteger.valueOf(x[0]);
    for (int i = 1; i <= k; i++) {
      exact = exact.subtract(BigInteger.valueOf(x[i]));
    }
    return exact;
  }

  private static BigInteger wrapped(BigInteger value) {
    return BigInteger.valueOf(value.byteValue());
  }

  @Test
  void eachFaultIsToldOnce() {
    List<String> seen = new ArrayList<>();
    ErrorState calls = ErrorState.IGNORE.handler(fault -> seen.add(fault.category() + Arrays.toString(fault.index())))
        .divide(Mode.CALL).overflow(Mode.CALL).invalid(Mode.CALL).integerOverflow(Mode.CALL);
    Nd.errstate(calls, () -> Ufuncs.divide.accumulate(f(1, 0, 2)));
    Nd.errstate(calls, () -> Ufuncs.add.reduceat(Nd.array(Long.MAX_VALUE, 1L), Nd.array(0)));
    Nd.errstate(calls, () -> Ufuncs.add.at(bytes(127), Nd.array(0L), bytes(1)));
    Nd.errstate(calls, () -> Ufuncs.subtract.reduce(bytes(-128, 1)));
    Nd.errstate(calls, () -> Ufuncs.maximum.dtype(DType.int8).accumulate(f(300, 1)));
    assertEquals(List.of("DIVIDE[1]", "INTEGER_OVERFLOW[0]", "INTEGER_OVERFLOW[0]", "INTEGER_OVERFLOW[]", "INVALID[0]"), seen);
  }

  @Test
  void expressions() {
    Ufunc middle = Ufuncs.fused("middle", (x, y) -> x.add(y).floorDivide(2L));
    check("", () -> middle.apply(bytes(100, -5, 127), bytes(27, 1, -128)));
    check("INTEGER_OVERFLOW middle [1]", () -> middle.apply(bytes(100, 127), bytes(27, 1)));
    check("", () -> middle.where(Nd.array(true, false)).apply(bytes(100, 127), bytes(27, 1)));
    check("INTEGER_OVERFLOW middle [0, 1]", () -> middle.outer(bytes(100, 0), bytes(27, 28)));
    check("INTEGER_OVERFLOW middle [2]", () -> middle.accumulate(bytes(127, -1, 127)));
    // The sum that overflows is not seen in the result, which is 0.
    check("OVERFLOW gone [1]", () -> Ufuncs.fused("gone", x -> x.multiply(10.0).reciprocal()).apply(f(1, 1e308)));
    check("INVALID narrow [0]", () -> Ufuncs.fused("narrow", x -> x.astype(DType.int16).multiply(0L)).apply(f(1e5, 2)));
    Ufunc inner = Ufuncs.fused("inner", x -> x.square());
    check("INTEGER_OVERFLOW outer [1]", () -> Ufuncs.fused("outer", x -> inner.lazy(x).greater(3L)).apply(bytes(1, 16)));
  }

  /** An expression in one loop goes wrong exactly where it does step by step. */
  @Test
  void expressionsAsTheirSteps() {
    List<UnaryOperator<Lazy>> expressions = List.of(
        x -> x.multiply(3L).subtract(x.square()).abs().negative(),
        x -> x.add(x).divide(x.subtract(1L)),
        x -> x.exp().reciprocal().add(x.sqrt()),
        x -> Lazy.where(x.greater(2L), x.multiply(x), x.add(100L)).astype(DType.int8),
        x -> x.astype(DType.float16).multiply(x).log().isfinite());
    var random = new SplittableRandom(7);
    double[] numbers = {0, -0.0, 1, -1, 2, 3, 11, 60, 100, 127, -128, 300, -0.5, 1e-5, 6e4, 1e-300, 1e300, Double.MAX_VALUE, Double.NaN,
        Double.POSITIVE_INFINITY};
    int wrong = 0;
    for (DType type : List.of(DType.int8, DType.uint8, DType.int64, DType.float16, DType.float32, DType.float64)) {
      for (int round = 0; round < 40; round++) {
        double[] some = random.ints(3, 0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
        NDArray x = ErrorState.IGNORE.during(() -> f(some).astype(type));
        for (int e = 0; e < expressions.size(); e++) {
          var expression = expressions.get(e);
          var fused = Ufuncs.fused("e" + e, expression);
          for (var state : List.of(ErrorState.IGNORE.divide(Mode.RAISE), ErrorState.IGNORE.overflow(Mode.RAISE),
              ErrorState.IGNORE.underflow(Mode.RAISE), ErrorState.IGNORE.invalid(Mode.RAISE), ErrorState.IGNORE.integerOverflow(Mode.RAISE))) {
            boolean steps = raises(state, () -> expression.apply(Lazy.lazy(x)).eval());
            assertEquals(steps, raises(state, () -> fused.apply(x)), () -> "expression of " + x + " " + type + " in " + state);
            wrong += steps ? 1 : 0;
          }
        }
      }
    }
    assertTrue(wrong > 500, wrong + " faults");
  }

  private static boolean raises(ErrorState state, Supplier<NDArray> code) {
    try {
      Nd.errstate(state, code);
      return false;
    } catch (ArithmeticFault fault) {
      return true;
    }
  }
}
