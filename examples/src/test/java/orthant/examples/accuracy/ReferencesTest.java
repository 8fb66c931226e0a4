package orthant.examples.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What accuracy is measured by, against results with 40 digits and more. */
class ReferencesTest {
  private static final double ENOUGH = 0x1p-90;

  @Test
  void theReferencesHaveNinetyBitsAtLeast() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (var in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(ReferencesTest.class.getResourceAsStream("mathematics.txt.gz")), StandardCharsets.US_ASCII))) {
      in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
        String[] words = line.split(" ");
        Function function = Accuracy.FUNCTIONS.get(words[0]);
        counts.merge(words[0], 1, Integer::sum);
        double x = Double.parseDouble(words[1]);
        int arity = function.ufunc().arity();
        double y = arity == 1 ? 0 : Double.parseDouble(words[2]);
        Scaled got = function.reference().of(x, y);
        double error = relativeError(got, words, arity + 1);
        assertTrue(error < ENOUGH, () -> line + ": " + got + " is off by " + error + " of the result");
      });
    }
    assertEquals(Accuracy.FUNCTIONS.keySet(), counts.keySet());
    counts.forEach((name, count) -> assertTrue(count >= 1000, name + " has " + count + " points"));
  }

  private static double relativeError(Scaled got, String[] words, int from) {
    int shift = got.exponent() - Integer.parseInt(words[from + 3]);
    double a = Double.parseDouble(words[from]);
    if (a == 0) {
      return got.value().hi() == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double rest = scalb(got.value().hi(), shift) - a;
    rest += scalb(got.value().lo(), shift) - Double.parseDouble(words[from + 1]);
    return Math.abs(rest - Double.parseDouble(words[from + 2])) / Math.abs(a);
  }

  private static double scalb(double x, int exponent) {
    return Math.scalb(Math.scalb(x, exponent / 2), exponent - exponent / 2);
  }

  @Test
  void theMeasureOfErrorsIsRight() {
    // e = 2.71828182845904523536..., its neighbours being 2.718281828459045 (rounded down) and one unit more.
    Scaled e = DoubleDouble.of(1).exp();
    assertEquals(0.3255, e.error(Math.E), 1e-4);
    assertEquals(1 - 0.3255, e.error(Math.nextUp(Math.E)), 1e-4);
    assertEquals(Double.POSITIVE_INFINITY, e.error(Double.NaN));
    assertEquals(Double.POSITIVE_INFINITY, e.error(Double.POSITIVE_INFINITY));
    // Subnormal results are as far apart as the smallest number is large.
    Scaled small = new Scaled(new DoubleDouble(1.25, 0), -1074);
    assertEquals(0.25, small.error(Double.MIN_VALUE));
    assertEquals(0.75, small.error(2 * Double.MIN_VALUE));
    Scaled large = new Scaled(new DoubleDouble(2 - 0x1p-52, 0x1p-54), 1023);
    assertEquals(0.75, large.error(Double.POSITIVE_INFINITY));
    assertEquals(0.25, large.error(Double.MAX_VALUE));
    assertEquals(0, new Scaled(DoubleDouble.ONE, 2000).error(Double.POSITIVE_INFINITY));
    assertEquals(0.25, Measure.error(1 + 0x1p-25, 1f));
    assertEquals(Double.POSITIVE_INFINITY, Measure.error(0.0, -0f));
    assertEquals(0, Measure.error(1e300, Float.POSITIVE_INFINITY));
  }
}
