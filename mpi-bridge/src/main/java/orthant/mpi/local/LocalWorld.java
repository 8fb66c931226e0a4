package orthant.mpi.local;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;

/**
 * Ranks as threads of one JVM: their mailboxes, how they wait, and how they end.
 *
 * <p>A rank spins for a moment and then parks. All progress is made by the ranks themselves, so when every rank that has
 * not ended is parked and nothing it waits for has come about, nothing ever will: that is reported as a deadlock.
 */
public final class LocalWorld {
  private static final ScopedValue<LocalTransport> CURRENT = ScopedValue.newInstance();
  /** The world of the rank whose own thread this is. Whatever thread it starts may take part, however late its first call comes. */
  private static final InheritableThreadLocal<LocalWorld> OWN = new InheritableThreadLocal<>() {
    @Override
    protected LocalWorld childValue(LocalWorld world) {
      if (world != null) {
        world.selfContained = false;
      }
      return null;
    }
  };

  private static final long SPIN_NANOS = 50_000;
  private static final long CROWDED_SPIN_NANOS = 5_000;

  /** A program of a rank that sees its transport. */
  @FunctionalInterface
  public interface Program {
    /**
     * Runs one rank.
     *
     * @param transport the way to the other ranks
     * @throws Exception what ends all ranks
     */
    void run(LocalTransport transport) throws Exception;
  }

  private final int size;
  private final Mailbox[] mailboxes;
  private final Meeting meeting;
  private final Thread[] threads;
  private final boolean[] gone;
  private final AtomicReferenceArray<Waitable> parked;
  /** With more ranks than processors, spinning keeps the rank one waits for from running. */
  private final boolean crowded;
  private volatile Throwable failure;
  private volatile int failedRank;
  /** False from when a thread that is no rank's own is started or takes part: it may still act when all ranks are parked. */
  private volatile boolean selfContained = true;

  private LocalWorld(int size) {
    this.size = size;
    mailboxes = new Mailbox[size];
    for (int i = 0; i < size; i++) {
      mailboxes[i] = new Mailbox();
    }
    meeting = new Meeting(this, size);
    threads = new Thread[size];
    gone = new boolean[size];
    parked = new AtomicReferenceArray<>(size);
    crowded = size > Runtime.getRuntime().availableProcessors();
  }

  /**
   * The rank this thread belongs to.
   *
   * @return its transport, or null outside of {@link #run}
   */
  public static LocalTransport current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /**
   * A world of one rank: the calling thread's.
   *
   * @return its transport
   */
  public static LocalTransport single() {
    var world = new LocalWorld(1);
    world.threads[0] = Thread.currentThread();
    OWN.set(world);
    return new LocalTransport(world, 0);
  }

  /**
   * Runs a program on several ranks, and waits for their ends. The first failure is thrown; the others follow from it.
   *
   * @param ranks how many
   * @param program what each runs
   */
  public static void run(int ranks, Program program) {
    if (ranks < 1) {
      throw new IllegalArgumentException("cannot run " + ranks + " ranks; there must be at least 1");
    }
    new LocalWorld(ranks).run(program);
  }

