package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** Numbers at regular distances, on straight and on logarithmic scales. */
final class Spacing {
  private static final long PIECE = 1024;

  private Spacing() {}

  /**
   * Evenly spaced numbers between the elements of two arrays, computed as NumPy does.
   *
   * @param dtype the type of the result, null for the type they are computed in
   * @param axis where the new axis is
   */
  static NDArray linspace(DType dtype, NDArray start, NDArray stop, long num, boolean endpoint, int axis) {
    if (num < 0) {
      throw new IllegalArgumentException("linspace cannot have " + num + " elements; there must be 0 or more");
    }
    var first = start.multiply(1.0);
    var last = stop.multiply(1.0);
    var delta = last.subtract(first);
    int at = Shapes.normalAxis(axis, delta.ndim() + 1);
    var type = delta.dtype();
    long[] column = new long[delta.ndim() + 1];
    Arrays.fill(column, 1);
    column[0] = num;
    var y = Nd.arange(num).astype(type).reshape(column);
    long div = endpoint ? num - 1 : num;
    if (div > 0) {
      var step = delta.divide((double) div);
      // A step that underflows would lose everything, so that then the division comes first.
      y = step.equal(0).any().getBoolean() ? y.divide((double) div).multiply(delta) : y.multiply(step);
    } else {
      y = y.multiply(delta);
    }
    y = y.add(first);
    if (endpoint && num > 1) {
      Views.at(y, 0, num - 1).assign(last);
    }
    if (dtype != null && dtype.isInteger()) {
      y = map(y, Math::floor);
    }
    var moved = y.moveaxis(0, at);
    return dtype == null || dtype == moved.dtype() ? moved : moved.astype(dtype);
  }

  /** How far evenly spaced numbers are apart; NaN if there are no neighbours. */
  static NDArray step(NDArray start, NDArray stop, long num, boolean endpoint) {
    var delta = stop.multiply(1.0).subtract(start.multiply(1.0));
    long div = endpoint ? num - 1 : num;
    return div > 0 ? delta.divide((double) div) : Nd.full(delta.dtype(), Double.NaN, delta.shape());
  }

  /** A function of each element, as a new float64 array. */
  static NDArray map(NDArray a, DoubleUnaryOperator function) {
    var out = a.astype(DType.float64);
    long address = Access.door().address(out);
    // In pieces, so that the loop is compiled soon.
    for (long i = 0; i < out.size(); i += PIECE) {
      map(address + 8 * i, Math.min(PIECE, out.size() - i), function);
    }
    Reference.reachabilityFence(out);
    return out;
  }

  private static void map(long address, long n, DoubleUnaryOperator function) {
    for (long i = 0; i < n; i++) {
      Raw.setDouble(address + 8 * i, function.applyAsDouble(Raw.getDouble(address + 8 * i)));
    }
  }

  /** The middle of the sorted elements along an axis, which is kept with size 1; NaN if there is one. */
  static NDArray median(NDArray a, int axis) {
    int n = Math.toIntExact(a.shape(axis));
    double[] all = a.moveaxis(axis, -1).toDoubleArray();
    double[] medians = new double[all.length / n];
    for (int i = 0; i < medians.length; i++) {
      Arrays.sort(all, i * n, (i + 1) * n);
      double high = all[i * n + n / 2];
      double low = all[i * n + (n - 1) / 2];
      double last = all[i * n + n - 1];
      medians[i] = last != last ? last : n % 2 == 1 ? high : (low + high) / 2;
    }
    long[] shape = a.shape();
    shape[axis] = 1;
    return Nd.array(medians).reshape(shape);
  }

  static NDArray logspace(DType dtype, double start, double stop, long num, boolean endpoint, double base) {
    var out = map(Nd.linspace(start, stop, num, endpoint), x -> StrictMath.pow(base, x));
    return dtype == DType.float64 ? out : out.astype(dtype);
  }

  static NDArray geomspace(DType dtype, double start, double stop, long num, boolean endpoint) {
    if (start == 0 || stop == 0) {
      throw new IllegalArgumentException("geomspace from " + start + " to " + stop + " cannot include 0; both ends must be other numbers");
    }
    if (start < 0 != stop < 0) {
      throw new IllegalArgumentException("geomspace from " + start + " to " + stop + " would have to cross 0; both ends must have the same sign");
    }
    double sign = Math.signum(start);
    var out = logspace(DType.float64, StrictMath.log10(Math.abs(start)), StrictMath.log10(Math.abs(stop)), num, endpoint, 10);
    if (num > 0) {
      out.set(Math.abs(start), 0);
    }
    if (num > 1 && endpoint) {
      out.set(Math.abs(stop), num - 1);
    }
    out = sign < 0 ? out.negative() : out;
    return dtype == DType.float64 ? out : out.astype(dtype);
  }
}
