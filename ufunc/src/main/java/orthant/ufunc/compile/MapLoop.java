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
import orthant.expr.Program;
import orthant.kernel.Step;

/**
 * Emits the loop that computes a result an element, and its sister that finds the first element for which a predicate
 * holds: rows, in each row as many whole vectors as fit, then single elements, or a last vector that begins among the elements that are done.
 */
final class MapLoop {
  private static final int FRAME = 1;
  private static final int NOTHING = 2;

  private final CodeBuilder code;
  private final Program program;
  private final List<Step> steps;
  private final boolean finding;
  private final int inputs;
  private final int operands;
  private final int[] pointers;
  private final int[] strides;
  private final int row;
  private final int column;
  private final int columns;
  /** Whether it returns at rare elements, and does not call functions for them. */
  private boolean stops;

  private MapLoop(CodeBuilder code, Program program, List<Step> steps, boolean finding) {
    this.code = code;
    this.program = program;
    this.steps = steps;
    this.finding = finding;
    this.inputs = program.inputs();
    this.operands = inputs + program.outputs();
    this.pointers = new int[operands];
    this.strides = new int[operands];
    this.row = local();
    this.column = local();
    this.columns = local();
  }

  /** Emits the body of {@link orthant.kernel.Kernel#run}; {@code vector} may be null, and {@code scalar} if what is left of rows is not computed. */
  static void emit(CodeBuilder code, Program program, List<Step> steps, boolean finding, Form vector, ScalarForm scalar) {
    new MapLoop(code, program, steps, finding).emit(vector, scalar, false);
  }

  /**
   * Emits a loop over whole vectors. Where they do not fill a row, which must have a vector at least, the last one takes its last elements, some of
   * them for the second time.
   */
  static void emitWhole(CodeBuilder code, Program program, List<Step> steps, Form vector) {
    new MapLoop(code, program, steps, false).emit(vector, null, true);
  }

  /**
   * Emits the body of {@link Stretch#run}.
   *
   * @param whole whether the last vector of a row may take elements that are done
   */
  static void emitStretch(CodeBuilder code, Program program, List<Step> steps, VectorForm vector, boolean whole) {
    vector.leaveRare();
    MapLoop loop = new MapLoop(code, program, steps, false);
    loop.stops = true;
    loop.emit(vector, null, whole);
  }

  private int local() {
    return code.allocateLocal(TypeKind.LONG);
  }

  private void frame(int index) {
    code.aload(FRAME).loadConstant(index).laload();
  }

  private DType type(int operand) {
    return operand < inputs ? program.input(operand) : program.output(operand - inputs);
  }

  private Step step(int operand) {
    return finding && operand == inputs ? Step.FIXED : steps.get(operand);
  }

  private void emit(Form vector, ScalarForm scalar, boolean whole) {
    int rows = local();
    frame(0);
    code.lstore(rows);
    frame(1);
    code.lstore(columns);
    for (int k = 0; k < operands; k++) {
      pointers[k] = local();
      strides[k] = local();
      frame(3 + 3 * k);
      code.lstore(strides[k]);
    }
    int[] constants = vector == null ? null : vector.constants(program);
    code.lconst_0().lstore(row);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(next);
    code.lload(row).lload(rows).lcmp().ifge(end);
    for (int k = 0; k < operands; k++) {
      frame(2 + 3 * k);
      code.lload(row);
      frame(4 + 3 * k);
      code.lmul().ladd().lstore(pointers[k]);
    }
    code.lconst_0().lstore(column);
    Label found = code.newLabel();
    if (vector != null) {
      pass(vector, constants, found, whole);
    }
    if (scalar != null) {
      pass(scalar, scalar.constants(program), found, false);
    }
    if (finding) {
      code.loadConstant(-1L).lstore(column);
      code.labelBinding(found);
      result();
    }
    code.lload(row).lconst_1().ladd().lstore(row).goto_(next);
    code.labelBinding(end);
    if (stops) {
      code.loadConstant(Stretch.DONE).lreturn();
    } else {
      code.return_();
    }
  }

