package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;
import orthant.op.TypeRule;
import orthant.plan.Counting;

/** Counts elements by their value. */
final class Histograms {
  private static final long BLOCK = 4096;

  private Histograms() {}

  static NDArray bincount(NDArray x, NDArray weights, long least) {
    if (x.ndim() != 1 || !x.dtype().isInteger() && !x.dtype().isBool()) {
      throw new IllegalArgumentException("cannot count " + x.dtype() + " of shape " + Shapes.text(x.shape())
          + "; there must be integers along 1 axis");
    }
    if (weights != null && !weights.sameShape(x)) {
      throw new IllegalArgumentException("weights of shape " + Shapes.text(weights.shape()) + " do not fit " + x.size()
          + " elements; shapes must be equal");
    }
    if (least < 0) {
      throw new IllegalArgumentException("there cannot be " + least + " counts; it must be 0 or more");
    }
    return Counting.of(x, weights, least);
  }

  static NDArray digitize(NDArray x, NDArray bins, boolean right) {
    if (bins.ndim() != 1) {
      throw new IllegalArgumentException("bins of shape " + Shapes.text(bins.shape()) + " cannot be searched; there must be 1 axis");
    }
    if (x.dtype().isComplex()) {
      throw new IllegalArgumentException("complex numbers belong to no bins; use real() or abs() of them");
    }
    long n = bins.size();
    var first = bins.get(Index.until(Math.max(n - 1, 0)));
    var second = bins.get(Index.from(1));
    var side = right ? Side.LEFT : Side.RIGHT;
    if (first.lessEqual(second).all().getBoolean()) {
      return bins.searchsorted(x, side);
    }
    if (!first.greaterEqual(second).all().getBoolean()) {
      throw new IllegalArgumentException("the bins go up and down; they must ascend or descend");
    }
    return bins.flip().searchsorted(x, side).negative().add(n);
  }

  static NDArray edges(NDArray data, Bins bins) {
    if (bins.edges() != null) {
      return bins.edges();
    }
    var a = numbers(data);
    boolean given = !Double.isNaN(bins.low());
    double low = bins.low();
    double high = bins.high();
    if (!given) {
      low = a.size() == 0 ? 0 : a.min().getDouble();
      high = a.size() == 0 ? 1 : a.max().getDouble();
      if (!Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException("the elements are from " + low + " to " + high + "; both must be finite, or bins must have a range");
      }
    }
    long count = bins.rule() == null ? bins.count() : count(a, bins.rule(), low, high);
    if (low == high) {
      low -= 0.5;
      high += 0.5;
    }
    DType type = a.dtype().isFloat() ? a.dtype() : DType.float64;
    var edges = given ? Nd.linspace(type, low, high, count + 1, true)
        : Nd.linspace(Nd.scalar(type, low), Nd.scalar(type, high), count + 1, true, 0);
    if (edges.get(Index.until(count)).greaterEqual(edges.get(Index.from(1))).any().getBoolean()) {
      throw new IllegalArgumentException("cannot make " + count + " bins from " + low + " to " + high + "; each must have a width");
    }
    return edges;
  }

  /** Real numbers that can be subtracted. */
  private static NDArray numbers(NDArray a) {
    if (a.dtype().isComplex()) {
      throw new IllegalArgumentException("complex numbers belong to no bins; use real() or abs() of them");
    }
    return a.dtype().isBool() ? a.astype(DType.uint8) : a;
  }

  private static long count(NDArray a, Bins.Rule rule, double low, double high) {
    double[] x = Arrays.stream(a.toDoubleArray()).filter(v -> v >= low && v <= high).toArray();
    double width = x.length == 0 ? 0 : BinWidth.of(rule, x);
    if (width == 0) {
      return 1;
    }
    boolean whole = a.dtype().isInteger() && width < 1;
    // An empty range has been widened when NumPy divides.
    return (long) Math.ceil((low == high ? 1 : high - low) / (whole ? 1 : width));
  }

  static Histogram count(NDArray data, Bins bins) {
    return of(data, bins, null, false);
  }

  static Histogram of(NDArray data, Bins bins, NDArray weights, boolean density) {
    var a = numbers(data);
    if (weights != null && !weights.sameShape(data)) {
      throw new IllegalArgumentException("weights of shape " + Shapes.text(weights.shape()) + " do not fit an array of shape "
          + Shapes.text(data.shape()) + "; shapes must be equal");
    }
    if (weights != null && bins.rule() != null) {
      throw new IllegalArgumentException("weights and the rule " + bins.rule() + " do not go together; there must be a number of bins or edges");
    }
    var edges = edges(a, bins);
    double[] at = edges.toDoubleArray();
    int n = at.length - 1;
    NDArray counts;
    if (weights == null) {
      counts = Nd.array(counts(a.ravel(), at, bins.edges() == null));
    } else {
      int[] where = places(a.toDoubleArray(), at, bins.edges() == null);
      counts = Nd.empty(weights.dtype(), n);
      counts.real().assign(sums(where, weights.real().toDoubleArray(), n));
      if (weights.dtype().isComplex()) {
        counts.imag().assign(sums(where, weights.imag().toDoubleArray(), n));
      }
    }
    if (density) {
      var width = edges.get(Index.from(1)).subtract(edges.get(Index.until(n))).astype(DType.float64);
      counts = counts.divide(width).divide(counts.sum());
    }
    return new Histogram(counts, edges);
  }

