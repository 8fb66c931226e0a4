package orthant;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import orthant.io.Text;
import orthant.io.TextFormat;
import orthant.io.TextOptions;

/** The functions of {@link Nd} that read and write arrays as text. */
abstract class NdText extends NdTypes {
  NdText() {}

  /**
   * An array as text, as NumPy's {@code array2string} writes it, with the calling thread's print options.
   *
   * @param a the array
   * @return the text of the elements in brackets
   */
  public static String array2string(NDArray a) {
    return array2string(a, PrintScope.current());
  }

  /**
   * An array as text.
   *
   * @param a the array
   * @param options how to write it
   * @return the text of the elements in brackets
   */
  public static String array2string(NDArray a, PrintOptions options) {
    return array2string(a, options, " ");
  }

  /**
   * An array as text.
   *
   * @param a the array
   * @param options how to write it
   * @param separator what stands between elements
   * @return the text of the elements in brackets
   */
  public static String array2string(NDArray a, PrintOptions options, String separator) {
    return array2string(a, options, separator, "", "");
  }

  /**
   * An array as text that becomes part of a longer one.
   *
   * @param a the array
   * @param options how to write it
   * @param separator what stands between elements
   * @param prefix what the caller puts before it: lines after the first are indented by its length
   * @param suffix what the caller puts after it: lines leave room for its length
   * @return the text of the elements in brackets, without prefix and suffix
   */
  public static String array2string(NDArray a, PrintOptions options, String separator, String prefix, String suffix) {
    return Printer.text(a, options, separator, prefix, suffix);
  }

  /**
   * An array as text, as {@link NDArray#toString} writes it, with options of its own.
   *
   * @param a the array
   * @param options how to write it; an array without axes is written in full, whatever they say
   * @return the text
   */
  public static String arrayStr(NDArray a, PrintOptions options) {
    return Printer.str(a, options);
  }

  /**
   * An array as Python writes it in a program, as {@link NDArray#repr} does, with options of its own.
   *
   * @param a the array
   * @param options how to write it
   * @return the text: {@code array([1., 2.], dtype=float32)}
   */
  public static String arrayRepr(NDArray a, PrintOptions options) {
    return Printer.repr(a, options);
  }

  /**
   * Opens a scope with other print options for the calling thread: {@code try (var _ = printoptions(o -> o.precision(3)))}.
   *
   * @param change makes the new options from those that hold now
   * @return the scope; the options end when it is closed
   */
  public static PrintScope printoptions(UnaryOperator<PrintOptions> change) {
    return PrintScope.open(change);
  }

  /**
   * The print options that hold for the calling thread.
   *
   * @return those of its innermost {@link #printoptions scope}, else those of {@link #setPrintOptions}
   */
  public static PrintOptions getPrintOptions() {
    return PrintScope.current();
  }

  /**
   * Sets the print options of all threads, where no {@link #printoptions scope} says otherwise.
   *
   * @param options the options; {@link PrintOptions#DEFAULT} are the first ones
   * @throws IllegalArgumentException if they are null
   */
  public static void setPrintOptions(PrintOptions options) {
    PrintScope.set(options);
  }

  /**
   * Reads numbers in rows and columns, between white space; comments begin with {@code #}; see {@link Text#loadtxt(Path, TextOptions)}.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not such a text
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray loadtxt(Path file) {
    return Text.loadtxt(file, TextOptions.DEFAULT);
  }

  /**
   * Reads numbers in rows and columns; see {@link Text#loadtxt(Path, TextOptions)}.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @param options what is between the numbers, which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray loadtxt(Path file, TextOptions options) {
    return Text.loadtxt(file, options);
  }

  /**
   * Reads numbers in rows and columns; see {@link Text#loadtxt(InputStream, TextOptions)}.
   *
   * @param stream the text; not closed
   * @param options what is between the numbers, which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the stream cannot be read
   */
  public static NDArray loadtxt(InputStream stream, TextOptions options) {
    return Text.loadtxt(stream, options);
  }

  /**
   * Reads numbers in rows and columns; see {@link Text#loadtxt(Reader, TextOptions)}.
   *
   * @param reader the text; not closed
   * @param options what is between the numbers, which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the reader cannot be read
   */
  public static NDArray loadtxt(Reader reader, TextOptions options) {
    return Text.loadtxt(reader, options);
  }

  /**
   * Reads numbers in rows and columns; see {@link Text#loadtxt(Iterable, TextOptions)}.
   *
   * @param lines the lines of the text
   * @param options what is between the numbers, which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   */
  public static NDArray loadtxt(Iterable<String> lines, TextOptions options) {
    return Text.loadtxt(lines, options);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing, between white space; comments begin with {@code #}; see
   * {@link Text#genfromtxt(Path, TextOptions)}.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not such a text
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray genfromtxt(Path file) {
    return Text.genfromtxt(file, TextOptions.DEFAULT);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing; see {@link Text#genfromtxt(Path, TextOptions)}.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray genfromtxt(Path file, TextOptions options) {
    return Text.genfromtxt(file, options);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing; see {@link Text#genfromtxt(InputStream, TextOptions)}.
   *
   * @param stream the text; not closed
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the stream cannot be read
   */
  public static NDArray genfromtxt(InputStream stream, TextOptions options) {
    return Text.genfromtxt(stream, options);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing; see {@link Text#genfromtxt(Reader, TextOptions)}.
   *
   * @param reader the text; not closed
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   * @throws java.io.UncheckedIOException if the reader cannot be read
   */
  public static NDArray genfromtxt(Reader reader, TextOptions options) {
    return Text.genfromtxt(reader, options);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing; see {@link Text#genfromtxt(Iterable, TextOptions)}.
   *
   * @param lines the lines of the text
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws orthant.io.TextException if the text is not what the options say
   */
  public static NDArray genfromtxt(Iterable<String> lines, TextOptions options) {
    return Text.genfromtxt(lines, options);
  }

  /**
   * Writes an array of one or two axes as text, all digits, a space between columns, a line a row.
   *
   * @param file the file, replaced when all is written; compressed if its name ends with {@code .gz}
   * @param a the array; of one axis, a line an element
   * @throws IllegalArgumentException if the array has no or more axes
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savetxt(Path file, NDArray a) {
    savetxt(file, a, TextFormat.DEFAULT);
  }

  /**
   * Writes an array of one or two axes as text, a line a row; see {@link Text#savetxt(Path, NDArray, TextFormat)}.
   *
   * @param file the file, replaced when all is written; compressed if its name ends with {@code .gz}
   * @param a the array; of one axis, a line an element
   * @param format how numbers are written and what is between them
   * @throws IllegalArgumentException if the array has no or more axes, or the format does not go with it
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savetxt(Path file, NDArray a, TextFormat format) {
    Text.savetxt(file, a, format);
  }

  /**
   * Writes an array of one or two axes as text, a line a row; see {@link Text#savetxt(OutputStream, NDArray, TextFormat)}.
   *
   * @param stream where it goes; not closed
   * @param a the array; of one axis, a line an element
   * @param format how numbers are written and what is between them
   * @throws IllegalArgumentException if the array has no or more axes, or the format does not go with it
   * @throws java.io.UncheckedIOException if the stream fails
   */
  public static void savetxt(OutputStream stream, NDArray a, TextFormat format) {
    Text.savetxt(stream, a, format);
  }
}
