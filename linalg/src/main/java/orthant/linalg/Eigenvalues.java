package orthant.linalg;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.linalg.blas.Backends;
import orthant.linalg.blas.Matrices;

/** Eigenvalues of square matrices that need not be symmetric, one matrix of a stack after the other. */
final class Eigenvalues {
  private Eigenvalues() {}

  static NDArray of(NDArray a) {
    if (a.ndim() < 2 || a.shape(-1) != a.shape(-2)) {
      throw new IllegalArgumentException("no eigenvalues of a matrix of shape " + Shapes.text(a.shape())
          + "; the last two axes must be square");
    }
    if (a.dtype().isComplex()) {
      throw new IllegalArgumentException("a matrix of type " + a.dtype() + "; complex ones are not supported, only real ones");
    }
    if (!a.isfinite().all().getBoolean()) {
      throw new LinAlgException("the matrix of shape " + Shapes.text(a.shape())
          + " has NaN or infinity in it; its eigenvalues do not converge, all elements must be finite");
    }
    int n = Matrices.size(a.shape(-1));
    long[] shape = Arrays.copyOf(a.shape(), a.ndim() - 1);
    var re = Nd.empty(DType.float64, shape);
    var im = Nd.empty(DType.float64, shape);
    // LAPACK overwrites it; that it reads rows as columns does not matter, a transposed matrix has the same eigenvalues.
    var matrices = a.astype(DType.float64);
    if (re.size() > 0) {
      Backends.active().threads().run(() -> {
        for (long k = 0; k < re.size() / n; k++) {
          one(n, Access.door().address(matrices) + 8 * k * n * n, Access.door().address(re) + 8 * k * n, Access.door().address(im) + 8 * k * n);
        }
      });
    }
    Reference.reachabilityFence(matrices);
    Reference.reachabilityFence(re);
    Reference.reachabilityFence(im);
    var values = Nd.complex(re, im);
    return a.dtype() == DType.float32 ? values.astype(DType.complex64) : values;
  }

  private static void one(int n, long matrix, long re, long im) {
    int info = Backends.active().lapack().geev(n, matrix, re, im);
    if (info > 0) {
      throw new LinAlgException("the eigenvalues of a matrix of shape " + Shapes.text(n, n) + " did not converge: only those from "
          + info + " on did");
    }
  }
}
