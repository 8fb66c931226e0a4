package orthant.testing;

import orthant.NDArray;
import orthant.Nd;

/**
 * Assertions about arrays, after {@code numpy.testing}. A failure lists how many elements are wrong, the first of them with
 * both values, and the largest differences. Import them statically; they need nothing but this module.
 *
 * <p>From the strictest to the mildest: {@link #assertSameBits}, {@link #assertIdentical}, {@link #assertArrayEqual},
 * {@link #assertMaxUlp}, {@link #assertAllClose}. They read the elements one by one, and not by the operations they are to test.
 */
public final class ArrayAssertions {
  /** The relative tolerance of {@link #assertAllClose(NDArray, NDArray)}, NumPy's. */
  public static final double RTOL = 1e-7;

  private ArrayAssertions() {}

  /**
   * Insists on the same dtype, the same shape and the same bits of every element, those of NaNs included. Strides do not count.
   *
   * @param actual what came out
   * @param desired what should have
   * @throws AssertionError if they differ
   */
  public static void assertSameBits(NDArray actual, NDArray desired) {
    assertSameBits(actual, desired, null);
  }

  /**
   * As {@link #assertSameBits(NDArray, NDArray)}.
   *
   * @param actual what came out
   * @param desired what should have
   * @param message what the failure begins with
   * @throws AssertionError if they differ
   */
  public static void assertSameBits(NDArray actual, NDArray desired, String message) {
    new Comparison("the arrays do not have the same bits", actual, desired, message).withBits().sameType().sameShape()
        .check((a, i, b, j) -> a.sameBits(i, b, j, true));
  }

  /**
   * Insists on the same dtype, the same shape and the same numbers: -0.0 is not 0.0, but every NaN is the same one.
   *
   * @param actual what came out
   * @param desired what should have
   * @throws AssertionError if they differ
   */
  public static void assertIdentical(NDArray actual, NDArray desired) {
    assertIdentical(actual, desired, null);
  }

  /**
   * As {@link #assertIdentical(NDArray, NDArray)}.
   *
   * @param actual what came out
   * @param desired what should have
   * @param message what the failure begins with
   * @throws AssertionError if they differ
   */
  public static void assertIdentical(NDArray actual, NDArray desired, String message) {
    new Comparison("the arrays are not identical", actual, desired, message).withBits().sameType().sameShape()
        .check((a, i, b, j) -> a.sameBits(i, b, j, false));
  }

  /**
   * Insists on the same shape and equal elements, whatever the dtypes: 0.0 equals -0.0, NaN equals NaN, and values are compared
   * exactly, not after a cast to a common type. An array without axes is compared with every element of the other.
   *
   * @param actual what came out
   * @param desired what should have
   * @throws AssertionError if they differ
   */
  public static void assertArrayEqual(NDArray actual, NDArray desired) {
    assertArrayEqual(actual, desired, null);
  }

  /**
   * As {@link #assertArrayEqual(NDArray, NDArray)}.
   *
   * @param actual what came out
   * @param desired what should have
   * @param message what the failure begins with
   * @throws AssertionError if they differ
   */
  public static void assertArrayEqual(NDArray actual, NDArray desired, String message) {
    new Comparison("the arrays are not equal", actual, desired, message).sameShapeOrScalar().check(Elements::equal);
  }

  /**
   * Insists that {@code |actual - desired| <= 1e-7 |desired|}; NaN equals NaN.
   *
   * @param actual what came out
   * @param desired what should have
   * @throws AssertionError if they differ by more
   */
  public static void assertAllClose(NDArray actual, NDArray desired) {
    assertAllClose(actual, desired, RTOL, 0);
  }

  /**
   * Insists that {@code |actual - desired| <= atol + rtol |desired|}; NaN equals NaN.
   *
   * @param actual what came out
   * @param desired what should have
   * @param rtol the relative tolerance
   * @param atol the absolute tolerance
   * @throws AssertionError if they differ by more
   */
  public static void assertAllClose(NDArray actual, NDArray desired, double rtol, double atol) {
    assertAllClose(actual, desired, rtol, atol, true, null);
  }

