package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/** The exponential function, the largest program of the table: the same bits in every form, and their accuracy. */
class ExponentialTest {
  private static final int N = 1_000_000;

  /** A million patterns of bits: every exponent, infinities, NaNs and subnormal numbers among them. */
  private static NDArray patterns(DType type) {
    SplittableRandom random = new SplittableRandom(17);
    long[] bits = new long[N + 3];
    for (int i = 0; i < bits.length; i++) {
      long any = random.nextLong();
      if (type == DType.float32) {
        // Half of them where the result is neither 0 nor infinite.
        bits[i] = i % 2 == 0 ? (int) any : Float.floatToRawIntBits((float) random.nextDouble(-104, 89));
      } else {
        bits[i] = i % 2 == 0 ? any : Double.doubleToRawLongBits(random.nextDouble(-746, 710));
      }
    }
    return Samples.of(type, bits);
  }

  private static void sameBits(DType type) {
    NDArray x = patterns(type);
    NDArray want = LayoutsTest.ENGINES.get("scalar").call(x::exp);
    long[] bits = Samples.bits(want);
    NDArray some = x.get("::7");
    Samples.assertSame("reference", LayoutsTest.REFERENCE.call(some::exp), want.get("::7"));
    Samples.assertSame("vector", type, bits, Samples.bits(LayoutsTest.ENGINES.get("vector").call(x::exp)));
    for (int i = 0; i < 3; i++) {
      Samples.assertSame("compiled, pass " + i, type, bits, Samples.bits(LayoutsTest.ENGINES.get("compiled").call(x::exp)));
    }
    // Bodies and tails: the same numbers at other places of a vector.
    for (int shift = 1; shift < 17; shift += 5) {
      NDArray part = x.get(shift + ":20000");
      Samples.assertSame("from " + shift, want.get(shift + ":20000"), LayoutsTest.ENGINES.get("vector").call(part::exp));
    }
  }

  @Test
  void float64HasTheSameBitsInEveryForm() {
    sameBits(DType.float64);
  }

  @Test
  void float32HasTheSameBitsInEveryForm() {
    sameBits(DType.float32);
  }

  @Test
  void float64IsWithinOneUnitInTheLastPlace() {
    SplittableRandom random = new SplittableRandom(23);
    double[] x = new double[N];
    for (int i = 0; i < N; i++) {
      x[i] = switch (i % 4) {
        case 0 -> random.nextDouble(-745, 709.78);
        case 1 -> random.nextDouble(-1, 1);
        // Where the reduction changes its integer the error is largest.
        case 2 -> (random.nextInt(-1000, 1000) + 0.5) * Math.log(2) + random.nextDouble(-0.02, 0.02);
        default -> random.nextDouble(-745.1, -700);
      };
    }
    double[] y = Nd.array(x).exp().toDoubleArray();
    double worst = 0;
    for (int i = 0; i < N; i++) {
      double error = error(x[i], y[i]);
      assertTrue(error <= 0.85, "exp(" + x[i] + ") = " + y[i] + " is off by " + error + " units in the last place");
      worst = Math.max(worst, error);
    }
    assertTrue(worst > 0.75, "the measure of the error is too kind: " + worst);
  }

  @Test
  void float32IsWithinOneUnitInTheLastPlace() {
    SplittableRandom random = new SplittableRandom(29);
    float[] x = new float[N];
    for (int i = 0; i < N; i++) {
      x[i] = (float) (i % 2 == 0 ? random.nextDouble(-103.9, 88.7)
          : (random.nextInt(-140, 127) + 0.5) * Math.log(2) + random.nextDouble(-0.02, 0.02));
    }
    NDArray y = Nd.array(x).exp();
    for (int i = 0; i < N; i++) {
      double exact = StrictMath.exp(x[i]);
      double unit = Math.max(Math.ulp((float) exact), Float.MIN_VALUE);
      double error = Math.abs(y.getFloat(i) - exact) / unit;
      assertTrue(error <= 0.97, "exp(" + x[i] + ") = " + y.getFloat(i) + " is off by " + error + " units in the last place");
    }
  }

  /** How far y is from exp(x) in units in the last place of exp(x), by arithmetic of 106 bits. */
  private static double error(double x, double y) {
    double k = Math.rint(x / Math.log(2));
    // ln 2 in three parts; the products of k with the first is exact.
    double r = x - k * 0x1.62e42fee00000p-1;
    double product = k * 0x1.a39ef35793c76p-33;
    double low = Math.fma(k, 0x1.a39ef35793c76p-33, -product);
    double high = r - product;
    double back = high - r;
    double rest = (r - (high - back)) - (product + back) - low - k * 0x1.cc01f97b57a08p-87;
    double sum = high + rest;
    rest -= sum - high;
    high = sum / 16;
    rest /= 16;
    double yh = 1;
    double yl = 0;
    for (int i = 18; i >= 1; i--) {
      double p = high * yh;
      double pl = Math.fma(high, yh, -p) + high * yl + rest * yh;
      double q = p / i;
      double ql = (Math.fma(-q, i, p) + pl) / i;
      double s = 1 + q;
      double sl = q - (s - 1) + ql;
      yh = s + sl;
      yl = sl - (yh - s);
    }
    for (int i = 0; i < 4; i++) {
      double p = yh * yh;
      double pl = Math.fma(yh, yh, -p) + 2 * yh * yl;
      yh = p + pl;
      yl = pl - (yh - p);
    }
    int scale = (int) k;
    // y / 2^k, without losing bits of a subnormal number.
    double scaled = Math.scalb(Math.scalb(y, 60 - scale / 2), -60 - (scale - scale / 2));
    double unit = Math.max(Math.ulp(yh), Math.scalb(0x1p-1000, -74 - scale));
    return Math.abs((scaled - yh) - yl) / unit;
  }

  @Test
  void theMeasureOfTheErrorIsRight() {
    // e = 2.71828182845904523536028747135266..., its neighbours being 2.718281828459045 (rounded down) and one unit more.
    assertEquals(0.3255, error(1, Math.E), 1e-4);
    assertEquals(1 - 0.3255, error(1, Math.nextUp(Math.E)), 1e-4);
    assertEquals(0, error(0, 1));
  }
}
