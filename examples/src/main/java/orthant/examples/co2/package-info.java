/**
 * The carbon dioxide record of Mauna Loa: reading, reducing, broadcasting, fitting and drawing it.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, all of orthant.linalg, all of orthant.parallel,
 * all of orthant.mpi, orthant.examples.
 */
package orthant.examples.co2;
