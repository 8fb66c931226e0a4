package orthant.parallel.pool;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import orthant.kernel.Executor;
import orthant.kernel.ThreadLimit;

/**
 * Runs the tasks of one plan on several threads: the calling one, and those of a pool of its own.
 *
 * <p>Plans with little work stay in the calling thread, and so does everything that a pool thread starts: its plan is a
 * part of another one already.
 */
public final class ForkJoin implements Executor {
  /**
   * Work that is worth another thread, in nanoseconds; below that, waking it takes longer than it saves. A plan of twice as
   * much is shared by two: 300 000 elements of an addition of doubles. Measured: docs/design-decisions.md, "Parallel".
   */
  static final long SHARE = 35_000;

  private final long share;
  private volatile ForkJoinPool pool;

  /** The executor; made by the service loader. Its threads start when they are first needed. */
  public ForkJoin() {
    this(SHARE);
  }

  /**
   * An executor with another threshold.
   *
   * @param share work that is worth another thread, in nanoseconds; at least 1
   */
  ForkJoin(long share) {
    this.share = share;
  }

  @Override
  public String name() {
    return "forkjoin";
  }

  @Override
  public int priority() {
    return 10;
  }

  /**
   * Runs tasks and returns when all have ended. If one throws, no further ones are begun, and when those already begun
   * have ended the first exception is thrown, with any others as its suppressed ones. An interrupt of the calling thread
   * is kept for later: arrays are never left half written.
   *
   * @param tasks how many
   * @param work roughly how many nanoseconds all of them take in one warm thread
   * @param body the tasks
   */
  @Override
  public void run(long tasks, long work, Tasks body) {
    int threads = threads(tasks, work);
    if (threads < 2) {
      body.run(0, tasks);
    } else {
      // Ranges so short that the last one to end is not waited for long, but worth the way to the shared counter.
      long least = Math.max(1, (long) (share / 2.0 / work * tasks));
      new Crew(pool(), threads, tasks, least, body).run();
    }
  }

  private int threads(long tasks, long work) {
    if (tasks < 2 || work / 2 < share || Thread.currentThread() instanceof Worker) {
      return 1;
    }
    return (int) Math.min(ThreadLimit.count(), Math.min(tasks, work / share));
  }

  private ForkJoinPool pool() {
    ForkJoinPool known = pool;
    if (known == null) {
      synchronized (this) {
        known = pool;
        if (known == null) {
          // The calling thread is one of them.
          known = new ForkJoinPool(Math.max(1, ThreadLimit.max() - 1), Worker::new, null, true);
          pool = known;
        }
      }
    }
    return known;
  }

  /** A thread of the pool. */
  private static final class Worker extends ForkJoinWorkerThread {
    private static final AtomicInteger COUNT = new AtomicInteger();

    Worker(ForkJoinPool pool) {
      super(null, pool, false);
      setName("orthant-worker-" + COUNT.incrementAndGet());
      setDaemon(true);
      // That of whoever happened to need the first thread would be kept from being unloaded.
      setContextClassLoader(ClassLoader.getSystemClassLoader());
    }
  }
}
