package orthant.layout;

import java.util.Arrays;

/**
 * Shape and strides of an array: where element (i, j, ...) lies relative to element (0, 0, ...).
 *
 * <p>Immutable, and free of any address, so that arrays of the same form share one instance. Strides are in bytes;
 * they may be negative (reversed axes) or zero (broadcast axes).
 */
public final class Layout {
  private final long[] shape;
  private final long[] strides;
  private final long size;
  /** The item size for which this is C-contiguous, 0 if for none, -1 if for every one (no elements). */
  private final int contiguousFor;

  private Layout(long[] shape, long[] strides, long size, int contiguousFor) {
    this.shape = shape;
    this.strides = strides;
    this.size = size;
    this.contiguousFor = contiguousFor;
  }

  /**
   * The C-order layout of a shape.
   *
   * @param itemSize bytes of an element
   * @param shape sizes of the axes, none negative
   * @return rows after rows, without gaps
   * @throws IllegalArgumentException if a size is negative or the bytes exceed 2^63 - 1
   */
  public static Layout contiguous(int itemSize, long... shape) {
    long[] own = shape.clone();
    long[] strides = new long[own.length];
    long size = count(itemSize, own);
    long step = itemSize;
    for (int i = own.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= Math.max(own[i], 1);
    }
    return new Layout(own, strides, size, size <= 1 ? -1 : itemSize);
  }

  /**
   * A layout with the given strides.
   *
   * @param shape sizes of the axes
   * @param strides bytes from one element to the next along each axis
   * @return the layout; the arrays are copied
   * @throws IllegalArgumentException if the lengths differ or a size is negative
   */
  public static Layout of(long[] shape, long[] strides) {
    return owning(shape.clone(), strides.clone());
  }

  /** A layout of arrays that nobody else holds. */
  static Layout owning(long[] shape, long[] strides) {
    if (shape.length != strides.length) {
      throw new IllegalArgumentException(
          "shape " + Shapes.text(shape) + " has " + shape.length + " axes but there are " + strides.length + " strides; they must match");
    }
    long size = count(1, shape);
    return new Layout(shape, strides, size, contiguousFor(shape, strides, size));
  }

  /** The number of elements, if they have less than 2^63 bytes. */
  static long count(int itemSize, long[] shape) {
    long bytes = itemSize;
    long size = 1;
    boolean empty = false;
    boolean large = false;
    for (long n : shape) {
      if (n < 0) {
        throw new IllegalArgumentException("shape " + Shapes.text(shape) + " has a negative size; sizes must be 0 or more");
      }
      empty |= n == 0;
      large |= Math.multiplyHigh(bytes, n) != 0 || bytes * n < 0;
      bytes *= n;
      size *= n;
    }
    if (empty) {
      return 0;
    }
    if (large) {
      throw new IllegalArgumentException(
          "an array of shape " + Shapes.text(shape) + " and " + itemSize + " bytes an element is too large;"
              + " it must have less than 2^63 bytes");
    }
    return size;
  }

  private static int contiguousFor(long[] shape, long[] strides, long size) {
    if (size == 0 || size == 1) {
      return -1;
    }
    long step = 0;
    int item = 0;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] == 1) {
        continue;
      }
      if (item == 0) {
        if (strides[i] <= 0 || strides[i] > 1024) {
          return 0;
        }
        item = (int) strides[i];
        step = item;
      }
      if (strides[i] != step) {
        return 0;
      }
      step *= shape[i];
    }
    return item;
  }

  /**
   * The number of axes.
   *
   * @return 0 for a scalar
   */
  public int ndim() {
    return shape.length;
  }

  /**
   * The size of an axis.
   *
   * @param axis from 0 to {@code ndim() - 1}
   * @return the size
   */
  public long shape(int axis) {
    return shape[axis];
  }

  /**
   * The stride of an axis.
   *
   * @param axis from 0 to {@code ndim() - 1}
   * @return bytes from one element to the next
   */
  public long stride(int axis) {
    return strides[axis];
  }

  /**
   * The sizes of all axes.
   *
   * @return a copy
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * The strides of all axes.
   *
   * @return a copy, in bytes
   */
  public long[] strides() {
    return strides.clone();
  }

  /**
   * The number of elements.
   *
   * @return the product of the sizes; 1 for a scalar
   */
  public long size() {
    return size;
  }

  /**
   * Whether elements follow each other in C order without gaps.
   *
   * @param itemSize bytes of an element
   * @return true also for arrays of at most one element
   */
  public boolean isContiguous(int itemSize) {
    return contiguousFor == itemSize || contiguousFor == -1;
  }

  /**
   * Whether the shapes are equal; strides do not count.
   *
   * @param other another layout
   * @return true if both have the same sizes in the same order
   */
  public boolean sameShape(Layout other) {
    return this == other || Arrays.equals(shape, other.shape);
  }

  /**
   * The lowest byte that an element touches, relative to the first element.
   *
   * @return 0 or a negative number; 0 if there are no elements
   */
  public long lowByte() {
    long low = 0;
    if (size > 0) {
      for (int i = 0; i < shape.length; i++) {
        low += Math.min(0, (shape[i] - 1) * strides[i]);
      }
    }
    return low;
  }

  /**
   * The byte after the highest one that an element touches, relative to the first element.
   *
   * @param itemSize bytes of an element
   * @return the exclusive end; 0 if there are no elements
   */
  public long highByte(int itemSize) {
    if (size == 0) {
      return 0;
    }
    long high = itemSize;
    for (int i = 0; i < shape.length; i++) {
      high += Math.max(0, (shape[i] - 1) * strides[i]);
    }
    return high;
  }

  /**
   * Where an element lies.
   *
   * @param index one index an axis, each from {@code -size} to {@code size - 1}; negative ones count from the end
   * @return bytes from the first element
   * @throws IndexOutOfBoundsException if an index is outside, or their number is not the number of axes
   */
  public long offset(long... index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(
          index.length + " indices for an array of shape " + Shapes.text(shape) + "; there must be " + shape.length);
    }
    long offset = 0;
    for (int i = 0; i < index.length; i++) {
      offset += Shapes.normalIndex(index[i], shape[i], i) * strides[i];
    }
    return offset;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout that && Arrays.equals(shape, that.shape) && Arrays.equals(strides, that.strides);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(strides);
  }

  @Override
  public String toString() {
    return "shape " + Shapes.text(shape) + ", strides " + Shapes.text(strides);
  }
}
