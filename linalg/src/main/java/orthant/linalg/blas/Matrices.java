package orthant.linalg.blas;

/** Sizes and copies of matrices of doubles on their way to LAPACK. */
public final class Matrices {
  private Matrices() {}

  /**
   * A size as LAPACK takes it.
   *
   * @param n the size of an axis
   * @return the same
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public static int size(long n) {
    if (n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a matrix axis of " + n + " elements is too long for BLAS and LAPACK with 32-bit integers; they take at most "
              + Integer.MAX_VALUE);
    }
    return (int) n;
  }

  /**
   * The bytes of a matrix of doubles.
   *
   * @param rows rows
   * @param columns columns
   * @return bytes
   */
  public static long bytes(long rows, long columns) {
    return Math.multiplyExact(Math.multiplyExact(rows, columns), 8L);
  }

  /**
   * Copies doubles between any strides; steps are in bytes.
   *
   * @param rows rows of both
   * @param columns columns of both
   * @param from the source's first element
   * @param fromRow from one of its rows to the next
   * @param fromColumn from one of its columns to the next
   * @param to the destination's first element
   * @param toRow from one of its rows to the next
   * @param toColumn from one of its columns to the next
   */
  public static void copy(long rows, long columns, long from, long fromRow, long fromColumn, long to, long toRow, long toColumn) {
    Strided.copy(8, rows, columns, from, fromRow, fromColumn, to, toRow, toColumn);
  }
}
