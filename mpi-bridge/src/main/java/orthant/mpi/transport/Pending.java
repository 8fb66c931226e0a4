package orthant.mpi.transport;

import orthant.mpi.Status;

/** A send or receive that was started. Any thread may ask; the answer is given as often as it is asked for. */
public interface Pending {
  /**
   * Waits for the end.
   *
   * @return what was received, or what was sent and to whom
   * @throws orthant.mpi.MpiException if it failed; always the same one, except for an interruption
   */
  Status await();

  /**
   * Looks, and moves things on.
   *
   * @return true if it has ended; {@link #await()} then returns or throws at once
   */
  boolean test();
}
