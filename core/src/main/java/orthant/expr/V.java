package orthant.expr;

import orthant.DType;

/**
 * A value in code being written. Methods append the step that computes them and return its value; the operands of a
 * method must be of the same lane.
 *
 * @param code the code it belongs to
 * @param index the number of the step that computes it
 * @param lane what it is
 */
public record V(Code code, int index, Lane lane) {
  private V same(Prim prim, V other) {
    check(other);
    return code.step(prim, lane, this, other, null);
  }

  private V mask(Prim prim, V other) {
    check(other);
    return code.step(prim, Lane.MASK, this, other, null);
  }

  private void check(V other) {
    if (other.lane != lane) {
      throw new IllegalArgumentException("operands of lanes " + lane + " and " + other.lane + "; they must be the same");
    }
  }

  /**
   * A constant of this value's lane.
   *
   * @param value the number
   * @return the constant
   */
  public V same(double value) {
    return code.number(lane, value);
  }

  /**
   * {@code this + b}.
   *
   * @param b operand
   * @return the value
   */
  public V add(V b) {
    return same(Prim.ADD, b);
  }

  /**
   * {@code this - b}.
   *
   * @param b operand
   * @return the value
   */
  public V sub(V b) {
    return same(Prim.SUB, b);
  }

  /**
   * {@code this * b}.
   *
   * @param b operand
   * @return the value
   */
  public V mul(V b) {
    return same(Prim.MUL, b);
  }

  /**
   * {@code this / b}; of integers towards zero, and 0 where b is 0.
   *
   * @param b operand
   * @return the value
   */
  public V div(V b) {
    return same(Prim.DIV, b);
  }

  /**
   * {@code this * b + c}, rounded once.
   *
   * @param b operand
   * @param c operand
   * @return the value
   */
  public V fma(V b, V c) {
    check(b);
    check(c);
    return code.step(Prim.FMA, lane, this, b, c);
  }

  /**
   * {@code this * b + c}, rounded once, with constants.
   *
   * @param b operand
   * @param c operand
   * @return the value
   */
  public V fma(V b, double c) {
    return fma(b, same(c));
  }

  /**
   * {@code -this}.
   *
   * @return the value
   */
  public V neg() {
    return code.step(Prim.NEG, lane, this, null, null);
  }

  /**
   * {@code |this|}.
   *
   * @return the value
   */
  public V abs() {
    return lane.isUnsigned() ? this : code.step(Prim.ABS, lane, this, null, null);
  }

  /**
   * How many bits are set.
   *
   * @return the value, of the same integer lane
   */
  public V bitCount() {
    return code.step(Prim.BIT_COUNT, lane, this, null, null);
  }

  /**
   * The square root.
   *
   * @return the value
   */
  public V sqrt() {
    return code.step(Prim.SQRT, lane, this, null, null);
  }

  /**
   * The smaller of both; for masks, and.
   *
   * @param b operand
   * @return the value
   */
  public V min(V b) {
    return lane == Lane.MASK ? and(b) : same(Prim.MIN, b);
  }

  /**
   * The larger of both; for masks, or.
   *
   * @param b operand
   * @return the value
   */
  public V max(V b) {
    return lane == Lane.MASK ? or(b) : same(Prim.MAX, b);
  }

  /**
   * {@code this == b}.
   *
   * @param b operand
   * @return a mask
   */
  public V eq(V b) {
    return lane == Lane.MASK ? xor(b).not() : mask(Prim.EQ, b);
  }

  /**
   * {@code this != b}.
   *
   * @param b operand
   * @return a mask
   */
  public V ne(V b) {
    return lane == Lane.MASK ? xor(b) : mask(Prim.NE, b);
  }

  /**
   * {@code this < b}; false is less than true.
   *
   * @param b operand
   * @return a mask
   */
  public V lt(V b) {
    return lane == Lane.MASK ? b.and(not()) : mask(Prim.LT, b);
  }

