package orthant;

/** Copies of the elements as Java arrays, as methods. Each has all elements in C order, whatever the strides. */
public interface Conversions {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * The elements as doubles.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default double[] toDoubleArray() {
    return (double[]) JavaArrays.write(self(), DType.float64);
  }

  /**
   * The elements as floats.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default float[] toFloatArray() {
    return (float[]) JavaArrays.write(self(), DType.float32);
  }

  /**
   * The elements as longs.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default long[] toLongArray() {
    return (long[]) JavaArrays.write(self(), DType.int64);
  }

  /**
   * The elements as ints.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default int[] toIntArray() {
    return (int[]) JavaArrays.write(self(), DType.int32);
  }

  /**
   * The elements as truth values.
   *
   * @return {@code size()} elements in C order, true where not zero
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default boolean[] toBooleanArray() {
    return (boolean[]) JavaArrays.write(self(), DType.bool);
  }
}
