package orthant.examples.accuracy;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import orthant.ufunc.Ufunc;

/**
 * A function whose accuracy can be measured.
 *
 * @param ufunc what is measured
 * @param reference its results with 100 bits
 * @param quick its results as doubles that are right to a few units in the last place, for floats to be compared with
 * @param points numbers to try it with
 */
record Function(Ufunc ufunc, Reference reference, DoubleBinaryOperator quick, Points points) {
  /** A result with 100 bits; the second operand is to be ignored if there is none. The operands are finite and the result is regular. */
  @FunctionalInterface
  interface Reference {
    Scaled of(double x, double y);
  }

  /** A reference of one operand whose result needs no exponent of its own. */
  @FunctionalInterface
  interface Plain {
    DoubleDouble of(double x);
  }

  /** Random operands. */
  @FunctionalInterface
  interface Points {
    double[] next(SplittableRandom random, boolean single);
  }

  String name() {
    return ufunc.name();
  }

  /** A function of one number with intervals from which numbers are taken: {@code {from, to, from, to, ...}}. */
  static Function of(Ufunc ufunc, Plain reference, DoubleUnaryOperator quick, double... intervals) {
    return scaled(ufunc, (x, _) -> Scaled.of(reference.of(x)), quick, intervals);
  }

  /** The same of a function whose results may be subnormal numbers. */
  static Function scaled(Ufunc ufunc, Reference reference, DoubleUnaryOperator quick, double... intervals) {
    return new Function(ufunc, reference, (x, _) -> quick.applyAsDouble(x), (random, _) -> {
      int i = 2 * random.nextInt(intervals.length / 2);
      return new double[] {number(random, intervals[i], intervals[i + 1]), 0};
    });
  }

  /** One of the numbers of an interval, all equally likely, or all parts of the interval equally likely. */
  static double number(SplittableRandom random, double from, double to) {
    if (random.nextBoolean() && to - from < Double.MAX_VALUE) {
      return random.nextDouble(from, to);
    }
    return number(random.nextLong(order(from), order(to) + 1));
  }

  /** The doubles in their order, as integers. */
  private static long order(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double number(long order) {
    return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
  }
}
