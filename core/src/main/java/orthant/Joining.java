package orthant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Puts arrays together: each result is allocated once, and its parts are written through views of it. */
final class Joining {
  private Joining() {}

  static NDArray concat(Axes axes, NDArray... arrays) {
    if (axes.axes() == null) {
      return concat(axes.dtype(), 0, Stream.of(arrays).map(NDArray::ravel).toArray(NDArray[]::new));
    }
    return concat(axes.dtype(), axis(axes), arrays);
  }

  /** The only axis of options. */
  private static int axis(Axes axes) {
    int[] given = axes.axes();
    if (given.length != 1) {
      throw new IllegalArgumentException("cannot join arrays along " + axes + "; it must be one axis, or all to flatten them first");
    }
    return given[0];
  }

  /**
   * Arrays one after the other.
   *
   * @param type the type of the result, null for the promoted one
   * @param axis along which axis
   */
  static NDArray concat(DType type, int axis, NDArray... arrays) {
    if (arrays.length == 0) {
      throw new IllegalArgumentException("nothing to concatenate; there must be at least one array");
    }
    long[] shape = arrays[0].shape();
    int at = Shapes.normalAxis(axis, shape.length);
    shape[at] = 0;
    for (int k = 0; k < arrays.length; k++) {
      checkFits(arrays[0], arrays[k], at, k);
      shape[at] = Math.addExact(shape[at], arrays[k].shape(at));
    }
    var out = Nd.empty(type == null ? promoted(arrays) : type, shape);
    long start = 0;
    for (var a : arrays) {
      long n = a.shape(at);
      Views.part(out, at, start, start + n).assign(a);
      start += n;
    }
    return out;
  }

  private static DType promoted(NDArray... arrays) {
    if (arrays.length == 2) {
      return TypeRule.promote(arrays[0].dtype(), arrays[1].dtype());
    }
    return TypeRule.promote(Stream.of(arrays).map(NDArray::dtype).toArray(DType[]::new));
  }

  private static void checkFits(NDArray first, NDArray other, int axis, int position) {
    if (first.ndim() != other.ndim()) {
      throw new IllegalArgumentException(
          cannotJoin(first, other) + ": array " + position + " has " + other.ndim() + " axes; there must be " + first.ndim());
    }
    for (int i = 0; i < first.ndim(); i++) {
      if (i != axis && first.shape(i) != other.shape(i)) {
        throw new IllegalArgumentException(cannotJoin(first, other) + " along axis " + axis + ": axis " + i + " of array "
            + position + " has " + other.shape(i) + "; it must have " + first.shape(i));
      }
    }
  }

  private static String cannotJoin(NDArray first, NDArray other) {
    return "cannot concatenate " + Shapes.text(first.shape()) + " with " + Shapes.text(other.shape());
  }

  static NDArray stack(Axes axes, NDArray... arrays) {
    return stack(axes.dtype(), axis(axes), arrays);
  }

  static NDArray stack(DType type, int axis, NDArray... arrays) {
    if (arrays.length == 0) {
      throw new IllegalArgumentException("nothing to stack; there must be at least one array");
    }
    for (var a : arrays) {
      if (!a.sameShape(arrays[0])) {
        throw new IllegalArgumentException(
            "cannot stack " + Shapes.text(arrays[0].shape()) + " and " + Shapes.text(a.shape()) + "; the shapes must be the same");
      }
    }
    long[] own = arrays[0].shape();
    int at = Shapes.normalAxis(axis, own.length + 1);
    long[] shape = new long[own.length + 1];
    System.arraycopy(own, 0, shape, 0, at);
    shape[at] = arrays.length;
    System.arraycopy(own, at, shape, at + 1, own.length - at);
    var out = Nd.empty(type == null ? promoted(arrays) : type, shape);
    for (int k = 0; k < arrays.length; k++) {
      Views.at(out, at, k).assign(arrays[k]);
    }
    return out;
  }

  static NDArray hstack(NDArray... arrays) {
    var wide = atLeast(1, arrays);
    return concat(null, wide.length > 0 && wide[0].ndim() > 1 ? 1 : 0, wide);
  }

  static NDArray vstack(NDArray... arrays) {
    return concat(null, 0, atLeast(2, arrays));
  }

