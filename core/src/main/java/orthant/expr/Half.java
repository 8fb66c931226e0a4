package orthant.expr;

/**
 * Conversions between float16 bits and float32, which is what float16 is computed in. Rounding is to nearest, ties to even, once:
 * also from float64.
 */
final class Half {
  private static final int INFINITY = 0x7c00;
  private static final int SIGN = 0x8000;

  private Half() {}

  /** The float32 that has the value of float16 bits. */
  static V load(V bits) {
    V b = bits.convert(Lane.I32);
    V magnitude = b.and(constant(b, SIGN - 1));
    // The exponent bits moved into place are 112 too small, which a multiplication puts right, also for subnormal numbers.
    V scaled = magnitude.shl(13).reinterpret(Lane.F32).mul(bits.code().number(Lane.F32, 0x1p112)).reinterpret(Lane.I32);
    V special = magnitude.shl(13).or(constant(b, 0x7f800000));
    V value = magnitude.lt(constant(b, INFINITY)).select(scaled, special);
    return value.or(b.and(constant(b, SIGN)).shl(16)).reinterpret(Lane.F32);
  }

  /** A number rounded to float16, as a float32; {@code value} is the number cast to float32. */
  static V round(V number, V value) {
    if (value.code().bitsOfHalf(value) != null) {
      return value;
    }
    return value.code().half(bits(number.lane() == Lane.F64 ? odd(number, value) : value));
  }

  /** The float16 bits of a float32. */
  static V store(V value) {
    V known = value.code().bitsOfHalf(value);
    return known != null ? known : bits(value);
  }

  /** The float32 next to a float64 that has the last bit set, unless the float64 is a float32: rounding it again rounds once. */
  private static V odd(V exact, V nearest) {
    V bits = nearest.reinterpret(Lane.I32);
    V beyond = exact.abs().lt(nearest.convert(Lane.F64).abs());
    V towardsZero = beyond.select(bits.sub(constant(bits, 1)), bits);
    V inexact = nearest.convert(Lane.F64).ne(exact).and(exact.eq(exact));
    return inexact.select(towardsZero.or(constant(bits, 1)), bits).reinterpret(Lane.F32);
  }

  private static V bits(V value) {
    V bits = value.reinterpret(Lane.I32);
    V magnitude = bits.and(constant(bits, 0x7fffffff));
    // Adding 0.5 rounds subnormal results to the unit of float16, 2^-24; its bits are subtracted again.
    V small = magnitude.reinterpret(Lane.F32).add(value.same(0.5)).reinterpret(Lane.I32).sub(constant(bits, 0x3f000000));
    V even = magnitude.ushr(13).and(constant(bits, 1));
    V normal = magnitude.add(constant(bits, 0xfff - (112 << 23))).add(even).shr(13);
    V finite = magnitude.lt(constant(bits, 0x38800000)).select(small, normal).min(constant(bits, INFINITY));
    // The payload of a NaN is kept as far as it fits; it must not become that of an infinity.
    V payload = magnitude.ushr(13).and(constant(bits, 0x3ff));
    V nan = payload.eq(constant(bits, 0)).select(constant(bits, INFINITY + 1), payload.or(constant(bits, INFINITY)));
    V result = constant(bits, 0x7f800000).lt(magnitude).select(nan, finite);
    return result.or(bits.ushr(16).and(constant(bits, SIGN))).convert(Lane.U16);
  }

  private static V constant(V like, int value) {
    return like.code().constant(Lane.I32, value);
  }
}
