package orthant.plan;

import java.lang.ref.Reference;
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
 * <p>An element is what a program makes of its operands; of an array it is what is loaded, cast. Within a task elements are
 * combined in one of three ways: <b>along</b> the folded axis, output by output (a fold kernel); <b>across</b> it, a whole strip of
 * outputs at a time (map kernels on rows of partial results); or <b>by way of a block</b>, where no single stride walks the elements.
 * All follow the same {@link FoldTree tree}, so which one is taken, like the cut into tasks, changes the time and never the bits.
 */
abstract class FoldRun {
  /**
   * The widest strip: eight rows of its partial results are 64 KB of float64, which the second-level cache holds; narrower ones, that
   * the first-level cache holds, read memory in shorter pieces and were slower.
   */
  private static final long STRIP = 1024;

  /**
   * Steps of an element from which on it is computed into a block first: a fold loop holds the steps up to 18 times, and the
   * just-in-time compiler leaves methods of more than 8000 bytes alone.
   */
  private static final int LARGE = 12;

  final LoopPlan outputs;
  /** The number of elements that each output stands for. */
  final long n;
  final Combine combine;
  final Program element;
  final DType type;
  /** The operands of an element. */
  final int inputs;
  final long outStride;
  final long width;
  final long strips;
  /** The largest subtree of one task. */
  final long limit;
  final long subtrees;
  final Loop merge;

  private FoldRun(Folding folding, LoopPlan outputs, long n, Combine combine, Program element, long width, long limit) {
    this.outputs = outputs;
    this.n = n;
    this.combine = combine;
    this.element = element;
    this.type = element.type();
    this.inputs = element.inputs();
    this.outStride = outputs.stride(inputs);
    this.width = width;
    long inner = outputs.dim(outputs.loops() - 1);
    this.strips = (inner + width - 1) / width;
    this.limit = limit;
    this.subtrees = count(n);
    this.merge = folding.loop(combine.merge(type));
  }

  /**
   * Chooses the way.
   *
   * @param outputs the loops over the kept axes: the operands, then the output
   * @param reduced the loops over the folded axes
   */
  static FoldRun of(Folding folding, LoopPlan outputs, LoopPlan reduced, Combine combine, Program element) {
    if (reduced.loops() > 1) {
      return new ByBlocks(folding, outputs, reduced, combine, element);
    }
    boolean large = element.length() > LARGE;
    long inner = outputs.dim(outputs.loops() - 1);
    long apart = 0;
    long along = 0;
    long[] strides = new long[element.inputs()];
    for (int k = 0; k < strides.length; k++) {
      strides[k] = reduced.stride(k);
      along += Math.abs(strides[k]);
      apart += Math.abs(outputs.stride(k));
    }
    // Short folds of neighbouring elements pay per output; across, they pay per element.
    return inner > 1 && (apart < along || reduced.size() < 24)
        ? new Across(folding, outputs, strides, reduced.size(), combine, element)
        : large ? new ByBlocks(folding, outputs, reduced, combine, element)
        : new Along(folding, outputs, strides, reduced.size(), combine, element);
  }

  private long count(long size) {
    if (size <= limit) {
      return 1;
    }
    long half = FoldTree.half(size);
    return count(half) + count(size - half);
  }

  /** Where the operands of a block of outputs begin. */
  private long[] begin(long block) {
    long[] x = new long[inputs];
    long column = block % strips * width;
    for (int k = 0; k < inputs; k++) {
      x[k] = outputs.address(k, block / strips) + column * outputs.stride(k);
    }
    return x;
  }

