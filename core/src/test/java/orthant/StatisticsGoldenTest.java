package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Compares with the results that statistics_golden.py wrote with NumPy, over layouts. */
class StatisticsGoldenTest {
  private interface Call {
    /** An array or an array of arrays. */
    Object of(NDArray[] in, String[] arguments);
  }

  /** What must be the same to the last bit; of other results NumPy does not promise the signs of zeros. */
  private static final Set<String> EXACT = Set.of("sort", "argsort", "lexsort", "searchsorted", "isin", "bincount", "packbits", "unpackbits");

  private static final Map<String, Call> CALLS = new HashMap<>();

  static {
    sorting();
    sets();
    averages();
    quantiles();
    missing();
    counting();
    others();
  }

  private static void sorting() {
    CALLS.put("sort", (in, x) -> in[0].sort(number(x[0])));
    CALLS.put("argsort", (in, x) -> in[0].argsort(number(x[0])));
    CALLS.put("partition", (in, x) -> in[0].partition(number(x[0])).get(Index.ellipsis(), Index.at(number(x[0]))));
    CALLS.put("argpartition",
        (in, x) -> in[0].takeAlongAxis(in[0].argpartition(number(x[0])), -1).get(Index.ellipsis(), Index.at(number(x[0]))));
    CALLS.put("lexsort", (in, x) -> Nd.lexsort(number(x[0]), in));
    CALLS.put("searchsorted", (in, x) -> {
      var side = Side.valueOf(x[0].toUpperCase(java.util.Locale.ROOT));
      return in.length == 3 ? in[0].searchsorted(in[1], side, in[2]) : in[0].searchsorted(in[1], side);
    });
  }

  private static void sets() {
    CALLS.put("unique", (in, _) -> Nd.unique(in[0]));
    CALLS.put("uniqueAll", (in, x) -> parts(Nd.uniqueAll(in[0], x[0].equals("True"))));
    CALLS.put("uniqueAlong", (in, x) -> parts(Nd.uniqueAll(in[0], number(x[0]))));
    CALLS.put("uniqueCounts", (in, _) -> new NDArray[] {Nd.uniqueCounts(in[0]).values(), Nd.uniqueCounts(in[0]).counts()});
    CALLS.put("uniqueInverse", (in, _) -> new NDArray[] {Nd.uniqueInverse(in[0]).values(), Nd.uniqueInverse(in[0]).inverseIndices()});
    CALLS.put("isin", (in, x) -> Nd.isin(in[0], in[1], x[0].equals("True")));
    CALLS.put("intersection", (in, _) -> {
      var both = Nd.intersection(in[0], in[1]);
      return new NDArray[] {both.values(), both.indices1(), both.indices2()};
    });
    CALLS.put("intersect1d", (in, _) -> Nd.intersect1d(in[0], in[1]));
    CALLS.put("union1d", (in, _) -> Nd.union1d(in[0], in[1]));
    CALLS.put("setdiff1d", (in, _) -> Nd.setdiff1d(in[0], in[1]));
    CALLS.put("setxor1d", (in, _) -> Nd.setxor1d(in[0], in[1]));
  }

  private static void averages() {
    CALLS.put("countNonzero", (in, x) -> in[0].countNonzero(axes(x[0])));
    CALLS.put("ptp", (in, x) -> in[0].ptp(axes(x[0])));
    CALLS.put("average", (in, x) -> in[0].average(axes(x[0]), in[1]));
    CALLS.put("cov", (in, x) -> Nd.cov(in[0], how(x[0]).correction(number(x[1]))));
    CALLS.put("cov2", (in, x) -> Nd.cov(in[0], in[1], how(x[0]).correction(number(x[1]))));
    CALLS.put("covFrequencies", (in, x) -> Nd.cov(in[0], how(x[0]).correction(number(x[1])).frequencies(in[1])));
    CALLS.put("covWeights", (in, x) -> Nd.cov(in[0], how(x[0]).correction(number(x[1])).weights(in[1])));
    CALLS.put("covBoth", (in, x) -> Nd.cov(in[0], how(x[0]).correction(number(x[1])).frequencies(in[1]).weights(in[2])));
    CALLS.put("corrcoef", (in, x) -> Nd.corrcoef(in[0], how(x[0])));
  }

