/**
 * What engines implement: kernels, their sources, executors, and the door into an array.
 *
 * <p>May import: orthant (NDArray, DType, Index), orthant.layout, orthant.memory, orthant.expr, orthant.op.
 */
package orthant.kernel;
