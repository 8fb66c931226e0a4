package orthant.ufunc.compile;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Calls a function for the lanes of a vector that a mask names, bit by bit; the others get 0. The results take the place of the operands. */
final class RareLanes {
  private RareLanes() {}

  static double[] call(DoubleUnaryOperator function, double[] x, long mask) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (mask >>> i & 1) != 0 ? function.applyAsDouble(x[i]) : 0;
    }
    return x;
  }

  static double[] call(DoubleBinaryOperator function, double[] x, double[] y, long mask) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (mask >>> i & 1) != 0 ? function.applyAsDouble(x[i], y[i]) : 0;
    }
    return x;
  }

  static float[] call(DoubleBinaryOperator function, float[] x, float[] y, long mask) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (mask >>> i & 1) != 0 ? (float) function.applyAsDouble(x[i], y[i]) : 0;
    }
    return x;
  }

  static long[] call(LongUnaryOperator function, long[] x, long mask) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (mask >>> i & 1) != 0 ? function.applyAsLong(x[i]) : 0;
    }
    return x;
  }

  static long[] call(LongBinaryOperator function, long[] x, long[] y, long mask) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (mask >>> i & 1) != 0 ? function.applyAsLong(x[i], y[i]) : 0;
    }
    return x;
  }
}
