package orthant;

import orthant.op.Ops;

/**
 * Roots, powers, logarithms, trigonometric and hyperbolic functions, element by element; see {@link Elementwise} for the rules. Integers are taken
 * as the floating-point type that has about their digits.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Functions<A, P> extends Applicable<A, P> {
  /**
   * The square root, exactly rounded; NaN for negative numbers. Integers are taken as float64.
   *
   * @return the result, of this shape
   */
  default A sqrt() {
    return apply(Ops.SQRT);
  }

  /**
   * The exponential e^this, to within 1 ULP; the same bits on every machine. Integers are taken as float64.
   *
   * @return the result, of this shape
   */
  default A exp() {
    return apply(Ops.EXP);
  }

  /**
   * Degrees as radians. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A deg2rad() {
    return apply(Ops.DEG2RAD);
  }

  /**
   * Radians as degrees. Not for complex numbers.
   *
   * @return the result, of this shape
   */
  default A rad2deg() {
    return apply(Ops.RAD2DEG);
  }
}
