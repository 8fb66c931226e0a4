/**
 * The door to the lessons, the shell and the benchmarks: {@link orthant.examples.Main} knows their names, each has a
 * package or a class of its own.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, all of orthant.linalg, all of orthant.parallel,
 * all of orthant.mpi, orthant.examples.accuracy, orthant.examples.bench, orthant.examples.co2, orthant.examples.cold,
 * orthant.examples.shell, orthant.examples.traffic.
 */
package orthant.examples;
