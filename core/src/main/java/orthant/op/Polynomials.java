package orthant.op;

import orthant.expr.V;

/** Polynomials with constant coefficients, those of the lowest powers first. */
final class Polynomials {
  private Polynomials() {}

  /** {@code c[0] + c[1] x + c[2] x^2 + ...} */
  static V evaluate(V x, double... c) {
    return c.length < 3 ? evaluate(x, null, c) : evaluate(x, x.mul(x), c);
  }

  /** The same where the square of x is known. Pairs first (Estrin): half the latency of Horner's rule, and the same number of operations but one. */
  static V evaluate(V x, V square, double... c) {
    return from(x, square, c, 0);
  }

  private static V from(V x, V square, double[] c, int first) {
    return switch (c.length - first) {
      case 1 -> x.same(c[first]);
      case 2 -> x.fma(x.same(c[first + 1]), c[first]);
      // The low pair plus x^2 times the rest.
      default -> square.fma(from(x, square, c, first + 2), x.fma(x.same(c[first + 1]), c[first]));
    };
  }
}
