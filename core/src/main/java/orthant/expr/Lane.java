package orthant.expr;

import orthant.DType;

/**
 * What a value is while it is computed: one lane of a vector, or one scalar variable. An element type is a lane plus the
 * way it is loaded and stored; complex numbers are two.
 */
public enum Lane {
  /** A truth value; a bit of a vector mask. */
  MASK(1),
  /** A signed 8-bit integer. */
  I8(1),
  /** A signed 16-bit integer. */
  I16(2),
  /** A signed 32-bit integer. */
  I32(4),
  /** A signed 64-bit integer. */
  I64(8),
  /** An unsigned 8-bit integer. */
  U8(1),
  /** An unsigned 16-bit integer. */
  U16(2),
  /** An unsigned 32-bit integer. */
  U32(4),
  /** An unsigned 64-bit integer. */
  U64(8),
  /** An IEEE 754 binary32. */
  F32(4),
  /** An IEEE 754 binary64. */
  F64(8);

  private final int bytes;

  Lane(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The lane in which elements of a type, or the parts of complex ones, are computed.
   *
   * @param dtype the element type
   * @return the lane
   */
  public static Lane of(DType dtype) {
    return switch (dtype) {
      case bool -> MASK;
      case int8 -> I8;
      case int16 -> I16;
      case int32 -> I32;
      case int64 -> I64;
      case uint8 -> U8;
      case uint16 -> U16;
      case uint32 -> U32;
      case uint64 -> U64;
      case float16, float32, complex64 -> F32;
      case float64, complex128 -> F64;
    };
  }

  /**
   * The lane as which elements of a type, or the parts of complex ones, are loaded and stored.
   *
   * @param dtype the element type
   * @return the lane; that of the bits for {@code float16}, which is computed in another
   */
  public static Lane memory(DType dtype) {
    return dtype == DType.float16 ? U16 : of(dtype);
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
   * @return true for I8 to U64
   */
  public boolean isInteger() {
    return this != MASK && !isFloat();
  }

  /**
   * Whether values are integers without a sign.
   *
   * @return true for U8 to U64
   */
  public boolean isUnsigned() {
    return switch (this) {
      case U8, U16, U32, U64 -> true;
      default -> false;
    };
  }

  /**
   * The integer lane of the same width.
   *
   * @param signed whether it has a sign
   * @return the lane
   */
  public Lane integer(boolean signed) {
    return switch (bytes) {
      case 1 -> signed ? I8 : U8;
      case 2 -> signed ? I16 : U16;
      case 4 -> signed ? I32 : U32;
      default -> signed ? I64 : U64;
    };
  }

  /**
   * The smallest value.
   *
   * @return of an integer lane, sign- or zero-extended
   */
  public long smallest() {
    return isUnsigned() ? 0 : -1L << 8 * bytes - 1;
  }

  /**
   * The largest value.
   *
   * @return of an integer lane, sign- or zero-extended; -1, all bits, for U64
   */
  public long largest() {
    return isUnsigned() ? -1L >>> 64 - 8 * bytes : ~smallest();
  }

  /**
   * An integer cut to the width of this lane.
   *
   * @param value any bits
   * @return its low bits, sign- or zero-extended
   */
  public long wrap(long value) {
    return switch (this) {
      case I8 -> (byte) value;
      case I16 -> (short) value;
      case I32 -> (int) value;
      case U8 -> value & 0xff;
      case U16 -> value & 0xffff;
      case U32 -> value & 0xffffffffL;
      default -> value;
    };
  }
}
