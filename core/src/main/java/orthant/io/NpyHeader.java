package orthant.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orthant.DType;
import orthant.layout.Shapes;

/**
 * What stands before the elements: a Python dictionary of type, order and shape.
 *
 * @param dtype the element type
 * @param order the byte order of the elements
 * @param fortran whether the first index changes fastest
 * @param shape the sizes of the axes
 */
record NpyHeader(DType dtype, ByteOrder order, boolean fortran, long[] shape) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** The header's text may not be longer: what arrays need is 200 bytes at most. */
  static final int LONGEST = 65535;

  /** As many axes as NumPy has at most. */
  private static final int MOST_AXES = 64;

  private static final int ALIGNMENT = 64;

  /** How much room NumPy leaves for the first size to grow when a file is appended to. */
  private static final int GROWTH = 21;

  /** The header as NumPy writes it, magic and version included. */
  byte[] bytes() {
    var text = new StringBuilder("{'descr': '").append(descr()).append("', 'fortran_order': ").append(fortran ? "True" : "False")
        .append(", 'shape': ").append(Shapes.text(shape)).append(", }");
    if (shape.length > 0) {
      text.append(" ".repeat(GROWTH - Long.toString(shape[fortran ? shape.length - 1 : 0]).length()));
    }
    int version = text.length() + ALIGNMENT < LONGEST ? 1 : 2;
    int before = MAGIC.length + 2 + (version == 1 ? 2 : 4);
    text.append(" ".repeat(ALIGNMENT - (before + text.length() + 1) % ALIGNMENT)).append('\n');
    var out = ByteBuffer.allocate(before + text.length()).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) version).put((byte) 0);
    if (version == 1) {
      out.putShort((short) text.length());
    } else {
      out.putInt(text.length());
    }
    return out.put(text.toString().getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  private static char letter(DType dtype) {
    return switch (dtype.kind()) {
      case BOOL -> 'b';
      case INTEGER -> 'i';
      case FLOAT -> 'f';
    };
  }

  private String descr() {
    char mark = dtype.size() == 1 ? '|' : order == ByteOrder.BIG_ENDIAN ? '>' : '<';
    return "" + mark + letter(dtype) + dtype.size();
  }

  /** Reads the text of a header, with all checks that need no file. */
  static NpyHeader parse(String text) {
    Map<String, Object> entries = new Literal(text).dictionary();
    if (!entries.keySet().equals(Set.of("descr", "fortran_order", "shape"))) {
      throw new NpyException("the header has the keys " + entries.keySet().stream().sorted().toList()
          + "; they must be descr, fortran_order and shape");
    }
    if (!(entries.get("descr") instanceof String descr)) {
      throw new NpyException("the header's descr is " + entries.get("descr") + "; it must be a string: records are not supported");
    }
    if (!(entries.get("fortran_order") instanceof Boolean fortran)) {
      throw new NpyException("the header's fortran_order is " + entries.get("fortran_order") + "; it must be True or False");
    }
    if (!(entries.get("shape") instanceof long[] shape)) {
      throw new NpyException("the header's shape is " + entries.get("shape") + "; it must be a tuple of integers");
    }
    if (shape.length > MOST_AXES) {
      throw new NpyException("the header's shape has " + shape.length + " axes; there may be at most " + MOST_AXES);
    }
    return new NpyHeader(dtype(descr), byteOrder(descr), fortran, shape);
  }

  private static DType dtype(String descr) {
    String code = descr.isEmpty() || "<>|=".indexOf(descr.charAt(0)) < 0 ? descr : descr.substring(1);
    List<String> known = new ArrayList<>();
    for (var dtype : DType.values()) {
      String own = "" + letter(dtype) + dtype.size();
      if (code.equals(own) || code.equals("?") && dtype.isBool()) {
        return dtype;
      }
      known.add(own);
    }
    throw new NpyException("the type '" + descr + "' is not supported; it must be one of " + String.join(", ", known));
  }

  private static ByteOrder byteOrder(String descr) {
    return switch (descr.charAt(0)) {
      case '<' -> ByteOrder.LITTLE_ENDIAN;
      case '>' -> ByteOrder.BIG_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  /** How many bytes the elements take, if that can be said. */
  long byteSize() {
    try {
      return Math.multiplyExact(Shapes.size(shape), (long) dtype.size());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new NpyException("the header claims shape " + Shapes.text(shape) + " of " + dtype
          + "; sizes must be 0 or more, with less than 2^63 bytes");
    }
  }

  /** Reads the little of Python's literals that a header may have. */
  private static final class Literal {
    private final String text;
    private int at;

    Literal(String text) {
      this.text = text;
    }

    Map<String, Object> dictionary() {
      Map<String, Object> entries = new HashMap<>();
      expect('{');
      while (!next('}')) {
        String key = string();
        expect(':');
        if (entries.put(key, value()) != null) {
          throw new NpyException("the header has the key " + key + " twice; there must be one of each");
        }
        if (!next(',')) {
          expect('}');
          break;
        }
      }
      skipSpaces();
      if (at < text.length()) {
        throw failure("nothing more");
      }
      return entries;
    }

    private Object value() {
      skipSpaces();
      if (text.startsWith("True", at)) {
        at += 4;
        return true;
      }
      if (text.startsWith("False", at)) {
        at += 5;
        return false;
      }
      if (at < text.length() && text.charAt(at) == '(') {
        return tuple();
      }
      return string();
    }

    private long[] tuple() {
      List<Long> items = new ArrayList<>();
      expect('(');
      while (!next(')')) {
        items.add(integer());
        if (!next(',')) {
          if (items.size() == 1) {
            throw failure("',' for a tuple of one");
          }
          expect(')');
          break;
        }
      }
      return items.stream().mapToLong(Long::longValue).toArray();
    }

    private long integer() {
      skipSpaces();
      int from = at;
      while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || at == from && text.charAt(at) == '-')) {
        at++;
      }
      try {
        long value = Long.parseLong(text, from, at, 10);
        // Python 2 wrote long integers with this letter.
        if (at < text.length() && text.charAt(at) == 'L') {
          at++;
        }
        return value;
      } catch (NumberFormatException e) {
        at = from;
        throw failure("an integer of at most 64 bits");
      }
    }

    private String string() {
      skipSpaces();
      char quote = at < text.length() ? text.charAt(at) : 0;
      int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
        throw failure("a string, True, False or a tuple of integers");
      }
      String value = text.substring(at + 1, end);
      at = end + 1;
      return value;
    }

    private boolean next(char c) {
      skipSpaces();
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char c) {
      if (!next(c)) {
        throw failure("'" + c + "'");
      }
    }

    private void skipSpaces() {
      while (at < text.length() && " \n\t\r\f".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private NpyException failure(String wanted) {
      String found = at < text.length() ? "'" + text.substring(at, Math.min(at + 20, text.length())).strip() + "'" : "the end";
      return new NpyException("the header is not a dictionary: at position " + at + " there must be " + wanted + " but there is " + found);
    }
  }
}
