package orthant;

import java.util.function.UnaryOperator;

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
}
