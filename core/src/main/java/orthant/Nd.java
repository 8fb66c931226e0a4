package orthant;

import orthant.plan.MatrixProducts;

/** Functions that make and combine arrays: {@code import static orthant.Nd.*}. */
public final class Nd extends NdShape {
  private Nd() {}

  /**
   * The matrix product, as NumPy's {@code matmul}: stacks of matrices in the last two axes, the axes before them
   * broadcast; a vector on the left is a row, one on the right a column, and the axis so added is removed again.
   *
   * @param a of shape (k,) or (..., m, k)
   * @param b of shape (k,) or (..., k, n)
   * @return the product, of the promoted type; integers wrap around, for {@code bool} plus is <i>or</i>
   * @throws IllegalArgumentException if an operand has no axes, the inner sizes differ or the stacks do not broadcast
   */
  public static NDArray matmul(NDArray a, NDArray b) {
    return MatrixProducts.multiply(a, b);
  }
}
