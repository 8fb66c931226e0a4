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

  private ScatterLoop() {}

  /** Emits the body of {@link orthant.kernel.Kernel#run}; the first {@code placed} inputs lie at the places. */
  static void emit(CodeBuilder code, Program program, int placed, boolean indexed, ScalarForm scalar) {
    int inputs = program.inputs();
    int operands = inputs + program.outputs();
    int[] pointers = new int[operands];
    int[] strides = new int[operands];
    for (int k = 0; k < operands; k++) {
      pointers[k] = code.allocateLocal(TypeKind.LONG);
      strides[k] = code.allocateLocal(TypeKind.LONG);
      code.aload(FRAME).loadConstant(1 + 2 * k).laload().lstore(pointers[k]);
      code.aload(FRAME).loadConstant(2 + 2 * k).laload().lstore(strides[k]);
    }
    int[] constants = scalar.constants(program);
    int last = code.allocateLocal(TypeKind.INT);
    int i = code.allocateLocal(TypeKind.INT);
    int place = code.allocateLocal(TypeKind.LONG);
    int first = 1 + 2 * operands;
    int position = code.allocateLocal(TypeKind.LONG);
    int size = code.allocateLocal(TypeKind.LONG);
    int stride = code.allocateLocal(TypeKind.LONG);
    if (indexed) {
      code.aload(FRAME).loadConstant(first).laload().lstore(position);
      code.aload(FRAME).loadConstant(first + 1).laload().lstore(size);
      code.aload(FRAME).loadConstant(first + 2).laload().lstore(stride);
    }
    code.aload(FRAME).iconst_0().laload().l2i().loadConstant(first).iadd().istore(last);
    code.loadConstant(first).istore(i);
    Label again = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(again);
    code.iload(i).iload(last).if_icmpge(done);
    if (indexed) {
      code.lload(position).invokestatic(RAW, "getLong", MethodTypeDesc.of(CD_long, CD_long)).lstore(place);
      code.lload(position).loadConstant(8L).ladd().lstore(position);
      // Negative positions count from the end.
      code.lload(place).loadConstant(Long.SIZE - 1).lshr().lload(size).land().lload(place).ladd().lload(size);
      code.invokestatic(OBJECTS, "checkIndex", MethodTypeDesc.of(CD_long, CD_long, CD_long)).lload(stride).lmul().lstore(place);
    } else {
      code.aload(FRAME).iload(i).laload().lstore(place);
    }
    int[] args = new int[inputs];
    for (int k = 0; k < inputs; k++) {
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
      int pointer = pointers[inputs + k];
      scalar.store(program.output(k), values[program.result(k)], () -> code.lload(pointer).lload(place).ladd());
    }
    code.iinc(i, 1).goto_(again);
    code.labelBinding(done);
    code.return_();
  }
}
