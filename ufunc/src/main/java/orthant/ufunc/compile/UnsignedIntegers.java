package orthant.ufunc.compile;

/** Arithmetic on the bits of unsigned integers for which Java has no type. Called from compiled loops, and inlined there. */
final class UnsignedIntegers {
  private UnsignedIntegers() {}

  static int divide(int a, int b) {
    return b == 0 ? 0 : Integer.divideUnsigned(a, b);
  }

  static long divide(long a, long b) {
    return b == 0 ? 0 : Long.divideUnsigned(a, b);
  }

  static int remainder(int a, int b) {
    return b == 0 ? 0 : Integer.remainderUnsigned(a, b);
  }

  static long remainder(long a, long b) {
    return b == 0 ? 0 : Long.remainderUnsigned(a, b);
  }

  static int min(int a, int b) {
    return Integer.compareUnsigned(a, b) < 0 ? a : b;
  }

  static long min(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? a : b;
  }

  static int max(int a, int b) {
    return Integer.compareUnsigned(a, b) < 0 ? b : a;
  }

  static long max(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? b : a;
  }
}
