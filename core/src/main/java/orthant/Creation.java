package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Cell;
import orthant.memory.Memory;
import orthant.memory.Raw;

/** Makes arrays from memory and from Java arrays; the public functions are in {@link Nd}. */
final class Creation {
  private Creation() {}

  static NDArray empty(DType dtype, Layout layout) {
    var memory = Memory.allocate(layout.size() * dtype.size());
    return Access.door().wrap(dtype, layout, memory.storage(), memory.address(), false);
  }

  static NDArray zeros(DType dtype, Layout layout) {
    var array = empty(dtype, layout);
    Raw.zero(Access.door().address(array), layout.size() * dtype.size());
    Reference.reachabilityFence(array);
    return array;
  }

  /** The values {@code first}, {@code second} and on at the same distance, as NumPy fills a range. */
  static NDArray arange(DType dtype, double start, double stop, double step) {
    if (step == 0 || step != step) {
      throw new IllegalArgumentException("arange from " + start + " to " + stop + " cannot have step " + step + "; it must not be 0 or NaN");
    }
    double count = Math.ceil((stop - start) / step);
    if (!(count < 0x1p60)) {
      throw new IllegalArgumentException(
          "arange from " + start + " to " + stop + " by " + step + " has " + count + " elements; they must be finite in number and less than 2^60");
    }
    long n = Math.max(0, (long) count);
    if (dtype.isBool() && n > 2) {
      throw new IllegalArgumentException("arange of bool from " + start + " to " + stop + " by " + step + " has " + n + " elements; there may be 2");
    }
    if (dtype.isInteger()) {
      // As NumPy does: the first two values are cast, their distance is the step of the whole range.
      long first = (long) start;
      long second = (long) (start + step);
      return range(dtype, n, first, second - first);
    }
    var array = Nd.empty(dtype, n);
    long address = Access.door().address(array);
    if (dtype == DType.float32) {
      float first = (float) start;
      float delta = (float) (start + step) - first;
      for (long i = 0; i < n; i++) {
        Raw.setFloat(address + 4 * i, i == 1 ? (float) (start + step) : first + i * delta);
      }
    } else {
      double delta = (start + step) - start;
      for (long i = 0; i < n; i++) {
        Cell.of(dtype).set(address + dtype.size() * i, i == 1 ? start + step : start + i * delta);
      }
    }
    Reference.reachabilityFence(array);
    return array;
  }

  static NDArray arange(DType dtype, long start, long stop, long step) {
    if (step == 0) {
      throw new IllegalArgumentException("arange from " + start + " to " + stop + " cannot have step 0; it must not be 0");
    }
    long n = 0;
    if (step > 0 ? start < stop : start > stop) {
      // The distance of two longs fits into an unsigned one.
      n = step > 0 ? Long.divideUnsigned(stop - start - 1, step) + 1 : Long.divideUnsigned(start - stop - 1, -step) + 1;
    }
    return range(dtype, n, start, step);
  }

  private static NDArray range(DType dtype, long n, long first, long step) {
    var array = Nd.empty(dtype, n);
    long address = Access.door().address(array);
    switch (dtype) {
      case int64 -> {
        for (long i = 0; i < n; i++) {
          Raw.setLong(address + 8 * i, first + i * step);
        }
      }
      case int32 -> {
        for (long i = 0; i < n; i++) {
          Raw.setInt(address + 4 * i, (int) (first + i * step));
        }
      }
      default -> {
        for (long i = 0; i < n; i++) {
          Cell.of(dtype).set(address + dtype.size() * i, first + i * step);
        }
      }
    }
    Reference.reachabilityFence(array);
    return array;
  }

