package orthant;

/**
 * The element type of an array.
 *
 * <p>One row is one type: its size in bytes and its kind. What an operation does with a type follows from the type
 * rules, how an element is loaded and stored follows from its lane; nothing else in the library lists types.
 */
public enum DType {
  /** True or false, one byte each, stored as 1 and 0. */
  bool(1, Kind.BOOL),
  /** Signed 8-bit integers; overflow wraps around. */
  int8(1, Kind.INTEGER),
  /** Signed 16-bit integers; overflow wraps around. */
  int16(2, Kind.INTEGER),
  /** Signed 32-bit integers; overflow wraps around. */
  int32(4, Kind.INTEGER),
  /** Signed 64-bit integers; overflow wraps around. */
  int64(8, Kind.INTEGER),
  /** Unsigned 8-bit integers; overflow wraps around. */
  uint8(1, Kind.UNSIGNED),
  /** Unsigned 16-bit integers; overflow wraps around. */
  uint16(2, Kind.UNSIGNED),
  /** Unsigned 32-bit integers; overflow wraps around. */
  uint32(4, Kind.UNSIGNED),
  /** Unsigned 64-bit integers; overflow wraps around. */
  uint64(8, Kind.UNSIGNED),
  /** IEEE 754 binary16; computed in binary32 and rounded after each operation. */
  float16(2, Kind.FLOAT),
  /** IEEE 754 binary32. */
  float32(4, Kind.FLOAT),
  /** IEEE 754 binary64. */
  float64(8, Kind.FLOAT),
  /** Complex numbers: a {@code float32} real part, then a {@code float32} imaginary part. */
  complex64(8, Kind.COMPLEX),
  /** Complex numbers: a {@code float64} real part, then a {@code float64} imaginary part. */
  complex128(16, Kind.COMPLEX);

  /** The families of types, in the order in which casts within the "same kind" may climb. */
  public enum Kind {
    /** {@link DType#bool}. */
    BOOL,
    /** Unsigned integers. */
    UNSIGNED,
    /** Signed integers. */
    INTEGER,
    /** Real floating point. */
    FLOAT,
    /** Complex floating point. */
    COMPLEX
  }

  private final int size;
  private final Kind kind;

  DType(int size, Kind kind) {
    this.size = size;
    this.kind = kind;
  }

  /**
   * The size of an element.
   *
   * @return the size in bytes
   */
  public int size() {
    return size;
  }

  /**
   * The family this type belongs to.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether elements are real floating-point numbers.
   *
   * @return true for {@code float16}, {@code float32} and {@code float64}
   */
  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  /**
   * Whether elements are integers, signed or not; {@code bool} is not one.
   *
   * @return true for {@code int8} to {@code int64} and {@code uint8} to {@code uint64}
   */
  public boolean isInteger() {
    return kind == Kind.INTEGER || kind == Kind.UNSIGNED;
  }

  /**
   * Whether elements are integers without a sign.
   *
   * @return true for {@code uint8} to {@code uint64}
   */
  public boolean isUnsigned() {
    return kind == Kind.UNSIGNED;
  }

  /**
   * Whether elements are complex numbers.
   *
   * @return true for {@code complex64} and {@code complex128}
   */
  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /**
   * Whether elements are truth values.
   *
   * @return true for {@code bool}
   */
  public boolean isBool() {
    return kind == Kind.BOOL;
  }

  /**
   * The type of the real and the imaginary part of an element.
   *
   * @return {@code float32} for {@code complex64}, {@code float64} for {@code complex128}, else this type itself
   */
  public DType real() {
    return this == complex64 ? float32 : this == complex128 ? float64 : this;
  }

  /**
   * The type of complex numbers with parts of this type.
   *
   * @return {@code complex64} for {@code float16} and {@code float32}, else {@code complex128}; a complex type itself
   */
  public DType complex() {
    return isComplex() ? this : this == float32 || this == float16 ? complex64 : complex128;
  }
}
