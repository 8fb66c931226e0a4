/**
 * The table of operations: name, arity, type rules and meaning.
 *
 * <p>May import: orthant (DType, Operation), orthant.expr.
 */
package orthant.op;
