package orthant.io;

/** A text does not hold an array that can be read: the message says where, what stands there, and the rule. */
public class TextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** So much of a text is quoted. */
  private static final int QUOTED = 60;

  /** The line, 1 is the first, 0 stands for none in particular. */
  private final long line;

  /** The column, 1 is the first, 0 stands for none in particular. */
  private final int column;

  /** What stands there. */
  private final String text;

  /**
   * An exception about a place.
   *
   * @param line the line of the text, 1 for the first; 0 if it is about the whole
   * @param column the column, 1 for the first; 0 if it is about the whole line
   * @param text what stands there; null if nothing in particular
   * @param rule what is wrong and what must be
   */
  public TextException(long line, int column, String text, String rule) {
    super((line > 0 ? "line " + line + (column > 0 ? ", column " + column : "") + ": " : "") + (text == null ? "" : quoted(text) + " ") + rule);
    this.line = line;
    this.column = column;
    this.text = text;
  }

  private static String quoted(String text) {
    String start = text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    var shown = new StringBuilder("'");
    start.chars().forEach(c -> shown.append(c < ' ' || c == 0x7f ? String.format("\\x%02x", c) : Character.toString(c)));
    return shown.append('\'').toString();
  }

  /**
   * The line.
   *
   * @return 1 for the first line of the text; 0 if the exception is about the whole
   */
  public long line() {
    return line;
  }

  /**
   * The column.
   *
   * @return 1 for the first column of the file; 0 if the exception is about the whole line
   */
  public int column() {
    return column;
  }

  /**
   * What stands there.
   *
   * @return the whole field, also where the message cuts it; null if there is none
   */
  public String text() {
    return text;
  }
}
