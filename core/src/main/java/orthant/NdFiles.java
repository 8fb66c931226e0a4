package orthant;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orthant.io.Binary;
import orthant.io.Dlpack;
import orthant.io.MapMode;
import orthant.io.Npy;
import orthant.io.Npz;

/** The functions of {@link Nd} that read and write arrays as files, and share memory with neighbours. */
abstract class NdFiles extends NdText {
  NdFiles() {}

  /**
   * Reads an array from an {@code .npy} file; see {@link Npy#load}.
   *
   * @param file the file
   * @return a new array
   * @throws orthant.io.NpyException if the content is not an array that can be read
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray load(Path file) {
    return Npy.load(file);
  }

  /**
   * Writes an array to an {@code .npy} file; see {@link Npy#save}.
   *
   * @param file the file; an older one is replaced when all is written
   * @param a the array
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, NDArray a) {
    Npy.save(file, a);
  }

  /**
   * Writes arrays to an archive under the names {@code arr_0}, {@code arr_1}, ...; {@link orthant.io.Npz} reads it.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savez(Path file, NDArray... arrays) {
    Npz.save(file, numbered(arrays));
  }

  /**
   * Writes arrays to an archive; {@link orthant.io.Npz} reads it.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays by their names
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savez(Path file, Map<String, NDArray> arrays) {
    Npz.save(file, arrays);
  }

  /**
   * Writes arrays to a packed archive under the names {@code arr_0}, {@code arr_1}, ...
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savezCompressed(Path file, NDArray... arrays) {
    Npz.saveCompressed(file, numbered(arrays));
  }

  /**
   * Writes arrays to a packed archive.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays by their names
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savezCompressed(Path file, Map<String, NDArray> arrays) {
    Npz.saveCompressed(file, arrays);
  }

  private static Map<String, NDArray> numbered(NDArray[] arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    for (var array : arrays) {
      named.put("arr_" + named.size(), array);
    }
    return named;
  }

  /**
   * Reads all elements of a file that has nothing else, in native byte order.
   *
   * @param file the file
   * @param dtype the element type
   * @return a new array with one axis; the rest of an element at the end is ignored
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray fromfile(Path file, DType dtype) {
    return fromfile(file, dtype, -1, 0);
  }

  /**
   * Reads elements from a file, in native byte order.
   *
   * @param file the file
   * @param dtype the element type
   * @param count how many; negative for as many as there are
   * @param offset how many bytes to skip
   * @return a new array with one axis
   * @throws orthant.io.NpyException if there are fewer elements, or the offset is behind the end
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray fromfile(Path file, DType dtype, long count, long offset) {
    return Binary.load(file, dtype, count, offset, ByteOrder.nativeOrder());
  }

  /**
   * Elements from the bytes of a buffer, see {@link Binary#of(ByteBuffer, DType, long, long)}: from its position to its limit,
   * in its byte order, which for Java's buffers is big-endian until it is set.
   *
   * @param buffer the bytes; shared if they lie outside of the Java heap, in native order and aligned, else copied
   * @param dtype the element type
   * @return an array with one axis
   * @throws IllegalArgumentException if the bytes are not a multiple of the type's size
   */
  public static NDArray frombuffer(ByteBuffer buffer, DType dtype) {
    return Binary.of(buffer, dtype, -1, 0);
  }

  /**
   * Elements from the bytes of a buffer, see {@link Binary#of(ByteBuffer, DType, long, long)}.
   *
   * @param buffer the bytes; shared if they lie outside of the Java heap, in native order and aligned, else copied
   * @param dtype the element type
   * @param count how many; negative for as many as there are
   * @param offset how many bytes after the position to skip
   * @return an array with one axis
   * @throws IllegalArgumentException if there are fewer elements, or the offset is negative or behind the end
   */
  public static NDArray frombuffer(ByteBuffer buffer, DType dtype, long count, long offset) {
    return Binary.of(buffer, dtype, count, offset);
  }

