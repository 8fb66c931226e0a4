/**
 * Linear algebra on arrays and stacks of arrays.
 *
 * <p>May import: all of orthant.core, orthant.linalg.blas.
 */
package orthant.linalg;
