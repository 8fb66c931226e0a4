package orthant.op;

import orthant.expr.Call;

/**
 * Large angles less the nearest multiple of pi/2, exactly: Payne and Hanek, "Radian reduction for trigonometric functions"
 * (SIGNUM Newsletter 18, 1983), in integers. Of the product of an angle m 2^e and 2/pi only the bits from 2 down are
 * computed, from 192 bits of 2/pi: no angle comes closer to a multiple of pi/2 than 2^-62 of it, so at least 70 bits of the
 * rest are right.
 */
final class LargeAngles {
  /** What is left, to nearest. */
  static final Call HIGH = Call.of("largeAngle.high", (double x) -> reduce(x, true));

  /** What {@link #HIGH} lacks, and in its last two bits the number of quarters of a turn. */
  static final Call LOW = Call.of("largeAngle.low", (double x) -> reduce(x, false));

  /** For angles of any sign: the rest after the nearest multiple of pi, with the parity of the multiple in place of its last bit. */
  static final Call HALF_TURNS = Call.of("largeAngle.halfTurns", (double x) -> halfTurns(x, 0));

  /** The same of the angle and pi/2. */
  static final Call SHIFTED_HALF_TURNS = Call.of("largeAngle.shiftedHalfTurns", (double x) -> halfTurns(x, 1));

  /** For angles of any sign: the rest after the nearest multiple of pi/2, with the parity of the multiple in place of its last bit. */
  static final Call QUARTERS = Call.of("largeAngle.quarters", LargeAngles::quarters);

  /** A word of zeros, then 2/pi in binary. */
  private static final long[] TWO_OVER_PI = {
    0, 0xa2f9836e4e441529L, 0xfc2757d1f534ddc0L, 0xdb6295993c439041L, 0xfe5163abdebbc561L, 0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL, 0xfe1deb1cb129a73eL, 0xe88235f52ebb4484L, 0xe99c7026b45f7e41L, 0x3991d639835339f4L,
    0x9c845f8bbdf9283bL, 0x1ff897ffde05980fL, 0xef2f118b5a0a6d1fL, 0x6d367ecf27cb09b7L, 0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL, 0x3d0739f78a5292eaL, 0x6bfb5fb11f8d5d08L, 0x56033046fc7b6babL, 0xf0cfbc209af4361dL
  };
  private static final long QUARTER_PI_HIGH = 0xc90fdaa22168c234L;
  private static final long QUARTER_PI_LOW = 0xc4c6628b80dc1cd1L;

  private LargeAngles() {}

  private static double halfTurns(double x, int shift) {
    double r = Math.copySign(1, x) * reduce(Math.abs(x), true);
    long quarters = (x < 0 ? -1 : 1) * (Double.doubleToRawLongBits(reduce(Math.abs(x), false)) & 3) + shift;
    // Of an odd number of quarters one is added or taken off, so that less than half a turn is left.
    long step = r > 0 ? 1 : -1;
    double rest = (quarters & 1) == 0 ? r : r - step * (Math.PI / 2);
    long parity = (quarters & 1) == 0 ? quarters >> 1 & 1 : quarters + step >> 1 & 1;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(rest) & ~1L | parity);
  }

  private static double quarters(double x) {
    long parity = Double.doubleToRawLongBits(reduce(Math.abs(x), false)) & 1;
    double rest = Math.copySign(1, x) * reduce(Math.abs(x), true);
    return Double.longBitsToDouble(Double.doubleToRawLongBits(rest) & ~1L | parity);
  }

  /** For positive x from 2 on. */
  private static double reduce(double x, boolean high) {
    if (!(x < Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    long m = Double.doubleToRawLongBits(x) & (1L << 52) - 1 | 1L << 52;
    // x = m 2^e; the bits of 2/pi up to number e - 2 make multiples of 4.
    int first = Math.getExponent(x) - 52 - 2 + 64;
    long w2 = word(first);
    long w1 = word(first + 64);
    long w0 = word(first + 128);
    long p0 = m * w0;
    long carry = Math.unsignedMultiplyHigh(m, w0);
    long p1 = m * w1 + carry;
    carry = Math.unsignedMultiplyHigh(m, w1) + (Long.compareUnsigned(p1, carry) < 0 ? 1 : 0);
    long p2 = m * w2 + carry;
    // Two bits before the point, 190 behind it; the nearest whole number is taken off.
    long f2 = p2 << 2 | p1 >>> 62;
    long f1 = p1 << 2 | p0 >>> 62;
    long f0 = p0 << 2;
    long sign = f2 >> 63;
    long quarters = (p2 >>> 62) - sign & 3;
    // The magnitude, but for one unit of the last of 192 bits.
    f2 ^= sign;
    f1 ^= sign;
    f0 ^= sign;
    int zeros = f2 != 0 ? Long.numberOfLeadingZeros(f2) : 64 + Long.numberOfLeadingZeros(f1);
    long a = window(f2, f1, f0, zeros);
    long b = window(f1, f0, 0, zeros);
    // Times pi/4, in 128 bits.
    long top = Math.unsignedMultiplyHigh(a, QUARTER_PI_HIGH);
    long middle = a * QUARTER_PI_HIGH;
    for (long part : new long[] {Math.unsignedMultiplyHigh(a, QUARTER_PI_LOW), Math.unsignedMultiplyHigh(b, QUARTER_PI_HIGH)}) {
      middle += part;
      top += Long.compareUnsigned(middle, part) < 0 ? 1 : 0;
    }
    double scale = Double.longBitsToDouble(1023L - zeros + 1 - 64 << 52);
    double large = (double) (top >>> 11) * 2048 * scale;
    double small = (double) ((top & 2047) << 52 | middle >>> 12) * 0x1p-52 * scale;
    double sum = large + small;
    double rest = small - (sum - large);
    if (high) {
      return sign == 0 ? sum : -sum;
    }
    return Double.longBitsToDouble(Double.doubleToRawLongBits(sign == 0 ? rest : -rest) & ~3L | quarters);
  }

  /** 64 bits of 2/pi from a bit on. */
  private static long word(int first) {
    int at = first >> 6;
    return window(TWO_OVER_PI[at], TWO_OVER_PI[at + 1], 0, first & 63);
  }

  /** 64 bits of three words, from a bit below 128 on. */
  private static long window(long high, long middle, long low, int first) {
    long above = first < 64 ? high : middle;
    long below = first < 64 ? middle : low;
    int shift = first & 63;
    return shift == 0 ? above : above << shift | below >>> 64 - shift;
  }
}
