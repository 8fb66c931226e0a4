package orthant.ufunc.compile;

import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import orthant.expr.Program;
import orthant.memory.Raw;

/** Emits the loop that changes the elements at a list of places, each before the next one is read. */
final class ScatterLoop {
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int FRAME = 1;

  /** Positions that are loaded and checked together. */
  private static final int TOGETHER = 4;

  /** Steps of a program up to which it is written out for all of them. */
  private static final int SHORT = 16;

  private final CodeBuilder code;
  private final Program program;
  private final int placed;
  private final ScalarForm scalar;
  private final int[] pointers;
  private final int[] strides;
  private final int[] constants;
  private final int first;
  private final int i;
  private final int last;
  private final int position;
  private final int size;

  private ScatterLoop(CodeBuilder code, Program program, int placed, ScalarForm scalar) {
    this.code = code;
    this.program = program;
    this.placed = placed;
    this.scalar = scalar;
    int operands = program.inputs() + program.outputs();
    first = 1 + 2 * operands;
    pointers = new int[operands];
    strides = new int[operands];
    for (int k = 0; k < operands; k++) {
      pointers[k] = fromFrame(1 + 2 * k);
      strides[k] = fromFrame(2 + 2 * k);
    }
    constants = scalar.constants(program);
    i = code.allocateLocal(TypeKind.INT);
    last = code.allocateLocal(TypeKind.INT);
    code.aload(FRAME).iconst_0().laload().l2i().loadConstant(first).iadd().istore(last);
    code.loadConstant(first).istore(i);
    position = code.allocateLocal(TypeKind.LONG);
    size = code.allocateLocal(TypeKind.LONG);
  }

  /** Emits the body of {@link orthant.kernel.Kernel#run}; the first {@code placed} inputs lie at the places. */
  static void emit(CodeBuilder code, Program program, int placed, boolean indexed, ScalarForm scalar) {
    var loop = new ScatterLoop(code, program, placed, scalar);
    if (indexed) {
      code.aload(FRAME).loadConstant(loop.first).laload().lstore(loop.position);
      code.aload(FRAME).loadConstant(loop.first + 1).laload().lstore(loop.size);
      if (program.length() <= SHORT) {
        loop.indexed(TOGETHER);
      }
      loop.indexed(1);
    } else {
      loop.listed();
    }
    code.return_();
  }

  private int fromFrame(int index) {
    int local = code.allocateLocal(TypeKind.LONG);
    code.aload(FRAME).loadConstant(index).laload().lstore(local);
    return local;
  }

  private void listed() {
    int place = code.allocateLocal(TypeKind.LONG);
    repeat(1, () -> {
      code.aload(FRAME).iload(i).laload().lstore(place);
      element(place);
    });
  }

  private void indexed(int together) {
    long item = (long) placed * program.input(0).size();
    int[] places = new int[together];
    for (int k = 0; k < together; k++) {
      places[k] = code.allocateLocal(TypeKind.LONG);
    }
    repeat(together, () -> {
      for (int k = 0; k < together; k++) {
        code.lload(position).loadConstant(8L * k).ladd().invokestatic(RAW, "getLong", MethodTypeDesc.of(CD_long, CD_long)).lload(size);
        code.invokestatic(OBJECTS, "checkIndex", MethodTypeDesc.of(CD_long, CD_long, CD_long)).loadConstant(item).lmul().lstore(places[k]);
      }
      code.lload(position).loadConstant(8L * together).ladd().lstore(position);
      for (int place : places) {
        element(place);
      }
    });
  }

  /** A loop while so many elements are left. */
  private void repeat(int elements, Runnable body) {
    Label again = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(again);
    code.iload(i).loadConstant(elements).iadd().iload(last).if_icmpgt(done);
    body.run();
    code.iinc(i, elements).goto_(again);
    code.labelBinding(done);
  }

  private void element(int place) {
    int[] args = new int[program.inputs()];
    for (int k = 0; k < args.length; k++) {
      code.lload(pointers[k]);
      if (k < placed) {
        code.lload(place).ladd();
      }
      args[k] = scalar.load(program.input(k));
      if (k >= placed) {
        code.lload(pointers[k]).lload(strides[k]).ladd().lstore(pointers[k]);
      }
    }
    int[] values = scalar.body(program, constants, args);
    for (int k = 0; k < program.outputs(); k++) {
      int pointer = pointers[program.inputs() + k];
      scalar.store(program.output(k), values[program.result(k)], () -> code.lload(pointer).lload(place).ladd());
    }
  }
}
