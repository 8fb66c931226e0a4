package orthant.memory;

import orthant.DType;

/** How one element of a type is read and written; one row a type. Conversions are the library's casts. */
public enum Cell {
  /** {@link DType#bool}. */
  BOOL(a -> Raw.getByte(a) != 0 ? 1 : 0, (a, v) -> Raw.setByte(a, (byte) (v != 0 ? 1 : 0))) {
    @Override
    public void set(long address, double value) {
      set(address, value != 0 ? 1L : 0L);
    }
  },
  /** {@link DType#int8}. */
  INT8(Raw::getByte, (a, v) -> Raw.setByte(a, (byte) v)),
  /** {@link DType#int16}. */
  INT16(Raw::getShort, (a, v) -> Raw.setShort(a, (short) v)),
  /** {@link DType#int32}. */
  INT32(Raw::getInt, (a, v) -> Raw.setInt(a, (int) v)),
  /** {@link DType#int64}. */
  INT64(Raw::getLong, Raw::setLong) {
    @Override
    public void set(long address, double value) {
      set(address, toLong(value));
    }
  },
  /** {@link DType#uint8}. */
  UINT8(a -> Raw.getByte(a) & 0xff, (a, v) -> Raw.setByte(a, (byte) v)),
  /** {@link DType#uint16}. */
  UINT16(a -> Raw.getShort(a) & 0xffff, (a, v) -> Raw.setShort(a, (short) v)),
  /** {@link DType#uint32}. */
  UINT32(a -> Raw.getInt(a) & 0xffffffffL, (a, v) -> Raw.setInt(a, (int) v)) {
    @Override
    public void set(long address, double value) {
      set(address, toLong(value));
    }
  },
  /** {@link DType#uint64}: longs are its 64 bits. */
  UINT64(Raw::getLong, Raw::setLong) {
    @Override
    public double getDouble(long address) {
      long bits = Raw.getLong(address);
      // Halved, with the lost bit kept as a sticky one: then it fits a signed integer and is rounded just once.
      return bits >= 0 ? bits : 2.0 * (bits >>> 1 | bits & 1);
    }

    @Override
    public void set(long address, double value) {
      set(address, value >= 0x1p63 ? toLong(value - 0x1p63) ^ Long.MIN_VALUE : toLong(value));
    }
  },
  /** {@link DType#float16}. */
  FLOAT16(null, null) {
    @Override
    public double getDouble(long address) {
      return Float.float16ToFloat(Raw.getShort(address));
    }

    @Override
    public void set(long address, double value) {
      Raw.setShort(address, Float.floatToFloat16(odd(value)));
    }

    @Override
    public void set(long address, long value) {
      set(address, (double) value);
    }
  },
  /** {@link DType#float32}. */
  FLOAT32(null, null) {
    @Override
    public double getDouble(long address) {
      return Raw.getFloat(address);
    }

    @Override
    public void set(long address, double value) {
      Raw.setFloat(address, (float) value);
    }

    @Override
    public void set(long address, long value) {
      Raw.setFloat(address, value);
    }
  },
  /** {@link DType#float64}. */
  FLOAT64(null, null) {
    @Override
    public double getDouble(long address) {
      return Raw.getDouble(address);
    }

    @Override
    public void set(long address, double value) {
      Raw.setDouble(address, value);
    }

    @Override
    public void set(long address, long value) {
      Raw.setDouble(address, value);
    }
  },
  /** {@link DType#complex64}. */
  COMPLEX64(FLOAT32, 4),
  /** {@link DType#complex128}. */
  COMPLEX128(FLOAT64, 8);

  private static final Cell[] ALL = values();

  private final Load load;
  private final Store store;
  private final Cell part;
  private final int imaginary;

  /** Reads the bits of an integer, extended to 64. */
  @FunctionalInterface
  private interface Load {
    long at(long address);
  }

  /** Writes the low bits of an integer. */
  @FunctionalInterface
  private interface Store {
    void at(long address, long value);
  }

  Cell(Load load, Store store) {
    this.load = load;
    this.store = store;
    this.part = null;
    this.imaginary = 0;
  }

  Cell(Cell part, int imaginary) {
    this.load = null;
    this.store = null;
    this.part = part;
    this.imaginary = imaginary;
  }

  /**
   * The row of a type.
   *
   * @param dtype the type
   * @return how its elements are read and written
   */
  public static Cell of(DType dtype) {
    return ALL[dtype.ordinal()];
  }

  /**
   * Reads an element as a double.
   *
   * @param address absolute address
   * @return the value, rounded to nearest if a 64-bit integer has no exact double; the real part of a complex one
   */
  public double getDouble(long address) {
    return part != null ? part.getDouble(address) : load.at(address);
  }

  /**
   * Reads the imaginary part of an element.
   *
   * @param address absolute address
   * @return the imaginary part; 0 if the type is not complex
   */
  public double getImag(long address) {
    return part != null ? part.getDouble(address + imaginary) : 0;
  }

  /**
   * Reads an element as a long.
   *
   * @param address absolute address
   * @return the value, of uint64 the bits; floating point is truncated, NaN and what does not fit gives {@code Long.MIN_VALUE}
   */
  public long getLong(long address) {
    return load != null ? load.at(address) : toLong(getDouble(address));
  }

  /**
   * Writes an element; the imaginary part of a complex one becomes 0.
   *
   * @param address absolute address
   * @param value the value, cast to the type
   */
  public void set(long address, double value) {
    if (part != null) {
      part.set(address, value);
      part.set(address + imaginary, 0.0);
    } else {
      // Narrow integers are the low bits of a 32-bit one.
      store.at(address, value > -0x1p31 - 1 && value < 0x1p31 ? (int) value : Integer.MIN_VALUE);
    }
  }

  /**
   * Writes an element; the imaginary part of a complex one becomes 0.
   *
   * @param address absolute address
   * @param value the value, cast to the type
   */
  public void set(long address, long value) {
    if (part != null) {
      part.set(address, value);
      part.set(address + imaginary, 0.0);
    } else {
      store.at(address, value);
    }
  }

  /**
   * Writes an element.
   *
   * @param address absolute address
   * @param re the real part, cast to the type
   * @param im the imaginary part; left out if the type is not complex, except that bool is whether one of both is not 0
   */
  public void set(long address, double re, double im) {
    set(address, this == BOOL && im != 0 ? 1 : re);
    if (part != null) {
      part.set(address + imaginary, im);
    }
  }

  static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /** The float next to a double that has the last bit set, unless the double is a float: rounding it again rounds once. */
  private static float odd(double value) {
    float nearest = (float) value;
    if (nearest == value || value != value) {
      return nearest;
    }
    int bits = Float.floatToRawIntBits(nearest);
    return Float.intBitsToFloat((Math.abs((double) nearest) > Math.abs(value) ? bits - 1 : bits) | 1);
  }
}
