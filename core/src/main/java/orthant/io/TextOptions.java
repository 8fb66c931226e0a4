package orthant.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import orthant.DType;

/**
 * How a text is read as an array. Immutable; each method returns a changed copy:
 * {@code loadtxt(file, TextOptions.DEFAULT.delimiter(",").skipRows(1).useCols(0, 2))}.
 *
 * <p>Columns are counted from 0. The names are NumPy's.
 */
public final class TextOptions implements Cloneable {
  /** {@code float64} numbers between white space, comments after {@code #}. */
  public static final TextOptions DEFAULT = new TextOptions();

  /** Stands for all columns that are not named. */
  static final Integer EVERY = Integer.MIN_VALUE;

  DType dtype = DType.float64;
  /** Null for white space. */
  String delimiter;

  List<String> comments = List.of("#");
  /** 0 for none. */
  char quote;

  long skipRows;
  int skipFooter;
  long maxRows = Long.MAX_VALUE;
  /** Null for all. */
  int[] useCols;

  boolean unpack;
  int ndmin;
  Charset encoding = StandardCharsets.UTF_8;
  Map<Integer, ToDoubleFunction<String>> converters = Map.of();
  Map<Integer, Set<String>> missing = Map.of();
  Map<Integer, Double> filling = Map.of();
  boolean loose = true;
  boolean invalidRaise = true;

  private TextOptions() {}

