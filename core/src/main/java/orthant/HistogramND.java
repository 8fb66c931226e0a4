package orthant;

/**
 * How many points are in each bin of a grid.
 *
 * @param counts {@code float64}, with an axis for each coordinate
 * @param edges for each coordinate the edges of its bins, one more than bins
 */
public record HistogramND(NDArray counts, NDArray... edges) {}
