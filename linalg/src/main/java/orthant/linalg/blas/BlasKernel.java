package orthant.linalg.blas;

import java.lang.foreign.Arena;
import orthant.DType;
import orthant.kernel.MatrixLoop;
import orthant.kernel.MatrixLoop.Grid;

/** The product through BLAS: transposed operands by flags, rows with gaps by leading dimensions, anything else copied. */
final class BlasKernel implements Kernel {
  private final Blas blas;
  private final LibraryThreads threads;

  /**
   * A kernel over a library.
   *
   * @param blas the library
   * @param threads control over its threads
   */
  BlasKernel(Blas blas, LibraryThreads threads) {
    this.blas = blas;
    this.threads = threads;
  }

  /**
   * A matrix as BLAS takes it.
   *
   * @param address its first element
   * @param ld elements from one stored row to the next
   * @param transposed whether its rows are stored as columns
   */
  private record Operand(long address, int ld, boolean transposed) {}

  @Override
  public void multiply(MatrixLoop loop) {
    threads.run(() -> loop.forEach((a, b, c) -> multiply(loop, a, b, c)));
  }

  private void multiply(MatrixLoop loop, long a, long b, long c) {
    var dtype = loop.dtype();
    int item = dtype.size();
    int m = Matrices.size(loop.m());
    int n = Matrices.size(loop.n());
    int k = Matrices.size(loop.k());
    try (var copies = Arena.ofConfined()) {
      if (m == 1 && n == 1) {
        int incx = increment(loop.a().column(), k, item);
        int incy = increment(loop.b().row(), k, item);
        long x = incx > 0 ? a : gather(copies, item, k, a, loop.a().column());
        long y = incy > 0 ? b : gather(copies, item, k, b, loop.b().row());
        blas.dot(dtype, k, x, Math.max(incx, 1), y, Math.max(incy, 1), c);
      } else if (n == 1) {
        vector(copies, dtype, m, k, operand(copies, item, m, k, a, loop.a()), b, loop.b().row(), c, loop.c().row());
      } else if (m == 1) {
        vector(copies, dtype, n, k, operand(copies, item, n, k, b, loop.b().transposed()), a, loop.a().column(), c, item);
      } else {
        var left = operand(copies, item, m, k, a, loop.a());
        var right = operand(copies, item, k, n, b, loop.b());
        long row = loop.c().row();
        if (row % item == 0 && row / item >= n && row / item <= Integer.MAX_VALUE) {
          blas.gemm(dtype, left.transposed, right.transposed, m, n, k, left.address, left.ld, right.address, right.ld, c,
              (int) (row / item));
        } else {
          long to = copies.allocate((long) m * n * item, 64).address();
          blas.gemm(dtype, left.transposed, right.transposed, m, n, k, left.address, left.ld, right.address, right.ld, to, n);
          Strided.copy(item, m, n, to, (long) n * item, item, c, row, item);
        }
      }
    }
  }

  private void vector(Arena copies, DType dtype, int rows, int k, Operand matrix, long x, long xStep, long y, long yStep) {
    int item = dtype.size();
    int incx = increment(xStep, k, item);
    long from = incx > 0 ? x : gather(copies, item, k, x, xStep);
    int incy = increment(yStep, rows, item);
    long to = incy > 0 ? y : copies.allocate((long) rows * item, 64).address();
    blas.gemv(dtype, matrix.transposed, matrix.transposed ? k : rows, matrix.transposed ? rows : k, matrix.address, matrix.ld, from,
        Math.max(incx, 1), to, Math.max(incy, 1));
    if (incy == 0) {
      Strided.copy(item, rows, 1, to, item, item, y, yStep, item);
    }
  }

  /** The increment of a vector in elements, or 0 if BLAS cannot walk it: reversed, broadcast, or between elements. */
  private static int increment(long step, long n, int item) {
    if (n == 1) {
      return 1;
    }
    return step > 0 && step % item == 0 && step / item <= Integer.MAX_VALUE ? (int) (step / item) : 0;
  }

  private static long gather(Arena copies, int item, long n, long from, long step) {
    long to = copies.allocate(n * item, 64).address();
    Strided.copy(item, n, 1, from, step, item, to, item, item);
    return to;
  }

  private static Operand operand(Arena copies, int item, long rows, long columns, long address, Grid grid) {
    int ld = leading(grid.row(), grid.column(), rows, columns, item);
    if (ld > 0) {
      return new Operand(address, ld, false);
    }
    ld = leading(grid.column(), grid.row(), columns, rows, item);
    if (ld > 0) {
      return new Operand(address, ld, true);
    }
    long to = copies.allocate(Math.multiplyExact(Math.multiplyExact(rows, columns), item), 64).address();
    Strided.copy(item, rows, columns, address, grid.row(), grid.column(), to, columns * item, item);
    return new Operand(to, (int) columns, false);
  }

  /** The leading dimension of a matrix stored in rows without gaps between columns, or 0 if it is not. */
  private static int leading(long row, long column, long rows, long columns, int item) {
    if (columns > 1 && column != item) {
      return 0;
    }
    if (rows == 1) {
      return (int) columns;
    }
    return row % item == 0 && row / item >= columns && row / item <= Integer.MAX_VALUE ? (int) (row / item) : 0;
  }
}
