package orthant.io;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.memory.Storage;

/**
 * Hands arrays to native code in the same process, and takes them from it, without copying: by the address of a
 * {@code DLManagedTensor}. Source: dlpack.h 1.0, its unversioned structure, which every library that knows DLPack reads.
 *
 * <p>Native code is trusted: nothing can check an address.
 */
public final class Dlpack {
  // struct DLTensor: void* data; {int32 device_type, device_id}; int32 ndim; {uint8 code, bits; uint16 lanes}; int64 *shape,
  // *strides; uint64 byte_offset. struct DLManagedTensor: DLTensor; void* manager_ctx; void (*deleter)(DLManagedTensor*).
  private static final long DATA = 0;
  private static final long DEVICE = 8;
  private static final long NDIM = 16;
  private static final long CODE = 20;
  private static final long BITS = 21;
  private static final long LANES = 22;
  private static final long SHAPE = 24;
  private static final long STRIDES = 32;
  private static final long OFFSET = 40;
  private static final long DELETER = 56;
  private static final long BYTES = 64;

  private static final int CPU = 1;
  private static final int BOOL = 6;
  /** What a type code stands for: the start of our types' names. */
  private static final String[] FAMILIES = {"int", "uint", "float", null, null, "complex"};
  private static final int MOST_AXES = 64;

  private static final ConcurrentHashMap<Long, Given> GIVEN = new ConcurrentHashMap<>();

  private Dlpack() {}

  /** What native code has: kept until it calls the deleter. */
  private record Given(NDArray array, Storage storage, Arena arena) {}

  /** Calls into and out of native code; made when first needed. */
  @SuppressWarnings("restricted")
  private static final class Calls {
    static final FunctionDescriptor TYPE = FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG);
    static final MethodHandle DELETE = Linker.nativeLinker().downcallHandle(TYPE);
    static final MemorySegment DELETED = stub();

