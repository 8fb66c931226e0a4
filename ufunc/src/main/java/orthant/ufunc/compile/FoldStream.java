package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import java.util.function.IntBinaryOperator;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Step;
import orthant.op.Combine;

/**
 * A fold in which the order of elements does not count: two vectors run through all of them, two elements a lane at a time, then one, then
 * single elements. The code is kept short: of methods beyond some size the just-in-time compilers look through some calls only, or give up.
 */
class FoldStream extends FoldLoop {
  /**
   * Vectors that are carried from pass to pass. The more there are, the sooner the compiler makes objects of them, which takes ten times as
   * long: of eight in about every second process, of four in every fifth, of two in every seventh, before {@link MixedProfiles}.
   */
  static final int STREAMS = 2;

  /** Vectors that join a stream in one pass; they are combined first, so that the stream's next value does not wait for each. */
  static final int EACH = 2;

  FoldStream(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    super(code, combine, element, steps, vector, scalar);
  }

  @Override
  void output() {
    int n = local();
    int i = local();
    Label fewer = code.newLabel();
    Label rest = code.newLabel();
    Label end = code.newLabel();
    frame(9);
    code.lstore(n);
    code.lconst_0().lstore(i);
    code.lload(n).loadConstant((long) vector.width()).lcmp().iflt(fewer);
    if (lane == Lane.MASK) {
      truths(n, i, end);
    } else {
      vectors(n, i);
    }
    code.goto_w(rest);
    code.labelBinding(fewer);
    scalar.assign(lane, result, element(i, 0));
    code.lconst_1().lstore(i);
    code.labelBinding(rest);
    steps(i, n, 1, () -> scalar.assign(lane, result, merge(result, element(i, 0))));
    code.labelBinding(end);
  }

  private void vectors(int n, int i) {
    int width = vector.width();
    int all = copyOf(neutral(i));
    Label one = code.newLabel();
    code.lload(n).loadConstant((long) STREAMS * EACH * width).lcmp().iflt(one);
    streams(n, i, all);
    code.labelBinding(one);
    Runnable next = () -> code.aload(mergeVectors(all, elements(i, 0))).astore(all);
    steps(i, n, width, next);
    if (repeats()) {
      last(n, i, next);
    }
    lanes(all);
  }

  /** Emits a step for the last elements once more: the rest is among them. */
  final void last(int n, int i, Runnable step) {
    code.lload(n).loadConstant((long) vector.width()).lsub().lstore(i);
    step.run();
    code.lload(n).lstore(i);
  }

  /** Emits a search for an element that decides: masks that are combined from pass to pass take several times as long, of floats. */
  private void truths(int n, int i, Label end) {
    boolean and = combine.prim(lane) == Prim.AND;
    Label decided = code.newLabel();
    Label neutral = code.newLabel();
    Runnable test = () -> {
      int mask = elements(i, 0);
      if (and) {
        vector.allTrue(mask);
        code.ifeq(decided);
      } else {
        vector.anyTrue(mask);
        code.ifne(decided);
      }
    };
    steps(i, n, vector.width(), test);
    last(n, i, test);
    code.goto_(neutral);
    code.labelBinding(decided);
    code.loadConstant(and ? 0 : 1).istore(result).goto_w(end);
    code.labelBinding(neutral);
    code.loadConstant(and ? 1 : 0).istore(result);
  }

  /** Emits what a vector begins with: the first elements if they may be combined twice, else zeros or ones. */
  private int neutral(int i) {
    return repeats() ? elements(i, 0) : vector.constant(lane, (long) combine.identity());
  }

  /** Whether an element may be combined twice. */
  private boolean repeats() {
    Prim prim = combine.prim(lane);
    return prim != Prim.ADD && prim != Prim.MUL;
  }

  private void streams(int n, int i, int all) {
    int[] streams = copies(all);
    steps(i, n, STREAMS * EACH * vector.width(), () -> {
      for (int k = 0; k < STREAMS; k++) {
        int[] next = next(i, k);
        code.aload(mergeVectors(streams[k], together(next, this::mergeVectors))).astore(streams[k]);
      }
    });
    code.aload(together(streams, this::mergeVectors)).astore(all);
  }

  final int[] copies(int first) {
    int[] streams = new int[STREAMS];
    for (int k = 0; k < STREAMS; k++) {
      streams[k] = copyOf(first);
    }
    return streams;
  }

  /** Emits the loads of what joins a stream in one pass. */
  final int[] next(int i, int stream) {
    int[] next = new int[EACH];
    for (int k = 0; k < EACH; k++) {
      next[k] = elements(i, (stream * EACH + k) * vector.width());
    }
    return next;
  }

  /** Emits one vector of several, as a tree. */
  static int together(int[] vectors, IntBinaryOperator merge) {
    int[] level = vectors;
    while (level.length > 1) {
      int[] up = new int[level.length / 2];
      for (int k = 0; k < up.length; k++) {
        up[k] = merge.applyAsInt(level[2 * k], level[2 * k + 1]);
      }
      level = up;
    }
    return level[0];
  }

  /** Emits a loop that goes on while {@code step} more elements are there. */
  final void steps(int i, int n, int step, Runnable body) {
    int last = local();
    Label again = code.newLabel();
    Label end = code.newLabel();
    code.lload(n).loadConstant((long) step).lsub().lstore(last);
    code.lload(i).lload(last).lcmp().ifgt(end);
    code.labelBinding(again);
    body.run();
    code.lload(i).loadConstant((long) step).ladd().lstore(i);
    code.lload(i).lload(last).lcmp().ifle(again);
    code.labelBinding(end);
  }

  /** Emits the merging of the lanes of a vector into the result. */
  private void lanes(int all) {
    Prim prim = combine.prim(lane);
    if (lane.isInteger() && prim != Prim.MUL) {
      reduce(all);
    } else {
      spill(all, 0);
      mergeLanes(vector.width());
    }
  }

  /** Emits the combination of all lanes into the result. */
  final void reduce(int all) {
    vector.reduce(combine.prim(lane), lane, all);
    scalar.wrap(lane);
    code.storeLocal(ScalarForm.kind(lane), result);
  }
}