  private void run(Program program) {
    for (int i = 0; i < size; i++) {
      int rank = i;
      threads[rank] = Thread.ofPlatform().name("orthant-rank-" + rank).unstarted(() -> runRank(rank, program));
    }
    for (var thread : threads) {
      thread.start();
    }
    boolean interrupted = false;
    for (var thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          fail(-1, new MpiException(Reason.INTERRUPTED, "interrupted while waiting for the ranks"));
          for (var other : threads) {
            other.interrupt();
          }
        }
      }
    }
    drop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new MpiException(Reason.RANK_FAILED, "rank " + failedRank + " failed: " + e, e);
    }
  }

  private void runRank(int rank, Program program) {
    try {
      var transport = new LocalTransport(this, rank);
      OWN.set(this);
      ScopedValue.where(CURRENT, transport).call(() -> {
        program.run(transport);
        return null;
      });
    } catch (Throwable e) {
      fail(rank, e);
    } finally {
      synchronized (this) {
        gone[rank] = true;
        detectDeadlock();
      }
    }
  }

  /** Ends what nobody waits for any more, so that the arrays are released. */
  void drop() {
    if (OWN.get() == this) {
      OWN.remove();
    }
    for (var mailbox : mailboxes) {
      mailbox.drop();
    }
  }

  int size() {
    return size;
  }

  Mailbox mailbox(int rank) {
    return mailboxes[rank];
  }

  Meeting meeting() {
    return meeting;
  }

  /** Ends the world: every rank that waits or starts something gets an exception. Only the first failure counts. */
  void fail(int rank, Throwable cause) {
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failedRank = rank;
      failure = cause;
    }
    for (var thread : threads) {
      LockSupport.unpark(thread);
    }
  }

  void checkAlive() {
    if (failure != null) {
      throw aftermath();
    }
  }

  /** What a rank gets when another one failed. */
  private RuntimeException aftermath() {
    var cause = failure;
    if (cause instanceof MpiException e && e.reason() == Reason.DEADLOCK) {
      return new MpiException(Reason.DEADLOCK, e.getMessage(), e);
    }
    var text = failedRank < 0 ? "the ranks were stopped" : "rank " + failedRank + " failed: " + cause;
    return new MpiException(Reason.RANK_FAILED, text, cause);
  }

  private RuntimeException trouble() {
    if (failure != null) {
      return aftermath();
    }
    if (Thread.currentThread().isInterrupted()) {
      return new MpiException(Reason.INTERRUPTED, "interrupted while waiting");
    }
    return null;
  }

  /**
   * Waits, spinning first.
   *
   * @return null if the wait is over, otherwise why it was given up
   */
  RuntimeException await(int rank, Waitable what) {
    if (what.ended()) {
      return null;
    }
    long end = 0;
    for (int i = 1; ; i++) {
      Thread.onSpinWait();
      if (what.ended()) {
        return null;
      }
      if ((i & 31) == 0) {
        var trouble = trouble();
        if (trouble != null) {
          return trouble;
        }
        if (crowded) {
          Thread.yield();
        }
        long now = System.nanoTime();
        if (end == 0) {
          end = now + (crowded ? CROWDED_SPIN_NANOS : SPIN_NANOS);
        } else if (now - end > 0) {
          return park(rank, what);
        }
      }
    }
  }

  private RuntimeException park(int rank, Waitable what) {
    if (Thread.currentThread() != threads[rank]) {
      return parkGuest(what);
    }
    parked.set(rank, what);
    synchronized (this) {
      detectDeadlock();
    }
    try {
      while (!what.ended()) {
        var trouble = trouble();
        if (trouble != null) {
          return trouble;
        }
        LockSupport.park(what);
      }
      return null;
    } finally {
      parked.set(rank, null);
    }
  }

  /** A thread that is not the rank's own: nobody knows whom to wake, so it looks from time to time. */
  private RuntimeException parkGuest(Waitable what) {
    while (!what.ended()) {
      var trouble = trouble();
      if (trouble != null) {
        return trouble;
      }
      LockSupport.parkNanos(what, SPIN_NANOS);
    }
    return null;
  }

  /** Notes who takes part. */
  void enter(int rank) {
    checkAlive();
    if (selfContained && Thread.currentThread() != threads[rank]) {
      selfContained = false;
    }
  }

  /** Wakes a rank; to be called after what it waits for has ended. */
  void wake(int rank) {
    if (parked.get(rank) != null) {
      LockSupport.unpark(threads[rank]);
    }
  }

  void wakeAll() {
    for (int i = 0; i < size; i++) {
      wake(i);
    }
  }

  private void detectDeadlock() {
    if (!selfContained || failure != null) {
      return;
    }
    var waits = new Waitable[size];
    boolean someone = false;
    for (int i = 0; i < size; i++) {
      waits[i] = parked.get(i);
      if (!gone[i] && (waits[i] == null || waits[i].ended())) {
        return;
      }
      someone |= !gone[i];
    }
    // The ranks were looked at one after the other. If nothing has changed since, all of them waited at one moment.
    for (int i = 0; i < size; i++) {
      if (!gone[i] && (waits[i] != parked.get(i) || waits[i].ended())) {
        return;
      }
    }
    if (someone) {
      var text = new StringBuilder("deadlock: every rank waits for another");
      for (int i = 0; i < size; i++) {
        text.append("\n  rank ").append(i).append(gone[i] ? " has ended" : " waits " + waits[i].waitingFor());
      }
      fail(-1, new MpiException(Reason.DEADLOCK, text.toString()));
    }
  }
}
