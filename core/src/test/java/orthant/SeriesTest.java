package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orthant.op.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Running sums, differences, slopes, convolutions and the like are those of NumPy (see series.py), over all types. */
class SeriesTest {
  private static final List<String[]> LINES = Golden.lines("series.txt");
  private static final Map<DType, NDArray> CUBES = new EnumMap<>(DType.class);

  /** Those whose sums NumPy adds in its own order, or whose functions are not exact. */
  private static final Set<String> NEAR = Set.of("gradient", "trapezoid", "sinc", "unwrap", "convolve", "correlate");

  static {
    LINES.stream().filter(l -> l[0].equals("cube")).forEach(l -> {
      DType type = DType.valueOf(l[1]);
      CUBES.put(type, Golden.array(type, l[2], 3, 4, 5));
    });
  }

  @TestFactory
  Stream<DynamicTest> asNumPy() {
    var names = LINES.stream().filter(l -> l.length == 6).collect(Collectors.groupingBy(l -> l[0]));
    assertEquals(15, names.size());
    return names.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> e.getValue().forEach(SeriesTest::check)));
  }

  private static void check(String[] line) {
    String what = line[0] + "(" + line[1] + ", " + line[2] + ")";
    DType type = DType.valueOf(line[3]);
    long[] shape = line[4].equals("-") ? new long[0] : Arrays.stream(line[4].split(",")).mapToLong(Long::parseLong).toArray();
    long[] sized = shape.length == 0 ? new long[] {1} : shape;
    NDArray expected = Golden.array(type, line[5], sized).reshape(shape);
    NDArray actual = compute(line[0], CUBES.get(DType.valueOf(line[1])), line[2]);
    assertEquals(type, actual.dtype(), what);
    if (!NEAR.contains(line[0])) {
      Golden.assertSame(what, expected, actual);
    } else {
      assertTrue(actual.sameShape(expected), what);
      double unit = Nd.finfo(type.isFloat() || type.isComplex() ? type.real() : DType.float64).eps();
      assertTrue(Nd.allclose(actual, expected, 16 * unit, 16 * unit, true), () -> what + ": " + actual + " must be " + expected);
    }
  }

  private static NDArray compute(String name, NDArray x, String argument) {
    String[] words = argument.split(":");
    boolean plain = argument.equals("-") || argument.equals("flat");
    int axis = plain || words.length > 1 ? 0 : Integer.parseInt(argument);
    return switch (name) {
      case "cumsum" -> plain ? Nd.cumsum(x) : Nd.cumsum(x, axis);
      case "cumprod" -> plain ? Nd.cumprod(x) : Nd.cumprod(x, axis);
      case "cumulativeSum" -> Nd.cumulativeSum(x, axis, x.dtype(), true);
      case "cumulativeProd" -> Nd.cumulativeProd(x, axis, x.dtype(), true);
      case "diff" -> Nd.diff(x, Integer.parseInt(words[0]), Integer.parseInt(words[1]));
      case "ediff1d" -> Nd.ediff1d(x);
      case "trapezoid" -> Nd.trapezoid(x, 0.5, axis);
      case "gradient" -> Nd.gradient(x, 0.5, axis);
      case "unwrap" -> Nd.unwrap(x, 5.0, axis);
      case "round" -> Nd.round(x.multiply(7), axis);
      case "nanToNum" -> Nd.nanToNum(x.dtype().isFloat() ? x.divide(x.get("0")) : x);
      case "interp" -> Nd.interp(x, Nd.array(-2, -0.5, 0, 0, 1.5), Nd.array(1, 2, -1, 4, 0.25));
      case "sinc" -> Nd.sinc(x.dtype().isFloat() || x.dtype().isComplex() ? x.divide(4) : x);
      case "convolve" -> Nd.convolve(first(x, words[1]), second(x, words[2]), words[0]);
      case "correlate" -> Nd.correlate(first(x, words[1]), second(x, words[2]), words[0]);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static NDArray first(NDArray x, String n) {
    return x.ravel().get("0:" + n);
  }

  private static NDArray second(NDArray x, String n) {
    return x.ravel().get("20:" + (20 + Integer.parseInt(n)));
  }

  @Test
  void scansOfViewsAndOfNothing() {
    NDArray a = Nd.arange(24).reshape(4, 6).T();
    Golden.assertSame("transposed", Nd.cumsum(a.copy(), 0), Nd.cumsum(a, 0));
    Golden.assertSame("reversed", Nd.cumsum(a.get("::-1, ::2").copy(), 1), Nd.cumsum(a.get("::-1, ::2"), 1));
    assertEquals(0, Nd.cumsum(Nd.zeros(0)).size());
    assertEquals("[0.]", Nd.cumulativeSum(Nd.zeros(0), 0, DType.float64, true).toString());
    assertThrows(IllegalArgumentException.class, () -> Nd.cumulativeSum(Nd.zeros(2, 2)));
    assertThrows(IndexOutOfBoundsException.class, () -> Nd.cumsum(Nd.zeros(2, 2), 2));
  }

  @Test
  void closeAndEqual() {
    NDArray a = Nd.array(1, Double.NaN, Double.POSITIVE_INFINITY, 0);
    NDArray b = Nd.array(1 + 1e-6, Double.NaN, Double.POSITIVE_INFINITY, 1e-9);
    assertEquals("[ True False  True  True]", Nd.isclose(a, b).toString());
    assertTrue(Nd.allclose(a, b, 1e-5, 1e-8, true));
    assertFalse(Nd.allclose(a, b));
    assertTrue(Nd.arrayEqual(a, a, true));
    assertFalse(Nd.arrayEqual(a, a));
    assertFalse(Nd.arrayEqual(Nd.ones(2), Nd.ones(2, 2)));
    assertTrue(Nd.arrayEquiv(Nd.ones(2), Nd.ones(2, 2)));
    assertFalse(Nd.arrayEquiv(Nd.ones(2), Nd.ones(3)));
  }

  @Test
  void takenApart() {
    NDArray a = Nd.array(-3.75, 0.5, 8, Double.NEGATIVE_INFINITY);
    assertEquals("[-0.75  0.5   0.   -0.  ]", Nd.modf(a).fractional().toString());
    assertEquals("[2 0 4 0]", Nd.frexp(a).exponent().toString());
    Golden.assertSame("ldexp", a, Nd.frexp(a).mantissa().ldexp(Nd.frexp(a).exponent()));
    Divmod parts = Nd.divmod(Nd.array(7, -7), Nd.array(2, 2));
    assertEquals("[ 3 -4] [1 1]", parts.quotient() + " " + parts.remainder());
    assertEquals("[0 2 3]", Nd.clip(Nd.array(-5, 2, 9), 0, 3).toString());
    NDArray uneven = Nd.array(0.0, 1.0, 3.0, 7.0);
    Golden.assertSame("of squares", uneven.multiply(2.0).get("1:3"), Nd.gradient(uneven.square(), uneven, 0).get("1:3"));
  }
}
