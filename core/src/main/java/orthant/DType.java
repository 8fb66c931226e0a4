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
  /** Signed 32-bit integers; overflow wraps around. */
  int32(4, Kind.INTEGER),
  /** Signed 64-bit integers; overflow wraps around. */
  int64(8, Kind.INTEGER),
  /** IEEE 754 binary32. */
  float32(4, Kind.FLOAT),
  /** IEEE 754 binary64. */
  float64(8, Kind.FLOAT);

  /** The families of types, in the order in which promotion climbs. */
  public enum Kind {
    /** {@link DType#bool}. */
    BOOL,
    /** Signed integers. */
    INTEGER,
    /** Real floating point. */
    FLOAT
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
   * Whether elements are floating-point numbers.
   *
   * @return true for {@code float32} and {@code float64}
   */
  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  /**
   * Whether elements are integers; {@code bool} is not one.
   *
   * @return true for {@code int32} and {@code int64}
   */
  public boolean isInteger() {
    return kind == Kind.INTEGER;
  }

  /**
   * Whether elements are truth values.
   *
   * @return true for {@code bool}
   */
  public boolean isBool() {
    return kind == Kind.BOOL;
  }
}
