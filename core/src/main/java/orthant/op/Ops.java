package orthant.op;
/** Rows. */
public final class Ops {
  private Ops() {}
  /** add. */
  public static final Op ADD = new Op("add", 2);
  /** subtract. */
  public static final Op SUBTRACT = new Op("subtract", 2);
  /** multiply. */
  public static final Op MULTIPLY = new Op("multiply", 2);
  /** divide. */
  public static final Op DIVIDE = new Op("divide", 2);
  /** maximum. */
  public static final Op MAXIMUM = new Op("maximum", 2);
  /** minimum. */
  public static final Op MINIMUM = new Op("minimum", 2);
  /** equal. */
  public static final Op EQUAL = new Op("equal", 2);
  /** notEqual. */
  public static final Op NOT_EQUAL = new Op("notEqual", 2);
  /** less. */
  public static final Op LESS = new Op("less", 2);
  /** lessEqual. */
  public static final Op LESS_EQUAL = new Op("lessEqual", 2);
  /** greater. */
  public static final Op GREATER = new Op("greater", 2);
  /** greaterEqual. */
  public static final Op GREATER_EQUAL = new Op("greaterEqual", 2);
  /** logicalAnd. */
  public static final Op LOGICAL_AND = new Op("logicalAnd", 2);
  /** logicalOr. */
  public static final Op LOGICAL_OR = new Op("logicalOr", 2);
  /** negative. */
  public static final Op NEGATIVE = new Op("negative", 1);
  /** abs. */
  public static final Op ABS = new Op("abs", 1);
  /** sqrt. */
  public static final Op SQRT = new Op("sqrt", 1);
  /** exp. */
  public static final Op EXP = new Op("exp", 1);
  /** square. */
  public static final Op SQUARE = new Op("square", 1);
  /** logicalNot. */
  public static final Op LOGICAL_NOT = new Op("logicalNot", 1);
  /** where. */
  public static final Op WHERE = new Op("where", 2);
}
