package orthant.plan;

import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

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
    return Nd.scalar(beside.isFloat() ? beside : DType.float64, value);
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
    DType type = beside.isBool() ? DType.int64 : beside;
    if (type == DType.int32 && value != (int) value) {
      throw new ArithmeticException(
          value + " does not fit an operand of type int32; it must be from -2147483648 to 2147483647, or cast the array with astype(int64)");
    }
    return Nd.scalar(type, value);
  }
}
