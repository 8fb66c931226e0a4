package orthant.io;

/** The content of a file is not an array that can be read: the message says what is wrong, the values and the rule. */
public class NpyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * An exception with a message.
   *
   * @param message what is wrong, the values and the rule
   */
  public NpyException(String message) {
    super(message);
  }
}
