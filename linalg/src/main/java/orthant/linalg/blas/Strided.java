package orthant.linalg.blas;

import orthant.memory.Raw;

/** Copies of matrices between any strides: packing for kernels, and between row and column order for LAPACK. */
final class Strided {
  /** A square of this size of the source and one of the destination fit into the first-level cache together. */
  private static final long BLOCK = 32;

  private Strided() {}

  /**
   * Copies elements of 4 or 8 bytes.
   *
   * @param item bytes of an element
   * @param rows rows of both
   * @param columns columns of both
   * @param from the source's first element
   * @param fromRow bytes from one of its rows to the next
   * @param fromColumn bytes from one of its columns to the next
   * @param to the destination's first element
   * @param toRow bytes from one of its rows to the next
   * @param toColumn bytes from one of its columns to the next
   */
  static void copy(
      int item, long rows, long columns, long from, long fromRow, long fromColumn, long to, long toRow, long toColumn) {
    if (fromRow == item && toRow == item && (fromColumn != item || toColumn != item)) {
      copy(item, columns, rows, from, fromColumn, fromRow, to, toColumn, toRow);
    } else if (fromColumn == item && toColumn == item && columns >= 4) {
      for (long i = 0; i < rows; i++) {
        Raw.copy(from + i * fromRow, to + i * toRow, columns * item);
      }
    } else {
      for (long i = 0; i < rows; i += BLOCK) {
        for (long j = 0; j < columns; j += BLOCK) {
          block(item, Math.min(BLOCK, rows - i), Math.min(BLOCK, columns - j), from + i * fromRow + j * fromColumn, fromRow,
              fromColumn, to + i * toRow + j * toColumn, toRow, toColumn);
        }
      }
    }
  }

  private static void block(
      int item, long rows, long columns, long from, long fromRow, long fromColumn, long to, long toRow, long toColumn) {
    for (long i = 0; i < rows; i++, from += fromRow, to += toRow) {
      if (item == 8) {
        for (long j = 0; j < columns; j++) {
          Raw.setLong(to + j * toColumn, Raw.getLong(from + j * fromColumn));
        }
      } else {
        for (long j = 0; j < columns; j++) {
          Raw.setInt(to + j * toColumn, Raw.getInt(from + j * fromColumn));
        }
      }
    }
  }
}
