/**
 * Linear algebra on arrays and stacks of arrays.
 *
 * <p>May import: every exported package of core, orthant.linalg.blas.
 */
package orthant.linalg;
