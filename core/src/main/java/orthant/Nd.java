package orthant;

import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Cell;
import orthant.memory.Memory;
import orthant.plan.MatrixProducts;

/** Functions that make and combine arrays: {@code import static orthant.Nd.*}. */
public final class Nd {
  private Nd() {}

  /**
   * An array whose elements are not set.
   *
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray empty(DType dtype, long... shape) {
    return Creation.empty(dtype, Layout.contiguous(dtype.size(), shape));
  }

  /**
   * An array without axes.
   *
   * @param dtype the element type
   * @param value the only element, cast to the type
   * @return a new array
   */
  public static NDArray scalar(DType dtype, double value) {
    var a = empty(dtype);
    Cell.of(dtype).set(Access.door().address(a), value);
    return a;
  }

  /**
   * An array without axes.
   *
   * @param dtype the element type
   * @param value the only element, cast to the type
   * @return a new array
   */
  public static NDArray scalar(DType dtype, long value) {
    var a = empty(dtype);
    Cell.of(dtype).set(Access.door().address(a), value);
    return a;
  }

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
