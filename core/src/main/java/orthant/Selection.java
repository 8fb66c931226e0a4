package orthant;

import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Supplier;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;
import orthant.memory.Storage;
import orthant.op.Ops;
import orthant.plan.Engine;

/**
 * Picks elements by a mask or by positions.
 *
 * <p>Masks are read eight at a time. The loops never trust the count of true elements that was taken before: a mask that
 * another thread changes meanwhile gives odd results, but nothing is written outside of the result.
 */
final class Selection {
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;

  private Selection() {}

  /** Elements, or whole sub-arrays, where a mask of the leading axes is true. */
  static NDArray select(NDArray a, NDArray mask) {
    checkMask(a, mask);
    var m = mask.isContiguous() ? mask : mask.copy();
    var from = a.isContiguous() ? a : a.copy();
    long[] rest = Arrays.copyOfRange(a.shape(), mask.ndim(), a.ndim());
    long block = Shapes.size(rest) * a.dtype().size();
    return reading(m, () -> reading(from, () -> {
      long[] shape = new long[rest.length + 1];
      shape[0] = countTrue(address(m), m.size());
      System.arraycopy(rest, 0, shape, 1, rest.length);
      var out = Nd.empty(a.dtype(), shape);
      select(address(m), m.size(), address(from), address(out), address(out) + shape[0] * block, block);
      return out;
    }));
  }

  private static void checkMask(NDArray a, NDArray mask) {
    if (!mask.dtype().isBool()) {
      throw new IllegalArgumentException("a mask must be bool but is " + mask.dtype() + "; compare, or cast with astype(bool)");
    }
    for (int i = 0; i < Math.min(a.ndim(), mask.ndim()); i++) {
      if (a.shape(i) != mask.shape(i)) {
        throw new IllegalArgumentException(
            unfit(a, mask) + ": axis " + i + " has " + mask.shape(i) + " and " + a.shape(i) + "; sizes must match");
      }
    }
    if (mask.ndim() > a.ndim()) {
      throw new IllegalArgumentException(unfit(a, mask) + ": it has more axes; there may be at most " + a.ndim());
    }
  }

  private static String unfit(NDArray a, NDArray mask) {
    return "a mask of shape " + Shapes.text(mask.shape()) + " does not fit an array of shape " + Shapes.text(a.shape());
  }

  /** Runs code while the memory of an array cannot go away. */
  private static <T> T reading(NDArray a, Supplier<T> code) {
    Storage storage = Access.door().storage(a);
    storage.acquire();
    try {
      return code.get();
    } finally {
      storage.release();
      Reference.reachabilityFence(a);
    }
  }

  private static long address(NDArray a) {
    return Access.door().address(a);
  }

  /** Eight masks as a word whose lowest byte is the first one, each byte 0 or 1. */
  private static long eight(long mask) {
    long word = Raw.getLong(mask);
    word = ((word & LOW_SEVEN) + LOW_SEVEN | word) >>> 7 & 0x0101010101010101L;
    return LITTLE ? word : Long.reverseBytes(word);
  }

  static long countTrue(long mask, long n) {
    long count = 0;
    long i = 0;
    for (; i <= n - 8; i += 8) {
      count += Long.bitCount(eight(mask + i));
    }
    for (; i < n; i++) {
      count += Raw.getByte(mask + i) != 0 ? 1 : 0;
    }
    return count;
  }

  private static void select(long mask, long n, long from, long to, long end, long block) {
    long i = 0;
    if (block == 8) {
      // Every element is stored, but only a true one is kept: no branch that could be foretold wrongly.
      for (; i <= n - 8 && to <= end - 64; i += 8) {
        long word = eight(mask + i);
        long source = from + i * 8;
        for (int k = 0; k < 64; k += 8) {
          Raw.setLong(to, Raw.getLong(source + k));
          to += (word >>> k & 1) << 3;
        }
      }
    } else if (block == 4) {
      for (; i <= n - 8 && to <= end - 32; i += 8) {
        long word = eight(mask + i);
        long source = from + i * 4;
        for (int k = 0; k < 8; k++) {
          Raw.setInt(to, Raw.getInt(source + 4 * k));
          to += (word >>> 8 * k & 1) << 2;
        }
      }
    }
    for (; i < n && to < end; i++) {
      if (i <= n - 8 && Raw.getLong(mask + i) == 0) {
        i += 7;
      } else if (Raw.getByte(mask + i) != 0) {
        Raw.copy(from + i * block, to, block);
        to += block;
      }
    }
  }

