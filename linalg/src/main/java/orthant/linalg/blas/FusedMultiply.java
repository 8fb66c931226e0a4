package orthant.linalg.blas;

/** Whether {@link Math#fma(double, double, double)} is an instruction here; without one it is BigDecimal arithmetic. */
final class FusedMultiply {
  /** Decided once, so that all tiles round alike. */
  static final boolean IS_FAST = isFast();

  private FusedMultiply() {}

  /** An instruction takes tens of nanoseconds even in the interpreter, BigDecimal takes 10 microseconds and more. */
  private static boolean isFast() {
    double x = 1.5;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        x = Math.fma(x, 0.75, 0.375);
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return best < 8 * 2_000 && x > 0;
  }
}
