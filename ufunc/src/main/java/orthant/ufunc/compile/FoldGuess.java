package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Step;
import orthant.op.Combine;

/**
 * A pass for the smallest or largest of many floats that is twice as fast, since it does not care for NaN and the sign of zero: comparisons
 * choose, and a sum tells afterwards whether a NaN can have been among the elements. If so, or if the result is a zero, the first byte of the
 * scratch memory is set, and the pass that cares must decide.
 */
final class FoldGuess extends FoldStream {
  /** Elements from which on a second pass, in the rare case, costs less than a careful one, in all others. */
  static final long LEAST = 512;

  FoldGuess(CodeBuilder code, Combine combine, Program element, List<Step> steps, VectorForm vector, ScalarForm scalar) {
    super(code, combine, element, steps, vector, scalar);
  }

  @Override
  void output() {
    int n = local();
    int i = local();
    int width = vector.width();
    frame(9);
    code.lstore(n);
    code.lconst_0().lstore(i);
    int[] streams = copies(elements(i, 0));
    int sum = copyOf(streams[0]);
    steps(i, n, STREAMS * EACH * width, () -> {
      int[] sums = new int[STREAMS];
      for (int k = 0; k < STREAMS; k++) {
        int[] next = next(i, k);
        sums[k] = together(next, this::add);
        code.aload(choose(streams[k], together(next, this::choose))).astore(streams[k]);
      }
      code.aload(add(sum, together(sums, this::add))).astore(sum);
    });
    Runnable one = () -> {
      int x = elements(i, 0);
      code.aload(choose(streams[0], x)).astore(streams[0]);
      code.aload(add(sum, x)).astore(sum);
    };
    steps(i, n, width, one);
    // Neither the result nor whether there is a NaN depends on how often an element comes.
    last(n, i, one);
    int best = together(streams, this::choose);
    reduce(best);
    vector.anyTrue(vector.step(Prim.NE, lane, Lane.MASK, sum, sum, -1, 0));
    int nan = scalar.keep(Lane.MASK);
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
