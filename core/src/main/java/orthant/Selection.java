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
  private static final long ONES = 0x0101010101010101L;

  /** Masks looked at before their elements are copied: the list of positions stays in the first cache. */
  private static final int CHUNK = 2048;

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
      var to = new Object() {
        long address = address(out);
      };
      forEachChunk(address(m), m.size(), shape[0], (start, positions, count) -> {
        gather(address(from) + start * block, positions, count, to.address, block);
        to.address += count * block;
      });
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
    word = ((word & LOW_SEVEN) + LOW_SEVEN | word) >>> 7 & ONES;
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

  /**
   * Lists the true ones of up to {@link #CHUNK} masks.
   *
   * @param into where their positions go, with room for 8 more
   */
  private static int positions(long mask, int n, int[] into) {
    int count = 0;
    int i = 0;
    for (; i <= n - 8; i += 8) {
      long word = eight(mask + i);
      if (word != 0) {
        // Byte k of the product counts the true ones up to k. Each position is stored where it would go if it were true,
        // and overwritten by the next if it is not: no branch that could be foretold wrongly.
        long upTo = word * ONES;
        into[count] = i;
        into[count + (int) (upTo & 15)] = i + 1;
        into[count + (int) (upTo >>> 8 & 15)] = i + 2;
        into[count + (int) (upTo >>> 16 & 15)] = i + 3;
        into[count + (int) (upTo >>> 24 & 15)] = i + 4;
        into[count + (int) (upTo >>> 32 & 15)] = i + 5;
        into[count + (int) (upTo >>> 40 & 15)] = i + 6;
        into[count + (int) (upTo >>> 48 & 15)] = i + 7;
        count += (int) (upTo >>> 56);
      }
    }
    for (; i < n; i++) {
      into[count] = i;
      count += Raw.getByte(mask + i) != 0 ? 1 : 0;
    }
    return count;
  }

  /** Takes something for each chunk of masks: where the chunk begins, the true positions in it, and how many they are. */
  private interface Taker {
    void take(long start, int[] positions, int count);
  }

  /** Goes through the masks in chunks, and stops after as many true ones as there is room for. */
  private static void forEachChunk(long mask, long n, long room, Taker taker) {
    int[] positions = new int[(int) Math.min(n, CHUNK) + 8];
    long left = room;
    for (long start = 0; start < n && left > 0; start += CHUNK) {
      int count = (int) Math.min(left, positions(mask + start, (int) Math.min(CHUNK, n - start), positions));
      taker.take(start, positions, count);
      left -= count;
    }
  }

  /** Copies blocks from the listed positions to one after the other. */
  private static void gather(long from, int[] positions, int count, long to, long block) {
    if (block == 8) {
      for (int k = 0; k < count; k++) {
        Raw.setLong(to + 8L * k, Raw.getLong(from + 8L * positions[k]));
      }
    } else if (block == 4) {
      for (int k = 0; k < count; k++) {
        Raw.setInt(to + 4L * k, Raw.getInt(from + 4L * positions[k]));
      }
    } else if (block == 1) {
      for (int k = 0; k < count; k++) {
        Raw.setByte(to + k, Raw.getByte(from + positions[k]));
      }
    } else {
      for (int k = 0; k < count; k++) {
        Raw.copy(from + block * positions[k], to + block * k, block);
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
      long[] to = new long[out.length];
      for (int k = 0; k < out.length; k++) {
        out[k] = Nd.empty(DType.int64, count);
        to[k] = address(out[k]);
      }
      long[] shape = a.shape();
      var found = new Object() {
        long count;
      };
      forEachChunk(mask, n, count, (start, positions, more) -> {
        for (int k = 0; k < more; k++) {
          long rest = start + positions[k];
          for (int axis = shape.length - 1; axis > 0; axis--) {
            Raw.setLong(to[axis] + 8 * found.count, rest % shape[axis]);
            rest /= shape[axis];
          }
          Raw.setLong(to[0] + 8 * found.count++, rest);
        }
      });
      Reference.reachabilityFence(out);
      return out;
    });
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
