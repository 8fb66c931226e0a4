package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Differences, integrals, interpolation and convolution along an axis, made of array operations. */
final class Series {
  private Series() {}

  /** The elements from one position to before another along an axis. */
  private static NDArray part(NDArray a, int axis, long from, long to) {
    Index[] all = new Index[a.ndim()];
    Arrays.fill(all, Index.all());
    all[Shapes.normalAxis(axis, a.ndim())] = Index.slice(from, Math.max(from, to));
    return a.get(all);
  }

  private static NDArray after(NDArray a, int axis) {
    return part(a, axis, Math.min(1, a.shape(axis)), a.shape(axis));
  }

  private static NDArray before(NDArray a, int axis) {
    return part(a, axis, 0, a.shape(axis) - 1);
  }

  static NDArray diff(NDArray a, int n, int axis) {
    if (n < 0) {
      throw new IllegalArgumentException("differences taken " + n + " times; it must be 0 or more");
    }
    NDArray out = a;
    for (int i = 0; i < n; i++) {
      out = out.dtype().isBool() ? after(out, axis).notEqual(before(out, axis)) : after(out, axis).subtract(before(out, axis));
    }
    return out;
  }

  /** Sums of neighbours. */
  static NDArray pairs(NDArray y, int axis) {
    return after(y, axis).add(before(y, axis));
  }

  static NDArray trapezoid(NDArray y, NDArray x, int axis) {
    NDArray steps = x.ndim() == 1 ? along(diff(x, 1, 0), y.ndim(), axis) : diff(x, 1, axis);
    return steps.multiply(pairs(y, axis)).divide(2.0).sum(axis);
  }

  /** A sequence as an array that lies along an axis of others. */
  private static NDArray along(NDArray line, int ndim, int axis) {
    long[] shape = new long[ndim];
    Arrays.fill(shape, 1);
    shape[Shapes.normalAxis(axis, ndim)] = line.size();
    return line.reshape(shape);
  }

  private static NDArray values(NDArray a, int axis, int edgeOrder) {
    if (edgeOrder != 1 && edgeOrder != 2) {
      throw new IllegalArgumentException("slopes with edges of order " + edgeOrder + "; it must be 1 or 2");
    }
    if (a.shape(axis) < edgeOrder + 1) {
      throw new IllegalArgumentException("slopes of " + a.shape(axis) + " values along axis " + axis + "; there must be " + (edgeOrder + 1)
          + " or more");
    }
    return a.dtype().isFloat() || a.dtype().isComplex() ? a : a.astype(DType.float64);
  }

  static NDArray gradient(NDArray a, double spacing, int axis, int edgeOrder) {
    NDArray y = values(a, axis, edgeOrder);
    long n = y.shape(axis);
    NDArray out = Nd.empty(y.dtype(), y.shape());
    part(out, axis, 1, n - 1).assign(part(y, axis, 2, n).subtract(part(y, axis, 0, n - 2)).divide(2 * spacing));
    part(out, axis, 0, 1).assign(edge(y, axis, false, spacing, spacing, edgeOrder));
    part(out, axis, n - 1, n).assign(edge(y, axis, true, -spacing, -spacing, edgeOrder));
    return out;
  }

  static NDArray gradient(NDArray a, NDArray places, int axis, int edgeOrder) {
    NDArray y = values(a, axis, edgeOrder);
    long n = y.shape(axis);
    if (places.ndim() != 1 || places.size() != n) {
      throw new IllegalArgumentException("places of shape " + Shapes.text(places.shape()) + " for " + n + " values; there must be one for each");
    }
    NDArray distances = diff(places, 1, 0);
    NDArray steps = along(distances, y.ndim(), axis);
    NDArray first = part(steps, axis, 0, n - 2);
    NDArray second = part(steps, axis, 1, n - 1);
    NDArray both = first.add(second);
    NDArray low = second.negative().divide(first.multiply(both));
    NDArray middle = second.subtract(first).divide(first.multiply(second));
    NDArray high = first.divide(second.multiply(both));
    NDArray out = Nd.empty(y.dtype(), y.shape());
    part(out, axis, 1, n - 1).assign(
        low.multiply(part(y, axis, 0, n - 2)).add(middle.multiply(part(y, axis, 1, n - 1))).add(high.multiply(part(y, axis, 2, n))));
    NDArray wide = y.astype(TypeRule.promote(y.dtype(), distances.dtype()));
    long next = Math.min(1, n - 2);
    part(out, axis, 0, 1).assign(edge(wide, axis, false, distances.getDouble(0), distances.getDouble(next), edgeOrder));
    part(out, axis, n - 1, n).assign(edge(wide, axis, true, -distances.getDouble(n - 2), -distances.getDouble(n - 2 - next), edgeOrder));
    return out;
  }

  /**
   * The slope at an end: that to the neighbour, or of the parabola through the three outermost values.
   *
   * @param near from the end to its neighbour
   * @param far from there to the next
   */
  private static NDArray edge(NDArray y, int axis, boolean last, double near, double far, int order) {
    NDArray[] values = new NDArray[order + 1];
    for (int i = 0; i <= order; i++) {
      long at = last ? y.shape(axis) - 1 - i : i;
      values[i] = part(y, axis, at, at + 1);
    }
    if (order == 1) {
      return last ? values[0].subtract(values[1]).divide(-near) : values[1].subtract(values[0]).divide(near);
    }
    double both = near + far;
    return values[0].multiply(-(near + both) / (near * both)).add(values[1].multiply(both / (near * far)))
        .add(values[2].multiply(-near / (far * both)));
  }

