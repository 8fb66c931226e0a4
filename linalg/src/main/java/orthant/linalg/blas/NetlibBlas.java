package orthant.linalg.blas;

import dev.ludovic.netlib.blas.BLAS;
import orthant.DType;
import orthant.memory.Raw;

/** BLAS of dev.ludovic.netlib, on copies in Java arrays. It counts columns first, so a row-ordered matrix is its transpose. */
final class NetlibBlas implements Blas {
  private final BLAS blas;

  /**
   * Wraps an instance.
   *
   * @param blas native or Java
   */
  NetlibBlas(BLAS blas) {
    this.blas = blas;
  }

  private static String flag(boolean transposed) {
    return transposed ? "T" : "N";
  }

  @Override
  public void gemm(DType dtype, boolean transA, boolean transB, int m, int n, int k, long a, int lda, long b, int ldb, long c, int ldc) {
    int aRows = transA ? k : m;
    int aColumns = transA ? m : k;
    int bRows = transB ? n : k;
    int bColumns = transB ? k : n;
    if (dtype == DType.float64) {
      var to = new double[Heap.length(m, n)];
      blas.dgemm(flag(transB), flag(transA), n, m, k, 1, Heap.doubles(b, bRows, bColumns, ldb), bColumns,
          Heap.doubles(a, aRows, aColumns, lda), aColumns, 0, to, n);
      Heap.store(to, c, m, n, ldc);
    } else {
      var to = new float[Heap.length(m, n)];
      blas.sgemm(flag(transB), flag(transA), n, m, k, 1, Heap.floats(b, bRows, bColumns, ldb), bColumns,
          Heap.floats(a, aRows, aColumns, lda), aColumns, 0, to, n);
      Heap.store(to, c, m, n, ldc);
    }
  }

  @Override
  public void gemv(DType dtype, boolean trans, int m, int n, long a, int lda, long x, int incx, long y, int incy) {
    int in = trans ? m : n;
    int out = trans ? n : m;
    if (dtype == DType.float64) {
      var to = new double[out];
      blas.dgemv(flag(!trans), n, m, 1, Heap.doubles(a, m, n, lda), n, Heap.doubles(x, in, 1, incx), 1, 0, to, 1);
      Heap.store(to, y, out, 1, incy);
    } else {
      var to = new float[out];
      blas.sgemv(flag(!trans), n, m, 1, Heap.floats(a, m, n, lda), n, Heap.floats(x, in, 1, incx), 1, 0, to, 1);
      Heap.store(to, y, out, 1, incy);
    }
  }

  @Override
  public void dot(DType dtype, int n, long x, int incx, long y, int incy, long to) {
    if (dtype == DType.float64) {
      Raw.setDouble(to, blas.ddot(n, Heap.doubles(x, n, 1, incx), 1, Heap.doubles(y, n, 1, incy), 1));
    } else {
      Raw.setFloat(to, blas.sdot(n, Heap.floats(x, n, 1, incx), 1, Heap.floats(y, n, 1, incy), 1));
    }
  }
}
