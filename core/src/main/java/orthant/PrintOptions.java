package orthant;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * How arrays are written as text; NumPy's print options. Immutable; each method with an argument returns a changed copy:
 * {@code array2string(a, PrintOptions.DEFAULT.precision(3).suppressSmall(true))}.
 *
 * @param precision the most digits after the decimal point; {@link FloatMode} says how they are used
 * @param threshold from more elements than this, only the edges are written
 * @param edgeItems how many elements are written at each edge
 * @param lineWidth the characters of a line
 * @param suppressSmall whether small numbers are written in fixed notation, as 0 if {@code precision} is too low for them
 * @param nanStr how NaN is written
 * @param infStr how infinity is written, the sign aside
 * @param sign what stands before numbers that are not negative
 * @param floatMode how many digits are written
 * @param formatter writes elements in a way of the caller's own
 */
public record PrintOptions(int precision, long threshold, int edgeItems, int lineWidth, boolean suppressSmall, String nanStr, String infStr,
    Sign sign, FloatMode floatMode, Formatter formatter) {
  /** What NumPy does if nothing is said. */
  public static final PrintOptions DEFAULT =
      new PrintOptions(8, 1000, 3, 75, false, "nan", "inf", Sign.MINUS, FloatMode.MAXPREC, Formatter.NONE);

  /** What stands before numbers that are not negative. */
  public enum Sign {
    /** Nothing: NumPy's {@code '-'}. */
    MINUS,
    /** A plus: NumPy's {@code '+'}. */
    PLUS,
    /** A space: NumPy's {@code ' '}. */
    SPACE
  }

  /** How many digits floating-point numbers have after the decimal point. */
  public enum FloatMode {
    /** Always {@code precision} digits, those of the exact value. */
    FIXED,
    /** As few as tell a number from its neighbours, whatever {@code precision} says. */
    UNIQUE,
    /** As few as tell a number from its neighbours, at most {@code precision}. */
    MAXPREC,
    /** As {@link #MAXPREC}, but all elements have as many as the one that needs most. */
    MAXPREC_EQUAL
  }

  /** Writes a complex number. */
  @FunctionalInterface
  public interface ComplexFunction {
    /**
     * The text of a number.
     *
     * @param real the real part
     * @param imaginary the imaginary part
     * @return the text
     */
    String apply(double real, double imaginary);
  }

  /**
   * Functions that write elements, by kind of type; null for those that are written as the options say. What they return is
   * written as it is, without padding.
   *
   * @param bools for {@code bool}
   * @param integers for integers; of a {@code uint64} it gets the bits
   * @param floats for floating-point numbers
   * @param complex for complex numbers
   */
  public record Formatter(Function<Boolean, String> bools, LongFunction<String> integers, DoubleFunction<String> floats,
      ComplexFunction complex) {
    /** All elements as the options say. */
    public static final Formatter NONE = new Formatter(null, null, null, null);
  }

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if {@code precision}, {@code threshold} or {@code lineWidth} is negative, {@code edgeItems}
   *     is less than 1, or something is null
   */
  public PrintOptions {
    check("precision", precision, 0);
    check("threshold", threshold, 0);
    check("edgeItems", edgeItems, 1);
    check("lineWidth", lineWidth, 0);
    if (nanStr == null || infStr == null || sign == null || floatMode == null || formatter == null) {
      throw new IllegalArgumentException("a print option is null; use PrintOptions.DEFAULT's value, or Formatter.NONE");
    }
  }

  private static void check(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be " + least + " or more");
    }
  }

  /**
   * The most digits after the decimal point.
   *
   * @param digits 0 or more
   * @return the changed options
   */
  public PrintOptions precision(int digits) {
    return new PrintOptions(digits, threshold, edgeItems, lineWidth, suppressSmall, nanStr, infStr, sign, floatMode, formatter);
  }

  /**
   * Up to how many elements all of them are written.
   *
   * @param elements 0 or more; {@code Long.MAX_VALUE} for always
   * @return the changed options
   */
  public PrintOptions threshold(long elements) {
    return new PrintOptions(precision, elements, edgeItems, lineWidth, suppressSmall, nanStr, infStr, sign, floatMode, formatter);
  }

  /**
   * How many elements are written at each edge.
   *
   * @param elements 1 or more
   * @return the changed options
   */
  public PrintOptions edgeItems(int elements) {
    return new PrintOptions(precision, threshold, elements, lineWidth, suppressSmall, nanStr, infStr, sign, floatMode, formatter);
  }

  /**
   * How long lines may be.
   *
   * @param characters 0 or more; an element that is longer has a line of its own
   * @return the changed options
   */
  public PrintOptions lineWidth(int characters) {
    return new PrintOptions(precision, threshold, edgeItems, characters, suppressSmall, nanStr, infStr, sign, floatMode, formatter);
  }

  /**
   * Whether small numbers are written in fixed notation; NumPy's {@code suppress}.
   *
   * @param suppress true for 0 instead of 1e-10
   * @return the changed options
   */
  public PrintOptions suppressSmall(boolean suppress) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppress, nanStr, infStr, sign, floatMode, formatter);
  }

  /**
   * How NaN is written.
   *
   * @param text the text
   * @return the changed options
   */
  public PrintOptions nanStr(String text) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressSmall, text, infStr, sign, floatMode, formatter);
  }

  /**
   * How infinity is written.
   *
   * @param text the text; a minus is put before it
   * @return the changed options
   */
  public PrintOptions infStr(String text) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressSmall, nanStr, text, sign, floatMode, formatter);
  }

  /**
   * What stands before numbers that are not negative.
   *
   * @param before the sign
   * @return the changed options
   */
  public PrintOptions sign(Sign before) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressSmall, nanStr, infStr, before, floatMode, formatter);
  }

  /**
   * How many digits are written.
   *
   * @param mode the rule
   * @return the changed options
   */
  public PrintOptions floatMode(FloatMode mode) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressSmall, nanStr, infStr, sign, mode, formatter);
  }

  /**
   * Writes elements by functions.
   *
   * @param functions the functions; {@link Formatter#NONE} for none
   * @return the changed options
   */
  public PrintOptions formatter(Formatter functions) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressSmall, nanStr, infStr, sign, floatMode, functions);
  }

  /**
   * Writes truth values by a function.
   *
   * @param function what to write
   * @return the changed options
   */
  public PrintOptions formatBools(Function<Boolean, String> function) {
    return formatter(new Formatter(function, formatter.integers, formatter.floats, formatter.complex));
  }

  /**
   * Writes integers by a function.
   *
   * @param function what to write; of a {@code uint64} it gets the bits
   * @return the changed options
   */
  public PrintOptions formatIntegers(LongFunction<String> function) {
    return formatter(new Formatter(formatter.bools, function, formatter.floats, formatter.complex));
  }

  /**
   * Writes floating-point numbers by a function.
   *
   * @param function what to write: {@code x -> String.format("%.2f", x)}
   * @return the changed options
   */
  public PrintOptions formatFloats(DoubleFunction<String> function) {
    return formatter(new Formatter(formatter.bools, formatter.integers, function, formatter.complex));
  }

  /**
   * Writes complex numbers by a function.
   *
   * @param function what to write
   * @return the changed options
   */
  public PrintOptions formatComplex(ComplexFunction function) {
    return formatter(new Formatter(formatter.bools, formatter.integers, formatter.floats, function));
  }
}
