package orthant;

import orthant.op.TypeRule;

/** Distinct elements, and sets of them: all by sorting. */
final class Distinct {
  private Distinct() {}

  static NDArray values(NDArray a, boolean equalNan) {
    var sorted = a.ravel().sort();
    return sorted.get(starts(sorted, equalNan));
  }

  static UniqueCounts counts(NDArray a) {
    var sorted = a.ravel().sort();
    var first = starts(sorted, false).flatnonzero();
    return new UniqueCounts(sorted.take(first), lengths(first, sorted.size()));
  }

  static UniqueAll all(NDArray a, boolean equalNan) {
    var flat = a.ravel();
    var order = flat.argsort();
    var sorted = flat.take(order);
    return groups(sorted, order, starts(sorted, equalNan), 0, a.shape());
  }

  static UniqueAll along(NDArray a, int axis) {
    int at = orthant.layout.Shapes.normalAxis(axis, a.ndim());
    long n = a.shape(at);
    var rows = a.moveaxis(at, 0).reshape(n, n == 0 ? 0 : a.size() / n);
    int columns = Math.toIntExact(rows.shape(1));
    var keys = new NDArray[columns];
    for (int i = 0; i < columns; i++) {
      keys[columns - 1 - i] = rows.get(Index.all(), Index.at(i));
    }
    var order = columns == 0 ? Nd.arange(n) : Ordering.lexsort(0, keys);
    var sorted = rows.take(order, 0);
    var starts = Nd.ones(DType.bool, n);
    if (n > 1) {
      starts.get(Index.from(1)).assign(sorted.get(Index.from(1)).notEqual(sorted.get(Index.until(n - 1))).any(1));
    }
    return groups(a.take(order, at), order, starts, at, n);
  }

  /** Where a run of equal elements begins. */
  private static NDArray starts(NDArray sorted, boolean equalNan) {
    long n = sorted.size();
    var starts = Nd.ones(DType.bool, n);
    if (n > 1) {
      starts.get(Index.from(1)).assign(sorted.get(Index.from(1)).notEqual(sorted.get(Index.until(n - 1))));
      long nan = equalNan ? sorted.notEqual(sorted).sum().getLong() : 0;
      if (nan > 1) {
        starts.get(Index.from(n - nan + 1)).assign(false);
      }
    }
    return starts;
  }

  private static UniqueAll groups(NDArray sorted, NDArray order, NDArray starts, int axis, long... shape) {
    long n = order.size();
    var first = starts.flatnonzero();
    var counts = lengths(first, n);
    var inverse = Nd.empty(DType.int64, n).put(order, Nd.arange(first.size()).repeat(counts));
    return new UniqueAll(sorted.take(first, axis), order.take(first), inverse.reshape(shape), counts);
  }

  /** How long the runs are that begin at places. */
  private static NDArray lengths(NDArray first, long n) {
    return first.size() == 0 ? first : Nd.concat(first.get(Index.from(1)), Nd.array(n)).subtract(first);
  }

  static NDArray isin(NDArray elements, NDArray tests, boolean invert) {
    var type = TypeRule.promote(elements.dtype(), tests.dtype());
    var sorted = tests.ravel().astype(type).sort();
    if (sorted.size() == 0) {
      return Nd.full(DType.bool, invert ? 1L : 0L, elements.shape());
    }
    var wanted = elements.astype(type);
    var found = sorted.take(sorted.searchsorted(wanted).minimum(sorted.size() - 1)).equal(wanted);
    return invert ? found.logicalNot() : found;
  }

  static Intersection intersection(NDArray a, NDArray b) {
    var x = all(a, true);
    var y = all(b, true);
    var both = Nd.concat(x.values(), y.values());
    long n = both.size();
    if (n == 0) {
      var none = Nd.empty(DType.int64, 0);
      return new Intersection(both, none, none);
    }
    var order = both.argsort();
    var sorted = both.take(order);
    var twice = sorted.get(Index.from(1)).equal(sorted.get(Index.until(n - 1)));
    var first = order.get(Index.until(n - 1)).get(twice);
    var second = order.get(Index.from(1)).get(twice).subtract(x.values().size());
    return new Intersection(sorted.get(Index.until(n - 1)).get(twice), x.indices().take(first), y.indices().take(second));
  }

  static NDArray difference(NDArray a, NDArray b) {
    var values = values(a, true);
    return values.get(isin(values, b, true));
  }

  static NDArray exclusive(NDArray a, NDArray b) {
    var sorted = Nd.concat(values(a, true), values(b, true)).sort();
    long n = sorted.size();
    var starts = starts(sorted, false);
    var ends = Nd.ones(DType.bool, n);
    if (n > 1) {
      ends.get(Index.until(n - 1)).assign(starts.get(Index.from(1)));
    }
    return sorted.get(starts.logicalAnd(ends));
  }
}
