package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orthant.Complex;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the table over all types: result types and values are those of NumPy 2. */
class ValuesTest {
  /** Not in the golden values: {@code copy} is compared as the cast that it is. */
  private static final Set<String> ELSEWHERE = Set.of("copy");

  /** Functions of one number that are compared at the points, to some units in the last place. */
  private static final Set<String> FUNCTIONS = Set.of("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos",
      "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "angle", "i0");

  /** Those which NumPy computes by plain formulas if numbers are complex: less exactly, and without the special values of C99. */
  private static final Set<String> PLAIN = Set.of("exp2", "expm1", "log1p", "log2", "log10");

  /** Functions of two numbers that are compared to some units in the last place. */
  private static final Set<String> INEXACT_PAIRS = Set.of("pow", "atan2", "hypot", "logaddexp", "logaddexp2");

  /** What NumPy itself computes in a way that depends on the machine, or rounds otherwise, for complex numbers. */
  private static final Set<String> INEXACT = Set.of("multiply", "square", "sqrt", "divide", "reciprocal", "sign", "clip");

  private static final Map<DType, NDArray> LEFT = new EnumMap<>(DType.class);
  private static final Map<DType, NDArray> RIGHT = new EnumMap<>(DType.class);
  private static final Map<DType, NDArray> POINTS = new EnumMap<>(DType.class);
  private static final Map<String, List<String[]>> ROWS = read();

  private static Map<String, List<String[]>> read() {
    List<String[]> lines = Golden.lines("values.txt");
    for (String[] line : lines) {
      if (line.length == 3) {
        DType type = DType.valueOf(line[1]);
        Map.of("left", LEFT, "right", RIGHT, "point", POINTS).get(line[0]).put(type, Golden.array(type, line[2]));
      }
    }
    return lines.stream().filter(l -> l.length == 4).collect(Collectors.groupingBy(l -> l[0]));
  }

  @Test
  void everyOperationIsComparedOverAllTypes() {
    Set<String> missing = new HashSet<>(Ops.table().keySet());
    missing.removeAll(ROWS.keySet());
    assertEquals(ELSEWHERE, missing);
    ROWS.forEach((name, rows) -> {
      assertTrue(Ops.table().containsKey(name), name);
      assertEquals((int) Math.pow(DType.values().length, Ops.table().get(name).arity()), rows.size(), name);
    });
  }

  @TestFactory
  Stream<DynamicTest> valuesAndTypesAreThoseOfNumPy() {
    return ROWS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> e.getValue().forEach(ValuesTest::check)));
  }

  private static void check(String[] row) {
    Op op = Ops.table().get(row[0]);
    DType[] types = Golden.types(row[1]);
    String what = row[0] + "(" + row[1] + ")";
    NDArray[] operands = new NDArray[types.length];
    if (row[2].equals("refused")) {
      for (int i = 0; i < types.length; i++) {
        operands[i] = LEFT.get(types[i]);
      }
      String rule = assertThrows(IllegalArgumentException.class, () -> op.result(types), what).getMessage();
      assertTrue(rule.startsWith(op.name() + " is not defined for " + types[0]), rule);
      String message = assertThrows(IllegalArgumentException.class, () -> apply(op, operands), what).getMessage();
      assertEquals(rule, message);
      return;
    }
    DType out = DType.valueOf(row[2]);
    assertEquals(out, op.result(types), what);
    NDArray expected = Golden.array(out, row[3]);
    for (int i = 0; i < types.length; i++) {
      operands[i] = operand(op, i, types, expected.size());
    }
    NDArray actual = apply(op, operands);
    if (List.of(Ops.MAXIMUM, Ops.MINIMUM, Ops.FMAX, Ops.FMIN, Ops.CLIP).contains(op) && (op == Ops.CLIP || !out.isComplex())) {
      // Of 0.0 and -0.0 NumPy returns either, depending on the machine; equal() does not see the sign.
      expected = zerosPositive(expected);
      actual = zerosPositive(actual);
    }
    if (FUNCTIONS.contains(op.name()) || INEXACT_PAIRS.contains(op.name()) && !out.isInteger()) {
      if (expected.dtype().isComplex()) {
        assertNear(what, op, expected, actual, operands);
      } else {
        assertUnits(what, expected, actual, operands);
      }
      return;
    }
    if (expected.dtype().isComplex() && INEXACT.contains(op.name()) || op == Ops.ABS && types[0].isComplex()) {
      assertClose(what, expected, actual);
      return;
    }
    Golden.assertSame(what, expected, actual);
  }

  /** Within four units in the last place; infinities, NaN and zeros are the same. */
  private static void assertUnits(String what, NDArray expected, NDArray actual, NDArray... operands) {
    assertEquals(expected.dtype(), actual.dtype(), what);
    double unit = expected.dtype() == DType.float16 ? 0x1p-10 : expected.dtype() == DType.float32 ? 0x1p-23 : 0x1p-52;
    double tiny = expected.dtype() == DType.float16 ? 0x1p-24 : expected.dtype() == DType.float32 ? 0x1p-149 : Double.MIN_VALUE;
    for (long i = 0; i < expected.size(); i++) {
      double want = expected.getDouble(i);
      double got = actual.getDouble(i);
      boolean same = Double.doubleToLongBits(want) == Double.doubleToLongBits(got);
      // The largest finite numbers are next to infinity.
      boolean edge = Math.abs(Math.max(Math.abs(want), Math.abs(got))) == Double.POSITIVE_INFINITY
          && Math.min(Math.abs(want), Math.abs(got)) > (2 - 8 * unit) * (unit == 0x1p-52 ? 0x1p1023 : unit == 0x1p-23 ? 0x1p127 : 0x1p15);
      boolean near = want != 0 && got != 0 && Math.abs(want - got) <= 4 * Math.max(tiny, unit * Math.abs(want));
      assertTrue(same || near || edge, what + " of " + List.of(operands).stream().map(x -> x.getComplex(0)).toList() + " " + i + ": "
          + operands[0].getComplex(operands[0].size() == 1 ? 0 : i) + " must be " + want + " but is " + got);
    }
  }

  /** Within some units in the last place of the absolute value; parts that are not finite, and zeros of single numbers, are the same. */
  private static void assertNear(String what, Op op, NDArray expected, NDArray actual, NDArray... operands) {
    assertEquals(expected.dtype(), actual.dtype(), what);
    boolean power = operands.length > 1;
    boolean plain = power || PLAIN.contains(op.name());
    double unit = expected.dtype().real() == DType.float32 ? 0x1p-23 : 0x1p-52;
    for (long i = 0; i < expected.size(); i++) {
      Complex want = expected.getComplex(i);
      Complex got = actual.getComplex(i);
      String text = what + " of " + operands[0].getComplex(i) + (power ? ", " + operands[1].getComplex(i) : "") + " must be " + want
          + " but is " + got;
      if (Double.isFinite(want.re() + want.im()) && Double.isFinite(got.re() + got.im())) {
        double error = Complex.of(want.re() - got.re(), want.im() - got.im()).abs();
        // NumPy's powers are as exact as b log a, and only that.
        double log = power ? Math.abs(Math.log(operands[0].getComplex(i).abs())) : 0;
        double units = !plain ? 4 : !power ? 2000 : Double.isFinite(log) ? 8 + 8 * Math.min(1e9, operands[1].getComplex(i).abs()) * (4 + log) : 0;
        assertTrue(error <= units * unit * want.abs() + (plain ? 4 * unit : Float.MIN_VALUE), text);
      } else if (!plain) {
        assertTrue(alike(want.re(), got.re()) && alike(want.im(), got.im()), text);
      }
    }
  }

  private static boolean alike(double want, double got) {
    return Double.compare(want, got) == 0 || Math.abs(want - got) <= 1e-6 * Math.abs(want);
  }

  /** The condition and the first choice of where are left operands; the bounds of clip are right ones, and left ones turned around. */
  private static NDArray operand(Op op, int i, DType[] types, long size) {
    boolean right = op == Ops.CLIP ? i == 1 : i == types.length - 1 && i > 0;
    NDArray whole = (FUNCTIONS.contains(op.name()) ? POINTS : right ? RIGHT : LEFT).get(types[i]);
    NDArray part = size < whole.size() ? whole.get(-size + ":").copy() : whole;
    return op == Ops.CLIP && i == 2 ? part.flip().copy() : part;
  }

  /** Within some units in the last place of the absolute value; elements with a part that is not finite are left out. */
  private static void assertClose(String what, NDArray expected, NDArray actual) {
    double unit = expected.dtype().real() == DType.float32 ? 0x1p-23 : 0x1p-52;
    for (long i = 0; i < expected.size(); i++) {
      Complex want = expected.getComplex(i);
      Complex got = actual.getComplex(i);
      if (Double.isFinite(want.re() + want.im()) && Double.isFinite(got.re() + got.im())) {
        double error = Complex.of(want.re() - got.re(), want.im() - got.im()).abs();
        assertTrue(error <= 4 * unit * want.abs() + Float.MIN_VALUE, what + " " + i + ": " + want + " but " + got);
      }
    }
  }

  /** The way a user calls: by arity, which takes the short ways for contiguous operands too. */
  private static NDArray apply(Op op, NDArray... x) {
    return switch (x.length) {
      case 1 -> Engine.apply(op, x[0]);
      case 2 -> Engine.apply(op, x[0], x[1]);
      default -> Engine.apply(op, x);
    };
  }

  private static NDArray zerosPositive(NDArray a) {
    return a.dtype().isFloat() || a.dtype().isComplex() ? a.add(0.0) : a;
  }

  @Test
  void smallerOfTheZerosIsTheNegativeOne() {
    NDArray a = Nd.array(0.0, -0.0);
    NDArray b = Nd.array(-0.0, 0.0);
    Golden.assertSame("minimum", Nd.array(-0.0, -0.0), a.minimum(b));
    Golden.assertSame("maximum", Nd.array(0.0, 0.0), a.maximum(b));
  }

  private static Map<DType, NDArray> sources(List<String[]> lines, String kind) {
    Map<DType, NDArray> sources = new HashMap<>();
    lines.stream().filter(l -> l[0].equals(kind)).forEach(l -> {
      DType type = DType.valueOf(l[1]);
      sources.put(type, Golden.array(type, l[2]));
    });
    return sources;
  }

  @TestFactory
  Stream<DynamicTest> castsAreThoseOfNumPy() {
    List<String[]> lines = Golden.lines("casts.txt");
    Map<DType, NDArray> from = sources(lines, "from");
    // Of what does not fit uint32 NumPy's own loops answer differently, depending on the place in the array.
    Map<DType, NDArray> fits = sources(lines, "fits");
    List<String[]> casts = lines.stream().filter(l -> l[0].equals("cast")).toList();
    assertEquals(DType.values().length * DType.values().length, casts.size());
    return casts.stream().map(l -> DynamicTest.dynamicTest(l[1], () -> {
      DType[] types = Golden.types(l[1]);
      boolean partly = types[1] == DType.uint32 && (types[0].isFloat() || types[0].isComplex());
      NDArray source = partly ? fits.get(types[0]) : from.get(types[0]);
      NDArray expected = Golden.array(types[1], l[2]);
      Golden.assertSame("astype", expected, source.astype(types[1]));
      Golden.assertSame("assign", expected, Nd.empty(types[1], source.size()).assign(source));
      Golden.assertSame("strided", expected.get("::-1"), source.get("::-1").astype(types[1]));
      for (long i = 0; i < source.size(); i++) {
        Golden.assertSame("a scalar", expected.get(i + ""), Nd.empty(types[1]).assign(source.get(i + "")));
      }
    }));
  }
}
