/**
 * The table of operations: name, arity, type rules and meaning, and how partial results combine.
 *
 * <p>May import: orthant (DType, Operation), orthant.expr.
 */
package orthant.op;
