package orthant;

import java.util.function.DoubleUnaryOperator;
import orthant.op.Bessel;

/** Weights that fall off to both ends, as NumPy defines them. */
final class Windows {
  private Windows() {}

  /** The window over the positions -(m - 1), -(m - 3), ..., m - 1. */
  private static NDArray over(long m, DoubleUnaryOperator weight) {
    if (m < 1) {
      return Nd.empty(DType.float64, 0);
    }
    double[] w = new double[Math.toIntExact(m)];
    for (int i = 0; i < w.length; i++) {
      w[i] = m == 1 ? 1 : weight.applyAsDouble(1 - m + 2.0 * i);
    }
    return Nd.array(w);
  }

  static NDArray bartlett(long m) {
    return over(m, n -> n <= 0 ? 1 + n / (m - 1) : 1 - n / (m - 1));
  }

  static NDArray blackman(long m) {
    return over(m, n -> 0.42 + 0.5 * StrictMath.cos(Math.PI * n / (m - 1)) + 0.08 * StrictMath.cos(2 * Math.PI * n / (m - 1)));
  }

  static NDArray hamming(long m) {
    return over(m, n -> 0.54 + 0.46 * StrictMath.cos(Math.PI * n / (m - 1)));
  }

  static NDArray hanning(long m) {
    return over(m, n -> 0.5 + 0.5 * StrictMath.cos(Math.PI * n / (m - 1)));
  }

  static NDArray kaiser(long m, double beta) {
    double whole = Bessel.i0(beta);
    return over(m, n -> {
      double x = n / (m - 1);
      return Bessel.i0(beta * Math.sqrt(1 - x * x)) / whole;
    });
  }
}
