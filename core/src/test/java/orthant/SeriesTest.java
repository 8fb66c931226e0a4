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
    // For complex values NumPy multiplies by the reciprocal of the distance.
    if (!NEAR.contains(line[0]) && !line[2].startsWith("complex")) {
      Golden.assertSame(what, expected, actual);
    } else {
      assertTrue(actual.sameShape(expected), what);
      double unit = Nd.finfo(type.isFloat() || type.isComplex() ? type.real() : DType.float64).eps();
      assertTrue(Nd.allclose(actual, expected, 16 * unit, 16 * unit, true), () -> what + ": " + actual + " must be " + expected);
    }
  }

  private static NDArray compute(String name, NDArray x, String argument) {
    String[] words = argument.split(":");
    boolean plain = !argument.matches("-?\\d+");
    int axis = plain ? 0 : Integer.parseInt(argument);
    return switch (name) {
      case "cumsum" -> plain ? Nd.cumsum(x) : Nd.cumsum(x, axis);
      case "cumprod" -> plain ? Nd.cumprod(x) : Nd.cumprod(x, axis);
      case "cumulativeSum" -> Nd.cumulativeSum(x, axis, x.dtype(), true);
      case "cumulativeProd" -> Nd.cumulativeProd(x, axis, x.dtype(), true);
      case "diff" -> Nd.diff(x, Integer.parseInt(words[0]), Integer.parseInt(words[1]));
      case "ediff1d" -> Nd.ediff1d(x);
      case "trapezoid" -> Nd.trapezoid(x, 0.5, axis);
      case "gradient" -> plain ? gradient(x, words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2])) : Nd.gradient(x, 0.5, axis);
      case "unwrap" -> Nd.unwrap(x, 5.0, axis);
      case "round" -> Nd.round(x.multiply(7), axis);
      case "nanToNum" -> Nd.nanToNum(x.dtype().isFloat() ? x.divide(x.get("0")) : x);
      case "interp" -> interp(x, words);
      case "sinc" -> Nd.sinc(x.dtype().isFloat() || x.dtype().isComplex() ? x.divide(4) : x);
      case "convolve" -> Nd.convolve(first(x, words[1]), second(x, words[2]), words[0]);
      case "correlate" -> Nd.correlate(first(x, words[1]), second(x, words[2]), words[0]);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static NDArray gradient(NDArray x, String places, int axis, int edgeOrder) {
    return places.equals("even") ? x.gradient(0.5, axis, edgeOrder)
        : x.gradient(Nd.array(-1, 0.5, 1, 4, 4.25).get(Index.slice(0, x.shape(axis))), axis, edgeOrder);
  }

  private static NDArray interp(NDArray x, String[] words) {
    NDArray three = Nd.array(-2, -0.5, 1.5);
    NDArray real = Nd.array(1.0, 2, -1, 4);
    NDArray complex = Nd.zeros(DType.complex128, 4);
    complex.real().assign(Nd.array(1.0, 0, -1, 4));
    complex.imag().assign(Nd.array(0.0, 2, 3, 0));
    NDArray places = Nd.array(7.25, -1.5, 0.5, 2);
    return switch (words[0]) {
      case "-" -> Nd.interp(x, Nd.array(-2, -0.5, 0, 0, 1.5), Nd.array(1, 2, -1, 4, 0.25));
      case "ends" -> Nd.interp(x, three, Nd.array(1, 2, 4), -7, Double.POSITIVE_INFINITY);
      case "period" -> Nd.interp(x, places, real, Double.parseDouble(words[1]));
      case "complexPeriod" -> x.interp(places, complex, Double.parseDouble(words[1]));
      case "complex" -> x.interp(three, complex.get(":3"));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  @Test
  void evenlySpacedWithTheirDistance() {
    int rows = 0;
    for (String[] line : LINES) {
      if (line[0].startsWith("linspace")) {
        double[] in = Stream.of(line[1].split(":")).mapToDouble(Double::parseDouble).toArray();
        boolean scalars = line[0].equals("linspace");
        Linspace found = scalars ? Nd.linspaceWithStep(in[0], in[1], (long) in[2], in[3] != 0)
            : Nd.linspaceWithStep(Nd.array((float) in[0], (float) (2 * in[0])), Nd.array(new float[][] {{(float) in[1]}, {(float) in[1] + 1}}),
                (long) in[2], in[3] != 0, 0);
        DType type = scalars ? DType.float64 : DType.float32;
        Golden.assertSame(line[1], Golden.array(type, line[2], found.values().shape()), found.values());
        Golden.assertSame(line[1], Golden.array(type, line[3], scalars ? new long[] {1} : new long[] {2, 2}).reshape(found.step().shape()),
            found.step());
        rows++;
      }
    }
    assertEquals(12, rows);
    assertThrows(IllegalArgumentException.class, () -> Nd.linspaceWithStep(0, 1, -1, true));
  }

  @Test
  void edgesAndPeriodsSayWhatIsWrong() {
    NDArray two = Nd.array(1.0, 3.0);
    assertMessage("slopes of 2 values along axis 0; there must be 3 or more", () -> two.gradient(1.0, 0, 2));
    assertMessage("slopes with edges of order 3; it must be 1 or 2", () -> two.gradient(1.0, 0, 3));
    assertMessage("interpolation with period 0.0; it must be a number other than 0", () -> two.interp(two, two, 0));
    assertMessage("2 places and 1 values; there must be as many, and one or more", () -> two.interp(two, Nd.zeros(1), 2));
    assertMessage("0 places and 0 values; there must be as many, and one or more", () -> two.interp(Nd.zeros(0), Nd.zeros(0)));
    assertEquals("[0. 0.]", Nd.zeros(2).gradient(1.0, 0).toString());
    assertEquals("[2. 2. 2.]", Nd.array(0f, 2f, 4f).gradient(Nd.array(0, 1, 2), 0, 2).toString());
  }

  private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
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
