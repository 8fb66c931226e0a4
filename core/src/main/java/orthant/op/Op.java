package orthant.op;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import orthant.DType;
import orthant.Operation;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;

/**
 * An operation that works element by element: a name, a type rule and a meaning. Everything else (loops, vector code,
 * broadcasting, parallel execution) follows from these.
 */
public final class Op implements Operation {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final int arity;
  private final TypeRule rule;
  private final BiFunction<DType, V[], V> meaning;
  private final Function<Term[], Term> complex;
  /** For operations that are expressions of others: everything depends on all types. */
  private final Composition whole;
  private final int id = COUNT.getAndIncrement();

  /** An expression of operations. */
  @FunctionalInterface
  public interface Composition {
    /**
     * Writes the expression down.
     *
     * @param types the types of the loop's operands
     * @param operands these
     * @param parts hears of each operation in the expression
     * @return the result
     */
    Term value(DType[] types, Term[] operands, Parts parts);
  }

  /** Hears of the operations that an expression is made of. */
  @FunctionalInterface
  public interface Parts {
    /**
     * An operation in the expression.
     *
     * @param op the operation
     * @param out the type of its result
     * @param result this
     * @param types the types of its operands
     * @param operands these
     */
    void part(Op op, DType out, Term result, DType[] types, Term[] operands);
  }

  /**
   * An operation; a row of the table.
   *
   * @param name the array API's name in camelCase
   * @param arity the number of operands
   * @param rule the types it computes in
   * @param meaning the expression: operands in the lanes of the loop's types to the result
   * @param complex the expression if an operand or the result is complex, or null: it is not defined then
   */
  public Op(String name, int arity, TypeRule rule, Function<V[], V> meaning, Function<Term[], Term> complex) {
    this(name, arity, rule, (type, operands) -> meaning.apply(operands), complex);
  }

  /**
   * An operation whose meaning depends on the type beyond its lane; a row of the table.
   *
   * @param name the array API's name in camelCase
   * @param arity the number of operands
   * @param rule the types it computes in
   * @param meaning the expression: the type of the first operand in the loop, operands in the lanes of the loop's types to the result
   * @param complex the expression if an operand or the result is complex, or null: it is not defined then
   */
  public Op(String name, int arity, TypeRule rule, BiFunction<DType, V[], V> meaning, Function<Term[], Term> complex) {
    this.name = name;
    this.arity = arity;
    this.rule = rule;
    this.meaning = meaning;
    this.complex = complex;
    this.whole = null;
  }

  /**
   * An operation that is an expression of others.
   *
   * @param name for people
   * @param arity the number of operands
   * @param rule the types it computes in
   * @param whole the expression
   */
  public Op(String name, int arity, TypeRule rule, Composition whole) {
    this.name = name;
    this.arity = arity;
    this.rule = rule;
    this.meaning = null;
    this.complex = null;
    this.whole = whole;
  }

  /**
   * Whether this is an expression of other operations.
   *
   * @return true for those that users make of several
   */
  public boolean isComposed() {
    return whole != null;
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * The number of operands.
   *
   * @return 1 to 3 for the operations of the table
   */
  public int arity() {
    return arity;
  }

  /**
   * A small number that no other operation has; for tables.
   *
   * @return from 0
   */
  public int id() {
    return id;
  }

  /**
   * Whether this compares its operands by value.
   *
   * @return true for equal, less and their like
   */
  public boolean isComparison() {
    return rule == TypeRule.COMPARE;
  }

  /**
   * The types that the operation computes in.
   *
   * @param ins the types of the operands
   * @return the types of the result and of the operands
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public TypeRule.Types types(DType... ins) {
    if (ins.length != arity) {
      throw new IllegalArgumentException(name + " takes " + arity + " operands but got " + ins.length + ": " + Arrays.toString(ins));
    }
    TypeRule.Types types = rule.types(name, ins);
    if (whole == null && complex == null && isComplex(types)) {
      throw TypeRule.undefined(name, ins, "complex numbers are not among its types; use real(), imag() or abs() of them");
    }
    return types;
  }

  /**
   * The type of the result.
   *
   * @param ins the types of the operands
   * @return the type
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public DType result(DType... ins) {
    return types(ins).result();
  }

  /**
   * The loop body: loads, casts to the loop's types, the meaning, a cast to the output's type.
   *
   * @param out the type to store
   * @param ins the types of the operands
   * @return the program
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public Program program(DType out, DType... ins) {
    types(ins);
    Code code = new Code();
    Term[] operands = new Term[ins.length];
    for (int i = 0; i < ins.length; i++) {
      operands[i] = code.term(ins[i]);
    }
    return code.returns(out, value(ins, operands).cast(out));
  }

  /**
   * The operation inside other code.
   *
   * @param ins the types of the operands
   * @param operands their values
   * @return the value, of the type {@link #result}
   */
  public Term value(DType[] ins, Term... operands) {
    return value(ins, operands, (_, _, _, _, _) -> {});
  }

  /**
   * The operation inside other code, told with its parts.
   *
   * @param ins the types of the operands
   * @param operands their values
   * @param parts hears of the operations that this is made of, if it is a composed one
   * @return the value, of the type {@link #result}
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public Term value(DType[] ins, Term[] operands, Parts parts) {
    TypeRule.Types types = types(ins);
    Term[] cast = new Term[operands.length];
    V[] plain = new V[operands.length];
    for (int i = 0; i < cast.length; i++) {
      cast[i] = operands[i].cast(types.operands()[i]);
      plain[i] = cast[i].re();
    }
    Term value = whole != null ? whole.value(types.operands(), cast, parts)
        : isComplex(types) ? complex.apply(cast) : Term.of(meaning.apply(types.operands()[0], plain));
    // What is computed in a wider lane than its type, as float16 is, is rounded after each operation.
    return value.cast(types.result());
  }

  private static boolean isComplex(TypeRule.Types types) {
    return types.result().isComplex() || Arrays.stream(types.operands()).anyMatch(DType::isComplex);
  }

  @Override
  public String toString() {
    return name;
  }
}
