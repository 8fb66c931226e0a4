package orthant.io;

import orthant.NDArray;
import orthant.memory.Memory;

/** What any input may cost: a second, and memory for its own size and 64 MB more. */
final class FuzzLimits {
  private static final long MEMORY = 64L << 20;
  private static final long NANOS = 1_000_000_000L;

  private FuzzLimits() {}

  static void check(long size, Runnable reading) {
    long used = Memory.used();
    long start = System.nanoTime();
    reading.run();
    long nanos = System.nanoTime() - start;
    if (nanos > NANOS && tookThatLongAgain(reading)) {
      throw new AssertionError(size + " bytes took " + nanos + " ns; it must be less than a second");
    }
    // What is garbage counts as used: more than the bound is possible only with one large array, or many at a time.
    if (Memory.used() - used > size + MEMORY) {
      throw new AssertionError(size + " bytes took " + (Memory.used() - used) + " bytes of memory; it must be at most 64 MB more");
    }
  }

  /** A machine that is busy with other work may take a second for anything, but hardly twice. */
  private static boolean tookThatLongAgain(Runnable reading) {
    long start = System.nanoTime();
    reading.run();
    return System.nanoTime() - start > NANOS;
  }

  /** Touches the first and the last element, so that a layout outside of the memory would show. */
  static void use(NDArray array) {
    if (array.size() > 0) {
      var flat = array.isContiguous() ? array.reshape(-1) : array.T().reshape(-1);
      if (Double.isInfinite(flat.getDouble(0) + flat.getDouble(-1) + 1)) {
        flat.setLong(0, 0);
      }
    }
  }
}
