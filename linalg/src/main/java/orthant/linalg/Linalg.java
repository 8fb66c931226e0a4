package orthant.linalg;

import orthant.NDArray;
import orthant.Nd;
import orthant.linalg.blas.Backends;
import orthant.linalg.blas.LinalgProduct;
import orthant.plan.MatrixProducts;

/**
 * Linear algebra on matrices, and on stacks of matrices in the last two axes, as {@code numpy.linalg}.
 *
 * <p>Products keep their type. Decompositions work in float64 and give float32 back for float32 input, as NumPy's do; other
 * types become float64. The work is done by the backend that {@link #showConfig()} names.
 */
public final class Linalg {
  private Linalg() {}

  /**
   * The matrix product; see {@link orthant.Nd#matmul}.
   *
   * @param a of shape (k,) or (..., m, k)
   * @param b of shape (k,) or (..., k, n)
   * @return the product, of the promoted type
   * @throws IllegalArgumentException if an operand has no axes, the inner sizes differ or the stacks do not broadcast
   */
  public static NDArray matmul(NDArray a, NDArray b) {
    return MatrixProducts.multiply(a, b);
  }

  /**
   * The matrix product, written over an array.
   *
   * @param a of shape (k,) or (..., m, k)
   * @param b of shape (k,) or (..., k, n)
   * @param out the result, of exactly the shape of the product; it may overlap with the operands
   * @return out
   * @throws IllegalArgumentException if the shapes do not fit, or the type of the product is of a higher kind than out's
   * @throws UnsupportedOperationException if out is read-only
   */
  public static NDArray matmul(NDArray a, NDArray b, NDArray out) {
    return MatrixProducts.multiply(a, b, out);
  }

  /**
   * Solves a x = b by LU decomposition with partial pivoting (LAPACK's getrf and getrs). NaN and infinity in the input
   * give NaN in the result.
   *
   * @param a of shape (..., n, n)
   * @param b one vector of shape (n,), or matrices of shape (..., n, k)
   * @return the solution, of shape (..., n) for a vector and (..., n, k) else; the stacks broadcast
   * @throws IllegalArgumentException if a is not square, the sizes differ or the stacks do not broadcast
   * @throws LinAlgException if a matrix is exactly singular; the message says which one of the stack
   */
  public static NDArray solve(NDArray a, NDArray b) {
    return Solver.solve(a, b);
  }

  /**
   * Solves a x = b in the least-squares sense, with {@code rcond} the machine's precision times max(m, n).
   *
   * @param a of shape (m, n)
   * @param b of shape (m,) or (m, k)
   * @return solution, residuals, rank and singular values
   * @throws IllegalArgumentException if the shapes do not fit
   * @throws LinAlgException if there is NaN or infinity in a, or the singular values do not converge
   */
  public static LeastSquares lstsq(NDArray a, NDArray b) {
    int longest = (int) Math.min(Integer.MAX_VALUE, a.ndim() == 2 ? Math.max(a.shape(0), a.shape(1)) : 1);
    return Solver.lstsq(a, b, Math.ulp(1.0) * longest);
  }

  /**
   * Solves a x = b in the least-squares sense by singular values (LAPACK's gelsd).
   *
   * @param a of shape (m, n)
   * @param b of shape (m,) or (m, k)
   * @param rcond singular values up to rcond times the largest one count as zero; a negative one stands for the machine's
   *     precision
   * @return solution, residuals, rank and singular values
   * @throws IllegalArgumentException if the shapes do not fit
   * @throws LinAlgException if there is NaN or infinity in a, or the singular values do not converge
   */
  public static LeastSquares lstsq(NDArray a, NDArray b, double rcond) {
    return Solver.lstsq(a, b, rcond);
  }

  /**
   * The eigenvalues of square matrices by LAPACK's geev, in its order.
   *
   * @param a of shape (..., n, n), real
   * @return the eigenvalues, of shape (..., n), each as often as its multiplicity: complex64 for float32, else complex128, also if all are real
   * @throws IllegalArgumentException if a is not square or is complex
   * @throws LinAlgException if there is NaN or infinity in a, or the iteration does not converge
   */
  public static NDArray eigvals(NDArray a) {
    return Eigenvalues.of(a);
  }

