package orthant.linalg.blas;

import orthant.kernel.MatrixLoop;

/** One way to compute one matrix product. */
public interface Kernel {
  /**
   * Computes c = a b.
   *
   * @param loop type, sizes (none of them 0) and strides; its addresses are those of the stack's first matrices
   * @param a address of the left matrix
   * @param b address of the right matrix
   * @param c address of the result; its columns have no gaps
   */
  void multiply(MatrixLoop loop, long a, long b, long c);
}
