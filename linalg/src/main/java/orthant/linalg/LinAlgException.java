package orthant.linalg;

/** A computation that the numbers do not allow: a singular matrix, or an iteration that does not converge. */
public class LinAlgException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  /**
   * Creates an exception.
   *
   * @param message what failed, for which matrix of a stack, and why
   */
  public LinAlgException(String message) {
    super(message);
  }
}
