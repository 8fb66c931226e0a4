package orthant;

/**
 * How many elements are in each bin.
 *
 * @param counts {@code int64}; with weights their sums, of their type; as a density {@code float64}
 * @param edges the edges of the bins, one more than bins
 */
public record Histogram(NDArray counts, NDArray edges) {}
