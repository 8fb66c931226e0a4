package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import orthant.expr.Program;
import orthant.kernel.Step;
import orthant.memory.Raw;
import orthant.op.Combine;

/**
 * A fold in which the order of elements counts: that of the tree of the frame's schedule, eight partial results a leaf, which are eight
 * variables, or the lanes of one vector (of two, of four), merged as a tree.
 */
final class FoldTreeWalk extends FoldLoop {
  private static final int PARTS = 8;
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());

  FoldTreeWalk(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    super(code, combine, element, steps, vector, scalar);
  }

  @Override
  void output() {
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
}
