package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.V;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.layout.Layout;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.memory.Storage;
import orthant.op.Combine;

/** Where smallest and largest elements are: their value by a fold, then the first element that equals it by a find loop. */
final class Finding {
  private static final Access ARRAYS = Access.door();
  private static final Layout SCALAR = Layout.contiguous(1);

  /** Elements of a block: few, since one is read twice; many, since each costs a call. */
  private static final long BLOCK = 2 * FoldTree.BLOCK;

  /** The most elements of which the best ones of all blocks are folded by one call. */
  private static final long BLOCKS = BLOCK * FoldTree.LARGEST;

  private final Engine engine;
  private final Folding folding;
  /** Find kernels by type, how elements lie, and whether a NaN can be what is looked for. */
  private final Kernel[] finds = new Kernel[DType.values().length * Step.COUNT * 2];
  /** Find kernels of programs. */
  private final ConcurrentHashMap<Fused, Kernel> fusedFinds = new ConcurrentHashMap<>();

  private record Fused(Combine combine, Program program, List<Step> steps) {}

  Finding(Engine engine, Folding folding) {
    this.engine = engine;
    this.folding = folding;
  }

  /** Where the first smallest or largest element is: one pass for its value, one that ends at the first that equals it. */
  NDArray find(NDArray a, Axes axes, Combine combine) {
    int[] given = axes.axes();
    if (given != null && given.length != 1) {
      throw new IllegalArgumentException("arg" + combine.label() + " takes one axis, or none for all elements in C order, but got " + axes);
    }
    if (a.dtype().isComplex()) {
      return ComplexFolding.find(folding, a, axes, combine);
    }
    NDArray x = given == null && !a.isContiguous() ? a.copy() : a;
    if (given == null && !axes.keepsDims() && 0 < x.size() && x.size() <= BLOCKS && x.dtype() != DType.float16) {
      return findInBlocks(x, combine);
    }
    NDArray best = folding.fold(x, axes.dtype() == null ? axes : axes.dtype(null), combine);
    Folding.Split split = Folding.Split.of(ARRAYS.layout(x), axes);
    NDArray out = Engine.fresh(DType.int64, Layout.contiguous(8, split.outShape()));
    if (out.size() == 0) {
      return out;
    }
    long n = split.reduced().size();
    int size = x.dtype().size();
    long stride = given == null ? size : split.reduced().stride(0);
    Layout kept = split.kept();
    Layout[] layouts = {kept, Layout.contiguous(size, kept.shape()), Layout.contiguous(8, kept.shape())};
    LoopPlan outputs = Planner.plan(kept.shape(), layouts, new long[] {ARRAYS.address(x), ARRAYS.address(best), ARRAYS.address(out)});
    Kernel kernel = findKernel(x.dtype(), Step.of(stride, x.dtype()), true);
    Recording.ran(kernel);
    Storage storage = ARRAYS.storage(x);
    storage.acquire();
    try {
      outputs.run(frame -> pieces(kernel, frame, n, new long[] {stride}), engine.executor(), n * 0.2);
    } finally {
      storage.release();
      Reference.reachabilityFence(x);
      Reference.reachabilityFence(best);
      Reference.reachabilityFence(out);
    }
    return out;
  }

  /**
   * Of elements side by side: the best of each block, then the first block that has the best of these, and only in this block the place. So the
   * elements are read once.
   */
  private NDArray findInBlocks(NDArray x, Combine combine) {
    NDArray out = Engine.fresh(DType.int64, SCALAR);
    DType type = x.dtype();
    int size = type.size();
    long n = x.size();
    long blocks = (n + BLOCK - 1) / BLOCK;
    Kernel fold = folding.foldKernel(combine, type, type, size);
    // The best of each block, the best of all, and room for the loops.
    long results = -8 & (blocks + 1) * size + 7;
    Allocation memory = Memory.allocate(results + FoldTree.SCRATCH);
    long bests = memory.address();
    long best = bests + blocks * size;
    Storage storage = ARRAYS.storage(x);
    storage.acquire();
    try {
      long begin = ARRAYS.address(x);
      long place = ARRAYS.address(out);
      Kernel find;
      if (blocks == 1) {
        fold(fold, begin, size, n, best, bests + results);
        find = findKernel(type, Step.UNIT, isNan(type, best));
      } else {
        engine.executor().run(blocks, (long) (n * 0.15), (from, to) -> {
          Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
          for (long block = from; block < to; block++) {
            long first = block * BLOCK;
            fold(fold, begin + first * size, size, Math.min(BLOCK, n - first), bests + block * size, scratch.address());
          }
          Reference.reachabilityFence(scratch);
        });
        fold(fold, bests, size, blocks, best, bests + results);
        find = findKernel(type, Step.UNIT, isNan(type, best));
        find.run(findFrame(bests, size, blocks, best, place));
      }
      Recording.ran(find);
      long first = blocks == 1 ? 0 : Raw.getLong(place) * BLOCK;
      find.run(findFrame(begin + first * size, size, Math.min(BLOCK, n - first), best, place));
      Raw.setLong(place, Raw.getLong(place) + first);
    } finally {
      storage.release();
      Reference.reachabilityFence(x);
      Reference.reachabilityFence(memory);
    }
    return out;
  }

