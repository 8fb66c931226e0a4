package orthant.linalg.blas;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads with stacks deep enough for threaded LAPACK.
 *
 * <p>OpenBLAS keeps its job tables on the caller's stack. On a Java thread of 1 MB (or less, if the user says so) a threaded
 * LU decomposition ends the VM, or gives NaN. The stack is address space only; pages are used as they are touched.
 */
final class DeepStack {
  private static final long STACK_BYTES = 32L << 20;
  private static final AtomicInteger COUNT = new AtomicInteger();
  /** Callers wait, so there are never more threads than callers. */
  private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
      new SynchronousQueue<>(),
      task -> Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("orthant-lapack-" + COUNT.incrementAndGet())
          .stackSize(STACK_BYTES).unstarted(task));

  private DeepStack() {}

  /**
   * Runs a call on a deep stack and waits for it; an interrupt is kept for the caller, as native code cannot be stopped.
   *
   * @param <T> its result
   * @param call what to run
   * @return its result
   */
  static <T> T call(Callable<T> call) {
    Future<T> future = THREADS.submit(call);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException known) {
            throw known;
          }
          throw new AssertionError(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
