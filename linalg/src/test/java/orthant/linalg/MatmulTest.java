package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import orthant.DType;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatmulTest {
  static Stream<String> golden() {
    return Golden.cases("matmul");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithNumPy(String name) {
    var a = Golden.get(name, "a");
    var b = Golden.get(name, "b");
    var c = Golden.get(name, "c");
    double tolerance = c.dtype() == DType.float64 ? 1e-14 : c.dtype() == DType.float32 ? 1e-6 : 0;
    Golden.check(c, Linalg.matmul(a, b), tolerance, name);
    Golden.check(c, a.matmul(b), tolerance, name);
    Golden.check(c, Linalg.matmul(a, b, Nd.empty(c.dtype(), c.shape())), tolerance, name);
  }

  @Test
  void allLayoutsOnThisBackend() {
    assertTrue(Battery.products() < 10);
    assertTrue(Battery.vectors() < 10);
  }

  @Test
  void stacksOfSmallMatricesBroadcast() {
    var random = new Random(5);
    var a = Layouts.array(DType.float64, Layouts.random(random, 6 * 4, 35)).reshape(6, 1, 4, 5, 7);
    var b = Layouts.array(DType.float64, Layouts.random(random, 3 * 7, 6)).reshape(3, 1, 7, 6);
    var c = Linalg.matmul(a, b);
    assertArrayEquals(new long[] {6, 3, 4, 5, 6}, c.shape());
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 3; j++) {
        for (int l = 0; l < 4; l++) {
          double sum = 0;
          for (int p = 0; p < 7; p++) {
            sum += a.getDouble(i, 0, l, 4, p) * b.getDouble(j, 0, p, 5);
          }
          assertEquals(sum, c.getDouble(i, j, l, 4, 5), 1e-14);
        }
      }
    }
  }

  @Test
  void stackTimesOneMatrixIsOneProduct() {
    var random = new Random(6);
    var a = Layouts.array(DType.float64, Layouts.random(random, 40 * 3, 9)).reshape(40, 3, 9);
    var b = Layouts.array(DType.float64, Layouts.random(random, 9, 5));
    var c = Linalg.matmul(a, b);
    var flat = Linalg.matmul(a.reshape(120, 9), b);
    assertArrayEquals(new long[] {40, 3, 5}, c.shape());
    Golden.check(flat, c.reshape(120, 5), 1e-15, "merged stack");
    var vectors = Linalg.matmul(a.get("::2, 1:2, :"), b);
    for (int i = 0; i < 20; i++) {
      assertEquals(c.getDouble(2 * i, 1, 4), vectors.getDouble(i, 0, 4), 1e-15);
    }
  }

  @Test
  void productOfTransposesIsTheTransposedProduct() {
    var random = new Random(7);
    var a = Layouts.array(DType.float64, Layouts.random(random, 90, 80));
    var b = Layouts.array(DType.float64, Layouts.random(random, 80, 100));
    Golden.check(Linalg.matmul(a, b).mT().copy(), Linalg.matmul(b.mT(), a.mT()), 1e-14, "transposed");
  }

  @Test
  void outMayOverlapWithTheOperands() {
    var random = new Random(8);
    for (int n : new int[] {3, 70}) {
      var a = Layouts.array(DType.float64, Layouts.random(random, n, n));
      var b = Layouts.array(DType.float64, Layouts.random(random, n, n));
      var expected = Linalg.matmul(a, b);
      var left = a.copy();
      assertSame(left, Linalg.matmul(left, b, left));
      Golden.check(expected, left, 1e-14, "out is a");
      var right = b.copy();
      Linalg.matmul(a, right, right.mT());
      Golden.check(expected.mT().copy(), right, 1e-14, "out is the transpose of b");
    }
  }

  @Test
  void outMayHaveAnyLayoutAndAHigherType() {
    var random = new Random(9);
    var left = Layouts.random(random, 70, 66);
    var right = Layouts.random(random, 66, 68);
    var a = Layouts.array(DType.float32, left);
    var b = Layouts.array(DType.float32, right);
    var expected = Linalg.matmul(a, b);
    for (String layout : Layouts.ALL) {
      var out = Layouts.arrange(layout, DType.float32, new double[70][68]);
      Linalg.matmul(a, b, out);
      Golden.check(expected, out.copy(), 1e-6, layout);
    }
    var wide = Nd.empty(DType.float64, 70, 68);
    Linalg.matmul(a, b, wide);
    Golden.check(expected.astype(DType.float64), wide, 1e-6, "float64");
    assertThrows(IllegalArgumentException.class, () -> Linalg.matmul(a, b, Nd.empty(DType.int64, 70, 68)));
    var message = assertThrows(IllegalArgumentException.class, () -> Linalg.matmul(a, b, Nd.empty(DType.float32, 68, 70))).getMessage();
    assertEquals("cannot write a product of shape (70, 68) into an array of shape (68, 70); they must be equal", message);
    assertThrows(UnsupportedOperationException.class, () -> Linalg.matmul(a, b, Layouts.repeated(DType.float32, new double[68], 70)));
  }

  @ParameterizedTest
  @CsvSource({
    "'3,4', '3,4', 'cannot multiply matrices of shapes (3, 4) and (3, 4):"
        + " axis 1 of the left one has 4 and axis 0 of the right one has 3; they must match'",
    "'3', '4', 'cannot multiply matrices of shapes (3,) and (4,):"
        + " axis 0 of the left one has 3 and axis 0 of the right one has 4; they must match'",
    "'2,3,4', '3,4,5', 'cannot broadcast (2,) with (3,): axis 0 has 2 and 3; sizes must match or be 1'",
    "'', '3', 'cannot multiply matrices of shapes () and (3,):"
        + " the left one has no axes; operands must have at least 1 (multiply() scales by a number)'",
    "'3', '', 'cannot multiply matrices of shapes (3,) and ():"
        + " the right one has no axes; operands must have at least 1 (multiply() scales by a number)'"
  })
  void shapesThatDoNotFit(String a, String b, String message) {
    var left = Nd.empty(DType.float64, shape(a));
    var right = Nd.empty(DType.float64, shape(b));
    assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Linalg.matmul(left, right)).getMessage());
  }

  private static long[] shape(String text) {
    return text.isEmpty() ? new long[0] : Stream.of(text.split(",")).mapToLong(Long::parseLong).toArray();
  }

  @Test
  void emptyStacksAndSizes() {
    assertArrayEquals(new long[] {0, 3, 2}, Linalg.matmul(Nd.empty(DType.float64, 0, 3, 4), Nd.empty(DType.float64, 4, 2)).shape());
    assertArrayEquals(new long[] {3, 0}, Linalg.matmul(Nd.empty(DType.float64, 3, 4), Nd.empty(DType.float64, 4, 0)).shape());
    assertEquals(0, Linalg.matmul(Nd.empty(DType.float64, 0), Nd.empty(DType.float64, 0)).getDouble());
    assertEquals(0, Linalg.matmul(Nd.empty(DType.int64, 70, 0), Nd.empty(DType.int64, 0, 70)).getLong(69, 69));
  }
}
