/**
 * From a call to loops: broadcasting, axis order, overlap, chunks, reductions, and the engine that runs them.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.expr, orthant.op, orthant.kernel.
 */
package orthant.plan;
