package orthant.plan;

import java.util.Arrays;
import orthant.DType;
import orthant.kernel.MatrixLoop;
import orthant.kernel.MatrixLoop.Grid;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** The shape arithmetic of matmul: pure functions from layouts to a {@link MatrixLoop}. */
public final class MatrixPlanner {
  private MatrixPlanner() {}

  /**
   * The shape of a product.
   *
   * @param a shape of the left operand: (k,) or (..., m, k)
   * @param b shape of the right operand: (k,) or (..., k, n)
   * @return the broadcast stack, then m unless a is a vector, then n unless b is a vector
   * @throws IllegalArgumentException if an operand has no axes, the inner sizes differ or the stacks do not broadcast
   */
  public static long[] shape(long[] a, long[] b) {
    if (a.length == 0 || b.length == 0) {
      throw new IllegalArgumentException("cannot multiply matrices of shapes " + Shapes.text(a) + " and " + Shapes.text(b)
          + ": the " + (a.length == 0 ? "left" : "right")
              + " one has no axes; operands must have at least 1 (multiply() scales by a number)");
    }
    long inner = a[a.length - 1];
    int innerAxis = Math.max(0, b.length - 2);
    if (inner != b[innerAxis]) {
      throw new IllegalArgumentException("cannot multiply matrices of shapes " + Shapes.text(a) + " and " + Shapes.text(b) + ": axis "
          + (a.length - 1) + " of the left one has " + inner + " and axis " + innerAxis + " of the right one has " + b[innerAxis]
          + "; they must match");
    }
    long[] stack = Shapes.broadcast(stackOf(a), stackOf(b));
    int extra = (a.length > 1 ? 1 : 0) + (b.length > 1 ? 1 : 0);
    long[] shape = Arrays.copyOf(stack, stack.length + extra);
    if (a.length > 1) {
      shape[stack.length] = a[a.length - 2];
    }
    if (b.length > 1) {
      shape[shape.length - 1] = b[b.length - 1];
    }
    return shape;
  }

  private static long[] stackOf(long[] shape) {
    return Arrays.copyOf(shape, Math.max(0, shape.length - 2));
  }

  /**
   * Plans a product.
   *
   * @param dtype the element type of all three
   * @param a layout of the left operand
   * @param aAddress its first element
   * @param b layout of the right operand
   * @param bAddress its first element
   * @param c layout of the result; its shape is {@link #shape}, and its last axis has no gaps
   * @param cAddress its first element
   * @return the loop, its stack merged; the result must have elements
   */
  public static MatrixLoop plan(DType dtype, Layout a, long aAddress, Layout b, long bAddress, Layout c, long cAddress) {
    int item = dtype.size();
    boolean left = a.ndim() > 1;
    boolean right = b.ndim() > 1;
    int stack = c.ndim() - (left ? 1 : 0) - (right ? 1 : 0);
    long m = left ? a.shape(a.ndim() - 2) : 1;
    long k = a.shape(a.ndim() - 1);
    long n = right ? b.shape(b.ndim() - 1) : 1;
    var ga = new Grid(aAddress, left ? a.stride(a.ndim() - 2) : 0, a.stride(a.ndim() - 1));
    var gb = right ? new Grid(bAddress, b.stride(b.ndim() - 2), b.stride(b.ndim() - 1)) : new Grid(bAddress, b.stride(0), item);
    var gc = new Grid(cAddress, left ? c.stride(stack) : n * item, right ? c.stride(c.ndim() - 1) : item);
    long[] sizes = Arrays.copyOf(c.shape(), stack);
    long[] cs = Arrays.copyOf(c.strides(), stack);
    return merged(dtype, m, n, k, ga, gb, gc, sizes, stackStrides(a, sizes), stackStrides(b, sizes), cs);
  }

  private static long[] stackStrides(Layout layout, long[] sizes) {
    long[] strides = new long[sizes.length];
    int own = Math.max(0, layout.ndim() - 2);
    for (int i = 0; i < own; i++) {
      strides[sizes.length - own + i] = layout.shape(i) == 1 ? 0 : layout.stride(i);
    }
    return strides;
  }

  /** Merges neighbouring stack axes; then, where b is the same throughout, takes the stack as more rows of a. */
  private static MatrixLoop merged(
      DType dtype, long m, long n, long k, Grid a, Grid b, Grid c, long[] sizes, long[] as, long[] bs, long[] cs) {
    int axes = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] == 1) {
        continue;
      }
      long size = sizes[i];
      if (axes > 0 && as[axes - 1] == as[i] * size && bs[axes - 1] == bs[i] * size && cs[axes - 1] == cs[i] * size) {
        axes--;
        size *= sizes[axes];
      }
      sizes[axes] = size;
      as[axes] = as[i];
      bs[axes] = bs[i];
      cs[axes++] = cs[i];
    }
    if (axes > 0 && bs[axes - 1] == 0) {
      int last = axes - 1;
      boolean vectors = m == 1;
      if (vectors || (as[last] == m * a.row() && cs[last] == m * c.row())) {
        a = new Grid(a.address(), vectors ? as[last] : a.row(), a.column());
        c = new Grid(c.address(), vectors ? cs[last] : c.row(), c.column());
        m *= sizes[last];
        axes--;
      }
    }
    return new MatrixLoop(dtype, m, n, k, a, b, c, Arrays.copyOf(sizes, axes), Arrays.copyOf(as, axes), Arrays.copyOf(bs, axes),
        Arrays.copyOf(cs, axes));
  }
}
