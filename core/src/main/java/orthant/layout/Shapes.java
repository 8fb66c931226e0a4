package orthant.layout;

import java.util.Arrays;

/** Pure functions on shapes, axes and indices, with the messages that go with them. */
public final class Shapes {
  private Shapes() {}

  /**
   * A shape as Python writes it.
   *
   * @param shape the sizes
   * @return {@code ()}, {@code (3,)} or {@code (3, 4)}
   */
  public static String text(long... shape) {
    if (shape.length == 1) {
      return "(" + shape[0] + ",)";
    }
    StringBuilder s = new StringBuilder("(");
    for (int i = 0; i < shape.length; i++) {
      s.append(i == 0 ? "" : ", ").append(shape[i]);
    }
    return s.append(')').toString();
  }

  /**
   * The number of elements of a shape.
   *
   * @param shape the sizes
   * @return their product
   * @throws IllegalArgumentException if a size is negative or the product overflows
   */
  public static long size(long... shape) {
    return Layout.count(1, shape);
  }

  /**
   * Makes an axis number non-negative.
   *
   * @param axis from {@code -ndim} to {@code ndim - 1}
   * @param ndim the number of axes
   * @return the axis from 0
   * @throws IndexOutOfBoundsException if the axis is outside
   */
  public static int normalAxis(int axis, int ndim) {
    int a = axis < 0 ? axis + ndim : axis;
    if (a < 0 || a >= ndim) {
      throw new IndexOutOfBoundsException(
          "axis " + axis + " is out of range for an array of " + ndim + " axes; it must be from " + -ndim + " to " + (ndim - 1));
    }
    return a;
  }

  /**
   * Makes axis numbers non-negative and checks that none occurs twice.
   *
   * @param axes axis numbers
   * @param ndim the number of axes
   * @return the axes from 0, in the given order
   * @throws IndexOutOfBoundsException if an axis is outside
   * @throws IllegalArgumentException if an axis occurs twice
   */
  public static int[] normalAxes(int[] axes, int ndim) {
    int[] normal = new int[axes.length];
    boolean[] seen = new boolean[ndim];
    for (int i = 0; i < axes.length; i++) {
      normal[i] = normalAxis(axes[i], ndim);
      if (seen[normal[i]]) {
        throw new IllegalArgumentException("axis " + normal[i] + " occurs twice in " + Arrays.toString(axes) + "; axes must differ");
      }
      seen[normal[i]] = true;
    }
    return normal;
  }

  /**
   * All axis numbers.
   *
   * @param ndim the number of axes
   * @return from 0 to {@code ndim - 1}
   */
  public static int[] allAxes(int ndim) {
    int[] axes = new int[ndim];
    Arrays.setAll(axes, i -> i);
    return axes;
  }

  /**
   * Makes an index non-negative.
   *
   * @param index from {@code -size} to {@code size - 1}
   * @param size the size of the axis
   * @param axis the axis, for the message
   * @return the index from 0
   * @throws IndexOutOfBoundsException if the index is outside
   */
  public static long normalIndex(long index, long size, int axis) {
    long i = index < 0 ? index + size : index;
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException("index " + index + " is out of bounds for axis " + axis + " with size " + size
          + (size == 0 ? "" : "; it must be from " + -size + " to " + (size - 1)));
    }
    return i;
  }

  /**
   * The shape to which two shapes broadcast.
   *
   * @param a one shape
   * @param b the other
   * @return the common shape
   * @throws IllegalArgumentException if they do not broadcast
   */
  public static long[] broadcast(long[] a, long[] b) {
    int n = Math.max(a.length, b.length);
    long[] out = new long[n];
    for (int i = 0; i < n; i++) {
      int ia = i - (n - a.length);
      int ib = i - (n - b.length);
      long x = ia < 0 ? 1 : a[ia];
      long y = ib < 0 ? 1 : b[ib];
      if (x != y && x != 1 && y != 1) {
        throw new IllegalArgumentException("cannot broadcast " + text(a) + " with " + text(b) + ": axis " + i + " has " + x + " and " + y
            + "; sizes must match or be 1");
      }
      out[i] = x == 1 ? y : x;
    }
    return out;
  }

  /**
   * Checks that a shape broadcasts to another.
   *
   * @param from the shape
   * @param to the wanted shape
   * @throws IllegalArgumentException if it does not
   */
  public static void broadcastsTo(long[] from, long[] to) {
    boolean fits = from.length <= to.length;
    for (int i = 1; fits && i <= from.length; i++) {
      long n = from[from.length - i];
      fits = n == 1 || n == to[to.length - i];
    }
    if (!fits) {
      throw new IllegalArgumentException("cannot broadcast " + text(from) + " to " + text(to)
          + "; counted from the last axis, sizes must match or be 1");
    }
  }
}