  /**
   * Elements from the bytes of a segment, in native order.
   *
   * @param segment the bytes; shared if they are native and aligned, else copied
   * @param dtype the element type
   * @param count how many; negative for as many as there are
   * @param offset how many bytes to skip
   * @return an array with one axis
   * @throws IllegalArgumentException if there are fewer elements, or the offset is negative or behind the end
   */
  public static NDArray frombuffer(MemorySegment segment, DType dtype, long count, long offset) {
    return Binary.of(segment, dtype, count, offset);
  }

  /**
   * A copy of elements from bytes in native order.
   *
   * @param bytes the bytes
   * @param dtype the element type
   * @return a new array with one axis
   * @throws IllegalArgumentException if the bytes are not a multiple of the type's size
   */
  public static NDArray frombuffer(byte[] bytes, DType dtype) {
    return Binary.of(MemorySegment.ofArray(bytes), dtype, -1, 0);
  }

  /**
   * The elements of a buffer, see {@link Binary#of(Buffer)}.
   *
   * @param buffer a {@code DoubleBuffer}, {@code IntBuffer} and the like, bytes become {@code int8}; shared if its elements lie
   *     outside of the Java heap and in native order, else copied
   * @return an array with one axis
   */
  public static NDArray asarray(Buffer buffer) {
    return Binary.of(buffer);
  }

  /**
   * Makes an array over the elements in a file without reading it; {@link Npy#map} does so for {@code .npy} files.
   *
   * @param file the file, nothing but elements in native byte order from the offset on
   * @param mode what writes do
   * @param dtype the element type
   * @param offset where the elements begin, a multiple of the type's size
   * @param shape the sizes of the axes
   * @return an array in C order
   * @throws orthant.io.NpyException if the file is too short, or the offset is negative or not a multiple
   * @throws java.io.UncheckedIOException if the file cannot be mapped
   */
  public static NDArray memmap(Path file, MapMode mode, DType dtype, long offset, long... shape) {
    return Binary.map(file, mode, dtype, offset, shape);
  }

  /**
   * Writes what was changed in a mapped array to its file.
   *
   * @param a an array over a mapped file, or a view of one
   * @throws IllegalArgumentException if it is not mapped
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void flush(NDArray a) {
    Binary.flush(a);
  }

  /**
   * The numbers of a stream.
   *
   * @param values the numbers; the stream is used up
   * @return a new {@code float64} array with one axis
   */
  public static NDArray array(DoubleStream values) {
    return NdCreation.array(values.toArray());
  }

  /**
   * The numbers of a stream.
   *
   * @param values the numbers; the stream is used up
   * @return a new {@code int64} array with one axis
   */
  public static NDArray array(LongStream values) {
    return NdCreation.array(values.toArray());
  }

  /**
   * The numbers of a stream.
   *
   * @param values the numbers; the stream is used up
   * @return a new {@code int32} array with one axis
   */
  public static NDArray array(IntStream values) {
    return NdCreation.array(values.toArray());
  }

  /**
   * Takes an array from native code in this process without copying, see {@link Dlpack#take(long)}.
   *
   * @param tensor the address of a {@code DLManagedTensor}, which belongs to the result from now on
   * @return an array over the tensor's elements
   * @throws IllegalArgumentException if the tensor is null, not in memory of the CPU, not aligned, or of a type that arrays do not have
   */
  public static NDArray fromDlpack(long tensor) {
    return Dlpack.take(tensor);
  }

  /**
   * Takes an array from native code in this process without copying, see {@link Dlpack#takeVersioned(long)}.
   *
   * @param tensor the address of a {@code DLManagedTensorVersioned}, the structure of DLPack 1, which belongs to the result from now on
   * @return an array over the tensor's elements, read-only if the tensor says so
   * @throws IllegalArgumentException if the tensor is null, of another version than 1.x, not in memory of the CPU, not aligned, or of a
   *     type that arrays do not have
   */
  public static NDArray fromDlpackVersioned(long tensor) {
    return Dlpack.takeVersioned(tensor);
  }
}