  private static NDArray[] atLeast(int ndim, NDArray... arrays) {
    return Stream.of(arrays).map(a -> Views.atLeast(a, ndim)).toArray(NDArray[]::new);
  }

  static NDArray dstack(NDArray... arrays) {
    return concat(null, 2, Stream.of(arrays).map(Joining::atLeast3d).toArray(NDArray[]::new));
  }

  static NDArray atLeast3d(NDArray a) {
    return a.ndim() == 2 ? a.expandDims(2) : a.ndim() == 1 ? a.expandDims(0, 2) : Views.atLeast(a, 3);
  }

  static NDArray columnStack(NDArray... arrays) {
    return concat(null, 1, Stream.of(arrays).map(a -> a.ndim() < 2 ? Views.atLeast(a, 2).T() : a).toArray(NDArray[]::new));
  }

  /** Blocks of blocks: the innermost lists along the last axis, those around them along the one before, and so on. */
  static NDArray block(Object[] nested) {
    int depth = depth(nested);
    int ndim = Math.max(depth, axes(nested));
    return block(nested, depth, ndim);
  }

  private static NDArray block(Object part, int depth, int ndim) {
    if (part instanceof NDArray a) {
      return a.copy();
    }
    var leaves = new ArrayList<NDArray>();
    long[] shape = shape(part, depth, ndim, leaves);
    var out = Nd.empty(promoted(leaves.toArray(NDArray[]::new)), shape);
    write(part, depth, out);
    return out;
  }

  /** The shape that blocks take together; lists all arrays on the way. */
  private static long[] shape(Object part, int depth, int ndim, List<NDArray> leaves) {
    if (part instanceof NDArray a) {
      leaves.add(a);
      return Views.atLeast(a, ndim).shape();
    }
    int axis = ndim - depth;
    long[] whole = null;
    for (Object block : (Object[]) part) {
      long[] shape = shape(block, depth - 1, ndim, leaves);
      if (whole == null) {
        whole = shape;
        continue;
      }
      for (int i = 0; i < ndim; i++) {
        if (i != axis && shape[i] != whole[i]) {
          throw new IllegalArgumentException("blocks of shapes " + Shapes.text(whole) + " and " + Shapes.text(shape)
              + " do not fit together along axis " + axis + ": axis " + i + " has " + whole[i] + " and " + shape[i] + "; it must have the same size");
        }
      }
      whole[axis] = Math.addExact(whole[axis], shape[axis]);
    }
    return whole;
  }

  /** Writes blocks into a view of their size. */
  private static void write(Object part, int depth, NDArray out) {
    if (part instanceof NDArray a) {
      out.assign(a);
      return;
    }
    int axis = out.ndim() - depth;
    long start = 0;
    for (Object block : (Object[]) part) {
      long size = size(block, out.ndim(), axis);
      write(block, depth - 1, Views.part(out, axis, start, start + size));
      start += size;
    }
  }

  /** The size of the first array of a block along an axis, which along the axes of inner lists is not that of the block. */
  private static long size(Object block, int ndim, int axis) {
    while (block instanceof Object[] list) {
      block = list[0];
    }
    var a = (NDArray) block;
    int own = axis - (ndim - a.ndim());
    return own < 0 ? 1 : a.shape(own);
  }

  /** How many lists lie around each array. */
  private static int depth(Object part) {
    if (part instanceof NDArray) {
      return 0;
    }
    if (!(part instanceof Object[] list)) {
      throw new IllegalArgumentException("a block is " + (part == null ? "null" : "of " + part.getClass().getSimpleName())
          + "; it must be an NDArray or an array of blocks");
    }
    if (list.length == 0) {
      throw new IllegalArgumentException("a list of blocks is empty; there must be at least one block in each");
    }
    int depth = depth(list[0]);
    for (int i = 1; i < list.length; i++) {
      if (depth(list[i]) != depth) {
        throw new IllegalArgumentException("blocks are nested to different depths: block 0 of a list is " + depth + " deep, block " + i
            + " is " + depth(list[i]) + " deep; they must be the same");
      }
    }
    return depth + 1;
  }

  private static int axes(Object part) {
    return part instanceof NDArray a ? a.ndim() : Arrays.stream((Object[]) part).mapToInt(Joining::axes).max().orElse(0);
  }
}
