package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;

/** The trigonometric functions, their inverses and the hypotenuse against results of 40 digits, and the special values of C99, annex F. */
class TrigonometryTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;
  private static final double TINY = Double.MIN_VALUE;
  private static final double MAX = Double.MAX_VALUE;
  private static final double PI = Math.PI;
  /** The largest errors allowed. */
  private static final Map<String, Double> LIMITS = Map.of("sin", 0.85, "cos", 0.85, "tan", 1.0, "asin", 0.65, "acos", 0.65, "atan", 0.96,
      "atan2", 0.97, "hypot", 0.55);

  /** What is computed in binary64 for binary32. */
  private static final List<String> NARROW = List.of("sin", "cos", "tan", "hypot");

  private static NDArray[] operands(DType type, List<String[]> rows) {
    NDArray x = Golden.array(type, String.join("", rows.stream().map(r -> r[2]).toList()));
    return rows.getFirst()[3].equals("-") ? new NDArray[] {x}
        : new NDArray[] {x, Golden.array(type, String.join("", rows.stream().map(r -> r[3]).toList()))};
  }

  private static void accuracy(DType type) {
    for (String name : LIMITS.keySet()) {
      double limit = type == DType.float32 && NARROW.contains(name) ? 0.52 : LIMITS.get(name);
      List<String[]> rows = Golden.lines("trigonometry.txt").stream().filter(r -> r[0].equals(name) && r[1].equals(type.name())).toList();
      assertTrue(rows.size() > 300);
      NDArray[] x = operands(type, rows);
      long[] want = Golden.bits(Golden.array(type, String.join("", rows.stream().map(r -> r[4]).toList())));
      long[] got = Golden.bits(Engine.apply(Ops.table().get(name), x));
      double worst = 0;
      for (int i = 0; i < want.length; i++) {
        // Of negative numbers the next in the order of the bits is the one farther from 0.
        double apart = want[i] < 0 ? want[i] - got[i] : got[i] - want[i];
        double error = Math.abs(apart - Double.parseDouble(rows.get(i)[5]));
        assertTrue(error <= limit, name + "(" + x[0].getDouble(i) + (x.length > 1 ? ", " + x[1].getDouble(i) : "") + ") of " + type
            + " is off by " + error + " units in the last place");
        worst = Math.max(worst, error);
      }
      assertTrue(worst > 0.45, "a table that finds nothing at all is not read correctly");
    }
  }

  @Test
  void float64IsWithinOneUnitInTheLastPlace() {
    accuracy(DType.float64);
  }

  @Test
  void float32IsWithinOneUnitInTheLastPlace() {
    accuracy(DType.float32);
  }

  /** Rows of operands and a result. */
  private static void specials(String name, double[]... rows) {
    Op op = Ops.table().get(name);
    for (DType type : List.of(DType.float64, DType.float32)) {
      for (double[] row : rows) {
        boolean fits = true;
        NDArray[] x = new NDArray[op.arity()];
        for (int i = 0; i < x.length; i++) {
          // Numbers that binary32 rounds to 0 or to infinity are not the same question.
          fits &= type == DType.float64 || Double.isNaN(row[i]) || (float) row[i] == row[i];
          x[i] = Nd.array(new double[] {row[i]}).astype(type);
        }
        if (fits) {
          NDArray want = Nd.array(new double[] {row[x.length]}).astype(type);
          Golden.assertSame(name + " of " + java.util.Arrays.toString(row) + ", " + type, want, Engine.apply(op, x));
        }
      }
    }
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  @Test
  void sineCosineTangent() {
    for (String odd : List.of("sin", "tan")) {
      specials(odd, row(0.0, 0.0), row(-0.0, -0.0), row(INF, NAN), row(-INF, NAN), row(NAN, NAN), row(TINY, TINY), row(-TINY, -TINY),
          row(1e-310, 1e-310), row(Float.MIN_VALUE, Float.MIN_VALUE), row(-0x1p-130, -0x1p-130));
    }
    specials("cos", row(0.0, 1), row(-0.0, 1), row(INF, NAN), row(-INF, NAN), row(NAN, NAN), row(TINY, 1), row(-1e-310, 1));
  }

  @Test
  void inverses() {
    specials("asin", row(0.0, 0.0), row(-0.0, -0.0), row(1, PI / 2), row(-1, -PI / 2), row(1.0000001192092896, NAN), row(-2, NAN), row(INF, NAN),
        row(-INF, NAN), row(NAN, NAN), row(TINY, TINY), row(-TINY, -TINY), row(Math.nextUp(1.0), NAN), row(-Float.MIN_VALUE, -Float.MIN_VALUE));
    specials("acos", row(0.0, PI / 2), row(-0.0, PI / 2), row(1, 0.0), row(-1, PI), row(1.0000001192092896, NAN), row(-2, NAN), row(INF, NAN),
        row(-INF, NAN), row(NAN, NAN), row(TINY, PI / 2), row(Math.nextUp(1.0), NAN));
    specials("atan", row(0.0, 0.0), row(-0.0, -0.0), row(1, PI / 4), row(-1, -PI / 4), row(INF, PI / 2), row(-INF, -PI / 2), row(NAN, NAN),
        row(TINY, TINY), row(-TINY, -TINY), row(MAX, PI / 2), row(-Float.MAX_VALUE, -PI / 2), row(Float.MIN_VALUE, Float.MIN_VALUE));
  }

  @Test
  void angles() {
    specials("atan2", row(0.0, -0.0, PI), row(-0.0, -0.0, -PI), row(0.0, 0.0, 0.0), row(-0.0, 0.0, -0.0), row(0.0, -2, PI), row(-0.0, -2, -PI),
        row(0.0, 2, 0.0), row(-0.0, 2, -0.0), row(-3, 0.0, -PI / 2), row(-3, -0.0, -PI / 2), row(3, 0.0, PI / 2), row(3, -0.0, PI / 2),
        row(5, -INF, PI), row(-5, -INF, -PI), row(5, INF, 0.0), row(-5, INF, -0.0), row(MAX, INF, 0.0), row(Float.MAX_VALUE, INF, 0.0),
        row(INF, 7, PI / 2), row(-INF, -7, -PI / 2), row(INF, MAX, PI / 2), row(INF, -Float.MAX_VALUE, PI / 2), row(INF, -INF, 3 * PI / 4),
        row(-INF, -INF, -3 * PI / 4), row(INF, INF, PI / 4), row(-INF, INF, -PI / 4), row(NAN, 1, NAN), row(1, NAN, NAN), row(NAN, NAN, NAN),
        row(NAN, INF, NAN), row(-INF, NAN, NAN), row(0.0, NAN, NAN), row(NAN, 0.0, NAN), row(MAX, MAX, PI / 4), row(TINY, TINY, PI / 4),
        row(TINY, -TINY, 3 * PI / 4), row(TINY, MAX, 0.0), row(-TINY, MAX, -0.0), row(MAX, TINY, PI / 2), row(TINY, -MAX, PI), row(TINY, 1, TINY),
        row(Float.MIN_VALUE, Float.MIN_VALUE, PI / 4), row(0.0, -INF, PI), row(-0.0, INF, -0.0),
        row(INF, 0.0, PI / 2), row(INF, -0.0, PI / 2), row(0.0, TINY, 0.0), row(-0.0, -TINY, -PI));
  }

  @Test
  void hypotenuses() {
    specials("hypot", row(0.0, 0.0, 0.0), row(-0.0, -0.0, 0.0), row(-3, 4, 5), row(3, -0.0, 3), row(INF, NAN, INF), row(NAN, -INF, INF),
        row(-INF, 1, INF), row(INF, -INF, INF), row(NAN, 1, NAN), row(1, NAN, NAN), row(NAN, 0.0, NAN), row(NAN, NAN, NAN), row(TINY, 0.0, TINY),
        row(3 * TINY, 4 * TINY, 5 * TINY), row(MAX, 0.0, MAX), row(MAX, MAX, INF), row(MAX, 1, MAX), row(MAX / 5 * 3, MAX / 5 * 4, MAX),
        row(Float.MAX_VALUE, -0.0, Float.MAX_VALUE), row(3 * Float.MIN_VALUE, 4 * Float.MIN_VALUE, 5 * Float.MIN_VALUE),
        row(Float.MIN_VALUE, 1, 1), row(0x1p-600, 0x1p-600, Math.sqrt(2) * 0x1p-600), row(0x1p600, 0x1p600, Math.sqrt(2) * 0x1p600));
  }

  @Test
  void float16IsFloat32Rounded() {
    NDArray x = Nd.arange(31745).astype(DType.uint16).view(DType.float16);
    for (Op op : List.of(Ops.SIN, Ops.COS, Ops.TAN, Ops.ASIN, Ops.ACOS, Ops.ATAN)) {
      Golden.assertSame(op.name(), Engine.apply(op, x.astype(DType.float32)).astype(DType.float16), Engine.apply(op, x));
    }
  }

  @Test
  void theWorstAnglesAreReducedExactly() {
    // The double next to a multiple of pi/2 (Kahan), and the same for floats.
    assertEquals(-4.6871659242546276e-19, Nd.array(6381956970095103.0 * 0x1p797).cos().getDouble(0));
    assertEquals(-0.8522008497671888, Nd.array(1e22).sin().getDouble(0));
    assertEquals(0.004961954789184062, Nd.array(MAX).sin().getDouble(0));
    assertEquals(-0.9999876894265599, Nd.array(MAX).cos().getDouble(0));
  }
}
