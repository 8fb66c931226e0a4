/**
 * From a call to a loop plan: type rules, broadcasting, axis order, overlap, chunks.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.expr, orthant.op, orthant.kernel.
 */
package orthant.plan;
