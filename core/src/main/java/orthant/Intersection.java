package orthant;

/**
 * The elements that two arrays have in common.
 *
 * @param values the distinct elements, in order
 * @param indices1 where each of them occurs first in the first array, as {@code int64}
 * @param indices2 where each of them occurs first in the second array, as {@code int64}
 */
public record Intersection(NDArray values, NDArray indices1, NDArray indices2) {}
