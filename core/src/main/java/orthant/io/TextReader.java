package orthant.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Raw;

/**
 * Reads one text as an array.
 *
 * <p>The number that begins where a field begins is read at once. Only if the field does not end with it is the field looked at as
 * a whole: quotes, converters, missing values and errors are rare.
 */
final class TextReader implements AutoCloseable {
  private static final int DELIMITER = 1;
  private static final int COMMENT = 2;
  private static final int BLANK = 4;

  /** A row that waits for the end of the text, as it may be one of the last. */
  private record Waiting(byte[] bytes, long line) {}

  private final TextOptions options;
  private final boolean generous;
  private final LineSource lines;
  private final FieldText field;
  private final int size;
  private final boolean converts;
  /** Whether a delimiter or a comment may begin inside of what looks like a number. */
  private final boolean divides;
  /** Null for white space. */
  private final byte[] delimiter;

  private final byte[][] comments;
  private final byte quote;
  /** What a byte may begin. */
  private final byte[] kinds = new byte[256];

  /** The current row: its bytes, its end and its line. */
  private byte[] b;

  private int to;
  private long line;

  private RowStore store;
  /** The column of the result for each column of the text, or -1. */
  private int[] targets = {};
  /** Pairs of columns of the result: from, to. */
  private int[] copies = {};
  /** How many columns there must be; at least, if some are chosen. */
  private int columns;

  private long address;

  TextReader(InputStream stream, TextOptions options, boolean generous) {
    this.options = options;
    this.generous = generous;
    var charset = options.encoding;
    boolean foreignMarks = options.delimiter != null && options.delimiter.chars().anyMatch(c -> c > 0x7f);
    this.converts = !options.converters.isEmpty();
    this.lines = new LineSource(stream, charset, !converts && !foreignMarks);
    this.field = FieldText.of(options.dtype, generous);
    this.size = options.dtype.size();
    this.delimiter = options.delimiter == null ? null : bytes(options.delimiter, charset);
    this.comments = options.comments.stream().map(mark -> bytes(mark, charset)).toArray(byte[][]::new);
    this.quote = (byte) options.quote;
    if (generous && (quote != 0 || options.skipFooter > 0 && options.maxRows < Long.MAX_VALUE)) {
      throw new IllegalArgumentException("genfromtxt reads no quotes, and has either skipFooter or maxRows; use loadtxt for quotes");
    }
    for (char c : " \t\u000b\f\u001c\u001d\u001e\u001f".toCharArray()) {
      kinds[c] = (byte) (delimiter == null ? DELIMITER : BLANK);
    }
    if (delimiter != null) {
      kinds[delimiter[0] & 0xff] = DELIMITER;
    }
    boolean inside = false;
    for (byte[] mark : comments) {
      kinds[mark[0] & 0xff] |= COMMENT;
      inside |= isPart(mark[0]);
    }
    divides = inside || delimiter != null && isPart(delimiter[0]);
  }

  private static byte[] bytes(String mark, Charset charset) {
    if (!charset.newEncoder().canEncode(mark)) {
      throw new IllegalArgumentException("the encoding " + charset + " lacks a character of '" + mark + "'; name the text's encoding");
    }
    return mark.getBytes(charset);
  }

  private static boolean isPart(byte c) {
    return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || "+-.()_".indexOf(c) >= 0;
  }

  NDArray read() throws IOException {
    for (long i = 0; i < options.skipRows && lines.next(); i++) {
      // Skipped.
    }
    var waiting = new ArrayDeque<Waiting>();
    while ((store == null ? 0 : store.rows) < options.maxRows && lines.next()) {
      if (options.skipFooter == 0) {
        row(lines.bytes, lines.from, lines.to, lines.number);
        continue;
      }
      begin(lines.bytes, lines.from, lines.to, lines.number);
      if (!isEmpty(start(lines.from))) {
        waiting.add(new Waiting(Arrays.copyOfRange(lines.bytes, lines.from, lines.to), lines.number));
        if (waiting.size() > options.skipFooter) {
          var first = waiting.remove();
          row(first.bytes, 0, first.bytes.length, first.line);
        }
      }
    }
    return shaped();
  }

