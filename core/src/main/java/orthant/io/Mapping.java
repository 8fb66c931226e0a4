package orthant.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** Arrays over the bytes of a file. The mapping ends when no array refers to it any more. */
final class Mapping {
  private Mapping() {}

  static FileChannel open(Path file, MapMode mode) throws IOException {
    return mode == MapMode.READ_ONLY
        ? FileChannel.open(file, StandardOpenOption.READ)
        : FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Maps the array after a header. */
  static NDArray npy(FileChannel channel, MapMode mode) throws IOException {
    var header = NpyHeader.read(channel, channel.size());
    long left = channel.size() - header.length();
    if (header.byteSize() > left) {
      throw header.tooShort(left);
    }
    if (header.order() != ByteOrder.nativeOrder()) {
      throw new NpyException("its elements are " + header.order() + "; only native ones, here " + ByteOrder.nativeOrder()
          + ", can be mapped: load it");
    }
    var array = elements(channel, mode, header.dtype(), header.length(), header.memoryShape());
    return header.fortran() ? array.T() : array;
  }

  /** Maps elements that the file has. */
  static NDArray elements(FileChannel channel, MapMode mode, DType dtype, long offset, long[] shape) throws IOException {
    long bytes = Layout.contiguous(dtype.size(), shape).size() * dtype.size();
    long size = channel.size();
    if (offset < 0 || bytes > size - offset) {
      throw new NpyException("an array of shape " + Shapes.text(shape) + " of " + dtype + " is " + bytes + " bytes, but after offset " + offset
          + " there are " + Math.max(0, size - offset) + "; there must be at least as many");
    }
    if (offset % dtype.size() != 0) {
      throw new NpyException("its elements begin at byte " + offset + "; to be mapped they must begin at a multiple of "
          + dtype.size() + ", the size of " + dtype + ": load it");
    }
    // Nothing cannot be mapped.
    var segment = bytes == 0 ? Arena.ofAuto().allocate(0, dtype.size()) : channel.map(mode.channelMode, offset, bytes, Arena.ofAuto());
    return Nd.asarray(mode == MapMode.READ_ONLY ? segment.asReadOnly() : segment, dtype, shape);
  }

  /** Makes a file of zeros after some bytes, without holding it in memory. */
  static void create(Path file, byte[] before, long bytes) throws IOException {
    FreshFile.write(file, channel -> {
      Elements.writeAll(channel, ByteBuffer.wrap(before));
      if (bytes > 0) {
        long last = before.length + bytes - 1;
        channel.write(ByteBuffer.allocate(1), last);
      }
    });
  }

  static void flush(NDArray array) {
    if (array.size() > 0 && !Access.door().storage(array).force()) {
      throw new IllegalArgumentException("the array of shape " + Shapes.text(array.shape()) + " has no file; only mapped arrays can be flushed");
    }
  }
}
