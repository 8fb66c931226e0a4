package orthant;

import java.lang.ref.Reference;
import java.util.stream.LongStream;
import orthant.kernel.Access;
import orthant.layout.Layout;

/** Writes arrays as text, as NumPy's {@code str} does with its default options. */
final class Printer {
  /** From more elements than this, only the edges are written. */
  private static final int THRESHOLD = 1000;

  /** Elements at each edge. */
  private static final int EDGE = 3;

  /** Characters a line. */
  private static final int LINE = 75;

  private final Layout layout;
  private final boolean edgesOnly;
  private ElementFormat format;

  private Printer(Layout layout) {
    this.layout = layout;
    this.edgesOnly = layout.size() > THRESHOLD;
  }

  static String text(NDArray array) {
    var door = Access.door();
    var storage = door.storage(array);
    storage.acquire();
    try {
      long address = door.address(array);
      if (array.size() == 0) {
        return "[]";
      }
      if (array.ndim() == 0) {
        return ElementFormat.alone(array.dtype(), address);
      }
      var printer = new Printer(door.layout(array));
      printer.format = ElementFormat.of(array.dtype(), printer.written(0, address).toArray());
      return printer.block(0, address, " ", LINE);
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
  }

  private boolean isCut(int axis) {
    return edgesOnly && layout.shape(axis) > 2 * EDGE;
  }

  /** The positions along an axis that are written. */
  private LongStream positions(int axis) {
    long n = layout.shape(axis);
    return isCut(axis) ? LongStream.concat(LongStream.range(0, EDGE), LongStream.range(n - EDGE, n)) : LongStream.range(0, n);
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
    String gap = "\n".repeat(layout.ndim() - 1 - axis) + indent;
    var text = new StringBuilder();
    boolean cut = isCut(axis);
    for (long i : positions(axis).toArray()) {
      if (i > 0) {
        text.append(gap);
      }
      if (cut && i == layout.shape(axis) - EDGE) {
        text.append("...").append(gap);
      }
      text.append(block(axis + 1, address + i * layout.stride(axis), indent + " ", width - 1));
    }
    return text.toString();
  }

  private String row(int axis, long address, String indent, int width) {
    var text = new StringBuilder();
    var line = new StringBuilder(indent);
    boolean cut = isCut(axis);
    for (long i : positions(axis).toArray()) {
      if (cut && i == layout.shape(axis) - EDGE) {
        append(text, line, "...", indent, width - 1);
        line.append(' ');
      }
      append(text, line, format.text(address + i * layout.stride(axis)), indent, width - 1);
      if (i < layout.shape(axis) - 1) {
        line.append(' ');
      }
    }
    return text.append(line).substring(indent.length());
  }

  private static void append(StringBuilder text, StringBuilder line, String word, String indent, int width) {
    if (line.length() + word.length() > width && line.length() > indent.length()) {
      text.append(line.toString().stripTrailing()).append('\n');
      line.setLength(0);
      line.append(indent);
    }
    line.append(word);
  }
}
