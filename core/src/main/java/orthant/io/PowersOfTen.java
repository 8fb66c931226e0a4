package orthant.io;

import java.math.BigInteger;

/** The powers of ten with 128 bits, rounded down, for {@link DoubleText}. */
final class PowersOfTen {
  static final int LEAST = -348;
  static final int MOST = 347;

  /** The upper and lower 64 bits of 10^(i + LEAST), shifted so that the uppermost bit is set. */
  static final long[] HIGH = new long[MOST - LEAST + 1];

  static final long[] LOW = new long[MOST - LEAST + 1];

  static {
    for (int e = LEAST; e <= MOST; e++) {
      var power = BigInteger.TEN.pow(Math.abs(e));
      int excess = power.bitLength() - 128;
      if (e < 0) {
        // 2^(bits + 127) / power has 128 bits, as the power itself is not a power of two.
        power = BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power);
      } else {
        power = excess > 0 ? power.shiftRight(excess) : power.shiftLeft(-excess);
      }
      HIGH[e - LEAST] = power.shiftRight(64).longValue();
      LOW[e - LEAST] = power.longValue();
    }
  }

  private PowersOfTen() {}
}
