package orthant.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.plan.Engine;
import orthant.ufunc.Ufuncs;
import org.junit.jupiter.api.Test;

/** Functions of the user on several threads. */
class UserFunctionsInParallelTest {
  private static final NDArray X = Nd.arange(3_000_000).astype(DType.float64);

  @Test
  void theyRunOnSeveralThreads() {
    assertEquals("forkjoin", Engine.current().executor().name());
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    var half = Ufuncs.of("half", (double x) -> {
      threads.add(Thread.currentThread());
      return x / 2;
    });
    assertArrayEquals(X.divide(2).toDoubleArray(), half.apply(X).toDoubleArray());
    assertEquals(Math.min(2, Runtime.getRuntime().availableProcessors()), Math.min(2, threads.size()));
  }

  @Test
  void whatTheyThrowEndsTheCallAndNothingHangs() {
    var wrong = Ufuncs.of("wrong", (double x) -> {
      if (x % 1000 == 999) {
        throw new ArithmeticException("at " + x);
      }
      return x;
    });
    for (int i = 0; i < 20; i++) {
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(ArithmeticException.class, () -> wrong.apply(X)));
    }
    assertEquals(X.size(), Ufuncs.of("right", (double x) -> 1.0).apply(X).sum().getDouble());
  }

  @Test
  void generalisedOnesAsWell() {
    var sum = Ufuncs.generalized("sum", "(n)->()", (in, out) -> out[0].assign(in[0].sum()));
    NDArray rows = X.reshape(30_000, 100);
    assertArrayEquals(rows.sum(Axes.axes(1)).toDoubleArray(), sum.apply(rows).toDoubleArray());
    var wrong = Ufuncs.generalized("wrong", "(n)->()", (in, out) -> {
      throw new IllegalStateException("no");
    });
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(IllegalStateException.class, () -> wrong.apply(rows)));
  }
}
