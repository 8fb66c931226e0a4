package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Weighted means, and how variables vary together. */
final class Averages {
  private Averages() {}

  static NDArray average(NDArray a, NDArray weights, Axes axes) {
    var w = weights(a, weights, axes);
    DType type = TypeRule.promote(a.dtype(), weights.dtype());
    type = a.dtype().isFloat() || a.dtype().isComplex() ? type : TypeRule.promote(type, DType.float64);
    var typed = axes.dtype(type);
    var total = w.broadcastTo(a.shape()).sum(typed);
    if (total.equal(0L).any().getBoolean()) {
      throw new ArithmeticException("the weights of an average sum up to 0; the sum must be another");
    }
    return a.astype(type).multiply(w.astype(type)).sum(typed).divide(total);
  }

  /** Weights in a shape that broadcasts: they have the array's own shape, or that of the axes they belong to. */
  static NDArray weights(NDArray a, NDArray weights, Axes axes) {
    if (weights.sameShape(a)) {
      return weights;
    }
    int[] fold = axes.axes() == null ? Shapes.allAxes(a.ndim()) : Shapes.normalAxes(axes.axes(), a.ndim());
    long[] shape = new long[a.ndim()];
    Arrays.fill(shape, 1);
    boolean fits = fold.length == weights.ndim() && axes.axes() != null;
    int[] order = fold.clone();
    Arrays.sort(order);
    int[] turn = new int[fold.length];
    for (int i = 0; fits && i < fold.length; i++) {
      fits = weights.shape(i) == a.shape(fold[i]);
      shape[fold[i]] = a.shape(fold[i]);
      turn[Arrays.binarySearch(order, fold[i])] = i;
    }
    if (!fits) {
      throw new IllegalArgumentException("weights of shape " + Shapes.text(weights.shape())
          + " do not fit an array of shape " + Shapes.text(a.shape())
          + " along " + axes + "; they must have its shape, or that of the axes");
    }
    return weights.permuteDims(turn).reshape(shape);
  }

  static NDArray cov(NDArray m, NDArray y, Covariance how) {
    DType type = TypeRule.promote(m.dtype(), DType.float64);
    type = y == null ? type : TypeRule.promote(type, y.dtype());
    var x = variables(m, how, m.ndim() > 1).astype(type);
    if (x.shape(0) == 0) {
      return Nd.empty(DType.float64, 0, 0);
    }
    if (y != null) {
      x = Nd.concat(0, x, variables(y, how, y.ndim() > 1 && y.shape(0) != 1).astype(type));
    }
    var frequencies = observed("frequencies", how.frequencies(), x.shape(1));
    var importance = observed("weights", how.weights(), x.shape(1));
    var w = frequencies == null ? importance : importance == null ? frequencies : frequencies.multiply(importance);
    double total = w == null ? x.shape(1) : w.sum().getDouble();
    double correction = how.correction();
    if (importance != null && correction != 0) {
      correction *= w.multiply(importance).sum().getDouble() / total;
    }
    var mean = w == null ? x.mean(Axes.axes(1).keepDims()) : average(x, w, Axes.axes(1).keepDims());
    var away = x.subtract(mean);
    var weighted = conjugate(w == null ? away : away.multiply(w));
    return away.matmul(weighted.T()).multiply(1 / Math.max(total - correction, 0)).squeeze();
  }

  private static NDArray variables(NDArray m, Covariance how, boolean turns) {
    if (m.ndim() > 2) {
      throw new IllegalArgumentException("variables of shape " + Shapes.text(m.shape()) + " have no covariance; there must be at most 2 axes");
    }
    var two = Nd.atleast2d(m);
    return turns && !how.byRows() ? two.T() : two;
  }

  private static NDArray observed(String what, NDArray given, long n) {
    if (given == null) {
      return null;
    }
    boolean fits = given.ndim() == 1 && given.size() == n && !given.dtype().isComplex();
    if (!fits || n > 0 && given.min().getDouble() < 0) {
      throw new IllegalArgumentException("the " + what + " of a covariance have shape " + Shapes.text(given.shape()) + " for " + n
          + " observations; there must be one number for each, and none negative");
    }
    return given.astype(DType.float64);
  }

  private static NDArray conjugate(NDArray a) {
    if (!a.dtype().isComplex()) {
      return a;
    }
    var out = a.copy();
    out.imag().assign(out.imag().negative());
    return out;
  }

  static NDArray corrcoef(NDArray m, NDArray y, Covariance how) {
    var c = cov(m, y, how);
    if (c.ndim() == 0) {
      return c.divide(c);
    }
    var deviation = c.diagonal().real().sqrt();
    c = c.divide(deviation.reshape(-1, 1)).divide(deviation);
    for (var part : c.dtype().isComplex() ? new NDArray[] {c.real(), c.imag()} : new NDArray[] {c}) {
      part.assign(part.maximum(-1.0).minimum(1.0));
    }
    return c;
  }
}
