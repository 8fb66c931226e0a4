package orthant.plan;

import java.lang.ref.Reference;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.kernel.Executor;
import orthant.kernel.Kernel;
import orthant.kernel.Turn;
import orthant.layout.Layout;
import orthant.memory.Storage;

/**
 * Copies elements bit for bit between arrays of the same type, however they are laid out: rows that lie side by side as
 * whole runs of bytes, transposed ones in stripes that stay in the cache, the rest one element after the other. Only the
 * size of an element matters, not what it means.
 */
public final class Transfer {
  /** Elements of a task: enough to hide the call, few enough to share the work and to leave cold loops soon. */
  private static final long TASK = 32768;

  /**
   * Bytes of a task where the caches cannot hold what is written ({@link #STREAMED}): a copy of 2.5 MB and more by one call of the virtual
   * machine goes past them, which spares reading every line before it is overwritten. 16 MB in pieces of 256 KB took a quarter longer.
   */
  private static final long STREAM = 4 << 20;

  /** From so many bytes of memory written to: below, what is written is better found in the cache by whoever reads it next. */
  private static final long STREAMED = 12 << 20;

  /**
   * Rows and columns of the stripes of a transposed copy: few columns, so that a cache line of each is at hand while the rows go
   * by. Measured with 4 to 16 bytes an element at 1000 x 1000 and 2000 x 2000: as fast as 64 columns, up to a third faster than 16.
   */
  private static final long HIGH = 1024;
  private static final long WIDE = 32;

  /** Distances that are multiples of this put the lines of all columns into the same few places of a cache; then squares are faster. */
  private static final long PAGE = 4096;

  /** Side of those squares. */
  private static final long SIDE = 128;

  /** Up to so many elements one pass in any order is as quick as the best one. */
  private static final long SMALL = 256;

  /** Rows with fewer elements are not worth a loop of their own. */
  static final long SHORT = 8;

  private Transfer() {}

  /**
   * Writes elements over others of the same type.
   *
   * @param out where to; not read-only, and not overlapping with the values in another order
   * @param values what, of a shape that broadcasts to that of {@code out}
   * @throws IllegalArgumentException if it does not broadcast
   * @throws IllegalStateException if memory was released
   */
  public static void assign(NDArray out, NDArray values) {
    Access door = Access.door();
    Storage from = door.storage(values);
    Storage to = door.storage(out);
    from.acquire();
    try {
      to.acquire();
      try {
        copy(door.layout(values), door.address(values), door.layout(out), door.address(out), out.dtype().size(), to.byteSize(),
            Engine.current().executor());
      } finally {
        to.release();
      }
    } finally {
      from.release();
      Reference.reachabilityFence(values);
      Reference.reachabilityFence(out);
    }
  }

  /**
   * Copies elements between places that do not overlap, as one value everywhere if the source has no axes.
   *
   * @param from how the elements lie; broadcasts to the other layout
   * @param source where they begin
   * @param to how they shall lie
   * @param target where that begins
   * @param item bytes of an element
   * @param room bytes of the memory that is written to, of which the target may be a part
   * @param executor who does it
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  static void copy(Layout from, long source, Layout to, long target, int item, long room, Executor executor) {
    long n = to.size();
    if (n == 0) {
      Planner.broadcastStrides(from, to.shape());
      return;
    }
    if (n <= TASK && to.isContiguous(item)) {
      boolean alike = from.isContiguous(item) && from.sameShape(to);
      if (alike || from.ndim() == 0) {
        Moves.run(item, 1, n, source, 0, alike ? item : 0, target, 0, item);
        return;
      }
    }
    if (n <= SMALL && to.ndim() <= 2 && from.sameShape(to)) {
      small(from, source, to, target, item);
      return;
    }
    LoopPlan plan = Planner.plan(to.shape(), new Layout[] {from, to}, new long[] {source, target});
    run(plan, item, room, executor);
  }

  /** Up to two axes, which are not worth a plan. */
  private static void small(Layout from, long source, Layout to, long target, int item) {
    switch (to.ndim()) {
      case 0 -> Moves.run(item, 1, 1, source, 0, item, target, 0, item);
      case 1 -> Moves.run(item, 1, to.shape(0), source, 0, from.stride(0), target, 0, to.stride(0));
      default -> Moves.run(item, to.shape(0), to.shape(1), source, from.stride(0), from.stride(1), target, to.stride(0), to.stride(1));
    }
  }

