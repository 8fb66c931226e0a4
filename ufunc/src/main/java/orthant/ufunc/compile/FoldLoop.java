package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.memory.Raw;
import orthant.op.Combine;
import orthant.plan.FoldTree;

/**
 * Emits the loop that combines the elements of each output.
 *
 * <p>Where the order of elements counts, it follows the tree of the frame's schedule: eight partial results a leaf, which
 * are eight variables, or the lanes of one vector (of two, of four), merged as a tree. Where it does not, eight vectors run
 * through all elements.
 */
final class FoldLoop {
  private static final int FRAME = 1;
  private static final int PARTS = 8;
  private static final int STREAMS = 8;
  /** Elements from which on a second pass, in the rare case, costs less than a careful one, in all others. */
  static final long GUESS = 512;
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());

  private final CodeBuilder code;
  private final Combine combine;
  private final Lane lane;
  private final DType type;
  private final boolean guessing;
  private final Program element;
  private final List<Step> steps;
  /** Of each operand: where the elements of this output begin, how far they are apart, and the operand itself if it does not move. */
  private final int[] addresses;
  private final int[] strides;
  private final int[] scalarFixed;
  private final int[] vectorFixed;
  private final int result;
  private final ScalarForm scalar;
  private final VectorForm vector;
  private int[] vectorConstants;
  private int[] scalarConstants;

  private FoldLoop(
      CodeBuilder code, Combine combine, Program element, List<Step> steps, boolean guessing, VectorForm vector, ScalarForm scalar) {
    this.code = code;
    this.combine = combine;
    this.type = element.type();
    this.lane = Lane.of(type);
    this.guessing = guessing;
    this.element = element;
    this.steps = steps;
    this.scalar = scalar;
    this.vector = vector;
    int inputs = element.inputs();
    this.addresses = new int[inputs];
    this.strides = new int[inputs];
    this.scalarFixed = new int[inputs];
    this.vectorFixed = new int[inputs];
    for (int k = 0; k < inputs; k++) {
      addresses[k] = local();
      strides[k] = local();
    }
    this.result = code.allocateLocal(ScalarForm.kind(lane));
  }

  /** Emits the body of {@link Kernel#run}; {@code vector} may be null, and needs steps that vectors can be loaded with. */
  static void emit(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    new FoldLoop(code, combine, element, steps, false, vector, scalar).emit();
  }

  /** Emits the quick pass for extremes of at least {@link #GUESS} floats side by side; it may leave a doubt. */
  static void emitGuess(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    new FoldLoop(code, combine, element, steps, true, vector, scalar).emit();
  }

  private int local() {
    return code.allocateLocal(TypeKind.LONG);
  }

  private void frame(int index) {
    code.aload(FRAME).loadConstant(index).laload();
  }

  private void emit() {
    int output = local();
    for (int k = 0; k < strides.length; k++) {
      frame(Kernel.folded(k) + 1);
      code.lstore(strides[k]);
    }
    if (vector != null) {
      vectorConstants = vector.constants(element);
    }
    scalarConstants = scalar.constants(element);
    code.lconst_0().lstore(output);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(next);
    code.lload(output);
    frame(0);
    code.lcmp().ifge(end);
    for (int k = 0; k < addresses.length; k++) {
      frame(Kernel.folded(k));
      code.lload(output);
      frame(Kernel.folded(k) + 2);
      code.lmul().ladd().lstore(addresses[k]);
      if (steps.get(k) == Step.FIXED && element.loads(k)) {
        code.lload(addresses[k]);
        scalarFixed[k] = scalar.loadFixed(element.input(k));
        if (vector != null) {
          code.lload(addresses[k]);
          vectorFixed[k] = vector.loadFixed(element.input(k));
        }
      }
    }
    if (guessing) {
      guess();
    } else if (vector != null && !combine.ordered(lane)) {
      stream();
    } else {
      tree();
    }
    if (combine == Combine.ADD && lane.isFloat()) {
      // As in NumPy, sums begin at 0.0, so a sum of -0.0 is 0.0.
      scalar.assign(lane, result, merge(result, scalar.constant(lane, 0)));
    }
    scalar.store(type, result, () -> {
      frame(4);
      code.lload(output);
      frame(5);
      code.lmul().ladd();
    });
    code.lload(output).lconst_1().ladd().lstore(output).goto_(next);
    code.labelBinding(end);
    code.return_();
  }

  private int merge(int a, int b) {
    return scalar.step(combine.prim(lane), lane, lane, a, b, -1, 0);
  }

  private int mergeVectors(int a, int b) {
    return vector.step(combine.prim(lane), lane, lane, a, b, -1, 0);
  }

  /** Emits the address of operand k of element {@code index + ahead}. */
  private void at(int k, int index, int ahead) {
    code.lload(addresses[k]);
    code.lload(index);
    if (ahead > 0) {
      code.loadConstant((long) ahead).ladd();
    }
    if (steps.get(k) == Step.UNIT) {
      int size = element.input(k).size();
      if (size > 1) {
        code.loadConstant(Integer.numberOfTrailingZeros(size)).lshl();
      }
    } else {
      code.lload(strides[k]).lmul();
    }
    code.ladd();
  }

  private int element(int index, int ahead) {
    return value(scalar, scalarConstants, scalarFixed, index, ahead);
  }

  private int elements(int index, int ahead) {
    return value(vector, vectorConstants, vectorFixed, index, ahead);
  }

  private int value(Form form, int[] constants, int[] fixed, int index, int ahead) {
    int[] args = fixed.clone();
    for (int k = 0; k < args.length; k++) {
      if (steps.get(k) != Step.FIXED && element.loads(k)) {
        at(k, index, ahead);
        args[k] = form.load(element.input(k), steps.get(k));
      }
    }
    return form.body(element, constants, args)[element.result(0)];
  }

  private int copyOf(int value) {
    int copy = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(value).astore(copy);
    return copy;
  }

  private int scalarCopyOf(int value) {
    int copy = code.allocateLocal(ScalarForm.kind(lane));
    scalar.assign(lane, copy, value);
    return copy;
  }

  /** Emits the walk over the leaves of the schedule. */
  private void tree() {
    int leaf = local();
    int leaves = local();
    int entry = local();
    int count = local();
    int merges = code.allocateLocal(TypeKind.INT);
    int top = local();
    frame(7);
    code.lstore(leaves);
    frame(6);
    code.lstore(entry);
    frame(8);
    code.lstore(top);
    code.lconst_0().lstore(leaf);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(next);
    code.lload(leaf).lload(leaves).lcmp().ifge(end);
    raw("getInt", ConstantDescs.CD_int, entry, 0);
    code.i2l().lstore(count);
    raw("getInt", ConstantDescs.CD_int, entry, 4);
    code.istore(merges);
    leaf(count);
    for (int k = 0; k < addresses.length; k++) {
      code.lload(addresses[k]).lload(count).lload(strides[k]).lmul().ladd().lstore(addresses[k]);
    }
    Label merging = code.newLabel();
    Label merged = code.newLabel();
    code.labelBinding(merging);
    code.iload(merges).ifle(merged);
    code.lload(top).loadConstant(8L).lsub().lstore(top);
    code.lload(top);
    int left = scalar.load(type);
    scalar.assign(lane, result, merge(left, result));
    code.iinc(merges, -1).goto_(merging);
    code.labelBinding(merged);
    scalar.store(type, result, () -> code.lload(top));
    code.lload(top).loadConstant(8L).ladd().lstore(top);
    code.lload(entry).loadConstant(8L).ladd().lstore(entry);
    code.lload(leaf).lconst_1().ladd().lstore(leaf).goto_(next);
    code.labelBinding(end);
    // The compiler of the loop wants the result assigned on every path.
    frame(8);
    scalar.assign(lane, result, scalar.load(type));
  }

  private void raw(String name, ClassDesc type, int pointer, long offset) {
    code.lload(pointer).loadConstant(offset).ladd().invokestatic(RAW, name, MethodTypeDesc.of(type, ConstantDescs.CD_long));
  }

  /** Emits one leaf of {@code count} elements into the result. */
  private void leaf(int count) {
    int i = local();
    Label few = code.newLabel();
    Label rest = code.newLabel();
    Label done = code.newLabel();
    code.lload(count).loadConstant((long) PARTS).lcmp().iflt(few);
    if (vector != null) {
      eightLanes(i, count);
    } else {
      eightVariables(i, count);
    }
    code.goto_w(rest);
    code.labelBinding(few);
    code.lconst_0().lstore(i);
    scalar.assign(lane, result, element(i, 0));
    code.lconst_1().lstore(i);
    code.labelBinding(rest);
    code.lload(i).lload(count).lcmp().ifge(done);
    scalar.assign(lane, result, merge(result, element(i, 0)));
    code.lload(i).lconst_1().ladd().lstore(i).goto_w(rest);
    code.labelBinding(done);
  }

  /** Emits a loop over the leaf's whole groups of eight. */
  private void groups(int i, int count, Runnable body) {
    Label again = code.newLabel();
    Label end = code.newLabel();
    code.loadConstant((long) PARTS).lstore(i);
    code.labelBinding(again);
    code.lload(i).lload(count).loadConstant((long) PARTS).lsub().lcmp().ifgt(end);
    body.run();
    code.lload(i).loadConstant((long) PARTS).ladd().lstore(i).goto_(again);
    code.labelBinding(end);
  }

  private void eightVariables(int i, int count) {
    int[] parts = new int[PARTS];
    code.lconst_0().lstore(i);
    for (int k = 0; k < PARTS; k++) {
      parts[k] = scalarCopyOf(element(i, k));
    }
    groups(i, count, () -> {
      for (int k = 0; k < PARTS; k++) {
        scalar.assign(lane, parts[k], merge(parts[k], element(i, k)));
      }
    });
    mergeParts(parts);
  }

  private void eightLanes(int i, int count) {
    int width = vector.width();
    int[] parts = new int[PARTS / width];
    code.lconst_0().lstore(i);
    for (int k = 0; k < parts.length; k++) {
      parts[k] = copyOf(elements(i, k * width));
    }
    groups(i, count, () -> {
      for (int k = 0; k < parts.length; k++) {
        code.aload(mergeVectors(parts[k], elements(i, k * width))).astore(parts[k]);
      }
    });
    for (int k = 0; k < parts.length; k++) {
      spill(parts[k], k * width);
    }
    mergeLanes(PARTS);
  }

  /** Emits a store of a vector into the scratch memory behind the stack of partial results. */
  private void spill(int value, int at) {
    vector.store(type, value, () -> spilled(at));
  }

  private void spilled(int at) {
    frame(8);
    code.loadConstant((long) FoldTree.STACK + at * lane.bytes()).ladd();
  }

  /** Emits the merging of spilled lanes as a tree. */
  private void mergeLanes(int count) {
    int[] lanes = new int[count];
    for (int k = 0; k < count; k++) {
      spilled(k);
      lanes[k] = scalar.load(type);
    }
    mergeParts(lanes);
  }

  private void mergeParts(int[] parts) {
    int[] level = parts;
    while (level.length > 1) {
      int[] up = new int[level.length / 2];
      for (int k = 0; k < up.length; k++) {
        up[k] = merge(level[2 * k], level[2 * k + 1]);
      }
      level = up;
    }
    scalar.assign(lane, result, level[0]);
  }

  /** Emits a pass over all elements in any order: eight vectors at a time, then one, then single elements. */
  private void stream() {
    int n = local();
    int i = local();
    int width = vector.width();
    frame(9);
    code.lstore(n);
    Label few = code.newLabel();
    Label fewer = code.newLabel();
    Label one = code.newLabel();
    Label rest = code.newLabel();
    code.lload(n).loadConstant((long) width).lcmp().iflt(fewer);
    int all = code.allocateLocal(TypeKind.REFERENCE);
    // Masks are combined as fast as they are made: one is enough.
    if (lane != Lane.MASK) {
      eightAtATime(n, i, all, few, one);
    }
    code.labelBinding(few);
    code.lconst_0().lstore(i);
    code.aload(elements(i, 0)).astore(all);
    code.loadConstant((long) width).lstore(i);
    code.labelBinding(one);
    steps(i, n, width, () -> code.aload(mergeVectors(all, elements(i, 0))).astore(all));
    if (repeats()) {
      // The last elements once more: the rest is among them.
      code.lload(n).loadConstant((long) width).lsub().lstore(i);
      code.aload(mergeVectors(all, elements(i, 0))).astore(all);
      code.lload(n).lstore(i);
    }
    lanes(all);
    code.goto_w(rest);
    code.labelBinding(fewer);
    code.lconst_0().lstore(i);
    scalar.assign(lane, result, element(i, 0));
    code.lconst_1().lstore(i);
    code.labelBinding(rest);
    steps(i, n, 1, () -> scalar.assign(lane, result, merge(result, element(i, 0))));
  }

  /** Whether an element may be combined twice. */
  private boolean repeats() {
    Prim prim = combine.prim(lane);
    return prim != Prim.ADD && prim != Prim.MUL;
  }

  private void eightAtATime(int n, int i, int all, Label few, Label one) {
    int width = vector.width();
    code.lload(n).loadConstant((long) STREAMS * width).lcmp().iflt(few);
    int[] streams = begin(i);
    steps(i, n, STREAMS * width, () -> {
      for (int k = 0; k < STREAMS; k++) {
        code.aload(mergeVectors(streams[k], elements(i, k * width))).astore(streams[k]);
      }
    });
    int merged = streams[0];
    for (int k = 1; k < STREAMS; k++) {
      merged = mergeVectors(merged, streams[k]);
    }
    code.aload(merged).astore(all).goto_(one);
  }

  /** Emits the first vectors of a pass; leaves {@code i} after them. */
  private int[] begin(int i) {
    int[] streams = new int[STREAMS];
    code.lconst_0().lstore(i);
    for (int k = 0; k < STREAMS; k++) {
      streams[k] = copyOf(elements(i, k * vector.width()));
    }
    code.loadConstant((long) STREAMS * vector.width()).lstore(i);
    return streams;
  }

  /** Emits a loop that goes on while {@code step} more elements are there. */
  private void steps(int i, int n, int step, Runnable body) {
    Label again = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(again);
    code.lload(i).lload(n).loadConstant((long) step).lsub().lcmp().ifgt(end);
    body.run();
    code.lload(i).loadConstant((long) step).ladd().lstore(i).goto_(again);
    code.labelBinding(end);
  }

  /** Emits the merging of the lanes of a vector into the result. */
  private void lanes(int all) {
    if (lane == Lane.MASK) {
      if (combine.prim(lane) == Prim.AND) {
        vector.allTrue(all);
      } else {
        vector.anyTrue(all);
      }
      code.istore(result);
    } else {
      spill(all, 0);
      mergeLanes(vector.width());
    }
  }

  /**
   * Emits a pass for the smallest or largest of many floats that is twice as fast, since it does not care for NaN and the
   * sign of zero: comparisons choose, and a sum tells afterwards whether a NaN can have been among the elements. If so, or
   * if the result is a zero, the first byte of the scratch memory is set, and the pass that cares must decide.
   */
  private void guess() {
    int n = local();
    int i = local();
    int width = vector.width();
    frame(9);
    code.lstore(n);
    int[] streams = begin(i);
    int[] sums = {copyOf(streams[0]), copyOf(streams[1])};
    for (int k = 2; k < STREAMS; k++) {
      code.aload(add(sums[k % 2], streams[k])).astore(sums[k % 2]);
    }
    steps(i, n, STREAMS * width, () -> {
      for (int k = 0; k < STREAMS; k++) {
        int x = elements(i, k * width);
        code.aload(choose(streams[k], x)).astore(streams[k]);
        code.aload(add(sums[k % 2], x)).astore(sums[k % 2]);
      }
    });
    Runnable one = () -> {
      int x = elements(i, 0);
      code.aload(choose(streams[0], x)).astore(streams[0]);
      code.aload(add(sums[0], x)).astore(sums[0]);
    };
    steps(i, n, width, one);
    // The last elements, some of them once more, which changes neither the result nor whether there is a NaN.
    code.lload(n).loadConstant((long) width).lsub().lstore(i);
    one.run();
    int all = streams[0];
    for (int k = 1; k < STREAMS; k++) {
      all = choose(all, streams[k]);
    }
    spill(add(sums[0], sums[1]), 0);
    int sum = -1;
    for (int k = 0; k < width; k++) {
      spilled(k);
      int x = scalar.load(type);
      sum = sum < 0 ? x : scalar.step(Prim.ADD, lane, lane, sum, x, -1, 0);
    }
    lanes(all);
    int nan = scalar.step(Prim.NE, lane, Lane.MASK, sum, sum, -1, 0);
    int zero = scalar.step(Prim.EQ, lane, Lane.MASK, result, scalar.constant(lane, 0), -1, 0);
    int doubt = scalar.step(Prim.OR, Lane.MASK, Lane.MASK, nan, zero, -1, 0);
    frame(8);
    int before = scalar.load(DType.bool);
    scalar.store(DType.bool, scalar.step(Prim.OR, Lane.MASK, Lane.MASK, before, doubt, -1, 0), () -> frame(8));
  }

  private int add(int a, int b) {
    return vector.step(Prim.ADD, lane, lane, a, b, -1, 0);
  }

  /** The better of two by comparison alone. */
  private int choose(int best, int x) {
    boolean largest = combine == Combine.MAX;
    int better = vector.step(Prim.LT, lane, Lane.MASK, largest ? best : x, largest ? x : best, -1, 0);
    return vector.step(Prim.SELECT, Lane.MASK, lane, better, x, best, 0);
  }
}
