package orthant.op;

import java.util.Arrays;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.expr.V;

/** How a reduction puts two partial results together, and the type it does it in. */
public enum Combine {
  /** Sums. */
  ADD(Prim.ADD, 0),
  /** Products. */
  MULTIPLY(Prim.MUL, 1),
  /** Smallest elements. */
  MIN(Prim.MIN, Double.NaN),
  /** Largest elements. */
  MAX(Prim.MAX, Double.NaN),
  /** Whether all are true. */
  AND(Prim.AND, 1),
  /** Whether one is true. */
  OR(Prim.OR, 0);

  private static final int TYPES = DType.values().length;
  private static final Program[] FIRST = new Program[TYPES * TYPES];
  /** The loop bodies of {@link #merge}. */
  private static final Program[] MERGE = new Program[values().length * TYPES];

  private final Prim prim;
  private final double identity;

  Combine(Prim prim, double identity) {
    this.prim = prim;
    this.identity = identity;
  }

  /**
   * The primitive that combines, in a lane.
   *
   * @param lane the lane
   * @return the primitive
   */
  public Prim prim(Lane lane) {
    if (lane != Lane.MASK) {
      return prim;
    }
    // Of truth values, the product and the smallest is "and", the sum and the largest "or".
    return switch (this) {
      case MULTIPLY, MIN, AND -> Prim.AND;
      case ADD, MAX, OR -> Prim.OR;
    };
  }

  /**
   * The type in which elements are combined.
   *
   * @param in the type of the elements
   * @return int64 for sums and products of bool and signed integers, uint64 of unsigned ones, bool for and and or, else the type itself
   */
  public DType type(DType in) {
    return switch (this) {
      case ADD, MULTIPLY -> in.isFloat() || in.isComplex() ? in : in.isUnsigned() ? DType.uint64 : DType.int64;
      case MIN, MAX -> in;
      case AND, OR -> DType.bool;
    };
  }

  /**
   * Whether there is a result for no elements.
   *
   * @return false for the smallest and largest
   */
  public boolean hasIdentity() {
    return !Double.isNaN(identity);
  }

  /**
   * The result for no elements.
   *
   * @return a number
   * @throws IllegalStateException if there is none
   */
  public double identity() {
    if (!hasIdentity()) {
      throw new IllegalStateException(this + " has no identity");
    }
    return identity;
  }

  /**
   * Whether the order of elements can change the bits of the result.
   *
   * @param lane the lane elements are combined in
   * @return true for sums and products of floating-point numbers
   */
  public boolean ordered(Lane lane) {
    return lane.isFloat() && (this == ADD || this == MULTIPLY);
  }

  /**
   * The loop body that begins a partial result: an element, cast.
   *
   * @param type the type combined in
   * @param in the type of the elements
   * @return the program
   */
  public static Program first(DType type, DType in) {
    int key = type.ordinal() * TYPES + in.ordinal();
    Program known = FIRST[key];
    if (known == null) {
      Code code = new Code();
      known = code.returns(type, code.input(in).cast(type));
      FIRST[key] = known;
    }
    return known;
  }

  /**
   * The loop body that begins a partial result: the value of a program, cast.
   *
   * @param type the type combined in, not complex
   * @param value what is combined; of a complex one the real part, except as a truth value
   * @return the program
   */
  public static Program first(DType type, Program value) {
    if (type == value.type() && type != DType.float16) {
      return value;
    }
    Code code = new Code();
    return code.returns(type, value.again(code).cast(type));
  }

  /**
   * The loop body that begins the imaginary part of a partial result.
   *
   * @param type the type of that part
   * @param value what is combined
   * @return the program
   */
  public static Program firstImaginary(DType type, Program value) {
    Code code = new Code();
    return code.returns(type, value.again(code).imag().cast(type));
  }

  /**
   * The loop body that puts two partial results together.
   *
   * @param type the type combined in
   * @return the program
   */
  public Program merge(DType type) {
    int key = ordinal() * TYPES + type.ordinal();
    Program known = MERGE[key];
    if (known == null) {
      known = next(first(type, type), 1);
      MERGE[key] = known;
    }
    return known;
  }

  /**
   * The loop body that adds several elements to a partial result, one after the other: operand 0 is the partial result,
   * the others are the operands of the first element, of the second, and so on.
   *
   * @param element computes an element from its operands, in the type combined in
   * @param count how many elements
   * @return the program
   */
  public Program next(Program element, int count) {
    Code code = new Code();
    V partial = code.input(element.type());
    for (int i = 0; i < count; i++) {
      partial = of(partial, element.again(code).re());
    }
    return code.returns(element.type(), partial);
  }

  private V of(V a, V b) {
    return switch (this) {
      case ADD -> a.lane() == Lane.MASK ? a.or(b) : a.add(b);
      case MULTIPLY -> a.lane() == Lane.MASK ? a.and(b) : a.mul(b);
      case MIN -> a.min(b);
      case MAX -> a.max(b);
      case AND -> a.and(b);
      case OR -> a.or(b);
    };
  }

  /**
   * Combines two partial results.
   *
   * @param lane the lane
   * @param a bits of the first
   * @param b bits of the second
   * @return bits of the result
   */
  public long combine(Lane lane, long a, long b) {
    return Interpreter.eval(prim(lane), lane, lane, a, b, 0);
  }

  /**
   * A name for messages.
   *
   * @return the array API's name
   */
  public String label() {
    return Arrays.asList("sum", "prod", "min", "max", "all", "any").get(ordinal());
  }
}
