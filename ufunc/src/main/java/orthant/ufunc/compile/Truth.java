package orthant.ufunc.compile;

/** Truth values of vectors that have fewer than eight lanes: too few bytes for a vector of their own, so bits of an int. */
final class Truth {
  private static final long ONES = 0x0101010101010101L;
  private static final long SEVENS = 0x7f7f7f7f7f7f7f7fL;

  private Truth() {}

  /** Four bytes, 0 being false, as four bits. */
  static long bits(int bytes) {
    long x = bytes & 0xffffffffL;
    // The high bit of a byte says whether a lower one was set, or it was itself.
    return Long.compress((((x & SEVENS) + SEVENS) | x) >>> 7, ONES);
  }

  /** Four bits as four bytes, 0 and 1. */
  static int bytes(long bits) {
    return (int) Long.expand(bits, ONES);
  }
}
