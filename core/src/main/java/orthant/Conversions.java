package orthant;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orthant.io.Binary;
import orthant.io.Dlpack;

/** Copies of the elements as Java arrays, streams and raw files, as methods. Each has all elements in C order, whatever the strides. */
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
   * The elements as shorts.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default short[] toShortArray() {
    return (short[]) JavaArrays.write(self(), DType.int16);
  }

  /**
   * The elements as bytes.
   *
   * @return {@code size()} elements in C order, cast as {@link NDArray#astype} does
   * @throws IllegalArgumentException if there are more than a Java array holds
   */
  default byte[] toByteArray() {
    return (byte[]) JavaArrays.write(self(), DType.int8);
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

  /**
   * The elements as a Java array of arrays: {@code double[][] rows = a.toArray(double[][].class)}.
   *
   * @param <T> the type of the result
   * @param type an array type with as many dimensions as this has axes, of double, float, long, int, short, byte or boolean
   * @return a new Java array, elements cast as {@link NDArray#astype} does; below an axis of size 0 there is nothing
   * @throws IllegalArgumentException if the type has another number of dimensions or other elements, or there are more elements
   *     than one Java array holds
   */
  default <T> T toArray(Class<T> type) {
    return type.cast(NestedArrays.write(self(), type));
  }

  /**
   * The bytes of the elements.
   *
   * @return {@code size()} elements in C order and native byte order
   * @throws IllegalArgumentException if there are more bytes than a Java array holds
   */
  default byte[] tobytes() {
    return NestedArrays.bytes(self());
  }

  /**
   * Writes the elements to a file in C order and native byte order and nothing else; {@link Nd#fromfile} reads them.
   *
   * @param file the file; an older one is replaced when all is written
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  default void tofile(Path file) {
    Binary.save(file, self());
  }

  /**
   * The elements as a stream.
   *
   * @return the elements in C order, cast as {@link NDArray#astype} does, read as the stream comes to them
   */
  default DoubleStream doubleStream() {
    return NestedArrays.blocks(self()).flatMapToDouble(block -> Arrays.stream(block.toDoubleArray()));
  }

  /**
   * The elements as a stream.
   *
   * @return the elements in C order, cast as {@link NDArray#astype} does, read as the stream comes to them
   */
  default LongStream longStream() {
    return NestedArrays.blocks(self()).flatMapToLong(block -> Arrays.stream(block.toLongArray()));
  }

  /**
   * The elements as a stream.
   *
   * @return the elements in C order, cast as {@link NDArray#astype} does, read as the stream comes to them
   */
  default IntStream intStream() {
    return NestedArrays.blocks(self()).flatMapToInt(block -> Arrays.stream(block.toIntArray()));
  }

  /**
   * Hands the array to native code in this process without copying, see {@link Dlpack#give}.
   *
   * @return the address of a {@code DLManagedTensor}; the memory is kept until its deleter is called
   * @throws IllegalArgumentException if this is read-only or over a mapped file
   */
  default long toDlpack() {
    return Dlpack.give(self());
  }

  /**
   * Hands the array, read-only or not, to native code in this process without copying, see {@link Dlpack#giveVersioned}.
   *
   * @return the address of a {@code DLManagedTensorVersioned}, the structure of DLPack 1; the memory is kept until its deleter is called
   * @throws IllegalArgumentException if this is over a mapped file
   */
  default long toDlpackVersioned() {
    return Dlpack.giveVersioned(self());
  }
}
