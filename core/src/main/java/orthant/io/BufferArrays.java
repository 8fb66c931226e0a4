package orthant.io;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.memory.Raw;

/** Arrays from buffers and segments: shared where memory allows it, else copied. */
final class BufferArrays {
  private BufferArrays() {}

  static NDArray read(Buffer buffer) {
    var all = MemorySegment.ofBuffer(buffer);
    return switch (buffer) {
      case DoubleBuffer b -> read(all, DType.float64, b.order(), -1, 0);
      case FloatBuffer b -> read(all, DType.float32, b.order(), -1, 0);
      case LongBuffer b -> read(all, DType.int64, b.order(), -1, 0);
      case IntBuffer b -> read(all, DType.int32, b.order(), -1, 0);
      case ShortBuffer b -> read(all, DType.int16, b.order(), -1, 0);
      case CharBuffer b -> read(all, DType.uint16, b.order(), -1, 0);
      case ByteBuffer b -> read(all, DType.int8, b.order(), -1, 0);
    };
  }

  static NDArray read(ByteBuffer buffer, DType dtype, long count, long offset) {
    return read(MemorySegment.ofBuffer(buffer), dtype, buffer.order(), count, offset);
  }

  static NDArray read(MemorySegment all, DType dtype, ByteOrder order, long count, long offset) {
    int item = dtype.size();
    long left = all.byteSize() - offset;
    long n = count < 0 ? Math.max(0, left) / item : count;
    if (offset < 0 || left < 0 || n > left / item) {
      throw new IllegalArgumentException(n + " elements of " + dtype + " are wanted after offset " + offset + " of " + all.byteSize()
          + " bytes; the offset must be inside, and each element has " + item);
    }
    if (count < 0 && left % item != 0) {
      throw new IllegalArgumentException("the " + left + " bytes after offset " + offset + " are not a multiple of " + item
          + ", the size of " + dtype);
    }
    var some = all.asSlice(offset, n * item);
    if (some.isNative() && order == ByteOrder.nativeOrder() && some.address() % item == 0) {
      return Nd.asarray(some, dtype, n);
    }
    var array = Nd.empty(dtype, n);
    // Fresh memory of this thread: nobody else can release it meanwhile.
    long address = Access.door().address(array);
    MemorySegment.copy(some, 0, Raw.ALL, address, some.byteSize());
    Elements.settle(Raw.ALL.asSlice(address, some.byteSize()), dtype, order);
    Reference.reachabilityFence(array);
    return array;
  }
}
