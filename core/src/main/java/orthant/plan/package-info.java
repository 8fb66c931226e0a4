/**
 * From a call to a loop plan: type rules, broadcasting, axis order, overlap, chunks.
 *
 * <p>May import: orthant (DType only), orthant.layout, orthant.memory, orthant.expr, orthant.op, orthant.kernel.
 */
package orthant.plan;
