package orthant.testing;

import static orthant.DType.float32;
import static orthant.DType.float64;
import static orthant.DType.int64;
import static orthant.Nd.arange;
import static orthant.Nd.array;
import static orthant.Nd.scalar;
import static orthant.Nd.zeros;
import static orthant.testing.ArrayAssertions.assertAllClose;
import static orthant.testing.ArrayAssertions.assertArrayEqual;
import static orthant.testing.ArrayAssertions.assertArrayLess;
import static orthant.testing.ArrayAssertions.assertIdentical;
import static orthant.testing.ArrayAssertions.assertMaxUlp;
import static orthant.testing.ArrayAssertions.assertSameBits;
import static orthant.testing.ArrayAssertions.ulpDistance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArrayAssertionsTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static String failure(Executable code) {
    return assertThrows(AssertionError.class, code).getMessage();
  }

  @Test
  void saysWhereAndHowMuch() {
    NDArray actual = arange(12.0).reshape(3, 4);
    NDArray desired = actual.add(where(actual, 6));
    assertEquals("""
        after a step: the arrays are not equal to tolerance rtol=1.0E-7, atol=0.0
        mismatched elements: 6 of 12 (50%)
        first 5 mismatches, by index:
          [1, 2]: 6.0 (actual), 6.5 (desired)
          [1, 3]: 7.0 (actual), 7.5 (desired)
          [2, 0]: 8.0 (actual), 8.5 (desired)
          [2, 1]: 9.0 (actual), 9.5 (desired)
          [2, 2]: 10.0 (actual), 10.5 (desired)
        max absolute difference of these: 0.5
        max relative difference of these: 0.076923077
        actual, float64 of shape (3, 4):
        [[ 0.  1.  2.  3.]
         [ 4.  5.  6.  7.]
         [ 8.  9. 10. 11.]]
        desired, float64 of shape (3, 4):
        [[ 0.   1.   2.   3. ]
         [ 4.   5.   6.5  7.5]
         [ 8.5  9.5 10.5 11.5]]""", failure(() -> assertAllClose(actual, desired, 1e-7, 0, true, "after a step")));
  }

  private static NDArray where(NDArray a, double from) {
    return Nd.where(a.greaterEqual(from), scalar(float64, 0.5), scalar(float64, 0));
  }

  @Test
  void saysWhichShapesAndTypesDiffer() {
    String shapes = failure(() -> assertArrayEqual(zeros(2, 3), zeros(4)));
    assertTrue(shapes.startsWith("the arrays are not equal\nthe shapes (2, 3) and (4,) differ\nactual, float64 of shape (2, 3):\n[[0. 0."), shapes);
    String types = failure(() -> assertIdentical(zeros(float32, 2), zeros(2)));
    assertTrue(types.contains("the dtypes float32 and float64 differ"), types);
    assertTrue(failure(() -> assertMaxUlp(zeros(float32, 2), zeros(2), 1)).contains("dtypes"));
    failure(() -> assertSameBits(zeros(1, 2), zeros(2)));
    failure(() -> assertAllClose(zeros(1, 2), zeros(2)));
    failure(() -> assertArrayLess(zeros(1, 2), zeros(2)));
  }

  @Test
  void equalWhateverTheTypeAndTheLayout() {
    assertArrayEqual(array(1L, 2L), array(1.0, 2.0));
    assertArrayEqual(array(NAN, -0.0, INF), array(NAN, 0.0, INF));
    assertArrayEqual(arange(6).reshape(2, 3).T(), array(new long[][] {{0, 3}, {1, 4}, {2, 5}}));
    assertArrayEqual(zeros(3, 2), scalar(float64, 0));
    assertArrayEqual(scalar(float64, 0), zeros(3, 2));
    assertArrayEqual(zeros(0, 2), zeros(0, 2));
    assertArrayEqual(zeros(0, 2), scalar(float64, 7));
    failure(() -> assertArrayEqual(array(NAN), array(1.0)));
    failure(() -> assertArrayEqual(array(1.0), array(NAN)));
    failure(() -> assertArrayEqual(array(INF), array(-INF)));
    failure(() -> assertArrayEqual(arange(3), scalar(int64, 1)));
  }

  @Test
  void largeIntegersAreComparedExactly() {
    long big = (1L << 53) + 1;
    assertArrayEqual(array(big), array(big));
    String message = failure(() -> assertArrayEqual(array(big), array((double) (1L << 53))));
    assertTrue(message.contains("max absolute difference of these: 1\n"), message);
    failure(() -> assertAllClose(array(Long.MAX_VALUE), array(Long.MAX_VALUE - 1), 0, 0.5));
    assertAllClose(array(Long.MAX_VALUE), array(Long.MAX_VALUE - 1), 0, 1);
    assertArrayLess(array(Long.MAX_VALUE - 1), array(Long.MAX_VALUE));
    assertArrayLess(array(Long.MAX_VALUE), array(0x1p63));
  }

  @Test
  void bitsAreStricterThanNumbersThanEquality() {
    NDArray quiet = array(Double.longBitsToDouble(0x7ff8000000000000L));
    NDArray payload = array(Double.longBitsToDouble(0x7ff8000000000abcL));
    assertIdentical(quiet, payload);
    String message = failure(() -> assertSameBits(quiet, payload));
    assertTrue(message.contains("[0]: nan = 0x7ff8000000000000 (actual), nan = 0x7ff8000000000abc (desired)"), message);
    assertArrayEqual(array(0.0), array(-0.0));
    failure(() -> assertIdentical(array(0.0), array(-0.0)));
    failure(() -> assertSameBits(array(0.0), array(-0.0)));
    assertSameBits(arange(6).get("::-1"), array(5L, 4L, 3L, 2L, 1L, 0L));
    assertTrue(failure(() -> assertSameBits(array(-1), array(255))).contains("[0]: -1 = 0xffffffff (actual), 255 = 0x000000ff (desired)"));
  }

  @Test
  void tolerances() {
    assertAllClose(array(1.0, INF, NAN), array(1 + 5e-8, INF, NAN));
    failure(() -> assertAllClose(array(1.0), array(1 + 2e-7)));
    failure(() -> assertAllClose(array(INF), array(1.0), 1, 1));
    failure(() -> assertAllClose(array(1.0), array(INF), 1, 1));
    failure(() -> assertAllClose(array(NAN), array(NAN), 1, 1, false, null));
    assertAllClose(array(0.0, 1e-9), array(1e-9, 0.0), 0, 1e-9);
    assertTrue(failure(() -> assertAllClose(array(NAN, 1.0), array(1.0, 1.0))).contains("NaN on one side only: 1\n"));
    for (double bad : new double[] {-1, NAN}) {
      assertThrows(IllegalArgumentException.class, () -> assertAllClose(zeros(1), zeros(1), bad, 0));
      assertThrows(IllegalArgumentException.class, () -> assertAllClose(zeros(1), zeros(1), 0, bad));
    }
  }

  @Test
  void ulps() {
    assertEquals(0, ulpDistance(0.0, -0.0));
    assertEquals(2, ulpDistance(Double.MIN_VALUE, -Double.MIN_VALUE));
    assertEquals(1, ulpDistance(1f, Math.nextUp(1f)));
    assertEquals(1, ulpDistance(Double.MAX_VALUE, INF));
    assertEquals(0, ulpDistance(NAN, NAN));
    assertEquals(Long.MAX_VALUE, ulpDistance(NAN, 1));
    assertEquals(Long.MAX_VALUE, ulpDistance(-INF, INF));
    assertEquals(Long.MAX_VALUE, ulpDistance(-2.0, 2.0));
    assertEquals(2L * Double.doubleToRawLongBits(1.5), ulpDistance(-1.5, 1.5));
    assertEquals("[0 1 2]", ulpDistance(array(1.0, 1.0, 1.0), array(1.0, Math.nextUp(1.0), 1 - Math.ulp(1.0))).toString());
    assertEquals(int64, ulpDistance(zeros(float32, 2), zeros(float32, 2)).dtype());
    assertThrows(IllegalArgumentException.class, () -> ulpDistance(zeros(float32, 2), zeros(2)));
    assertMaxUlp(array(1.0), array(Math.nextUp(1.0)), 1);
    assertMaxUlp(array(5), array(7), 2);
    String message = failure(() -> assertMaxUlp(array(1.0), array(1 + 8 * Math.ulp(1.0)), 7));
    assertTrue(message.contains("[0]: 1.0 (actual), 1.0000000000000018 (desired), 8 ULP apart\n"), message);
    assertTrue(message.contains("max distance of these: 8 ULP\n"), message);
  }

  @Test
  void order() {
    assertArrayLess(array(1.0, -INF), array(2.0, 5.0));
    assertArrayLess(array(1.0, 2.0), scalar(float64, 3));
    assertTrue(failure(() -> assertArrayLess(arange(3), arange(3))).contains("[0]: 0 (smaller), 0 (larger)"));
    failure(() -> assertArrayLess(array(NAN), array(1.0)));
  }

  @Test
  void memoryThatIsGoneIsNotRead() {
    NDArray gone;
    try (var _ = Scope.open()) {
      gone = zeros(float64, 3);
    }
    assertThrows(IllegalStateException.class, () -> assertArrayEqual(gone, zeros(3)));
    assertThrows(IllegalStateException.class, () -> assertArrayEqual(zeros(3), gone));
  }

  @Test
  void everyTypeIsReadAsTheLibraryReadsIt() {
    for (DType type : DType.values()) {
      NDArray numbers = array(0.0, 1.0, 0.0, 1.0, 1.0).astype(type);
      assertArrayEqual(numbers, array(0L, 1L, 0L, 1L, 1L));
      assertSameBits(numbers, numbers.get("::-1").copy().get("::-1"));
      failure(() -> assertArrayEqual(numbers, array(0L, 1L, 0L, 1L, 0L)));
      failure(() -> assertIdentical(numbers, array(0.0, 1.0, 1.0, 1.0, 1.0).astype(type)));
    }
  }
}
