package orthant.ufunc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import org.junit.jupiter.api.Test;

/** When a kernel asks for rehearsals, with kernels that do nothing. */
class WarmingKernelTest {
  private final List<Rehearsals.Play> plays = new ArrayList<>();

  private Kernel kernel() {
    Code code = new Code();
    Program negative = code.returns(DType.float64, code.input(DType.float64).neg());
    Rehearsal rehearsal = new Rehearsal.Map(negative, List.of(Step.UNIT, Step.UNIT), false);
    return new WarmingKernel(_ -> { }, () -> _ -> { }, rehearsal, plays::add);
  }

  private static void work(Kernel kernel, long elements) {
    kernel.run(new long[] {1, elements});
  }

  @Test
  void asksOnceWhenItHasDoneEnough() {
    Kernel kernel = kernel();
    work(kernel, WarmingKernel.ENOUGH - 1);
    assertEquals(0, plays.size());
    work(kernel, 1);
    assertEquals(1, plays.size());
    work(kernel, 1_000_000_000_000L);
    assertEquals(1, plays.size());
  }

  /** The compiler may have been busy with other things; each try waits for a thousand times as much work. */
  @Test
  void whatWasGivenUpIsTriedAgainAfterMuchMoreWork() {
    Kernel kernel = kernel();
    long enough = WarmingKernel.ENOUGH;
    for (int tries = 1; tries <= 3; tries++) {
      work(kernel, enough - 1);
      assertEquals(tries - 1, plays.size());
      work(kernel, 100);
      assertEquals(tries, plays.size());
      plays.getLast().giveUp();
      enough *= WarmingKernel.RETRY;
    }
  }
}
