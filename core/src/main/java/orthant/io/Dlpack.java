package orthant.io;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import orthant.NDArray;
import orthant.io.ManagedTensor.Form;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Memory;
import orthant.memory.Storage;

/**
 * Hands arrays to native code in the same process, and takes them from it, without copying: by the address of a
 * {@code DLManagedTensorVersioned}, the structure of DLPack 1, or of a {@code DLManagedTensor}, the older one, which cannot say
 * that it is read-only. An address does not tell which of the two lies there, so the caller does. Source: dlpack.h 1.1.
 *
 * <p>Who has a tensor calls its deleter, once, and from any thread. Arrays that native code was given, and their memory, live until
 * then, also beyond the {@link orthant.Scope} that they were made in; the deleter must be called while the JVM runs. Tensors that
 * arrays were made of live as long as an array over them, or as long as an arena; then their deleter is called, from a thread
 * of the JDK or the one that closes the arena, so it should neither block nor ask for a thread of its own.
 *
 * <p>Native code is trusted: that a structure is wrong in itself is found, that an address is wrong is not, nor that both sides
 * write at the same time. Without {@code --enable-native-access} Java warns, or refuses with an {@code IllegalCallerException}.
 */
public final class Dlpack {
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
   * Hands an array to native code, as the older structure.
   *
   * @param array the array; its memory is kept until the receiver calls the tensor's deleter; only closing the arena of an
   *     {@link orthant.Nd#asarray} segment ends it before
   * @return the address of a {@code DLManagedTensor} over the array's elements
   * @throws IllegalArgumentException if the array is read-only, over a mapped file, or has a stride that is not a multiple of
   *     the type's size
   * @throws IllegalStateException if the array's memory was released
   */
  public static long give(NDArray array) {
    if (array.isReadOnly()) {
      throw new IllegalArgumentException("the array of shape " + Shapes.text(array.shape())
          + " is read-only, which a DLManagedTensor cannot say; give it with toDlpackVersioned(), or give a copy()");
    }
    return give(array, Form.UNVERSIONED);
  }

  /**
   * Hands an array to native code, as the structure of DLPack 1.
   *
   * @param array the array, read-only or not; its memory is kept until the receiver calls the tensor's deleter; only closing the
   *     arena of an {@link orthant.Nd#asarray} segment ends it before
   * @return the address of a {@code DLManagedTensorVersioned} over the array's elements
   * @throws IllegalArgumentException if the array is over a mapped file, or has a stride that is not a multiple of the type's size
   * @throws IllegalStateException if the array's memory was released
   */
  public static long giveVersioned(NDArray array) {
    return give(array, Form.VERSIONED);
  }

  private static long give(NDArray array, Form form) {
    var door = Access.door();
    var storage = door.storage(array);
    if (storage.isMapped()) {
      throw new IllegalArgumentException("the array of shape " + Shapes.text(array.shape())
          + " is over a mapped file, which may be cut short; give a copy()");
    }
    int item = array.dtype().size();
    long[] strides = array.strides();
    for (int i = 0; i < strides.length; i++) {
      if (strides[i] % item != 0) {
        throw new IllegalArgumentException("axis " + i + " has a stride of " + strides[i] + " bytes; it must be a multiple of " + item
            + ", the size of " + array.dtype() + ": give a copy()");
      }
      strides[i] /= item;
    }
    storage.acquire();
    var arena = Arena.ofShared();
    var tensor = ManagedTensor.write(form, array.dtype(), array.shape(), strides, array.size() == 0 ? 0 : door.address(array),
        array.isReadOnly(), Calls.DELETED.address(), arena);
    long address = tensor.fields().address();
    GIVEN.put(address, new Given(array, storage, arena));
    return address;
  }

  /** Called by native code. Nothing may leave this method: an exception in an upcall ends the JVM. */
  private static void deleted(long tensor) {
    try {
      var given = GIVEN.remove(tensor);
      if (given != null) {
        given.storage.release();
        given.arena.close();
      }
    } catch (Throwable e) {
      // A lack of memory, at worst: what is not released now stays with the process.
      Thread.onSpinWait();
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
   * Takes an array from native code, of the older structure.
   *
   * @param tensor the address of a {@code DLManagedTensor} in memory of the CPU, which belongs to the result from now on; its
   *     deleter is called, by another thread, when no array refers to it any more. After an exception it still is the caller's.
   * @return an array over the tensor's elements; read-only if they may lie on each other
   * @throws IllegalArgumentException if the tensor is null, on another device, not aligned, of a type that arrays do not have, or wrong in itself
   * @throws IllegalCallerException if Java refuses access to native memory
   */
  public static NDArray take(long tensor) {
    return take(tensor, Arena.ofAuto());
  }

  /**
   * Takes an array from native code, of the older structure, for as long as an arena lives.
   *
   * @param tensor the address of a {@code DLManagedTensor} in memory of the CPU, which belongs to the arena from now on. After an
   *     exception it still is the caller's.
   * @param arena whose end calls the tensor's deleter; the array is refused from then on, and by other threads if it is confined
   * @return an array over the tensor's elements; read-only if they may lie on each other
   * @throws IllegalArgumentException if the tensor is null, on another device, not aligned, of a type that arrays do not have, or wrong in itself
   * @throws IllegalCallerException if Java refuses access to native memory
   * @throws IllegalStateException if the arena was closed
   * @throws WrongThreadException if the arena is confined to another thread
   */
  public static NDArray take(long tensor, Arena arena) {
    return take(ManagedTensor.at(Form.UNVERSIONED, tensor), arena);
  }

  /**
   * Takes an array from native code, of the structure of DLPack 1.
   *
   * @param tensor the address of a {@code DLManagedTensorVersioned} in memory of the CPU, which belongs to the result from now on;
   *     its deleter is called, by another thread, when no array refers to it any more. After an exception it still is the caller's.
   * @return an array over the tensor's elements; read-only if the tensor says so, or if they may lie on each other
   * @throws IllegalArgumentException if the tensor is null, of another version than 1.x, on another device, not aligned, of a type that
   *     arrays do not have, or wrong in itself
   * @throws IllegalCallerException if Java refuses access to native memory
   */
  public static NDArray takeVersioned(long tensor) {
    return takeVersioned(tensor, Arena.ofAuto());
  }

  /**
   * Takes an array from native code, of the structure of DLPack 1, for as long as an arena lives.
   *
   * @param tensor the address of a {@code DLManagedTensorVersioned} in memory of the CPU, which belongs to the arena from now on.
   *     After an exception it still is the caller's.
   * @param arena whose end calls the tensor's deleter; the array is refused from then on, and by other threads if it is confined
   * @return an array over the tensor's elements; read-only if the tensor says so, or if they may lie on each other
   * @throws IllegalArgumentException if the tensor is null, of another version than 1.x, on another device, not aligned, of a type that
   *     arrays do not have, or wrong in itself
   * @throws IllegalCallerException if Java refuses access to native memory
   * @throws IllegalStateException if the arena was closed
   * @throws WrongThreadException if the arena is confined to another thread
   */
  public static NDArray takeVersioned(long tensor, Arena arena) {
    return take(ManagedTensor.at(Form.VERSIONED, tensor), arena);
  }

  @SuppressWarnings("restricted")
  private static NDArray take(ManagedTensor tensor, Arena arena) {
    var dtype = tensor.dtype();
    var layout = tensor.layout(dtype.size());
    long data = tensor.data(dtype, layout);
    boolean readOnly = tensor.isReadOnly() || ManagedTensor.mayOverlap(layout, dtype.size());
    long low = layout.lowByte();
    // Without a deleter there is nothing to do at the end, and the structure may be gone by then.
    long deleter = tensor.deleter();
    long address = tensor.fields().address();
    Consumer<MemorySegment> end = deleter == 0 ? null : _ -> delete(deleter, address);
    // All checks come before: from here on the deleter will be called.
    var segment = MemorySegment.ofAddress(data + low).reinterpret(layout.highByte(dtype.size()) - low, arena, end);
    return Access.door().wrap(dtype, layout, Memory.borrow(segment).storage(), data, readOnly);
  }

  private static void delete(long deleter, long tensor) {
    try {
      Calls.DELETE.invokeExact(MemorySegment.ofAddress(deleter), tensor);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
