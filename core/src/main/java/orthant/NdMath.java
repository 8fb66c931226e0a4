package orthant;

import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Weak;

/** The functions of {@link Nd} that are made of several operations, element by element. */
abstract class NdMath extends NdLogic {
  NdMath() {}

  /**
   * The real parts.
   *
   * @param a an array
   * @return a view of the parts of complex elements; the array itself if it is not complex
   */
  public static NDArray real(NDArray a) {
    return a.real();
  }

  /**
   * The imaginary parts.
   *
   * @param a an array
   * @return a view of the parts of complex elements; read-only zeros if it is not complex
   */
  public static NDArray imag(NDArray a) {
    return a.imag();
  }

  /**
   * The elements, brought into bounds: {@code minimum(maximum(a, lower), upper)}.
   *
   * @param a an array
   * @param lower the lower bounds; the result is NaN where they are
   * @param upper the upper bounds; they win where the lower ones are above them
   * @return a new array of the common shape and type of all three
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray clip(NDArray a, NDArray lower, NDArray upper) {
    return Engine.apply(Ops.CLIP, a, lower, upper);
  }

  /**
   * The elements, brought into bounds.
   *
   * @param a an array
   * @param lower the lower bound
   * @param upper the upper bound
   * @return a new array of the shape of a
   */
  public static NDArray clip(NDArray a, double lower, double upper) {
    return clip(a, Weak.of(a, lower), Weak.of(a, upper));
  }

  /**
   * The elements, brought into bounds.
   *
   * @param a an array
   * @param lower the lower bound
   * @param upper the upper bound
   * @return a new array of the shape of a
   * @throws ArithmeticException if the type does not hold a bound
   */
  public static NDArray clip(NDArray a, long lower, long upper) {
    return clip(a, Weak.of(a, lower), Weak.of(a, upper));
  }

  /**
   * The elements rounded to decimal places: multiplied by a power of ten, rounded with ties to even, and divided again.
   *
   * @param a an array
   * @param decimals how many places; negative ones are before the point
   * @return a new array; integers stay integers
   */
  public static NDArray round(NDArray a, int decimals) {
    if (decimals == 0 || a.dtype().isInteger() && decimals > 0) {
      return a.round();
    }
    double scale = Math.pow(10, Math.abs(decimals));
    NDArray scaled = decimals > 0 ? a.multiply(scale) : a.divide(scale);
    NDArray rounded = decimals > 0 ? scaled.rint().divide(scale) : scaled.rint().multiply(scale);
    return a.dtype().isInteger() ? rounded.astype(a.dtype()) : rounded;
  }

  /**
   * Whole quotients and what is left of the division.
   *
   * @param a the dividends
   * @param b the divisors
   * @return {@code floorDivide} and {@code remainder}
   * @throws IllegalArgumentException if the shapes do not broadcast or numbers are complex
   */
  public static Divmod divmod(NDArray a, NDArray b) {
    return new Divmod(a.floorDivide(b), a.remainder(b));
  }

  /**
   * Fractional and integral parts.
   *
   * @param a an array of real numbers
   * @return both parts, with the sign of the number
   * @throws IllegalArgumentException if numbers are complex
   */
  public static Modf modf(NDArray a) {
    return new Modf(Engine.apply(Ops.MODF_FRACTION, a), Engine.apply(Ops.MODF_INTEGER, a));
  }

  /**
   * Mantissas and exponents: {@code a = mantissa * 2**exponent}.
   *
   * @param a an array of real numbers
   * @return both parts
   * @throws IllegalArgumentException if numbers are complex
   */
  public static Frexp frexp(NDArray a) {
    return new Frexp(Engine.apply(Ops.FREXP_MANTISSA, a), Engine.apply(Ops.FREXP_EXPONENT, a));
  }

  /**
   * The normalised sine cardinal, {@code sin(pi a) / (pi a)}, 1 at 0.
   *
   * @param a an array
   * @return a new array; integers are taken as float64
   */
  public static NDArray sinc(NDArray a) {
    NDArray x = a.dtype().isFloat() || a.dtype().isComplex() ? a : a.astype(DType.float64);
    NDArray y = x.multiply(Math.PI);
    NDArray zero = y.equal(0);
    return Nd.where(zero, Nd.scalar(x.dtype(), 1), y.sin().divide(Nd.where(zero, Nd.scalar(x.dtype(), 1), y)));
  }

