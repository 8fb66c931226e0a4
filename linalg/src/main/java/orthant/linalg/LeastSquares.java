package orthant.linalg;

import orthant.NDArray;

/**
 * What {@link Linalg#lstsq(NDArray, NDArray)} and {@link Linalg#polyfitFull} found.
 *
 * @param x the solution of least norm, of shape (n,) for a vector and (n, k) for k right-hand sides
 * @param residuals the sums of squared differences, of shape (k,), (1,) for a vector; of shape (0,) if the rank is below n
 *     or there are not more equations than unknowns
 * @param rank the effective rank of the matrix
 * @param singularValues the singular values of the matrix, largest first, of shape (min(m, n),)
 */
public record LeastSquares(NDArray x, NDArray residuals, int rank, NDArray singularValues) {}
