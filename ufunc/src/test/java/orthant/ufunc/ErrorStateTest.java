package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import orthant.ArithmeticFault;
import orthant.Axes;
import orthant.Complex;
import orthant.DType;
import orthant.ErrorState;
import orthant.ErrorState.Category;
import orthant.ErrorState.Mode;
import orthant.NDArray;
import orthant.Nd;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Faults;
import org.junit.jupiter.api.Test;

/** What goes wrong is found, and nothing else is. */
class ErrorStateTest {
  private static final ErrorState RAISE = ErrorState.all(Mode.RAISE);

  /** The category that is raised first, or null. */
  private static Category category(Supplier<NDArray> code) {
    try {
      Nd.errstate(RAISE, code);
      return null;
    } catch (ArithmeticFault fault) {
      return fault.category();
    }
  }

  private static void check(Category want, Supplier<NDArray> code) {
    LayoutsTest.ENGINES.forEach((name, engine) -> assertEquals(want, engine.call(() -> category(code)), name));
  }

  private static NDArray f(double... x) {
    return Nd.array(x);
  }

  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  @Test
  void floatingPoint() {
    check(null, () -> f(1, 2, INF, NAN).divide(f(2, 4, 3, 0)));
    check(Category.DIVIDE, () -> f(1, 2).divide(f(1, 0)));
    check(null, () -> f(INF, -INF).divide(f(0, 0)));
    check(Category.DIVIDE, () -> f(1, -0.0).reciprocal());
    check(Category.DIVIDE, () -> f(1, 0).log());
    check(Category.DIVIDE, () -> f(2, 0).pow(-1.0));
    check(Category.DIVIDE, () -> f(0.5, 1).atanh());
    check(Category.INVALID, () -> f(1, 0).divide(f(1, 0)));
    check(Category.INVALID, () -> f(4, -1).sqrt());
    check(Category.INVALID, () -> f(INF).subtract(f(INF)));
    check(Category.INVALID, () -> f(1).remainder(f(0)));
    check(null, () -> f(NAN, INF, 0).sqrt());
    check(Category.OVERFLOW, () -> f(1e200, 1).multiply(f(1e200, 1)));
    check(Category.OVERFLOW, () -> f(1000).exp());
    check(Category.OVERFLOW, () -> f(1e300).square());
    check(null, () -> f(INF, -INF).multiply(f(2, 2)));
    check(Category.UNDERFLOW, () -> f(1e-200).multiply(f(1e-200)));
    check(Category.UNDERFLOW, () -> f(-1000).exp());
    check(Category.UNDERFLOW, () -> f(1e-300).divide(f(1e10)));
    check(null, () -> f(0, -0.0, 3).multiply(f(1e-300, 5, 0)));
    check(null, () -> f(-INF).exp());
    check(null, () -> f(1e-310).add(f(1e-310)));
    check(Category.OVERFLOW, () -> f(6e4).astype(DType.float16).multiply(f(2).astype(DType.float16)));
    check(Category.OVERFLOW, () -> f(3e38).astype(DType.float32).multiply(10.0));
    check(Category.INVALID, () -> Nd.scalar(new Complex(0, 0)).divide(Nd.scalar(new Complex(0, 0))));
    check(null, () -> Nd.scalar(new Complex(1, 2)).multiply(Nd.scalar(new Complex(3, -4))));
    check(null, () -> Nd.array(1, 2, 3).divide(Nd.array(2, 3, 4)));
    check(Category.DIVIDE, () -> Nd.array(1, 2, 3).divide(Nd.array(2, 0, 4)));
  }

