package orthant.op;

import orthant.expr.Term;
import orthant.expr.V;

/** Inverse hyperbolic functions of complex numbers as expressions, with the same formulas as {@link ComplexFunctions} and for most numbers. */
final class ComplexInverses {
  /** Beyond, sums of squares overflow. */
  private static final double LARGE = 0x1p240;

  private ComplexInverses() {}

  private static V within(Term z) {
    V top = z.re().same(LARGE);
    return z.re().abs().le(top).and(z.im().abs().le(top));
  }

  static ComplexExpressions.Value asinh(Term z) {
    V one = z.re().same(1);
    ComplexExpressions.Value p = ComplexExpressions.sqrt(new Term(one.add(z.im()), z.re().neg()));
    ComplexExpressions.Value q = ComplexExpressions.sqrt(new Term(one.sub(z.im()), z.re()));
    V re = InverseHyperbolic.asinh(p.re().mul(q.im()).sub(q.re().mul(p.im())));
    V im = Angles.angle(z.im(), p.re().mul(q.re()).sub(p.im().mul(q.im())));
    return new ComplexExpressions.Value(re, im, within(z).and(p.holds()).and(q.holds()));
  }

  static ComplexExpressions.Value acosh(Term z) {
    V one = z.re().same(1);
    ComplexExpressions.Value p = ComplexExpressions.sqrt(new Term(z.re().sub(one), z.im()));
    ComplexExpressions.Value q = ComplexExpressions.sqrt(new Term(z.re().add(one), z.im()));
    V re = InverseHyperbolic.asinh(p.re().mul(q.re()).add(p.im().mul(q.im())));
    V im = Angles.angle(p.im(), q.re());
    return new ComplexExpressions.Value(re, im.add(im), within(z).and(p.holds()).and(q.holds()));
  }

  static ComplexExpressions.Value acos(Term z) {
    V one = z.re().same(1);
    ComplexExpressions.Value p = ComplexExpressions.sqrt(new Term(one.sub(z.re()), z.im().neg()));
    ComplexExpressions.Value q = ComplexExpressions.sqrt(new Term(one.add(z.re()), z.im()));
    V re = Angles.angle(p.re(), q.re());
    V im = InverseHyperbolic.asinh(q.re().mul(p.im()).sub(q.im().mul(p.re())));
    return new ComplexExpressions.Value(re.add(re), im, within(z).and(p.holds()).and(q.holds()));
  }

  static ComplexExpressions.Value atanh(Term z) {
    V one = z.re().same(1);
    V a = z.re().abs();
    V b = z.im().abs();
    V left = one.sub(a);
    V distance = left.fma(left, b.mul(b));
    V quotient = a.mul(a.same(4)).div(distance);
    V re = Logarithm.log1p(quotient).mul(a.same(0.25));
    V im = Angles.angle(b.add(b), left.mul(one.add(a)).sub(b.mul(b))).mul(a.same(0.5));
    V holds = within(z).and(a.same(0x1p-400).lt(distance));
    return new ComplexExpressions.Value(FloatBits.copysign(re, z.re()), FloatBits.copysign(im, z.im()), holds);
  }
}