  /** Emits the end of the loop if there are rare lanes. */
  private void stop(VectorForm vector, int[] values) {
    Label none = code.newLabel();
    Label stored = code.newLabel();
    vector.anyTrue(vector.rareLanes());
    code.ifeq(none).iload(NOTHING).ifne(stored);
    store(vector, values);
    code.labelBinding(stored);
    code.lload(row).lload(columns).lmul().lload(column).ladd().loadConstant(Stretch.LANES).lshl();
    vector.bits(vector.rareLanes());
    code.lor().lreturn();
    code.labelBinding(none);
  }

  /** Emits the loop over one row in one form, from the current column on. */
  private void pass(Form form, int[] constants, Label found, boolean whole) {
    int[] args = new int[inputs];
    for (int k = 0; k < inputs; k++) {
      if (step(k) == Step.FIXED && program.loads(k)) {
        // A row may be empty, and then nothing may be loaded; but an operand that does not move has an element always.
        code.lload(pointers[k]);
        args[k] = form.loadFixed(type(k));
      }
    }
    int last = local();
    Label end = code.newLabel();
    code.labelBinding(end);
    code.lload(columns).loadConstant((long) form.width()).lsub().lstore(last);
    Label again = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(again);
    code.lload(column).lload(last).lcmp().ifgt(done);
    for (int k = 0; k < inputs; k++) {
      if (step(k) == Step.REAL && (program.loads(k) || program.loads(k + 1))) {
        address(k);
        int[] parts = form.loadPair(type(k), onlyPairs());
        args[k] = parts[0];
        args[k + 1] = parts[1];
      } else if (program.loads(k) && step(k) != Step.FIXED && step(k) != Step.REAL && step(k) != Step.IMAGINARY) {
        address(k);
        args[k] = form.load(type(k), step(k));
      }
    }
    int[] values = form.body(program, constants, args);
    if (stops && form instanceof VectorForm vector && vector.rareLanes() >= 0) {
      stop(vector, values);
    }
    if (finding) {
      test(form, values[program.result(0)], found);
    } else {
      store(form, values);
    }
    code.lload(column).loadConstant((long) form.width()).ladd().lstore(column).goto_(again);
    code.labelBinding(done);
    if (whole) {
      Label full = code.newLabel();
      code.lload(column).lload(columns).lcmp().ifge(full);
      code.lload(last).lstore(column).goto_(end);
      code.labelBinding(full);
    }
  }

  private void store(Form form, int[] values) {
    for (int i = 0; i < program.outputs(); i++) {
      int operand = inputs + i;
      if (step(operand) == Step.REAL) {
        form.storePair(program.output(i), values[program.result(i)], values[program.result(i + 1)], onlyPairs(), () -> address(operand));
        i++;
      } else {
        form.store(program.output(i), values[program.result(i)], () -> address(operand));
      }
    }
  }

  /** Whether all that moves are complex numbers: then it does not matter which of them is in which lane. */
  private boolean onlyPairs() {
    for (int k = 0; k < operands; k++) {
      Step step = step(k);
      if (step != Step.REAL && step != Step.IMAGINARY && step != Step.FIXED) {
        return false;
      }
    }
    return !finding;
  }

  private void test(Form form, int value, Label found) {
    Label on = code.newLabel();
    if (form instanceof VectorForm vector) {
      vector.anyTrue(value);
      code.ifeq(on);
      vector.firstTrue(value);
      code.i2l().lload(column).ladd().lstore(column);
    } else {
      code.loadLocal(ScalarForm.kind(Lane.MASK), value).ifeq(on);
    }
    code.goto_w(found);
    code.labelBinding(on);
  }

  private void result() {
    code.lload(pointers[inputs]).lload(column);
    code.invokestatic(ClassDesc.of("orthant.memory.Raw"), "setLong",
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long, ConstantDescs.CD_long));
  }

  private void address(int operand) {
    code.lload(pointers[operand]);
    switch (step(operand)) {
      case UNIT, REAL, IMAGINARY -> {
        code.lload(column);
        int size = type(operand).size() * step(operand).elements();
        if (size > 1) {
          code.loadConstant(Integer.numberOfTrailingZeros(size)).lshl();
        }
        code.ladd();
      }
      case ANY, BACK, TWO, THREE, FOUR -> code.lload(column).lload(strides[operand]).lmul().ladd();
      case FIXED -> { }
    }
  }
}