  @Test
  void casts() {
    check(null, () -> f(1.9, -1.9, 2147483647.9, -2147483648.9).astype(DType.int32));
    check(Category.INVALID, () -> f(2147483648.0).astype(DType.int32));
    check(Category.INVALID, () -> f(NAN).astype(DType.int64));
    check(Category.INVALID, () -> f(0x1p63).astype(DType.int64));
    check(null, () -> f(-0x1p63).astype(DType.int64));
    check(Category.INVALID, () -> f(300).astype(DType.uint8));
    check(Category.INVALID, () -> f(-1).astype(DType.uint8));
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(128).astype(DType.int8));
    check(null, () -> Nd.array(127, -128).astype(DType.int8));
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(-1).astype(DType.uint64));
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(-1L).astype(DType.uint64).astype(DType.int64));
    check(Category.OVERFLOW, () -> f(1e39).astype(DType.float32));
    check(Category.UNDERFLOW, () -> f(1e-50).astype(DType.float32));
    check(Category.OVERFLOW, () -> Nd.array(70000).astype(DType.float16));
    NDArray out = Nd.array(7, 7);
    check(Category.INVALID, () -> out.assign(f(1, NAN)));
    assertEquals(1, out.getInt(0), "the output holds the results");
  }

  /** Every integer operation on values at the edges, against exact arithmetic. */
  @Test
  void integersAgainstExactArithmetic() {
    SplittableRandom random = new SplittableRandom(3);
    for (DType type : DType.values()) {
      if (!type.isInteger()) {
        continue;
      }
      int bits = 8 * type.size();
      BigInteger low = type.isUnsigned() ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
      BigInteger high = BigInteger.ONE.shiftLeft(type.isUnsigned() ? bits : bits - 1).subtract(BigInteger.ONE);
      List<BigInteger> values = new ArrayList<>(List.of(low, low.add(BigInteger.ONE), BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO,
          BigInteger.valueOf(3), BigInteger.valueOf(7), high.shiftRight(1), high.subtract(BigInteger.ONE), high));
      if (!type.isUnsigned()) {
        values.addAll(List.of(BigInteger.ONE.negate(), BigInteger.TWO.negate(), BigInteger.valueOf(-3)));
      }
      for (int i = 0; i < 6; i++) {
        values.add(new BigInteger(bits - 1, new java.util.Random(random.nextLong())));
      }
      for (BigInteger x : values) {
        for (BigInteger y : values) {
          NDArray a = Nd.scalar(DType.int64, x.longValue()).astype(type);
          NDArray b = Nd.scalar(DType.int64, y.longValue()).astype(type);
          exact(low, high, x.add(y), Ops.ADD, a, b);
          exact(low, high, x.subtract(y), Ops.SUBTRACT, a, b);
          exact(low, high, x.multiply(y), Ops.MULTIPLY, a, b);
          if (y.signum() >= 0 && y.bitLength() < 8) {
            exact(low, high, x.pow(y.intValue()), Ops.POW, a, b);
          }
          if (y.signum() != 0) {
            exact(low, high, x.divide(y), Ops.FLOOR_DIVIDE, a, b);
          } else {
            assertEquals(Category.DIVIDE, category(() -> Engine.apply(Ops.FLOOR_DIVIDE, a, b)));
            assertEquals(Category.DIVIDE, category(() -> Engine.apply(Ops.REMAINDER, a, b)));
          }
        }
        NDArray a = Nd.scalar(DType.int64, x.longValue()).astype(type);
        exact(low, high, x.negate(), Ops.NEGATIVE, a);
        exact(low, high, x.abs(), Ops.ABS, a);
        exact(low, high, x.multiply(x), Ops.SQUARE, a);
      }
    }
  }

  private static void exact(BigInteger low, BigInteger high, BigInteger exact, Op op, NDArray... operands) {
    boolean fits = exact.compareTo(low) >= 0 && exact.compareTo(high) <= 0;
    assertEquals(fits ? null : Category.INTEGER_OVERFLOW, category(() -> Engine.apply(op, operands)),
        () -> op + " of " + List.of(operands) + " " + operands[0].dtype());
  }

  @Test
  void sumsAndProducts() {
    NDArray big = Nd.array(Long.MAX_VALUE, 1L, -5L);
    check(null, () -> big.sum());
    check(Category.INTEGER_OVERFLOW, () -> big.get("0:2").sum());
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(Long.MIN_VALUE, -1L).sum());
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(-1L, -1L).astype(DType.int32).prod().add(0L).add(Long.MAX_VALUE));
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(1L << 40, 1L << 40).prod());
    check(null, () -> Nd.array(1L << 40, 1L << 22).prod());
    check(Category.INTEGER_OVERFLOW, () -> Nd.full(DType.int64, 3L << 60, 30).prod());
    check(null, () -> Nd.concat(Nd.array(0L), Nd.full(DType.int64, 3L << 60, 30)).prod());
    check(Category.INTEGER_OVERFLOW, () -> Nd.array(100, 100).sum(Axes.ALL.dtype(DType.int8)));
    NDArray unsigned = Nd.array(-1L, 1L);
    NDArray u = unsigned.bitwiseAnd(-1L);
    NDArray cast = ErrorState.IGNORE.during(() -> u.astype(DType.uint64));
    check(Category.INTEGER_OVERFLOW, () -> cast.sum());
    check(null, () -> cast.get("0:1").sum());
    check(Category.OVERFLOW, () -> f(1e308, 1e308).sum());
    check(Category.INVALID, () -> f(INF, -INF).sum());
    check(null, () -> f(NAN, 1).sum());
    check(Category.OVERFLOW, () -> f(1e200, 1e200).prod());
  }

  @Test
  void tellsWhereAndOfWhat() {
    NDArray a = Nd.arange(DType.float64, 12).reshape(3, 4);
    NDArray b = Nd.array(1.0, 2, 0, 4);
    ArithmeticFault fault = assertThrows(ArithmeticFault.class, () -> Nd.errstate(RAISE, () -> a.divide(b)));
    assertEquals(Category.DIVIDE, fault.category());
    assertEquals("divide", fault.operation());
    assertArrayEquals(new long[] {0, 2}, fault.index());
    assertEquals(2, fault.operands().get(0).getDouble());
    assertEquals(0, fault.operands().get(1).getDouble());
    assertTrue(fault.getMessage().contains("division by zero in divide") && fault.getMessage().contains("[0, 2]"), fault.getMessage());
  }

  @Test
  void outputsMasksAndOverlap() {
    NDArray x = f(4, 0, 1);
    NDArray out = Nd.zeros(3);
    NDArray mask = x.notEqual(0.0);
    check(null, () -> Ufuncs.divide.into(out).where(mask).apply(f(1, 1, 1), x));
    check(Category.DIVIDE, () -> Ufuncs.divide.into(out).apply(f(1, 1, 1), x));
    assertEquals(INF, out.getDouble(1), "results are there");
    NDArray i = Nd.array(Integer.MAX_VALUE, 1);
    assertEquals(Category.INTEGER_OVERFLOW, category(() -> Ufuncs.add.into(i).apply(i, i)), "an output that is an operand");
    NDArray small = Nd.array(5, 1);
    assertNull(category(() -> Ufuncs.add.into(small).apply(small, small)), "operands are looked at as they were");
  }

  @Test
  void modes() {
    List<ArithmeticFault> seen = new ArrayList<>();
    ErrorState state = ErrorState.IGNORE.handler(seen::add).divide(Mode.CALL).invalid(Mode.WARN);
    NDArray y = Nd.errstate(state, () -> f(1, 0).divide(f(0, 0)));
    assertEquals(1, seen.size());
    assertTrue(Double.isNaN(y.getDouble(1)));
    assertThrows(IllegalArgumentException.class, () -> ErrorState.IGNORE.divide(Mode.CALL));
    assertNull(category(() -> ErrorState.IGNORE.during(() -> f(1).divide(f(0)))), "the inner scope holds");
    assertSame(ErrorState.IGNORE, ErrorState.current());
    Nd.errstate(state, () -> assertSame(state, ErrorState.current()));
    assertFalse(Faults.matter());
  }

  @Test
  void lazyExpressions() {
    Lazy e = Lazy.lazy(f(1, 0, 3)).reciprocal().multiply(2.0);
    check(Category.DIVIDE, e::eval);
    check(Category.DIVIDE, () -> e.sum().eval());
    check(Category.DIVIDE, () -> e.eval(Nd.empty(3)));
    NDArray want = e.eval();
    Samples.assertSame("operation by operation", want, Nd.errstate(ErrorState.IGNORE.invalid(Mode.RAISE), () -> e.eval()));
    check(Category.INTEGER_OVERFLOW, () -> Lazy.lazy(Nd.array(1 << 30)).multiply(2L).add(0L).eval());
  }

  /** A fault in a part that another thread computed. */
  @Test
  void largeArrays() {
    NDArray a = Nd.ones(1 << 20);
    a.set(0.0, 777_777);
    ArithmeticFault fault = assertThrows(ArithmeticFault.class, () -> Nd.errstate(RAISE, () -> a.reciprocal()));
    assertArrayEquals(new long[] {777_777}, fault.index());
    check(null, () -> Nd.ones(1 << 20).reciprocal());
  }
}
