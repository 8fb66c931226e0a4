package orthant.plan;

import java.lang.ref.Reference;
import orthant.Axes;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.layout.Layout;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.op.Combine;

/** Reductions of many short pieces of an axis, without a view and a plan for each. */
public final class Segments {
  private static final Access ARRAYS = Access.door();
  /** The most pieces of one kernel call. */
  private static final int MOST = 64;

  private Segments() {}

  /**
   * Combines the elements of pieces of the last axis.
   *
   * @param a the elements, neither complex nor {@code float16}
   * @param from where each piece begins
   * @param to where it ends; pieces of no elements are left out
   * @param out takes the results; as {@code a}, but with an element for each piece along the last axis
   * @param combine how two partial results become one
   */
  public static void fold(NDArray a, long[] from, long[] to, NDArray out, Combine combine) {
    Engine engine = Engine.current();
    int axis = a.ndim() - 1;
    DType type = out.dtype();
    Layout elements = ARRAYS.layout(a);
    Layout results = ARRAYS.layout(out);
    long stride = elements.stride(axis);
    long step = results.stride(axis);
    NDArray rows = a.get(Index.ellipsis(), Index.at(0));
    NDArray ends = out.get(Index.ellipsis(), Index.at(0));
    Kernel kernel = engine.folding().foldKernel(combine, type, a.dtype(), stride);
    String name = "fold " + combine + " of " + from.length + " pieces";
    Recording.around(name, kernel, a, () -> Engine.hold(new NDArray[] {rows, ends}, (layouts, addresses) -> {
      LoopPlan plan = Planner.plan(ends.shape(), layouts, addresses);
      int inner = plan.loops() - 1;
      long work = (long) (a.size() * 0.5) + 100 * from.length;
      engine.executor().run(from.length, work, (first, last) -> {
        Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
        boolean single = plan.size() == 1;
        long[] frame = {0, 0, stride, 0, 0, single ? step : plan.stride(1), 0, 0, scratch.address(), 0};
        for (int i = (int) first; i < last; i++) {
          long n = to[i] - from[i];
          if (n > FoldTree.BLOCK) {
            NDArray piece = a.get(Index.ellipsis(), Index.slice(from[i], to[i]));
            out.get(Index.ellipsis(), Index.at(i)).assign(engine.call(() -> Engine.fold(piece, Axes.axes(axis).dtype(type), combine)));
          } else if (n > 0) {
            FoldTree tree = FoldTree.of((int) n);
            // Pieces of one size, evenly apart, are the outputs of one loop.
            int run = single ? alike(from, to, i, (int) last) : 1;
            frame[0] = single ? run : plan.dim(inner);
            frame[3] = run > 1 ? (from[i + 1] - from[i]) * stride : plan.stride(0);
            frame[6] = tree.address();
            frame[7] = tree.leaves();
            frame[9] = n;
            for (long row = 0; row < plan.size() / plan.dim(inner); row++) {
              frame[1] = plan.address(0, row) + from[i] * stride;
              frame[4] = plan.address(1, row) + i * step;
              kernel.run(frame);
            }
            i += run - 1;
          }
        }
        Reference.reachabilityFence(scratch);
      });
    }));
  }

  /** How many pieces from one on have its size and follow each other as it and the next one do. */
  private static int alike(long[] from, long[] to, int first, int last) {
    long n = to[first] - from[first];
    int end = first + 1;
    while (end < last && end - first < MOST && to[end] - from[end] == n && from[end] - from[end - 1] == from[first + 1] - from[first]) {
      end++;
    }
    return end - first;
  }
}