  private static void fold(Kernel kernel, long from, int size, long n, long to, long scratch) {
    FoldTree tree = FoldTree.of((int) n);
    kernel.run(Folding.foldFrame(tree, from, size, to, scratch));
    Reference.reachabilityFence(tree);
  }

  private static long[] findFrame(long from, int size, long n, long best, long place) {
    return new long[] {1, n, from, size, 0, best, 0, 0, place, 0, 0};
  }

  /** Where the first smallest or largest value of a program is, whose operands {@linkplain Folding#walks walk}. */
  NDArray find(Program value, NDArray[] operands, long[] shape, Axes axes, Combine combine) {
    Folding.Split[] splits = Folding.splits(shape, axes, operands);
    LoopPlan reduced = Folding.reducedLoop(true, splits);
    NDArray best = folding.fold(value, operands, shape, axes.dtype() == null ? axes : axes.dtype(null), combine);
    NDArray out = Engine.fresh(DType.int64, Layout.contiguous(8, splits[0].outShape()));
    if (out.size() == 0) {
      return out;
    }
    int inputs = operands.length;
    NDArray[] all = Arrays.copyOf(operands, inputs + 2);
    all[inputs] = best;
    all[inputs + 1] = out;
    Layout[] layouts = Arrays.copyOf(Folding.kept(splits), inputs + 2);
    layouts[inputs] = Layout.contiguous(best.dtype().size(), layouts[0].shape());
    layouts[inputs + 1] = Layout.contiguous(8, layouts[0].shape());
    long[] addresses = new long[inputs + 2];
    long[] strides = new long[inputs];
    Step[] steps = new Step[inputs + 1];
    steps[inputs] = Step.FIXED;
    for (int k = 0; k < inputs; k++) {
      strides[k] = reduced.stride(k);
      steps[k] = Step.of(strides[k], value.input(k));
    }
    Kernel kernel = fusedFinds.computeIfAbsent(new Fused(combine, value, List.of(steps)), f -> engine.kernels().find(isBest(value, true), f.steps));
    Recording.ran(kernel);
    int held = 0;
    try {
      for (; held < all.length; held++) {
        ARRAYS.storage(all[held]).acquire();
        addresses[held] = ARRAYS.address(all[held]);
      }
      long n = reduced.size();
      LoopPlan outputs = Planner.plan(layouts[0].shape(), layouts, addresses);
      outputs.run(frame -> pieces(kernel, frame, n, strides), engine.executor(), n * 0.2);
    } finally {
      for (int k = 0; k < held; k++) {
        ARRAYS.storage(all[k]).release();
      }
      Reference.reachabilityFence(all);
    }
    return out;
  }

  private static boolean isNan(DType type, long address) {
    return type == DType.float64 && Double.isNaN(Raw.getDouble(address)) || type == DType.float32 && Float.isNaN(Raw.getFloat(address));
  }

  private Kernel findKernel(DType type, Step step, boolean nan) {
    int key = 2 * (Step.COUNT * type.ordinal() + step.ordinal()) + (nan ? 1 : 0);
    Kernel kernel = finds[key];
    if (kernel == null) {
      kernel = engine.kernels().find(isBest(Combine.first(type, type), nan), List.of(step, Step.FIXED));
      finds[key] = kernel;
    }
    return kernel;
  }

  /** Runs a find loop for the outputs of a map frame (operands, best, position), a piece of each row at a time. */
  private static void pieces(Kernel kernel, long[] frame, long n, long[] strides) {
    long[] find = new long[frame.length];
    find[0] = 1;
    int best = 2 + 3 * strides.length;
    int position = best + 3;
    for (long row = 0; row < frame[0]; row++) {
      for (long col = 0; col < frame[1]; col++) {
        find[best] = at(frame, best, row, col);
        find[position] = at(frame, position, row, col);
        long found = -1;
        for (long start = 0; start < n && found < 0; start += FoldTree.BLOCK) {
          find[1] = Math.min(FoldTree.BLOCK, n - start);
          for (int k = 0; k < strides.length; k++) {
            find[2 + 3 * k] = at(frame, 2 + 3 * k, row, col) + start * strides[k];
            find[3 + 3 * k] = strides[k];
          }
          kernel.run(find);
          found = Raw.getLong(find[position]);
          if (found >= 0) {
            Raw.setLong(find[position], found + start);
          }
        }
      }
    }
  }

  private static long at(long[] frame, int operand, long row, long col) {
    return frame[operand] + col * frame[operand + 1] + row * frame[operand + 2];
  }

  private static Program isBest(Program value, boolean nan) {
    Code code = new Code();
    V x = value.again(code).re();
    V best = code.input(value.type());
    V same = x.eq(best);
    // If there is a NaN, the best is NaN, which equals nothing: then the first NaN is looked for.
    return code.returns(DType.bool, nan && value.type().isFloat() ? same.or(x.ne(x)) : same);
  }
}
