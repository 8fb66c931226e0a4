package orthant.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Shapes;

/**
 * Reads and writes arrays as {@code .npy} files, the format of NumPy's {@code save} and {@code load}.
 *
 * <p>Files are read with mistrust: nothing is allocated before the header is known to be sound and the file to hold as
 * many bytes as it claims. Source: NumPy Enhancement Proposal 1 and {@code numpy.lib.format}.
 */
public final class Npy {
  /** Bytes that go through the channel at once. */
  private static final int BLOCK = 1 << 22;

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
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        // A pipe or a device cannot be replaced; a directory fails here.
        write(target, array, StandardOpenOption.WRITE);
        return;
      }
      long random = ThreadLocalRandom.current().nextLong() >>> 1;
      Path fresh = target.resolveSibling("." + target.getFileName() + "." + Long.toString(random, 36) + ".tmp");
      try {
        write(fresh, array, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        replace(fresh, target);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(array.shape()) + " to " + file + ": " + e, e);
    }
  }

  private static void replace(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void write(Path file, NDArray array, StandardOpenOption... options) throws IOException {
    boolean fortran = !array.isContiguous() && array.T().isContiguous();
    var header = new NpyHeader(array.dtype(), ByteOrder.nativeOrder(), fortran, array.shape());
    try (var channel = FileChannel.open(file, options)) {
      writeAll(channel, ByteBuffer.wrap(header.bytes()));
      writeElements(channel, fortran ? array.T() : array);
    }
  }

  /** Writes in C order; what is not contiguous is copied a part at a time. */
  private static void writeElements(FileChannel channel, NDArray array) throws IOException {
    long bytes = array.size() * array.dtype().size();
    if (array.isContiguous() || bytes <= BLOCK) {
      var whole = array.isContiguous() ? array : array.copy();
      var storage = Access.door().storage(whole);
      storage.acquire();
      try {
        var segment = whole.segment();
        for (long at = 0; at < bytes; at += BLOCK) {
          writeAll(channel, segment.asSlice(at, Math.min(BLOCK, bytes - at)).asByteBuffer());
        }
      } finally {
        storage.release();
        Reference.reachabilityFence(whole);
      }
      return;
    }
    long rows = Math.max(1, BLOCK / (bytes / array.shape(0)));
    for (long i = 0; i < array.shape(0); i += rows) {
      writeElements(channel, array.get(rows == 1 ? Index.at(i) : Index.slice(i, i + rows)));
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Reads an array from a file of version 1, 2 or 3, in either byte order. Bytes after the array are ignored, as NumPy
   * does.
   *
   * @param file the file
   * @return a new array: in C order, or a transposed one if the file is in Fortran order
   * @throws NpyException if the content is not an array of one of the types of {@link orthant.DType}, or is cut short
   * @throws UncheckedIOException if the file cannot be read
   */
  public static NDArray load(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel);
    } catch (NpyException e) {
      throw new NpyException("cannot read " + file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  private static NDArray read(FileChannel channel) throws IOException {
    var header = header(channel);
    long bytes = header.byteSize();
    long held = channel.size() - channel.position();
    if (bytes > held) {
      throw new NpyException("the header claims shape " + Shapes.text(header.shape()) + " of " + header.dtype() + ", which is " + bytes
          + " bytes, but " + held + " follow; there must be at least as many");
    }
    long[] shape = header.shape().clone();
    if (header.fortran()) {
      for (int i = 0; i < shape.length; i++) {
        shape[i] = header.shape()[shape.length - 1 - i];
      }
    }
    var array = Nd.empty(header.dtype(), shape);
    var storage = Access.door().storage(array);
    storage.acquire();
    try {
      var segment = array.segment();
      for (long at = 0; at < bytes; at += BLOCK) {
        var block = segment.asSlice(at, Math.min(BLOCK, bytes - at));
        readAll(channel, block.asByteBuffer());
        settle(block, header);
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
    return header.fortran() ? array.T() : array;
  }

  private static NpyHeader header(FileChannel channel) throws IOException {
    var start = ByteBuffer.allocate(NpyHeader.MAGIC.length + 2);
    readAll(channel, start);
    byte[] magic = Arrays.copyOf(start.array(), NpyHeader.MAGIC.length);
    if (!Arrays.equals(magic, NpyHeader.MAGIC)) {
      throw new NpyException("it begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(magic) + "; an .npy file begins with "
          + HexFormat.ofDelimiter(" ").formatHex(NpyHeader.MAGIC));
    }
    int version = start.get(NpyHeader.MAGIC.length);
    int minor = start.get(NpyHeader.MAGIC.length + 1);
    if (version < 1 || version > 3 || minor != 0) {
      throw new NpyException("it has version " + (version & 255) + "." + (minor & 255) + "; it must be 1.0, 2.0 or 3.0");
    }
    var size = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    readAll(channel, size);
    long length = version == 1 ? size.getShort(0) & 0xffff : size.getInt(0) & 0xffffffffL;
    long held = channel.size() - channel.position();
    if (length > NpyHeader.LONGEST || length > held) {
      throw new NpyException("the header claims to have " + length + " bytes, but " + held
          + " follow; there must be at least as many, and at most " + NpyHeader.LONGEST);
    }
    var text = ByteBuffer.allocate((int) length);
    readAll(channel, text);
    return NpyHeader.parse(new String(text.array(), version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  private static void readAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    int wanted = bytes.remaining();
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new NpyException("it ends after " + bytes.position() + " of " + wanted + " bytes that must follow");
      }
    }
  }

  /** Brings foreign bytes into the form that arrays have: native order, and 0 or 1 for truth values. */
  private static void settle(MemorySegment block, NpyHeader header) {
    var bytes = block.asByteBuffer().order(ByteOrder.nativeOrder());
    if (header.dtype().isBool()) {
      for (int i = 0; i < bytes.capacity(); i++) {
        bytes.put(i, (byte) (bytes.get(i) != 0 ? 1 : 0));
      }
    } else if (header.order() != ByteOrder.nativeOrder()) {
      if (header.dtype().size() == 4) {
        for (int i = 0; i < bytes.capacity(); i += 4) {
          bytes.putInt(i, Integer.reverseBytes(bytes.getInt(i)));
        }
      } else {
        for (int i = 0; i < bytes.capacity(); i += 8) {
          bytes.putLong(i, Long.reverseBytes(bytes.getLong(i)));
        }
      }
    }
  }
}
