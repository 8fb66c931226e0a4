package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BinaryOperator;
import orthant.Complex;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;
import org.junit.jupiter.api.Test;

/** Universal functions that are lazy expressions give the bits of the expression, with all that universal functions can. */
class FusedTest {
  private static final Ufunc CHANGE = Ufuncs.fused("change", (x, y) -> x.multiply(3.0).subtract(y.square()).add(x));
  private static final Ufunc WHOLE = Ufuncs.fused("whole", (x, y) -> x.multiply(7L).add(y).subtract(1L));
  private static final Ufunc FIRST = Ufuncs.fused("first", (x, y) -> Lazy.where(x.greater(y), x, y.astype(x.dtype())));

  private static void onAllEngines(Runnable code) {
    for (Engine engine : LayoutsTest.ENGINES.values()) {
      engine.call(() -> {
        code.run();
        return null;
      });
    }
  }

  private static NDArray numbers(DType type, long n) {
    return Nd.arange(DType.int64, n).remainder(90L).add(1L).astype(type);
  }

  @Test
  void bitsAreThoseOfTheSteps() {
    onAllEngines(() -> {
      for (DType a : DType.values()) {
        for (DType b : DType.values()) {
          NDArray x = numbers(a, 67);
          NDArray y = numbers(b, 67).get("::-1");
          if (!a.isBool() && !b.isBool()) {
            Samples.assertSame("change of " + a + " and " + b, x.multiply(3.0).subtract(y.square()).add(x), CHANGE.apply(x, y));
            Samples.assertSame("whole of " + a + " and " + b, x.multiply(7L).add(y).subtract(1L), WHOLE.apply(x, y));
          }
          Samples.assertSame("lazily", CHANGE.lazy(x, y).eval(), CHANGE.apply(x, y));
        }
      }
    });
  }

  @Test
  void numbersAreExact() {
    Ufunc large = Ufuncs.fused("large", x -> x.add((1L << 60) + 1));
    assertEquals((1L << 60) + 3, large.apply(Nd.array(2L)).getLong(0));
    Ufunc turn = Ufuncs.fused("turn", x -> x.multiply(Lazy.lazy(Nd.scalar(new Complex(0, 1)))));
    assertEquals(new Complex(0, 2), turn.apply(Nd.array(2.0)).getComplex(0));
    Ufunc third = Ufuncs.fused("third", x -> x.multiply(0.1));
    assertEquals(0.1f * 3f, third.apply(Nd.array(3f)).getDouble(0));
    assertEquals(DType.float16, third.apply(Nd.array(3f).astype(DType.float16)).dtype());
    Ufunc constant = Ufuncs.fused("constant", x -> x.greater(2.0).logicalOr(Lazy.lazy(Nd.scalar(DType.bool, 1))));
    assertTrue(constant.apply(Nd.zeros(5)).all().getBoolean());
  }

  @Test
  void optionsAndMethodsWork() {
    onAllEngines(() -> {
      NDArray x = numbers(DType.float64, 12).reshape(3, 4);
      NDArray y = numbers(DType.float64, 4);
      NDArray out = Nd.full(DType.float64, 5.0, 3, 4);
      NDArray mask = x.remainder(2.0).equal(0.0);
      assertSame(out, CHANGE.into(out).where(mask).apply(x, y));
      Samples.assertSame("masked", Nd.where(mask, CHANGE.apply(x, y), 5.0), out);
      assertSame(x, CHANGE.into(x).apply(x, x), "an output that is both operands");
      assertEquals(DType.float32, CHANGE.dtype(DType.float32).apply(Nd.array(1f), Nd.array(2f)).dtype());
      NDArray z = numbers(DType.float64, 30).reshape(5, 6).cos();
      BinaryOperator<NDArray> f = (a, b) -> a.multiply(3.0).subtract(b.square()).add(a);
      NDArray folded = z.get(Index.at(0));
      NDArray running = z.copy();
      for (int i = 1; i < 5; i++) {
        folded = f.apply(folded, z.get(Index.at(i)));
        running.get(Index.at(i)).assign(folded);
      }
      Samples.assertSame("reduce", folded, CHANGE.reduce(z));
      Samples.assertSame("accumulate", running, CHANGE.accumulate(z));
      Samples.assertSame("outer", f.apply(y.reshape(4, 1), y), CHANGE.outer(y, y));
      NDArray at = Nd.array(1.0, 2, 3);
      CHANGE.at(at, Nd.array(1L, 1L), Nd.array(2.0, 3));
      assertEquals((2 * 3.0 - 4 + 2) * 3 - 9 + (2 * 3.0 - 4 + 2), at.getDouble(1));
      Samples.assertSame("reduceat", Nd.concat(CHANGE.reduce(z.get("0:2")).reshape(1, 6), CHANGE.reduce(z.get("2:")).reshape(1, 6)),
          CHANGE.reduceat(z, Nd.array(0, 2)));
      assertEquals(7, FIRST.identity(Double.NEGATIVE_INFINITY).reduce(Nd.array(3.0, 7, 5)).getDouble());
      assertEquals(DType.int8, FIRST.apply(numbers(DType.int8, 3), numbers(DType.float64, 3)).dtype());
    });
  }

  @Test
  void severalOperands() {
    Ufunc f = Ufuncs.fused("muladd", 4, x -> x[0].multiply(x[1]).add(x[2].multiply(x[3])));
    assertEquals(4, f.arity());
    NDArray a = numbers(DType.float32, 9);
    Samples.assertSame("broadcast", a.multiply(2.0).add(a.reshape(9, 1).multiply(a)),
        f.apply(a, Nd.scalar(DType.float32, 2), a.reshape(9, 1), a));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.fused("many", 5, x -> x[0]));
    assertEquals(5, Ufuncs.fused("same", x -> x).apply(Nd.array(5)).getInt(0));
  }

  @Test
  void whatIsNoFunctionOfElementsIsRefused() {
    Ufunc reduced = Ufuncs.fused("centred", x -> x.subtract(x.mean()));
    var e = assertThrows(IllegalArgumentException.class, () -> reduced.apply(Nd.ones(3)));
    assertTrue(e.getMessage().contains("has a reduction in it"), e.getMessage());
    Ufunc captured = Ufuncs.fused("captured", x -> x.add(Nd.ones(3)));
    e = assertThrows(IllegalArgumentException.class, () -> captured.apply(Nd.ones(3)));
    assertTrue(e.getMessage().contains("has an array in it"), e.getMessage());
    Ufunc bits = Ufuncs.fused("bits", x -> x.bitwiseAnd(1L));
    assertThrows(IllegalArgumentException.class, () -> bits.apply(Nd.ones(3)));
  }
}
