package orthant.mpi.transport;

import orthant.mpi.MpiOp;
import orthant.mpi.Status;

/**
 * How the ranks of one world reach each other; one for every rank. Arguments were checked by
 * {@link orthant.mpi.Communicator}: ranks exist (or {@code ANY_SOURCE}), tags are in range (or {@code ANY_TAG}), what is
 * received into may be written, collective arguments of one rank fit each other.
 */
public interface Transport {
  /**
   * This rank.
   *
   * @return from 0 to {@code size() - 1}
   */
  int rank();

  /**
   * The number of ranks.
   *
   * @return at least 1
   */
  int size();

  /**
   * The largest tag that can be sent.
   *
   * @return at most {@link orthant.mpi.Mpi#MAX_TAG}
   */
  int maxTag();

  /**
   * What carries the messages.
   *
   * @return one line
   */
  String describe();

  /**
   * Sends, and waits until the array may be changed.
   *
   * @param message what
   * @param dest to whom
   * @param tag with which tag
   */
  default void send(Message message, int dest, int tag) {
    isend(message, dest, tag).await();
  }

  /**
   * Receives; if that fails the array is unchanged.
   *
   * @param message where to
   * @param source from whom
   * @param tag with which tag
   * @return what came
   */
  default Status recv(Message message, int source, int tag) {
    return irecv(message, source, tag).await();
  }

  /**
   * Starts a send. The array is kept until it has ended.
   *
   * @param message what
   * @param dest to whom
   * @param tag with which tag
   * @return the send under way
   */
  Pending isend(Message message, int dest, int tag);

  /**
   * Starts a receive. The array is kept until it has ended.
   *
   * @param message where to
   * @param source from whom
   * @param tag with which tag
   * @return the receive under way
   */
  Pending irecv(Message message, int source, int tag);

  /** Waits for all ranks. */
  void barrier();

  /**
   * Gives all ranks the elements of one.
   *
   * @param message what, or where to
   * @param root whose elements
   */
  void bcast(Message message, int root);

  /**
   * Combines the elements of all ranks.
   *
   * @param part what this rank contributes
   * @param total where the result goes; the same view as {@code part}, or free of overlap with it
   * @param op how
   */
  void allReduce(Message part, Message total, MpiOp op);

  /**
   * Ends all ranks.
   *
   * @param code the exit code for the launcher
   */
  void abort(int code);

  /** Called when a session that used this ends; others may still use it. */
  void endSession();
}
