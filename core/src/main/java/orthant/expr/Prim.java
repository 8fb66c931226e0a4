package orthant.expr;

/**
 * The primitives of which every operation is made. Each is exact: defined to the last bit on every machine, so that the
 * interpreter, compiled scalar code and compiled vector code cannot disagree. (Which NaN an operation returns is the one
 * thing left open; all NaNs count as equal.)
 */
public enum Prim {
  /** Operand number {@code bits} of the program, loaded. */
  ARG(0),
  /** The constant {@code bits}. */
  CONST(0),
  /** Addition; integers wrap around. */
  ADD(2),
  /** Subtraction; integers wrap around. */
  SUB(2),
  /** Multiplication; integers wrap around. */
  MUL(2),
  /** Division; of integers towards zero, where division by zero gives 0 and the most negative one by -1 itself. */
  DIV(2),
  /** The remainder of {@link #DIV}, with the sign of the dividend; integers only, 0 for division by zero. */
  REM(2),
  /** Negation. */
  NEG(1),
  /** Absolute value; the most negative integer stays. Not of integers without a sign. */
  ABS(1),
  /** Correctly rounded square root. */
  SQRT(1),
  /** {@code a * b + c}, rounded once. */
  FMA(3),
  /** The smaller; NaN if one is; -0.0 is less than 0.0. */
  MIN(2),
  /** The larger; NaN if one is; -0.0 is less than 0.0. */
  MAX(2),
  /** Equal; a mask. */
  EQ(2),
  /** Not equal; a mask. */
  NE(2),
  /** Less; a mask. */
  LT(2),
  /** Less or equal; a mask. */
  LE(2),
  /** {@code a ? b : c}, a being a mask. */
  SELECT(3),
  /** Bitwise and, of integers or masks. */
  AND(2),
  /** Bitwise or, of integers or masks. */
  OR(2),
  /** Bitwise exclusive or, of integers or masks. */
  XOR(2),
  /** Bitwise complement, of integers or masks. */
  NOT(1),
  /** How many bits of an integer are set. */
  BIT_COUNT(1),
  /** Shift left; the distance must be from 0 to the width less 1. */
  SHL(2),
  /** Shift right, filling with the sign, or with zeros if the lane has none; the distance as for {@link #SHL}. */
  SHR(2),
  /** Shift right, filling with zeros; the distance as for {@link #SHL}. */
  USHR(2),
  /**
   * Between number lanes: to nearest, truncating, saturating, NaN to 0; integers keep their low bits. Of the integers
   * only I32 and I64 go to and from floating point.
   */
  CONVERT(1),
  /** The same bits as a lane of the same width. */
  REINTERPRET(1),
  /** The function numbered {@code bits} of {@link Call}, which the compiler cannot look into. */
  CALL(3),
  /** Nothing by itself: up to three further operands of a {@link #CALL}, the last of which may be one of these again. */
  MORE(3),
  /** Where {@code a}, a mask, is set, the function numbered {@code bits} of {@code b} and, if it has a second operand, {@code c}; 0 elsewhere. */
  RARE(3),
  /** The number of the {@link Table} numbered {@code bits} at {@code a}, an integer of its width, of which only the low bits count. */
  LOOKUP(1);

  private final int arity;

  Prim(int arity) {
    this.arity = arity;
  }

  /**
   * The number of operands.
   *
   * @return 0 to 3
   */
  public int arity() {
    return arity;
  }
}
