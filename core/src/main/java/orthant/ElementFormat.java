package orthant;

import java.util.Arrays;
import java.util.function.LongFunction;
import orthant.PrintOptions.Sign;
import orthant.memory.Cell;
import orthant.memory.Raw;

/** How the elements of one array are written, all with the same width; NumPy's rules. */
interface ElementFormat {
  /** The text of the element at an address. */
  String text(long address);

  /**
   * The format for some elements.
   *
   * @param dtype their type
   * @param addresses where those that will be written lie
   * @param scalar whether the array has no axes
   * @param options the options
   */
  static ElementFormat of(DType dtype, long[] addresses, boolean scalar, PrintOptions options) {
    var own = options.formatter();
    var cell = Cell.of(dtype);
    if (dtype.isBool()) {
      var function = own.bools();
      return function != null ? address -> function.apply(cell.getLong(address) != 0)
          : address -> cell.getLong(address) == 0 ? "False" : scalar ? "True" : " True";
    }
    if (dtype.isInteger()) {
      var function = own.integers();
      return function != null ? address -> function.apply(cell.getLong(address)) : integers(dtype, addresses, options.sign());
    }
    if (dtype.isFloat()) {
      var function = own.floats();
      if (function != null) {
        return address -> function.apply(cell.getDouble(address));
      }
      var format = new FloatFormat(values(addresses, dtype.size(), 0), dtype.size(), options, options.sign());
      return address -> format.text(cell.getDouble(address));
    }
    int part = dtype.size() / 2;
    var function = own.complex();
    if (function != null) {
      return address -> function.apply(part(address, part), part(address + part, part));
    }
    var real = new FloatFormat(values(addresses, part, 0), part, options, options.sign());
    var imaginary = new FloatFormat(values(addresses, part, part), part, options, Sign.PLUS);
    return address -> {
      String i = imaginary.text(part(address + part, part));
      int end = i.stripTrailing().length();
      return real.text(part(address, part)) + i.substring(0, end) + "j" + i.substring(end);
    };
  }

  /** The text of an element that stands alone: as short as tells it from its neighbours, in Python's notation. */
  static String alone(DType dtype, long address) {
    if (dtype.isBool()) {
      return Raw.getByte(address) != 0 ? "True" : "False";
    }
    if (dtype.isInteger()) {
      return integerText(dtype).apply(address);
    }
    if (dtype.isFloat()) {
      return FloatFormat.alone(part(address, dtype.size()), dtype.size());
    }
    int part = dtype.size() / 2;
    return FloatFormat.alone(part(address, part), part(address + part, part), part);
  }

  private static double part(long address, int size) {
    return switch (size) {
      case 2 -> Float.float16ToFloat(Raw.getShort(address));
      case 4 -> Raw.getFloat(address);
      default -> Raw.getDouble(address);
    };
  }

  private static double[] values(long[] addresses, int size, int offset) {
    return Arrays.stream(addresses).mapToDouble(address -> part(address + offset, size)).toArray();
  }

  private static LongFunction<String> integerText(DType dtype) {
    var cell = Cell.of(dtype);
    return dtype.isUnsigned() ? address -> Long.toUnsignedString(cell.getLong(address)) : address -> Long.toString(cell.getLong(address));
  }

  private static ElementFormat integers(DType dtype, long[] addresses, Sign sign) {
    var digits = integerText(dtype);
    boolean negative = false;
    int longest = 0;
    int longestNegative = 0;
    for (long address : addresses) {
      String text = digits.apply(address);
      negative |= text.startsWith("-");
      if (text.startsWith("-")) {
        longestNegative = Math.max(longestNegative, text.length());
      } else {
        longest = Math.max(longest, text.length());
      }
    }
    // Room for a sign is made only if there is one to write, or none at all.
    String before = sign == Sign.PLUS ? "+" : sign == Sign.SPACE && !negative ? " " : "";
    int width = Math.max(longestNegative, longest == 0 ? 0 : longest + before.length());
    return address -> {
      String text = digits.apply(address);
      return FloatFormat.padded(text.startsWith("-") ? text : before + text, width);
    };
  }
}
