/**
 * The BLAS and LAPACK backends and the choice between them.
 *
 * <p>May import: every exported package of core.
 */
package orthant.linalg.blas;
