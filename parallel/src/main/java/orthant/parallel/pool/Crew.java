package orthant.parallel.pool;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import orthant.kernel.Executor;

/**
 * The threads that share the tasks of one plan: the calling thread, and as many of the pool as come in time.
 *
 * <p>All of them take ranges of tasks from one counter until there are none. The calling thread waits only for those that
 * have begun, never for one to become free: so it cannot hang, however busy the pool is and whatever thread it is itself.
 */
final class Crew {
  private final ForkJoinPool pool;
  private final int threads;
  private final long tasks;
  private final long least;
  private final Executor.Tasks body;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  /** Who is at work. It ends when the calling thread and all others have left, and who comes then is turned away. */
  private final Phaser atWork = new Phaser(1);

  /**
   * A crew.
   *
   * @param pool where its other threads come from
   * @param threads how many there are, with the calling one
   * @param tasks how many tasks there are
   * @param least how many of them are worth taking at once
   * @param body the tasks
   */
  Crew(ForkJoinPool pool, int threads, long tasks, long least, Executor.Tasks body) {
    this.pool = pool;
    this.threads = threads;
    this.tasks = tasks;
    this.least = least;
    this.body = body;
  }

  /** Runs all tasks, in the calling thread too, and returns when all have ended. */
  void run() {
    work(0);
    atWork.awaitAdvance(atWork.arriveAndDeregister());
    if (failure.get() != null) {
      throw Crew.<RuntimeException>unchecked(failure.get());
    }
  }

  private void join(int member) {
    if (next.get() < tasks && atWork.register() >= 0) {
      try {
        work(member);
      } finally {
        atWork.arriveAndDeregister();
      }
    }
  }

  private void work(int member) {
    try {
      // Each wakes two more, because waking them is the longest part of a short plan.
      call(2 * member + 1);
      call(2 * member + 2);
      long from = next.get();
      while (from < tasks) {
        long to = Math.min(tasks, from + Math.max(least, (tasks - from) / (2L * threads)));
        long seen = next.compareAndExchange(from, to);
        if (seen == from) {
          body.run(from, to);
          seen = next.get();
        }
        from = seen;
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  private void call(int member) {
    if (member < threads) {
      pool.execute(() -> join(member));
    }
  }

  private void failed(Throwable e) {
    next.set(tasks);
    if (!failure.compareAndSet(null, e) && failure.get() != e) {
      failure.get().addSuppressed(e);
    }
  }

  /** Throws what a task has thrown as it is, also a checked exception that came through unseen. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable e) throws E {
    throw (E) e;
  }
}
