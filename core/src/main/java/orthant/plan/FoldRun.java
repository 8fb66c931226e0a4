package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.V;
import orthant.kernel.Executor;
import orthant.kernel.Kernel;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.op.Combine;

/**
 * One reduction, cut into tasks: a strip of outputs times a subtree of the elements each.
 *
 * <p>Within a task elements are combined either <b>along</b> the folded axis, output by output (a fold kernel), or
 * <b>across</b> it, a whole strip of outputs at a time (map kernels on rows of partial results). Both follow the same
 * {@link FoldTree tree}, so which one is taken, like the cut into tasks, changes the time and never the bits.
 */
abstract class FoldRun {
  /**
   * The widest strip: eight rows of its partial results are 64 KB of float64, which the second-level cache holds; narrower ones, that
   * the first-level cache holds, read memory in shorter pieces and were slower.
   */
  private static final long STRIP = 1024;

  final LoopPlan outputs;
  final long stride;
  final long n;
  final Combine combine;
  final DType type;
  final long inStride;
  final long outStride;
  final long width;
  final long strips;
  /** The largest subtree of one task. */
  final long limit;
  final long subtrees;
  final Loop merge;

  private FoldRun(Folding folding, LoopPlan outputs, long stride, long n, Combine combine, DType type, long width, long limit) {
    this.outputs = outputs;
    this.stride = stride;
    this.n = n;
    this.combine = combine;
    this.type = type;
    this.inStride = outputs.stride(0);
    this.outStride = outputs.stride(1);
    this.width = width;
    long inner = outputs.dim(outputs.loops() - 1);
    this.strips = (inner + width - 1) / width;
    this.limit = limit;
    this.subtrees = count(n);
    this.merge = folding.loop(combine.next(type, type));
  }

  static FoldRun of(Folding folding, LoopPlan outputs, long stride, long n, Combine combine, DType type, DType in) {
    long inner = outputs.dim(outputs.loops() - 1);
    boolean rowsAreClose = Math.abs(outputs.stride(0)) < Math.abs(stride);
    // Short folds of neighbouring elements pay per output; across, they pay per element.
    return inner > 1 && (rowsAreClose || n < 24)
        ? new Across(folding, outputs, stride, n, combine, type, in)
        : new Along(folding, outputs, stride, n, combine, type, in);
  }

  private long count(long size) {
    if (size <= limit) {
      return 1;
    }
    long half = FoldTree.half(size);
    return count(half) + count(size - half);
  }

  void run(Executor executor) {
    long inner = outputs.dim(outputs.loops() - 1);
    long blocks = outputs.size() / inner * strips;
    long work = (long) (outputs.size() * (n * 0.15 + 2));
    if (subtrees == 1) {
      execute(executor, blocks, work, (from, to) -> {
        Allocation scratch = Memory.allocate(scratchBytes());
        for (long block = from; block < to; block++) {
          long column = block % strips * width;
          long x = outputs.address(0, block / strips) + column * inStride;
          long out = outputs.address(1, block / strips) + column * outStride;
          subtree(x, Math.min(width, inner - column), n, out, outStride, scratch.address());
        }
        Reference.reachabilityFence(scratch);
      });
      return;
    }
    long[] starts = new long[(int) subtrees + 1];
    starts(0, n, starts, 0);
    starts[(int) subtrees] = n;
    long row = width * type.size();
    Allocation partials = Memory.allocate(Math.multiplyExact(blocks * subtrees, row));
    boolean[] decided = new boolean[1];
    execute(executor, blocks * subtrees, work, (from, to) -> {
      Allocation scratch = Memory.allocate(scratchBytes());
      for (long task = from; task < to; task++) {
        long block = task / subtrees;
        int s = (int) (task % subtrees);
        long column = block % strips * width;
        long count = Math.min(width, inner - column);
        long x = outputs.address(0, block / strips) + column * inStride;
        long partial = partials.address() + task * row;
        if (decided[0]) {
          Raw.setByte(partial, (byte) (combine == Combine.OR ? 1 : 0));
          continue;
        }
        subtree(x + starts[s] * stride, count, starts[s + 1] - starts[s], partial, type.size(), scratch.address());
        // A truth value that decides the whole ends the search; a race only costs work.
        if (blocks == 1 && count == 1
            && (combine == Combine.OR && Raw.getByte(partial) != 0 || combine == Combine.AND && Raw.getByte(partial) == 0)) {
          decided[0] = true;
        }
      }
      Reference.reachabilityFence(scratch);
    });
    Kernel merging = merge.kernel(type.size(), type.size(), type.size());
    for (long block = 0; block < blocks; block++) {
      long column = block % strips * width;
      long count = Math.min(width, inner - column);
      long first = partials.address() + block * subtrees * row;
      merge(merging, n, first, count, row);
      copy(first, outputs.address(1, block / strips) + column * outStride, count);
    }
    Reference.reachabilityFence(partials);
  }

