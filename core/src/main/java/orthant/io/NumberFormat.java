package orthant.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Python's formats for a number, and the text before it.
 *
 * <p>Digits are those of the exact value, rounded half to even, as in C.
 *
 * @param before what is written before the number
 * @param flags any of {@code -+ 0}
 * @param width the least characters
 * @param precision digits, or -1 if nothing is said
 * @param type the letter; 0 for the text after the last number
 */
record NumberFormat(String before, String flags, int width, int precision, char type) {
  private static final Pattern FORMAT = Pattern.compile("%([-+ 0]*)(\\d*)(?:\\.(\\d*))?([diuxXoeEfFgGs])");

  /** More characters a number are a mistake. */
  private static final int MOST = 10_000;

  /** The numbers of a format in their order, and the text after them. */
  static List<NumberFormat> parse(String format) {
    List<NumberFormat> all = new ArrayList<>();
    var text = new StringBuilder();
    Matcher m = FORMAT.matcher(format);
    for (int i = 0; i < format.length(); i++) {
      if (format.charAt(i) != '%') {
        text.append(format.charAt(i));
      } else if (format.startsWith("%%", i)) {
        text.append('%');
        i++;
      } else if (m.region(i, format.length()).lookingAt()) {
        String digits = m.group(3);
        all.add(new NumberFormat(text.toString(), m.group(1), number(m.group(2), 0, format), digits == null ? -1 : number(digits, 0, format),
            m.group(4).charAt(0)));
        text.setLength(0);
        i = m.end() - 1;
      } else {
        throw new IllegalArgumentException("the format '" + format + "' has at position " + i
            + " no number like %.3f; a % must be followed by flags, width, precision and one of d i u x X o e E f F g G s");
      }
    }
    all.add(new NumberFormat(text.toString(), "", 0, -1, (char) 0));
    return all;
  }

