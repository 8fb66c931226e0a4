/**
 * Native MPI through the foreign function interface, for every ABI from one table.
 *
 * <p>May import: all of orthant.core, orthant.mpi.
 */
package orthant.mpi.ffm;
