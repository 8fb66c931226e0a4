package orthant;

import orthant.layout.Shapes;

/**
 * Positions along one axis.
 *
 * @param positions an int64 array; negative positions count from the end
 * @param axis the axis, for the message
 * @param size the size of the axis
 * @param stride bytes from one position to the next
 * @param bounds what becomes of positions outside
 */
record IndexArray(NDArray positions, int axis, long size, long stride, Bounds bounds) {
  /** Where a position is, in bytes from the beginning of the axis. */
  long place(long position) {
    long[] one = {position};
    normalize(one, 0, 1);
    return one[0] * stride;
  }

  /** Makes negative positions positive, and checks all. */
  void normalize(long[] positions, int at, int n) {
    bounds.bring(positions, at, n, size);
    long last = size - 1;
    long outside = 0;
    for (int j = at; j < at + n; j++) {
      outside |= positions[j] | last - positions[j];
    }
    // A sign bit: at least one is negative or too large.
    if (outside < 0) {
      for (int j = at; j < at + n; j++) {
        positions[j] = Shapes.normalIndex(positions[j], size, axis);
      }
    }
  }

  /** Any array of integers as one of int64. */
  static NDArray int64(NDArray positions) {
    if (!positions.dtype().isInteger()) {
      throw new IllegalArgumentException("positions must be integers but are " + positions.dtype() + "; cast with astype(int64)");
    }
    return positions.dtype() == DType.int64 ? positions : positions.astype(DType.int64);
  }
}
