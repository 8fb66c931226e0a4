package orthant.linalg.blas;

/** The LAPACK functions in use, on checked addresses: float64, matrices in column order. */
public interface Lapack {
  /**
   * LU factors with partial pivoting, in place.
   *
   * @param n rows and columns, at least 1
   * @param a address of the matrix, without gaps
   * @param pivots address of n 32-bit integers
   * @return 0, or i if the pivot i (from 1) is exactly zero
   */
  int getrf(int n, long a, long pivots);

  /**
   * Solves with the factors of {@link #getrf}, in place.
   *
   * @param transposed whether to solve with the transposed matrix
   * @param n rows and columns
   * @param columns right-hand sides, at least 1
   * @param a address of the factors
   * @param pivots address of the pivots
   * @param b address of the right-hand sides, without gaps; becomes the solution
   */
  void getrs(boolean transposed, int n, int columns, long a, long pivots, long b);

  /**
   * What {@link #gelsd} found besides the solution.
   *
   * @param info 0, or the number of off-diagonal elements that did not converge
   * @param rank the effective rank
   */
  record LeastSquares(int info, int rank) {}

  /**
   * Least squares of minimal norm by singular values.
   *
   * @param m rows, at least 1
   * @param n columns, at least 1
   * @param columns right-hand sides, at least 1
   * @param a address of the matrix, without gaps; destroyed
   * @param b address of max(m, n) by columns elements; the first n rows become the solution
   * @param s address of min(m, n) elements, becomes the singular values
   * @param rcond singular values up to rcond times the largest count as zero
   * @return info and rank
   */
  LeastSquares gelsd(int m, int n, int columns, long a, long b, long s, double rcond);

  /**
   * The eigenvalues of a matrix that need not be symmetric.
   *
   * @param n rows and columns, at least 1
   * @param a address of the matrix, without gaps; destroyed
   * @param re address of n elements, become the real parts
   * @param im address of n elements, become the imaginary parts
   * @return 0, or i if only those from i (from 0) on converged
   */
  int geev(int n, long a, long re, long im);
}
