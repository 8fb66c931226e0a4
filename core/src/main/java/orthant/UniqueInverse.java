package orthant;

/**
 * The distinct elements of an array, and where they are.
 *
 * @param values the distinct elements, in order
 * @param inverseIndices for each element of the array which of the distinct ones it is, as {@code int64} of the array's shape
 */
public record UniqueInverse(NDArray values, NDArray inverseIndices) {}
