package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Cell;
import orthant.memory.Memory;
import orthant.memory.Raw;

/** Makes arrays and fills them; the public functions are in {@link Nd}. */
final class Creation {
  private Creation() {}

  static NDArray empty(DType dtype, Layout layout) {
    var memory = Memory.allocate(layout.size() * dtype.size());
    return Access.door().wrap(dtype, layout, memory.storage(), memory.address(), false);
  }

  static NDArray zeros(DType dtype, Layout layout) {
    var memory = Memory.allocateZeroed(layout.size() * dtype.size());
    return Access.door().wrap(dtype, layout, memory.storage(), memory.address(), false);
  }

  static NDArray over(MemorySegment segment, DType dtype, Layout layout) {
    var memory = Memory.borrow(segment);
    long bytes = layout.size() * dtype.size();
    if (bytes > segment.byteSize()) {
      throw new IllegalArgumentException(
          "an array of shape " + Shapes.text(layout.shape()) + " and type " + dtype + " needs " + bytes + " bytes but the segment has "
              + segment.byteSize() + "; it must have at least as many");
    }
    if (segment.address() % dtype.size() != 0) {
      throw new IllegalArgumentException(
          "the segment begins at address 0x" + Long.toHexString(segment.address()) + ", which is not a multiple of " + dtype.size()
              + ", the size of " + dtype + "; allocate it with that alignment, or copy it");
    }
    return Access.door().wrap(dtype, layout, memory.storage(), memory.address(), segment.isReadOnly());
  }

  /** The values {@code first}, {@code second} and on at the same distance, as NumPy fills a range. */
  static NDArray arange(DType dtype, double start, double stop, double step) {
    if (step == 0 || step != step) {
      throw new IllegalArgumentException(
          "arange from " + start + " to " + stop + " cannot have step " + step + "; it must not be 0 or NaN");
    }
    double quotient = (stop - start) / step;
    // A quotient so small that it is 0 still leaves room for the first number.
    double count = quotient == 0 && start != stop ? (1 / quotient > 0 ? 1 : 0) : Math.ceil(quotient);
    if (!(count < 0x1p60)) {
      throw new IllegalArgumentException(
          "arange from " + start + " to " + stop + " by " + step + " has " + count + " elements; there must be less than 2^60");
    }
    long n = Math.max(0, (long) count);
    if (dtype.isBool() && n > 2) {
      throw new IllegalArgumentException(
          "arange of bool from " + start + " to " + stop + " by " + step + " has " + n + " elements; there may be 2");
    }
    // As NumPy does: the first two values are cast, and their distance is the step of the whole range.
    if (dtype.isInteger() || dtype.isBool()) {
      long first = (long) start;
      return range(dtype, n, first, (long) (start + step) - first);
    }
    var array = Nd.empty(dtype, n);
    long address = Access.door().address(array);
    for (long i = 0; i < Math.min(n, 2); i++) {
      Cell.of(dtype).set(address + i * dtype.size(), i == 0 ? start : start + step);
    }
    if (dtype == DType.float32) {
      float first = (float) start;
      float delta = (float) (start + step) - first;
      for (long i = 2; i < n; i++) {
        Raw.setFloat(address + 4 * i, first + i * delta);
      }
    } else if (dtype == DType.float64) {
      double delta = start + step - start;
      for (long i = 2; i < n; i++) {
        Raw.setDouble(address + 8 * i, start + i * delta);
      }
    } else {
      var cell = Cell.of(dtype);
      double first = n > 0 ? cell.getDouble(address) : 0;
      double delta = n > 1 ? cell.getDouble(address + dtype.size()) - first : 0;
      for (long i = 2; i < n; i++) {
        cell.set(address + i * dtype.size(), first + i * delta);
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
    if (k <= -rows || k >= columns) {
      return array;
    }
    for (long i = Math.max(0, -k); i < rows && i + k < columns; i++) {
      cell.set(address + (i * columns + i + k) * dtype.size(), 1L);
    }
    Reference.reachabilityFence(array);
    return array;
  }
}
