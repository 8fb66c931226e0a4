package orthant.op;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import orthant.expr.Lane;
import orthant.expr.V;

/**
 * The table of elementwise operations. Adding one is adding a row: its name, its type rule, and its meaning as one
 * expression over exact primitives.
 */
public final class Ops {
  private static final Map<String, Op> TABLE = new LinkedHashMap<>();

  private Ops() {}

  /** {@code x1 + x2}. */
  public static final Op ADD = binary("add", TypeRule.ANY, (a, b) -> isMask(a) ? a.or(b) : a.add(b));

  /** {@code x1 - x2}. */
  public static final Op SUBTRACT = binary("subtract", TypeRule.NUMBER, V::sub);

  /** {@code x1 * x2}. */
  public static final Op MULTIPLY = binary("multiply", TypeRule.ANY, Ops::times);

  /** {@code x1 / x2}. */
  public static final Op DIVIDE = binary("divide", TypeRule.FLOAT, V::div);

  /** The larger. */
  public static final Op MAXIMUM = binary("maximum", TypeRule.ANY, V::max);

  /** The smaller. */
  public static final Op MINIMUM = binary("minimum", TypeRule.ANY, V::min);

  /** {@code x1 == x2}. */
  public static final Op EQUAL = binary("equal", TypeRule.COMPARE, V::eq);

  /** {@code x1 != x2}. */
  public static final Op NOT_EQUAL = binary("notEqual", TypeRule.COMPARE, V::ne);

  /** {@code x1 < x2}. */
  public static final Op LESS = binary("less", TypeRule.COMPARE, V::lt);

  /** {@code x1 <= x2}. */
  public static final Op LESS_EQUAL = binary("lessEqual", TypeRule.COMPARE, V::le);

  /** {@code x1 > x2}. */
  public static final Op GREATER = binary("greater", TypeRule.COMPARE, (a, b) -> b.lt(a));

  /** {@code x1 >= x2}. */
  public static final Op GREATER_EQUAL = binary("greaterEqual", TypeRule.COMPARE, (a, b) -> b.le(a));

  /** {@code x1 and x2}. */
  public static final Op LOGICAL_AND = binary("logicalAnd", TypeRule.LOGICAL, V::and);

  /** {@code x1 or x2}. */
  public static final Op LOGICAL_OR = binary("logicalOr", TypeRule.LOGICAL, V::or);

  /** {@code not x}. */
  public static final Op LOGICAL_NOT = unary("logicalNot", TypeRule.LOGICAL, V::not);

  /** {@code -x}. */
  public static final Op NEGATIVE = unary("negative", TypeRule.NUMBER, V::neg);

  /** {@code |x|}. */
  public static final Op ABS = unary("abs", TypeRule.ANY, a -> isMask(a) ? a : a.abs());

  /** The square root of x. */
  public static final Op SQRT = unary("sqrt", TypeRule.FLOAT, V::sqrt);

  /** e to the power of x. */
  public static final Op EXP = unary("exp", TypeRule.FLOAT, Exponential::exp);

  /** {@code x * x}. */
  public static final Op SQUARE = unary("square", TypeRule.ANY, a -> times(a, a));

  /** {@code condition ? x1 : x2}. */
  public static final Op WHERE = row(new Op("where", 3, TypeRule.CHOICE, v -> v[0].select(v[1], v[2])));

  /** The operand itself; what casts and copies run. */
  public static final Op COPY = unary("copy", TypeRule.ANY, a -> a);

  /**
   * All rows, by name.
   *
   * @return the table, in its order
   */
  public static Map<String, Op> table() {
    return Map.copyOf(TABLE);
  }

  private static V times(V a, V b) {
    return isMask(a) ? a.and(b) : a.mul(b);
  }

  private static boolean isMask(V v) {
    return v.lane() == Lane.MASK;
  }

  private static Op unary(String name, TypeRule rule, UnaryOperator<V> meaning) {
    return row(new Op(name, 1, rule, v -> meaning.apply(v[0])));
  }

  private static Op binary(String name, TypeRule rule, BinaryOperator<V> meaning) {
    return row(new Op(name, 2, rule, v -> meaning.apply(v[0], v[1])));
  }

  private static Op row(Op op) {
    TABLE.put(op.name(), op);
    return op;
  }
}
