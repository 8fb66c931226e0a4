/**
 * Native MPI through the foreign function interface: one table for three families of libraries.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.mpi, orthant.mpi.transport.
 */
package orthant.mpi.ffm;
