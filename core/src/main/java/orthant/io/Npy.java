package orthant.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import orthant.DType;
import orthant.NDArray;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/**
 * Reads and writes arrays as {@code .npy} files, the format of NumPy's {@code save} and {@code load}, also through
 * streams and channels and as mapped memory.
 *
 * <p>Files are read with mistrust: nothing is allocated before the header is known to be sound and the file to hold as
 * many bytes as it claims; of a stream, whose end is not known, memory grows with what arrives. Source: NumPy
 * Enhancement Proposal 1 and {@code numpy.lib.format}.
 */
public final class Npy {
  private Npy() {}

  /**
   * Writes an array to a file, byte for byte as NumPy's {@code save} does. The file appears when all is written: if that
   * fails, an older file of this name stays as it was.
   *
   * @param file the file; {@code .npy} is not added to its name
   * @param array the array; one in Fortran order is written in that order, any other in C order
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, NDArray array) {
    try {
      FreshFile.write(file, channel -> put(channel, array));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(array.shape()) + " to " + file + ": " + e, e);
    }
  }

  /**
   * Writes an array to a stream, as {@link #save} does to a file.
   *
   * @param stream the stream; it stays open, so that more can follow
   * @param array the array
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(OutputStream stream, NDArray array) {
    write(Channels.newChannel(stream), array);
  }

  /**
   * Writes an array to a channel, as {@link #save} does to a file.
   *
   * @param channel the channel, in blocking mode; it stays open, so that more can follow
   * @param array the array
   * @throws UncheckedIOException if the channel cannot be written
   */
  public static void write(WritableByteChannel channel, NDArray array) {
    try {
      put(channel, array);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(array.shape()) + ": " + e, e);
    }
  }

  /** Header and elements. */
  static void put(WritableByteChannel channel, NDArray array) throws IOException {
    boolean fortran = !array.isContiguous() && array.T().isContiguous();
    var header = new NpyHeader(array.dtype(), ByteOrder.nativeOrder(), fortran, array.shape());
    Elements.writeAll(channel, ByteBuffer.wrap(header.bytes()));
    Elements.write(channel, fortran ? array.T() : array);
  }

  /**
   * Reads an array from a file of version 1, 2 or 3, in either byte order. Bytes after the array are ignored, as NumPy
   * does.
   *
   * @param file the file
   * @return a new array: in C order, or a transposed one if the file is in Fortran order
   * @throws NpyException if the content is not an array of one of the types of {@link DType}, or is cut short
   * @throws UncheckedIOException if the file cannot be read
   */
  public static NDArray load(Path file) {
    return reading(file.toString(), () -> {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return get(channel, Elements.held(channel), false);
      }
    });
  }

  /**
   * Reads an array from a stream, and not a byte more: a second one may follow.
   *
   * @param stream the stream; it stays open
   * @return a new array: in C order, or a transposed one if it was written in Fortran order
   * @throws NpyException if what comes is not an array of one of the types of {@link DType}, or is cut short
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static NDArray read(InputStream stream) {
    return read(StreamChannel.of(stream));
  }

  /**
   * Reads an array from a channel, and not a byte more: a second one may follow.
   *
   * @param channel the channel, in blocking mode; it stays open
   * @return a new array: in C order, or a transposed one if it was written in Fortran order
   * @throws NpyException if what comes is not an array of one of the types of {@link DType}, or is cut short
   * @throws UncheckedIOException if the channel cannot be read
   */
  public static NDArray read(ReadableByteChannel channel) {
    return reading("an array", () -> get(channel, Elements.held(channel), false));
  }

  /** What may fail while something is read. */
  @FunctionalInterface
  interface Reading<T> {
    /**
     * Reads.
     *
     * @return what was read
     * @throws IOException if that fails
     */
    T run() throws IOException;
  }

  /** Reads, and says in every exception what was to be read. */
  static <T> T reading(String what, Reading<T> reading) {
    try {
      return reading.run();
    } catch (NpyException | EOFException e) {
      throw new NpyException("cannot read " + what + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + what + ": " + e, e);
    }
  }

  /**
   * Reads header and elements.
   *
   * @param held how many bytes the channel has, or {@link Elements#UNKNOWN}
   * @param exact whether nothing may follow
   */
  static NDArray get(ReadableByteChannel channel, long held, boolean exact) throws IOException {
    var header = NpyHeader.read(channel, held);
    long bytes = header.byteSize();
    long left = held == Elements.UNKNOWN ? held : held - header.length();
    if (left != Elements.UNKNOWN && bytes > left) {
      throw header.tooShort(left);
    }
    if (exact && bytes < left) {
      throw new NpyException("the header claims " + bytes + " bytes, but " + left + " follow; there must be as many");
    }
    var array = Elements.read(channel, header.dtype(), header.order(), header.memoryShape(), left);
    return header.fortran() ? array.T() : array;
  }

  /**
   * Makes an array over a file of version 1, 2 or 3, without reading it: pages come from the file when they are used. The
   * mapping ends when no array refers to it any more.
   *
   * <p>If somebody cuts the file short, using what is gone is an {@code InternalError} that can be caught; but if several threads are computing with
   * it just then, the virtual machine may end.
   *
   * @param file the file
   * @param mode what writes do; all but {@link MapMode#READ_ONLY} need a file that may be written
   * @return an array: in C order, or a transposed one if the file is in Fortran order
   * @throws NpyException if the content is not an array of one of the types of {@link DType}, is cut short, or is not in
   *     native byte order
   * @throws UncheckedIOException if the file cannot be mapped
   */
  public static NDArray map(Path file, MapMode mode) {
    return reading(file.toString(), () -> {
      try (var channel = Mapping.open(file, mode)) {
        return Mapping.npy(channel, mode);
      }
    });
  }

  /**
   * Makes a file of zeros and maps it, to be filled. An older file is replaced.
   *
   * @param file the file
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return an array whose writes change the file
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   * @throws UncheckedIOException if the file cannot be made or mapped
   */
  public static NDArray create(Path file, DType dtype, long... shape) {
    long bytes = Layout.contiguous(dtype.size(), shape).size() * dtype.size();
    try {
      Mapping.create(file, new NpyHeader(dtype, ByteOrder.nativeOrder(), false, shape.clone()).bytes(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + file + " for an array of shape " + Shapes.text(shape) + ": " + e, e);
    }
    return map(file, MapMode.READ_WRITE);
  }
}
