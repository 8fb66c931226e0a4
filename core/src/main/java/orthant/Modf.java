package orthant;

/**
 * Numbers taken apart at the point, as {@link Nd#modf} returns them.
 *
 * @param fractional the digits after the point, with the sign of the number
 * @param integral the whole numbers towards zero
 */
public record Modf(NDArray fractional, NDArray integral) {}
