/**
 * Ranks as threads of one JVM: mailboxes, meetings, and how ranks wait, fail and end.
 *
 * <p>May import: orthant, orthant.mpi, orthant.mpi.transport.
 */
package orthant.mpi.local;
