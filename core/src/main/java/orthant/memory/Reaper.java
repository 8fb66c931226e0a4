package orthant.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** Gives the memory of unreachable storages back to the pool: at every allocation, and from a daemon thread. */
final class Reaper {
  static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

  /** How long unused memory may lie idle before half of it goes back to the operating system. */
  private static final long IDLE_MILLIS = 5000;

  static {
    Thread.ofPlatform().name("orthant-memory").daemon().inheritInheritableThreadLocals(false).start(Reaper::run);
  }

  private Reaper() {}

  /** An object nobody refers to, whose reference tells that a garbage collection has got to the queue. */
  static final class Sentinel extends PhantomReference<Object> {
    volatile boolean reached;

    Sentinel() {
      super(new Object(), QUEUE);
    }
  }

  /**
   * Handles what is in the queue.
   *
   * @return whether there was something
   */
  static boolean poll() {
    boolean some = false;
    for (var reference = QUEUE.poll(); reference != null; reference = QUEUE.poll()) {
      handle(reference);
      some = true;
    }
    return some;
  }

  private static void handle(Reference<?> reference) {
    if (reference instanceof Block block) {
      Pool.takeBack(block);
    } else if (reference instanceof Sentinel sentinel) {
      sentinel.reached = true;
    } else if (reference instanceof Loan loan) {
      loan.close();
    }
  }

  private static void run() {
    long clock = Pool.clock();
    while (true) {
      try {
        var reference = QUEUE.remove(IDLE_MILLIS);
        if (reference != null) {
          handle(reference);
          continue;
        }
        long now = Pool.clock();
        if (now == clock) {
          long pooled = Pool.pooled();
          Pool.trim(pooled > Native.HUGE ? pooled / 2 : 0);
        }
        clock = now;
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread; memory must come back all the same.
      } catch (OutOfMemoryError e) {
        // The Java heap is full: what could not be handled now stays reachable and is handled by its lease or never.
        Thread.onSpinWait();
      }
    }
  }
}
