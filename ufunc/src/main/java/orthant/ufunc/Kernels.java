package orthant.ufunc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import orthant.ufunc.compile.Rehearsals;

/** What measurements want to know of the loops behind the operations. */
public final class Kernels {
  private Kernels() {}

  /**
   * Waits until every loop that has done enough work to deserve a vector form has it. Loops begin in their scalar form and
   * change in the background; whoever measures speed first runs the operation some times, then waits here.
   *
   * @param most how long to wait
   * @return false if some loops are still being warmed up
   */
  public static boolean awaitWarm(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (Rehearsals.waiting() > 0) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }
}