    private static MemorySegment stub() {
      try {
        var target = MethodHandles.lookup().findStatic(Dlpack.class, "deleted", MethodType.methodType(void.class, long.class));
        return Linker.nativeLinker().upcallStub(target, TYPE, Arena.global());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  /**
   * Hands an array to native code.
   *
   * @param array the array; its memory is kept until the receiver calls the tensor's deleter, which it must do once, from any
   *     thread; only closing the arena of an {@link orthant.Nd#asarray} segment ends it before
   * @return the address of a {@code DLManagedTensor} over the array's elements
   * @throws IllegalArgumentException if the array is read-only, over a mapped file, or has a stride that is not a multiple of
   *     the type's size
   * @throws IllegalStateException if the array's memory was released
   */
  public static long give(NDArray array) {
    var door = Access.door();
    var storage = door.storage(array);
    if (array.isReadOnly() || storage.isMapped()) {
      throw new IllegalArgumentException("the array of shape " + Shapes.text(array.shape()) + " is "
          + (array.isReadOnly() ? "read-only, which the tensor cannot say" : "over a mapped file, which may be cut short") + "; give a copy()");
    }
    var dtype = array.dtype();
    long[] shape = array.shape();
    long[] strides = array.strides();
    for (int i = 0; i < strides.length; i++) {
      if (strides[i] % dtype.size() != 0) {
        throw new IllegalArgumentException("axis " + i + " has a stride of " + strides[i] + " bytes; it must be a multiple of " + dtype.size()
            + ", the size of " + dtype + ": give a copy()");
      }
      strides[i] /= dtype.size();
    }
    storage.acquire();
    var arena = Arena.ofShared();
    long at = arena.allocate(BYTES + 16L * shape.length, 8).address();
    Raw.setLong(at + DATA, array.size() == 0 ? 0 : door.address(array));
    Raw.setInt(at + DEVICE, CPU);
    Raw.setInt(at + NDIM, shape.length);
    Raw.setByte(at + CODE, (byte) (dtype.isBool() ? BOOL : Arrays.asList(FAMILIES).indexOf(family(dtype))));
    Raw.setByte(at + BITS, (byte) (8 * dtype.size()));
    Raw.setByte(at + LANES, (byte) 1);
    Raw.setLong(at + SHAPE, at + BYTES);
    Raw.setLong(at + STRIDES, at + BYTES + 8L * shape.length);
    for (int i = 0; i < shape.length; i++) {
      Raw.setLong(at + BYTES + 8L * i, shape[i]);
      Raw.setLong(at + BYTES + 8L * (shape.length + i), strides[i]);
    }
    Raw.setLong(at + DELETER, Calls.DELETED.address());
    GIVEN.put(at, new Given(array, storage, arena));
    return at;
  }

  private static String family(DType dtype) {
    return dtype.name().replaceAll("\\d", "");
  }

  /** Called by native code, which an exception would end. */
  private static void deleted(long tensor) {
    var given = GIVEN.remove(tensor);
    if (given != null) {
      given.storage.release();
      given.arena.close();
    }
  }

  /**
   * How many arrays native code has and has not yet deleted.
   *
   * @return the number
   */
  public static int given() {
    return GIVEN.size();
  }

  /**
   * Takes an array from native code.
   *
   * @param tensor the address of a {@code DLManagedTensor} in memory of the CPU, which belongs to the result from now on; its
   *     deleter is called, by another thread, when no array refers to it any more. After an exception it still is the caller's.
   * @return an array over the tensor's elements
   * @throws IllegalArgumentException if the tensor is null, on another device, not aligned, or of a type that arrays do not have
   */
  @SuppressWarnings("restricted")
  public static NDArray take(long tensor) {
    if (tensor == 0) {
      throw new IllegalArgumentException("the address of the tensor is 0; it must be that of a DLManagedTensor");
    }
    if (Raw.getInt(tensor + DEVICE) != CPU) {
      throw new IllegalArgumentException("the tensor is on a device of type " + Raw.getInt(tensor + DEVICE) + "; it must be " + CPU + ", the CPU");
    }
    var dtype = dtype(tensor);
    var layout = layout(tensor, dtype.size());
    long address = Raw.getLong(tensor + DATA) + Raw.getLong(tensor + OFFSET);
    if (address % dtype.size() != 0) {
      throw new IllegalArgumentException("the tensor's elements begin at address 0x" + Long.toHexString(address)
          + ", which is not a multiple of " + dtype.size() + ", the size of " + dtype);
    }
    long low = layout.lowByte();
    // Without a deleter there is nothing to do at the end, and the structure may be gone by then.
    long deleter = Raw.getLong(tensor + DELETER);
    Consumer<MemorySegment> end = deleter == 0 ? null : _ -> delete(deleter, tensor);
    var segment = MemorySegment.ofAddress(address + low).reinterpret(layout.highByte(dtype.size()) - low, Arena.ofAuto(), end);
    return Access.door().wrap(dtype, layout, Memory.borrow(segment).storage(), address, false);
  }

  private static DType dtype(long tensor) {
    int code = Raw.getByte(tensor + CODE) & 255;
    int bits = Raw.getByte(tensor + BITS) & 255;
    int lanes = Raw.getByte(tensor + LANES) & 255 | (Raw.getByte(tensor + LANES + 1) & 255) << 8;
    String name = code == BOOL && bits == 8 ? "bool" : (code < FAMILIES.length ? FAMILIES[code] : null) + bits;
    return Arrays.stream(DType.values()).filter(dtype -> lanes == 1 && dtype.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the tensor's type has code " + code + ", " + bits + " bits and " + lanes
            + " lanes, which is none of " + Arrays.toString(DType.values())));
  }

  private static Layout layout(long tensor, int item) {
    int ndim = Raw.getInt(tensor + NDIM);
    if (ndim < 0 || ndim > MOST_AXES) {
      throw new IllegalArgumentException("the tensor has " + ndim + " axes; there may be 0 to " + MOST_AXES);
    }
    long sizes = Raw.getLong(tensor + SHAPE);
    long steps = Raw.getLong(tensor + STRIDES);
    long[] shape = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      shape[i] = Raw.getLong(sizes + 8L * i);
    }
    if (steps == 0 || ndim == 0) {
      return Layout.contiguous(item, shape);
    }
    long[] strides = new long[ndim];
    long reach = 0;
    try {
      for (int i = 0; i < ndim; i++) {
        strides[i] = Math.multiplyExact(Raw.getLong(steps + 8L * i), item);
        reach = Math.addExact(reach, Math.absExact(Math.multiplyExact(Math.max(0, shape[i] - 1), strides[i])));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the tensor of shape " + Shapes.text(shape) + " reaches further than 2^63 bytes");
    }
    return Layout.of(shape, strides);
  }

  private static void delete(long deleter, long tensor) {
    try {
      Calls.DELETE.invokeExact(MemorySegment.ofAddress(deleter), tensor);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
