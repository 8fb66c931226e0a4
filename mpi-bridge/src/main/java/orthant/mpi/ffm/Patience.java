package orthant.mpi.ffm;

import java.util.concurrent.locks.LockSupport;

/**
 * How to wait for a library that has to be asked again and again: at once for a moment, then letting others run, and after
 * some time sleeping a little, so that a rank that waits long leaves its processor to the JVM's own threads and to other
 * ranks.
 */
final class Patience {
  private static final long YIELD_NANOS = 20_000;
  private static final long SLEEP_NANOS = 20_000_000;
  private static final long NAP_NANOS = 20_000;
  private static final long FIRST_LOOK_NANOS = 2_000_000;
  private static final long LATEST_LOOK_NANOS = 100_000_000;

  private int polls;
  private long start;
  private long waited;
  private long nextLook = FIRST_LOOK_NANOS;
  private boolean calm;

  /** To be called after each poll that found nothing. */
  void pause() {
    if (!calm && (++polls & 31) != 0) {
      return;
    }
    long now = System.nanoTime();
    if (start == 0) {
      start = now;
    }
    waited = now - start;
    if (waited > SLEEP_NANOS) {
      calm = true;
      LockSupport.parkNanos(NAP_NANOS);
    } else if (waited > YIELD_NANOS) {
      Thread.yield();
    }
  }

  /** Whether it is time to look for reasons why nothing comes. */
  boolean isWorried() {
    if (waited < nextLook) {
      return false;
    }
    nextLook = waited + Math.min(waited, LATEST_LOOK_NANOS);
    return true;
  }
}
