package orthant.plan;

import orthant.Complex;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Operation;
import orthant.expr.Lane;
import orthant.op.Op;
import orthant.op.Ops;

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
   * An integer as the second operand of an operation. Comparisons are by value, so that any integer fits;
   * exponents are integers whatever is beside them.
   *
   * @param operation the operation
   * @param beside the type of the first operand
   * @param value the number
   * @return an array without axes
   * @throws ArithmeticException if the type does not hold the number
   */
  public static NDArray of(Operation operation, DType beside, long value) {
    if (operation == Ops.LDEXP) {
      return Nd.scalar(DType.int64, value);
    }
    return operation instanceof Op op && op.isComparison() && !fits(beside, value) ? Nd.scalar(DType.int64, value) : of(beside, value);
  }

  /**
   * The type of a Java value where nothing stronger is beside it.
   *
   * @param value a number, a boolean or a complex number
   * @return int64, float64, bool or complex128
   * @throws IllegalArgumentException if it is something else
   */
  public static DType type(Object value) {
    return switch (value) {
      case Boolean _ -> DType.bool;
      case Byte _, Short _, Integer _, Long _ -> DType.int64;
      case Float _, Double _ -> DType.float64;
      case Complex _ -> DType.complex128;
      case null, default -> throw new IllegalArgumentException(
          value + " is no operand; it must be an array, a type, a Java number, a boolean or a complex number");
    };
  }

  /**
   * The common type of an array and a Java value.
   *
   * @param type the type of the array
   * @param weak the type of the value where nothing stronger is beside it
   * @return the array's type, unless the value is of a higher kind
   */
  public static DType promote(DType type, DType weak) {
    if (weak.isComplex()) {
      return type.isInteger() || type.isBool() ? DType.complex128 : type.complex();
    }
    boolean lower = weak.isFloat() ? type.isInteger() || type.isBool() : weak.isInteger() && type.isBool();
    return lower ? weak : type;
  }

  private static boolean fits(DType type, long value) {
    if (!type.isInteger()) {
      return true;
    }
    Lane lane = Lane.of(type);
    return lane == Lane.U64 ? value >= 0 : value >= lane.smallest() && value <= lane.largest();
  }
}
