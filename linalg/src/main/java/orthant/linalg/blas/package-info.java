/**
 * The BLAS and LAPACK backends and the choice between them.
 *
 * <p>May import: all of orthant.core.
 */
package orthant.linalg.blas;
