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
  /** Not in the golden values: {@code exp} has a test of its accuracy, {@code copy} is compared as the cast that it is. */
  private static final Set<String> ELSEWHERE = Set.of("exp", "copy");

  /** What NumPy itself computes in a way that depends on the machine, or rounds otherwise, for complex numbers. */
  private static final Set<String> INEXACT = Set.of("multiply", "square", "sqrt", "divide", "reciprocal", "sign");

  private static final Map<DType, NDArray> LEFT = new EnumMap<>(DType.class);
  private static final Map<DType, NDArray> RIGHT = new EnumMap<>(DType.class);
  private static final Map<String, List<String[]>> ROWS = read();

  private static Map<String, List<String[]>> read() {
    List<String[]> lines = Golden.lines("values.txt");
    for (String[] line : lines) {
      if (line[0].equals("left") || line[0].equals("right")) {
        DType type = DType.valueOf(line[1]);
        (line[0].equals("left") ? LEFT : RIGHT).put(type, Golden.array(type, line[2]));
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
    if (List.of(Ops.MAXIMUM, Ops.MINIMUM, Ops.FMAX, Ops.FMIN, Ops.CLIP).contains(op) && !expected.dtype().isComplex()) {
      // Of 0.0 and -0.0 NumPy returns either, depending on the machine; equal() does not see the sign.
      expected = zerosPositive(expected);
      actual = zerosPositive(actual);
    }
    if (expected.dtype().isComplex() && INEXACT.contains(op.name()) || op == Ops.ABS && types[0].isComplex()) {
      assertClose(what, expected, actual);
      return;
    }
    Golden.assertSame(what, expected, actual);
  }

  /** The condition and the first choice of where are left operands; the bounds of clip are right ones, and left ones turned around. */
  private static NDArray operand(Op op, int i, DType[] types, long size) {
    boolean right = op == Ops.CLIP ? i == 1 : i == types.length - 1 && i > 0;
    NDArray whole = (right ? RIGHT : LEFT).get(types[i]);
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
    return a.dtype().isFloat() ? a.add(0.0) : a;
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
