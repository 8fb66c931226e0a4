/**
 * Communicators, requests and status; arrays are the messages.
 *
 * <p>May import: every exported package of core, orthant.mpi.local, orthant.mpi.ffm.
 */
package orthant.mpi;
