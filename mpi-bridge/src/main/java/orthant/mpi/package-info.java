/**
 * Message passing: sessions, communicators, requests and status. Arrays are the messages.
 *
 * <p><b>Transports.</b> Under {@code mpiexec} messages travel through the launcher's MPI library (Open MPI, MPICH and their
 * relatives, or any library with the standard ABI of MPI 5), called through the foreign function interface. Without a
 * launcher ranks are threads of one JVM. The same checks and the same rules hold on all of them.
 *
 * <p><b>Element types are checked.</b> MPI compares neither dtypes nor shapes of the two ends. Here the dtype is part of what
 * a receive matches on: natively its code is in the upper bits of the tag, so that the check costs nothing, the data is not
 * touched, and a message's tag tells its dtype. A receive that waits while a message of another dtype lies there with its
 * source and tag throws an {@link orthant.mpi.MpiException} that names both types. Between threads that happens at once;
 * natively after the receive has waited for some milliseconds, and if a message of the right dtype comes first, that is
 * received. A correct program sees no difference from MPI's matching.
 *
 * <p><b>Sizes are checked.</b> A message may be shorter than the array that receives it, and not longer. After a failed
 * {@link orthant.mpi.Communicator#recv(orthant.NDArray, int, int) recv} the array is as it was.
 *
 * <p>May import: all of orthant.core, orthant.mpi.transport, orthant.mpi.local, orthant.mpi.ffm.
 */
package orthant.mpi;
