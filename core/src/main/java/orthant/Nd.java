package orthant;

import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.MatrixProducts;
import orthant.plan.Weak;

/**
 * Functions that make, change and combine arrays: {@code import static orthant.Nd.*}.
 *
 * <p>Every method of an array that stands for a function of the array API standard is also a function here; the names are
 * the standard's, else NumPy's, in camelCase.
 */
public final class Nd extends NdFiles {
  private Nd() {}

  /**
   * Elements of one array where a condition is true, of another where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the elements where it is true
   * @param b the elements where it is false
   * @return a new array of the common shape of all three and the promoted type of {@code a} and {@code b}
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray where(NDArray condition, NDArray a, NDArray b) {
    return Engine.apply(Ops.WHERE, condition, a, b);
  }

  /**
   * Elements of an array where a condition is true, a number where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the elements where it is true
   * @param b the number where it is false; weak: {@code float32} stays {@code float32}
   * @return a new array of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray where(NDArray condition, NDArray a, double b) {
    return where(condition, a, Weak.of(a, b));
  }

  /**
   * Elements of an array where a condition is true, a number where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the elements where it is true
   * @param b the number where it is false; weak: {@code int32} stays {@code int32}
   * @return a new array of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray where(NDArray condition, NDArray a, long b) {
    return where(condition, a, Weak.of(a, b));
  }

  /**
   * A number where a condition is true, elements of an array where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the number where it is true; weak: {@code float32} stays {@code float32}
   * @param b the elements where it is false
   * @return a new array of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray where(NDArray condition, double a, NDArray b) {
    return where(condition, Weak.of(b, a), b);
  }

  /**
   * A number where a condition is true, elements of an array where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the number where it is true; weak: {@code int32} stays {@code int32}
   * @param b the elements where it is false
   * @return a new array of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray where(NDArray condition, long a, NDArray b) {
    return where(condition, Weak.of(b, a), b);
  }

  /**
   * One number where a condition is true, another where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the number where it is true
   * @param b the number where it is false
   * @return a new {@code float64} array of the condition's shape
   */
  public static NDArray where(NDArray condition, double a, double b) {
    return where(condition, scalar(DType.float64, a), scalar(DType.float64, b));
  }

  /**
   * One number where a condition is true, another where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the number where it is true
   * @param b the number where it is false
   * @return a new {@code int64} array of the condition's shape
   */
  public static NDArray where(NDArray condition, long a, long b) {
    return where(condition, scalar(DType.int64, a), scalar(DType.int64, b));
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
