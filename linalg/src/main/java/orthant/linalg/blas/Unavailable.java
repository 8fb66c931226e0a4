package orthant.linalg.blas;

/** A backend cannot be used here; the message says why, for the report. */
final class Unavailable extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Creates the reason.
   *
   * @param reason why
   */
  Unavailable(String reason) {
    super(reason);
  }
}
