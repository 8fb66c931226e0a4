package orthant.op;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import orthant.expr.Lane;
import orthant.expr.Term;
import orthant.expr.V;

/**
 * The table of elementwise operations. Adding one is adding a row: its name, its type rule, and its meaning as one
 * expression over exact primitives.
 */
public final class Ops {
  private static final Map<String, Op> TABLE = new LinkedHashMap<>();

  private Ops() {}

  /** {@code x1 + x2}. */
  public static final Op ADD = binary("add", TypeRule.ANY, (a, b) -> isMask(a) ? a.or(b) : a.add(b), Complex::add);

  /** {@code x1 - x2}. */
  public static final Op SUBTRACT = binary("subtract", TypeRule.NUMBER, V::sub, Complex::subtract);

  /** {@code x1 * x2}. */
  public static final Op MULTIPLY = binary("multiply", TypeRule.ANY, Ops::times, Complex::multiply);

  /** {@code x1 / x2}. */
  public static final Op DIVIDE = binary("divide", TypeRule.QUOTIENT, V::div, Complex::divide);

  /** The larger. */
  public static final Op MAXIMUM = binary("maximum", TypeRule.ANY, V::max, Complex::maximum);

  /** The smaller. */
  public static final Op MINIMUM = binary("minimum", TypeRule.ANY, V::min, Complex::minimum);

  /** {@code x1 == x2}. */
  public static final Op EQUAL = binary("equal", TypeRule.COMPARE, Compare::equal, (a, b) -> Term.of(Complex.equal(a, b)));

  /** {@code x1 != x2}. */
  public static final Op NOT_EQUAL =
      binary("notEqual", TypeRule.COMPARE, (a, b) -> Compare.equal(a, b).not(), (a, b) -> Term.of(Complex.equal(a, b).not()));

  /** {@code x1 < x2}. */
  public static final Op LESS = binary("less", TypeRule.COMPARE, Compare::less, (a, b) -> Term.of(Complex.less(a, b)));

  /** {@code x1 <= x2}. */
  public static final Op LESS_EQUAL = binary("lessEqual", TypeRule.COMPARE, Compare::lessEqual, (a, b) -> Term.of(Complex.lessEqual(a, b)));

  /** {@code x1 > x2}. */
  public static final Op GREATER = binary("greater", TypeRule.COMPARE, (a, b) -> Compare.less(b, a), (a, b) -> Term.of(Complex.less(b, a)));

  /** {@code x1 >= x2}. */
  public static final Op GREATER_EQUAL =
      binary("greaterEqual", TypeRule.COMPARE, (a, b) -> Compare.lessEqual(b, a), (a, b) -> Term.of(Complex.lessEqual(b, a)));

  /** {@code x1 and x2}. */
  public static final Op LOGICAL_AND = binary("logicalAnd", TypeRule.LOGICAL, V::and, null);

  /** {@code x1 or x2}. */
  public static final Op LOGICAL_OR = binary("logicalOr", TypeRule.LOGICAL, V::or, null);

  /** {@code not x}. */
  public static final Op LOGICAL_NOT = unary("logicalNot", TypeRule.LOGICAL, V::not, null);

  /** {@code -x}. */
  public static final Op NEGATIVE = unary("negative", TypeRule.NUMBER, V::neg, a -> new Term(a.re().neg(), a.im().neg()));

  /** {@code |x|}. */
  public static final Op ABS = unary("abs", TypeRule.PART, a -> isMask(a) ? a : a.abs(), a -> Term.of(Complex.abs(a)));

  /** The square root of x. */
  public static final Op SQRT = unary("sqrt", TypeRule.FLOAT, V::sqrt, Complex::sqrt);

  /** e to the power of x. */
  public static final Op EXP = unary("exp", TypeRule.FLOAT, Exponential::exp, Complex::exp);

  /** {@code x * x}. */
  public static final Op SQUARE = unary("square", TypeRule.ARITHMETIC, a -> a.mul(a), a -> Complex.multiply(a, a));

  /** {@code condition ? x1 : x2}. */
  public static final Op WHERE = row(new Op("where", 3, TypeRule.CHOICE, v -> v[0].select(v[1], v[2]),
      t -> new Term(t[0].re().select(t[1].re(), t[2].re()), t[0].re().select(t[1].im(), t[2].im()))));

  /** The operand itself; what casts and copies run. */
  public static final Op COPY = unary("copy", TypeRule.ANY, a -> a, a -> a);

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

  private static Op unary(String name, TypeRule rule, UnaryOperator<V> meaning, UnaryOperator<Term> complex) {
    return row(new Op(name, 1, rule, v -> meaning.apply(v[0]), complex == null ? null : t -> complex.apply(t[0])));
  }

  private static Op binary(String name, TypeRule rule, BinaryOperator<V> meaning, BinaryOperator<Term> complex) {
    return row(new Op(name, 2, rule, v -> meaning.apply(v[0], v[1]), complex == null ? null : t -> complex.apply(t[0], t[1])));
  }

  private static Op row(Op op) {
    TABLE.put(op.name(), op);
    return op;
  }
}
