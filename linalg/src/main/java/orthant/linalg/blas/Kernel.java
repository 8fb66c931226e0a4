package orthant.linalg.blas;

import orthant.kernel.MatrixLoop;

/** One way to compute matrix products. */
public interface Kernel {
  /**
   * Computes all products of a stack.
   *
   * @param loop types, sizes (none of them 0), addresses and strides, checked
   */
  void multiply(MatrixLoop loop);
}
