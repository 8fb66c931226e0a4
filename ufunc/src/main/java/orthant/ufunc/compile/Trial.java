package orthant.ufunc.compile;

import java.lang.ref.Reference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import orthant.kernel.Kernel;

/** A vector form against the first form of a kernel: it wins when it was faster three times in a row. */
final class Trial implements Rehearsals.Play {
  /** Calls after which the loop has left the interpreter. */
  private static final int INTERPRETED = 300;

  /** Calls after which the loop has been handed to the optimising compiler. */
  private static final int PROFILED = 1200;

  /** Calls between two comparisons; the more the compiler has to do, the more of them it wants to see. */
  private static final int BETWEEN = 50;
  private static final int BEFORE_LOST = 400;

  private static final int WINS = 3;

  /**
   * Lost turns after which the vector form is made anew. A method too large for the first compiler's profile stays what it was compiled to
   * before, for good, if the queue was so long that it was compiled without a profile first; a new class has another chance.
   */
  private static final int ANEW = 30;

  private final Kernel first;
  private final Supplier<Kernel> made;
  private final Rehearsal rehearsal;
  private final LongSupplier work;
  private final Consumer<Kernel> winner;
  private Kernel vector;
  private Rehearsal.Stage stage;
  private int calls;
  private int lost;
  private int wins;

  Trial(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal, LongSupplier work, Consumer<Kernel> winner) {
    this.first = first;
    this.made = vector;
    this.rehearsal = rehearsal;
    this.work = work;
    this.winner = winner;
  }

  @Override
  public long work() {
    return work.getAsLong();
  }

  @Override
  public Rehearsals.Outcome turn(long nanos) {
    long end = System.nanoTime() + nanos;
    if (stage == null) {
      stage = rehearsal.open();
      vector = made.get();
    }
    int next = calls + (lost == 0 ? BETWEEN : BEFORE_LOST);
    do {
      play();
      boolean compare = calls >= next || System.nanoTime() > end;
      if (compare && calls > PROFILED) {
        if (!wins()) {
          return lose();
        }
        if (++wins == WINS) {
          winner.accept(vector);
          return Rehearsals.Outcome.WON;
        }
        next = calls + BETWEEN;
      }
    } while (System.nanoTime() < end);
    return Rehearsals.Outcome.ON;
  }

  @Override
  public void giveUp() {
    winner.accept(first);
  }

  private Rehearsals.Outcome lose() {
    wins = 0;
    if (++lost == ANEW) {
      vector = made.get();
      calls = 0;
    }
    return Rehearsals.Outcome.LOST;
  }

  private void play() {
    // Short frames first, while every vector operation is interpreted; the long ones come when loops are being profiled.
    boolean longFrame = calls > INTERPRETED && calls % 10 == 0;
    long[] frame = longFrame ? stage.large().get(calls / 10 % stage.large().size()) : stage.small().get(calls % stage.small().size());
    vector.run(frame);
    // The first form as well: beating one that is still interpreted would prove nothing.
    first.run(frame);
    calls++;
    Reference.reachabilityFence(stage);
  }

  private boolean wins() {
    for (long[] frame : stage.large()) {
      long nanos = time(vector, frame);
      if (nanos < stage.compiledNanos() && nanos < time(first, frame)) {
        return true;
      }
    }
    return false;
  }

  private long time(Kernel kernel, long[] frame) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      kernel.run(frame);
      best = Math.min(best, System.nanoTime() - start);
    }
    Reference.reachabilityFence(stage);
    return best;
  }
}
