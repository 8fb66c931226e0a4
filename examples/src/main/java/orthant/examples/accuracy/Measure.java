package orthant.examples.accuracy;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import orthant.NDArray;
import orthant.Nd;

/** Computes many results and finds the worst. */
final class Measure {
  private static final int BLOCK = 1 << 14;

  private Measure() {}

  /**
   * The worst result that was found.
   *
   * @param error in units in the last place
   * @param x its operand
   * @param y its second operand, or 0
   * @param result what was computed
   * @param count how many were tried
   */
  record Worst(double error, double x, double y, double result, long count) {
    static final Worst NONE = new Worst(-1, 0, 0, 0, 0);

    private Worst or(double error, double x, double y, double result) {
      return error > this.error ? new Worst(error, x, y, result, count) : this;
    }

    private Worst or(Worst other) {
      Worst worse = other.error > error ? other : this;
      return new Worst(worse.error, worse.x, worse.y, worse.result, count + other.count);
    }

    private Worst counted(long n) {
      return new Worst(error, x, y, result, count + n);
    }
  }

  /** Random doubles against the reference; {@code done} hears how many were tried since it was last told. */
  static Worst doubles(Function function, long points, long seed, LongConsumer done) {
    return LongStream.range(0, (points + BLOCK - 1) / BLOCK).parallel().mapToObj(block -> {
      int n = (int) Math.min(BLOCK, points - block * BLOCK);
      var random = new SplittableRandom(seed + block);
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        double[] point = function.points().next(random, false);
        x[i] = point[0];
        y[i] = point[1];
      }
      double[] z = results(function, Nd.array(x), Nd.array(y)).toDoubleArray();
      Worst worst = Worst.NONE;
      for (int i = 0; i < n; i++) {
        worst = worst.or(function.reference().of(x[i], y[i]).error(z[i]), x[i], y[i], z[i]);
      }
      done.accept(n);
      return worst.counted(n);
    }).reduce(Worst.NONE, Worst::or);
  }

  /** Every n-th float, or of a function of two numbers as many random ones, against results in double. */
  static Worst floats(Function function, int every, long seed, LongConsumer done) {
    long all = (1L << 32) / every;
    return LongStream.range(0, (all + BLOCK - 1) / BLOCK).parallel().mapToObj(block -> {
      int n = (int) Math.min(BLOCK, all - block * BLOCK);
      var random = new SplittableRandom(seed + block);
      float[] x = new float[n];
      float[] y = new float[n];
      for (int i = 0; i < n; i++) {
        if (function.ufunc().arity() == 1) {
          x[i] = Float.intBitsToFloat((int) ((block * BLOCK + i) * every));
        } else {
          double[] point = function.points().next(random, true);
          x[i] = (float) point[0];
          y[i] = (float) point[1];
        }
      }
      float[] z = results(function, Nd.array(x), Nd.array(y)).toFloatArray();
      Worst worst = Worst.NONE;
      for (int i = 0; i < n; i++) {
        worst = worst.or(error(function.quick().applyAsDouble(x[i], y[i]), z[i]), x[i], y[i], z[i]);
      }
      done.accept(n);
      return worst.counted(n);
    }).reduce(Worst.NONE, Worst::or);
  }

  private static NDArray results(Function function, NDArray x, NDArray y) {
    return function.ufunc().arity() == 1 ? function.ufunc().apply(x) : function.ufunc().apply(x, y);
  }

  /** How far a float is from a double, in units in the last place; infinitely if it is NaN, infinite or a signed zero and should not be. */
  static double error(double exact, float y) {
    if (Double.isNaN(exact) || Float.isNaN(y)) {
      return Double.isNaN(exact) && Float.isNaN(y) ? 0 : Double.POSITIVE_INFINITY;
    }
    if (exact == 0) {
      return y == 0 && Math.copySign(1, exact) == Math.copySign(1, y) ? 0 : Double.POSITIVE_INFINITY;
    }
    // An infinite result stands for the number after the largest one, and so does an exact one beyond.
    double limit = 0x1p128;
    double near = Math.clamp(exact, -limit, limit);
    return Math.abs(near - Math.clamp((double) y, -limit, limit)) / Math.min(Math.ulp((float) exact), Math.ulp(Float.MAX_VALUE));
  }
}
