package orthant.op;

import orthant.expr.Term;
import orthant.expr.V;

/** Complex arithmetic as expressions over the two parts. Order is by the real parts, then by the imaginary ones, as NumPy's. */
final class Complex {
  private Complex() {}

  static Term add(Term a, Term b) {
    return new Term(a.re().add(b.re()), a.im().add(b.im()));
  }

  static Term subtract(Term a, Term b) {
    return new Term(a.re().sub(b.re()), a.im().sub(b.im()));
  }

  static Term multiply(Term a, Term b) {
    return new Term(a.re().mul(b.re()).sub(a.im().mul(b.im())), a.re().mul(b.im()).add(a.im().mul(b.re())));
  }

  /** Smith's algorithm (Communications of the ACM 5, 1962), which is NumPy's: no overflow where the quotient has none. */
  static Term divide(Term a, Term b) {
    V x = b.re().abs();
    V y = b.im().abs();
    V zero = x.eq(x.same(0)).and(y.eq(y.same(0)));
    V wide = y.le(x);
    // ratio = small / large, scale = 1 / (large + small * ratio)
    V large = wide.select(b.re(), b.im());
    V small = wide.select(b.im(), b.re());
    V ratio = small.div(large);
    V scale = x.same(1).div(large.add(small.mul(ratio)));
    V re = wide.select(a.re().add(a.im().mul(ratio)), a.re().mul(ratio).add(a.im()));
    V im = wide.select(a.im().sub(a.re().mul(ratio)), a.im().mul(ratio).sub(a.re()));
    // Division by zero goes part by part: infinite, or NaN for 0/0.
    return new Term(zero.select(a.re().div(x), re.mul(scale)), zero.select(a.im().div(x), im.mul(scale)));
  }

  static V isNan(Term a) {
    return a.re().ne(a.re()).or(a.im().ne(a.im()));
  }

  static V equal(Term a, Term b) {
    return a.re().eq(b.re()).and(a.im().eq(b.im()));
  }

  /** False if the real parts decide nothing because one is NaN, or the deciding imaginary parts are. */
  static V less(Term a, Term b) {
    V decided = a.re().lt(b.re()).and(a.im().eq(a.im())).and(b.im().eq(b.im()));
    return decided.or(a.re().eq(b.re()).and(a.im().lt(b.im())));
  }

  static V lessEqual(Term a, Term b) {
    V decided = a.re().lt(b.re()).and(a.im().eq(a.im())).and(b.im().eq(b.im()));
    return decided.or(a.re().eq(b.re()).and(a.im().le(b.im())));
  }

  static Term maximum(Term a, Term b) {
    return choose(isNan(a).or(lessEqual(b, a)), a, b);
  }

  static Term minimum(Term a, Term b) {
    return choose(isNan(a).or(lessEqual(a, b)), a, b);
  }

  private static Term choose(V first, Term a, Term b) {
    return new Term(first.select(a.re(), b.re()), first.select(a.im(), b.im()));
  }

  static Term fmax(Term a, Term b) {
    return choose(lessEqual(b, a).or(isNan(b)), a, b);
  }

  static Term fmin(Term a, Term b) {
    return choose(lessEqual(a, b).or(isNan(b)), a, b);
  }

  static Term reciprocal(Term a) {
    V one = a.re().same(1);
    V wide = a.im().abs().le(a.re().abs());
    V large = wide.select(a.re(), a.im());
    V small = wide.select(a.im(), a.re());
    V ratio = small.div(large);
    V divisor = large.add(small.mul(ratio));
    V first = one.div(divisor);
    V second = ratio.div(divisor);
    return new Term(wide.select(first, second), wide.select(second, first).neg());
  }

  /** The number on the unit circle in the same direction; NaN if it has none, 0 for 0. */
  static Term sign(Term a) {
    V zero = a.re().same(0);
    V infinity = a.re().same(Double.POSITIVE_INFINITY);
    V large = abs(a).eq(infinity);
    V half = large.select(a.re().same(0.5), a.re().same(1));
    V modulus = abs(new Term(a.re().mul(half), a.im().mul(half)));
    V infinite = modulus.eq(infinity);
    // Of one infinite part only its sign counts; two of them have no direction.
    V re = infinite.select(unit(a.re(), infinity), a.re().mul(half));
    V im = infinite.select(unit(a.im(), infinity), a.im().mul(half));
    V both = a.re().abs().eq(infinity).and(a.im().abs().eq(infinity));
    V nan = isNan(a).and(infinite.not()).or(both);
    V scale = infinite.or(modulus.eq(zero)).select(a.re().same(1), modulus);
    return new Term(sign(nan, zero, re.div(scale)), sign(nan, zero, im.div(scale)));
  }

  private static V unit(V part, V infinity) {
    return part.abs().eq(infinity).select(FloatBits.copysign(part.same(1), part), part.same(0));
  }

  private static V sign(V nan, V zero, V value) {
    return nan.select(zero.same(Double.NaN), value.eq(zero).select(zero, value));
  }

  static V abs(Term a) {
    return Angles.hypot(a.re(), a.im());
  }
}
