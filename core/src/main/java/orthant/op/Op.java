package orthant.op;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import orthant.DType;
import orthant.Operation;
import orthant.expr.Code;
import orthant.expr.Program;
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
  private final Function<V[], V> meaning;
  private final int id = COUNT.getAndIncrement();

  /**
   * An operation; a row of the table.
   *
   * @param name the array API's name in camelCase
   * @param arity the number of operands
   * @param rule the types it computes in
   * @param meaning the expression: operands in the lanes of the loop's types to the result
   */
  public Op(String name, int arity, TypeRule rule, Function<V[], V> meaning) {
    this.name = name;
    this.arity = arity;
    this.rule = rule;
    this.meaning = meaning;
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
   * The type of the result.
   *
   * @param ins the types of the operands
   * @return the type
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public DType result(DType... ins) {
    check(ins);
    return rule.result(rule.loop(name, ins));
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
    check(ins);
    Code code = new Code();
    V[] operands = new V[ins.length];
    for (int i = 0; i < ins.length; i++) {
      operands[i] = code.input(ins[i]);
    }
    return code.returns(out, value(ins, operands).cast(out));
  }

  /**
   * The operation inside other code.
   *
   * @param ins the types of the operands
   * @param operands their values
   * @return the value, in the lane of {@link #result}
   */
  public V value(DType[] ins, V... operands) {
    DType loop = rule.loop(name, ins);
    V[] cast = new V[operands.length];
    for (int i = 0; i < cast.length; i++) {
      cast[i] = operands[i].cast(rule.operand(loop, i));
    }
    return meaning.apply(cast);
  }

  private void check(DType[] ins) {
    if (ins.length != arity) {
      throw new IllegalArgumentException(name + " takes " + arity + " operands but got " + ins.length + ": " + Arrays.toString(ins));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