  /** How many numbers there are in each bin; they are looked at in blocks that stay in a near cache. */
  private static long[] counts(NDArray a, double[] edges, boolean even) {
    int n = edges.length - 1;
    // Each bin has four counts, in turns: one count would have to wait for itself where neighbours are in the same bin.
    long[] counts = new long[4 * n];
    for (long from = 0; from < a.size(); from += BLOCK) {
      int[] places = places(a.get(Index.slice(from, Math.min(from + BLOCK, a.size()))).toDoubleArray(), edges, even);
      for (int i = 0; i < places.length; i++) {
        if (places[i] >= 0) {
          counts[4 * places[i] + (i & 3)]++;
        }
      }
    }
    long[] sums = new long[n];
    for (int i = 0; i < counts.length; i++) {
      sums[i / 4] += counts[i];
    }
    return sums;
  }

  private static NDArray sums(int[] where, double[] weights, int n) {
    double[] sums = new double[n];
    for (int i = 0; i < where.length; i++) {
      if (where[i] >= 0) {
        sums[where[i]] += weights[i];
      }
    }
    return Nd.array(sums);
  }

  /** The bin of each number, -1 for none. Between even edges it is reckoned and put right where rounding missed it by one. */
  private static int[] places(double[] x, double[] edges, boolean even) {
    int n = edges.length - 1;
    double low = edges[0];
    double high = edges[n];
    double scale = n / (high - low);
    int[] places = new int[x.length];
    // The last bin has its upper edge.
    double[] bounds = edges.clone();
    bounds[n] = Double.POSITIVE_INFINITY;
    long[] behind = even ? null : Nd.array(edges).searchsorted(Nd.array(x), Side.RIGHT).toLongArray();
    for (int i = 0; i < x.length; i++) {
      double v = x[i];
      if (!(v >= low && v <= high) || n == 0) {
        places[i] = -1;
        continue;
      }
      int place = n - 1;
      if (even) {
        place = Math.min((int) ((v - low) * scale), n - 1);
        while (v < bounds[place]) {
          place--;
        }
        while (v >= bounds[place + 1]) {
          place++;
        }
      } else if (v < high) {
        // Else the last bin, which has its upper edge, also if bins behind it are empty.
        place = (int) behind[i] - 1;
      }
      places[i] = place;
    }
    return places;
  }

  static HistogramND points(NDArray sample, NDArray weights, boolean density, Bins... bins) {
    if (sample.ndim() != 2 || sample.dtype().isComplex() || bins.length != 1 && bins.length != sample.shape(1)) {
      throw new IllegalArgumentException("cannot count " + sample.dtype() + " points of shape " + Shapes.text(sample.shape()) + " into " + bins.length
          + " kinds of bins; they must be real, of shape (points, coordinates), with bins for each coordinate or one for all");
    }
    int d = Math.toIntExact(sample.shape(1));
    int n = Math.toIntExact(sample.shape(0));
    if (weights != null && (weights.ndim() != 1 || weights.size() != n)) {
      throw new IllegalArgumentException("weights of shape " + Shapes.text(weights.shape()) + " do not fit " + n
          + " points; there must be one for each");
    }
    var edges = new NDArray[d];
    long[] shape = new long[d];
    int[] cell = new int[n];
    for (int i = 0; i < d; i++) {
      var column = sample.get(Index.all(), Index.at(i));
      var own = bins[bins.length == 1 ? 0 : i];
      if (own.rule() != null) {
        throw new IllegalArgumentException("the rule " + own.rule() + " does not go for points; there must be a number of bins or edges");
      }
      edges[i] = own.edges() != null ? own.edges() : edges(column.astype(DType.float64), own);
      shape[i] = edges[i].size() - 1;
      int[] places = places(column.toDoubleArray(), edges[i].toDoubleArray(), own.edges() == null);
      for (int k = 0; k < n; k++) {
        cell[k] = cell[k] < 0 || places[k] < 0 ? -1 : Math.toIntExact(cell[k] * shape[i] + places[k]);
      }
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    var counts = sums(cell, weights == null ? ones : weights.toDoubleArray(), Math.toIntExact(Shapes.size(shape))).reshape(shape);
    if (density) {
      var sum = counts.sum();
      for (int i = 0; i < d; i++) {
        long[] wide = new long[d];
        Arrays.fill(wide, 1);
        wide[i] = shape[i];
        counts = counts.divide(edges[i].get(Index.from(1)).subtract(edges[i].get(Index.until(shape[i]))).reshape(wide));
      }
      counts = counts.divide(sum);
    }
    return new HistogramND(counts, edges);
  }

  static HistogramND pairs(NDArray x, NDArray y, NDArray weights, boolean density, Bins... bins) {
    if (x.ndim() != 1 || !x.sameShape(y)) {
      throw new IllegalArgumentException("coordinates of shapes " + Shapes.text(x.shape()) + " and " + Shapes.text(y.shape())
          + " make no points; both must have 1 axis of the same size");
    }
    DType type = TypeRule.promote(x.dtype(), y.dtype());
    return points(Nd.stack(1, x.astype(type), y.astype(type)), weights, density, bins);
  }
}
