package orthant.ufunc.compile;

import java.lang.ref.Reference;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import orthant.kernel.Kernel;
import orthant.memory.Memory;

/**
 * A kernel that begins in a form that is fast at once (mostly the scalar one) and changes to its vector form once that is
 * warm.
 *
 * <p>Vector code that the just-in-time compiler has not compiled yet is a thousand times slower than interpreted scalar
 * code. So when a kernel has done some work, a background thread makes its vector form and rehearses it on memory of its
 * own until it beats the scalar form; then the kernel changes over. Nobody can see the change: both give the same bits.
 */
final class WarmingKernel implements Kernel {
  /** Elements after which the vector form is worth making. */
  private static final long ENOUGH = 20_000;

  /** A call counts as this many elements at least, so that kernels of many small calls get warm as well. */
  private static final long CALL = 100;

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /** Calls after which the loop has left the interpreter. */
  private static final int INTERPRETED = 300;

  /** Calls after which the loop has been handed to the optimising compiler. */
  private static final int PROFILED = 1200;

  private static final ExecutorService REHEARSALS = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("orthant-warmup").factory());

  /**
   * For so long after the first kernel nothing is rehearsed. Vector forms keep the just-in-time compiler busy for hundreds of
   * milliseconds each, and the scalar forms that are wanted at once would wait behind them: a program that computes
   * {@code a*b + sin(a)} over 1e7 elements once and ends took 1.3 s instead of 0.8.
   */
  private static final long GRACE_NANOS = 1_000_000_000L;

  private static final long BEGIN = System.nanoTime();

  private static final AtomicInteger WAITING = new AtomicInteger();

  private Kernel form;

  WarmingKernel(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal) {
    AtomicLong left = new AtomicLong(ENOUGH);
    form = new Kernel() {
      @Override
      public void run(long[] frame) {
        first.run(frame);
        long work = Math.max(rehearsal.elements(frame), CALL);
        long before = left.getAndAdd(-work);
        if (before > 0 && before <= work) {
          form = first;
          later(() -> rehearse(first, vector.get(), rehearsal));
        }
      }

      @Override
      public String form() {
        return first.form();
      }
    };
  }

  /** Runs a rehearsal in the background. */
  static void later(Runnable rehearsal) {
    WAITING.incrementAndGet();
    REHEARSALS.execute(() -> {
      try {
        LockSupport.parkNanos(GRACE_NANOS - (System.nanoTime() - BEGIN));
        Memory.outsideScopes(() -> {
          rehearsal.run();
          return null;
        });
      } finally {
        WAITING.decrementAndGet();
      }
    });
  }

  /** How many kernels are being rehearsed or wait for it. */
  static int waiting() {
    return WAITING.get();
  }

  @Override
  public void run(long[] frame) {
    form.run(frame);
  }

  @Override
  public String form() {
    return form.form();
  }

  private void rehearse(Kernel first, Kernel vector, Rehearsal rehearsal) {
    Rehearsal.Stage stage = rehearsal.open();
    long end = System.nanoTime() + PATIENCE_NANOS;
    int wins = 0;
    for (int i = 0; wins < 3 && System.nanoTime() < end; i++) {
      // Short frames first, while every vector operation is interpreted; the long ones come when loops are being profiled.
      boolean longFrame = i > INTERPRETED && i % 10 == 0;
      long[] frame = longFrame ? stage.large() : stage.small().get(i % stage.small().size());
      vector.run(frame);
      // The first form as well: beating one that is still interpreted would prove nothing.
      first.run(frame);
      if (i > PROFILED && i % 50 == 0) {
        long nanos = time(vector, stage.large());
        if (nanos < stage.compiledNanos() && nanos < time(first, stage.large())) {
          wins++;
        } else {
          pause();
        }
      }
    }
    if (wins == 3) {
      form = vector;
    }
    Reference.reachabilityFence(stage);
  }

  /** Leaves the processor to the just-in-time compiler. */
  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long time(Kernel kernel, long[] frame) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      kernel.run(frame);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
