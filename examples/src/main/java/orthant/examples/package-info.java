/**
 * Lessons, the shell and the benchmarks, each one a subcommand.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, all of orthant.linalg, all of orthant.parallel,
 * all of orthant.mpi.
 */
package orthant.examples;
