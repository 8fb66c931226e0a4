package orthant.mpi.transport;

import orthant.DType;
import orthant.NDArray;
import orthant.mpi.MpiOp;

/** What a reduction does to two arrays: the element-wise operations of the library, so that NaN and overflow mean the same. */
public final class Combine {
  private Combine() {}

  /**
   * Combines element by element.
   *
   * @param op how
   * @param a an array
   * @param b an array of the same shape and dtype
   * @return a new array of that shape and dtype
   */
  public static NDArray apply(MpiOp op, NDArray a, NDArray b) {
    boolean bool = a.dtype() == DType.bool;
    return switch (op) {
      case SUM -> bool ? a.logicalOr(b) : a.add(b);
      case MIN -> bool ? a.logicalAnd(b) : a.minimum(b);
      case MAX -> bool ? a.logicalOr(b) : a.maximum(b);
    };
  }
}