  private static void run(LoopPlan plan, int item, long room, Executor executor) {
    int columns = plan.loops() - 1;
    int rows = rowLoop(plan);
    long n = plan.dim(columns);
    long m = rows < 0 ? 1 : plan.dim(rows);
    boolean turned = rows >= 0 && shorter(plan, rows, columns);
    boolean rowsOfColumns = turned && Turn.turns(item) && plan.stride(0, rows) == item && plan.stride(1, columns) == item;
    Kernel turn = rowsOfColumns ? Engine.current().turn(item) : null;
    boolean crowded = plan.stride(0, columns) % PAGE == 0;
    boolean whole = plan.stride(0, columns) == item && plan.stride(1, columns) == item;
    long task = whole && room >= STREAMED && n * item >= STREAM ? STREAM / item : TASK;
    long width = Math.min(n, !turned ? task : crowded ? SIDE : Math.max(WIDE, WIDE * 8 / item));
    long height = Math.max(1, Math.min(m, !turned ? TASK / width : crowded ? SIDE : HIGH));
    long across = (n + width - 1) / width;
    long down = (m + height - 1) / height;
    long outer = plan.size() / (n * m);
    long together = Math.max(1, TASK / (width * height));
    long groups = (outer + together - 1) / together;
    Executor.Tasks body = (first, end) -> {
      for (long k = first; k < end; k++) {
        long group = k / across / down * together;
        long some = Math.min(together, outer - group);
        rectangles(plan, item, turn, rows, group, some, k / across % down * height, height, k % across * width, width);
      }
    };
    long tasks = across * down * groups;
    if (tasks == 1) {
      body.run(0, 1);
    } else {
      executor.run(tasks, (long) (plan.size() * (whole ? 0.02 * item : 0.5)), body);
    }
  }

  /** The same rectangle of the two innermost loops for some iterations of the others; {@code turn} is not null if columns become rows. */
  private static void rectangles(LoopPlan plan, int item, Kernel turn, int rows, long outer, long count, long row, long height,
      long column, long width) {
    int columns = plan.loops() - 1;
    long h = rows < 0 ? 1 : Math.min(height, plan.dim(rows) - row);
    long w = Math.min(width, plan.dim(columns) - column);
    long sr = rows < 0 ? 0 : plan.stride(0, rows);
    long dr = rows < 0 ? 0 : plan.stride(1, rows);
    long sc = plan.stride(0, columns);
    long dc = plan.stride(1, columns);
    long source = plan.address(0, 0) + row * sr + column * sc;
    long target = plan.address(1, 0) + row * dr + column * dc;
    long[] at = new long[columns];
    for (int d = columns - 1; d >= 0 && outer > 0; d--) {
      if (d != rows) {
        at[d] = outer % plan.dim(d);
        outer /= plan.dim(d);
        source += at[d] * plan.stride(0, d);
        target += at[d] * plan.stride(1, d);
      }
    }
    for (long k = 0; k < count; k++) {
      if (turn != null) {
        turn.run(new long[] {h, w, source, sc, target, dr});
      } else {
        Moves.run(item, h, w, source, sr, sc, target, dr, dc);
      }
      for (int d = columns - 1; d >= 0; d--) {
        if (d != rows) {
          source += plan.stride(0, d);
          target += plan.stride(1, d);
          if (++at[d] < plan.dim(d)) {
            break;
          }
          source -= at[d] * plan.stride(0, d);
          target -= at[d] * plan.stride(1, d);
          at[d] = 0;
        }
      }
    }
  }

  /**
   * The loop that goes together with the innermost one, -1 if there is none: the one along which the source lies closest, if
   * it lies closer than along the innermost; else the longest if the innermost is short; else the next one.
   */
  private static int rowLoop(LoopPlan plan) {
    int columns = plan.loops() - 1;
    int best = columns - 1;
    for (int d = 0; d < columns; d++) {
      if (shorter(plan, d, columns) && !shorter(plan, best, d)) {
        best = d;
      }
    }
    for (int d = 0; d < columns && plan.dim(columns) < SHORT && !shorter(plan, best, columns); d++) {
      best = plan.dim(d) > plan.dim(best) ? d : best;
    }
    return best;
  }

  /** Whether the source lies closer along one loop than along another. */
  private static boolean shorter(LoopPlan plan, int a, int b) {
    long x = Math.abs(plan.stride(0, a));
    return x != 0 && x < Math.abs(plan.stride(0, b));
  }
}