  /** Writes values where a mask is true. */
  static void assignWhere(NDArray a, NDArray mask, NDArray values) {
    checkMask(a, mask);
    // A mask of the leading axes broadcasts along the others.
    long[] shape = Arrays.copyOf(mask.shape(), a.ndim());
    Arrays.fill(shape, mask.ndim(), a.ndim(), 1);
    var v = values.dtype() == a.dtype() ? values : values.astype(a.dtype());
    var engine = Engine.current();
    var program = Ops.WHERE.program(a.dtype(), DType.bool, a.dtype(), a.dtype());
    engine.into(engine.loop(program), a, mask.reshape(shape), v, a);
  }

  /** For each axis the positions of the elements that are not zero, in C order. */
  static NDArray[] nonzero(NDArray a) {
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("cannot list the nonzero elements of an array without axes; use reshape(1)");
    }
    var m = a.dtype().isBool() && a.isContiguous() ? a : a.astype(DType.bool);
    return reading(m, () -> {
      long mask = address(m);
      long n = m.size();
      long count = countTrue(mask, n);
      var out = new NDArray[a.ndim()];
      for (int k = 0; k < out.length; k++) {
        out[k] = Nd.empty(DType.int64, count);
      }
      positions(mask, n, count, out, a.shape());
      return out;
    });
  }

  private static void positions(long mask, long n, long count, NDArray[] out, long[] shape) {
    long found = 0;
    for (long i = 0; i < n && found < count; i++) {
      if (i <= n - 8 && Raw.getLong(mask + i) == 0) {
        i += 7;
      } else if (Raw.getByte(mask + i) != 0) {
        long rest = i;
        for (int k = shape.length - 1; k > 0; k--) {
          Raw.setLong(address(out[k]) + 8 * found, rest % shape[k]);
          rest /= shape[k];
        }
        Raw.setLong(address(out[0]) + 8 * found++, rest);
      }
    }
    Reference.reachabilityFence(out);
  }

  /** Sub-arrays at some positions along an axis. */
  static NDArray take(NDArray a, NDArray indices, int axis) {
    if (!indices.dtype().isInteger()) {
      throw new IllegalArgumentException("positions must be integers but are " + indices.dtype() + "; cast with astype(int64)");
    }
    int at = Shapes.normalAxis(axis, a.ndim());
    var where = indices.dtype() == DType.int64 && indices.isContiguous() ? indices : indices.astype(DType.int64);
    var from = a.isContiguous() ? a : a.copy();
    long[] shape = new long[a.ndim() - 1 + indices.ndim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = i < at ? a.shape(i) : i < at + indices.ndim() ? indices.shape(i - at) : a.shape(i - indices.ndim() + 1);
    }
    var out = Nd.empty(a.dtype(), shape);
    long outer = Shapes.size(Arrays.copyOf(a.shape(), at));
    long block = Shapes.size(Arrays.copyOfRange(a.shape(), at + 1, a.ndim())) * a.dtype().size();
    return reading(where, () -> reading(from, () -> {
      take(address(where), where.size(), address(from), a.shape(at), address(out), outer, block, at);
      return out;
    }));
  }

  private static void take(long indices, long count, long from, long size, long to, long outer, long block, int axis) {
    for (long o = 0; o < outer; o++) {
      for (long i = 0; i < count; i++) {
        long source = from + Shapes.normalIndex(Raw.getLong(indices + 8 * i), size, axis) * block;
        if (block == 8) {
          Raw.setLong(to, Raw.getLong(source));
        } else {
          Raw.copy(source, to, block);
        }
        to += block;
      }
      from += size * block;
    }
  }
}
