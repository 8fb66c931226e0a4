package orthant.ufunc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import orthant.plan.Engine;
import orthant.plan.Engines;
import orthant.ufunc.compile.CompiledKernels;
import orthant.ufunc.compile.Rehearsals;

/** What measurements want to know of the loops behind the operations. */
public final class Kernels {
  private Kernels() {}

  /** Made when it is first wanted. */
  private static final class Blocked {
    static final Engine ENGINE = Engines.of(new CompiledKernels(false), Engine.current().executor());
  }

  /**
   * Runs code whose lazy expressions are not compiled as a whole: blocks of 4 KB of each operand go through the kernels of all
   * operations, one after the other, while they are in the first-level cache. The results are the same; for comparisons.
   *
   * @param <T> what it returns
   * @param code the code
   * @return its result
   */
  public static <T> T blocked(Supplier<T> code) {
    return Blocked.ENGINE.call(code);
  }

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
