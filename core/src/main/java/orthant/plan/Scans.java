package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.DType;
import orthant.ErrorState;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Storage;
import orthant.op.Combine;
import orthant.op.Ops;

/** Running sums and products along an axis: each element is rounded to the type before the next one comes, as in NumPy. */
public final class Scans {
  private static final Access ARRAYS = Access.door();

  /** From so many results side by side on a whole slice is one loop. */
  private static final long ACROSS = 16;

  private Scans() {}

  /**
   * The partial results of a reduction along an axis.
   *
   * @param a the elements
   * @param axis the axis, negative ones count from the end
   * @param type the type they are combined in, or null for the one in which the reduction does it
   * @param combine {@link Combine#ADD} or {@link Combine#MULTIPLY}
   * @param initial whether the result begins with that of no elements, and so is longer by one
   * @return a new array in C order
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray scan(NDArray a, int axis, DType type, Combine combine, boolean initial) {
    int along = Shapes.normalAxis(axis, a.ndim());
    DType in = type == null ? combine.type(a.dtype()) : type;
    NDArray out = scan(a, along, in, combine, initial, a.shape(along));
    if (Faults.matter()) {
      check(a, along, combine, out, initial ? 0 : 1);
    }
    return out;
  }

  /** Looks at each step: a result, and the element after it. */
  private static void check(NDArray a, int axis, Combine combine, NDArray out, long begin) {
    Index[] part = new Index[axis + 1];
    Arrays.fill(part, Index.all());
    part[axis] = Index.from(begin);
    NDArray x = ErrorState.IGNORE.during(() -> a.get(part).astype(out.dtype()));
    part[axis] = Index.slice(0, out.shape(axis) - 1);
    NDArray before = out.get(part);
    part[axis] = Index.from(1);
    Faults.check(combine == Combine.ADD ? Ops.ADD : Ops.MULTIPLY, "running " + combine.label(), null, out.get(part), index -> {
      index[axis]++;
      return index;
    }, before, x);
  }

  private static NDArray scan(NDArray a, int along, DType in, Combine combine, boolean initial, long n) {
    long[] shape = a.moveaxis(along, -1).shape();
    long length = n + (initial ? 1 : 0);
    shape[shape.length - 1] = length;
    if (along < a.ndim() - 1 && !initial && n > 1 && a.size() / n >= ACROSS) {
      return across(a.dtype() == in ? a : a.astype(in), along, in, combine);
    }
    NDArray lines = Nd.empty(in, shape);
    NDArray elements = initial ? lines.get("..., 1:") : lines;
    NDArray from = a.moveaxis(along, -1);
    boolean apart = from.dtype() != in || !from.isContiguous() || initial;
    if (apart) {
      elements.assign(from);
      from = elements;
    }
    if (initial) {
      lines.get("..., 0").assign(combine.identity());
    }
    if (elements.size() > 0) {
      Storage held = ARRAYS.storage(from);
      held.acquire();
      try {
        long source = ARRAYS.address(from);
        long target = ARRAYS.address(elements);
        long step = (apart ? length : n) * in.size();
        for (long row = 0; row < elements.size() / n; row++) {
          Running.run(in, source + row * step, target + row * length * in.size(), n, combine == Combine.ADD);
        }
      } finally {
        held.release();
        Reference.reachabilityFence(from);
        Reference.reachabilityFence(lines);
      }
    }
    return along == a.ndim() - 1 ? lines : lines.moveaxis(-1, along).copy();
  }

  /** Along an outer axis: whole slices are combined, each with the result before it. */
  private static NDArray across(NDArray a, int axis, DType type, Combine combine) {
    NDArray out = Nd.empty(type, a.shape());
    Index[] first = new Index[axis + 1];
    Arrays.fill(first, Index.all());
    first[axis] = Index.slice(0, 1);
    NDArray begin = out.get(first).assign(a.get(first));
    first[axis] = Index.slice(1, 2);
    Engine engine = Engine.current();
    long move = ARRAYS.layout(out).stride(axis);
    engine.chain(engine.loop(combine == Combine.ADD ? Ops.ADD : Ops.MULTIPLY, type, type), a.shape(axis) - 1,
        new long[] {move, ARRAYS.layout(a).stride(axis), move}, begin, a.get(first), out.get(first));
    return out;
  }
}