  private NDArray shaped() {
    int wanted = generous || options.useCols == null ? 1 : options.useCols.length;
    var array = store == null ? Nd.empty(options.dtype, 0, wanted) : store.array();
    if (options.ndmin < 2) {
      long[] shape = Arrays.stream(array.shape()).filter(n -> n != 1).toArray();
      array = array.reshape(shape.length == 0 && options.ndmin == 1 ? new long[] {1} : shape);
    }
    return options.unpack ? array.T() : array;
  }

  private void begin(byte[] bytes, int from, int end, long number) {
    b = bytes;
    to = end;
    line = number;
    if (generous) {
      // As genfromtxt does, comments go first, and then spaces.
      int p = from;
      while (p < end && !isComment(p)) {
        p++;
      }
      while (p > from && (b[p - 1] == ' ' || delimiter == null && kinds[b[p - 1] & 0xff] == DELIMITER)) {
        p--;
      }
      to = p;
    }
  }

  /** Where the first field begins, or the line's end or comment if there is none. */
  private int start(int from) {
    int p = from;
    while (p < to && (delimiter == null ? (kinds[b[p] & 0xff] & DELIMITER) != 0 : generous && b[p] == ' ')) {
      p++;
    }
    return p;
  }

  private boolean isEmpty(int p) {
    return p == to || isComment(p);
  }

