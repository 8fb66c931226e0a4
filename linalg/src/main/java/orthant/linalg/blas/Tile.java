package orthant.linalg.blas;

/**
 * The innermost loop of a matrix product: a few rows times a few columns, the sums held in registers.
 *
 * <p>Implementations are compiled by {@link TileEmitter}, one class for each number of rows and columns. Every element is
 * one chain of fused multiply-adds in the order of k, so scalar and vector forms give the same bits.
 */
interface Tile {
  /**
   * Computes c = a b, or c += a b.
   *
   * @param k the length of the sums, at least 1
   * @param a address of the first row
   * @param aRow bytes from one row of a to the next
   * @param aStep bytes from one column of a to the next
   * @param b address of the first row; its columns have no gaps
   * @param bStep bytes from one row of b to the next
   * @param c address of the result; its columns have no gaps
   * @param cRow bytes from one row of c to the next
   * @param tail columns in the last vector, for tiles whose last vector is masked
   * @param add whether to add to c
   */
  void run(int k, long a, long aRow, long aStep, long b, long bStep, long c, long cRow, int tail, boolean add);
}
