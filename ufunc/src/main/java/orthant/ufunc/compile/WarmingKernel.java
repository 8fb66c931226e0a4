package orthant.ufunc.compile;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orthant.kernel.Kernel;

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
  static final long ENOUGH = 20_000;

  /**
   * So many times more of them are worth the next try after one that was given up: the compiler may have been too busy, and who stays scalar is up to
   * ten times slower for ever; but a form that is really slower shall not keep a core busy again and again.
   */
  static final long RETRY = 1000;

  private final Kernel first;
  private final Supplier<Kernel> vector;
  private final Rehearsal rehearsal;
  private final Consumer<Rehearsals.Play> later;
  private Kernel form;

  WarmingKernel(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal) {
    this(first, vector, rehearsal, Rehearsals::later);
  }

  /** A kernel that gives its rehearsals to somebody. */
  WarmingKernel(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal, Consumer<Rehearsals.Play> later) {
    this.first = first;
    this.vector = vector;
    this.rehearsal = rehearsal;
    this.later = later;
    form = new Counting(ENOUGH);
  }

  @Override
  public void run(long[] frame) {
    try {
      form.run(frame);
    } catch (InternalError fileCutShort) {
      // The error sends the loop back to the interpreter, and vector code that is interpreted would not survive another one.
      form = first;
      throw fileCutShort;
    }
  }

  @Override
  public String form() {
    return form.form();
  }

  /** The first form, and how much it has done. */
  private final class Counting implements Kernel {
    /** A call counts as this many elements at least, so that kernels of many small calls get warm as well. */
    private static final long CALL = 100;

    private final long enough;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Threads may take away from each other what they count, which does not matter. */
    private long work;

    Counting(long enough) {
      this.enough = enough;
    }

    @Override
    public void run(long[] frame) {
      first.run(frame);
      long before = work;
      long after = before + Math.max(rehearsal.elements(frame), CALL);
      work = after;
      if (before < enough && after >= enough && asked.compareAndSet(false, true)) {
        later.accept(new Trial(first, vector, rehearsal, () -> work, this::end));
      }
    }

    private void end(Kernel winner) {
      form = winner == first ? new Counting(enough * RETRY) : winner;
    }

    @Override
    public String form() {
      return first.form();
    }
  }
}
