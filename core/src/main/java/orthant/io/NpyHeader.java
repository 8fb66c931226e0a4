package orthant.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
 * @param length how many bytes of the file come before the elements
 */
record NpyHeader(DType dtype, ByteOrder order, boolean fortran, long[] shape, long length) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** The header's text may not be longer, as in NumPy; what arrays need is 1500 bytes at most. */
  static final int LONGEST = 10_000;

  /** As many axes as NumPy has at most. */
  private static final int MOST_AXES = 64;

  private static final int ALIGNMENT = 64;

  /** How much room NumPy leaves for the first size to grow when a file is appended to. */
  private static final int GROWTH = 21;

  NpyHeader(DType dtype, ByteOrder order, boolean fortran, long[] shape) {
    this(dtype, order, fortran, shape, 0);
  }

  /** The header as NumPy writes it, magic and version included. */
  byte[] bytes() {
    var text = new StringBuilder("{'descr': '").append(descr()).append("', 'fortran_order': ").append(fortran ? "True" : "False")
        .append(", 'shape': ").append(Shapes.text(shape)).append(", }");
    if (shape.length > 0) {
      text.append(" ".repeat(GROWTH - Long.toString(shape[fortran ? shape.length - 1 : 0]).length()));
    }
    int before = MAGIC.length + 4;
    text.append(" ".repeat(ALIGNMENT - (before + text.length() + 1) % ALIGNMENT)).append('\n');
    return ByteBuffer.allocate(before + text.length()).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0)
        .putShort((short) text.length()).put(text.toString().getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  /** NumPy's letter for the family of a type is the first one of its name. */
  static char letter(DType dtype) {
    return dtype.name().charAt(0);
  }

  private String descr() {
    char mark = dtype.size() == 1 ? '|' : order == ByteOrder.BIG_ENDIAN ? '>' : '<';
    return "" + mark + letter(dtype) + dtype.size();
  }

  /**
   * Reads a header, with all checks.
   *
   * @param channel gives the bytes; exactly those of the header are taken
   * @param held how many bytes the channel has, or {@link Elements#UNKNOWN}
   */
  static NpyHeader read(ReadableByteChannel channel, long held) throws IOException {
    var start = ByteBuffer.allocate(MAGIC.length + 2);
    Elements.readAll(channel, start);
    byte[] magic = Arrays.copyOf(start.array(), MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new NpyException("it begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(magic) + "; an .npy file begins with "
          + HexFormat.ofDelimiter(" ").formatHex(MAGIC) + (magic[0] == 'P' && magic[1] == 'K' ? ", this is a zip archive: see Npz" : ""));
    }
    int version = start.get(MAGIC.length);
    int minor = start.get(MAGIC.length + 1);
    if (version < 1 || version > 3 || minor != 0) {
      throw new NpyException("it has version " + (version & 255) + "." + (minor & 255) + "; it must be 1.0, 2.0 or 3.0");
    }
    var size = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    Elements.readAll(channel, size);
    long length = version == 1 ? size.getShort(0) & 0xffff : size.getInt(0) & 0xffffffffL;
    long before = start.capacity() + size.capacity();
    if (length > LONGEST || held != Elements.UNKNOWN && length > held - before) {
      throw new NpyException("the header claims to have " + length + " bytes, but "
          + (held == Elements.UNKNOWN ? "an unknown number" : held - before)
          + " follow; there must be at least as many, and at most " + LONGEST);
    }
    var text = ByteBuffer.allocate((int) length);
    Elements.readAll(channel, text);
    var header = parse(new String(text.array(), version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    header.byteSize();
    return new NpyHeader(header.dtype, header.order, header.fortran, header.shape, before + length);
  }

  /** The sizes in the order in which memory has them: the last index changes fastest. */
  long[] memoryShape() {
    long[] sizes = shape.clone();
    if (fortran) {
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = shape[sizes.length - 1 - i];
      }
    }
    return sizes;
  }

  /** What to say of a file that has fewer bytes than its header claims. */
  NpyException tooShort(long left) {
    return new NpyException("the header claims shape " + Shapes.text(shape) + " of " + dtype + ", which is " + byteSize() + " bytes, but "
        + left + " follow; there must be at least as many");
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
}
