package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;
import orthant.plan.Sorters;

/** What follows from sorting along an axis. */
final class Ordering {
  private Ordering() {}

  static NDArray partition(NDArray a, long kth, int axis) {
    return Sorters.partition(a, axis, position(a, kth, axis));
  }

  static NDArray argpartition(NDArray a, long kth, int axis) {
    return Sorters.argpartition(a, axis, position(a, kth, axis));
  }

  private static long position(NDArray a, long kth, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    return Shapes.normalIndex(kth, a.shape(at), at);
  }

  /** From the least to the most important key, each time keeping the order of what is equal. */
  static NDArray lexsort(int axis, NDArray... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException("nothing to sort by; there must be at least one key");
    }
    NDArray order = null;
    for (var key : keys) {
      if (!key.sameShape(keys[0])) {
        throw new IllegalArgumentException("cannot sort by keys of shapes " + Shapes.text(keys[0].shape()) + " and " + Shapes.text(key.shape())
            + "; shapes must be equal");
      }
      order = order == null ? key.argsort(axis) : order.takeAlongAxis(key.takeAlongAxis(order, axis).argsort(axis), axis);
    }
    return order;
  }

  /**
   * Elements as lines: the axes to fold are one axis then, the last one.
   *
   * @param folded the shape with the folded axes left out, or of size 1 if they stay
   * @param all the elements, of shape (lines, elements of a line)
   */
  record Lines(long[] folded, NDArray all) {
    static Lines of(NDArray a, Axes axes) {
      int[] fold = axes.axes() == null ? Shapes.allAxes(a.ndim()) : Shapes.normalAxes(axes.axes(), a.ndim());
      boolean[] folds = new boolean[a.ndim()];
      for (int axis : fold) {
        folds[axis] = true;
      }
      int[] order = new int[a.ndim()];
      long[] shape = new long[a.ndim()];
      int kept = 0;
      int result = 0;
      long length = 1;
      for (int i = 0; i < folds.length; i++) {
        if (!folds[i]) {
          order[kept++] = i;
        }
        if (!folds[i] || axes.keepsDims()) {
          shape[result++] = folds[i] ? 1 : a.shape(i);
        }
      }
      for (int i = 0; i < folds.length; i++) {
        if (folds[i]) {
          order[kept++] = i;
          length = Math.multiplyExact(length, a.shape(i));
        }
      }
      shape = Arrays.copyOf(shape, result);
      var turned = a.ndim() == 0 ? a : a.permuteDims(order);
      return new Lines(shape, turned.reshape(Shapes.size(shape), length));
    }
  }
}
