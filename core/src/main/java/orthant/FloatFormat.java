package orthant;

import static orthant.Decimal.UNLIMITED;

import orthant.PrintOptions.FloatMode;
import orthant.PrintOptions.Sign;

/** How the floating-point numbers of one array are written, all with the same width: NumPy's {@code FloatingFormat}. */
final class FloatFormat {
  private final PrintOptions options;
  private final int size;
  private final Sign sign;
  private final boolean unique;
  private final boolean scientific;
  /** Digits after the decimal point: the most, and at least how many are written. */
  private final int most;
  private final int least;
  private final int powerDigits;
  private final int left;
  private final int right;

  /**
   * The format for some numbers.
   *
   * @param values those that will be written
   * @param size the bytes of their type
   * @param options the options
   * @param sign what stands before numbers that are not negative
   */
  FloatFormat(double[] values, int size, PrintOptions options, Sign sign) {
    this.options = options;
    this.size = size;
    this.sign = sign;
    this.unique = options.floatMode() != FloatMode.FIXED;
    this.scientific = isWide(values, size, options.suppressSmall());
    int limit = options.floatMode() == FloatMode.UNIQUE ? UNLIMITED : options.precision();

    int whole = 0;
    int fraction = 0;
    int power = 0;
    int finite = 0;
    boolean negative = false;
    boolean negativeInfinity = false;
    for (double x : values) {
      negativeInfinity |= x == Double.NEGATIVE_INFINITY;
      if (Double.isFinite(x)) {
        finite++;
        var d = digits(x, limit, UNLIMITED);
        negative |= d.negative();
        whole = Math.max(whole, signed(d, scientific ? d.lead() : d.whole()).length());
        fraction = Math.max(fraction, unique ? (scientific ? d.tail() : d.fraction()).length() : limit);
        power = Math.max(power, scientific ? d.power(2).length() - 1 : 0);
      }
    }
    boolean equal = scientific || options.floatMode() == FloatMode.FIXED || options.floatMode() == FloatMode.MAXPREC_EQUAL;
    this.most = equal ? fraction : limit;
    this.least = equal ? fraction : 0;
    this.powerDigits = power;
    this.right = scientific ? power + 2 + fraction : fraction;
    whole += sign == Sign.SPACE && !negative ? 1 : 0;
    if (finite < values.length) {
      boolean signs = sign != Sign.MINUS || negativeInfinity;
      whole = Math.max(whole, options.nanStr().length() - right - 1);
      whole = Math.max(whole, options.infStr().length() + (signs ? 1 : 0) - right - 1);
    }
    this.left = whole;
  }

  /** Whether the numbers differ so much, or are so far from 1, that they need exponents. */
  private static boolean isWide(double[] values, int size, boolean suppressSmall) {
    double max = 0;
    double min = Double.POSITIVE_INFINITY;
    for (double x : values) {
      if (Double.isFinite(x) && x != 0) {
        max = Math.max(max, Math.abs(x));
        min = Math.min(min, Math.abs(x));
      }
    }
    if (max == 0) {
      return false;
    }
    // NumPy compares in the type of the elements: the quotient of floats is a float, and may overflow.
    double quotient = narrowed(size == 8 ? max / min : (float) max / (float) min, size);
    return max >= (size == 2 ? 1e3 : size == 4 ? 1e6 : 1e8) || !suppressSmall && (min < narrowed(1e-4, size) || quotient > 1000);
  }

  private static double narrowed(double x, int size) {
    return size == 2 ? Float.float16ToFloat(Float.floatToFloat16((float) x)) : size == 4 ? (float) x : x;
  }

  private Decimal digits(double x, int limit, int minimum) {
    int lead = scientific ? 1 : 0;
    return Decimal.of(x, size, unique, !scientific, limit < 0 ? limit : limit + lead, minimum < 0 ? minimum : minimum + lead);
  }

  private String signed(Decimal d, String text) {
    return sign == Sign.PLUS && !d.negative() ? "+" + text : text;
  }

  /** The text of a number, as wide as that of all others. */
  String text(double x) {
    if (!Double.isFinite(x)) {
      String plus = sign == Sign.PLUS ? "+" : "";
      return padded(Double.isNaN(x) ? plus + options.nanStr() : (x < 0 ? "-" : plus) + options.infStr(), left + right + 1);
    }
    var d = digits(x, most, least);
    String fraction = scientific ? d.tail() : d.fraction();
    fraction += "0".repeat(Math.max(0, least - fraction.length()));
    String whole = padded(signed(d, scientific ? d.lead() : d.whole()), left);
    return scientific ? whole + "." + fraction + "e" + d.power(powerDigits)
        : whole + "." + fraction + " ".repeat(Math.max(0, right - fraction.length()));
  }

  static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The text of a number that stands alone: as short as tells it from its neighbours, in Python's notation. */
  static String alone(double x, int size) {
    String text = alone(x, size, size == 2 ? 1e3 : size == 4 ? 1e6 : 1e16);
    return text.endsWith(".") ? text + "0" : text;
  }

  /** The text of a complex number that stands alone. */
  static String alone(double real, double imaginary, int size) {
    double large = size == 4 ? 1e6 : 1e16;
    String i = bare(alone(imaginary, size, large));
    if (real == 0 && Double.doubleToRawLongBits(real) >= 0) {
      return i + "j";
    }
    return "(" + bare(alone(real, size, large)) + (i.startsWith("-") ? "" : "+") + i + "j)";
  }

  private static String bare(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String alone(double x, int size, double large) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf";
    }
    var d = Decimal.of(x, size, true, false, UNLIMITED, UNLIMITED);
    double magnitude = Math.abs(x);
    if (magnitude == 0 || magnitude >= 1e-4 && magnitude < large) {
      return d.whole() + "." + d.fraction();
    }
    String tail = d.tail();
    return d.lead() + (tail.isEmpty() ? "" : "." + tail) + "e" + d.power(2);
  }
}
