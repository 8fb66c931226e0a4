/**
 * Cars on a ring road: one automaton as loops, as arrays, on all cores and between MPI ranks.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, all of orthant.linalg, all of orthant.parallel,
 * all of orthant.mpi, orthant.examples.
 */
package orthant.examples.traffic;
