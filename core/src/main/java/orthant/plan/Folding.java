package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
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
  /** Fold kernels of programs. */
  private final ConcurrentHashMap<Fused, Kernel> fused = new ConcurrentHashMap<>();
  /** Find kernels by type and whether elements lie side by side. */
  private final Kernel[] finds = new Kernel[TYPES * 2];
  private final ConcurrentHashMap<Fused, Kernel> fusedFinds = new ConcurrentHashMap<>();

  private record Fused(Combine combine, Program program, List<Step> steps) {}

  Folding(Engine engine) {
    this.engine = engine;
  }

  /** The axes a reduction folds, from 0. */
  static int[] axes(int ndim, Axes axes) {
    int[] given = axes.axes();
    if (given != null) {
      return Shapes.normalAxes(given, ndim);
    }
    int[] all = new int[ndim];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** The shape of a reduction's result. */
  static long[] outShape(long[] shape, Axes axes) {
    boolean[] folded = folded(shape.length, axes);
    long[] out = new long[shape.length];
    int count = 0;
    for (int i = 0; i < folded.length; i++) {
      if (!folded[i] || axes.keepsDims()) {
        out[count++] = folded[i] ? 1 : shape[i];
      }
    }
    return Arrays.copyOf(out, count);
  }

  private static boolean[] folded(int ndim, Axes axes) {
    boolean[] folded = new boolean[ndim];
    for (int axis : axes(ndim, axes)) {
      folded[axis] = true;
    }
    return folded;
  }

  /** An array taken apart: the kept axes and the folded ones, as strided loops each. */
  private record Split(long[] outShape, Layout kept, Layout reduced) {
    static Split of(Layout layout, Axes axes) {
      boolean[] folded = folded(layout.ndim(), axes);
      return new Split(Folding.outShape(layout.shape(), axes), part(layout, folded, false), part(layout, folded, true));
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
    if (areAll(axes, a.ndim()) && a.isContiguous() && a.size() > 0 && a.size() <= FoldTree.BLOCK) {
      return whole(a, type, combine, axes.keepsDims() ? Layout.contiguous(type.size(), outShape(a.shape(), axes)) : SCALAR);
    }
    Split split = Split.of(ARRAYS.layout(a), axes);
    NDArray out = Engine.fresh(type, Layout.contiguous(type.size(), split.outShape));
    if (out.size() == 0 || split.reduced.size() == 0) {
      return ofNothing(out, a.shape(), combine);
    }
    Program element = Combine.first(type, a.dtype());
    LoopPlan reduced = reducedLoop(combine.ordered(Lane.of(type)), split);
    if (reduced.loops() > 1) {
      // No single stride walks the folded axes in the order of the elements: lay them out that way first.
      NDArray copy = laidOut(a, split);
      int last = copy.ndim() - split.reduced.ndim();
      Layout whole = ARRAYS.layout(copy);
      Layout kept = Layout.of(split.kept.shape(), Arrays.copyOf(whole.strides(), last));
      Layout rest = Layout.contiguous(a.dtype().size(), split.reduced.shape());
      run(element, out, combine, reducedLoop(true, new Split(split.outShape, kept, rest)), new Layout[] {kept}, copy);
    } else {
      run(element, out, combine, reduced, new Layout[] {split.kept}, a);
    }
    return out;
  }

  /** Whether the axes are all of an array's. */
  private static boolean areAll(Axes axes, int ndim) {
    return axes.axes() == null || Shapes.normalAxes(axes.axes(), ndim).length == ndim;
  }

  /** The result where there is nothing to combine. */
  private static NDArray ofNothing(NDArray out, long[] shape, Combine combine) {
    if (out.size() == 0) {
      return out;
    }
    if (!combine.hasIdentity()) {
      throw new IllegalArgumentException(combine.label() + " of no elements: the folded axes of shape " + Shapes.text(shape)
          + " have size 0, and it has no identity; check size() first");
    }
    return out.assign(combine.identity());
  }

  /** The operands of an expression, none of them complex, walked as if they had its shape, and the type of its values. */
  private static Split[] splits(long[] shape, Axes axes, NDArray[] operands) {
    Split[] splits = new Split[operands.length];
    for (int k = 0; k < splits.length; k++) {
      splits[k] = Split.of(Layout.of(shape, Planner.broadcastStrides(ARRAYS.layout(operands[k]), shape)), axes);
    }
    return splits;
  }

  private static Layout[] kept(Split[] splits) {
    Layout[] kept = new Layout[splits.length];
    Arrays.setAll(kept, k -> splits[k].kept);
    return kept;
  }

  /** Combines what a program makes of operands that broadcast to a shape, none of them complex. */
  NDArray fold(Program value, NDArray[] operands, long[] shape, Axes axes, Combine combine) {
    boolean logical = combine == Combine.AND || combine == Combine.OR;
    DType type = axes.dtype() != null && !logical ? axes.dtype() : combine.type(value.type());
    if (type == DType.float16) {
      return Engine.cast(fold(value, operands, shape, axes.dtype(DType.float32), combine), type);
    }
    if (type.isComplex()) {
      NDArray out = Engine.fresh(type, Layout.contiguous(type.size(), outShape(shape, axes)));
      Parts.real(out).assign(fold(Combine.first(type.real(), value), operands, shape, axes.dtype(null), combine));
      Parts.imag(out).assign(fold(Combine.firstImaginary(type.real(), value), operands, shape, axes.dtype(null), combine));
      return out;
    }
    Split[] splits = splits(shape, axes, operands);
    NDArray out = Engine.fresh(type, Layout.contiguous(type.size(), splits[0].outShape));
    if (out.size() == 0 || splits[0].reduced.size() == 0) {
      return ofNothing(out, shape, combine);
    }
    LoopPlan reduced = reducedLoop(combine.ordered(Lane.of(type)), splits);
    run(Combine.first(type, value), out, combine, reduced, kept(splits), operands);
    return out;
  }

  /** All of a small contiguous array: one kernel call, no planning. */
  private NDArray whole(NDArray a, DType type, Combine combine, Layout single) {
    NDArray out = Engine.fresh(type, single);
    Storage storage = ARRAYS.storage(a);
    storage.acquire();
    try {
      int n = (int) a.size();
      int size = a.dtype().size();
      FoldTree tree = FoldTree.of(n);
      Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
      Recording.ran(foldKernel(combine, type, a.dtype(), size))
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
  private static LoopPlan reducedLoop(boolean ordered, Split... splits) {
    Layout[] reduced = new Layout[splits.length];
    Arrays.setAll(reduced, k -> splits[k].reduced);
    // Places relative to the first element of the folded axes; which one that is, the kept axes say.
    long[] nowhere = new long[splits.length];
    return ordered ? Planner.inOrder(reduced, nowhere) : Planner.plan(reduced[0].shape(), reduced, nowhere);
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

  private void run(Program element, NDArray out, Combine combine, LoopPlan reduced, Layout[] kept, NDArray... operands) {
    int inputs = operands.length;
    Layout[] layouts = Arrays.copyOf(kept, inputs + 1);
    layouts[inputs] = Layout.contiguous(out.dtype().size(), kept[0].shape());
    long[] addresses = new long[inputs + 1];
    NDArray[] all = Arrays.copyOf(operands, inputs + 1);
    all[inputs] = out;
    int held = 0;
    try {
      for (; held <= inputs; held++) {
        ARRAYS.storage(all[held]).acquire();
        addresses[held] = ARRAYS.address(all[held]) + (held < inputs ? reduced.address(held, 0) : 0);
      }
      LoopPlan outputs = Planner.plan(kept[0].shape(), layouts, addresses);
      FoldRun.of(this, outputs, reduced, combine, element).run(engine.executor());
    } finally {
      for (int k = 0; k < held; k++) {
        ARRAYS.storage(all[k]).release();
      }
      Reference.reachabilityFence(all);
    }
  }

  /** The kernel that combines elements whose operands move with strides. */
  Kernel foldKernel(Combine combine, Program element, long[] strides) {
    if (element.inputs() == 1 && element.equals(Combine.first(element.type(), element.input(0)))) {
      return foldKernel(combine, element.type(), element.input(0), strides[0]);
    }
    Step[] steps = new Step[strides.length];
    Arrays.setAll(steps, k -> simple(strides[k], element.input(k).size()));
    return fused.computeIfAbsent(new Fused(combine, element, List.of(steps)), f -> engine.kernels().fold(combine, element, f.steps));
  }

  /** Fold loops know elements side by side, one element, and any stride. */
  private static Step simple(long stride, int size) {
    return stride == size ? Step.UNIT : stride == 0 ? Step.FIXED : Step.ANY;
  }

  Kernel foldKernel(Combine combine, DType type, DType in, long stride) {
    boolean unit = stride == in.size();
    int key = ((combine.ordinal() * TYPES + type.ordinal()) * TYPES + in.ordinal()) * 2 + (unit ? 1 : 0);
    Kernel known = folds[key];
    if (known == null) {
      synchronized (folds) {
        known = folds[key];
        if (known == null) {
          known = engine.kernels().fold(combine, Combine.first(type, in), List.of(unit ? Step.UNIT : Step.ANY));
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
    Split split = Split.of(ARRAYS.layout(x), axes);
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
    search(x, best, out,
        kernel -> outputs.run(frame -> pieces(kernel, frame, n, new long[] {stride}), engine.executor(), n * 0.2), stride == size);
    return out;
  }

  /** Whether a single stride of each operand walks the folded elements in their order. */
  static boolean walks(NDArray[] operands, long[] shape, Axes axes) {
    return reducedLoop(true, splits(shape, axes, operands)).loops() == 1;
  }

  /** Where the first smallest or largest value of a program is, whose operands {@link #walks walk}. */
  NDArray find(Program value, NDArray[] operands, long[] shape, Axes axes, Combine combine) {
    Split[] splits = splits(shape, axes, operands);
    LoopPlan reduced = reducedLoop(true, splits);
    NDArray best = fold(value, operands, shape, axes.dtype() == null ? axes : axes.dtype(null), combine);
    NDArray out = Engine.fresh(DType.int64, Layout.contiguous(8, splits[0].outShape));
    if (out.size() == 0) {
      return out;
    }
    int inputs = operands.length;
    NDArray[] all = Arrays.copyOf(operands, inputs + 2);
    all[inputs] = best;
    all[inputs + 1] = out;
    Layout[] layouts = Arrays.copyOf(kept(splits), inputs + 2);
    layouts[inputs] = Layout.contiguous(best.dtype().size(), layouts[0].shape());
    layouts[inputs + 1] = Layout.contiguous(8, layouts[0].shape());
    long[] addresses = new long[inputs + 2];
    long[] strides = new long[inputs];
    Step[] steps = new Step[inputs + 1];
    steps[inputs] = Step.FIXED;
    for (int k = 0; k < inputs; k++) {
      strides[k] = reduced.stride(k);
      steps[k] = simple(strides[k], value.input(k).size());
    }
    Kernel kernel = fusedFinds.computeIfAbsent(new Fused(combine, value, List.of(steps)), f -> engine.kernels().find(isBest(value), f.steps));
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
      run.accept(Recording.ran(kernel));
    } finally {
      storage.release();
      Reference.reachabilityFence(x);
      Reference.reachabilityFence(best);
      Reference.reachabilityFence(out);
    }
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

  private static Program isBest(DType type) {
    return isBest(Combine.first(type, type));
  }

  private static Program isBest(Program value) {
    Code code = new Code();
    V x = value.again(code).re();
    V best = code.input(value.type());
    V same = x.eq(best);
    // If there is a NaN, the best is NaN, which equals nothing: then the first NaN is looked for.
    return code.returns(DType.bool, value.type().isFloat() ? same.or(x.ne(x)) : same);
  }
}
