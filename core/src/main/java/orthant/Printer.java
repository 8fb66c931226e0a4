package orthant;

import java.lang.ref.Reference;
import java.util.stream.LongStream;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** Writes arrays as text, as NumPy's {@code array2string}, {@code str} and {@code repr} do. */
final class Printer {
  private static final String PREFIX = "array(";

  private final Layout layout;
  private final PrintOptions options;
  private final String separator;
  /** What is left of the separator at the end of a line. */
  private final String bareSeparator;
  private final boolean edgesOnly;
  private ElementFormat format;

  private Printer(Layout layout, PrintOptions options, String separator) {
    this.layout = layout;
    this.options = options;
    this.separator = separator;
    this.bareSeparator = separator.stripTrailing();
    this.edgesOnly = layout.size() > options.threshold();
  }

  /** NumPy's {@code str}. */
  static String str(NDArray array, PrintOptions options) {
    if (array.ndim() > 0) {
      return text(array, options, " ", "", "");
    }
    var storage = Access.door().storage(array);
    storage.acquire();
    try {
      return ElementFormat.alone(array.dtype(), Access.door().address(array));
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
  }

  /** NumPy's {@code repr}. */
  static String repr(NDArray array, PrintOptions options) {
    String text = PREFIX + text(array, options, ", ", PREFIX, ")");
    String extras = "";
    if (array.size() == 0 && (array.ndim() != 1 || array.shape(0) != 0) || array.size() > options.threshold()) {
      extras = "shape=" + Shapes.text(array.shape());
    }
    if (!isImplied(array.dtype()) || array.size() == 0) {
      extras += (extras.isEmpty() ? "" : ", ") + "dtype=" + array.dtype().name();
    }
    if (extras.isEmpty()) {
      return text + ")";
    }
    int lastLine = text.length() + 1 - (text.lastIndexOf('\n') + 1);
    boolean fits = lastLine + extras.length() + 2 <= options.lineWidth();
    return text + "," + (fits ? " " : "\n" + " ".repeat(PREFIX.length())) + extras + ")";
  }

  /** Whether the text of the elements says what type they have: the types that Python's own numbers become. */
  private static boolean isImplied(DType dtype) {
    return switch (dtype.name()) {
      case "bool", "int64", "float64", "complex128" -> true;
      default -> false;
    };
  }

  /**
   * NumPy's {@code array2string}.
   *
   * @param separator what stands between elements
   * @param prefix what the caller writes before the text: lines after the first are indented by its length
   * @param suffix what the caller writes after it: lines leave room for it
   */
  static String text(NDArray array, PrintOptions options, String separator, String prefix, String suffix) {
    var door = Access.door();
    var storage = door.storage(array);
    storage.acquire();
    try {
      long address = door.address(array);
      if (array.size() == 0) {
        return "[]";
      }
      var printer = new Printer(door.layout(array), options, separator);
      printer.format = ElementFormat.of(array.dtype(), printer.written(0, address).toArray(), array.ndim() == 0, options);
      if (array.ndim() == 0) {
        return printer.format.text(address);
      }
      return printer.block(0, address, " " + " ".repeat(prefix.length()), options.lineWidth() - suffix.length());
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
  }

  private boolean isCut(int axis) {
    return edgesOnly && layout.shape(axis) > 2L * options.edgeItems();
  }

  /** The positions along an axis that are written. */
  private LongStream positions(int axis) {
    long n = layout.shape(axis);
    int edge = options.edgeItems();
    return isCut(axis) ? LongStream.concat(LongStream.range(0, edge), LongStream.range(n - edge, n)) : LongStream.range(0, n);
  }

  /** The addresses of the elements that are written. */
  private LongStream written(int axis, long address) {
    if (axis == layout.ndim()) {
      return LongStream.of(address);
    }
    return positions(axis).flatMap(i -> written(axis + 1, address + i * layout.stride(axis)));
  }

  /** What starts at an axis, in brackets; the first line without its indent. */
  private String block(int axis, long address, String indent, int width) {
    return "[" + (axis == layout.ndim() - 1 ? row(axis, address, indent, width) : blocks(axis, address, indent, width)) + "]";
  }

  private String blocks(int axis, long address, String indent, int width) {
    String gap = bareSeparator + "\n".repeat(layout.ndim() - 1 - axis) + indent;
    var text = new StringBuilder();
    boolean cut = isCut(axis);
    for (long i : positions(axis).toArray()) {
      if (i > 0) {
        text.append(gap);
      }
      if (cut && i == layout.shape(axis) - options.edgeItems()) {
        text.append("...").append(gap);
      }
      text.append(block(axis + 1, address + i * layout.stride(axis), indent + " ", width - 1));
    }
    return text.toString();
  }

  private String row(int axis, long address, String indent, int width) {
    var text = new StringBuilder();
    var line = new StringBuilder(indent);
    int room = width - Math.max(bareSeparator.length(), 1);
    boolean cut = isCut(axis);
    for (long i : positions(axis).toArray()) {
      if (cut && i == layout.shape(axis) - options.edgeItems()) {
        append(text, line, "...", indent, room);
        line.append(separator);
      }
      append(text, line, format.text(address + i * layout.stride(axis)), indent, room);
      if (i < layout.shape(axis) - 1) {
        line.append(separator);
      }
    }
    return text.append(line).substring(indent.length());
  }

  private static void append(StringBuilder text, StringBuilder line, String word, String indent, int room) {
    if (word.indexOf('\n') >= 0) {
      appendLines(text, line, word.split("\n", -1), indent, room);
      return;
    }
    if (line.length() + word.length() > room && line.length() > indent.length()) {
      endLine(text, line, indent);
    }
    line.append(word);
  }

  /** Appends what a caller's function has written on several lines, one below the other. */
  private static void appendLines(StringBuilder text, StringBuilder line, String[] words, String indent, int room) {
    int longest = 0;
    for (String word : words) {
      longest = Math.max(longest, word.length());
    }
    if (line.length() + longest > room && line.length() > indent.length()) {
      endLine(text, line, indent);
    }
    String column = " ".repeat(line.length());
    line.append(words[0]);
    for (int i = 1; i < words.length; i++) {
      endLine(text, line, column);
      line.append(words[i]);
    }
    line.append(" ".repeat(longest - words[words.length - 1].length()));
  }

  private static void endLine(StringBuilder text, StringBuilder line, String indent) {
    text.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    line.append(indent);
  }
}