  /**
   * The polynomial of some degree that is next to points in the least-squares sense.
   *
   * @param x places, of shape (m,)
   * @param y values, of shape (m,), or (m, k) for k sets of them
   * @param degree the degree, 0 or more
   * @return the coefficients, the highest power first, of shape (degree + 1,) or (degree + 1, k)
   * @throws IllegalArgumentException if the degree is negative, the shapes do not fit or there are no points, or for complex numbers
   * @throws LinAlgException if there is NaN or infinity in x, all x are 0 and the degree is not, or the singular values do not converge
   */
  public static NDArray polyfit(NDArray x, NDArray y, int degree) {
    return polyfit(x, y, degree, Nd.onesLike(x));
  }

  /**
   * The polynomial of some degree that is next to weighted points in the least-squares sense.
   *
   * @param x places, of shape (m,)
   * @param y values, of shape (m,), or (m, k) for k sets of them
   * @param degree the degree, 0 or more
   * @param weights by which the differences are multiplied before they are squared, of shape (m,): 1 / sigma for errors of the size sigma
   * @return the coefficients, the highest power first, of shape (degree + 1,) or (degree + 1, k)
   * @throws IllegalArgumentException if the degree is negative, the shapes do not fit or there are no points, or for complex numbers
   * @throws LinAlgException if there is NaN or infinity in x or the weights, all x are 0 and the degree is not, or the singular values do not
   *     converge
   */
  public static NDArray polyfit(NDArray x, NDArray y, int degree, NDArray weights) {
    return polyfitFull(x, y, degree, weights, Polynomials.precision(x)).x();
  }

  /**
   * The polynomial of some degree that is next to weighted points in the least-squares sense, and how well the points determine it: where the rank
   * is less than degree + 1 they do not. The columns of the matrix of powers are scaled to length 1 first, as NumPy does.
   *
   * @param x places, of shape (m,)
   * @param y values, of shape (m,), or (m, k) for k sets of them
   * @param degree the degree, 0 or more
   * @param weights by which the differences are multiplied before they are squared, of shape (m,)
   * @param rcond singular values up to rcond times the largest one count as zero; {@link #polyfit(NDArray, NDArray, int)} takes m times the
   *     precision of the type of x
   * @return the coefficients, the highest power first, and residuals, rank and singular values of the scaled matrix
   * @throws IllegalArgumentException if the degree is negative, the shapes do not fit, there are no points, rcond is NaN, or for complex numbers
   * @throws LinAlgException if there is NaN or infinity in x or the weights, all x are 0 and the degree is not, or the singular values do not
   *     converge
   */
  public static LeastSquares polyfitFull(NDArray x, NDArray y, int degree, NDArray weights, double rcond) {
    return Polynomials.fit(x, y, degree, weights, rcond);
  }

  /**
   * The roots of a polynomial, as the eigenvalues of its companion matrix.
   *
   * @param p real coefficients of one axis, the highest power first; zeros before the first other one do not count
   * @return complex numbers, as many as the degree
   * @throws IllegalArgumentException if p has more than one axis or is complex
   * @throws LinAlgException if there is NaN or infinity in p, or the iteration does not converge
   */
  public static NDArray roots(NDArray p) {
    return Polynomials.roots(p);
  }

  /**
   * Which library does the work, and why the others do not.
   *
   * @return a record whose {@code toString} is the report
   * @throws IllegalStateException if a system property asks for a backend that is not available
   */
  public static LinalgConfig showConfig() {
    var choice = Backends.choice();
    var backend = choice.backend();
    return new LinalgConfig(backend.name(), backend.library(), backend.version(), backend.threads().count(), LinalgProduct.vectorBits(),
        choice.candidates().stream().map(c -> new LinalgConfig.Candidate(c.name(), c.used(), c.reason())).toList());
  }
}
