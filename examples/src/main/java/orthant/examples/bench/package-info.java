/**
 * Measures this library, beside NumPy where there is one.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, all of orthant.linalg, all of orthant.parallel,
 * all of orthant.mpi, orthant.examples.
 */
package orthant.examples.bench;
