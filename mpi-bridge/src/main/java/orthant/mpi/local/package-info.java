/**
 * Ranks as threads of one JVM.
 *
 * <p>May import: every exported package of core, orthant.mpi.
 */
package orthant.mpi.local;
