/**
 * Communicators, requests and status; arrays are the messages.
 *
 * <p>May import: all of orthant.core, orthant.mpi.local, orthant.mpi.ffm.
 */
package orthant.mpi;
