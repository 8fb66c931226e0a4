package orthant;

import java.util.Arrays;
import java.util.stream.Stream;
import orthant.layout.Shapes;
import orthant.op.TypeRule;
import orthant.plan.Sorters;

/** Medians and quantiles of sorted lines; those that leave NaN out use the lines up to the first NaN, as it sorts last. */
final class Quantiles {
  private Quantiles() {}

  static NDArray median(NDArray a, Axes axes, boolean skipNan) {
    var lines = Ordering.Lines.of(a, axes);
    long n = lines.all().shape(1);
    if (n == 0) {
      // The mean of nothing: NaN, of the type that means have.
      return lines.all().mean(1).reshape(lines.folded());
    }
    var sorted = enough(lines.all(), (n - 1) / 2, n / 2);
    if (!skipNan) {
      var middle = sorted.get(Index.all(), Index.slice((n - 1) / 2, n / 2 + 1)).mean(1);
      return spoil(middle, sorted, false).reshape(lines.folded());
    }
    long[] counts = counts(sorted, true);
    long[] low = new long[counts.length];
    long[] high = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      low[i] = Math.max((counts[i] - 1) / 2, 0);
      high[i] = counts[i] / 2;
    }
    var below = pick(sorted, low, 1).reshape(low.length);
    var above = pick(sorted, high, 1).reshape(low.length);
    var one = Nd.stack(1, below, below).get(Index.all(), Index.until(1)).mean(1);
    var result = Nd.where(Nd.array(low).equal(Nd.array(high)), one, Nd.stack(1, below, above).mean(1));
    return spoil(result, sorted, true).reshape(lines.folded());
  }

  /** Quantiles of which each is a Java number: the type follows from the array alone. */
  static NDArray of(NDArray a, double q, Axes axes, QuantileMethod method, boolean skipNan) {
    return of(a, new double[] {q}, null, axes, method, skipNan);
  }

  /** Quantiles of an array of numbers, whose axes come first in the result. */
  static NDArray of(NDArray a, NDArray q, Axes axes, QuantileMethod method, boolean skipNan) {
    return of(a, q.toDoubleArray(), q, axes, method, skipNan);
  }

  private static NDArray of(NDArray a, double[] numbers, NDArray q, Axes axes, QuantileMethod method, boolean skipNan) {
    checkReal(a);
    for (double x : numbers) {
      if (!(x >= 0 && x <= 1)) {
        throw new IllegalArgumentException("quantile " + x + " is outside; it must be from 0 to 1 (percentiles from 0 to 100)");
      }
    }
    if (skipNan && a.size() == 0) {
      // As NumPy has it, the mean of nothing.
      var none = Missing.mean(a, axes);
      return q == null ? none : none.broadcastTo(after(q.shape(), none.shape())).copy();
    }
    if (a.dtype().isBool() && !method.isDiscrete()) {
      throw new IllegalArgumentException("bool has no quantiles by " + method + "; cast with astype, or take INVERTED_CDF");
    }
    var lines = Ordering.Lines.of(a, axes);
    if (lines.all().shape(1) == 0 && numbers.length > 0) {
      throw new IllegalArgumentException("an array of shape " + Shapes.text(a.shape()) + " has no quantile along "
          + axes + "; there must be at least one element");
    }
    var sorted = enough(lines.all(), places(lines.all().shape(1), numbers, method));
    long[] counts = counts(sorted, skipNan);
    DType type = method.isDiscrete() ? a.dtype() : type(a.dtype(), q);
    var out = spoil(numbers(sorted, counts, numbers, method, type), sorted, skipNan);
    return out.reshape(after(q == null ? new long[0] : q.shape(), lines.folded()));
  }

  /** Lines of which some places are in order, or, if there is a NaN, all: it would move what counts. */
  private static NDArray enough(NDArray lines, long... places) {
    boolean nan = lines.dtype().isComplex() ? lines.notEqual(lines).any().getBoolean()
        : lines.dtype().isFloat() && lines.size() > 0 && Double.isNaN(lines.max().getDouble());
    return nan ? lines.sort(1) : Sorters.partition(lines, 1, places);
  }

  /** The places that quantiles of n elements look at. */
  private static long[] places(long n, double[] numbers, QuantileMethod method) {
    return Arrays.stream(numbers).boxed().flatMap(q -> {
      long below = (long) Math.clamp(Math.floor(method.position(n, q)), 0, Math.max(n - 1, 0));
      return Stream.of(below, Math.min(below + 1, n - 1));
    }).mapToLong(Long::longValue).sorted().toArray();
  }

  private static long[] after(long[] first, long[] then) {
    long[] all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  private static DType type(DType a, NDArray q) {
    DType own = a.isFloat() ? a : DType.float64;
    return q == null ? own : TypeRule.promote(own, q.dtype().isFloat() ? q.dtype() : DType.float64);
  }

  /**
   * Quantiles of each line, of shape (numbers, lines). Between two elements each is reckoned from the nearer one, so that both
   * ends are exact.
   */
  private static NDArray numbers(NDArray sorted, long[] counts, double[] numbers, QuantileMethod method, DType type) {
    int lines = counts.length;
    long[] low = new long[numbers.length * lines];
    long[] high = new long[low.length];
    long[] near = new long[low.length];
    double[] factor = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      long count = counts[i % lines];
      long last = Math.max(count - 1, 0);
      double at = method.position(count, numbers[i / lines]);
      double below = Math.floor(at);
      double weight = method.weight(at, at - below);
      low[i] = at >= last ? last : (long) Math.max(below, 0);
      high[i] = at >= last ? last : at < 0 ? 0 : low[i] + 1;
      near[i] = weight >= 0.5 ? high[i] : low[i];
      factor[i] = low[i] == high[i] ? 0 : weight >= 0.5 ? weight - 1 : weight;
    }
    if (method.isDiscrete()) {
      return pick(sorted, low, numbers.length);
    }
    var below = pick(sorted, low, numbers.length);
    var above = pick(sorted, high, numbers.length);
    var exact = sorted.dtype().isFloat() ? sorted.dtype() : type;
    var gap = above.astype(exact).subtract(below.astype(exact)).astype(type);
    var share = Nd.array(factor).astype(type).reshape(numbers.length, lines);
    var result = pick(sorted, near, numbers.length).astype(type).add(gap.multiply(share));
    // Two elements that are the same, infinite ones too.
    return Nd.where(below.equal(above), below.astype(type), result);
  }

  /** Elements of each line; there are so many positions for each, first those for the first element. */
  private static NDArray pick(NDArray sorted, long[] positions, int count) {
    var at = Nd.array(positions).reshape(count, sorted.shape(0));
    return sorted.takeAlongAxis(at.permuteDims(1, 0), 1).permuteDims(1, 0);
  }

  /** How many elements of each line count. */
  private static long[] counts(NDArray sorted, boolean skipNan) {
    if (skipNan) {
      return sorted.equal(sorted).sum(1).toLongArray();
    }
    long[] counts = new long[Math.toIntExact(sorted.shape(0))];
    Arrays.fill(counts, sorted.shape(1));
    return counts;
  }

  /** A NaN in a line, which is sorted then and ends with it, becomes the result; if NaN is left out, only where there is nothing else. */
  private static NDArray spoil(NDArray result, NDArray sorted, boolean skipNan) {
    var edge = sorted.get(Index.all(), Index.at(skipNan ? 0 : -1));
    boolean may = (sorted.dtype().isFloat() || sorted.dtype().isComplex()) && edge.notEqual(edge).any().getBoolean();
    return may ? Nd.where(edge.notEqual(edge), edge.astype(result.dtype()), result) : result;
  }

  /** The weighted inverse of the distribution, the only method for which weights have a meaning. */
  static NDArray weighted(NDArray a, NDArray q, NDArray weights, Axes axes) {
    checkReal(a);
    var w = Averages.weights(a, weights, axes);
    if (w.size() > 0 && !(w.min().getDouble() >= 0)) {
      throw new IllegalArgumentException("a weight is " + w.min().getDouble() + "; weights must not be negative");
    }
    var lines = Ordering.Lines.of(a, axes);
    var order = lines.all().argsort(1);
    var sorted = lines.all().takeAlongAxis(order, 1);
    var shares = Ordering.Lines.of(w.broadcastTo(a.shape()), axes).all().astype(DType.float64).takeAlongAxis(order, 1);
    int n = Math.toIntExact(sorted.shape(1));
    double[] numbers = q.toDoubleArray();
    var out = Nd.empty(a.dtype(), numbers.length, sorted.shape(0));
    for (int line = 0; line < sorted.shape(0); line++) {
      double[] sum = shares.get(Index.at(line)).toDoubleArray();
      for (int i = 1; i < n; i++) {
        sum[i] += sum[i - 1];
      }
      double total = sum[n - 1];
      if (!(total > 0) || Double.isInfinite(total)) {
        throw new IllegalArgumentException("the weights sum up to " + total + "; the sum must be finite and not 0");
      }
      for (int k = 0; k < numbers.length; k++) {
        int at = 0;
        while (at < n - 1 && (sum[at] / total < numbers[k] || sum[at] == 0)) {
          at++;
        }
        out.get(Index.at(k), Index.at(line)).assign(sorted.get(Index.at(line), Index.at(at)));
      }
    }
    for (int k = 0; k < numbers.length; k++) {
      out.get(Index.at(k)).assign(spoil(out.get(Index.at(k)), sorted, false));
    }
    return out.reshape(after(q.shape(), lines.folded()));
  }

  private static void checkReal(NDArray a) {
    if (a.dtype().isComplex()) {
      throw new IllegalArgumentException("complex numbers have no quantiles; use real() or abs() of them");
    }
  }
}
