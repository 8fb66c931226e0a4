package orthant;

import orthant.memory.Cell;

/** How the elements of one array are written, all with the same width; NumPy's rules with its default options. */
interface ElementFormat {
  /** The most digits after the decimal point. */
  int PRECISION = 8;

  /** The text of the element at an address. */
  String text(long address);

  /** The format for the elements at some addresses: those that will be written. */
  static ElementFormat of(DType dtype, long[] addresses) {
    var cell = Cell.of(dtype);
    return switch (dtype.kind()) {
      case BOOL -> address -> cell.getLong(address) != 0 ? " True" : "False";
      case INTEGER -> integers(cell, addresses);
      case FLOAT -> floats(cell, dtype, addresses);
    };
  }

  /** The text of an element that stands alone: as short as tells it from its neighbours, in Python's notation. */
  static String alone(DType dtype, long address) {
    var cell = Cell.of(dtype);
    if (dtype.isBool()) {
      return cell.getLong(address) != 0 ? "True" : "False";
    }
    if (dtype.isInteger()) {
      return Long.toString(cell.getLong(address));
    }
    double x = cell.getDouble(address);
    if (!Double.isFinite(x)) {
      return notFinite(x);
    }
    boolean single = dtype == DType.float32;
    var d = Decimal.of(x, single, false, Decimal.UNLIMITED, Decimal.UNLIMITED);
    double size = Math.abs(x);
    if (size == 0 || size >= 1e-4 && size < (single ? 1e6 : 1e16)) {
      String fraction = d.fraction();
      return d.whole() + "." + (fraction.isEmpty() ? "0" : fraction);
    }
    String tail = d.tail();
    return d.lead() + (tail.isEmpty() ? "" : "." + tail) + "e" + d.power(2);
  }

  private static String notFinite(double x) {
    return Double.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf";
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static ElementFormat integers(Cell cell, long[] addresses) {
    int width = 0;
    for (long address : addresses) {
      width = Math.max(width, Long.toString(cell.getLong(address)).length());
    }
    int all = width;
    return address -> padded(Long.toString(cell.getLong(address)), all);
  }

  private static ElementFormat floats(Cell cell, DType dtype, long[] addresses) {
    boolean single = dtype == DType.float32;
    double max = 0;
    double min = Double.POSITIVE_INFINITY;
    boolean negativeInfinity = false;
    int finite = 0;
    for (long address : addresses) {
      double x = cell.getDouble(address);
      negativeInfinity |= x == Double.NEGATIVE_INFINITY;
      if (Double.isFinite(x)) {
        finite++;
        if (x != 0) {
          max = Math.max(max, Math.abs(x));
          min = Math.min(min, Math.abs(x));
        }
      }
    }
    // NumPy compares in the type of the elements: the quotient of floats is a float, and may overflow.
    boolean wide = single ? (float) max / (float) min > 1000 : max / min > 1000;
    boolean scientific = max > 0 && (max >= (single ? 1e6 : 1e8) || min < (single ? 1e-4f : 1e-4) || wide);

    int left = 0;
    int fraction = 0;
    int power = 0;
    for (long address : addresses) {
      double x = cell.getDouble(address);
      if (Double.isFinite(x)) {
        var d = Decimal.of(x, single, !scientific, scientific ? PRECISION + 1 : PRECISION, Decimal.UNLIMITED);
        left = Math.max(left, (scientific ? d.lead() : d.whole()).length());
        fraction = Math.max(fraction, (scientific ? d.tail() : d.fraction()).length());
        power = Math.max(power, scientific ? d.power(2).length() - 1 : 0);
      }
    }
    int right = scientific ? power + 2 + fraction : fraction;
    if (finite < addresses.length) {
      left = Math.max(left, (negativeInfinity ? "-inf" : "inf").length() - right - 1);
    }
    int width = left + right + 1;
    int places = fraction;
    int powerDigits = power;
    return address -> {
      double x = cell.getDouble(address);
      if (!Double.isFinite(x)) {
        return padded(notFinite(x), width);
      }
      if (!scientific) {
        var d = Decimal.of(x, single, true, PRECISION, 0);
        String part = d.fraction();
        return padded(d.whole() + "." + part + " ".repeat(places - part.length()), width);
      }
      var d = Decimal.of(x, single, false, places + 1, places + 1);
      String part = d.tail();
      return padded(d.lead() + "." + part + "0".repeat(places - part.length()) + "e" + d.power(powerDigits), width);
    };
  }
}