  private static void execute(Executor executor, long tasks, long work, Executor.Tasks body) {
    if (tasks == 1) {
      body.run(0, 1);
    } else {
      executor.run(tasks, work, body);
    }
  }

  private int starts(long start, long size, long[] starts, int at) {
    if (size <= limit) {
      starts[at] = start;
      return at + 1;
    }
    long half = FoldTree.half(size);
    return starts(start + half, size - half, starts, starts(start, half, starts, at));
  }

  /** Merges the partial results of a tree into its first one; returns how many there were. */
  private long merge(Kernel merging, long size, long first, long count, long row) {
    if (size <= limit) {
      return 1;
    }
    long half = FoldTree.half(size);
    long left = merge(merging, half, first, count, row);
    long second = first + left * row;
    long right = merge(merging, size - half, second, count, row);
    long item = type.size();
    merging.run(new long[] {1, count, first, item, 0, second, item, 0, first, item, 0});
    return left + right;
  }

  private void copy(long from, long to, long count) {
    for (long i = 0; i < count; i++) {
      Raw.copy(from + i * type.size(), to + i * outStride, type.size());
    }
  }

  /** Folds {@code size} elements from x on, for {@code count} outputs. */
  abstract void subtree(long x, long count, long size, long out, long step, long scratch);

  /** The scratch memory that a subtree needs. */
  abstract long scratchBytes();

  private static final class Along extends FoldRun {
    private final Kernel kernel;

    Along(Folding folding, LoopPlan outputs, long stride, long n, Combine combine, DType type, DType in) {
      super(folding, outputs, stride, n, combine, type, Math.max(1, FoldTree.BLOCK / n), FoldTree.BLOCK);
      kernel = folding.foldKernel(combine, type, in, stride);
    }

    @Override
    long scratchBytes() {
      return FoldTree.SCRATCH;
    }

    @Override
    void subtree(long x, long count, long size, long out, long step, long scratch) {
      FoldTree tree = FoldTree.of((int) size);
      kernel.run(new long[] {count, x, stride, inStride, out, step, tree.address(), tree.leaves(), scratch, size});
    }
  }

  private static final class Across extends FoldRun {
    /**
     * Groups of eight rows that one pass over the partial results adds: 114 us for 1000 x 1000 float64, 173 with one, and more than
     * three did not pay.
     */
    private static final int ROWS = 3;

    private final Loop first;
    private final Loop next;
    private final Kernel nextRows;
    private final Loop finish;
    private final long item;
    private final boolean flat;

    Across(Folding folding, LoopPlan outputs, long stride, long n, Combine combine, DType type, DType in) {
      super(folding, outputs, stride, n, combine, type, Math.min(outputs.dim(outputs.loops() - 1), STRIP),
          Math.max(FoldTree.LEAF, 8 * FoldTree.BLOCK / Math.min(outputs.dim(outputs.loops() - 1), STRIP)));
      first = folding.loop(Combine.first(type, in));
      next = folding.loop(combine.next(type, in));
      long[] steps = new long[ROWS + 2];
      Arrays.fill(steps, inStride);
      steps[0] = type.size();
      steps[ROWS + 1] = type.size();
      nextRows = n < 8 * (ROWS + 1) ? null : folding.loop(combine.next(type, in, ROWS)).kernel(steps);
      finish = folding.loop(finish(combine, type));
      item = type.size();
      // Eight rows without gaps are one row eight times as long.
      flat = stride == width * inStride && inStride == in.size();
    }

