package orthant.op;

import orthant.expr.Term;
import orthant.expr.V;

/**
 * Functions of complex numbers as expressions in binary64 over exact primitives, for the numbers that are neither infinite nor NaN nor so large or
 * small that a part of the expression could overflow or underflow.
 *
 * <p>They are made of the exponential, the logarithm, sine and cosine, and the angle of real numbers, as e^(x + iy) = e^x (cos y + i sin y). What
 * could cancel is computed in two parts.
 */
final class ComplexExpressions {
  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final double LN2_REST = 0x1.abc9e3b39803fp-56;
  /** Squares of the larger part, and what is divided by it, neither overflow nor underflow. */
  private static final double TOP = 0x1p500;
  private static final double BOTTOM = 0x1p-400;

  private ComplexExpressions() {}

  /**
   * A result.
   *
   * @param holds where it is one
   */
  record Value(V re, V im, V holds) {
    Value times(double factor) {
      return new Value(re.mul(re.same(factor)), im.mul(im.same(factor)), holds);
    }
  }

  private static Trigonometric.Cis cis(V y) {
    return Trigonometric.cis(y.abs(), null, y);
  }

  static Value exp(Term z) {
    V scale = Exponential.exp(z.re());
    Trigonometric.Cis cis = cis(z.im());
    V holds = z.re().le(z.re().same(709)).and(Trigonometric.within(z.im().abs()));
    return new Value(scale.mul(cis.cos()), scale.mul(cis.sin()), holds);
  }

  static Value exp2(Term z) {
    V scale = Exponential.exp2(z.re());
    V a = z.im().abs();
    Pair angle = Pair.product(a, a.same(LN2));
    Trigonometric.Cis cis = Trigonometric.cis(angle.hi(), a.fma(a.same(LN2_REST), angle.lo()), z.im());
    V holds = z.re().le(z.re().same(1023)).and(Trigonometric.within(a));
    return new Value(scale.mul(cis.cos()), scale.mul(cis.sin()), holds);
  }

  /** {@code (e^x - 1) cos y - (1 - cos y)} and {@code e^x sin y}. */
  static Value expm1(Term z) {
    V x = z.re();
    Trigonometric.Cis cis = cis(z.im());
    V re = Exponential.expm1(x).mul(cis.cos()).sub(cis.versine());
    return new Value(re, Exponential.exp(x).mul(cis.sin()), x.abs().le(x.same(709)).and(Trigonometric.within(z.im().abs())));
  }

  static Value sinh(Term z) {
    Trigonometric.Cis cis = cis(z.im());
    return new Value(Hyperbolic.sinh(z.re()).mul(cis.cos()), Hyperbolic.cosh(z.re()).mul(cis.sin()), isHyperbolic(z, 709));
  }

  static Value cosh(Term z) {
    Trigonometric.Cis cis = cis(z.im());
    return new Value(Hyperbolic.cosh(z.re()).mul(cis.cos()), Hyperbolic.sinh(z.re()).mul(cis.sin()), isHyperbolic(z, 709));
  }

  private static V isHyperbolic(Term z, double limit) {
    return z.re().abs().le(z.re().same(limit)).and(Trigonometric.within(z.im().abs()));
  }

  /** (sinh x cosh x + i sin y cos y) / (sinh(x)^2 + cos(y)^2). */
  static Value tanh(Term z) {
    V x = z.re();
    Trigonometric.Cis cis = cis(z.im());
    V sinh = Hyperbolic.sinh(x);
    V divisor = sinh.fma(sinh, cis.cos().mul(cis.cos()));
    V re = sinh.mul(Hyperbolic.cosh(x)).div(divisor);
    V im = cis.sin().mul(cis.cos()).div(divisor);
    V one = x.same(1);
    V certain = x.same(22).lt(x.abs());
    return new Value(certain.select(FloatBits.copysign(one, x), re), im, isHyperbolic(z, 350));
  }

  /** The parts without their signs, in order. */
  private record Magnitudes(V small, V large) {
    static Magnitudes of(V x, V y) {
      V a = x.abs();
      V b = y.abs();
      V less = a.lt(b);
      return new Magnitudes(less.select(a, b), less.select(b, a));
    }

    /** Not NaN, and so large and small that squares can be computed. */
    V holds() {
      return small.le(large).and(large.same(BOTTOM).le(large)).and(large.le(large.same(TOP)));
    }

    /** The sum of the squares. */
    Pair squares() {
      Pair p = Pair.product(large, large);
      Pair q = Pair.product(small, small);
      Pair sum = Pair.quickSum(p.hi(), q.hi());
      return new Pair(sum.hi(), sum.lo().add(p.lo().add(q.lo())));
    }
  }

  /** Half the logarithm of the sum of the squares, which has two parts, and the angle. */
  static Value log(Term z) {
    Magnitudes m = Magnitudes.of(z.re(), z.im());
    V log = Logarithm.log(m.squares(), null);
    return new Value(log.mul(log.same(0.5)), Angles.angle(z.im(), z.re()), m.holds());
  }

  /** The sum of the squares of 1 + x and y is 1 + (2 x + x^2 + y^2); near -1 it is that of two small numbers. */
  static Value log1p(Term z) {
    V x = z.re();
    V one = x.same(1);
    Pair u = Pair.sum(one, x);
    Magnitudes m = Magnitudes.of(u.hi(), z.im());
    Pair p = Pair.product(x, x);
    Pair q = Pair.product(z.im(), z.im());
    Pair first = Pair.sum(x.add(x), p.hi());
    Pair second = Pair.sum(first.hi(), q.hi());
    V low = first.lo().add(second.lo()).add(p.lo().add(q.lo()));
    Pair whole = Pair.sum(one, second.hi());
    V small = second.hi().lt(x.same(-0.5));
    Pair squares = m.squares();
    Pair sum = new Pair(small.select(squares.hi(), whole.hi()), small.select(squares.lo(), whole.lo()));
    V log = Logarithm.log(sum, small.select(x.same(0), low));
    V holds = m.holds().and(x.abs().le(x.same(TOP)));
    return new Value(log.mul(x.same(0.5)), Angles.angle(z.im(), u.hi()), holds);
  }

  /** With s^2 = (|x| + |z|) / 2 and d = |y| / (2 s) the parts are s and d; d and s if x is negative. */
  static Value sqrt(Term z) {
    V x = z.re();
    V y = z.im();
    Magnitudes m = Magnitudes.of(x, y);
    V modulus = m.large.fma(m.large, m.small.mul(m.small)).sqrt();
    V s = x.abs().add(modulus).mul(x.same(0.5)).sqrt();
    V zero = x.same(0);
    // The divisor is not 0 for 0.
    V d = y.abs().div(s.add(s).add(x.same(0x1p-600)));
    V right = zero.le(x);
    V re = right.select(s, d);
    V im = FloatBits.copysign(right.select(d, s), y);
    return new Value(re, im, m.holds().or(x.eq(zero).and(y.eq(zero))));
  }
}
