package orthant;

/**
 * The distinct elements of an array.
 *
 * @param values the distinct elements, in order
 * @param indices where each of them occurs first, as {@code int64}
 * @param inverseIndices for each element of the array which of the distinct ones it is, as {@code int64} of the array's shape
 * @param counts how often each of them occurs, as {@code int64}
 */
public record UniqueAll(NDArray values, NDArray indices, NDArray inverseIndices, NDArray counts) {}
