package orthant;

import orthant.layout.Layout;

/** In which order elements are read or laid out, as NumPy's {@code order}. */
public enum Order {
  /** The last index changes fastest: row after row. */
  C,
  /** The first index changes fastest: column after column. */
  F,
  /** {@link #F} for arrays whose columns lie in memory without gaps and whose rows do not, else {@link #C}. */
  A,
  /** As the elements lie in memory, the axes with the longest strides first. */
  K;

  /** The axes of an array, those that change fastest last. */
  int[] axes(Layout layout, int itemSize) {
    int n = layout.ndim();
    int[] axes = new int[n];
    boolean backwards = this == F || this == A && isColumns(layout, itemSize);
    for (int i = 0; i < n; i++) {
      axes[i] = backwards ? n - 1 - i : i;
    }
    if (this == K && !layout.isContiguous(itemSize)) {
      // Insertion sort: few axes, and those with equal strides or none keep their order.
      for (int i = 1; i < n; i++) {
        for (int k = i; k > 0 && isBefore(layout.stride(axes[k]), layout.stride(axes[k - 1])); k--) {
          int axis = axes[k];
          axes[k] = axes[k - 1];
          axes[k - 1] = axis;
        }
      }
    }
    return axes;
  }

  private static boolean isBefore(long a, long b) {
    return b != 0 && Math.abs(a) > Math.abs(b);
  }

  /** Whether elements follow each other in the order of columns, and not also in the order of rows. */
  static boolean isColumns(Layout layout, int itemSize) {
    if (layout.isContiguous(itemSize)) {
      return false;
    }
    long step = itemSize;
    for (int i = 0; i < layout.ndim(); i++) {
      if (layout.shape(i) != 1 && layout.stride(i) != step) {
        return false;
      }
      step *= layout.shape(i);
    }
    return true;
  }
}
