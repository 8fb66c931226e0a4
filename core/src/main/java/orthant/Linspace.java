package orthant;

/**
 * Evenly spaced numbers and their distance, as {@link Nd#linspaceWithStep(double, double, long, boolean)} returns them; NumPy's {@code retstep}.
 *
 * @param values the numbers, in their type
 * @param step the distance of neighbours before it is rounded to that type, a floating-point or complex array of the shape of the ends; NaN if
 *     there are no neighbours
 */
public record Linspace(NDArray values, NDArray step) {}