  private static Covariance how(String name) {
    return name.equals("rows") ? Covariance.ROWS : Covariance.COLUMNS;
  }

  private static void quantiles() {
    CALLS.put("median", (in, x) -> in[0].median(x[1].equals("True") ? axes(x[0]).keepDims() : axes(x[0])));
    CALLS.put("quantile", (in, x) -> in[0].quantile(Double.parseDouble(x[1]), axes(x[0]), method(x[2])));
    CALLS.put("percentile", (in, x) -> in[0].percentile(Double.parseDouble(x[1]), axes(x[0]), method(x[2])));
    CALLS.put("nanquantile", (in, x) -> Nd.nanquantile(in[0], Double.parseDouble(x[1]), axes(x[0]), method(x[2])));
    CALLS.put("nanpercentile", (in, x) -> Nd.nanpercentile(in[0], Double.parseDouble(x[1]), axes(x[0]), method(x[2])));
    CALLS.put("quantiles", (in, x) -> in[0].quantile(in[1], axes(x[0]), method(x[1])));
    CALLS.put("weightedQuantile", (in, x) -> in[0].quantile(in[1], axes(x[0]), in[2]));
  }

  private static QuantileMethod method(String name) {
    return QuantileMethod.valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  private static void missing() {
    CALLS.put("nansum", (in, x) -> Nd.nansum(in[0], axes(x[0])));
    CALLS.put("nanprod", (in, x) -> Nd.nanprod(in[0], axes(x[0])));
    CALLS.put("nanmin", (in, x) -> Nd.nanmin(in[0], axes(x[0])));
    CALLS.put("nanmax", (in, x) -> Nd.nanmax(in[0], axes(x[0])));
    CALLS.put("nanargmin", (in, x) -> Nd.nanargmin(in[0], axes(x[0])));
    CALLS.put("nanargmax", (in, x) -> Nd.nanargmax(in[0], axes(x[0])));
    CALLS.put("nanmean", (in, x) -> Nd.nanmean(in[0], axes(x[0])));
    CALLS.put("nanvar", (in, x) -> Nd.nanvar(in[0], axes(x[0])));
    CALLS.put("nanvar1", (in, x) -> Nd.nanvar(in[0], axes(x[0]).correction(1)));
    CALLS.put("nanstd", (in, x) -> Nd.nanstd(in[0], axes(x[0])));
    CALLS.put("nancumsum", (in, x) -> x[0].equals("all") ? Nd.nancumsum(in[0]) : Nd.nancumsum(in[0], number(x[0])));
    CALLS.put("nancumprod", (in, x) -> x[0].equals("all") ? Nd.nancumprod(in[0]) : Nd.nancumprod(in[0], number(x[0])));
    CALLS.put("nanmedian", (in, x) -> Nd.nanmedian(in[0], axes(x[0])));
  }

  private static void counting() {
    CALLS.put("bincount", (in, x) -> Nd.bincount(in[0], in.length > 1 ? in[1] : null, number(x[0])));
    CALLS.put("digitize", (in, x) -> Nd.digitize(in[0], in[1], x[0].equals("True")));
    CALLS.put("histogram", (in, x) -> parts(Nd.histogram(in[0], Bins.of(number(x[0])), null, x[1].equals("True"))));
    CALLS.put("histogramRange",
        (in, x) -> parts(Nd.histogram(in[0], Bins.of(number(x[0])).range(Double.parseDouble(x[1]), Double.parseDouble(x[2])))));
    CALLS.put("histogramWeights", (in, x) -> parts(Nd.histogram(in[0], Bins.of(number(x[0])), in[1], x[1].equals("True"))));
    CALLS.put("histogramEdges", (in, _) -> parts(Nd.histogram(in[0], Bins.at(in[1]))));
    CALLS.put("histogramRule", (in, x) -> parts(Nd.histogram(in[0], Bins.by(rule(x[0])))));
    CALLS.put("edges", (in, x) -> Nd.histogramBinEdges(in[0], Bins.by(rule(x[0]))));
    CALLS.put("histogramdd", (in, x) -> parts(Nd.histogramdd(in[0], in.length > 1 ? in[1] : null, x[0].equals("True"), Bins.of(4))));
    CALLS.put("histogram2d", (in, x) -> parts(Nd.histogram2d(in[0], in[1], Bins.of(number(x[0])), Bins.of(number(x[1])))));
    CALLS.put("histogram2dEdges", (in, _) -> parts(Nd.histogram2d(in[0], in[1], Bins.at(in[2]))));
  }

  private static Bins.Rule rule(String name) {
    return Bins.Rule.valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  private static NDArray[] parts(Histogram histogram) {
    return new NDArray[] {histogram.counts(), histogram.edges()};
  }

  private static NDArray[] parts(HistogramND histogram) {
    return Stream.concat(Stream.of(histogram.counts()), Stream.of(histogram.edges())).toArray(NDArray[]::new);
  }

  private static void others() {
    CALLS.put("packbits", (in, x) -> Nd.packbits(in[0], number(x[0]), x[1].equals("True")));
    CALLS.put("unpackbits", (in, x) -> x[2].equals("None") ? Nd.unpackbits(in[0], number(x[0]), x[1].equals("True"))
        : Nd.unpackbits(in[0], number(x[0]), x[1].equals("True"), number(x[2])));
    CALLS.put("bartlett", (_, x) -> Nd.bartlett(number(x[0])));
    CALLS.put("blackman", (_, x) -> Nd.blackman(number(x[0])));
    CALLS.put("hamming", (_, x) -> Nd.hamming(number(x[0])));
    CALLS.put("hanning", (_, x) -> Nd.hanning(number(x[0])));
    CALLS.put("kaiser", (_, x) -> Nd.kaiser(number(x[0]), Double.parseDouble(x[1])));
    CALLS.put("polyval", (in, _) -> Nd.polyval(in[0], in[1]));
    CALLS.put("alongSort", (in, x) -> Nd.applyAlongAxis(Nd::sort, number(x[0]), in[0]));
    CALLS.put("alongSum", (in, x) -> Nd.applyAlongAxis(Nd::sum, number(x[0]), in[0]));
    CALLS.put("alongOuter", (in, x) -> Nd.applyAlongAxis(v -> Nd.stack(v, v.multiply(2), v.multiply(3)), number(x[0]), in[0]));
    CALLS.put("overSum", (in, x) -> Nd.applyOverAxes(Nd::sum, in[0], number(x[0])));
    CALLS.put("piecewise", (in, x) -> x[0].equals("few")
        ? Nd.piecewise(in[0], new NDArray[] {in[0].less(0), in[0].greater(3)}, v -> v.negative(), v -> v.multiply(10))
        : Nd.piecewise(in[0], new NDArray[] {in[0].less(0), in[0].greater(3)}, v -> v.negative(), v -> v.multiply(10), v -> v.add(1)));
  }

  private static Axes axes(String text) {
    return text.equals("all") ? Axes.ALL : Axes.axes(Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  private static NDArray[] parts(UniqueAll all) {
    return new NDArray[] {all.values(), all.indices(), all.inverseIndices(), all.counts()};
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /** The array of "dtype/shape/bytes". */
  private static NDArray read(String text) {
    String[] part = text.split("/");
    var a = Nd.empty(DType.valueOf(part[0]), part[1].equals("-") ? new long[0] : GoldenText.longs(part[1]));
    byte[] bytes = part[2].equals("-") ? new byte[0] : HexFormat.of().parseHex(part[2]);
    MemorySegment.copy(bytes, 0, a.segment(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    return a;
  }

  private static String text(NDArray a) {
    byte[] bytes = a.copy().segment().toArray(ValueLayout.JAVA_BYTE);
    String shape = a.ndim() == 0 ? "-" : Arrays.toString(a.shape()).replaceAll("[\\[\\] ]", "");
    return a.dtype() + "/" + shape + "/" + (bytes.length == 0 ? "-" : HexFormat.of().formatHex(bytes));
  }

  private static NDArray[] run(Call call, NDArray[] in, String[] arguments) {
    Object result = call.of(in, arguments);
    return result instanceof NDArray a ? new NDArray[] {a} : (NDArray[]) result;
  }

  private static String error(RuntimeException e) {
    boolean rule = e.getMessage().contains("must ") || e.getMessage().contains("; ") || e.getMessage().contains("there may be")
        || e.getMessage().endsWith(" with size 0");
    return rule ? "!" : "! without a rule: " + e;
  }

  /** Whether the types and shapes are the same and the numbers are close: some units in the last place of the largest. */
  private static boolean isClose(NDArray actual, NDArray expected) {
    if (actual.dtype() != expected.dtype() || !Arrays.equals(actual.shape(), expected.shape())) {
      return false;
    }
    double epsilon = switch (actual.dtype().real()) {
      case float16 -> 0x1p-10;
      case float32 -> 0x1p-23;
      case float64 -> 0x1p-52;
      default -> 0;
    };
    return isClose(actual.real().toDoubleArray(), expected.real().toDoubleArray(), 8 * epsilon)
        && isClose(actual.imag().toDoubleArray(), expected.imag().toDoubleArray(), 8 * epsilon);
  }

  private static boolean isClose(double[] a, double[] b, double tolerance) {
    double largest = Arrays.stream(b).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i] + 0.0, b[i] + 0.0) != 0 && !(Math.abs(a[i] - b[i]) <= tolerance * largest)) {
        return false;
      }
    }
    return true;
  }

  private static String compare(String name, NDArray[] in, String[] arguments, String expected) {
    NDArray[] actual;
    try {
      actual = run(CALLS.get(name), in, arguments);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      String error = error(e);
      return error.equals(expected) ? null : error + " " + e;
    }
    String text = String.join(" ", Stream.of(actual).map(StatisticsGoldenTest::text).toList());
    if (expected.equals("!") || EXACT.contains(name)) {
      return text.equals(expected) ? null : text;
    }
    String[] parts = expected.split(" ");
    boolean close = parts.length == actual.length;
    for (int i = 0; close && i < parts.length; i++) {
      close = isClose(actual[i], read(parts[i]));
    }
    return close ? null : text + "\n  " + Arrays.toString(actual) + " " + Arrays.toString(Stream.of(parts).map(StatisticsGoldenTest::read).toArray());
  }

  private static List<String[]> rows() throws IOException {
    try (var in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(StatisticsGoldenTest.class.getResourceAsStream("/orthant/golden/statistics.txt.gz")), StandardCharsets.US_ASCII))) {
      return in.lines().map(line -> line.split(";", -1)).toList();
    }
  }

  @Test
  void allIsAsNumPyHasIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    var names = new HashMap<String, Integer>();
    var failed = new HashMap<String, Integer>();
    for (String[] row : rows()) {
      var in = (row[2].isEmpty() ? Stream.<String>of() : Arrays.stream(row[2].split(" "))).map(StatisticsGoldenTest::read).toArray(NDArray[]::new);
      var laid = Stream.of(in).map(a -> new ArrayList<>(Layouts.of(a).values())).toList();
      int k = count++;
      var arrays = laid.stream().map(list -> list.get(k % list.size())).toArray(NDArray[]::new);
      String difference = compare(row[0], arrays, row[1].split("\\|"), row[3]);
      if (difference != null && failed.merge(row[0], 1, Integer::sum) <= 3) {
        wrong.add(String.join(";", row) + "\n  but was " + difference);
      }
      names.merge(row[0], 1, Integer::sum);
    }
    assertTrue(wrong.isEmpty(), () -> failed + " differ, for example\n" + String.join("\n", wrong));
    assertEquals(CALLS.keySet(), names.keySet());
    assertTrue(count > 1000, count + " cases");
  }
}
