/**
 * Native MPI through the foreign function interface, for every ABI from one table.
 *
 * <p>May import: every exported package of core, orthant.mpi.
 */
package orthant.mpi.ffm;