  void run(Executor executor) {
    long inner = outputs.dim(outputs.loops() - 1);
    long blocks = outputs.size() / inner * strips;
    long work = (long) (outputs.size() * (n * Math.max(0.15, element.length() * 0.02) + 2));
    if (subtrees == 1) {
      execute(executor, blocks, work, (from, to) -> {
        Allocation scratch = Memory.allocate(scratchBytes());
        for (long block = from; block < to; block++) {
          long column = block % strips * width;
          long out = outputs.address(inputs, block / strips) + column * outStride;
          subtree(begin(block), Math.min(width, inner - column), 0, n, out, outStride, scratch.address());
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
        long count = Math.min(width, inner - block % strips * width);
        long partial = partials.address() + task * row;
        if (decided[0]) {
          Raw.setByte(partial, (byte) (combine == Combine.OR ? 1 : 0));
          continue;
        }
        subtree(begin(block), count, starts[s], starts[s + 1] - starts[s], partial, type.size(), scratch.address());
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
      copy(first, outputs.address(inputs, block / strips) + column * outStride, count);
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

  /** Folds {@code size} elements from element {@code start} on, for {@code count} outputs whose operands begin at {@code x}. */
  abstract void subtree(long[] x, long count, long start, long size, long out, long step, long scratch);

  /** The scratch memory that a subtree needs. */
  abstract long scratchBytes();

  private static final class Along extends FoldRun {
    private final Kernel kernel;
    private final long[] strides;

    Along(Folding folding, LoopPlan outputs, long[] strides, long n, Combine combine, Program element) {
      super(folding, outputs, n, combine, element, Math.max(1, FoldTree.BLOCK / n), FoldTree.LARGEST);
      this.strides = strides;
      kernel = Recording.ran(folding.foldKernel(combine, element, strides));
    }

    @Override
    long scratchBytes() {
      return FoldTree.SCRATCH;
    }

    @Override
    void subtree(long[] x, long count, long start, long size, long out, long step, long scratch) {
      FoldTree tree = FoldTree.of((int) size);
      long[] frame = new long[Math.max(10, Kernel.folded(inputs))];
      frame[0] = count;
      for (int k = 0; k < inputs; k++) {
        int at = Kernel.folded(k);
        frame[at] = x[k] + start * strides[k];
        frame[at + 1] = strides[k];
        frame[at + 2] = outputs.stride(k);
      }
      frame[4] = out;
      frame[5] = step;
      frame[6] = tree.address();
      frame[7] = tree.leaves();
      frame[8] = scratch;
      frame[9] = size;
      kernel.run(frame);
      Reference.reachabilityFence(tree);
    }
  }

  /** Elements are computed into a block, in their order, and combined from there. */
  private static final class ByBlocks extends FoldRun {
    private final Kernel kernel;
    private final Kernel compute;
    private final LoopPlan reduced;
    /** The loop around the innermost one: its size, and for each operand its stride. */
    private final long rows;
    private final long[] rowStrides;

    ByBlocks(Folding folding, LoopPlan outputs, LoopPlan reduced, Combine combine, Program element) {
      super(folding, outputs, reduced.size(), combine, element, Math.max(1, FoldTree.BLOCK / reduced.size()), FoldTree.BLOCK);
      this.reduced = reduced;
      long[] strides = new long[inputs + 1];
      for (int k = 0; k < inputs; k++) {
        strides[k] = reduced.stride(k);
      }
      strides[inputs] = type.size();
      boolean nested = reduced.loops() > 1;
      rows = nested ? reduced.dim(reduced.loops() - 2) : 1;
      rowStrides = new long[inputs];
      for (int k = 0; nested && k < inputs; k++) {
        rowStrides[k] = reduced.stride(k, reduced.loops() - 2);
      }
      compute = Recording.ran(folding.loop(element).kernel(strides));
      kernel = Recording.ran(folding.foldKernel(combine, Combine.first(type, type), new long[] {type.size()}));
    }

    @Override
    long scratchBytes() {
      return FoldTree.SCRATCH + (long) FoldTree.BLOCK * type.size();
    }

    @Override
    void subtree(long[] x, long count, long start, long size, long out, long step, long scratch) {
      FoldTree tree = FoldTree.of((int) size);
      long item = type.size();
      long block = scratch + FoldTree.SCRATCH;
      long columns = reduced.dim(reduced.loops() - 1);
      for (long output = 0; output < count; output++) {
        for (long done = 0; done < size; ) {
          long at = start + done;
          long column = at % columns;
          // What is left of a row, or as many whole rows of the inner two loops as are wanted.
          long row = at / columns;
          long whole = column > 0 ? 1 : Math.max(1, Math.min((size - done) / columns, rows - row % rows));
          long cells = Math.min(columns - column, size - done);
          compute.run(frame(x, output, row, column, whole, cells, block + done * item));
          done += whole * cells;
        }
        kernel.run(new long[] {1, block, item, 0, out + output * step, 0, tree.address(), tree.leaves(), scratch, size});
      }
    }

    private long[] frame(long[] x, long output, long row, long column, long count, long cells, long to) {
      long[] frame = new long[5 + 3 * inputs];
      frame[0] = count;
      frame[1] = cells;
      for (int k = 0; k < inputs; k++) {
        frame[2 + 3 * k] = x[k] + output * outputs.stride(k) + reduced.address(k, row) - reduced.address(k, 0) + column * reduced.stride(k);
        frame[3 + 3 * k] = reduced.stride(k);
        frame[4 + 3 * k] = rowStrides[k];
      }
      frame[2 + 3 * inputs] = to;
      frame[3 + 3 * inputs] = type.size();
      frame[4 + 3 * inputs] = cells * type.size();
      return frame;
    }
  }

  private static final class Across extends FoldRun {
    /**
     * Groups of eight rows that one pass over the partial results adds: 114 us for 1000 x 1000 float64, 173 with one, and more than
     * three did not pay.
     */
    private static final int ROWS = 3;

    private final long[] strides;
    private final Kernel first;
    private final Kernel next;
    /** Adds {@link #ROWS} rows at a time; null where that does not pay. */
    private final Kernel nextRows;
    private final Loop finish;
    private final long item;
    private final boolean flat;

    Across(Folding folding, LoopPlan outputs, long[] strides, long n, Combine combine, Program element) {
      super(folding, outputs, n, combine, element, Math.min(outputs.dim(outputs.loops() - 1), STRIP),
          Math.max(FoldTree.LEAF, 8 * FoldTree.BLOCK / Math.min(outputs.dim(outputs.loops() - 1), STRIP)));
      this.strides = strides;
      item = type.size();
      first = folding.loop(element).kernel(steps(0, 1));
      next = n == 1 ? null : folding.loop(combine.next(element, 1)).kernel(steps(1, 1));
      nextRows = n < 8 * (ROWS + 1) || inputs > 1 ? null : folding.loop(combine.next(element, ROWS)).kernel(steps(1, ROWS));
      Recording.ran(nextRows != null ? nextRows : next != null ? next : first);
      finish = folding.loop(finish(combine, type));
      boolean gapless = true;
      for (int k = 0; k < inputs; k++) {
        gapless &= strides[k] == width * outputs.stride(k) && outputs.stride(k) == element.input(k).size();
      }
      // Eight rows without gaps are one row eight times as long.
      flat = gapless;
    }

    /** The inner strides of the partial result that is read, if any, of the operands of some elements, and of the result. */
    private long[] steps(int partials, int elements) {
      long[] steps = new long[partials + elements * inputs + 1];
      for (int k = 0; k < steps.length; k++) {
        steps[k] = k < partials || k == steps.length - 1 ? item : outputs.stride((k - partials) % inputs);
      }
      return steps;
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
    void subtree(long[] x, long count, long start, long size, long out, long step, long scratch) {
      long slots = scratch + 8 * count * item;
      tree(x, count, start, size, scratch, slots);
      finish.kernel(item, step).run(new long[] {1, count, slots, item, 0, out, step, 0});
    }

    private void tree(long[] x, long count, long start, long size, long rows, long slot) {
      if (size <= FoldTree.LEAF) {
        leaf(x, count, start, size, rows, slot);
        return;
      }
      long half = FoldTree.half(size);
      long other = slot + count * item;
      tree(x, count, start, half, rows, slot);
      tree(x, count, start + half, size - half, rows, other);
      merge(1, count, slot, 0, other, 0, slot, 0);
    }

    private void leaf(long[] x, long count, long start, long size, long rows, long slot) {
      long done;
      if (size < 8) {
        first.run(frame(1, count, 0, 1, x, start, slot, 0));
        done = 1;
      } else {
        long row = count * item;
        boolean whole = flat && count == width;
        // Without gaps eight rows are one row eight times as long.
        long lines = whole ? 1 : 8;
        long columns = whole ? 8 * count : count;
        first.run(frame(lines, columns, 0, 1, x, start, rows, row));
        long i = 8;
        for (; nextRows != null && i + 8 * ROWS <= size; i += 8 * ROWS) {
          nextRows.run(frame(lines, columns, 1, ROWS, x, start + i, rows, row));
        }
        for (; i + 8 <= size; i += 8) {
          next.run(frame(lines, columns, 1, 1, x, start + i, rows, row));
        }
        merge(4, count, rows, 2 * row, rows + row, 2 * row, rows, 2 * row);
        merge(2, count, rows, 4 * row, rows + 2 * row, 4 * row, rows, 4 * row);
        merge(1, count, rows, 0, rows + 4 * row, 0, slot, 0);
        done = size - size % 8;
      }
      if (done < size) {
        next.run(frame(size - done, count, 1, 1, x, start + done, slot, 0));
      }
    }

    /** A frame that combines elements, eight rows apart, with partial results whose rows are {@code row} bytes apart. */
    private long[] frame(long lines, long columns, int partials, int elements, long[] x, long index, long slot, long row) {
      int operands = partials + elements * inputs + 1;
      long[] frame = new long[2 + 3 * operands];
      frame[0] = lines;
      frame[1] = columns;
      for (int j = 0; j < operands; j++) {
        boolean partial = j < partials || j == operands - 1;
        int k = partial ? 0 : (j - partials) % inputs;
        long ahead = partial ? 0 : 8L * ((j - partials) / inputs);
        frame[2 + 3 * j] = partial ? slot : x[k] + (index + ahead) * strides[k];
        frame[3 + 3 * j] = partial ? item : outputs.stride(k);
        frame[4 + 3 * j] = partial ? row : strides[k];
      }
      return frame;
    }

    private void merge(long rowCount, long count, long a, long aStep, long b, long bStep, long out, long outStep) {
      merge.kernel(item, item, item).run(new long[] {rowCount, count, a, item, aStep, b, item, bStep, out, item, outStep});
    }
  }
}
