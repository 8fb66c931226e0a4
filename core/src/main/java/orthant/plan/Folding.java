package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.expr.V;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.memory.Storage;
import orthant.op.Combine;

/** From a reduction to fold loops: which axes are kept, in which order elements are combined, how the work is cut. */
final class Folding {
  private static final Access ARRAYS = Access.door();

  private static final Layout SCALAR = Layout.contiguous(1);
  private static final int TYPES = DType.values().length;

  private final Engine engine;
  /** Fold kernels by how, type, type of the elements, and whether these lie side by side. */
  private final Kernel[] folds = new Kernel[Combine.values().length * TYPES * TYPES * 2];
  /** Find kernels by type and whether elements lie side by side. */
  private final Kernel[] finds = new Kernel[TYPES * 2];

  Folding(Engine engine) {
    this.engine = engine;
  }

  /** The axes a reduction folds, from 0. */
  static int[] axes(NDArray a, Axes axes) {
    int[] given = axes.axes();
    if (given != null) {
      return Shapes.normalAxes(given, a.ndim());
    }
    int[] all = new int[a.ndim()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** An array taken apart: the kept axes and the folded ones, as strided loops each. */
  private record Split(boolean[] folded, long[] outShape, Layout kept, Layout reduced) {
    static Split of(NDArray a, int[] axes, boolean keepDims) {
      Layout layout = ARRAYS.layout(a);
      boolean[] folded = new boolean[layout.ndim()];
      for (int axis : axes) {
        folded[axis] = true;
      }
      long[] out = layout.shape();
      int count = 0;
      for (int i = 0; i < folded.length; i++) {
        if (!folded[i] || keepDims) {
          out[count++] = folded[i] ? 1 : layout.shape(i);
        }
      }
      return new Split(folded, Arrays.copyOf(out, count), part(layout, folded, false), part(layout, folded, true));
    }

    private static Layout part(Layout layout, boolean[] folded, boolean which) {
      long[] shape = new long[layout.ndim()];
      long[] strides = new long[layout.ndim()];
      int n = 0;
      for (int i = 0; i < folded.length; i++) {
        if (folded[i] == which) {
          shape[n] = layout.shape(i);
          strides[n++] = layout.stride(i);
        }
      }
      return Layout.of(Arrays.copyOf(shape, n), Arrays.copyOf(strides, n));
    }
  }

  NDArray fold(NDArray a, Axes axes, Combine combine) {
    boolean logical = combine == Combine.AND || combine == Combine.OR;
    DType type = axes.dtype() != null && !logical ? axes.dtype() : combine.type(a.dtype());
    if (type == DType.float16) {
      // Partial results are float32, rounded once in the end.
      return Engine.cast(fold(a, axes.dtype(DType.float32), combine), type);
    }
    if (a.dtype().isComplex() || type.isComplex()) {
      return ComplexFolding.fold(this, a, axes, combine, type);
    }
    if (axes == Axes.ALL && a.isContiguous() && a.size() > 0 && a.size() <= FoldTree.BLOCK) {
      return whole(a, type, combine);
    }
    Split split = Split.of(a, axes(a, axes), axes.keepsDims());
    NDArray out = Engine.fresh(type, Layout.contiguous(type.size(), split.outShape));
    long n = split.reduced.size();
    if (out.size() == 0) {
      return out;
    }
    if (n == 0) {
      if (!combine.hasIdentity()) {
        throw new IllegalArgumentException(combine.label() + " of no elements: the folded axes of shape " + Shapes.text(a.shape())
            + " have size 0, and it has no identity; check size() first");
      }
      return out.assign(combine.identity());
    }
    boolean ordered = combine.ordered(Lane.of(type));
    LoopPlan reduced = reducedLoop(a, split, ordered);
    if (reduced.loops() > 1) {
      // No single stride walks the folded axes in the order of the elements: lay them out that way first.
      return fold(laidOut(a, split), split, out, combine);
    }
    run(a, reduced.address(0, 0), split.kept, reduced.stride(0), n, out, combine);
    return out;
  }

  /** All of a small contiguous array: one kernel call, no planning. */
  private NDArray whole(NDArray a, DType type, Combine combine) {
    NDArray out = Engine.fresh(type, SCALAR);
    Storage storage = ARRAYS.storage(a);
    storage.acquire();
    try {
      int n = (int) a.size();
      int size = a.dtype().size();
      FoldTree tree = FoldTree.of(n);
      Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
      foldKernel(combine, type, a.dtype(), size)
          .run(new long[] {1, ARRAYS.address(a), size, 0, ARRAYS.address(out), 0, tree.address(), tree.leaves(), scratch.address(), n});
      Reference.reachabilityFence(scratch);
    } finally {
      storage.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(out);
    }
    return out;
  }

  /** The folded axes as loops: in their own order where that matters, else in the order of memory. */
  private static LoopPlan reducedLoop(NDArray a, Split split, boolean ordered) {
    Layout reduced = split.reduced;
    long[] address = {ARRAYS.address(a)};
    if (!ordered) {
      return Planner.plan(reduced.shape(), new Layout[] {reduced}, address);
    }
    return Planner.inOrder(reduced, address[0]);
  }

  private NDArray fold(NDArray a, Split split, NDArray out, Combine combine) {
    long n = split.reduced.size();
    long[] kept = split.kept.shape();
    long[] shape = Arrays.copyOf(kept, kept.length + 1);
    shape[kept.length] = n;
    Layout whole = Layout.contiguous(a.dtype().size(), shape);
    run(a, ARRAYS.address(a), Layout.of(kept, Arrays.copyOf(whole.strides(), kept.length)), a.dtype().size(), n, out, combine);
    return out;
  }

  /** A C-order copy with the kept axes first. */
  private static NDArray laidOut(NDArray a, Split split) {
    long[] shape = concat(split.kept.shape(), split.reduced.shape());
    long[] strides = concat(split.kept.strides(), split.reduced.strides());
    return Engine.cast(ARRAYS.wrap(a.dtype(), Layout.of(shape, strides), ARRAYS.storage(a), ARRAYS.address(a), true), a.dtype());
  }

  private static long[] concat(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private void run(NDArray a, long address, Layout kept, long stride, long n, NDArray out, Combine combine) {
    Storage storage = ARRAYS.storage(a);
    Storage target = ARRAYS.storage(out);
    storage.acquire();
    try {
      target.acquire();
      try {
        Layout outKept = Layout.contiguous(out.dtype().size(), kept.shape());
        LoopPlan outputs = Planner.plan(kept.shape(), new Layout[] {kept, outKept}, new long[] {address, ARRAYS.address(out)});
        FoldRun.of(this, outputs, stride, n, combine, out.dtype(), a.dtype()).run(engine.executor());
      } finally {
        target.release();
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(out);
    }
  }

  Kernel foldKernel(Combine combine, DType type, DType in, long stride) {
    boolean unit = stride == in.size();
    int key = ((combine.ordinal() * TYPES + type.ordinal()) * TYPES + in.ordinal()) * 2 + (unit ? 1 : 0);
    Kernel known = folds[key];
    if (known == null) {
      synchronized (folds) {
        known = folds[key];
        if (known == null) {
          known = engine.kernels().fold(combine, type, in, unit ? Step.UNIT : Step.ANY);
          folds[key] = known;
        }
      }
    }
    return known;
  }

  Loop loop(Program program) {
    return engine.loop(program);
  }

  /** Where the first smallest or largest element is: one pass for its value, one that ends at the first that equals it. */
  NDArray find(NDArray a, Axes axes, Combine combine) {
    int[] given = axes.axes();
    if (given != null && given.length != 1) {
      throw new IllegalArgumentException("arg" + combine.label() + " takes one axis, or none for all elements in C order, but got " + axes);
    }
    if (a.dtype().isComplex()) {
      return ComplexFolding.find(this, a, axes, combine);
    }
    NDArray x = given == null && !a.isContiguous() ? a.copy() : a;
    NDArray best = fold(x, axes.dtype() == null ? axes : axes.dtype(null), combine);
    if (axes == Axes.ALL && x.size() <= FoldTree.BLOCK) {
      NDArray out = Engine.fresh(DType.int64, SCALAR);
      int size = x.dtype().size();
      search(x, best, out, kernel -> kernel.run(
          new long[] {1, x.size(), ARRAYS.address(x), size, 0, ARRAYS.address(best), 0, 0, ARRAYS.address(out), 0, 0}), true);
      return out;
    }
    Split split = Split.of(x, axes(x, axes), axes.keepsDims());
    NDArray out = Engine.fresh(DType.int64, Layout.contiguous(8, split.outShape));
    if (out.size() == 0) {
      return out;
    }
    long n = split.reduced.size();
    int size = x.dtype().size();
    long stride = given == null ? size : split.reduced.stride(0);
    Layout kept = split.kept;
    Layout[] layouts = {kept, Layout.contiguous(size, kept.shape()), Layout.contiguous(8, kept.shape())};
    LoopPlan outputs = Planner.plan(kept.shape(), layouts, new long[] {ARRAYS.address(x), ARRAYS.address(best), ARRAYS.address(out)});
    search(x, best, out, kernel -> outputs.run(frame -> pieces(kernel, frame, n, stride), engine.executor(), n * 0.2), stride == size);
    return out;
  }

  private void search(NDArray x, NDArray best, NDArray out, Consumer<Kernel> run, boolean unit) {
    int key = 2 * x.dtype().ordinal() + (unit ? 1 : 0);
    Kernel kernel = finds[key];
    if (kernel == null) {
      kernel = engine.kernels().find(isBest(x.dtype()), List.of(unit ? Step.UNIT : Step.ANY, Step.FIXED));
      finds[key] = kernel;
    }
    Storage storage = ARRAYS.storage(x);
    storage.acquire();
    try {
      run.accept(kernel);
    } finally {
      storage.release();
      Reference.reachabilityFence(x);
      Reference.reachabilityFence(best);
      Reference.reachabilityFence(out);
    }
  }

  /** Runs a find loop for the outputs of a map frame (x, best, position), a piece of each row at a time. */
  private static void pieces(Kernel kernel, long[] frame, long n, long stride) {
    long[] find = new long[11];
    find[0] = 1;
    for (long row = 0; row < frame[0]; row++) {
      for (long col = 0; col < frame[1]; col++) {
        long x = frame[2] + col * frame[3] + row * frame[4];
        find[5] = frame[5] + col * frame[6] + row * frame[7];
        find[8] = frame[8] + col * frame[9] + row * frame[10];
        find[3] = stride;
        long found = -1;
        for (long start = 0; start < n && found < 0; start += FoldTree.BLOCK) {
          find[1] = Math.min(FoldTree.BLOCK, n - start);
          find[2] = x + start * stride;
          kernel.run(find);
          found = Raw.getLong(find[8]);
          if (found >= 0) {
            Raw.setLong(find[8], found + start);
          }
        }
      }
    }
  }

  private static Program isBest(DType type) {
    Code code = new Code();
    V x = code.input(type);
    V best = code.input(type);
    V same = x.eq(best);
    // If there is a NaN, the best is NaN, which equals nothing: then the first NaN is looked for.
    return code.returns(DType.bool, type.isFloat() ? same.or(x.ne(x)) : same);
  }
}
