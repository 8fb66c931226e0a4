package orthant.examples.bench;

import static orthant.DType.complex128;
import static orthant.DType.float16;
import static orthant.DType.float32;
import static orthant.DType.float64;
import static orthant.DType.int16;
import static orthant.DType.int32;
import static orthant.DType.int64;
import static orthant.DType.uint8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.ufunc.Ufuncs;

/** Sorting, order statistics, searching and distinct elements; random numbers, of which those of more than 16 bits are all different. */
final class SortingCases {
  private final List<Case> cases = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(11);

  private SortingCases() {}

  static List<Case> all() {
    var c = new SortingCases();
    for (long n : new long[] {10, 1000, 100_000, 1_000_000}) {
      for (var type : List.of(float64, float32, int64, int32)) {
        boolean aimed = type == float64 || type == int32;
        var a = c.shuffled(n, type);
        c.row("sort", a, n, aimed ? n == 10 ? 1 : 0.8 : 0, a::sort, "np.sort(a)");
        c.row("argsort", a, n, aimed ? n == 10 ? 1 : 2 : 0, a::argsort, "np.argsort(a)");
        long k = n / 2;
        c.row("partition", a, n, aimed ? 1 : 0, () -> a.partition(k).get(Index.slice(k, k + 1)),
            "np.partition(a, " + k + ")[" + k + ":" + (k + 1) + "]");
        c.row("median", a, n, aimed ? 1 : 0, () -> Nd.median(a), "np.median(a)");
        var sorted = a.sort();
        var inputs = Map.of("s", sorted, "a", a);
        c.cases.add(new Case("searchsorted", type, n, () -> sorted.searchsorted(a), inputs, "", "np.searchsorted(s, a)", 0, aimed ? 1 : 0, null));
        c.row("unique", a, n, aimed ? 1 : 0, () -> Nd.unique(a), "np.unique(a)");
        c.row("argpartition", a, n, aimed ? 0.9 : 0, () -> a.take(a.argpartition(k).get(Index.slice(k, k + 1))),
            "a[np.argpartition(a, " + k + ")[" + k + ":" + (k + 1) + "]]");
        c.row("unique_counts", a, n, aimed ? 0.9 : 0, () -> Nd.uniqueCounts(a).counts(), "np.unique_counts(a).counts");
        c.row("percentile_3", a, n, aimed ? 0.9 : 0, () -> Nd.percentile(a, Nd.array(25.0, 50.0, 75.0)), "np.percentile(a, [25, 50, 75])");
        c.row("histogram", a, n, aimed ? 0.9 : 0, () -> Nd.histogram(a, 100).counts(), "np.histogram(a, 100)[0]");
        if (n >= 1000) {
          c.scattered(a, n);
        }
      }
    }
    for (long n : new long[] {1000, 1_000_000}) {
      for (var type : List.of(int16, float16, uint8, complex128)) {
        var a = c.few(n, type);
        c.row("sort", a, n, 0, a::sort, "np.sort(a)");
        c.row("argsort", a, n, 0, a::argsort, "np.argsort(a, kind='stable')");
      }
      var x = c.shuffled(n, float64);
      c.row("argsort_stable", x, n, 0, x::argsort, "np.argsort(a, kind='stable')");
      c.row("quantile", x, n, 0, () -> Nd.quantile(x, 0.9), "np.quantile(a, 0.9)");
      var counted = c.few(n, int64);
      c.row("bincount", counted, n, 0.9, () -> Nd.bincount(counted), "np.bincount(a)");
      c.row("lexsort", counted, n, 0, () -> Nd.lexsort(x, counted), Map.of("a", counted, "x", x), "np.lexsort((x, a))");
      var bins = Nd.linspace(-1, 1, 101);
      c.row("digitize", x, n, 0.9, () -> Nd.digitize(x, bins), Map.of("a", x, "b", bins), "np.digitize(a, b)");
      var sorted = x.sort();
      c.row("sort_sorted", sorted, n, 0, sorted::sort, "np.sort(a)");
      c.row("uniqueAll", x, n, 0, () -> Nd.uniqueAll(x).inverseIndices(), "np.unique_all(a).inverse_indices");
    }
    var square = c.shuffled(1_000_000, float64).reshape(1000, 1000);
    c.row("sort(0)_1000x1000", square, 1_000_000, 0, () -> square.sort(0), "np.sort(a, 0)");
    c.row("sort(1)_1000x1000", square, 1_000_000, 0, () -> square.sort(1), "np.sort(a, 1)");
    c.row("median(0)_1000x1000", square, 1_000_000, 0, () -> Nd.median(square, 0), "np.median(a, 0)");
    return c.cases;
  }

  /** Additions at places without order and at few places, and sums of pieces. */
  private void scattered(NDArray a, long n) {
    boolean aimed = a.dtype() == float64 || a.dtype() == int64;
    var zeros = Nd.zeros(a.dtype(), n);
    for (long most : new long[] {n, 16}) {
      for (var type : List.of(int64, int32)) {
        var index = Nd.array(random.longs(n, 0, most).toArray()).astype(type);
        // Both sides go on adding to one array, so that it is not what is compared.
        cases.add(new Case("add.at_" + (most == n ? "any" : "few") + "_" + type, a.dtype(), n, () -> {
          Ufuncs.add.at(zeros, index, a);
          return index;
        }, Map.of("a", a, "i", index), "t = np.zeros(" + n + ", a.dtype)", "np.add.at(t, i, a) or i", 0, aimed ? 1 : 0, null));
      }
    }
    var starts = Nd.arange(0, n, 10);
    cases.add(new Case("add.reduceat_10", a.dtype(), n, () -> Ufuncs.add.reduceat(a, starts), Map.of("a", a, "i", starts), "",
        "np.add.reduceat(a, i)", 1e-5, 0, null));
  }

  /** Different numbers in no order. */
  private NDArray shuffled(long n, DType type) {
    if (type == float64) {
      return Nd.array(random.doubles(n, -1, 1).toArray());
    }
    double[] numbers = new double[(int) n];
    for (int i = 0; i < n; i++) {
      int at = random.nextInt(i + 1);
      numbers[i] = numbers[at];
      numbers[at] = i - n / 2;
    }
    return Nd.array(numbers).astype(type);
  }

  private NDArray few(long n, DType type) {
    return Nd.array(random.doubles(n, 0, 200).toArray()).astype(type);
  }

  private void row(String name, NDArray a, long n, double aim, Supplier<NDArray> ours, String numpy) {
    row(name, a, n, aim, ours, Map.of("a", a), numpy);
  }

  private void row(String name, NDArray a, long n, double aim, Supplier<NDArray> ours, Map<String, NDArray> inputs, String numpy) {
    cases.add(new Case(name, a.dtype(), n, ours, inputs, "", numpy, 1e-15, aim, null));
  }
}