  /**
   * Insists that {@code |actual - desired| <= atol + rtol |desired|}, computed in float64 (complex numbers by their absolute
   * values). Infinities must be equal. Shapes must be equal, or one array have no axes. Dtypes do not count.
   *
   * @param actual what came out
   * @param desired what should have
   * @param rtol the relative tolerance, 0 or more
   * @param atol the absolute tolerance, 0 or more
   * @param equalNan whether NaN equals NaN
   * @param message what the failure begins with, or null
   * @throws AssertionError if they differ by more
   * @throws IllegalArgumentException if a tolerance is negative or NaN
   */
  public static void assertAllClose(NDArray actual, NDArray desired, double rtol, double atol, boolean equalNan, String message) {
    if (!(rtol >= 0 && atol >= 0)) {
      throw new IllegalArgumentException("the tolerances rtol=" + rtol + " and atol=" + atol + " must be 0 or more");
    }
    String title = "the arrays are not equal to tolerance rtol=" + rtol + ", atol=" + atol;
    new Comparison(title, actual, desired, message).sameShapeOrScalar().check((a, i, b, j) -> {
      if (a.isNan(i) || b.isNan(j)) {
        return equalNan && a.isNan(i) && b.isNan(j);
      }
      // Equal comes first: the difference of infinities is NaN.
      return a.equal(i, b, j) || Double.isFinite(b.size(j)) && a.distance(i, b, j) <= atol + rtol * b.size(j);
    });
  }

  /**
   * Insists that no element is more than some units in the last place from what it should be: that at most so many numbers of
   * the dtype lie between them, the desired one counted. NaN equals NaN. Of complex numbers each part is held to it; integers
   * step by 1.
   *
   * @param actual what came out
   * @param desired what should have, of the same dtype and shape
   * @param maxUlp how far is allowed, 0 or more
   * @throws AssertionError if they differ by more
   */
  public static void assertMaxUlp(NDArray actual, NDArray desired, long maxUlp) {
    assertMaxUlp(actual, desired, maxUlp, null);
  }

  /**
   * As {@link #assertMaxUlp(NDArray, NDArray, long)}.
   *
   * @param actual what came out
   * @param desired what should have, of the same dtype and shape
   * @param maxUlp how far is allowed, 0 or more
   * @param message what the failure begins with
   * @throws AssertionError if they differ by more
   */
  public static void assertMaxUlp(NDArray actual, NDArray desired, long maxUlp, String message) {
    new Comparison("the arrays are not equal up to " + maxUlp + " ULP", actual, desired, message).withSteps().sameType().sameShape()
        .check((a, i, b, j) -> a.steps(i, b, j) <= maxUlp);
  }

  /**
   * Insists that every element is less than that of the other array at the same place. NaN is less than nothing; of complex
   * numbers the real part is compared, then the imaginary one.
   *
   * @param smaller an array
   * @param larger an array of the same shape; or one of the two has no axes
   * @throws AssertionError if an element is not less
   */
  public static void assertArrayLess(NDArray smaller, NDArray larger) {
    new Comparison("the arrays are not strictly ordered", smaller, larger, null).named("smaller", "larger").sameShapeOrScalar()
        .check((a, i, b, j) -> {
          if (a.isNan(i) || b.isNan(j)) {
            return false;
          }
          int real = Part.compare(a.part, a.bits(i, 0), b.part, b.bits(j, 0));
          return real < 0 || real == 0 && Part.compare(a.part, a.bits(i, 1), b.part, b.bits(j, 1)) < 0;
        });
  }

  /**
   * How many numbers further one is than the other: 0 for equal ones (also for 0.0 and -0.0), 1 for neighbours. Infinity is the
   * neighbour of the largest number.
   *
   * @param a a number
   * @param b a number
   * @return the distance; 0 if both are NaN, and {@link Long#MAX_VALUE} if one is or the distance is larger than that
   */
  public static long ulpDistance(double a, double b) {
    return new Part(Part.Form.FLOAT, 8).steps(Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b));
  }

  /**
   * As {@link #ulpDistance(double, double)}, among the numbers of float32.
   *
   * @param a a number
   * @param b a number
   * @return the distance; 0 if both are NaN, and {@link Long#MAX_VALUE} if one is
   */
  public static long ulpDistance(float a, float b) {
    return new Part(Part.Form.FLOAT, 4).steps(Float.floatToRawIntBits(a) & 0xFFFF_FFFFL, Float.floatToRawIntBits(b) & 0xFFFF_FFFFL);
  }

  /**
   * The distance of each pair of elements, in numbers of their dtype; of complex ones the larger distance of the parts.
   *
   * @param a an array
   * @param b an array of the same dtype and shape
   * @return an int64 array of that shape
   * @throws IllegalArgumentException if the dtypes or the shapes differ
   */
  public static NDArray ulpDistance(NDArray a, NDArray b) {
    if (a.dtype() != b.dtype() || !a.sameShape(b)) {
      throw new IllegalArgumentException("cannot count the numbers between " + Describe.typeAndShape(a) + " and " + Describe.typeAndShape(b)
          + "; dtypes and shapes must be equal");
    }
    long[] distances = new long[Math.toIntExact(a.size())];
    new Comparison("", a, b, null).check((x, i, y, j) -> {
      distances[(int) i] = x.steps(i, y, j);
      return true;
    });
    return Nd.array(distances).reshape(a.shape());
  }
}
