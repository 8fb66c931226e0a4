package orthant.ufunc.compile;

/** Division of integers that never throws: 0 where the divisor is 0. Called from compiled loops, and inlined there. */
final class SignedIntegers {
  private SignedIntegers() {}

  static int divide(int a, int b) {
    return b == 0 ? 0 : a / b;
  }

  static long divide(long a, long b) {
    return b == 0 ? 0 : a / b;
  }

  static int remainder(int a, int b) {
    return b == 0 ? 0 : a % b;
  }

  static long remainder(long a, long b) {
    return b == 0 ? 0 : a % b;
  }
}
