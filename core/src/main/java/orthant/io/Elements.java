package orthant.io;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.memory.Raw;

/** Moves the elements of arrays through channels, and brings foreign bytes into the form that arrays have. */
final class Elements {
  /** What {@link #held} says of a channel whose end is not known. */
  static final long UNKNOWN = -1;

  /** Bytes that go through a channel at once. */
  static final int BLOCK = 1 << 22;

  /** So much is allocated because a header says so; more only when so much has arrived. */
  private static final long TRUST = 1L << 24;

  private Elements() {}

  /** The bytes of the numbers an element is made of: a complex number is two. */
  static int wordSize(DType dtype) {
    return NpyHeader.letter(dtype) == 'c' ? dtype.size() / 2 : dtype.size();
  }

  /** Writes in C order and native byte order; what is not contiguous is copied a part at a time. */
  static void write(WritableByteChannel channel, NDArray array) throws IOException {
    long bytes = array.size() * array.dtype().size();
    if (array.isContiguous() || bytes <= BLOCK) {
      var whole = array.isContiguous() ? array : array.copy();
      var door = Access.door();
      var storage = door.storage(whole);
      storage.acquire();
      try {
        for (long at = 0; at < bytes; at += BLOCK) {
          writeAll(channel, Raw.ALL.asSlice(door.address(whole) + at, Math.min(BLOCK, bytes - at)).asByteBuffer());
        }
      } finally {
        storage.release();
        Reference.reachabilityFence(whole);
      }
      return;
    }
    long rows = Math.max(1, BLOCK / (bytes / array.shape(0)));
    for (long i = 0; i < array.shape(0); i += rows) {
      write(channel, array.get(rows == 1 ? Index.at(i) : Index.slice(i, i + rows)));
    }
  }

  static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** How many bytes a channel still has, or {@link #UNKNOWN}: pipes and devices call themselves empty or refuse to say. */
  static long held(ReadableByteChannel channel) {
    try {
      return channel instanceof SeekableByteChannel file && file.size() > 0 ? Math.max(0, file.size() - file.position()) : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /**
   * Reads elements into a new array in C order.
   *
   * @param channel gives the bytes; exactly as many as are needed are taken from it
   * @param shape sizes whose product in bytes fits a long
   * @param held how many bytes follow at least, or {@link #UNKNOWN}: then memory grows with what arrives
   * @throws EOFException if the channel ends before
   */
  static NDArray read(ReadableByteChannel channel, DType dtype, ByteOrder order, long[] shape, long held) throws IOException {
    long size = 1;
    for (long n : shape) {
      size *= n;
    }
    long bytes = size * dtype.size();
    if (held >= bytes || bytes <= TRUST) {
      var array = Nd.empty(dtype, shape);
      fill(channel, array, 0, order);
      return array;
    }
    var array = Nd.empty(dtype, TRUST / dtype.size());
    fill(channel, array, 0, order);
    while (array.size() < size) {
      long before = array.size();
      var longer = Nd.empty(dtype, Math.min(size, 2 * before));
      longer.get(Index.slice(0, before)).assign(array);
      fill(channel, longer, before, order);
      array = longer;
    }
    return array.reshape(shape);
  }

  /** Reads the elements of a contiguous array from one on. */
  static void fill(ReadableByteChannel channel, NDArray array, long from, ByteOrder order) throws IOException {
    var door = Access.door();
    var storage = door.storage(array);
    long bytes = array.size() * array.dtype().size();
    storage.acquire();
    try {
      for (long at = from * array.dtype().size(); at < bytes; at += BLOCK) {
        var block = Raw.ALL.asSlice(door.address(array) + at, Math.min(BLOCK, bytes - at));
        readAll(channel, block.asByteBuffer());
        settle(block, array.dtype(), order);
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
  }

  static void readAll(ReadableByteChannel channel, ByteBuffer bytes) throws IOException {
    int wanted = bytes.remaining();
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("it ends after " + bytes.position() + " of " + wanted + " bytes that must follow");
      }
    }
  }

  /** Brings foreign bytes into the form that arrays have: native order, and 0 or 1 for truth values. */
  static void settle(MemorySegment block, DType dtype, ByteOrder order) {
    if (dtype.isBool()) {
      for (long at = block.address(); at < block.address() + block.byteSize(); at++) {
        if (Raw.getByte(at) != 0) {
          Raw.setByte(at, (byte) 1);
        }
      }
    } else if (order != ByteOrder.nativeOrder()) {
      swap(block.asByteBuffer().order(ByteOrder.nativeOrder()), wordSize(dtype));
    }
  }

  private static void swap(ByteBuffer bytes, int word) {
    int end = bytes.capacity();
    switch (word) {
      case 2 -> {
        for (int i = 0; i < end; i += 2) {
          bytes.putShort(i, Short.reverseBytes(bytes.getShort(i)));
        }
      }
      case 4 -> {
        for (int i = 0; i < end; i += 4) {
          bytes.putInt(i, Integer.reverseBytes(bytes.getInt(i)));
        }
      }
      case 8 -> {
        for (int i = 0; i < end; i += 8) {
          bytes.putLong(i, Long.reverseBytes(bytes.getLong(i)));
        }
      }
      default -> { }
    }
  }
}
