package orthant.ufunc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.ufunc.compile.Rehearsals.Outcome;
import org.junit.jupiter.api.Test;

/** When a vector form has won, with kernels that only take time. */
class TrialTest {
  private static final long TURN = 20_000_000;

  private Kernel adopted;

  private static Kernel taking(long nanos) {
    return frame -> {
      for (long end = System.nanoTime() + nanos; System.nanoTime() < end;) {
        Thread.onSpinWait();
      }
    };
  }

  private static Rehearsal rehearsal() {
    Code code = new Code();
    Program negative = code.returns(DType.float64, code.input(DType.float64).neg());
    return new Rehearsal.Map(negative, List.of(Step.UNIT, Step.UNIT), false);
  }

  private Outcome play(Trial trial, int turns) {
    Outcome outcome = Outcome.ON;
    for (int i = 0; i < turns && outcome != Outcome.WON; i++) {
      outcome = trial.turn(TURN);
    }
    return outcome;
  }

  @Test
  void theFasterFormIsAdopted() {
    Kernel vector = taking(100);
    Trial trial = new Trial(taking(3000), () -> vector, rehearsal(), () -> 1, k -> adopted = k);
    assertEquals(Outcome.WON, play(trial, 50));
    assertSame(vector, adopted);
  }

  @Test
  void theSlowerFormIsNot() {
    Kernel first = taking(100);
    Trial trial = new Trial(first, () -> taking(3000), rehearsal(), () -> 1, k -> adopted = k);
    assertEquals(Outcome.LOST, play(trial, 12));
    assertNull(adopted);
    trial.giveUp();
    assertSame(first, adopted);
  }

  /** Faster than a first form that is slow itself, but slower than any compiled loop. */
  @Test
  void aFormThatIsNotCompiledIsNot() {
    Trial trial = new Trial(taking(20_000), () -> taking(10_000), rehearsal(), () -> 1, k -> adopted = k);
    assertNotEquals(Outcome.WON, play(trial, 6));
    assertNull(adopted);
  }

  @Test
  void aFormThatStaysSlowIsMadeAnew() {
    AtomicInteger made = new AtomicInteger();
    Trial trial = new Trial(taking(1000), () -> taking(made.incrementAndGet() == 1 ? 3000 : 100), rehearsal(), () -> 1, k -> adopted = k);
    assertEquals(Outcome.WON, play(trial, 60));
    assertEquals(2, made.get());
  }
}
