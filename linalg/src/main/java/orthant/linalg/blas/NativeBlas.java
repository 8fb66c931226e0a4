package orthant.linalg.blas;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import orthant.DType;
import orthant.memory.Raw;

/** CBLAS of a native library, on the arrays' own memory. */
final class NativeBlas implements Blas {
  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;
  private static final FunctionDescriptor DGEMM = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
      JAVA_DOUBLE, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_DOUBLE, JAVA_LONG, JAVA_INT);
  private static final FunctionDescriptor SGEMM = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
      JAVA_FLOAT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_FLOAT, JAVA_LONG, JAVA_INT);
  private static final FunctionDescriptor DGEMV = FunctionDescriptor.ofVoid(
      JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_DOUBLE, JAVA_LONG, JAVA_INT);
  private static final FunctionDescriptor SGEMV = FunctionDescriptor.ofVoid(
      JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_FLOAT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_FLOAT, JAVA_LONG, JAVA_INT);

  private final MethodHandle dgemm;
  private final MethodHandle sgemm;
  private final MethodHandle dgemv;
  private final MethodHandle sgemv;
  private final MethodHandle ddot;
  private final MethodHandle sdot;

  /**
   * Binds the functions.
   *
   * @param library a checked library
   */
  NativeBlas(NativeLibrary library) {
    dgemm = library.function("cblas_dgemm", DGEMM);
    sgemm = library.function("cblas_sgemm", SGEMM);
    dgemv = library.function("cblas_dgemv", DGEMV);
    sgemv = library.function("cblas_sgemv", SGEMV);
    ddot = library.function("cblas_ddot", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
    sdot = library.function("cblas_sdot", FunctionDescriptor.of(JAVA_FLOAT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
  }

  private static int flag(boolean transposed) {
    return transposed ? TRANSPOSED : PLAIN;
  }

  @Override
  public void gemm(DType dtype, boolean transA, boolean transB, int m, int n, int k, long a, int lda, long b, int ldb, long c, int ldc) {
    try {
      if (dtype == DType.float64) {
        dgemm.invokeExact(ROW_MAJOR, flag(transA), flag(transB), m, n, k, 1.0, a, lda, b, ldb, 0.0, c, ldc);
      } else {
        sgemm.invokeExact(ROW_MAJOR, flag(transA), flag(transB), m, n, k, 1.0f, a, lda, b, ldb, 0.0f, c, ldc);
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void gemv(DType dtype, boolean trans, int m, int n, long a, int lda, long x, int incx, long y, int incy) {
    try {
      if (dtype == DType.float64) {
        dgemv.invokeExact(ROW_MAJOR, flag(trans), m, n, 1.0, a, lda, x, incx, 0.0, y, incy);
      } else {
        sgemv.invokeExact(ROW_MAJOR, flag(trans), m, n, 1.0f, a, lda, x, incx, 0.0f, y, incy);
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void dot(DType dtype, int n, long x, int incx, long y, int incy, long to) {
    try {
      if (dtype == DType.float64) {
        Raw.setDouble(to, (double) ddot.invokeExact(n, x, incx, y, incy));
      } else {
        Raw.setFloat(to, (float) sdot.invokeExact(n, x, incx, y, incy));
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
