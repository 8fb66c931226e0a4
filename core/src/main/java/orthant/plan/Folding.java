package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Storage;
import orthant.op.Combine;

/** From a reduction to fold loops: which axes are kept, in which order elements are combined, how the work is cut. */
final class Folding {
  private static final Access ARRAYS = Access.door();

  private static final Layout SCALAR = Layout.contiguous(1);
  private static final int TYPES = DType.values().length;

  private final Engine engine;
  /** Fold kernels by how, type, type of the elements, and how these lie. */
  private final Kernel[] folds = new Kernel[Combine.values().length * TYPES * TYPES * Step.COUNT];
  /** Fold kernels of programs. */
  private final ConcurrentHashMap<Fused, Kernel> fused = new ConcurrentHashMap<>();
  private final Finding finding;

  private record Fused(Combine combine, Program program, List<Step> steps) {}

  Folding(Engine engine) {
    this.engine = engine;
    this.finding = new Finding(engine, this);
  }

  Finding finding() {
    return finding;
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
  record Split(long[] outShape, Layout kept, Layout reduced) {
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
    boolean single = areAll(axes, a.ndim()) && !axes.keepsDims();
    NDArray out = Engine.fresh(type, single ? SCALAR : Layout.contiguous(type.size(), outShape(a.shape(), axes)));
    into(out, type.size(), a, axes, combine);
    return out;
  }

  /** Folds into an array of the result's shape whose elements are so many bytes apart. */
  void into(NDArray out, int apart, NDArray a, Axes axes, Combine combine) {
    DType type = out.dtype();
    if (areAll(axes, a.ndim()) && (a.isContiguous() || a.ndim() == 1) && a.size() > 0 && a.size() <= FoldTree.LARGEST) {
      whole(out, a, combine);
      return;
    }
    Split split = Split.of(ARRAYS.layout(a), axes);
    if (out.size() == 0 || split.reduced.size() == 0) {
      ofNothing(out, a.shape(), combine);
      return;
    }
    Program element = Combine.first(type, a.dtype());
    LoopPlan reduced = reducedLoop(combine.ordered(Lane.of(type)), split);
    if (reduced.loops() > 1 && isTurned(reduced)) {
      // Neighbours in the order of the elements are far apart in memory: a copy by squares is quicker than to walk that way.
      NDArray copy = laidOut(a, split);
      int last = copy.ndim() - split.reduced.ndim();
      Layout whole = ARRAYS.layout(copy);
      Layout kept = Layout.of(split.kept.shape(), Arrays.copyOf(whole.strides(), last));
      Layout rest = Layout.contiguous(a.dtype().size(), split.reduced.shape());
      run(element, out, apart, combine, reducedLoop(true, new Split(split.outShape, kept, rest)), new Layout[] {kept}, copy);
    } else {
      run(element, out, apart, combine, reduced, new Layout[] {split.kept}, a);
    }
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
  static Split[] splits(long[] shape, Axes axes, NDArray[] operands) {
    Split[] splits = new Split[operands.length];
    for (int k = 0; k < splits.length; k++) {
      splits[k] = Split.of(Layout.of(shape, Planner.broadcastStrides(ARRAYS.layout(operands[k]), shape)), axes);
    }
    return splits;
  }

  static Layout[] kept(Split[] splits) {
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
    run(Combine.first(type, value), out, type.size(), combine, reduced, kept(splits), operands);
    return out;
  }

  /** All of a few elements that one stride walks: one kernel call, no planning. */
  private void whole(NDArray out, NDArray a, Combine combine) {
    Storage storage = ARRAYS.storage(a);
    storage.acquire();
    try {
      FoldTree tree = FoldTree.of((int) a.size());
      long stride = a.ndim() == 1 ? ARRAYS.layout(a).stride(0) : a.dtype().size();
      Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
      Recording.ran(foldKernel(combine, out.dtype(), a.dtype(), stride))
          .run(foldFrame(tree, ARRAYS.address(a), stride, ARRAYS.address(out), scratch.address()));
      Reference.reachabilityFence(tree);
      Reference.reachabilityFence(scratch);
    } finally {
      storage.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(out);
    }
  }

  /** The folded axes as loops: in their own order where that matters, else in the order of memory. */
  static LoopPlan reducedLoop(boolean ordered, Split... splits) {
    Layout[] reduced = new Layout[splits.length];
    Arrays.setAll(reduced, k -> splits[k].reduced);
    // Places relative to the first element of the folded axes; which one that is, the kept axes say.
    long[] nowhere = new long[splits.length];
    return ordered ? Planner.inOrder(reduced, nowhere) : Planner.plan(reduced[0].shape(), reduced, nowhere);
  }

  /** Whether the innermost loop makes longer steps than the one around it. */
  private static boolean isTurned(LoopPlan reduced) {
    int inner = reduced.loops() - 1;
    return reduced.stride(0, inner - 1) != 0 && Math.abs(reduced.stride(0, inner - 1)) < Math.abs(reduced.stride(0, inner));
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

  private void run(Program element, NDArray out, int apart, Combine combine, LoopPlan reduced, Layout[] kept, NDArray... operands) {
    int inputs = operands.length;
    Layout[] layouts = Arrays.copyOf(kept, inputs + 1);
    layouts[inputs] = Layout.contiguous(apart, kept[0].shape());
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
    Arrays.setAll(steps, k -> Step.of(strides[k], element.input(k)));
    return fused.computeIfAbsent(new Fused(combine, element, List.of(steps)), f -> engine.kernels().fold(combine, element, f.steps));
  }

  Kernel foldKernel(Combine combine, DType type, DType in, long stride) {
    Step step = Step.of(stride, in);
    int key = ((combine.ordinal() * TYPES + type.ordinal()) * TYPES + in.ordinal()) * Step.COUNT + step.ordinal();
    Kernel known = folds[key];
    if (known == null) {
      synchronized (folds) {
        known = folds[key];
        if (known == null) {
          known = engine.kernels().fold(combine, Combine.first(type, in), List.of(step));
          folds[key] = known;
        }
      }
    }
    return known;
  }

  Loop loop(Program program) {
    return engine.loop(program);
  }

  static long[] foldFrame(FoldTree tree, long from, long stride, long to, long scratch) {
    return new long[] {1, from, stride, 0, to, 0, tree.address(), tree.leaves(), scratch, tree.size()};
  }

  /** Whether a single stride of each operand walks the folded elements in their order. */
  static boolean walks(NDArray[] operands, long[] shape, Axes axes) {
    return reducedLoop(true, splits(shape, axes, operands)).loops() == 1;
  }
}
