package orthant.op;

import orthant.expr.Lane;
import orthant.expr.V;

/** Comparisons of real numbers; a signed and an unsigned 64-bit integer are compared by value. */
final class Compare {
  private Compare() {}

  static V equal(V a, V b) {
    return mixed(a, b) ? negative(a).or(negative(b)).not().and(a.reinterpret(Lane.I64).eq(b.reinterpret(Lane.I64))) : a.eq(b);
  }

  static V less(V a, V b) {
    if (!mixed(a, b)) {
      return a.lt(b);
    }
    V smaller = a.reinterpret(Lane.U64).lt(b.reinterpret(Lane.U64));
    return negative(a).or(negative(b).not().and(smaller));
  }

  static V lessEqual(V a, V b) {
    return mixed(a, b) ? less(b, a).not() : a.le(b);
  }

  private static boolean mixed(V a, V b) {
    return a.lane() != b.lane();
  }

  private static V negative(V v) {
    return v.lt(v.same(0));
  }
}
