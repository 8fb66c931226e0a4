package orthant.linalg;

import orthant.NDArray;
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
