package orthant.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import orthant.DType;
import orthant.NDArray;
import orthant.layout.Shapes;

/**
 * Elements without a header: raw files, mapped raw files, and bytes that are in memory already. What they are must be
 * known from elsewhere; {@link Npy} is the better format.
 */
public final class Binary {
  private Binary() {}

  /**
   * Reads elements from a file.
   *
   * @param file the file; with a negative count one whose size is known
   * @param dtype the element type
   * @param count how many; negative for as many as there are, the rest of an element ignored
   * @param offset how many bytes to skip
   * @param order the byte order of the file
   * @return a new array with one axis
   * @throws NpyException if there are fewer elements, or the offset is behind the end
   * @throws UncheckedIOException if the file cannot be read
   */
  public static NDArray load(Path file, DType dtype, long count, long offset, ByteOrder order) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + " of " + file + " is negative; it must be 0 or more");
    }
    return Npy.reading(file.toString(), () -> {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long left = channel.size() - offset;
        long n = count < 0 ? Math.max(0, left) / dtype.size() : count;
        if (left < 0 || n > left / dtype.size()) {
          throw new NpyException(n + " elements of " + dtype + " are wanted after offset " + offset + ", but there are " + left
              + " bytes, each element has " + dtype.size());
        }
        channel.position(offset);
        return Elements.read(channel, dtype, order, new long[] {n}, left);
      }
    });
  }

  /**
   * Writes the elements of an array to a file, in C order and native byte order and nothing else. The file appears when all
   * is written.
   *
   * @param file the file
   * @param array the array
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, NDArray array) {
    try {
      FreshFile.write(file, channel -> Elements.write(channel, array));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(array.shape()) + " to " + file + ": " + e, e);
    }
  }

  /**
   * Makes an array over the elements in a file, without reading it: pages come from the file when they are used.
   *
   * @param file the file
   * @param mode what writes do; all but {@link MapMode#READ_ONLY} need a file that may be written
   * @param dtype the element type
   * @param offset where the elements begin, a multiple of the type's size
   * @param shape the sizes of the axes
   * @return an array in C order
   * @throws NpyException if the file is too short, or the offset is negative or not a multiple
   * @throws UncheckedIOException if the file cannot be mapped
   */
  public static NDArray map(Path file, MapMode mode, DType dtype, long offset, long... shape) {
    return Npy.reading(file.toString(), () -> {
      try (var channel = Mapping.open(file, mode)) {
        return Mapping.elements(channel, mode, dtype, offset, shape);
      }
    });
  }

  /**
   * Writes what was changed in a mapped array to its file, all of the mapping.
   *
   * @param array an array over a mapped file, or a view of one
   * @throws IllegalArgumentException if it is not mapped
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void flush(NDArray array) {
    Mapping.flush(array);
  }

  /**
   * Elements from the bytes of a buffer between its position and its limit; these do not change. Memory outside of the Java
   * heap is shared if it is aligned and in native order, anything else is copied.
   *
   * @param buffer the bytes; its {@link ByteBuffer#order()} is that of the elements, and is big-endian until it is set
   * @param dtype the element type
   * @param count how many; negative for as many as there are
   * @param offset how many bytes after the position to skip
   * @return an array with one axis; read-only if it shares a read-only buffer
   * @throws IllegalArgumentException if there are fewer elements, or the offset is negative or behind the end
   */
  public static NDArray of(ByteBuffer buffer, DType dtype, long count, long offset) {
    return BufferArrays.read(buffer, dtype, count, offset);
  }

  /**
   * The elements of a buffer between its position and its limit; these do not change. Memory outside of the Java heap is shared
   * if it is in native order, anything else is copied.
   *
   * @param buffer the elements: those of a {@code DoubleBuffer} are {@code float64} and so on, bytes {@code int8}, and characters
   *     {@code uint16}
   * @return an array with one axis; read-only if it shares a read-only buffer
   */
  public static NDArray of(Buffer buffer) {
    return BufferArrays.read(buffer);
  }

  /**
   * Elements from the bytes of a segment. Native memory is shared if it is aligned, anything else is copied.
   *
   * @param segment the bytes, in native order
   * @param dtype the element type
   * @param count how many; negative for as many as there are
   * @param offset how many bytes to skip
   * @return an array with one axis; read-only if it shares a read-only segment
   * @throws IllegalArgumentException if there are fewer elements, or the offset is negative or behind the end
   * @throws IllegalStateException if the segment's arena is closed, or belongs to another thread
   */
  public static NDArray of(MemorySegment segment, DType dtype, long count, long offset) {
    return BufferArrays.read(segment, dtype, ByteOrder.nativeOrder(), count, offset);
  }
}