  /**
   * {@code this <= b}; false is less than true.
   *
   * @param b operand
   * @return a mask
   */
  public V le(V b) {
    return lane == Lane.MASK ? b.or(not()) : mask(Prim.LE, b);
  }

  /**
   * {@code this ? yes : no}, this being a mask.
   *
   * @param yes operand
   * @param no operand
   * @return the value
   */
  public V select(V yes, V no) {
    yes.check(no);
    if (lane != Lane.MASK) {
      throw new IllegalArgumentException("select on lane " + lane + "; it must be a mask");
    }
    return yes.lane == Lane.MASK ? and(yes).or(no.and(not())) : code.step(Prim.SELECT, yes.lane, this, yes, no);
  }

  /**
   * {@code this & b}.
   *
   * @param b operand
   * @return the value
   */
  public V and(V b) {
    return same(Prim.AND, b);
  }

  /**
   * {@code this | b}.
   *
   * @param b operand
   * @return the value
   */
  public V or(V b) {
    return same(Prim.OR, b);
  }

  /**
   * {@code this ^ b}.
   *
   * @param b operand
   * @return the value
   */
  public V xor(V b) {
    return same(Prim.XOR, b);
  }

  /**
   * {@code ~this}.
   *
   * @return the value
   */
  public V not() {
    return code.step(Prim.NOT, lane, this, null, null);
  }

  /**
   * {@code this << n}.
   *
   * @param n the constant distance
   * @return the value
   */
  public V shl(int n) {
    return shl(code.constant(lane, n));
  }

  /**
   * {@code this << n}.
   *
   * @param n the distance, from 0 to the width less 1
   * @return the value
   */
  public V shl(V n) {
    return same(Prim.SHL, n);
  }

  /**
   * {@code this >> n}; zeros come in if the lane has no sign.
   *
   * @param n the constant distance
   * @return the value
   */
  public V shr(int n) {
    return shr(code.constant(lane, n));
  }

  /**
   * {@code this >> n}; zeros come in if the lane has no sign.
   *
   * @param n the distance, from 0 to the width less 1
   * @return the value
   */
  public V shr(V n) {
    return same(lane.isUnsigned() ? Prim.USHR : Prim.SHR, n);
  }

  /**
   * {@code this >>> n}.
   *
   * @param n the constant distance
   * @return the value
   */
  public V ushr(int n) {
    return same(Prim.USHR, code.constant(lane, n));
  }

  /**
   * The remainder of the division towards zero, of integers.
   *
   * @param b operand
   * @return the value; 0 where b is 0
   */
  public V rem(V b) {
    return same(Prim.REM, b);
  }

  /**
   * A function's result.
   *
   * @param function a function of one operand of this lane
   * @return the value
   */
  public V call(Call function) {
    return code.call(function, this);
  }

  /**
   * A function's result.
   *
   * @param function a function of two operands of this lane
   * @param b the second operand
   * @return the value
   */
  public V call(Call function, V b) {
    check(b);
    return code.call(function, this, b);
  }

  /**
   * A function's result where a mask is set, 0 elsewhere: for the rare elements that straight-line code cannot compute. Unlike
   * {@link #call(Call)} it leaves loops vector loops, which call it for the lanes that are set.
   *
   * @param function a function of one operand of this lane, a double or long
   * @param rare a mask, seldom set
   * @return the value
   */
  public V callWhere(Call function, V rare) {
    return code.rare(function, rare, this);
  }

  /**
   * A function's result where a mask is set, 0 elsewhere.
   *
   * @param function a function of two operands of this lane, doubles, floats or longs
   * @param b the second operand
   * @param rare a mask, seldom set
   * @return the value
   */
  public V callWhere(Call function, V b, V rare) {
    check(b);
    return code.rare(function, rare, this, b);
  }

  /**
   * The number of a table at this index.
   *
   * @param table the table, of the width of this integer
   * @return the number at the low bits of this
   */
  public V lookup(Table table) {
    return code.lookup(table, this);
  }

