package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Logarithms, exponentials, powers and hyperbolic functions where C99 (annex F) says what they are, and where they are exact. */
class SpecialValuesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;
  private static final DType[] TYPES = {DType.float64, DType.float32, DType.float16};

  /** Operands and results, one after the other, in all three types. */
  private static void check(String name, UnaryOperator<NDArray> f, double... pairs) {
    for (DType type : TYPES) {
      for (int i = 0; i < pairs.length; i += 2) {
        double got = f.apply(Nd.array(pairs[i]).astype(type)).astype(DType.float64).getDouble(0);
        assertEquals(bits(pairs[i + 1]), bits(got), name + "(" + pairs[i] + ") of " + type + " is " + got + ", not " + pairs[i + 1]);
      }
    }
  }

  private static long bits(double x) {
    return Double.doubleToLongBits(x);
  }

  @Test
  void logarithms() {
    check("log", Nd::log, 0.0, -INF, -0.0, -INF, 1, 0.0, -1, NAN, -INF, NAN, INF, INF, NAN, NAN);
    check("log2", Nd::log2, 0.0, -INF, -0.0, -INF, 1, 0.0, -1, NAN, -INF, NAN, INF, INF, NAN, NAN, 0.5, -1, 2, 1);
    check("log10", Nd::log10, 0.0, -INF, -0.0, -INF, 1, 0.0, -1, NAN, -INF, NAN, INF, INF, NAN, NAN, 10, 1, 1000, 3);
    check("log1p", Nd::log1p, 0.0, 0.0, -0.0, -0.0, -1, -INF, -2, NAN, -INF, NAN, INF, INF, NAN, NAN);
  }

  @Test
  void exponentials() {
    check("exp", Nd::exp, 0.0, 1, -0.0, 1, -INF, 0.0, INF, INF, NAN, NAN, -2000, 0.0, 2000, INF);
    check("exp2", Nd::exp2, 0.0, 1, -0.0, 1, -INF, 0.0, INF, INF, NAN, NAN, -2000, 0.0, 2000, INF, 3, 8, -3, 0.125);
    check("expm1", Nd::expm1, 0.0, 0.0, -0.0, -0.0, -INF, -1, INF, INF, NAN, NAN, -2000, -1, 2000, INF);
  }

  @Test
  void hyperbolicFunctions() {
    check("sinh", Nd::sinh, 0.0, 0.0, -0.0, -0.0, -INF, -INF, INF, INF, NAN, NAN, 2000, INF, -2000, -INF);
    check("cosh", Nd::cosh, 0.0, 1, -0.0, 1, -INF, INF, INF, INF, NAN, NAN, 2000, INF, -2000, INF);
    check("tanh", Nd::tanh, 0.0, 0.0, -0.0, -0.0, -INF, -1, INF, 1, NAN, NAN, 2000, 1, -2000, -1);
    check("asinh", Nd::asinh, 0.0, 0.0, -0.0, -0.0, -INF, -INF, INF, INF, NAN, NAN);
    check("acosh", Nd::acosh, 1, 0.0, 0.5, NAN, -1, NAN, -INF, NAN, INF, INF, NAN, NAN, 0.0, NAN);
    check("atanh", Nd::atanh, 0.0, 0.0, -0.0, -0.0, 1, INF, -1, -INF, 1.5, NAN, -1.5, NAN, INF, NAN, -INF, NAN, NAN, NAN);
    check("cbrt", Nd::cbrt, 0.0, 0.0, -0.0, -0.0, INF, INF, -INF, -INF, NAN, NAN, 8, 2, -27, -3, 0.125, 0.5);
  }

  /** Of any bits, of multiples with a place more or less, and of quotients near the limit up to which they are not called. */
  @Test
  void remaindersAreExact() {
    var random = new SplittableRandom(3);
    int n = 6000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2 == 0 ? random.nextDouble(-9, 9) : Double.longBitsToDouble(random.nextLong());
      double multiple = y[i] * Math.rint(random.nextDouble(-1, 1) * Math.scalb(1.0, i % 60));
      x[i] = switch (i % 4) {
        case 0 -> multiple;
        case 1 -> Double.longBitsToDouble(random.nextLong());
        case 2 -> Math.nextUp(multiple);
        default -> Math.nextDown(multiple);
      };
    }
    for (DType type : List.of(DType.float64, DType.float32)) {
      NDArray first = Nd.array(x).astype(type);
      NDArray second = Nd.array(y).astype(type);
      NDArray got = Nd.fmod(first, second).astype(DType.float64);
      NDArray a = first.astype(DType.float64);
      NDArray b = second.astype(DType.float64);
      for (int i = 0; i < n; i++) {
        double p = a.getDouble(i);
        double q = b.getDouble(i);
        assertEquals(bits(p % q), bits(got.getDouble(i)), p + " less multiples of " + q + " in " + type + " is " + got.getDouble(i));
      }
    }
  }

  /** All pairs of numbers that differ in what C99 says about them. Java says the same, but for powers of 1 and infinite ones of -1. */
  @Test
  void powers() {
    double[] all = {0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 4, 0.75, -0.75, 1.5, -1.5, INF, -INF, NAN, 1000, -1000, 1001, -1001, 0.25, 8};
    DoubleBinaryOperator c99 = (x, y) -> x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
    for (DType type : TYPES) {
      for (double x : all) {
        for (double y : all) {
          double exact = c99.applyAsDouble(x, y);
          double want = Nd.array(exact).astype(type).astype(DType.float64).getDouble(0);
          double got = Nd.pow(Nd.array(x).astype(type), Nd.array(y).astype(type)).astype(DType.float64).getDouble(0);
          boolean rounded = Math.abs(got - want) <= Math.abs(want) * (type == DType.float64 ? 0x1p-52 : type == DType.float32 ? 0x1p-23 : 0x1p-10);
          boolean special = Double.isNaN(want) || Double.isInfinite(want) || want == 0 || want == Math.rint(want) && Math.abs(want) < 1e6;
          assertTrue(special ? bits(want) == bits(got) : rounded, x + " to the power of " + y + " in " + type + " is " + got + ", not " + want);
        }
      }
    }
    double large = 0x1p53;
    check("(-1)^x", x -> Nd.pow(Nd.array(-1.0).astype(x.dtype()), x), 3, -1, 4, 1, INF, 1, -INF, 1, 0.5, NAN);
    assertEquals(1, Nd.pow(Nd.array(-1.0), Nd.array(large)).getDouble(0));
    assertEquals(-1, Nd.pow(Nd.array(-1.0), Nd.array(large - 1)).getDouble(0));
    assertEquals(-1, Nd.pow(Nd.array(-1.0), Nd.array(large / 2 + 1)).getDouble(0));
    assertEquals(bits(-0.0), bits(Nd.pow(Nd.array(-0.0), Nd.array(5.0)).getDouble(0)));
    assertEquals(-INF, Nd.pow(Nd.array(-0.0), Nd.array(-5.0)).getDouble(0));
    assertEquals(bits(-0.0), bits(Nd.pow(Nd.array(-INF), Nd.array(-5.0)).getDouble(0)));
    assertEquals(Double.MIN_VALUE, Nd.pow(Nd.array(2.0), Nd.array(-1074.0)).getDouble(0));
    assertEquals(INF, Nd.pow(Nd.array(2.0), Nd.array(1024.0)).getDouble(0));
  }

  @Test
  void sumsOfLogarithms() {
    for (var f : List.<BinaryOperator<NDArray>>of(Nd::logaddexp, Nd::logaddexp2)) {
      double[][] rows = {{INF, INF, INF}, {-INF, -INF, -INF}, {INF, -INF, INF}, {-INF, 3, 3}, {3, INF, INF}, {NAN, INF, NAN}, {-INF, NAN, NAN},
          {1e300, 5, 1e300}, {-1e300, -5, -5}};
      for (double[] row : rows) {
        assertEquals(bits(row[2]), bits(f.apply(Nd.array(row[0]), Nd.array(row[1])).getDouble(0)), row[0] + ", " + row[1]);
        assertEquals(bits(row[2]), bits(f.apply(Nd.array(row[1]), Nd.array(row[0])).getDouble(0)), row[1] + ", " + row[0]);
      }
    }
    assertEquals(4, Nd.logaddexp2(Nd.array(3.0), Nd.array(3.0)).getDouble(0));
    assertEquals(Math.log(2), Nd.logaddexp(Nd.array(0.0), Nd.array(0.0)).getDouble(0));
  }

  @Test
  void exactResults() {
    for (int k = -1074; k < 1024; k++) {
      assertEquals(k, Nd.array(Math.scalb(1.0, k)).log2().getDouble(0));
      assertEquals(Math.scalb(1.0, k), Nd.array((double) k).exp2().getDouble(0));
      assertEquals(Math.scalb(1.0, k), Nd.pow(Nd.array(2.0), Nd.array((double) k)).getDouble(0));
    }
    for (int k = 0; k < 23; k++) {
      double power = Double.parseDouble("1e" + k);
      assertEquals(k, Nd.array(power).log10().getDouble(0));
      assertEquals(power, Nd.pow(Nd.array(10.0), Nd.array((double) k)).getDouble(0));
    }
    for (int k = 0; k <= 10; k++) {
      assertEquals(k, Nd.array(Float.parseFloat("1e" + k)).log10().getFloat(0));
    }
    for (int i = 0; i < 200_000; i += i < 1000 ? 1 : 97) {
      double x = i;
      assertEquals(x, Nd.array(x * x * x).cbrt().getDouble(0));
      assertEquals(x * x, Nd.pow(Nd.array(x), Nd.array(2.0)).getDouble(0));
      assertEquals(-x * x * x, Nd.pow(Nd.array(-x), Nd.array(3.0)).getDouble(0));
      assertEquals(x, Nd.pow(Nd.array(x * x), Nd.array(0.5)).getDouble(0));
    }
    for (int i = 0; i < 256; i++) {
      assertEquals(i, Nd.array((float) (i * i * i)).cbrt().getFloat(0));
    }
  }

  /** Of numbers so small that the function is the number itself, and of the smallest there are. */
  @Test
  void tinyNumbers() {
    for (double x : new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p-1022, 3e-310, -1e-300, 0x1p-60}) {
      NDArray a = Nd.array(x);
      for (NDArray y : new NDArray[] {a.log1p(), a.expm1(), a.sinh(), a.tanh(), a.asinh(), a.atanh()}) {
        assertEquals(x, y.getDouble(0));
      }
    }
    for (float x : new float[] {Float.MIN_VALUE, -Float.MIN_VALUE, 0x1p-126f, 3e-40f, -1e-30f}) {
      NDArray a = Nd.array(x);
      for (NDArray y : new NDArray[] {a.log1p(), a.expm1(), a.sinh(), a.tanh(), a.asinh(), a.atanh()}) {
        assertEquals(x, y.getFloat(0));
      }
    }
  }
}
