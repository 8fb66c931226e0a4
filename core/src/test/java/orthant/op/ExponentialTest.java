package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** The exponential function against results of 40 digits. */
class ExponentialTest {
  @Test
  void float64IsWithinOneUnitInTheLastPlace() {
    accuracy(DType.float64, 0.97);
  }

  @Test
  void float32IsWithinOneUnitInTheLastPlace() {
    accuracy(DType.float32, 0.93);
  }

  /** The error of each value: the distance from the rounded result in units, less what the rounding missed. */
  private static void accuracy(DType type, double limit) {
    List<String[]> rows = Golden.lines("exp.txt").stream().filter(r -> r[0].equals(type.name())).toList();
    assertTrue(rows.size() > 1000);
    StringBuilder xs = new StringBuilder();
    StringBuilder ys = new StringBuilder();
    for (String[] row : rows) {
      xs.append(row[1]);
      ys.append(row[2]);
    }
    NDArray x = Golden.array(type, xs.toString());
    long[] want = Golden.bits(Golden.array(type, ys.toString()));
    long[] got = Golden.bits(x.exp());
    double worst = 0;
    for (int i = 0; i < want.length; i++) {
      double error = Math.abs(got[i] - want[i] - Double.parseDouble(rows.get(i)[3]));
      assertTrue(error <= limit, "exp(" + x.getDouble(i) + ") is off by " + error + " units in the last place");
      worst = Math.max(worst, error);
    }
    assertTrue(worst > 0.5, "a table that finds nothing at all is not read correctly");
  }

  @Test
  void specialValues() {
    NDArray x = Nd.array(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 710, -746, Double.MAX_VALUE,
        -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, 709.7827128933841, 1e308, -1e308);
    double inf = Double.POSITIVE_INFINITY;
    Golden.assertSame("float64", Nd.array(Double.NaN, inf, 0, 1, 1, inf, 0, inf, 0, 1, 1, inf, inf, 0), x.exp());
    NDArray f = Nd.array(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 89f, -104f, Float.MAX_VALUE, -Float.MAX_VALUE,
        Float.MIN_VALUE, 88.72284f);
    float finf = Float.POSITIVE_INFINITY;
    Golden.assertSame("float32", Nd.array(Float.NaN, finf, 0f, 1f, 1f, finf, 0f, finf, 0f, 1f, finf), f.exp());
    assertEquals(Nd.array(1.0).exp().getDouble(0), Nd.array(1).exp().getDouble(0));
  }

  @Test
  void growsMonotonicallyWhereThePiecesMeet() {
    for (int k = -1020; k < 1020; k++) {
      double x = (k + 0.5) * Math.log(2);
      double[] near = new double[9];
      near[4] = x;
      for (int i = 1; i <= 4; i++) {
        near[4 + i] = Math.nextUp(near[3 + i]);
        near[4 - i] = Math.nextDown(near[5 - i]);
      }
      NDArray y = Nd.array(near).exp();
      for (int i = 1; i < 9; i++) {
        assertTrue(y.getDouble(i - 1) <= y.getDouble(i), "exp decreases after " + near[i - 1]);
      }
    }
  }
}
