package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** Copies elements from and to Java arrays. */
final class JavaArrays {
  private JavaArrays() {}

  /** The Java type of the elements, for each dtype: of those without one of their own the bits, of complex ones the parts. */
  static Class<?> javaType(DType dtype) {
    return switch (dtype) {
      case bool -> boolean.class;
      case int8, uint8 -> byte.class;
      case int16, uint16, float16 -> short.class;
      case int32, uint32 -> int.class;
      case int64, uint64 -> long.class;
      case float32, complex64 -> float.class;
      case float64, complex128 -> double.class;
    };
  }

  /** Copies a Java array of arrays ... of a primitive type. */
  static NDArray read(Object nested) {
    List<Long> sizes = new ArrayList<>();
    Object first = nested;
    var type = nested.getClass();
    while (type.isArray()) {
      int length = first == null ? 0 : Array.getLength(first);
      sizes.add((long) length);
      type = type.getComponentType();
      first = length > 0 && type.isArray() ? Array.get(first, 0) : null;
    }
    var array = Nd.empty(dtype(type, nested.getClass()), sizes.stream().mapToLong(Long::longValue).toArray());
    fill(array, Access.door().address(array), nested, 0, "");
    Reference.reachabilityFence(array);
    return array;
  }

  private static DType dtype(Class<?> type, Class<?> whole) {
    for (var dtype : DType.values()) {
      // A Java number has a sign, and is no float16.
      if (type == javaType(dtype) && !dtype.isUnsigned()) {
        return dtype;
      }
    }
    throw new IllegalArgumentException(
        "cannot make an array from " + whole.getSimpleName() + "; the elements must be double, float, long, int, short, byte or boolean");
  }

  private static long fill(NDArray array, long address, Object row, int axis, String place) {
    int length = row == null ? -1 : Array.getLength(row);
    if (length != array.shape(axis)) {
      throw new IllegalArgumentException("the Java array is ragged: element " + place + " "
          + (row == null ? "is null" : "has length " + length) + " where the first of its level has " + array.shape(axis)
          + "; rows of one level must have the same length");
    }
    if (axis == array.ndim() - 1) {
      copyIn(row, address, length);
      return address + (long) length * array.dtype().size();
    }
    long at = address;
    for (int i = 0; i < length; i++) {
      at = fill(array, at, Array.get(row, i), axis + 1, place + "[" + i + "]");
    }
    return at;
  }

  private static void copyIn(Object from, long address, int count) {
    switch (from) {
      case double[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, address, count);
      case float[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, address, count);
      case long[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, address, count);
      case int[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, address, count);
      case short[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_SHORT_UNALIGNED, address, count);
      case byte[] a -> MemorySegment.copy(a, 0, Raw.ALL, ValueLayout.JAVA_BYTE, address, count);
      default -> {
        boolean[] a = (boolean[]) from;
        for (int i = 0; i < count; i++) {
          Raw.setByte(address + i, (byte) (a[i] ? 1 : 0));
        }
      }
    }
  }

  /** Copies all elements in C order to a new Java array of the type that goes with a dtype. */
  static Object write(NDArray array, DType dtype) {
    if (array.size() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("an array of shape " + Shapes.text(array.shape()) + " has " + array.size()
          + " elements; a Java array holds at most " + (Integer.MAX_VALUE - 8));
    }
    int count = (int) array.size();
    var source = array.dtype() == dtype && array.isContiguous() ? array : array.astype(dtype);
    var door = Access.door();
    var storage = door.storage(source);
    Object to = Array.newInstance(javaType(dtype), count);
    storage.acquire();
    try {
      copyOut(door.address(source), to, count);
    } finally {
      storage.release();
      Reference.reachabilityFence(source);
    }
    return to;
  }

  private static void copyOut(long address, Object to, int count) {
    switch (to) {
      case double[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, address, a, 0, count);
      case float[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, address, a, 0, count);
      case long[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, address, a, 0, count);
      case int[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, address, a, 0, count);
      case short[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_SHORT_UNALIGNED, address, a, 0, count);
      case byte[] a -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_BYTE, address, a, 0, count);
      default -> {
        boolean[] a = (boolean[]) to;
        for (int i = 0; i < count; i++) {
          a[i] = Raw.getByte(address + i) != 0;
        }
      }
    }
  }
}
