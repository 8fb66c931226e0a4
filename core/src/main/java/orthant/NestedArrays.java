package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** Copies elements to what Java has: arrays of arrays, bytes, streams. */
final class NestedArrays {
  /** Elements that a stream copies at once. */
  private static final long BLOCK = 4096;

  private NestedArrays() {}

  static Object write(NDArray array, Class<?> type) {
    int rank = 0;
    Class<?> element = type;
    for (; element.isArray(); element = element.getComponentType()) {
      rank++;
    }
    if (rank != array.ndim() || rank == 0) {
      throw new IllegalArgumentException("an array of shape " + Shapes.text(array.shape()) + " cannot become a " + type.getSimpleName()
          + ", which has " + rank + " dimensions; there must be as many as axes, at least 1");
    }
    Object flat = flat(array, element, type);
    return rank == 1 ? flat : nest(array, type, 0, flat, new int[1]);
  }

  private static Object flat(NDArray array, Class<?> element, Class<?> type) {
    for (var dtype : DType.values()) {
      // A Java number has a sign; the first type of a size is the one that has one, too.
      if (element == JavaArrays.javaType(dtype)) {
        return JavaArrays.write(array, dtype);
      }
    }
    throw new IllegalArgumentException(
        "cannot make a " + type.getSimpleName() + " from an array; the elements must be double, float, long, int, short, byte or boolean");
  }

  private static Object nest(NDArray array, Class<?> type, int axis, Object flat, int[] next) {
    int length = Math.toIntExact(array.shape(axis));
    Object rows = Array.newInstance(type.getComponentType(), length);
    if (axis == array.ndim() - 1) {
      System.arraycopy(flat, next[0], rows, 0, length);
      next[0] += length;
      return rows;
    }
    for (int i = 0; i < length; i++) {
      Array.set(rows, i, nest(array, type.getComponentType(), axis + 1, flat, next));
    }
    return rows;
  }

  static byte[] bytes(NDArray array) {
    long size = array.size() * array.dtype().size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("an array of shape " + Shapes.text(array.shape()) + " has " + size + " bytes; a Java array holds at most "
          + (Integer.MAX_VALUE - 8));
    }
    var source = array.isContiguous() ? array : array.copy();
    var door = Access.door();
    var storage = door.storage(source);
    byte[] bytes = new byte[(int) size];
    storage.acquire();
    try {
      MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_BYTE, door.address(source), bytes, 0, bytes.length);
    } finally {
      storage.release();
      Reference.reachabilityFence(source);
    }
    return bytes;
  }

  static Stream<NDArray> blocks(NDArray array) {
    var flat = array.reshape(-1);
    return LongStream.range(0, (flat.size() + BLOCK - 1) / BLOCK)
        .mapToObj(i -> flat.get(Index.slice(i * BLOCK, Math.min(flat.size(), (i + 1) * BLOCK))));
  }
}
