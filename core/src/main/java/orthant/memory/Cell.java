package orthant.memory;

import orthant.DType;

/** How one element of a type is read and written; one row a type. Conversions are the library's casts. */
public enum Cell {
  /** {@link DType#bool}. */
  BOOL {
    @Override
    public double getDouble(long address) {
      return Raw.getByte(address) != 0 ? 1 : 0;
    }

    @Override
    public long getLong(long address) {
      return Raw.getByte(address) != 0 ? 1 : 0;
    }

    @Override
    public void set(long address, double value) {
      Raw.setByte(address, (byte) (value != 0 ? 1 : 0));
    }

    @Override
    public void set(long address, long value) {
      Raw.setByte(address, (byte) (value != 0 ? 1 : 0));
    }
  },
  /** {@link DType#int32}. */
  INT32 {
    @Override
    public double getDouble(long address) {
      return Raw.getInt(address);
    }

    @Override
    public long getLong(long address) {
      return Raw.getInt(address);
    }

    @Override
    public void set(long address, double value) {
      Raw.setInt(address, value > -0x1p31 - 1 && value < 0x1p31 ? (int) value : Integer.MIN_VALUE);
    }

    @Override
    public void set(long address, long value) {
      Raw.setInt(address, (int) value);
    }
  },
  /** {@link DType#int64}. */
  INT64 {
    @Override
    public double getDouble(long address) {
      return Raw.getLong(address);
    }

    @Override
    public long getLong(long address) {
      return Raw.getLong(address);
    }

    @Override
    public void set(long address, double value) {
      Raw.setLong(address, toLong(value));
    }

    @Override
    public void set(long address, long value) {
      Raw.setLong(address, value);
    }
  },
  /** {@link DType#float32}. */
  FLOAT32 {
    @Override
    public double getDouble(long address) {
      return Raw.getFloat(address);
    }

    @Override
    public long getLong(long address) {
      return toLong(Raw.getFloat(address));
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
  FLOAT64 {
    @Override
    public double getDouble(long address) {
      return Raw.getDouble(address);
    }

    @Override
    public long getLong(long address) {
      return toLong(Raw.getDouble(address));
    }

    @Override
    public void set(long address, double value) {
      Raw.setDouble(address, value);
    }

    @Override
    public void set(long address, long value) {
      Raw.setDouble(address, value);
    }
  };

  private static final Cell[] ALL = values();

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
   * @return the value, rounded to nearest if an int64 has no exact double
   */
  public abstract double getDouble(long address);

  /**
   * Reads an element as a long.
   *
   * @param address absolute address
   * @return the value; floating point is truncated, NaN and what does not fit gives {@code Long.MIN_VALUE}
   */
  public abstract long getLong(long address);

  /**
   * Writes an element.
   *
   * @param address absolute address
   * @param value the value, cast to the type
   */
  public abstract void set(long address, double value);

  /**
   * Writes an element.
   *
   * @param address absolute address
   * @param value the value, cast to the type
   */
  public abstract void set(long address, long value);

  static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }
}
