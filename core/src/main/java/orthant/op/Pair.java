package orthant.op;

import orthant.expr.V;

/**
 * A number as the unevaluated sum of two, the second of which is what the rounding of the first left over (Dekker, 1971). Twice the
 * digits; the operations of two pairs lose the last few of them.
 *
 * @param hi the number, rounded
 * @param lo the rest
 */
record Pair(V hi, V lo) {
  /** {@code a + b}, exactly (Knuth). */
  static Pair sum(V a, V b) {
    V s = a.add(b);
    V t = s.sub(a);
    return new Pair(s, a.sub(s.sub(t)).add(b.sub(t)));
  }

  /** {@code a + b}, exactly if a is 0 or not smaller in magnitude than b (Dekker). */
  static Pair quickSum(V a, V b) {
    V s = a.add(b);
    return new Pair(s, b.sub(s.sub(a)));
  }

  /** {@code a * b}, exactly. */
  static Pair product(V a, V b) {
    V p = a.mul(b);
    return new Pair(p, a.fma(b, p.neg()));
  }

  /** {@code this + b}; exact but for the rounding of the low part. */
  Pair plus(V b) {
    Pair s = sum(hi, b);
    return new Pair(s.hi, s.lo.add(lo));
  }

  /** {@code this + b}. */
  Pair plus(Pair b) {
    Pair s = sum(hi, b.hi);
    return new Pair(s.hi, s.lo.add(lo.add(b.lo)));
  }

  /** {@code this * b}. */
  Pair times(V b) {
    Pair p = product(hi, b);
    return new Pair(p.hi, lo.fma(b, p.lo));
  }

  /** {@code this * b}. */
  Pair times(Pair b) {
    Pair p = product(hi, b.hi);
    return new Pair(p.hi, lo.fma(b.hi, hi.fma(b.lo, p.lo)));
  }

  /** {@code this / b}, with one division; the low parts must be what a rounding left over. */
  Pair over(Pair b) {
    V inverse = hi.same(1).div(b.hi);
    V q = hi.mul(inverse);
    V minus = q.neg();
    V rest = minus.fma(b.hi, hi).add(minus.fma(b.lo, lo));
    return new Pair(q, rest.mul(inverse));
  }

  /** The high part made the nearest number to both, where the low part is smaller in magnitude. */
  Pair normal() {
    return quickSum(hi, lo);
  }

  /** Multiplied by a power of two that leaves both parts normal numbers. */
  Pair scaled(V power) {
    return new Pair(hi.mul(power), lo.mul(power));
  }

  /** Both parts as one number. */
  V value() {
    return hi.add(lo);
  }
}
