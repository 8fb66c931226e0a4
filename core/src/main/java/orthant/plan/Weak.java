package orthant.plan;

import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Operation;
import orthant.expr.Lane;
import orthant.op.Op;

/** Java numbers as operands: they are weak, their type gives way to that of the array beside them (NumPy's NEP 50). */
public final class Weak {
  private Weak() {}

  /**
   * A floating-point number as an operand beside an array: it takes the array's type if that is floating point.
   *
   * @param beside the array
   * @param value the number
   * @return an array without axes
   */
  public static NDArray of(NDArray beside, double value) {
    return of(beside.dtype(), value);
  }

  /**
   * A floating-point number as an operand beside one of a type: it takes the type if that is floating point.
   *
   * @param beside the type
   * @param value the number
   * @return an array without axes
   */
  public static NDArray of(DType beside, double value) {
    return Nd.scalar(beside.isFloat() || beside.isComplex() ? beside.real() : DType.float64, value);
  }

  /**
   * An integer as an operand beside an array: it takes the array's type if that is a number type.
   *
   * @param beside the array
   * @param value the number
   * @return an array without axes
   * @throws ArithmeticException if the type does not hold the number
   */
  public static NDArray of(NDArray beside, long value) {
    return of(beside.dtype(), value);
  }

  /**
   * An integer as an operand beside one of a type: it takes the type if that is a number type.
   *
   * @param beside the type
   * @param value the number
   * @return an array without axes
   * @throws ArithmeticException if the type does not hold the number
   */
  public static NDArray of(DType beside, long value) {
    DType type = beside.isBool() ? DType.int64 : beside.real();
    if (!fits(type, value)) {
      Lane lane = Lane.of(type);
      throw new ArithmeticException(value + " does not fit an operand of type " + type + "; it must be from " + lane.smallest() + " to "
          + Long.toUnsignedString(lane.largest()) + ", or cast the array with astype(" + (value < 0 ? "int64" : "uint64") + ")");
    }
    return Nd.scalar(type, value);
  }

  /**
   * An integer as the second operand of an operation. Comparisons are by value, so that any integer fits.
   *
   * @param operation the operation
   * @param beside the type of the first operand
   * @param value the number
   * @return an array without axes
   * @throws ArithmeticException if the type does not hold the number
   */
  public static NDArray of(Operation operation, DType beside, long value) {
    return operation instanceof Op op && op.isComparison() && !fits(beside, value) ? Nd.scalar(DType.int64, value) : of(beside, value);
  }

  private static boolean fits(DType type, long value) {
    if (!type.isInteger()) {
      return true;
    }
    Lane lane = Lane.of(type);
    return lane == Lane.U64 ? value >= 0 : value >= lane.smallest() && value <= lane.largest();
  }
}