    private static Program finish(Combine combine, DType type) {
      Code code = new Code();
      V x = code.input(type);
      // As in NumPy, sums begin at 0.0, so a sum of -0.0 is 0.0.
      return code.returns(type, combine == Combine.ADD && type.isFloat() ? x.add(x.same(0)) : x);
    }

    @Override
    long scratchBytes() {
      long depth = 2 + Long.SIZE - Long.numberOfLeadingZeros(Math.min(n, limit) / 32);
      return (8 + depth) * width * item;
    }

    @Override
    void subtree(long x, long count, long size, long out, long step, long scratch) {
      long slots = scratch + 8 * count * item;
      tree(x, count, size, scratch, slots);
      finish.kernel(item, step).run(new long[] {1, count, slots, item, 0, out, step, 0});
    }

    private void tree(long x, long count, long size, long rows, long slot) {
      if (size <= FoldTree.LEAF) {
        leaf(x, count, size, rows, slot);
        return;
      }
      long half = FoldTree.half(size);
      long other = slot + count * item;
      tree(x, count, half, rows, slot);
      tree(x + half * stride, count, size - half, rows, other);
      merge(1, count, slot, 0, other, 0, slot, 0);
    }

    private void leaf(long x, long count, long size, long rows, long slot) {
      long done;
      if (size < 8) {
        first.kernel(inStride, item).run(new long[] {1, count, x, inStride, 0, slot, item, 0});
        done = 1;
      } else {
        long row = count * item;
        boolean whole = flat && count == width;
        // Without gaps eight rows are one row eight times as long.
        long lines = whole ? 1 : 8;
        long columns = whole ? 8 * count : count;
        first.kernel(inStride, item).run(new long[] {lines, columns, x, inStride, stride, rows, item, row});
        long i = 8;
        for (; i + 8 * ROWS <= size; i += 8 * ROWS) {
          nextRows.run(frame(lines, columns, rows, row, x + i * stride));
        }
        Kernel one = next.kernel(item, inStride, item);
        for (; i + 8 <= size; i += 8) {
          one.run(new long[] {lines, columns, rows, item, row, x + i * stride, inStride, stride, rows, item, row});
        }
        merge(4, count, rows, 2 * row, rows + row, 2 * row, rows, 2 * row);
        merge(2, count, rows, 4 * row, rows + 2 * row, 4 * row, rows, 4 * row);
        merge(1, count, rows, 0, rows + 4 * row, 0, slot, 0);
        done = size - size % 8;
      }
      if (done < size) {
        next.kernel(item, inStride, item)
            .run(new long[] {size - done, count, slot, item, 0, x + done * stride, inStride, stride, slot, item, 0});
      }
    }

    private long[] frame(long lines, long columns, long rows, long row, long x) {
      long[] frame = new long[2 + 3 * (ROWS + 2)];
      frame[0] = lines;
      frame[1] = columns;
      for (int k = 0; k <= ROWS + 1; k++) {
        boolean partial = k == 0 || k == ROWS + 1;
        frame[2 + 3 * k] = partial ? rows : x + 8 * (k - 1) * stride;
        frame[3 + 3 * k] = partial ? item : inStride;
        frame[4 + 3 * k] = partial ? row : stride;
      }
      return frame;
    }

    private void merge(long rowCount, long count, long a, long aStep, long b, long bStep, long out, long outStep) {
      merge.kernel(item, item, item).run(new long[] {rowCount, count, a, item, aStep, b, item, bStep, out, item, outStep});
    }
  }
}