  private boolean isComment(int p) {
    if ((kinds[b[p] & 0xff] & COMMENT) == 0) {
      return false;
    }
    for (byte[] mark : comments) {
      if (matches(mark, p)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte[] mark, int p) {
    return mark.length == 1 ? b[p] == mark[0] : p + mark.length <= to && Arrays.equals(b, p, p + mark.length, mark, 0, mark.length);
  }

  private boolean isDelimiter(int p) {
    return (kinds[b[p] & 0xff] & DELIMITER) != 0 && (delimiter == null || matches(delimiter, p));
  }

  /** Whether a field ends here. */
  private boolean isEnd(int p) {
    return p == to || kinds[b[p] & 0xff] != 0 && (isDelimiter(p) || isComment(p));
  }

  private void row(byte[] bytes, int from, int end, long number) {
    begin(bytes, from, end, number);
    int first = start(from);
    if (isEmpty(first)) {
      return;
    }
    if (store == null || !generous && hasNegative()) {
      choose(first);
    }
    address = store.room();
    int count = fields(first, true);
    if (options.useCols == null ? count != columns : count < columns) {
      if (generous && !options.invalidRaise) {
        return;
      }
      String rule = options.useCols == null
          ? "there are " + count + " columns where the first row has " + columns + "; choose some with useCols"
          : "there are " + count + " columns where useCols asks for " + columns;
      throw new TextException(line, 0, null, rule);
    }
    for (int i = 0; i < copies.length; i += 2) {
      Raw.copy(address + (long) copies[i] * size, address + (long) copies[i + 1] * size, size);
    }
    store.keep();
  }

  /** Goes over the fields of a row and counts them. */
  private int fields(int first, boolean reads) {
    int column = 0;
    int p = first;
    while (true) {
      p = reads ? value(column, p) : skipped(column, p, null);
      column++;
      if (delimiter == null) {
        while (p < to && (kinds[b[p] & 0xff] & DELIMITER) != 0) {
          p++;
        }
        if (isEmpty(p)) {
          return column;
        }
      } else {
        if (p == to || !isDelimiter(p)) {
          return column;
        }
        p += delimiter.length;
      }
    }
  }

  private boolean hasNegative() {
    return options.useCols != null && Arrays.stream(options.useCols).anyMatch(c -> c < 0);
  }

  /** Finds out which columns there are and which are read, from a row. */
  private void choose(int first) {
    int count = fields(first, false);
    int[] wanted = options.useCols;
    if (wanted == null) {
      columns = count;
      targets = new int[count];
      Arrays.setAll(targets, i -> i);
    } else {
      int[] source = wanted.clone();
      columns = 0;
      for (int i = 0; i < source.length; i++) {
        source[i] += wanted[i] < 0 ? count : 0;
        if (source[i] < 0) {
          throw new TextException(line, 0, null, "there are " + count + " columns; useCols asks for column " + wanted[i]);
        }
        columns = Math.max(columns, source[i] + 1);
      }
      targets = new int[columns];
      Arrays.fill(targets, -1);
      int[] pairs = new int[2 * source.length];
      int used = 0;
      for (int i = 0; i < source.length; i++) {
        if (targets[source[i]] < 0) {
          targets[source[i]] = i;
        } else {
          pairs[used++] = targets[source[i]];
          pairs[used++] = i;
        }
      }
      copies = Arrays.copyOf(pairs, used);
    }
    if (store == null) {
      store = new RowStore(options.dtype, wanted == null ? count : wanted.length);
    }
  }

  /** Reads a field and returns where it ends. */
  private int value(int column, int from) {
    int target = column < targets.length ? targets[column] : -1;
    if (target >= 0 && !divides && (!converts || TextOptions.of(options.converters, column) == null)) {
      int p = field.parse(b, delimiter == null ? from : afterBlanks(from), to, address + (long) target * size);
      if (p >= 0) {
        p = delimiter == null ? p : afterBlanks(p);
        if (isEnd(p)) {
          return p;
        }
      }
    }
    return target < 0 ? skipped(column, from, null) : slowValue(column, target, from);
  }

  private int afterBlanks(int from) {
    int p = from;
    while (p < to && (kinds[b[p] & 0xff] & BLANK) != 0) {
      p++;
    }
    return p;
  }

  /** Where a field ends; if it has quotes, its bytes without them are written. */
  private int skipped(int column, int from, ByteArrayOutputStream plain) {
    int p = from;
    if (quote != 0 && p < to && b[p] == quote) {
      for (p++; p < to && (b[p] != quote || p + 1 < to && b[p + 1] == quote); p++) {
        p += b[p] == quote ? 1 : 0;
        write(plain, p);
      }
      if (p == to) {
        throw new TextException(line, column + 1, text(from, to), "begins with a quote that does not end on its line");
      }
      p++;
    }
    int rest = p;
    p = ordinary(p);
    while (!isEnd(p)) {
      p = ordinary(p + 1);
    }
    for (int i = rest; i < p && plain != null; i++) {
      write(plain, i);
    }
    return p;
  }

  /** Where the next byte stands that means something, or the line's end. */
  private int ordinary(int from) {
    byte[] bytes = b;
    byte[] meanings = kinds;
    int end = to;
    int p = from;
    while (p < end && meanings[bytes[p] & 0xff] == 0) {
      p++;
    }
    return p;
  }

  private void write(ByteArrayOutputStream plain, int p) {
    if (plain != null) {
      plain.write(b[p]);
    }
  }

  private String text(int from, int end) {
    return new String(b, from, end - from, options.encoding);
  }

  private int slowValue(int column, int target, int from) {
    boolean quoted = quote != 0 && from < to && b[from] == quote;
    var plain = quoted ? new ByteArrayOutputStream() : null;
    int end = skipped(column, from, plain);
    String text = quoted ? plain.toString(options.encoding) : text(from, end);
    long at = address + (long) target * size;
    var converter = TextOptions.of(options.converters, column);
    if (converter != null) {
      field.set(at, converter.applyAsDouble(text));
      return end;
    }
    String bare = text.strip();
    if (!field.parseWhole(bare, at) && !(generous && isRead(column, bare, at))) {
      throw new TextException(line, column + 1, bare, field.rule());
    }
    return end;
  }

  /** Reads a field as genfromtxt does. */
  private boolean isRead(int column, String text, long at) {
    try {
      if (field.parsePython(text, at)) {
        return true;
      }
    } catch (ArithmeticException e) {
      throw new TextException(line, column + 1, text, "does not fit: " + field.rule());
    }
    Set<String> missing = TextOptions.of(options.missing, column);
    if (!options.loose && !text.isEmpty() && (missing == null || !missing.contains(text))) {
      return false;
    }
    Double filling = TextOptions.of(options.filling, column);
    if (filling != null) {
      field.set(at, filling);
    } else if (!field.setMissing(at)) {
      throw new TextException(line, column + 1, text, "is missing, and a " + options.dtype + " has no value for that; name one by filling");
    }
    return true;
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
