/**
 * The expression language over lanes in which every operation is written, and its interpreter.
 *
 * <p>May import: orthant (DType).
 */
package orthant.expr;
