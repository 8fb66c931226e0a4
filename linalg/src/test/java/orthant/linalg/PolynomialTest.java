package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fitted polynomials, roots and eigenvalues beside NumPy's. */
class PolynomialTest {
  static Stream<String> fits() {
    return Golden.cases("polyfit-");
  }

  static Stream<String> roots() {
    return Golden.cases("roots-");
  }

  static Stream<String> eigenvalues() {
    return Golden.cases("eigvals-");
  }

  private static double tolerance(NDArray array) {
    return array.dtype() == DType.float32 ? 1e-4 : 1e-9;
  }

  @ParameterizedTest
  @MethodSource("fits")
  void fitsAsNumPy(String name) {
    var x = Golden.get(name, "x");
    var y = Golden.get(name, "y");
    var weights = Golden.get(name, "w");
    int degree = (int) Golden.get(name, "degree").getLong();
    var expected = Golden.get(name, "c");
    var full = Linalg.polyfitFull(x, y, degree, weights, Golden.get(name, "rcond").getDouble());
    Golden.check(expected, full.x(), tolerance(expected), name);
    assertEquals(Golden.get(name, "rank").getLong(), full.rank(), name);
    Golden.check(Golden.get(name, "s"), full.singularValues(), tolerance(expected), name + " singular values");
    Golden.check(Golden.get(name, "residuals"), full.residuals(), tolerance(expected), name + " residuals");
    if (!name.equals("polyfit-rcond")) {
      Golden.check(expected, Linalg.polyfit(x, y, degree, weights), tolerance(expected), name + " with the usual rcond");
    }
  }

  @Test
  void fitsOfViewsAndWithoutWeights() {
    var x = Nd.arange(12.0).get("::2");
    var y = x.square().multiply(3).subtract(x).add(0.5);
    Golden.check(Nd.array(3.0, -1, 0.5), Linalg.polyfit(x, y, 2), 1e-12, "a parabola");
    Golden.check(Nd.array(3.0, -1, 0.5), Linalg.polyfit(x.flip(), y.flip(), 2), 1e-12, "reversed");
  }

  /** Sorted by their real parts, then by the imaginary ones. */
  private static void check(String name, NDArray found) {
    var re = Golden.get(name, "re");
    assertEquals(re.dtype() == DType.float32 ? DType.complex64 : DType.complex128, found.dtype(), name);
    var sorted = found.take(Nd.lexsort(found.imag(), Nd.round(found.real(), 6)));
    Golden.check(re, sorted.real().copy(), tolerance(re), name + " real parts");
    var im = Golden.get(name, "im");
    double size = 1 + im.abs().sum().getDouble();
    Golden.check(im.add(size), sorted.imag().add(size), tolerance(re), name + " imaginary parts");
  }

  @ParameterizedTest
  @MethodSource("roots")
  void rootsAreNumPys(String name) {
    check(name, Linalg.roots(Golden.get(name, "p")));
  }

  @ParameterizedTest
  @MethodSource("eigenvalues")
  void eigenvaluesAreNumPys(String name) {
    check(name, Linalg.eigvals(Golden.get(name, "a")));
  }

  @Test
  void stacksHaveTheEigenvaluesOfEachMatrix() {
    var a = Nd.arange(18.0).square().reshape(2, 3, 3);
    var both = Linalg.eigvals(a);
    for (int k = 0; k < 2; k++) {
      assertEquals(Linalg.eigvals(a.get(String.valueOf(k))).toString(), both.get(String.valueOf(k)).toString());
    }
    assertEquals(0, Linalg.eigvals(Nd.zeros(0, 3, 3)).size());
    assertEquals(0, Linalg.eigvals(Nd.zeros(3, 0, 0)).size());
    for (var p : new NDArray[] {Nd.zeros(DType.float32, 2), Nd.ones(DType.float32, 1), Nd.ones(DType.float32, 2)}) {
      assertEquals(DType.complex64, Linalg.roots(p).dtype());
    }
    Battery.eigenvalues();
  }

  @Test
  void whatDoesNotFitIsNamed() {
    var x = Nd.arange(4.0);
    refused("a polynomial of degree -1; it must be 0 or more", () -> Linalg.polyfit(x, x, -1));
    refused("cannot fit a polynomial to places of shape (4,) and values of shape (3,); the shapes must be (m,), and (m,) or (m, k), "
        + "with m at least 1",
        () -> Linalg.polyfit(x, Nd.zeros(3), 1));
    refused("weights of shape (2,) for 4 values; there must be one for each", () -> Linalg.polyfit(x, x, 1, Nd.ones(2)));
    refused("coefficients of shape (2, 2); there must be one axis", () -> Linalg.roots(Nd.ones(2, 2)));
    refused("no eigenvalues of a matrix of shape (2, 3); the last two axes must be square", () -> Linalg.eigvals(Nd.ones(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> Linalg.roots(Nd.ones(DType.complex128, 2)));
    assertThrows(LinAlgException.class, () -> Linalg.roots(Nd.array(1, Double.NaN)));
    assertThrows(LinAlgException.class, () -> Linalg.polyfit(Nd.zeros(4), x, 1));
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
