package orthant.ufunc.compile;

import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Kernel first;
  private Kernel form;

  WarmingKernel(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal) {
    this.first = first;
    form = new Counting(first, vector, rehearsal);
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
    /** Elements after which the vector form is worth making. */
    private static final long ENOUGH = 20_000;

    /** A call counts as this many elements at least, so that kernels of many small calls get warm as well. */
    private static final long CALL = 100;

    private final Kernel first;
    private final Supplier<Kernel> vector;
    private final Rehearsal rehearsal;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Threads may take away from each other what they count, which does not matter. */
    private long work;

    Counting(Kernel first, Supplier<Kernel> vector, Rehearsal rehearsal) {
      this.first = first;
      this.vector = vector;
      this.rehearsal = rehearsal;
    }

    @Override
    public void run(long[] frame) {
      first.run(frame);
      long before = work;
      long after = before + Math.max(rehearsal.elements(frame), CALL);
      work = after;
      if (before < ENOUGH && after >= ENOUGH && asked.compareAndSet(false, true)) {
        Rehearsals.later(new Trial(first, vector, rehearsal, () -> work, winner -> form = winner));
      }
    }

    @Override
    public String form() {
      return first.form();
    }
  }
}
