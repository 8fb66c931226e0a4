package orthant;

/**
 * Numbers taken apart into mantissas and powers of two, as {@link Nd#frexp} returns them.
 *
 * @param mantissa 0.5 to 1 in magnitude; 0, infinities and NaN are themselves
 * @param exponent the powers of two, int32
 */
public record Frexp(NDArray mantissa, NDArray exponent) {}