  /**
   * The same bits as another lane of the same width.
   *
   * @param to the lane
   * @return the value
   */
  public V reinterpret(Lane to) {
    return to == lane ? this : code.step(Prim.REINTERPRET, to, this, null, null);
  }

  /**
   * The bits as which a number is stored.
   *
   * @param type the floating-point type whose lane this is of, and whose values this is one of
   * @return the bits, as an integer of the type's width
   */
  public V stored(DType type) {
    return type == DType.float16 ? Half.store(this) : reinterpret(lane.integer(false));
  }

  /**
   * The number that is stored as some bits.
   *
   * @param type the floating-point type
   * @param bits an integer of the type's width
   * @return the number, in the lane of the type
   */
  public static V loaded(DType type, V bits) {
    return type == DType.float16 ? bits.code.half(bits.reinterpret(Lane.U16)) : bits.reinterpret(Lane.of(type));
  }

  /**
   * The number in another lane: to nearest; towards zero, saturating, NaN to 0 (from floating point to I32 and I64); the low
   * bits (from integer to integer).
   *
   * @param to the lane
   * @return the value
   */
  public V convert(Lane to) {
    if (to == lane) {
      return this;
    }
    if (lane.isInteger() && to.isFloat()) {
      if (lane == Lane.U64) {
        return unsignedToFloat(to);
      }
      Lane through = lane.bytes() < 4 ? Lane.I32 : lane == Lane.U32 ? Lane.I64 : lane;
      return convert(through).step(to);
    }
    if (lane.isInteger() && lane.bytes() == to.bytes()) {
      return reinterpret(to);
    }
    return step(to);
  }

  private V step(Lane to) {
    return to == lane ? this : code.step(Prim.CONVERT, to, this, null, null);
  }

  /** Halved, with the lost bit kept as a sticky one: then it fits a signed integer and is rounded just once. */
  private V unsignedToFloat(Lane to) {
    V signed = reinterpret(Lane.I64);
    V half = signed.ushr(1).or(signed.and(code.constant(Lane.I64, 1))).step(to);
    return signed.lt(code.constant(Lane.I64, 0)).select(half.add(half), signed.step(to));
  }

  /**
   * The cast of the library, as NumPy's on x86-64: truth is not zero; floating point is truncated, and NaN and what does
   * not fit gives the most negative integer of 32 or 64 bits, of which narrower integers are the low bits.
   *
   * @param type the type to cast to, not complex
   * @return the value, in the lane of the type; rounded to the type if that is {@code float16}
   */
  public V cast(DType type) {
    V value = cast(Lane.of(type));
    return type == DType.float16 ? Half.round(this, value) : value;
  }

  private V cast(Lane to) {
    if (to == lane) {
      return this;
    }
    if (to == Lane.MASK) {
      return ne(same(0));
    }
    if (lane == Lane.MASK) {
      return select(code.number(to, 1), code.number(to, 0));
    }
    if (!lane.isFloat() || to.isFloat()) {
      return convert(to);
    }
    return switch (to) {
      case I64 -> truncate(Lane.I64, 0x1p63);
      case U32 -> truncate(Lane.I64, 0x1p63).convert(Lane.U32);
      case U64 -> {
        // What is too large for a signed integer is brought into its range and back.
        V top = same(0x1p63);
        V low = truncate(Lane.I64, 0x1p63);
        V high = sub(top).truncate(Lane.I64, 0x1p63).xor(code.constant(Lane.I64, Long.MIN_VALUE));
        yield top.le(this).select(high, low).reinterpret(Lane.U64);
      }
      default -> truncate(Lane.I32, 0x1p31).convert(to);
    };
  }

  /** The conversion saturates: what is too small becomes the smallest integer, as what is too large and NaN must too. */
  private V truncate(Lane to, double limit) {
    return lt(same(limit)).select(step(to), code.constant(to, to.smallest()));
  }
}
