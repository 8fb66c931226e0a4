/**
 * Ranks as threads of one JVM.
 *
 * <p>May import: all of orthant.core, orthant.mpi.
 */
package orthant.mpi.local;
