package orthant;

/**
 * The distinct elements of an array, counted.
 *
 * @param values the distinct elements, in order
 * @param counts how often each of them occurs, as {@code int64}
 */
public record UniqueCounts(NDArray values, NDArray counts) {}