  private TextOptions with(Consumer<TextOptions> change) {
    try {
      var copy = (TextOptions) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> Map<Integer, T> with(Map<Integer, T> map, int column, T value) {
    if (column < 0 && column != EVERY) {
      throw new IllegalArgumentException("column " + column + " does not exist; the first one is 0");
    }
    var copy = new HashMap<>(map);
    copy.put(column, value);
    return Map.copyOf(copy);
  }

  private static void checkCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " is " + count + "; it must be 0 or more");
    }
  }

  /**
   * What stands for a column: what was said for it, else for all, else null.
   *
   * @param <T> the kind of thing
   * @param map by column
   * @param column the column
   * @return the value or null
   */
  static <T> T of(Map<Integer, T> map, int column) {
    T own = map.get(column);
    return own != null ? own : map.get(EVERY);
  }

  /**
   * The element type of the result.
   *
   * @param type the type; {@code float64} if nothing is said
   * @return the changed options
   */
  public TextOptions dtype(DType type) {
    return with(o -> o.dtype = type);
  }

  /**
   * What stands between columns.
   *
   * @param text one or more characters without line ends; null for any white space
   * @return the changed options
   * @throws IllegalArgumentException if it is empty or has line ends
   */
  public TextOptions delimiter(String text) {
    checkMark("the delimiter", text);
    return with(o -> o.delimiter = text);
  }

  /**
   * What begins a comment, which ends with its line.
   *
   * @param marks any number of texts of one or more characters; none for no comments
   * @return the changed options
   * @throws IllegalArgumentException if one is empty or has line ends
   */
  public TextOptions comments(String... marks) {
    List.of(marks).forEach(mark -> checkMark("a comment's mark", mark));
    return with(o -> o.comments = List.of(marks));
  }

  private static void checkMark(String name, String text) {
    if (text != null && (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
      throw new IllegalArgumentException(name + " is '" + text + "'; it must have a character, and no line ends");
    }
  }

  /**
   * What stands before and after fields in which delimiters and comment marks mean nothing; doubled, it stands for itself.
   *
   * @param character an ASCII character; 0 for none
   * @return the changed options
   * @throws IllegalArgumentException if it is not ASCII or a line end
   */
  public TextOptions quote(char character) {
    if (character > 0x7f || character == '\n' || character == '\r') {
      throw new IllegalArgumentException("the quote character is U+" + Integer.toHexString(character) + "; it must be ASCII and no line end");
    }
    return with(o -> o.quote = character);
  }

  /**
   * Lines at the beginning that are not read; {@code skip_header} of NumPy's {@code genfromtxt}.
   *
   * @param lines how many, comments and empty lines included
   * @return the changed options
   * @throws IllegalArgumentException if negative
   */
  public TextOptions skipRows(long lines) {
    checkCount("skipRows", lines);
    return with(o -> o.skipRows = lines);
  }

  /**
   * Rows at the end that are not read.
   *
   * @param rows how many, comments and empty lines not counted
   * @return the changed options
   * @throws IllegalArgumentException if negative or more than a million: so many lines are kept while reading
   */
  public TextOptions skipFooter(int rows) {
    checkCount("skipFooter", rows);
    if (rows > 1_000_000) {
      throw new IllegalArgumentException("skipFooter is " + rows + "; it must be 1000000 or less, as so many lines are kept while reading");
    }
    return with(o -> o.skipFooter = rows);
  }

  /**
   * How many rows are read at most.
   *
   * @param rows how many, comments and empty lines not counted
   * @return the changed options
   * @throws IllegalArgumentException if negative
   */
  public TextOptions maxRows(long rows) {
    checkCount("maxRows", rows);
    return with(o -> o.maxRows = rows);
  }

  /**
   * Which columns are read, in which order; then rows may have different lengths.
   *
   * @param columns from 0; negative ones count from the end; null for all columns
   * @return the changed options
   * @throws IllegalArgumentException if there are none, or one is so large that no line can have it
   */
  public TextOptions useCols(int... columns) {
    if (columns != null && columns.length == 0) {
      throw new IllegalArgumentException("useCols names no column; it must name one or more, or be null for all");
    }
    int[] copy = columns == null ? null : columns.clone();
    for (int i = 0; copy != null && i < copy.length; i++) {
      if (copy[i] > LineSource.LONGEST) {
        throw new IllegalArgumentException("useCols names column " + copy[i] + "; lines have at most " + LineSource.LONGEST + " bytes");
      }
    }
    return with(o -> o.useCols = copy);
  }

  /**
   * Whether the result is transposed, so that its first axis goes over the columns.
   *
   * @param transposed true for columns first
   * @return the changed options
   */
  public TextOptions unpack(boolean transposed) {
    return with(o -> o.unpack = transposed);
  }

  /**
   * How many axes the result has at least: axes of size 1 are dropped down to this number.
   *
   * @param axes 0, 1 or 2
   * @return the changed options
   * @throws IllegalArgumentException if it is another number
   */
  public TextOptions ndmin(int axes) {
    if (axes < 0 || axes > 2) {
      throw new IllegalArgumentException("ndmin is " + axes + "; it must be 0, 1 or 2");
    }
    return with(o -> o.ndmin = axes);
  }

  /**
   * How bytes become characters.
   *
   * @param charset UTF-8, which is used if nothing is said, ISO-8859-1 or US-ASCII
   * @return the changed options
   * @throws IllegalArgumentException if it is another one: read such a text through a {@link java.io.Reader}
   */
  public TextOptions encoding(Charset charset) {
    if (!Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII).contains(charset)) {
      throw new IllegalArgumentException("the encoding is " + charset + "; it must be UTF-8, ISO-8859-1 or US-ASCII; give other texts as a Reader");
    }
    return with(o -> o.encoding = charset);
  }

  /**
   * Reads the fields of all columns by a function.
   *
   * @param function makes a number of a field's text; what it throws is not caught
   * @return the changed options
   */
  public TextOptions converter(ToDoubleFunction<String> function) {
    return with(o -> o.converters = with(converters, EVERY, function));
  }

  /**
   * Reads the fields of a column by a function.
   *
   * @param column the column of the text, from 0
   * @param function makes a number of a field's text; what it throws is not caught
   * @return the changed options
   * @throws IllegalArgumentException if the column is negative
   */
  public TextOptions converter(int column, ToDoubleFunction<String> function) {
    return with(o -> o.converters = with(converters, column, function));
  }

  /**
   * Texts that stand for missing values in all columns, for {@code genfromtxt} if it is not {@link #loose}: an empty field
   * always does. A number is never missing, as in NumPy.
   *
   * @param texts the texts, white space around them aside
   * @return the changed options
   */
  public TextOptions missing(String... texts) {
    return with(o -> o.missing = with(missing, EVERY, Set.of(texts)));
  }

  /**
   * Texts that stand for missing values in a column, for {@code genfromtxt} if it is not {@link #loose}.
   *
   * @param column the column of the text, from 0
   * @param texts the texts, white space around them aside
   * @return the changed options
   * @throws IllegalArgumentException if the column is negative
   */
  public TextOptions missing(int column, String... texts) {
    return with(o -> o.missing = with(missing, column, Set.of(texts)));
  }

  /**
   * What {@code genfromtxt} puts where values are missing.
   *
   * @param value the value; if nothing is said NaN, -1 for integers, false
   * @return the changed options
   */
  public TextOptions filling(double value) {
    return with(o -> o.filling = with(filling, EVERY, value));
  }

  /**
   * What {@code genfromtxt} puts where values of a column are missing.
   *
   * @param column the column of the text, from 0
   * @param value the value
   * @return the changed options
   * @throws IllegalArgumentException if the column is negative
   */
  public TextOptions filling(int column, double value) {
    return with(o -> o.filling = with(filling, column, value));
  }

  /**
   * Whether {@code genfromtxt} takes everything that is not a number for a missing value.
   *
   * @param anything true, which is used if nothing is said; false to accept the {@link #missing} texts only
   * @return the changed options
   */
  public TextOptions loose(boolean anything) {
    return with(o -> o.loose = anything);
  }

  /**
   * Whether {@code genfromtxt} refuses rows that have not as many columns as the first one.
   *
   * @param refused true, which is used if nothing is said; false to leave such rows out
   * @return the changed options
   */
  public TextOptions invalidRaise(boolean refused) {
    return with(o -> o.invalidRaise = refused);
  }
}
