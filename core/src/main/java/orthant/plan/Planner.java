package orthant.plan;

import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** From layouts to loops: broadcast, drop axes of size 1, order by stride, turn around, merge. Pure functions. */
public final class Planner {
  private Planner() {}

  /**
   * The loops over operands.
   *
   * @param shape the broadcast shape
   * @param layouts the operands; each broadcasts to the shape; the last one decides the order of the loops
   * @param addresses where the operands begin
   * @return the plan
   */
  public static LoopPlan plan(long[] shape, Layout[] layouts, long[] addresses) {
    int operands = layouts.length;
    long[][] strides = new long[operands][];
    for (int k = 0; k < operands; k++) {
      strides[k] = broadcastStrides(layouts[k], shape);
    }
    return plan(shape, strides, addresses.clone());
  }

  private static LoopPlan plan(long[] shape, long[][] strides, long[] addresses) {
    int[] order = order(shape, strides);
    int operands = strides.length;
    long[] dims = new long[Math.max(1, order.length)];
    long[][] merged = new long[operands][dims.length];
    int count = 0;
    for (int axis : order) {
      long n = shape[axis];
      boolean backwards = strides[operands - 1][axis] < 0;
      long[] step = new long[operands];
      for (int k = 0; k < operands; k++) {
        step[k] = strides[k][axis];
        if (backwards) {
          addresses[k] += (n - 1) * step[k];
          step[k] = -step[k];
        }
      }
      if (count > 0 && merges(merged, count - 1, step, n)) {
        dims[count - 1] *= n;
        count--;
      } else {
        dims[count] = n;
      }
      for (int k = 0; k < operands; k++) {
        merged[k][count] = step[k];
      }
      count++;
    }
    if (count == 0) {
      dims[0] = size(shape);
      count = 1;
    }
    for (int k = 0; k < operands; k++) {
      merged[k] = Arrays.copyOf(merged[k], count);
    }
    return new LoopPlan(Arrays.copyOf(dims, count), merged, addresses);
  }

  /**
   * The loops over operands in the order of their axes, merged where one stride of each walks two of them.
   *
   * @param operands layouts of the same shape
   * @param addresses where they begin
   * @return the plan; its elements come in C order
   */
  static LoopPlan inOrder(Layout[] operands, long[] addresses) {
    int ndim = operands[0].ndim();
    long[] dims = new long[ndim + 1];
    long[][] strides = new long[operands.length][ndim + 1];
    long[] step = new long[operands.length];
    int count = 0;
    for (int i = 0; i < ndim; i++) {
      long n = operands[0].shape(i);
      if (n == 1) {
        continue;
      }
      for (int k = 0; k < step.length; k++) {
        step[k] = operands[k].stride(i);
      }
      if (count > 0 && merges(strides, count - 1, step, n)) {
        count--;
        n *= dims[count];
      }
      dims[count] = n;
      for (int k = 0; k < step.length; k++) {
        strides[k][count] = step[k];
      }
      count++;
    }
    if (count == 0) {
      dims[count++] = 1;
    }
    for (int k = 0; k < step.length; k++) {
      strides[k] = Arrays.copyOf(strides[k], count);
    }
    return new LoopPlan(Arrays.copyOf(dims, count), strides, addresses);
  }

  /** Whether the loop found so far is exactly the continuation of the next inner one, for all operands. */
  private static boolean merges(long[][] merged, int outer, long[] step, long n) {
    for (int k = 0; k < step.length; k++) {
      if (merged[k][outer] != step[k] * n) {
        return false;
      }
    }
    return true;
  }

  /** The axes of more than one element, longest stride of the last operand (then of the others) first. */
  private static int[] order(long[] shape, long[][] strides) {
    int[] axes = new int[shape.length];
    int count = 0;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] != 1) {
        int at = count++;
        // Insertion sort: few axes, mostly in order already, and stable.
        while (at > 0 && before(strides, i, axes[at - 1])) {
          axes[at] = axes[at - 1];
          at--;
        }
        axes[at] = i;
      }
    }
    return Arrays.copyOf(axes, count);
  }

  private static boolean before(long[][] strides, int a, int b) {
    for (int k = strides.length - 1; k >= 0; k--) {
      long x = Math.abs(strides[k][a]);
      long y = Math.abs(strides[k][b]);
      if (x != 0 && y != 0 && x != y) {
        return x > y;
      }
    }
    return false;
  }

  private static long size(long[] shape) {
    long n = 1;
    for (long d : shape) {
      n *= d;
    }
    return n;
  }

  /**
   * The strides with which an operand walks a larger shape.
   *
   * @param layout the operand
   * @param shape the shape it broadcasts to
   * @return strides, 0 along the axes it is repeated on
   * @throws IllegalArgumentException if it does not broadcast to the shape
   */
  public static long[] broadcastStrides(Layout layout, long[] shape) {
    int extra = shape.length - layout.ndim();
    long[] strides = new long[shape.length];
    boolean fits = extra >= 0;
    for (int i = 0; fits && i < layout.ndim(); i++) {
      long n = layout.shape(i);
      fits = n == shape[i + extra] || n == 1;
      strides[i + extra] = n == 1 ? 0 : layout.stride(i);
    }
    if (!fits) {
      throw new IllegalArgumentException("cannot broadcast " + Shapes.text(layout.shape()) + " to " + Shapes.text(shape)
          + "; counted from the last axis, sizes must match or be 1");
    }
    return strides;
  }

  /**
   * The layout of a fresh result: C order, unless the operands are laid out in another order.
   *
   * @param itemSize bytes of an element of the result
   * @param shape the shape of the result
   * @param layouts the operands
   * @return a layout without gaps
   */
  public static Layout result(int itemSize, long[] shape, Layout... layouts) {
    long[][] strides = new long[layouts.length][];
    for (int k = 0; k < layouts.length; k++) {
      strides[k] = broadcastStrides(layouts[k], shape);
    }
    int[] order = order(shape, strides);
    boolean inOrder = true;
    for (int i = 1; i < order.length; i++) {
      inOrder &= order[i - 1] < order[i];
    }
    if (inOrder) {
      return Layout.contiguous(itemSize, shape);
    }
    long[] own = new long[shape.length];
    Arrays.fill(own, itemSize);
    long step = itemSize;
    for (int i = order.length - 1; i >= 0; i--) {
      own[order[i]] = step;
      step *= Math.max(shape[order[i]], 1);
    }
    Layout.contiguous(itemSize, shape);
    return Layout.of(shape, own);
  }

  /** The layout of the fresh result of operands that broadcast. */
  static Layout result(DType type, NDArray[] in, Layout[] layouts) {
    int whole = 0;
    for (int i = 1; i < in.length; i++) {
      Layout a = layouts[i];
      Layout b = layouts[whole];
      whole = a.size() > b.size() || a.size() == b.size() && a.ndim() > b.ndim() ? i : whole;
    }
    Layout large = layouts[whole];
    boolean plain = true;
    for (int i = 0; i < in.length; i++) {
      plain &= layouts[i].sameShape(large) ? layouts[i].isContiguous(in[i].dtype().size())
          : layouts[i].size() == 1 && layouts[i].ndim() <= large.ndim();
    }
    if (plain) {
      return in[whole].dtype().size() == type.size() ? large : Layout.contiguous(type.size(), large.shape());
    }
    long[] shape = layouts[0].shape();
    for (int i = 1; i < in.length; i++) {
      shape = Shapes.broadcast(shape, layouts[i].shape());
    }
    return result(type.size(), shape, layouts);
  }
}
