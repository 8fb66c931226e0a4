package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  /** Every number is an edge of even bins: it belongs to the bin that it begins, however the edge was rounded. */
  @Test
  void numbersOnTheEdgesOfEvenBins() {
    for (int bins = 1; bins <= 60; bins++) {
      for (double step : new double[] {0.1, 0.3, 1.0 / 3, 0.7, 1e-3, 7}) {
        var ends = Nd.array(0.1, 0.1 + bins * step);
        var edges = Nd.histogram(ends, bins).edges();
        long[] once = new long[bins];
        java.util.Arrays.fill(once, 1);
        once[bins - 1] = 2; // the last bin has its upper edge, too
        assertArrayEquals(once, Nd.histogram(edges, bins).counts().toLongArray(), bins + " bins of " + step);
      }
    }
  }

  @Property(tries = 200)
  void everyQuantileIsBetweenElementsAndRises(@ForAll @Size(min = 1, max = 20) double[] values, @ForAll QuantileMethod method,
      @ForAll @DoubleRange(min = 0, max = 1) double q, @ForAll @DoubleRange(min = 0, max = 1) double r) {
    var a = Nd.array(values).divide(1e10);
    double low = a.quantile(Math.min(q, r), Axes.ALL, method).getDouble();
    double high = a.quantile(Math.max(q, r), Axes.ALL, method).getDouble();
    double slack = 1e-12 * a.abs().max().getDouble();
    assertTrue(a.min().getDouble() - slack <= low && low <= high + slack && high <= a.max().getDouble() + slack, low + " " + high);
  }

  @Property(tries = 100)
  void histogramsCountEveryElementOnce(@ForAll @Size(min = 1, max = 50) float[] values, @ForAll @IntRange(min = 1, max = 20) int bins) {
    var a = Nd.array(values).astype(DType.float64).divide(1e30);
    var h = Nd.histogram(a, bins);
    assertEquals(values.length, h.counts().sum().getLong());
    assertArrayEquals(h.counts().toLongArray(), Nd.histogram(a, Bins.at(h.edges())).counts().toLongArray());
  }

  @Property(tries = 100)
  void bitsComeBack(@ForAll boolean[] values, @ForAll boolean little) {
    var packed = Nd.packbits(Nd.array(values), 0, little);
    assertArrayEquals(values, Nd.unpackbits(packed, 0, little, values.length).astype(DType.bool).toBooleanArray());
  }

  @Test
  void functionsOfNumbersBroadcast() {
    var power = Nd.vectorize((x, y) -> x * 10 + y);
    assertEquals("[[ 0.  1.] [10. 11.]]", power.apply(Nd.arange(2).reshape(2, 1), Nd.arange(2)).toString().replaceAll("\\s*\n\\s*", " "));
  }

  private static String refused(Class<? extends RuntimeException> type, org.junit.jupiter.api.function.Executable code) {
    return assertThrows(type, code).getMessage();
  }

  @Test
  void messagesSayTheRule() {
    assertEquals("quantile 1.5 is outside; it must be from 0 to 1 (percentiles from 0 to 100)",
        refused(IllegalArgumentException.class, () -> Nd.arange(3).quantile(1.5)));
    assertEquals("the weights of an average sum up to 0; the sum must be another",
        refused(ArithmeticException.class, () -> Nd.arange(2).average(Nd.array(1, -1))));
    assertEquals("weights of shape (3,) do not fit an array of shape (2, 2) along axes [0]; they must have its shape, or that of the axes",
        refused(IllegalArgumentException.class, () -> Nd.zeros(2, 2).average(0, Nd.ones(3))));
    assertEquals("cannot count -1; elements must be from 0 to 2147483638",
        refused(IllegalArgumentException.class, () -> Nd.bincount(Nd.array(1, -1))));
    assertEquals("the bins go up and down; they must ascend or descend",
        refused(IllegalArgumentException.class, () -> Nd.digitize(Nd.arange(3), Nd.array(1, 2, 1))));
    assertEquals("the elements are from NaN to NaN; both must be finite, or bins must have a range",
        refused(IllegalArgumentException.class, () -> Nd.histogram(Nd.array(1, Double.NaN))));
    assertEquals("cannot count into 0 bins; there must be at least 1", refused(IllegalArgumentException.class, () -> Bins.of(0)));
    assertEquals("nanargmin found nothing but NaN along all axes; there must be a number",
        refused(IllegalArgumentException.class, () -> Nd.nanargmin(Nd.array(Double.NaN))));
    assertEquals("unpackbits is not defined for int64; it must be uint8", refused(IllegalArgumentException.class, () -> Nd.unpackbits(Nd.arange(3))));
  }
}
