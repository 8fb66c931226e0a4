package orthant.mpi;

/**
 * Communication that went wrong while it was under way. What can be checked before (ranks, tags, read-only arrays) is an
 * {@link IllegalArgumentException} or an {@link UnsupportedOperationException} instead, thrown before anything is sent.
 */
public final class MpiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The kinds of failure. */
  public enum Reason {
    /** A message has more elements than the array that receives it. */
    TRUNCATED,
    /** A message has another element type than the array that receives it. */
    DTYPE,
    /** Ranks called different collective operations, or the same one with arguments that do not fit. */
    MISMATCH,
    /** Every rank waits for another one. */
    DEADLOCK,
    /** Another rank failed. */
    RANK_FAILED,
    /** The waiting thread was interrupted; its interrupt status is set. */
    INTERRUPTED,
    /** No usable MPI library, or one that does not belong to the launcher. */
    STARTUP,
    /** The MPI library reported an error. */
    LIBRARY
  }

  /** Which kind. */
  private final Reason reason;

  /**
   * A failure.
   *
   * @param reason which kind
   * @param message what happened, with the values and the rule
   */
  public MpiException(Reason reason, String message) {
    this(reason, message, null);
  }

  /**
   * A failure with a cause.
   *
   * @param reason which kind
   * @param message what happened, with the values and the rule
   * @param cause what brought it about, or null
   */
  public MpiException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /**
   * Which kind of failure this is.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
