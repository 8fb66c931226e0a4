package orthant.op;

import orthant.DType;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Functions of floating-point numbers that look at their bits: signs, neighbours and exponents. Exact everywhere. */
final class FloatBits {
  private static final Call SCALB_64 = Call.of("scalb", FloatBits::scalb);
  private static final Call SCALB_32 = Call.ofFloats("scalb", FloatBits::scalb);

  private FloatBits() {}

  private static double scalb(double x, double n) {
    return Math.scalb(x, (int) n);
  }

  private static V bits(V x) {
    return x.reinterpret(x.lane().integer(true));
  }

  private static V constant(V like, long value) {
    return like.code().constant(like.lane(), value);
  }

  /** Which NaN an operation returns is left open, and so is the sign of one: it counts as positive. */
  static V signbit(V x) {
    if (x.lane() == Lane.MASK) {
      return always(x, false);
    }
    return x.lane().isFloat() ? bits(x).lt(bits(x).same(0)).and(x.eq(x)) : x.lt(x.same(0));
  }

  /** Whether the sign bit is set, of NaN too. */
  static V isSigned(V x) {
    return bits(x).lt(bits(x).same(0));
  }

  static V copysign(V x, V sign) {
    return signed(bits(x).and(constant(bits(x), x.lane().integer(true).largest())).reinterpret(x.lane()), sign);
  }

  /** A number without a sign, with that of another one. */
  static V signed(V magnitude, V sign) {
    return bits(magnitude).or(bits(zero(sign))).reinterpret(sign.lane());
  }

  /** A zero with the sign of a number. */
  static V zero(V sign) {
    return bits(sign).and(constant(bits(sign), sign.lane().integer(true).smallest())).reinterpret(sign.lane());
  }

  /** Of integers no test needs to load the element: the loop is a plain fill. */
  private static V always(V x, boolean answer) {
    return x.code().constant(Lane.MASK, answer ? 1 : 0);
  }

  static V isNan(V x) {
    return x.lane().isFloat() ? x.ne(x) : always(x, false);
  }

  static V isFinite(V x) {
    return x.lane().isFloat() ? x.abs().lt(x.same(Double.POSITIVE_INFINITY)) : always(x, true);
  }

  static V isInfinite(V x) {
    return is(x, true, true);
  }

  /** Whether a number is one of the infinities; integers never are. */
  static V is(V x, boolean positive, boolean negative) {
    if (!x.lane().isFloat()) {
      return always(x, false);
    }
    return positive && negative ? x.abs().eq(x.same(Double.POSITIVE_INFINITY))
        : x.eq(x.same(positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY));
  }

  /** The bits of a number of a type in memory, as a signed integer. */
  private static V stored(DType type, V x) {
    V stored = x.stored(type);
    return stored.reinterpret(stored.lane().integer(true));
  }

  static V nextafter(DType type, V x, V y) {
    V here = stored(type, x);
    V one = here.same(1);
    V zero = x.same(0);
    // Of numbers with a sign bit, the next integer has the larger magnitude.
    V away = x.lt(y).eq(zero.lt(x));
    V beside = away.select(here.add(one), here.sub(one));
    V smallest = stored(type, y).and(constant(here, here.lane().smallest())).or(one);
    V next = V.loaded(type, x.eq(zero).select(smallest, beside));
    // Of two zeros C99 returns the second, NumPy's float16 the first; NaN goes through.
    V same = x.eq(y).select(type == DType.float16 ? x : y, x.add(y));
    return x.lt(y).or(y.lt(x)).select(next, same);
  }

  /** The distance to the number that is next farther from zero; of float16, as in NumPy, to the next larger one. */
  static V spacing(DType type, V x) {
    V here = stored(type, x);
    V one = here.same(1);
    V zero = x.same(0);
    boolean half = type == DType.float16;
    V beside = half ? x.lt(zero).select(here.sub(one), here.add(one)) : here.add(one);
    V next = V.loaded(type, x.eq(zero).select(one, beside));
    return isFinite(x).select(next.sub(x), x.same(Double.NaN));
  }

  private static int mantissa(V x) {
    return mantissa(x.lane());
  }

  private static int bias(V x) {
    return bias(x.lane());
  }

  /** The number of bits below the leading one. */
  static int mantissa(Lane lane) {
    return lane == Lane.F64 ? 52 : 23;
  }

  /** The largest exponent of two, which is what exponents are stored with added to them. */
  static int bias(Lane lane) {
    return lane == Lane.F64 ? 1023 : 127;
  }

  /** The number that rounds what is added to it to an integer, which is then in the low bits of the sum. */
  static double magic(Lane lane) {
    return lane == Lane.F64 ? 0x1.8p52 : 0x1.8p23;
  }

  /** An integer that fits half of the mantissa, as a number of a floating-point lane of the same width. */
  static V number(V integer, Lane lane) {
    V magic = integer.code().number(lane, magic(lane));
    return integer.add(magic.reinterpret(integer.lane())).reinterpret(lane).sub(magic);
  }

  /** 2 to the power of an integer that is the exponent of a normal number. */
  static V power(V exponent, Lane lane) {
    return exponent.add(exponent.same(bias(lane))).shl(mantissa(lane)).reinterpret(lane);
  }

  /** Multiplied by a power of two: mostly by that of a normal number, which rounds once. */
  static V ldexp(V x, V exponent) {
    boolean wide = x.lane() == Lane.F64;
    int bias = bias(x);
    V from = exponent.add(exponent.same(bias - 1));
    V fits = from.reinterpret(from.lane().integer(false)).lt(from.same(2 * bias).reinterpret(from.lane().integer(false)));
    V n = exponent.convert(x.lane().integer(true));
    V rare = x.callWhere(wide ? SCALB_64 : SCALB_32, exponent.convert(x.lane()), fits.not());
    return fits.select(x.mul(power(n, x.lane())), rare);
  }

  /** The number with a subnormal one brought into the range of normal ones. */
  private static V normal(V x) {
    return small(x).select(x.mul(x.same(Math.scalb(1.0, mantissa(x) + 2))), x);
  }

  private static V small(V x) {
    return x.abs().lt(x.same(Math.scalb(1.0, 1 - bias(x))));
  }

  private static V plain(V x) {
    return isFinite(x).and(x.ne(x.same(0)));
  }

  static V fraction(V x) {
    V bits = bits(normal(x));
    V kept = bits.and(constant(bits, ~((2L * bias(x) + 1) << mantissa(x))));
    V value = kept.or(constant(bits, (bias(x) - 1L) << mantissa(x))).reinterpret(x.lane());
    return plain(x).select(value, x);
  }

  static V exponent(V x) {
    V bits = bits(normal(x));
    V biased = bits.shr(mantissa(x)).and(constant(bits, 2L * bias(x) + 1));
    V shift = small(x).select(bits.same(bias(x) + mantissa(x) + 1), bits.same(bias(x) - 1));
    return plain(x).select(biased.sub(shift), bits.same(0)).convert(Lane.I32);
  }
}
