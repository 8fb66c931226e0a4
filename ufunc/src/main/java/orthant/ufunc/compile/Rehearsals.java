package orthant.ufunc.compile;

import java.util.concurrent.locks.LockSupport;
import orthant.memory.Memory;

/** What is rehearsed in the background, by one thread. */
public final class Rehearsals {
  /**
   * For so long after the first kernel nothing is rehearsed. Vector forms keep the just-in-time compiler busy for hundreds of
   * milliseconds each, and the scalar forms that are wanted at once would wait behind them: a program that computes
   * {@code a*b + sin(a)} over 1e7 elements once and ends took 1.3 s instead of 0.8.
   */
  private static final long GRACE_NANOS = 1_000_000_000L;

  private static final long BEGIN = System.nanoTime();

  private static final RehearsalQueue QUEUE = new RehearsalQueue(System::nanoTime);

  private static boolean playing;

  private Rehearsals() {}

  /** How a turn has ended. */
  public enum Outcome {
    /** With nothing decided; another turn can follow at once. */
    ON,
    /** The old form was faster: there is nothing to do but wait for the just-in-time compiler. */
    LOST,
    /** The new form is in use; there will be no other turn. */
    WON,
    /** With an error; there will be no other turn. */
    FAILED
  }

  /** Something that has a fast form, which must be warm before it is used. */
  public interface Play {
    /**
     * How much has been done for users; those that have done most are rehearsed first.
     *
     * @return elements
     */
    long work();

    /**
     * Rehearses for a while.
     *
     * @param nanos about how long
     * @return how it ended
     */
    Outcome turn(long nanos);

    /** Keeps the old form, at least until much more has been done. */
    void giveUp();
  }

  /**
   * Whether the Vector API was resolved when Java started.
   *
   * @return false if there is nothing to rehearse
   */
  public static boolean hasVectors() {
    return Compiler.VECTORS;
  }

  /**
   * Has something rehearsed in the background, in turns with others.
   *
   * @param play is played outside of all scopes
   */
  public static void later(Play play) {
    QUEUE.add(play);
    begin();
  }

  private static synchronized void begin() {
    if (!playing) {
      playing = true;
      Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("orthant-warmup").start(Rehearsals::play);
    }
  }

  private static void play() {
    LockSupport.parkNanos(GRACE_NANOS - (System.nanoTime() - BEGIN));
    if (Compiler.VECTORS) {
      MixedProfiles.once();
    }
    while (true) {
      try {
        QUEUE.await();
        Memory.outsideScopes(QUEUE::next);
      } catch (InterruptedException ended) {
        return;
      } catch (RuntimeException | Error e) {
        // The one whose turn it was has left the queue; the others go on.
        Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
      }
    }
  }

  /**
   * How many are about to change to their fast form.
   *
   * @return 0 if nothing is going on
   */
  public static int waiting() {
    return QUEUE.size();
  }
}