  /**
   * NaN replaced by 0, infinities by the largest finite numbers.
   *
   * @param a an array of any type
   * @return a copy
   */
  public static NDArray nanToNum(NDArray a) {
    double max = a.dtype().isFloat() || a.dtype().isComplex() ? Nd.finfo(a.dtype().real()).max() : 0;
    return nanToNum(a, 0, max, -max);
  }

  /**
   * NaN and infinities replaced; of complex numbers in both parts.
   *
   * @param a an array of any type
   * @param nan what stands for NaN
   * @param positive what stands for positive infinity
   * @param negative what stands for negative infinity
   * @return a copy
   */
  public static NDArray nanToNum(NDArray a, double nan, double positive, double negative) {
    if (a.dtype().isComplex()) {
      NDArray out = a.copy();
      out.real().assign(nanToNum(a.real(), nan, positive, negative));
      out.imag().assign(nanToNum(a.imag(), nan, positive, negative));
      return out;
    }
    return a.dtype().isFloat() ? Nd.where(a.isnan(), nan, Nd.where(a.isposinf(), positive, Nd.where(a.isneginf(), negative, a))) : a.copy();
  }

  /**
   * Where two arrays are equal within {@code 1e-8 + 1e-5 * |b|}; NaN is close to nothing.
   *
   * @param a an array
   * @param b the array to compare with
   * @return truth values of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray isclose(NDArray a, NDArray b) {
    return isclose(a, b, 1e-5, 1e-8, false);
  }

  /**
   * Where two arrays are equal within {@code absolute + relative * |b|}.
   *
   * @param a an array
   * @param b the array to compare with
   * @param relative the tolerance as a part of b
   * @param absolute the tolerance as such
   * @param equalNan whether NaN is close to NaN
   * @return truth values of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static NDArray isclose(NDArray a, NDArray b, double relative, double absolute, boolean equalNan) {
    NDArray y = b.dtype().isFloat() || b.dtype().isComplex() ? b : b.astype(DType.float64);
    NDArray near = a.subtract(y).abs().lessEqual(y.abs().multiply(relative).add(absolute)).logicalAnd(y.isfinite());
    NDArray close = near.logicalOr(a.equal(y));
    return equalNan ? close.logicalOr(a.isnan().logicalAnd(y.isnan())) : close;
  }

  /**
   * Whether two arrays are equal within {@code 1e-8 + 1e-5 * |b|} everywhere.
   *
   * @param a an array
   * @param b the array to compare with
   * @return true if all elements are close
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static boolean allclose(NDArray a, NDArray b) {
    return isclose(a, b).all().getBoolean();
  }

  /**
   * Whether two arrays are equal within {@code absolute + relative * |b|} everywhere.
   *
   * @param a an array
   * @param b the array to compare with
   * @param relative the tolerance as a part of b
   * @param absolute the tolerance as such
   * @param equalNan whether NaN is close to NaN
   * @return true if all elements are close
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static boolean allclose(NDArray a, NDArray b, double relative, double absolute, boolean equalNan) {
    return isclose(a, b, relative, absolute, equalNan).all().getBoolean();
  }

  /**
   * Whether two arrays have the same shape and equal elements.
   *
   * @param a an array
   * @param b another array
   * @return true if they do; NaN equals nothing
   */
  public static boolean arrayEqual(NDArray a, NDArray b) {
    return a.sameShape(b) && a.equal(b).all().getBoolean();
  }

  /**
   * Whether two arrays have the same shape and equal elements.
   *
   * @param a an array
   * @param b another array
   * @param equalNan whether NaN equals NaN
   * @return true if they do
   */
  public static boolean arrayEqual(NDArray a, NDArray b, boolean equalNan) {
    if (!equalNan) {
      return arrayEqual(a, b);
    }
    return a.sameShape(b) && a.equal(b).logicalOr(a.isnan().logicalAnd(b.isnan())).all().getBoolean();
  }

  /**
   * Whether two arrays broadcast to one shape and have equal elements there.
   *
   * @param a an array
   * @param b another array
   * @return true if they do
   */
  public static boolean arrayEquiv(NDArray a, NDArray b) {
    try {
      return a.equal(b).all().getBoolean();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