  private static int number(String digits, int none, String format) {
    if (digits.isEmpty()) {
      return none;
    }
    if (digits.length() > 6 || Integer.parseInt(digits) > MOST) {
      throw new IllegalArgumentException("the format '" + format + "' asks for " + digits + " characters; there may be at most " + MOST);
    }
    return Integer.parseInt(digits);
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  /** Whether the format is one for text. */
  boolean isText() {
    return type == 's';
  }

  /** Writes a text. */
  void write(StringBuilder out, String text) {
    pad(out, "", precision >= 0 && precision < text.length() ? text.substring(0, precision) : text, false);
  }

  /**
   * Writes a truth value as 1 or 0.
   *
   * @throws IllegalArgumentException if the format is one for hexadecimal or octal numbers
   */
  void write(StringBuilder out, boolean value) {
    if ("xXo".indexOf(type) >= 0) {
      throw new IllegalArgumentException(value + " is a truth value; a format with x, X or o is for integers");
    }
    write(out, value ? 1 : 0, false);
  }

  /** Writes an integer. */
  void write(StringBuilder out, long value, boolean unsigned) {
    boolean negative = value < 0 && !unsigned;
    int radix = switch (type) {
      case 'x', 'X' -> 16;
      case 'o' -> 8;
      case 'd', 'i', 'u' -> 10;
      default -> 0;
    };
    if (radix == 0) {
      double x = unsigned && value < 0 ? ((value >>> 1) | (value & 1)) * 2.0 : value;
      write(out, x);
      return;
    }
    String digits = Long.toUnsignedString(negative ? -value : value, radix);
    writeDigits(out, negative, type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  private void writeDigits(StringBuilder out, boolean negative, String digits) {
    pad(out, sign(negative), "0".repeat(Math.max(0, precision - digits.length())) + digits, true);
  }

  /**
   * Writes a floating-point number.
   *
   * @throws IllegalArgumentException if the format is one for integers and the number none
   */
  void write(StringBuilder out, double x) {
    boolean negative = Double.doubleToRawLongBits(x) < 0 && x == x;
    if ("diu".indexOf(type) >= 0) {
      if (!Double.isFinite(x)) {
        throw new IllegalArgumentException(x + " is no integer; a format with d, i or u is for finite numbers");
      }
      writeDigits(out, x <= -1, new BigDecimal(Math.abs(x)).toBigInteger().toString());
      return;
    }
    if ("xXo".indexOf(type) >= 0) {
      throw new IllegalArgumentException(x + " is a floating-point number; a format with x, X or o is for integers");
    }
    boolean upper = type < 'a';
    String text;
    if (Double.isFinite(x)) {
      int digits = precision < 0 ? 6 : precision;
      text = switch (type | 0x20) {
        case 'e' -> scientific(x, digits);
        case 'f' -> x == 0 ? zeros(digits) : fixed(x, digits);
        default -> general(x, Math.max(1, digits));
      };
    } else {
      text = x != x ? "nan" : "inf";
    }
    pad(out, sign(negative), upper ? text.toUpperCase(Locale.ROOT) : text, true);
  }

  private static String zeros(int digits) {
    return digits == 0 ? "0" : "0." + "0".repeat(digits);
  }

  private static String fixed(double x, int digits) {
    long whole = scaled(Math.abs(x), digits);
    if (whole < 0) {
      return new BigDecimal(Math.abs(x)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
    String all = Long.toString(whole);
    if (digits == 0) {
      return all;
    }
    all = "0".repeat(Math.max(0, digits + 1 - all.length())) + all;
    return new StringBuilder(all).insert(all.length() - digits, '.').toString();
  }

  /**
   * {@code x * 10^power} rounded to an integer, half to even, or -1 if that is left to exact numbers. The product of a double and an
   * exact power of ten is the sum of two doubles; below 2^52 the second one decides only between neighbours.
   */
  private static long scaled(double x, int power) {
    if (power < 0 || power >= DoubleText.EXACT.length) {
      return -1;
    }
    double product = x * DoubleText.EXACT[power];
    if (!(product < 0x1p52)) {
      return -1;
    }
    double rest = Math.fma(x, DoubleText.EXACT[power], -product);
    double rounded = Math.rint(product);
    double over = product - rounded;
    if (over == 0.5 && rest > 0) {
      rounded += 1;
    } else if (over == -0.5 && rest < 0) {
      rounded -= 1;
    }
    return (long) rounded;
  }

  /** The digits of a positive number, and the power of ten of the first. */
  private record Digits(String all, int exponent) {
    static Digits of(double x, int count) {
      if (count < DoubleText.EXACT.length - 7) {
        int exponent = (int) Math.floor(Math.log10(x));
        long whole = scaled(x, count - 1 - exponent);
        if (whole >= DoubleText.EXACT[count]) {
          whole = scaled(x, count - 1 - ++exponent);
        } else if (whole >= 0 && whole < DoubleText.EXACT[count - 1]) {
          whole = scaled(x, count - 1 - --exponent);
        }
        if (whole >= DoubleText.EXACT[count - 1] && whole < DoubleText.EXACT[count]) {
          return new Digits(Long.toString(whole), exponent);
        }
      }
      var rounded = new BigDecimal(x).round(new MathContext(count, RoundingMode.HALF_EVEN));
      String all = rounded.unscaledValue().toString();
      return new Digits(all + "0".repeat(count - all.length()), rounded.precision() - rounded.scale() - 1);
    }

    StringBuilder scientific(String digits) {
      int size = Math.abs(exponent);
      var text = new StringBuilder().append(digits.charAt(0)).append(digits.length() > 1 ? "." : "").append(digits, 1, digits.length());
      return text.append('e').append(exponent < 0 ? '-' : '+').append(size < 10 ? "0" : "").append(size);
    }
  }

  private static String scientific(double x, int digits) {
    if (x == 0) {
      return zeros(digits) + "e+00";
    }
    var rounded = Digits.of(Math.abs(x), digits + 1);
    return rounded.scientific(rounded.all).toString();
  }

  /** The shorter of both, without zeros at the end. */
  private static String general(double x, int digits) {
    if (x == 0) {
      return "0";
    }
    var rounded = Digits.of(Math.abs(x), digits);
    int end = digits;
    while (end > 1 && rounded.all.charAt(end - 1) == '0') {
      end--;
    }
    String all = rounded.all.substring(0, end);
    int exponent = rounded.exponent;
    if (exponent < -4 || exponent >= digits) {
      return rounded.scientific(all).toString();
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-1 - exponent) + all;
    }
    return end <= exponent + 1 ? all + "0".repeat(exponent + 1 - end) : new StringBuilder(all).insert(exponent + 1, '.').toString();
  }

  private String sign(boolean negative) {
    return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
  }

  private void pad(StringBuilder out, String sign, String text, boolean number) {
    int missing = Math.max(0, width - sign.length() - text.length());
    boolean left = has('-');
    boolean zeros = number && has('0') && !left;
    out.repeat(' ', left || zeros ? 0 : missing).append(sign).repeat('0', zeros ? missing : 0).append(text).repeat(' ', left ? missing : 0);
  }
}
