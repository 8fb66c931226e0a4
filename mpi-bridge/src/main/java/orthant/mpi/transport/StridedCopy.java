package orthant.mpi.transport;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.layout.Layout;
import orthant.memory.Raw;

/**
 * Copies elements between views of any layouts in logical order. Only the order of the elements counts: the shapes may
 * differ, and fewer elements than the views have may be copied, which is what a message into a larger array means.
 */
public final class StridedCopy {
  private StridedCopy() {}

  /**
   * Copies the first elements of one view to the first elements of another; the memory must not overlap.
   *
   * @param from the source
   * @param to the target, of the same item size
   * @param count how many, at most the size of either
   */
  public static void copy(Message from, Message to, long count) {
    if (count > 0) {
      run(new Walk(from, 0), new Walk(to, 0), from.dtype().size(), count);
      Reference.reachabilityFence(from.array());
      Reference.reachabilityFence(to.array());
    }
  }

  /**
   * Copies elements of a view to memory, one after the other.
   *
   * @param from the source
   * @param first the first element to copy, in logical order
   * @param address the target
   * @param count how many
   */
  public static void gather(Message from, long first, long address, long count) {
    if (count > 0) {
      int item = from.dtype().size();
      run(new Walk(from, first), new Walk(address, item, count), item, count);
      Reference.reachabilityFence(from.array());
    }
  }

  /**
   * Copies elements from memory, one after the other, to a view.
   *
   * @param address the source
   * @param to the target
   * @param first the first element to write, in logical order
   * @param count how many
   */
  public static void scatter(long address, Message to, long first, long count) {
    if (count > 0) {
      int item = to.dtype().size();
      run(new Walk(address, item, count), new Walk(to, first), item, count);
      Reference.reachabilityFence(to.array());
    }
  }

  private static void run(Walk from, Walk to, int item, long count) {
    while (count > 0) {
      long n = Math.min(count, Math.min(from.run(), to.run()));
      if (from.stride == item && to.stride == item) {
        Raw.copy(from.at, to.at, n * item);
      } else {
        elements(from.at, from.stride, to.at, to.stride, item, n);
      }
      from.advance(n);
      to.advance(n);
      count -= n;
    }
  }

  private static void elements(long from, long fromStride, long to, long toStride, int item, long n) {
    switch (item) {
      case 1 -> {
        for (long i = 0; i < n; i++) {
          Raw.setByte(to + i * toStride, Raw.getByte(from + i * fromStride));
        }
      }
      case 4 -> {
        for (long i = 0; i < n; i++) {
          Raw.setInt(to + i * toStride, Raw.getInt(from + i * fromStride));
        }
      }
      case 8 -> {
        for (long i = 0; i < n; i++) {
          Raw.setLong(to + i * toStride, Raw.getLong(from + i * fromStride));
        }
      }
      default -> {
        for (long i = 0; i < n; i++) {
          Raw.copy(from + i * fromStride, to + i * toStride, item);
        }
      }
    }
  }

  /** A place in a view that moves in logical order, by runs along the last axis. */
  private static final class Walk {
    private final long[] shape;
    private final long[] strides;
    private final long[] index;
    /** Bytes between the elements of a run. */
    private final long stride;
    private long at;

    Walk(Message message, long first) {
      this(Axes.of(message.layout(), message.dtype().size()), message.address());
      for (int i = shape.length - 1; i >= 0 && first > 0; i--) {
        index[i] = first % shape[i];
        first /= shape[i];
        at += index[i] * strides[i];
      }
    }

    Walk(long address, int item, long count) {
      this(new Axes(new long[] {count}, new long[] {item}), address);
    }

    private Walk(Axes axes, long address) {
      shape = axes.shape();
      strides = axes.strides();
      index = new long[shape.length];
      stride = strides[shape.length - 1];
      at = address;
    }

    long run() {
      int last = shape.length - 1;
      return shape[last] - index[last];
    }

    void advance(long n) {
      int axis = shape.length - 1;
      index[axis] += n;
      at += n * stride;
      while (axis > 0 && index[axis] == shape[axis]) {
        at -= shape[axis] * strides[axis];
        index[axis] = 0;
        axis--;
        index[axis]++;
        at += strides[axis];
      }
    }
  }

  /**
   * The axes of a layout without those of size 1, and with neighbours merged where one step of the outer is a whole turn of
   * the inner. There is at least one.
   *
   * @param shape sizes
   * @param strides bytes
   */
  public record Axes(long[] shape, long[] strides) {
    /**
     * Simplifies a layout.
     *
     * @param layout a layout with at least one element
     * @param item bytes of an element
     * @return the fewest axes that visit the same bytes in the same order
     */
    public static Axes of(Layout layout, int item) {
      var shape = new long[layout.ndim()];
      var strides = new long[layout.ndim()];
      int n = 0;
      for (int i = 0; i < layout.ndim(); i++) {
        long size = layout.shape(i);
        long stride = layout.stride(i);
        if (size == 1) {
          continue;
        }
        if (n > 0 && strides[n - 1] == stride * size) {
          shape[n - 1] *= size;
          strides[n - 1] = stride;
        } else {
          shape[n] = size;
          strides[n++] = stride;
        }
      }
      if (n == 0) {
        return new Axes(new long[] {1}, new long[] {item});
      }
      return new Axes(Arrays.copyOf(shape, n), Arrays.copyOf(strides, n));
    }

    /**
     * How many bytes lie together.
     *
     * @param item bytes of an element
     * @return the size of the innermost run without gaps
     */
    public long block(int item) {
      int last = shape.length - 1;
      return strides[last] == item ? shape[last] * item : item;
    }
  }
}