  static NDArray linspace(DType dtype, double start, double stop, long num, boolean endpoint) {
    if (num < 0) {
      throw new IllegalArgumentException("linspace cannot have " + num + " elements; there must be 0 or more");
    }
    long div = endpoint ? num - 1 : num;
    double delta = stop - start;
    double step = delta / div;
    var array = Nd.empty(dtype, num);
    var cell = Cell.of(dtype);
    long address = Access.door().address(array);
    for (long i = 0; i < num; i++) {
      // A step that underflows would lose everything, so that then the division comes first.
      double value = (div <= 0 ? i * delta : step == 0 ? i / (double) div * delta : i * step) + start;
      if (endpoint && i == num - 1 && num > 1) {
        value = stop;
      }
      cell.set(address + dtype.size() * i, dtype.isInteger() ? Math.floor(value) : value);
    }
    Reference.reachabilityFence(array);
    return array;
  }

  static NDArray eye(DType dtype, long rows, long columns, long k) {
    var array = Nd.zeros(dtype, rows, columns);
    var cell = Cell.of(dtype);
    long address = Access.door().address(array);
    for (long i = Math.max(0, -k); i < rows && i + k < columns; i++) {
      cell.set(address + (i * columns + i + k) * dtype.size(), 1L);
    }
    Reference.reachabilityFence(array);
    return array;
  }

  /** Copies a Java array of arrays ... of a primitive type. */
  static NDArray array(Object nested) {
    var sizes = new ArrayList<Long>();
    Object row = nested;
    var type = nested.getClass();
    while (type.isArray()) {
      int length = row == null ? 0 : Array.getLength(row);
      sizes.add((long) length);
      type = type.getComponentType();
      row = length > 0 && type.isArray() ? Array.get(row, 0) : null;
    }
    var dtype = dtypeOf(type, nested.getClass());
    var array = Nd.empty(dtype, sizes.stream().mapToLong(Long::longValue).toArray());
    fill(array, Access.door().address(array), nested, 0, "");
    Reference.reachabilityFence(array);
    return array;
  }

  private static DType dtypeOf(Class<?> type, Class<?> whole) {
    for (var dtype : DType.values()) {
      if (type == javaType(dtype)) {
        return dtype;
      }
    }
    throw new IllegalArgumentException("cannot make an array from " + whole.getSimpleName() + "; the elements must be double, float, long, int or boolean");
  }

  private static Class<?> javaType(DType dtype) {
    return switch (dtype) {
      case bool -> boolean.class;
      case int32 -> int.class;
      case int64 -> long.class;
      case float32 -> float.class;
      case float64 -> double.class;
    };
  }

  private static long fill(NDArray array, long address, Object row, int axis, String place) {
    int length = row == null ? -1 : Array.getLength(row);
    if (length != array.shape(axis)) {
      throw new IllegalArgumentException("the Java array is ragged: [0] has shape " + Shapes.text(Arrays.copyOfRange(array.shape(), axis, array.ndim()))
          + " but " + place + " is " + (row == null ? "null" : "of length " + length) + "; all must have the same length");
    }
    if (axis == array.ndim() - 1) {
      fromJava(row, 0, address, length);
      return address + (long) length * array.dtype().size();
    }
    long at = address;
    for (int i = 0; i < length; i++) {
      at = fill(array, at, Array.get(row, i), axis + 1, place + "[" + i + "]");
    }
    return at;
  }

  /** Copies elements of a Java array to memory that has room for them. */
  static void fromJava(Object from, int start, long address, int count) {
    switch (from) {
      case double[] a -> MemorySegment.copy(a, start, Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, address, count);
      case float[] a -> MemorySegment.copy(a, start, Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, address, count);
      case long[] a -> MemorySegment.copy(a, start, Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, address, count);
      case int[] a -> MemorySegment.copy(a, start, Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, address, count);
      case boolean[] a -> {
        for (int i = 0; i < count; i++) {
          Raw.setByte(address + i, (byte) (a[start + i] ? 1 : 0));
        }
      }
      default -> throw new IllegalArgumentException("not an array of elements: " + from.getClass().getSimpleName());
    }
  }
}
