package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.op.Combine;
import orthant.plan.FoldTree;

/** Emits the loop that combines the elements of each output; how it goes through them is left to its kinds. */
abstract class FoldLoop {
  private static final int FRAME = 1;

  final CodeBuilder code;
  final Combine combine;
  final Lane lane;
  final DType type;
  final Program element;
  private final List<Step> steps;
  /** Of each operand: where the elements of this output begin, how far they are apart, and the operand itself if it does not move. */
  final int[] addresses;
  final int[] strides;
  private final int[] scalarFixed;
  private final int[] vectorFixed;
  final int result;
  final ScalarForm scalar;
  final VectorForm vector;
  private int[] vectorConstants;
  private int[] scalarConstants;

  FoldLoop(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    this.code = code;
    this.combine = combine;
    this.type = element.type();
    this.lane = Lane.of(type);
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
    boolean stream = vector != null && !combine.ordered(Lane.of(element.type()));
    (stream ? new FoldStream(code, combine, element, steps, vector, scalar) : new FoldTreeWalk(code, combine, element, steps, vector, scalar)).emit();
  }

  /** Emits one output into the result. */
  abstract void output();

  final int local() {
    return code.allocateLocal(TypeKind.LONG);
  }

  final void frame(int index) {
    code.aload(FRAME).loadConstant(index).laload();
  }

  final void emit() {
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
    output();
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

  final int merge(int a, int b) {
    return scalar.step(combine.prim(lane), lane, lane, a, b, -1, 0);
  }

  final int mergeVectors(int a, int b) {
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

  final int element(int index, int ahead) {
    return value(scalar, scalarConstants, scalarFixed, index, ahead);
  }

  final int elements(int index, int ahead) {
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

  final int copyOf(int value) {
    int copy = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(value).astore(copy);
    return copy;
  }

  final int scalarCopyOf(int value) {
    int copy = code.allocateLocal(ScalarForm.kind(lane));
    scalar.assign(lane, copy, value);
    return copy;
  }

  /** Emits a store of a vector into the scratch memory behind the stack of partial results. */
  final void spill(int value, int at) {
    vector.store(type, value, () -> spilled(at));
  }

  final void spilled(int at) {
    frame(8);
    code.loadConstant((long) FoldTree.STACK + at * lane.bytes()).ladd();
  }

  /** Emits the merging of spilled lanes as a tree. */
  final void mergeLanes(int count) {
    int[] lanes = new int[count];
    for (int k = 0; k < count; k++) {
      spilled(k);
      lanes[k] = scalar.load(type);
    }
    mergeParts(lanes);
  }

  final void mergeParts(int[] parts) {
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
}
