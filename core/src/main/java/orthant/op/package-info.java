/**
 * The table of operations: name, arity, type rules and meaning.
 *
 * <p>May import: orthant (DType only), orthant.expr.
 */
package orthant.op;
