package orthant.linalg;

import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.layout.Shapes;

/** Polynomials as their coefficients, the highest power first: least squares and eigenvalues do the work. */
final class Polynomials {
  private Polynomials() {}

  /** The relative precision of NumPy's fit. */
  static double precision(NDArray x) {
    return x.size() * Nd.finfo(x.multiply(1.0).dtype()).eps();
  }

  static LeastSquares fit(NDArray x, NDArray y, int degree, NDArray weights, double rcond) {
    if (degree < 0) {
      throw new IllegalArgumentException("a polynomial of degree " + degree + "; it must be 0 or more");
    }
    if (x.ndim() != 1 || x.size() == 0 || y.ndim() < 1 || y.ndim() > 2 || y.shape(0) != x.size()) {
      throw new IllegalArgumentException("cannot fit a polynomial to places of shape " + Shapes.text(x.shape()) + " and values of shape "
          + Shapes.text(y.shape()) + "; the shapes must be (m,), and (m,) or (m, k), with m at least 1");
    }
    if (weights.ndim() != 1 || weights.size() != x.size()) {
      throw new IllegalArgumentException("weights of shape " + Shapes.text(weights.shape()) + " for " + x.size()
          + " values; there must be one for each");
    }
    NDArray column = weights.multiply(1.0).reshape(weights.size(), 1);
    NDArray left = Nd.vander(x.multiply(1.0), degree + 1L, false).multiply(column);
    NDArray right = y.multiply(1.0).multiply(y.ndim() == 1 ? column.ravel() : column);
    // Columns of one length, so that powers of large numbers do not drown the others.
    NDArray scale = left.square().sum(0).sqrt();
    var fit = Linalg.lstsq(left.divide(scale), right, rcond);
    return new LeastSquares(fit.x().T().divide(scale).T().copy(), fit.residuals(), fit.rank(), fit.singularValues());
  }

  static NDArray roots(NDArray p) {
    if (p.ndim() > 1) {
      throw new IllegalArgumentException("coefficients of shape " + Shapes.text(p.shape()) + "; there must be one axis");
    }
    if (p.dtype().isComplex()) {
      throw new IllegalArgumentException("coefficients of type " + p.dtype() + "; complex ones are not supported, only real ones");
    }
    NDArray all = p.ravel().multiply(1.0);
    NDArray places = all.flatnonzero();
    if (places.size() == 0) {
      return Eigenvalues.of(Nd.zeros(all.dtype(), 0, 0));
    }
    long first = places.getLong(0);
    long last = places.getLong(places.size() - 1);
    NDArray inner = all.get(Index.slice(first, last + 1));
    long n = inner.size() - 1;
    NDArray companion = Nd.eye(inner.dtype(), n, n, -1);
    if (n > 0) {
      companion.get(Index.at(0)).assign(inner.get(Index.slice(1, n + 1)).divide(inner.get(Index.slice(0, 1))).negative());
    }
    // Every zero at the end is a root at 0.
    NDArray found = Eigenvalues.of(companion);
    return Nd.concat(found, Nd.zeros(found.dtype(), all.size() - 1 - last));
  }
}