  private static void checkPoints(NDArray xp, NDArray fp) {
    if (xp.size() == 0 || xp.size() != fp.size()) {
      throw new IllegalArgumentException(xp.size() + " places and " + fp.size() + " values; there must be as many, and one or more");
    }
  }

  static NDArray interp(NDArray x, NDArray xp, NDArray fp, double left, double right, boolean ends) {
    checkPoints(xp, fp);
    if (fp.dtype().isComplex()) {
      // As in NumPy a place that is not a number has no imaginary part.
      return Nd.complex(interp(x, xp, fp.real(), left, right, ends), Nd.where(x.isnan(), 0.0, interp(x, xp, fp.imag(), 0, 0, ends)));
    }
    double[] places = xp.ravel().astype(DType.float64).toDoubleArray();
    double[] values = fp.ravel().astype(DType.float64).toDoubleArray();
    double[] out = x.ravel().astype(DType.float64).toDoubleArray();
    double below = ends ? left : values[0];
    double above = ends ? right : values[values.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = interp(out[i], places, values, below, above);
    }
    return Nd.array(out).reshape(x.shape());
  }

  static NDArray interp(NDArray x, NDArray xp, NDArray fp, double period) {
    if (period == 0 || Double.isNaN(period)) {
      throw new IllegalArgumentException("interpolation with period " + period + "; it must be a number other than 0");
    }
    checkPoints(xp, fp);
    double turn = Math.abs(period);
    NDArray places = xp.ravel().astype(DType.float64).remainder(turn);
    NDArray order = places.argsort();
    places = places.take(order);
    NDArray values = fp.ravel().take(order);
    // The last point once more before the first one, and the first one after the last.
    return interp(x.astype(DType.float64).remainder(turn), Nd.concat(places.get("-1:").subtract(turn), places, places.get(":1").add(turn)),
        Nd.concat(values.get("-1:"), values, values.get(":1")), 0, 0, false);
  }

  private static double interp(double x, double[] places, double[] values, double below, double above) {
    int last = places.length - 1;
    if (Double.isNaN(x)) {
      return x;
    }
    if (x < places[0] || x > places[last]) {
      return x < places[0] ? below : above;
    }
    int found = Arrays.binarySearch(places, x);
    int j = found >= 0 ? found : -found - 2;
    while (j < last && places[j + 1] <= x) {
      j++;
    }
    if (j == last || places[j] == x) {
      return values[j];
    }
    double slope = (values[j + 1] - values[j]) / (places[j + 1] - places[j]);
    double value = slope * (x - places[j]) + values[j];
    // From an infinite value the way back is another; between equal ones the value itself.
    value = Double.isNaN(value) ? slope * (x - places[j + 1]) + values[j + 1] : value;
    return Double.isNaN(value) && values[j] == values[j + 1] ? values[j] : value;
  }

  static NDArray convolve(NDArray a, NDArray v, String mode) {
    return a.size() < v.size() ? overlap(v, a, mode, false) : overlap(a, v, mode, false);
  }

  static NDArray correlate(NDArray a, NDArray v, String mode) {
    NDArray turned = (v.dtype().isComplex() ? v.conj() : v).flip();
    return a.size() < v.size() ? overlap(turned, a, mode, true) : overlap(a, turned, mode, false);
  }

  /** The convolution of a longer and a shorter sequence, cut; with an odd element on the other side if {@code turned}. */
  private static NDArray overlap(NDArray a, NDArray v, String mode, boolean turned) {
    if (a.ndim() != 1 || v.ndim() != 1 || v.size() == 0) {
      throw new IllegalArgumentException("sequences of shapes " + Shapes.text(a.shape()) + " and " + Shapes.text(v.shape())
          + "; both must have one axis and at least one element");
    }
    long n = a.size();
    long m = v.size();
    DType type = TypeRule.promote(a.dtype(), v.dtype());
    NDArray x = a.astype(type);
    NDArray full = Nd.zeros(type, n + m - 1);
    for (long k = 0; k < m; k++) {
      NDArray place = full.get(Index.slice(k, k + n));
      place.assign(place.add(x.multiply(v.get(Index.at(k)).astype(type))));
    }
    long from = switch (mode) {
      case "full" -> 0;
      case "same" -> turned ? m / 2 : (m - 1) / 2;
      case "valid" -> m - 1;
      default -> throw new IllegalArgumentException("mode \"" + mode + "\"; it must be full, same or valid");
    };
    long length = mode.equals("full") ? n + m - 1 : mode.equals("same") ? n : n - m + 1;
    return full.get(Index.slice(from, from + length)).copy();
  }

  static NDArray unwrap(NDArray a, double period, int axis) {
    NDArray x = a.dtype().isFloat() ? a : a.astype(DType.float64);
    NDArray steps = diff(a, 1, axis).astype(x.dtype());
    double half = period / 2;
    NDArray moved = steps.add(half).remainder(period).subtract(half);
    moved = Nd.where(moved.equal(-half).logicalAnd(steps.greater(0)), half, moved);
    NDArray turns = Nd.where(steps.abs().less(half), 0.0, moved.subtract(steps));
    NDArray out = x.copy();
    NDArray rest = after(out, axis);
    rest.assign(after(x, axis).add(Nd.cumsum(turns, axis)));
    return out;
  }
}
