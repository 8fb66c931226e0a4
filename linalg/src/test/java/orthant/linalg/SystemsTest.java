package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.ThreadLimit;
import orthant.linalg.blas.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** solve and lstsq on this process's backend; {@link BackendsTest} runs the battery on the others. */
class SystemsTest {
  static Stream<String> solveGolden() {
    return Golden.cases("solve");
  }

  static Stream<String> lstsqGolden() {
    return Golden.cases("lstsq");
  }

  private static double tolerance(NDArray array) {
    return array.dtype() == DType.float32 ? 2e-5 : 1e-12;
  }

  @ParameterizedTest
  @MethodSource("solveGolden")
  void solveAgreesWithNumPy(String name) {
    var x = Golden.get(name, "x");
    Golden.check(x, Linalg.solve(Golden.get(name, "a"), Golden.get(name, "b")), tolerance(x), name);
  }

  @ParameterizedTest
  @MethodSource("lstsqGolden")
  void lstsqAgreesWithNumPy(String name) {
    var fit = Linalg.lstsq(Golden.get(name, "a"), Golden.get(name, "b"));
    var x = Golden.get(name, "x");
    Golden.check(x, fit.x(), tolerance(x), name + " x");
    // A residual of nearly 0 is what rounding leaves of the right-hand side: it counts against that one's size.
    double size = Golden.get(name, "b").astype(DType.float64).square().sum().getDouble();
    Golden.check(Golden.get(name, "residuals").add(size), fit.residuals().add(size), tolerance(x), name + " residuals");
    Golden.check(Golden.get(name, "s"), fit.singularValues(), tolerance(x), name + " singular values");
    assertEquals(Golden.get(name, "rank").getLong(), fit.rank(), name);
  }

  @Test
  void batteryOnThisBackend() throws InterruptedException {
    Battery.systems();
    Battery.leastSquares();
  }

  @Test
  void inputsStayAsTheyWere() {
    var random = new Random(1);
    for (String layout : Layouts.ALL) {
      var values = Layouts.random(random, 5, 5);
      var a = Layouts.arrange(layout, DType.float64, values);
      var b = Layouts.arrange(layout, DType.float64, values);
      Linalg.solve(a, b);
      Linalg.lstsq(a, b);
      for (int i = 0; i < 25; i++) {
        assertEquals(values[i / 5][i % 5], a.getDouble(i / 5, i % 5));
        assertEquals(values[i / 5][i % 5], b.getDouble(i / 5, i % 5));
      }
    }
  }

  @Test
  void singularMatrixIsNamed() {
    var a = Nd.zeros(2, 3, 2, 2);
    for (int i = 0; i < 6; i++) {
      a.set(1, i / 3, i % 3, 0, 0);
      a.set(i == 4 ? 0 : 1, i / 3, i % 3, 1, 1);
    }
    var message = assertThrows(LinAlgException.class, () -> Linalg.solve(a, Nd.ones(2))).getMessage();
    assertEquals("singular matrix at index (1, 1) of the stack: pivot 1 of its LU decomposition is exactly zero;"
        + " lstsq solves such systems", message);
    var one = Nd.zeros(2, 2);
    assertTrue(assertThrows(LinAlgException.class, () -> Linalg.solve(one, Nd.ones(2))).getMessage()
        .startsWith("singular matrix: pivot 0"));
  }

  @Test
  void oneMatrixForManySidesIsFactoredOnce() {
    var random = new Random(2);
    var a = Layouts.random(random, 4, 4);
    var b = Layouts.array(DType.float64, Layouts.random(random, 30, 4)).reshape(10, 3, 4).mT();
    var x = Linalg.solve(Layouts.array(DType.float64, a), b);
    assertArrayEquals(new long[] {10, 4, 3}, x.shape());
    Golden.check(b.copy(), Linalg.matmul(Layouts.array(DType.float64, a), x), 1e-12, "a x");
  }

  @Test
  void shapesThatDoNotFit() {
    var square = Nd.zeros(3, 3);
    for (var a : new NDArray[] {Nd.zeros(3, 4), Nd.zeros(3), Nd.scalar(DType.float64, 1.0)}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> Linalg.solve(a, Nd.zeros(3))).getMessage().contains("square"));
    }
    for (var b : new NDArray[] {Nd.zeros(4), Nd.zeros(4, 2), Nd.scalar(DType.float64, 1.0)}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> Linalg.solve(square, b)).getMessage().contains("right-hand sides"));
      assertThrows(IllegalArgumentException.class, () -> Linalg.lstsq(square, b));
    }
    assertThrows(IllegalArgumentException.class, () -> Linalg.solve(Nd.zeros(2, 3, 3), Nd.zeros(4, 3, 1)));
    assertThrows(IllegalArgumentException.class, () -> Linalg.lstsq(Nd.zeros(2, 3, 3), Nd.zeros(3)));
    assertThrows(IllegalArgumentException.class, () -> Linalg.lstsq(square, Nd.zeros(3), Double.NaN));
  }

  @Test
  void whatDoesNotConvergeSaysSo() {
    var a = Nd.ones(3, 2);
    a.set(Double.NaN, 1, 1);
    assertTrue(assertThrows(LinAlgException.class, () -> Linalg.lstsq(a, Nd.ones(3))).getMessage().contains("NaN"));
    a.set(Double.NEGATIVE_INFINITY, 1, 1);
    assertTrue(assertThrows(LinAlgException.class, () -> Linalg.lstsq(a, Nd.ones(3))).getMessage().contains("-Infinity"));
  }

  @Test
  void rcondDecidesTheRank() {
    var a = Nd.zeros(3, 2);
    a.set(1, 0, 0);
    a.set(1e-3, 1, 1);
    assertEquals(2, Linalg.lstsq(a, Nd.ones(3)).rank());
    assertEquals(1, Linalg.lstsq(a, Nd.ones(3), 0.01).rank());
  }

  @Test
  void anInterruptIsKept() {
    Thread.currentThread().interrupt();
    var random = new Random(3);
    var a = Layouts.array(DType.float64, Layouts.random(random, 100, 100));
    Linalg.solve(a, a);
    assertTrue(Thread.interrupted());
  }

  @Test
  void theLibraryFollowsTheThreadLimit() {
    var threads = Backends.active().threads();
    var a = Nd.ones(100, 100);
    Linalg.matmul(a, a);
    int most = threads.get();
    assertEquals(most, Linalg.showConfig().threads());
    var limit = ThreadLimit.open(1);
    try {
      Linalg.matmul(a, a);
      assertEquals(1, threads.get());
      assertEquals(1, Linalg.showConfig().threads());
    } finally {
      limit.close();
    }
    Linalg.matmul(a, a);
    assertEquals(most, threads.get());
  }
}
