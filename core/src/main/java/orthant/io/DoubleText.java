package orthant.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes, correctly rounded.
 *
 * <p>Up to 19 digits are one integer. If that and the power of ten are exact as doubles, one multiplication or division
 * gives the result (Clinger, "How to read floating point numbers accurately", PLDI 1990); else a product of 128 bits does,
 * but for a few in a billion (Lemire, "Number parsing at a gigabyte per second", 2021). Those, subnormal numbers and longer
 * ones are left to {@link Double#parseDouble}.
 */
final class DoubleText {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The powers of ten that are doubles. */
  static final double[] EXACT = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** So many digits fit a long without its sign. */
  private static final int DIGITS = 19;

  /** Exponents beyond are as good as this one. */
  private static final int HUGE = 1 << 20;

  /** The number that {@link #parse} has read. */
  double value;

  /**
   * Reads the number that begins at a position.
   *
   * @return where it ends, or -1 if none begins there
   */
  int parse(byte[] b, int from, int to) {
    int p = from;
    boolean negative = false;
    if (p < to && (b[p] == '-' || b[p] == '+')) {
      negative = b[p++] == '-';
    }
    int first = p;
    long m = 0;
    int d;
    while (p < to && (d = b[p] - '0') >= 0 && d <= 9) {
      m = 10 * m + d;
      p++;
    }
    int digits = p - first;
    int exponent = 0;
    if (p < to && b[p] == '.') {
      int point = ++p;
      long word;
      while (p + 8 <= to && isDigits(word = (long) LONGS.get(b, p))) {
        m = 100_000_000 * m + eight(word);
        p += 8;
      }
      while (p < to && (d = b[p] - '0') >= 0 && d <= 9) {
        m = 10 * m + d;
        p++;
      }
      exponent = point - p;
      digits -= exponent;
    }
    if (digits == 0) {
      return p == first ? special(b, p, to, negative) : -1;
    }
    if (p < to && (b[p] | 0x20) == 'e') {
      boolean less = false;
      if (++p < to && (b[p] == '-' || b[p] == '+')) {
        less = b[p++] == '-';
      }
      int e = 0;
      int start = p;
      while (p < to && (d = b[p] - '0') >= 0 && d <= 9) {
        e = e < HUGE ? 10 * e + d : e;
        p++;
      }
      if (p == start) {
        return -1;
      }
      exponent += less ? -e : e;
    }
    double x = digits > DIGITS && significant(b, first, p) > DIGITS ? Double.NaN : compose(m, exponent);
    if (x != x) {
      x = Double.parseDouble(new String(b, first, p - first, StandardCharsets.ISO_8859_1));
    }
    value = negative ? -x : x;
    return p;
  }

  /** The digits of a number without the zeros that it begins with. */
  private static int significant(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (b[p] == '0' || b[p] == '.')) {
      p++;
    }
    int count = 0;
    for (; p < to && (b[p] | 0x20) != 'e'; p++) {
      count += b[p] == '.' ? 0 : 1;
    }
    return count;
  }

  private static boolean isDigits(long word) {
    return (word & 0xf0f0f0f0f0f0f0f0L | (word + 0x0606060606060606L & 0xf0f0f0f0f0f0f0f0L) >>> 4) == 0x3333333333333333L;
  }

  /** The number of eight digits, the first in the lowest byte: pairs, pairs of pairs, and both halves, side by side. */
  private static long eight(long word) {
    long v = (word & 0x0f0f0f0f0f0f0f0fL) * 2561 >>> 8;
    v = (v & 0x00ff00ff00ff00ffL) * 6553601 >>> 16;
    return (v & 0x0000ffff0000ffffL) * 42949672960001L >>> 32;
  }

  /** {@code m * 10^exponent} for an unsigned m, or NaN if that cannot be said here. */
  static double compose(long m, int exponent) {
    if (m == 0) {
      return 0;
    }
    if (m >>> 53 == 0 && exponent >= -22 && exponent <= 22) {
      return exponent < 0 ? m / EXACT[-exponent] : m * EXACT[exponent];
    }
    if (exponent < PowersOfTen.LEAST || exponent > PowersOfTen.MOST) {
      return Double.NaN;
    }
    int zeros = Long.numberOfLeadingZeros(m);
    long shifted = m << zeros;
    long power = PowersOfTen.HIGH[exponent - PowersOfTen.LEAST];
    long high = Math.unsignedMultiplyHigh(shifted, power);
    long low = shifted * power;
    if ((high & 0x1ff) == 0x1ff && Long.compareUnsigned(low + shifted, shifted) < 0) {
      // What the lower half of the power adds may carry into the bits that decide.
      long rest = PowersOfTen.LOW[exponent - PowersOfTen.LEAST];
      long middle = Math.unsignedMultiplyHigh(shifted, rest);
      long sum = low + middle;
      high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
      if ((high & 0x1ff) == 0x1ff && sum == -1 && Long.compareUnsigned(shifted * rest + shifted, shifted) < 0) {
        return Double.NaN;
      }
      low = sum;
    }
    int top = (int) (high >>> 63);
    long significand = high >>> top + 9;
    if (low == 0 && (high & 0x1ff) == 0 && (significand & 3) == 1) {
      // In the middle between two doubles, as far as can be seen.
      return Double.NaN;
    }
    long power2 = (217706L * exponent >> 16) + 64 + 1023 - zeros - (1 ^ top);
    significand = significand + (significand & 1) >>> 1;
    if (significand >>> 53 > 0) {
      significand >>>= 1;
      power2++;
    }
    if (power2 < 1 || power2 > 0x7fe) {
      return Double.NaN;
    }
    return Double.longBitsToDouble(power2 << 52 | significand & (1L << 52) - 1);
  }

  private int special(byte[] b, int from, int to, boolean negative) {
    if (spells(b, from, to, "nan")) {
      value = Double.longBitsToDouble(negative ? 0xfff8000000000000L : 0x7ff8000000000000L);
      return from + 3;
    }
    if (spells(b, from, to, "inf")) {
      value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return from + (spells(b, from, to, "infinity") ? 8 : 3);
    }
    return -1;
  }

  private static boolean spells(byte[] b, int from, int to, String word) {
    if (to - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((b[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
