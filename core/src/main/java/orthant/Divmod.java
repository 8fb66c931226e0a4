package orthant;

/**
 * Whole quotients and remainders, as {@link Nd#divmod} returns them.
 *
 * @param quotient the largest whole numbers not above the quotients
 * @param remainder what is left, with the sign of the divisor
 */
public record Divmod(NDArray quotient, NDArray remainder) {}
