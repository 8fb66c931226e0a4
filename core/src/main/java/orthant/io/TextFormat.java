package orthant.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How an array is written as text. Immutable; each method with an argument returns a changed copy:
 * {@code savetxt(file, a, TextFormat.DEFAULT.fmt("%.3f").delimiter(",").header("x,y"))}. The names are NumPy's.
 *
 * @param fmts how numbers are written, as Python's {@code %} writes them: {@code %[flags][width][.precision]} and one of
 *     {@code d i u x X o e E f F g G s}. One format is that of every number; one with as many {@code %} as there are columns that of a
 *     row; several are those of the columns
 * @param delimiter what stands between columns
 * @param newline what ends a line
 * @param header what is written first, as a comment
 * @param footer what is written last, as a comment
 * @param comments what stands before each line of header and footer
 * @param encoding how characters become bytes
 */
public record TextFormat(List<String> fmts, String delimiter, String newline, String header, String footer, String comments, Charset encoding) {
  /** All digits of a double, a space between columns. */
  public static final TextFormat DEFAULT = new TextFormat(List.of("%.18e"), " ", "\n", "", "", "# ", StandardCharsets.UTF_8);

  /**
   * Checks that all characters can be written.
   *
   * @throws IllegalArgumentException if there is no format, or the encoding lacks a character
   */
  public TextFormat {
    fmts = List.copyOf(fmts);
    if (fmts.isEmpty()) {
      throw new IllegalArgumentException("there is no format; there must be one or more");
    }
    String all = String.join("", fmts) + delimiter + newline + header + footer + comments;
    if (!encoding.newEncoder().canEncode(all)) {
      throw new IllegalArgumentException("the encoding " + encoding + " lacks a character of '" + all + "'; use UTF-8");
    }
  }

  /**
   * How numbers are written.
   *
   * @param formats one for all numbers or for the whole row, or one for each column
   * @return the changed options
   */
  public TextFormat fmt(String... formats) {
    return new TextFormat(List.of(formats), delimiter, newline, header, footer, comments, encoding);
  }

  /**
   * What stands between columns.
   *
   * @param text any text
   * @return the changed options
   */
  public TextFormat delimiter(String text) {
    return new TextFormat(fmts, text, newline, header, footer, comments, encoding);
  }

  /**
   * What ends a line.
   *
   * @param text any text
   * @return the changed options
   */
  public TextFormat newline(String text) {
    return new TextFormat(fmts, delimiter, text, header, footer, comments, encoding);
  }

  /**
   * What is written before the numbers, as a comment.
   *
   * @param text any text, also of several lines; empty for none
   * @return the changed options
   */
  public TextFormat header(String text) {
    return new TextFormat(fmts, delimiter, newline, text, footer, comments, encoding);
  }

  /**
   * What is written after the numbers, as a comment.
   *
   * @param text any text, also of several lines; empty for none
   * @return the changed options
   */
  public TextFormat footer(String text) {
    return new TextFormat(fmts, delimiter, newline, header, text, comments, encoding);
  }

  /**
   * What stands before each line of header and footer.
   *
   * @param text any text
   * @return the changed options
   */
  public TextFormat comments(String text) {
    return new TextFormat(fmts, delimiter, newline, header, footer, text, encoding);
  }

  /**
   * How characters become bytes.
   *
   * @param charset any encoding that has all characters
   * @return the changed options
   */
  public TextFormat encoding(Charset charset) {
    return new TextFormat(fmts, delimiter, newline, header, footer, comments, charset);
  }
}
