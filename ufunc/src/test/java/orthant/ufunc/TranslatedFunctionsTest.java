package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import orthant.Complex;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Call;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Functions that are translated compute what they compute when they are called, bit for bit, on every engine; the others say why they are not. */
class TranslatedFunctionsTest {
  private static final String TRANSLATED = "the function, translated from its bytecode";
  private static final int N = 777;

  /** A function of several types. */
  @FunctionalInterface
  public interface Mixed extends Serializable {
    double of(double x, int n, boolean add);
  }

  /** A predicate. */
  @FunctionalInterface
  public interface Less extends Serializable {
    boolean of(double a, double b);
  }

  /** Of every type that there is. */
  @FunctionalInterface
  public interface All extends Serializable {
    long of(long l, int i, float f, double d);
  }

  /** Results of several types. */
  public record Parts(double whole, int exponent, Complex both, boolean negative) {}

  /** A function with such results. */
  @FunctionalInterface
  public interface ToParts extends Serializable {
    Parts of(double x);
  }

  /** A record of the user, inside functions. */
  record Point(double x, double y) {
    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }

    static Point of(double both) {
      return new Point(both, -both);
    }

    double dot(Point other) {
      return x * other.x + y * other.y;
    }
  }

  /** One that looks at what it is given. */
  record Positive(double x) {
    Positive {
      if (x < 0) {
        x = 0;
      }
    }
  }

  private record Case(String name, Class<?> type, Object function, String reason) {}

  private final List<Case> cases = new ArrayList<>();
  private String reason;

  private <T> void of(String name, Class<T> type, T function) {
    cases.add(new Case(name, type, function, reason));
  }

  private void d(String name, Scalars.DoubleUnary f) {
    of(name, Scalars.DoubleUnary.class, f);
  }

  private void dd(String name, Scalars.DoubleBinary f) {
    of(name, Scalars.DoubleBinary.class, f);
  }

  private void ddd(String name, Scalars.DoubleTernary f) {
    of(name, Scalars.DoubleTernary.class, f);
  }

  private void f(String name, Scalars.FloatUnary f) {
    of(name, Scalars.FloatUnary.class, f);
  }

  private void ff(String name, Scalars.FloatBinary f) {
    of(name, Scalars.FloatBinary.class, f);
  }

  private void l(String name, Scalars.LongUnary f) {
    of(name, Scalars.LongUnary.class, f);
  }

  private void ll(String name, Scalars.LongBinary f) {
    of(name, Scalars.LongBinary.class, f);
  }

  private void i(String name, Scalars.IntUnary f) {
    of(name, Scalars.IntUnary.class, f);
  }

  private void ii(String name, Scalars.IntBinary f) {
    of(name, Scalars.IntBinary.class, f);
  }

  private void zz(String name, Scalars.ComplexBinary f) {
    of(name, Scalars.ComplexBinary.class, f);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double clipped(double x, double low, double high) {
    if (x < low) {
      return low;
    }
    if (x > high) {
      return high;
    }
    return x;
  }

  private static boolean inside(double x, double y) {
    return x >= 0 && x < 1 && (y >= 0 && y < 1 || y == 5);
  }

  private static long fibonacci(long n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static double looping(double x) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += x;
    }
    return sum;
  }

  private double field = 2;
  private static double changing = 3;

  private double own(double x) {
    return x + 1;
  }

  private void arithmetic() {
    d("constant", x -> 1.5);
    d("itself", x -> x);
    d("sum", x -> x + 1);
    d("divided", x -> 1 / x - x / 3);
    d("negative", x -> -x * 0.1);
    dd("order is kept", (x, y) -> x + y + x - y + 0.1 * (x * y) * 3);
    ddd("three", (x, y, z) -> x * y + z);
    of("four", Scalars.DoubleQuaternary.class, (x, y, z, w) -> x * y - z * w);
    f("float", x -> x * x * x - 0.1f);
    ff("floats", (x, y) -> x / y + x);
    f("float through double", x -> (float) (x * 0.1 + 1));
    f("float root", x -> (float) Math.sqrt(x * x + 1));
    ll("long", (x, y) -> x * y + 3 * x - (y ^ x) + (x & 7 | ~y));
    ll("shifts", (x, y) -> (x << y) + (x >> y) + (x >>> y) + (x << 3) + (x >>> 67) + (x >> -1));
    ii("int", (x, y) -> x * y + 31 * x - (y ^ x) + (x & 7 | ~y));
    ii("int shifts", (x, y) -> (x << y) + (x >> y) + (x >>> y) + (x << 3) + (x >>> 35) + (x >> -1));
    i("int negative", x -> -x - Math.abs(x));
    l("quotients of constants", x -> x / 7 + x % 10 + x / -1 + x % -1);
    i("quotients of int constants", x -> x / 7 + x % 10 + x / -1 + x % -1);
    ii("a guarded quotient", (x, y) -> y != 0 ? x / y : 0);
    ll("a guarded remainder", (x, y) -> y == 0 ? x : x % y);
  }

  private void conversions() {
    d("to int and back", x -> (int) x);
    d("to long and back", x -> (long) x);
    d("to float and back", x -> (float) x);
    f("float to int", x -> (int) x);
    f("float to long", x -> (long) x);
    l("to double and back", x -> (long) (double) x);
    l("to float", x -> (long) (float) x);
    l("to int", x -> (int) x);
    i("to narrow ints", x -> (byte) x + (short) x * 3 + (char) x * 5);
    i("int to float", x -> (int) (float) x);
    i("int to double", x -> (int) (x * 0.37));
    i("int to long", x -> (int) (x * 0x9E3779B9L >>> 16));
    d("narrow of floating point", x -> (byte) x + (short) x + (char) x);
    of("everything", All.class, (l, i, f, d) -> (long) (l * i + f * d) + (long) (f + i) + (int) l);
  }

  private void choices() {
    d("leaky", x -> x > 0 ? x : 0.1 * x);
    d("not greater", x -> !(x > 0) ? x : 0.1 * x);
    d("less", x -> x < 1 ? x : 2);
    d("at most", x -> x <= 1 ? x : 2);
    d("at least", x -> x >= 1 ? x : 2);
    d("not less", x -> !(x < 1) ? x : 2);
    d("not at most", x -> !(x <= 1) ? x : 2);
    d("equal", x -> x == 1 ? 5 : x);
    d("not equal", x -> x != 1 ? 5 : x);
    dd("nested", (x, y) -> x > 0 ? y > 0 ? 1 : 2 : y < 0 ? x < -1 ? 3 : 4 : x == y ? 5 : 6);
    dd("and", (x, y) -> x > 0 && y > 0 ? x : y);
    dd("or", (x, y) -> x > 0 || y > 0 ? x : y);
    ddd("conditions of conditions", (x, y, z) -> (x > 0 || y < 1) && !(z >= x && y != 2) ? x + y : z > 2 ? x - z : y * z);
    d("clipped", x -> clipped(x, -1, 1));
    dd("truth of a method", (x, y) -> inside(x, y) ? x + y : 0);
    dd("truth in a variable", (x, y) -> {
      boolean a = x < y;
      boolean b = x > 1 | y > 1;
      boolean c = a ^ b;
      return c & !a ? x : a == b ? y : 3;
    });
    d("variables", x -> {
      double a = x * 2;
      double b;
      if (a > 3) {
        b = a - 1;
        a = 0;
      } else if (a > 1) {
        b = a + 1;
      } else {
        a += 1;
        b = 7;
      }
      double c = a + b;
      c *= c;
      return c;
    });
    d("early returns", x -> {
      if (Double.isNaN(x)) {
        return -1;
      }
      if (x < 0) {
        x = -x;
      }
      return x > 10 ? 10 : x;
    });
    i("a switch", x -> switch (x) {
      case 0 -> 7;
      case 1, 2 -> x * 3;
      case -7 -> 1;
      default -> -x;
    });
    i("a sparse switch", x -> switch (x) {
      case -1000000 -> 7;
      case 1, 2000000 -> x * 3;
      default -> -x;
    });
    i("ints as truth", x -> {
      int n = x > 0 ? 1 : 0;
      int m = x < 5 ? 0 : 1;
      n++;
      return n * 10 + m + (x == 3 ? 1 : x == 4 ? -1 : 0);
    });
    ll("compared longs", (x, y) -> x < y ? 1 : x > y ? -1 : 0);
    ii("compared ints", (x, y) -> x <= y ? x >= 0 ? 1 : y : x - y);
    ff("compared floats", (x, y) -> x < y ? 1 : x >= y ? -1 : 0);
    of("less", Less.class, (a, b) -> a < b);
    of("truth", Less.class, (a, b) -> a < b || a > 2 && b != a);
    of("never", Less.class, (a, b) -> false);
    of("operands that do not count", Mixed.class, (x, n, add) -> add ? 1 : 2);
    of("one that does", All.class, (l, i, f, d) -> i);
    of("mixed", Mixed.class, (x, n, add) -> add ? x + n : x * n);
  }

  private void methods() {
    d("abs", Math::abs);
    d("root", Math::sqrt);
    d("strict root", x -> StrictMath.sqrt(Math.abs(x)));
    dd("extremes", (x, y) -> Math.max(x, y) - 2 * Math.min(x, y));
    dd("reference to max", Math::max);
    ff("float extremes", (x, y) -> Math.max(x, y) - 2 * Math.min(x, y));
    ll("long extremes", (x, y) -> Math.max(x, y) - 2 * Math.min(x, y));
    ii("int extremes", (x, y) -> Math.max(x, y) - 2 * Math.min(x, y));
    ddd("fma", Math::fma);
    d("floor", Math::floor);
    d("ceil", Math::ceil);
    d("rint", Math::rint);
    d("round", x -> Math.round(x));
    f("float round", x -> Math.round(x));
    d("signum", Math::signum);
    dd("copySign", Math::copySign);
    f("float signum", Math::signum);
    d("ulp", Math::ulp);
    d("next", x -> Math.nextUp(x) - Math.nextDown(x));
    d("exponent", x -> Math.getExponent(x));
    d("degrees", x -> Math.toRadians(x) + Math.toDegrees(x));
    d("kinds", x -> Double.isNaN(x) ? 1 : Double.isInfinite(x) ? 2 : Double.isFinite(x) ? 3 : 4);
    dd("total order", (x, y) -> Double.compare(x, y));
    d("bits", x -> Double.longBitsToDouble(Double.doubleToLongBits(x) ^ 1));
    f("float bits", x -> Float.intBitsToFloat(Float.floatToIntBits(x) ^ 1));
    ll("compared", Long::compare);
    ll("rotated", (x, y) -> Long.rotateLeft(x, 13) ^ Long.rotateRight(y, (int) x));
    i("counted", x -> Integer.bitCount(x) + 100 * Integer.numberOfLeadingZeros(x));
    l("long counted", x -> Long.bitCount(x) + Long.signum(x));
    l("floored", x -> Math.floorMod(x, 7) + 10 * Math.floorDiv(x, -3L));
    i("int floored", x -> Math.floorMod(x, 7) + 10 * Math.floorDiv(x, -3));
    ll("unsigned", (x, y) -> Long.compareUnsigned(x, y) + Integer.toUnsignedLong((int) x));
    ll("high half", Math::multiplyHigh);
    d("helpers", x -> square(x) + square(square(x) - 1));
    d("reference to a helper", TranslatedFunctionsTest::square);
    d("widening reference", Math::getExponent);
  }

  private void objects() {
    double a = Math.random() < 2 ? 0.3 : 0;
    int n = a > 0 ? 3 : 4;
    boolean flag = n == 3;
    char letter = (char) (60 + n);
    Complex w = new Complex(a, n);
    d("captured", x -> x * a + n + letter);
    d("captured truth", x -> flag ? x : 1 / x);
    i("captured divisor", x -> x / n + (x << n));
    zz("complex", (z, y) -> new Complex(z.re() * y.re() - z.im() * y.im(), z.re() * y.im() + z.im() * y.re()));
    zz("complex factory", (z, y) -> Complex.of(z.im(), y.re()));
    zz("captured complex", (z, y) -> new Complex(w.re() + z.re(), w.im() + y.im()));
    zz("one of two", (z, y) -> z.re() > y.re() ? z : y);
    of("two of them", Scalars.ComplexesUnary.class, z -> new Scalars.Complexes(z, new Complex(z.re(), -z.im())));
    of("two", Scalars.DoublesBinary.class, (x, y) -> new Scalars.Doubles(x + y, x - y));
    of("two, chosen", Scalars.DoublesBinary.class, (x, y) -> x > y ? new Scalars.Doubles(x, y) : new Scalars.Doubles(y, x * 2));
    of("two floats", Scalars.FloatsUnary.class, x -> new Scalars.Floats(x, -x));
    of("two longs", Scalars.LongsBinary.class, (x, y) -> new Scalars.Longs(x / 3, x % 3 + y));
    of("two ints", Scalars.IntsUnary.class, x -> new Scalars.Ints(x, x > 0 ? 1 : 0));
    of("parts", ToParts.class, x -> new Parts(Math.floor(x), Math.getExponent(x), new Complex(x, -x), x < 0));
    dd("a record of the user", (x, y) -> new Point(x, y).plus(Point.of(a)).dot(new Point(y, 1)));
    d("a record that looks", x -> new Positive(x).x());
    of("polynomial", Scalars.FloatQuaternary.class, (x, b, c, e) -> Math.fma(Math.fma(x, b, c), x, e));
    d("a method of this that needs nothing of it", this::own);
  }

  private void others() {
    double[] table = {1, 2};
    Double object = 2.0;
    reason = "calls Math.exp, whose bits are Java's own";
    d("exp", x -> Math.exp(-x));
    reason = "calls Math.sin, whose bits are Java's own";
    d("reference to sin", Math::sin);
    reason = "has a loop";
    d("loop", TranslatedFunctionsTest::looping);
    d("endless", x -> {
      while (x == 12345) {
        x *= 0.5;
      }
      return x;
    });
    reason = "calls itself, or too deep";
    l("recursion", x -> x < 12 ? fibonacci(x) : x);
    reason = "reads or writes the field field";
    d("field", x -> x * field);
    reason = "reads or writes the field changing";
    d("static field", x -> x * changing);
    reason = "divides integers by what may be 0";
    ii("quotient", (x, y) -> x / (y | 1));
    reason = "takes the remainder of floating-point numbers";
    dd("remainder", (x, y) -> x % y);
    reason = "has the instruction daload";
    d("array", x -> x + table[1]);
    reason = "takes numbers as objects";
    d("object", x -> x * object);
    reason = "may throw an exception";
    d("throws", x -> {
      if (x == 0.123) {
        throw new ArithmeticException();
      }
      return x;
    });
    l("exact", x -> Math.addExact(x >> 2, 1));
    reason = "has a try block";
    i("try", x -> {
      try {
        return 3 / (x | 1);
      } catch (ArithmeticException e) {
        return 0;
      }
    });
    reason = "makes an object, java.util.SplittableRandom";
    d("makes", x -> new SplittableRandom(1).nextLong() + x);
    reason = "has the instruction invokedynamic";
    d("lambda", x -> ((DoubleUnaryOperator) y -> y + 1).applyAsDouble(x));
    reason = "calls StrictMath.hypot, whose bits are Java's own";
    zz("abs", (z, y) -> new Complex(z.abs(), y.re()));
    reason = "is an object of class orthant.ufunc.TranslatedFunctionsTest$1, not a lambda";
    d("class", new Scalars.DoubleUnary() {
      @Override
      public double applyAsDouble(double x) {
        return x + 1;
      }
    });
    reason = "is not serializable, so that it does not tell where its bytecode is";
    DoubleUnaryOperator plain = x -> x + 1;
    of("plain", DoubleUnaryOperator.class, plain);
    reason = "calls DoubleUnaryOperator.applyAsDouble";
    d("method of another", plain::applyAsDouble);
  }

  @TestFactory
  Stream<DynamicTest> theyComputeWhatTheyAreCalledFor() {
    arithmetic();
    conversions();
    choices();
    methods();
    objects();
    others();
    assertTrue(cases.size() > 100);
    return cases.stream().map(c -> dynamicTest(c.name, () -> check(c)));
  }

  @SuppressWarnings("unchecked")
  private void check(Case c) throws ReflectiveOperationException {
    Ufunc ufunc = Ufuncs.of(c.name, (Class<Object>) c.type, c.function);
    Method method = Call.method(c.type);
    DType[] types = Arrays.stream(method.getParameterTypes()).map(TranslatedFunctionsTest::type).toArray(DType[]::new);
    String first = ufunc.explain(types).lines().findFirst().orElseThrow();
    assertEquals(c.reason == null ? TRANSLATED : "the function is called for each element: it " + c.reason, first);
    SplittableRandom random = new SplittableRandom(c.name.hashCode());
    NDArray[] operands = Arrays.stream(types).map(type -> Samples.contiguous(type, random, N)).toArray(NDArray[]::new);
    List<NDArray> expected = called(method, c.function, operands);
    for (int k = 0; k < expected.size(); k++) {
      int result = k;
      LayoutsTest.ENGINES.forEach((name, engine) ->
          Samples.assertSame(name, expected.get(result), engine.call(() -> ufunc.results(operands)[result])));
      if (expected.size() == 1) {
        LayoutsTest.ENGINES.forEach((name, engine) ->
            Samples.assertSame(name + ", lazily", expected.get(result), engine.call(() -> ufunc.lazy((orthant.Operand[]) operands).eval())));
      }
    }
  }

  private static DType type(Class<?> type) {
    return type == Complex.class ? DType.complex128 : type == double.class ? DType.float64 : type == float.class ? DType.float32
        : type == long.class ? DType.int64 : type == int.class ? DType.int32 : DType.bool;
  }

  /** The results, called for one element after the other. */
  private static List<NDArray> called(Method method, Object function, NDArray... operands) throws ReflectiveOperationException {
    RecordComponent[] components = method.getReturnType() == Complex.class ? null : method.getReturnType().getRecordComponents();
    Class<?>[] types = components == null ? new Class<?>[] {method.getReturnType()}
        : Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    long[][] bits = Arrays.stream(types).map(type -> new long[type == Complex.class ? 2 * N : N]).toArray(long[][]::new);
    for (int i = 0; i < N; i++) {
      Object[] arguments = new Object[operands.length];
      for (int k = 0; k < arguments.length; k++) {
        NDArray a = operands[k];
        arguments[k] = switch (a.dtype()) {
          case complex128 -> a.getComplex(i);
          case float64 -> a.getDouble(i);
          case float32 -> (float) a.getDouble(i);
          case int64 -> a.getLong(i);
          case int32 -> (int) a.getLong(i);
          default -> a.getBoolean(i);
        };
      }
      Object result = method.invoke(function, arguments);
      for (int k = 0; k < types.length; k++) {
        bits[k][i] = switch (components == null ? result : components[k].getAccessor().invoke(result)) {
          case Complex z -> {
            bits[k][N + i] = Double.doubleToRawLongBits(z.im());
            yield Double.doubleToRawLongBits(z.re());
          }
          case Double d -> Double.doubleToRawLongBits(d);
          case Float f -> Float.floatToRawIntBits(f);
          case Long l -> l;
          case Integer n -> n;
          case Object b -> (boolean) b ? 1 : 0;
        };
      }
    }
    List<NDArray> results = new ArrayList<>();
    for (int k = 0; k < types.length; k++) {
      results.add(Samples.of(type(types[k]), bits[k]));
    }
    return results;
  }

  private static boolean isTranslated(Ufunc f, DType... types) {
    return f.explain(types).startsWith(TRANSLATED + "\n");
  }

  @Test
  void lambdasAreSerializableByThemselves() {
    assertTrue(isTranslated(Ufuncs.of("f", (double x) -> x + 1), DType.float64));
    assertTrue(isTranslated(Ufuncs.of("f", (double x, double y) -> x + y), DType.float64, DType.float64));
    assertTrue(isTranslated(Ufuncs.of("f", (long x) -> x + 1), DType.int64));
    assertTrue(isTranslated(Ufuncs.of("f", (long x, long y) -> x + y), DType.int64, DType.int64));
    assertTrue(isTranslated(Ufuncs.of("f", (int x) -> x + 1), DType.int32));
    assertTrue(isTranslated(Ufuncs.of("f", (int x, int y) -> x + y), DType.int32, DType.int32));
    assertTrue(isTranslated(Ufuncs.of("f", (float x) -> x + 1), DType.float32));
    assertTrue(isTranslated(Ufuncs.of("f", Math::sqrt), DType.float64));
  }
}
