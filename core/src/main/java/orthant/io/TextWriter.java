package orthant.io;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Cell;
import orthant.memory.Raw;

/** Writes one array as text. */
final class TextWriter {
  private static final int BLOCK = 1 << 16;

  private final NDArray array;
  private final TextFormat options;
  private final DType dtype;
  private final boolean isComplex;
  private final long columns;
  /** The numbers of a row, and what stands after them. */
  private final List<NumberFormat> formats;

  private final StringBuilder text = new StringBuilder();

  TextWriter(NDArray array, TextFormat options) {
    if (array.ndim() == 0 || array.ndim() > 2) {
      throw new IllegalArgumentException("an array of shape " + Shapes.text(array.shape()) + " has " + array.ndim()
          + " axes; savetxt writes arrays of 1 or 2");
    }
    this.array = array;
    this.options = options;
    this.dtype = array.dtype();
    this.isComplex = dtype.isComplex();
    this.columns = array.ndim() == 1 ? 1 : array.shape(1);
    this.formats = NumberFormat.parse(rowFormat());
    long numbers = isComplex ? 2 * columns : columns;
    if (formats.size() - 1 != numbers) {
      throw new IllegalArgumentException("the format " + options.fmts() + " writes " + (formats.size() - 1) + " numbers, a row has " + numbers
          + "; there must be one % for all columns or one for each" + (isComplex ? ", two for a complex column" : ""));
    }
  }

  /** The format of a row. */
  private String rowFormat() {
    List<String> fmts = options.fmts();
    String one = fmts.getFirst();
    if (columns > Integer.MAX_VALUE / 64) {
      throw new IllegalArgumentException("a row has " + columns + " columns; savetxt writes at most " + Integer.MAX_VALUE / 64);
    }
    if (fmts.size() > 1) {
      if (fmts.size() != columns) {
        throw new IllegalArgumentException(
            "there are " + fmts.size() + " formats for " + columns + " columns; there must be one for each, or one for all");
      }
      return String.join(options.delimiter(), fmts);
    }
    if (NumberFormat.parse(one).size() != 2) {
      return one;
    }
    String each = isComplex ? " (" + one + "+" + one + "j)" : one;
    List<String> all = new ArrayList<>();
    for (long i = 0; i < columns; i++) {
      all.add(each);
    }
    return String.join(options.delimiter(), all);
  }

  void write(OutputStream out) throws IOException {
    comment(options.header());
    var door = Access.door();
    var layout = door.layout(array);
    var storage = door.storage(array);
    storage.acquire();
    try {
      for (long i = 0; i < layout.shape(0); i++) {
        row(door.address(array) + i * layout.stride(0), layout);
        if (text.length() >= BLOCK) {
          flush(out);
        }
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
    comment(options.footer());
    flush(out);
  }

  private void comment(String lines) {
    if (!lines.isEmpty()) {
      text.append(options.comments()).append(lines.replace("\n", "\n" + options.comments())).append(options.newline());
    }
  }

  private void flush(OutputStream out) throws IOException {
    out.write(text.toString().getBytes(options.encoding()));
    text.setLength(0);
  }

  private void row(long address, Layout layout) {
    int start = text.length();
    long step = layout.ndim() == 1 ? 0 : layout.stride(1);
    int next = 0;
    for (long j = 0; j < columns; j++) {
      long at = address + j * step;
      if (isComplex) {
        int part = dtype.size() / 2;
        real(formats.get(next++), part == 4 ? Raw.getFloat(at) : Raw.getDouble(at));
        real(formats.get(next++), part == 4 ? Raw.getFloat(at + part) : Raw.getDouble(at + part));
      } else {
        element(formats.get(next++), at);
      }
    }
    text.append(formats.getLast().before());
    if (isComplex) {
      for (int i = text.indexOf("+-", start); i >= 0; i = text.indexOf("+-", i)) {
        text.deleteCharAt(i);
      }
    }
    text.append(options.newline());
  }

  private void element(NumberFormat format, long at) {
    var cell = Cell.of(dtype);
    if (dtype.isFloat()) {
      real(format, cell.getDouble(at));
      return;
    }
    text.append(format.before());
    long value = cell.getLong(at);
    boolean unsigned = dtype.isUnsigned();
    if (format.isText()) {
      format.write(text, dtype.isBool() ? value != 0 ? "True" : "False" : unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    } else if (dtype.isBool()) {
      format.write(text, value != 0);
    } else {
      format.write(text, value, unsigned);
    }
  }

  private void real(NumberFormat format, double x) {
    text.append(format.before());
    if (format.isText()) {
      format.write(text, Nd.scalar(dtype.isComplex() ? dtype.real() : dtype, x).toString());
    } else {
      format.write(text, x);
    }
  }
}
