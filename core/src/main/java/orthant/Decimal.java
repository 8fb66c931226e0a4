package orthant;

import java.math.BigInteger;

/**
 * The decimal digits of a binary floating-point number: as few as tell it from its neighbours, within limits.
 *
 * <p>This is the free-format algorithm of Burger and Dybvig, "Printing floating-point numbers quickly and accurately"
 * (PLDI 1996), with exact integers, a limit on the digits and a minimum, both as NumPy understands them: after the digits
 * that identify the number come those of its exact value. {@link Double#toString} differs in that it has two digits or
 * more, and knows no limits and no float16.
 *
 * @param negative whether the sign bit is set
 * @param digits the digits, the first one not 0 unless the number is 0
 * @param exponent the power of ten of the first digit
 */
record Decimal(boolean negative, String digits, int exponent) {
  private static final double LOG10_2 = 0.30102999566398119521;

  /** What {@link #of} takes for no limit. */
  static final int UNLIMITED = -1;

  /**
   * The digits of a finite number.
   *
   * @param value the number; of a narrower type the double that equals it
   * @param size the bytes of the type whose numbers are the neighbours: 2, 4 or 8
   * @param unique whether to stop at the digits that tell the number from its neighbours; else those of its exact value go on
   *     to the limit
   * @param fraction whether the limits count digits after the decimal point, not all digits
   * @param most the most digits, or {@link #UNLIMITED}; without it an exact value has up to 1075 digits
   * @param least the least digits, or {@link #UNLIMITED}
   */
  static Decimal of(double value, int size, boolean unique, boolean fraction, int most, int least) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    if (value == 0) {
      return new Decimal(negative, "0", 0);
    }
    int fractionBits = size == 2 ? 10 : size == 4 ? Float.PRECISION - 1 : Double.PRECISION - 1;
    int minExponent = size == 2 ? -14 : size == 4 ? Float.MIN_EXPONENT : Double.MIN_EXPONENT;
    long bits = switch (size) {
      case 2 -> Float.floatToFloat16((float) value) & 0x7fffL;
      case 4 -> Float.floatToRawIntBits((float) value) & Integer.MAX_VALUE;
      default -> Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
    };
    int biased = (int) (bits >>> fractionBits);
    long significand = bits & (1L << fractionBits) - 1;
    // Below a power of two the neighbours are half as far as above it.
    boolean uneven = biased > 1 && significand == 0;
    significand |= biased > 0 ? 1L << fractionBits : 0;
    int power = Math.max(biased, 1) + minExponent - 1 - fractionBits;
    return generate(negative, significand, power, uneven, unique, fraction, most, least);
  }

  /** The digits of {@code significand * 2^power}. */
  private static Decimal generate(
      boolean negative, long significand, int power, boolean uneven, boolean unique, boolean fraction, int most, int least) {
    // rest / scale is the number, low / scale and high / scale are half the distances to its neighbours.
    int twice = uneven ? 2 : 1;
    var rest = BigInteger.valueOf(significand).shiftLeft(Math.max(power, 0) + twice);
    var scale = BigInteger.ONE.shiftLeft(Math.max(-power, 0) + twice);
    var low = BigInteger.ONE.shiftLeft(Math.max(power, 0));

    // The first digit stands before 10^place; the estimate may be too low by one.
    int bit = 63 - Long.numberOfLeadingZeros(significand);
    int place = (int) Math.ceil((bit + power) * LOG10_2 - 0.69);
    if (fraction && most >= 0) {
      place = Math.max(place, 1 - most);
    }
    if (place > 0) {
      scale = scale.multiply(BigInteger.TEN.pow(place));
    } else {
      var factor = BigInteger.TEN.pow(-place);
      rest = rest.multiply(factor);
      low = low.multiply(factor);
    }
    if (rest.compareTo(scale) >= 0) {
      place++;
    } else {
      rest = rest.multiply(BigInteger.TEN);
      low = low.multiply(BigInteger.TEN);
    }
    int first = place - 1;
    int lastPlace = most < 0 ? Integer.MIN_VALUE : fraction ? -most : place - most;
    int enoughPlace = least < 0 ? place : Math.min(place, fraction ? -least : place - least);

    boolean even = (significand & 1) == 0;
    var digits = new StringBuilder();
    while (true) {
      place--;
      var division = rest.divideAndRemainder(scale);
      rest = division[1];
      boolean mayEnd = false;
      boolean mayRoundUp = false;
      if (unique) {
        int toLow = rest.compareTo(low);
        int toHigh = rest.add(uneven ? low.shiftLeft(1) : low).compareTo(scale);
        mayEnd = even ? toLow <= 0 : toLow < 0;
        mayRoundUp = even ? toHigh >= 0 : toHigh > 0;
      }
      digits.append((char) ('0' + division[0].intValue()));
      if ((mayEnd || mayRoundUp) && place <= enoughPlace || place == lastPlace || !unique && rest.signum() == 0) {
        boolean roundUp = mayRoundUp;
        if (mayEnd == mayRoundUp) {
          int half = rest.shiftLeft(1).compareTo(scale);
          roundUp = half > 0 || half == 0 && division[0].testBit(0);
        }
        return roundUp ? roundedUp(negative, digits, first) : new Decimal(negative, digits.toString(), first);
      }
      rest = rest.multiply(BigInteger.TEN);
      low = low.multiply(BigInteger.TEN);
    }
  }

  private static Decimal roundedUp(boolean negative, StringBuilder digits, int exponent) {
    int last = digits.length() - 1;
    while (last >= 0 && digits.charAt(last) == '9') {
      last--;
    }
    if (last < 0) {
      return new Decimal(negative, "1", exponent + 1);
    }
    digits.setLength(last + 1);
    digits.setCharAt(last, (char) (digits.charAt(last) + 1));
    return new Decimal(negative, digits.toString(), exponent);
  }

  /** What stands before the decimal point in positional notation, sign included. */
  String whole() {
    String sign = negative ? "-" : "";
    if (exponent < 0) {
      return sign + "0";
    }
    int n = exponent + 1;
    return sign + (digits.length() >= n ? digits.substring(0, n) : digits + "0".repeat(n - digits.length()));
  }

  /** What stands after the decimal point in positional notation, without zeros at the end. */
  String fraction() {
    if (exponent < 0) {
      return trimmed("0".repeat(-1 - exponent) + digits);
    }
    return digits.length() > exponent + 1 ? trimmed(digits.substring(exponent + 1)) : "";
  }

  /** What stands before the decimal point in scientific notation, sign included. */
  String lead() {
    return (negative ? "-" : "") + digits.charAt(0);
  }

  /** What stands after the decimal point in scientific notation, without zeros at the end. */
  String tail() {
    return trimmed(digits.substring(1));
  }

  /** The exponent with its sign and at least so many digits. */
  String power(int width) {
    String size = Integer.toString(Math.abs(exponent));
    return (exponent < 0 ? "-" : "+") + "0".repeat(Math.max(0, width - size.length())) + size;
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end);
  }
}
