package orthant;

import java.util.Arrays;

/**
 * With what {@link Nd#pad(NDArray, long, Pad)} fills the new places around an array: NumPy's {@code mode} and the options that
 * belong to it.
 *
 * <pre>{@code
 * Nd.pad(a, 2, Pad.reflect());
 * Nd.pad(a, new long[][] {{1, 0}, {2, 2}}, Pad.mean().length(3));
 * }</pre>
 */
public final class Pad {
  /** The ways of filling. */
  enum Mode {
    CONSTANT,
    EDGE,
    LINEAR_RAMP,
    MAXIMUM,
    MEAN,
    MEDIAN,
    MINIMUM,
    REFLECT,
    SYMMETRIC,
    WRAP,
    EMPTY,
    FILLER
  }

  /** Fills the ends of one line of the padded array. */
  @FunctionalInterface
  public interface Filler {
    /**
     * Writes the new elements of a line; they are zero before. The axes come one after the other, so that later ones find what
     * was written along the earlier ones.
     *
     * @param line a view of all elements along an axis
     * @param before how many new ones are at its beginning
     * @param after how many are at its end
     * @param axis which axis it is
     */
    void fill(NDArray line, long before, long after, int axis);
  }

  final Mode mode;
  final NDArray values;
  final long[][] lengths;
  final boolean isOdd;
  final Filler filler;

  private Pad(Mode mode, NDArray values, long[][] lengths, boolean isOdd, Filler filler) {
    this.mode = mode;
    this.values = values;
    this.lengths = lengths;
    this.isOdd = isOdd;
    this.filler = filler;
  }

  private static Pad of(Mode mode) {
    return new Pad(mode, null, null, false, null);
  }

  /**
   * One number everywhere.
   *
   * @param value the number, cast to the type of the array
   * @return the way of filling
   */
  public static Pad constant(double value) {
    return constant(Nd.scalar(DType.float64, value));
  }

  /**
   * One integer everywhere.
   *
   * @param value the integer, cast to the type of the array
   * @return the way of filling
   */
  public static Pad constant(long value) {
    return constant(Nd.scalar(DType.int64, value));
  }

  /**
   * A number for each side.
   *
   * @param values one for all, two for before and after, or of a shape that broadcasts to {@code (axes, 2)}; cast to the type
   *     of the array
   * @return the way of filling
   */
  public static Pad constant(NDArray values) {
    return new Pad(Mode.CONSTANT, values, null, false, null);
  }

  /**
   * The nearest element of the array.
   *
   * @return the way of filling
   */
  public static Pad edge() {
    return of(Mode.EDGE);
  }

  /**
   * Evenly from the edge to a number at the outside.
   *
   * @param end the outermost number
   * @return the way of filling
   */
  public static Pad linearRamp(double end) {
    return linearRamp(Nd.scalar(DType.float64, end));
  }

  /**
   * Evenly from the edge to a number at the outside.
   *
   * @param ends one for all, two for before and after, or of a shape that broadcasts to {@code (axes, 2)}
   * @return the way of filling
   */
  public static Pad linearRamp(NDArray ends) {
    return new Pad(Mode.LINEAR_RAMP, ends, null, false, null);
  }

  /**
   * The largest element of each line.
   *
   * @return the way of filling
   */
  public static Pad maximum() {
    return of(Mode.MAXIMUM);
  }

  /**
   * The mean of each line; rounded to even for integers.
   *
   * @return the way of filling
   */
  public static Pad mean() {
    return of(Mode.MEAN);
  }

  /**
   * The median of each line, of real numbers; rounded to even for integers.
   *
   * @return the way of filling
   */
  public static Pad median() {
    return of(Mode.MEDIAN);
  }

  /**
   * The smallest element of each line.
   *
   * @return the way of filling
   */
  public static Pad minimum() {
    return of(Mode.MINIMUM);
  }

  /**
   * As in a mirror on the edge element: {@code 3 2 | 1 2 3 | 2 1}.
   *
   * @return the way of filling
   */
  public static Pad reflect() {
    return of(Mode.REFLECT);
  }

  /**
   * As in a mirror beyond the edge element: {@code 2 1 | 1 2 3 | 3 2}.
   *
   * @return the way of filling
   */
  public static Pad symmetric() {
    return of(Mode.SYMMETRIC);
  }

  /**
   * As if the array was a ring: {@code 2 3 | 1 2 3 | 1 2}.
   *
   * @return the way of filling
   */
  public static Pad wrap() {
    return of(Mode.WRAP);
  }

  /**
   * Nothing: the new places are not set.
   *
   * @return the way of filling
   */
  public static Pad empty() {
    return of(Mode.EMPTY);
  }

  /**
   * What a function writes.
   *
   * @param filler is called for each line of each axis
   * @return the way of filling
   */
  public static Pad with(Filler filler) {
    return new Pad(Mode.FILLER, null, null, false, filler);
  }

  /**
   * Takes the statistics of the outermost elements only.
   *
   * @param n how many of each side
   * @return the same way of filling with that option
   * @throws IllegalArgumentException if this is not maximum, mean, median or minimum, or the number is negative
   */
  public Pad length(long n) {
    return lengths(new long[][] {{n, n}});
  }

  /**
   * Takes the statistics of the outermost elements only.
   *
   * @param lengths how many at the beginning and at the end, for each axis or one row for all
   * @return the same way of filling with that option
   * @throws IllegalArgumentException if this is not maximum, mean, median or minimum, a row has not two numbers, or one is
   *     negative
   */
  public Pad lengths(long[][] lengths) {
    if (mode != Mode.MAXIMUM && mode != Mode.MEAN && mode != Mode.MEDIAN && mode != Mode.MINIMUM) {
      throw new IllegalArgumentException(this + " takes no statistics; only maximum, mean, median and minimum have a length");
    }
    Padding.checkPairs("lengths", lengths);
    return new Pad(mode, null, Arrays.stream(lengths).map(long[]::clone).toArray(long[][]::new), false, null);
  }

  /**
   * Mirrors the differences to the edge instead of the values: {@code -1 0 | 1 2 3 | 4 5}.
   *
   * @return the same way of filling with that option
   * @throws IllegalArgumentException if this is not reflect or symmetric
   */
  public Pad odd() {
    if (mode != Mode.REFLECT && mode != Mode.SYMMETRIC) {
      throw new IllegalArgumentException(this + " mirrors nothing; only reflect and symmetric can be odd");
    }
    return new Pad(mode, null, null, true, null);
  }

  /** The name of the mode, as NumPy's. */
  @Override
  public String toString() {
    return "Pad " + mode.name().toLowerCase(java.util.Locale.ROOT) + (isOdd ? ", odd" : "")
        + (lengths == null ? "" : ", lengths " + Arrays.deepToString(lengths));
  }
}
