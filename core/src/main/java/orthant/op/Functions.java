package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Functions of real numbers that are called, not compiled: in binary64, of the library's own bits on every machine. */
final class Functions {
  private Functions() {}

  /** A function of one number, computed in binary64 and rounded to the number's lane. */
  static V call(Call function, V a) {
    return a.convert(Lane.F64).call(function).convert(a.lane());
  }

  /** A function of two numbers, computed in binary64 and rounded to the numbers' lane. */
  static V call(Call function, V a, V b) {
    return a.convert(Lane.F64).call(function, b.convert(Lane.F64)).convert(a.lane());
  }
}
