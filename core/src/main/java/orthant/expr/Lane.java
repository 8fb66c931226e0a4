package orthant.expr;

import orthant.DType;

/**
 * What a value is while it is computed: one lane of a vector, or one scalar variable. An element type is a lane plus the
 * way it is loaded and stored.
 */
public enum Lane {
  /** A truth value; a bit of a vector mask. */
  MASK(1),
  /** A 32-bit integer. */
  I32(4),
  /** A 64-bit integer. */
  I64(8),
  /** An IEEE 754 binary32. */
  F32(4),
  /** An IEEE 754 binary64. */
  F64(8);

  private final int bytes;

  Lane(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The lane in which elements of a type are computed.
   *
   * @param dtype the element type
   * @return the lane
   */
  public static Lane of(DType dtype) {
    return switch (dtype) {
      case bool -> MASK;
      case int32 -> I32;
      case int64 -> I64;
      case float32 -> F32;
      case float64 -> F64;
    };
  }

  /**
   * The width of an element in memory.
   *
   * @return bytes
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Whether values are floating-point numbers.
   *
   * @return true for F32 and F64
   */
  public boolean isFloat() {
    return this == F32 || this == F64;
  }

  /**
   * Whether values are integers.
   *
   * @return true for I32 and I64
   */
  public boolean isInteger() {
    return this == I32 || this == I64;
  }
}
