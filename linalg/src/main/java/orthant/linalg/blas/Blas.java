package orthant.linalg.blas;

import orthant.DType;

/** The BLAS functions in use, on checked addresses: matrices in row order, sizes and increments in elements. */
interface Blas {
  /**
   * c = op(a) op(b).
   *
   * @param dtype float64 or float32
   * @param transA whether a is stored transposed
   * @param transB whether b is stored transposed
   * @param m rows of c
   * @param n columns of c
   * @param k columns of op(a)
   * @param a address
   * @param lda elements from one stored row of a to the next
   * @param b address
   * @param ldb elements from one stored row of b to the next
   * @param c address
   * @param ldc elements from one row of c to the next
   */
  void gemm(DType dtype, boolean transA, boolean transB, int m, int n, int k, long a, int lda, long b, int ldb, long c, int ldc);

  /**
   * y = op(a) x.
   *
   * @param dtype float64 or float32
   * @param trans whether to multiply by the transpose of a
   * @param m rows of a as it is stored
   * @param n columns of a as it is stored
   * @param a address
   * @param lda elements from one row of a to the next
   * @param x address of the first element
   * @param incx elements from one element of x to the next, at least 1
   * @param y address of the first element
   * @param incy elements from one element of y to the next, at least 1
   */
  void gemv(DType dtype, boolean trans, int m, int n, long a, int lda, long x, int incx, long y, int incy);

  /**
   * The sum of products of two vectors.
   *
   * @param dtype float64 or float32
   * @param n the number of elements
   * @param x address of the first element
   * @param incx elements from one element of x to the next, at least 1
   * @param y address of the first element
   * @param incy elements from one element of y to the next, at least 1
   * @param to address of the result
   */
  void dot(DType dtype, int n, long x, int incx, long y, int incy, long to);
}
