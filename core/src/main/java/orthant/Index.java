package orthant;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/**
 * One part of an index, for {@link NDArray#get(Index...)}: {@code a.get(slice(1, 3), reversed(), newAxis(), ellipsis(), at(0))}
 * is NumPy's {@code a[1:3, ::-1, None, ..., 0]}. Immutable.
 *
 * <p>Slices follow Python's rules: bounds outside of the axis are clipped to it, negative bounds count from the end, and
 * a slice that goes the wrong way is empty.
 *
 * <p>Arrays follow NumPy's rules for advanced indexing: index arrays are broadcast together, a mask stands for the arrays
 * of positions where it is true, and numbers count as arrays without axes. The axes of what they pick together come
 * where the arrays were, or first if a slice, an ellipsis or a new axis stands between two of them.
 */
public final class Index {
  /** A bound that was left out. */
  private static final long OPEN = Long.MIN_VALUE;

  /** An array of more elements is not written out in text. */
  private static final int WRITTEN = 20;

  private static final Index ALL = new Index(Kind.SLICE, OPEN, OPEN, 1, null);
  private static final Index REVERSED = new Index(Kind.SLICE, OPEN, OPEN, -1, null);
  private static final Index NEW_AXIS = new Index(Kind.NEW_AXIS, 0, 0, 0, null);
  private static final Index ELLIPSIS = new Index(Kind.ELLIPSIS, 0, 0, 0, null);

  enum Kind {
    AT, SLICE, NEW_AXIS, ELLIPSIS, ARRAY
  }

  private final Kind kind;
  private final long start;
  private final long stop;
  private final long step;
  /** Positions or a mask; null for all kinds but {@link Kind#ARRAY}. */
  private final NDArray array;

  private Index(Kind kind, long start, long stop, long step, NDArray array) {
    this.kind = kind;
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.array = array;
  }

  /**
   * One position, which takes the axis away: {@code a[index]}.
   *
   * @param index from {@code -size} to {@code size - 1}; negative ones count from the end
   * @return the part
   */
  public static Index at(long index) {
    return new Index(Kind.AT, index, 0, 0, null);
  }

  /**
   * The elements at some positions, or those where a mask is true: {@code a[array]}.
   *
   * @param array integer positions, which replace one axis by their own axes, negative ones counting from the end; or a
   *     bool array, which replaces as many axes as it has by one; it is not copied
   * @return the part
   * @throws IllegalArgumentException if the array is neither of integers nor bool
   */
  public static Index at(NDArray array) {
    if (!array.dtype().isInteger() && !array.dtype().isBool()) {
      throw new IllegalArgumentException(
          "an index array must be of integers or bool but is " + array.dtype() + "; cast with astype(int64), or compare to get a mask");
    }
    return new Index(Kind.ARRAY, 0, 0, 0, array);
  }

  /**
   * The elements at some positions: {@code a[[0, 2, 1]]}.
   *
   * @param positions each from {@code -size} to {@code size - 1}, in any order and as often as wanted
   * @return the part; unlike {@link #at(long)}, one position keeps the axis
   */
  public static Index positions(long... positions) {
    return at(Nd.array(positions));
  }

  /**
   * The elements where a mask is true: {@code a[mask]}.
   *
   * @param mask a bool array of the sizes of the axes that it replaces; it is not copied
   * @return the part
   * @throws IllegalArgumentException if the array is not bool
   */
  public static Index mask(NDArray mask) {
    if (!mask.dtype().isBool()) {
      throw new IllegalArgumentException("a mask must be bool but is " + mask.dtype() + "; compare, or cast with astype(bool)");
    }
    return at(mask);
  }

  /**
   * The elements where a mask is true: {@code a[[True, False, True]]}.
   *
   * @param mask as many as the axis has elements
   * @return the part
   */
  public static Index mask(boolean... mask) {
    return at(Nd.array(mask));
  }

  /**
   * The elements from one position up to another: {@code a[start:stop]}.
   *
   * @param start the first position; negative ones count from the end
   * @param stop the position after the last one; negative ones count from the end
   * @return the part
   */
  public static Index slice(long start, long stop) {
    return slice(start, stop, 1);
  }

  /**
   * Every {@code step}-th element from one position up to another: {@code a[start:stop:step]}.
   *
   * @param start the first position; negative ones count from the end
   * @param stop the position before which to end; negative ones count from the end
   * @param step how far to go each time; negative ones go backwards
   * @return the part
   * @throws IllegalArgumentException if the step is 0
   */
  public static Index slice(long start, long stop, long step) {
    // The lowest long means "left out" inside this class; as a bound it is clipped like its neighbour.
    return new Index(Kind.SLICE, Math.max(start, OPEN + 1), Math.max(stop, OPEN + 1), 1, null).by(step);
  }

  /**
   * The elements from one position on: {@code a[start:]}.
   *
   * @param start the first position; negative ones count from the end
   * @return the part
   */
  public static Index from(long start) {
    return new Index(Kind.SLICE, Math.max(start, OPEN + 1), OPEN, 1, null);
  }

  /**
   * The elements before one position: {@code a[:stop]}.
   *
   * @param stop the position after the last one; negative ones count from the end
   * @return the part
   */
  public static Index until(long stop) {
    return new Index(Kind.SLICE, OPEN, Math.max(stop, OPEN + 1), 1, null);
  }

  /**
   * The whole axis: {@code a[:]}.
   *
   * @return the part
   */
  public static Index all() {
    return ALL;
  }

  /**
   * The whole axis backwards: {@code a[::-1]}.
   *
   * @return the part
   */
  public static Index reversed() {
    return REVERSED;
  }

  /**
   * A new axis of size 1: {@code a[None]}.
   *
   * @return the part
   */
  public static Index newAxis() {
    return NEW_AXIS;
  }

  /**
   * All axes that the other parts leave: {@code a[...]}.
   *
   * @return the part
   */
  public static Index ellipsis() {
    return ELLIPSIS;
  }

  /**
   * This slice with another step: {@code all().by(2)} is {@code a[::2]}, {@code from(5).by(-1)} is {@code a[5::-1]}.
   *
   * @param step how far to go each time; negative ones go backwards
   * @return the part
   * @throws IllegalArgumentException if the step is 0
   * @throws IllegalStateException if this is not a slice
   */
  public Index by(long step) {
    if (kind != Kind.SLICE) {
      throw new IllegalStateException("'" + this + "' has no step; only slices have one");
    }
    if (step == 0) {
      throw new IllegalArgumentException("the slice '" + this + "' cannot have step 0; it must be positive or negative");
    }
    return new Index(Kind.SLICE, start, stop, Math.max(step, -Long.MAX_VALUE), null);
  }

  /**
   * Reads an index as Python writes it between the brackets: integers, slices {@code start:stop:step}, {@code None} or
   * {@code newaxis}, {@code ...}, and lists of integers or of {@code True} and {@code False}, also nested ones, with
   * commas between.
   *
   * @param text for example {@code "1:3, ::-1, None, ..., 0"} or {@code "[0, 2, 1], ::2"}
   * @return its parts
   * @throws IllegalArgumentException if the text is something else; the message points at the place
   */
  public static Index[] parse(String text) {
    return new IndexParser(text).parse();
  }

  Kind kind() {
    return kind;
  }

  long start() {
    return start;
  }

  long step() {
    return step;
  }

  boolean isArray() {
    return kind == Kind.ARRAY;
  }

  NDArray array() {
    return array;
  }

  /** Whether an index has arrays in it, so that it picks elements one by one. */
  static boolean anyArray(Index... parts) {
    for (var part : parts) {
      if (part.kind == Kind.ARRAY) {
        return true;
      }
    }
    return false;
  }

  /** How many axes the parts of an index take; checks that there are so many, and one ellipsis at most. */
  static int axesUsed(Layout layout, Index... parts) {
    int used = 0;
    boolean ellipsis = false;
    for (var part : parts) {
      switch (part.kind) {
        case NEW_AXIS -> {}
        case ELLIPSIS -> {
          if (ellipsis) {
            throw new IllegalArgumentException("the index " + text(parts) + " has more than one ellipsis; there may be one");
          }
          ellipsis = true;
        }
        case AT, SLICE -> used++;
        case ARRAY -> used += part.array.dtype().isBool() ? part.array.ndim() : 1;
      }
    }
    if (used > layout.ndim()) {
      throw new IndexOutOfBoundsException("the index " + text(parts) + " uses " + used + " axes of an array of shape "
          + Shapes.text(layout.shape()) + "; there are " + layout.ndim());
    }
    return used;
  }

  /**
   * Applies this slice to an axis.
   *
   * @param size the axis's size
   * @param stride its stride
   * @param shape where the new size goes
   * @param strides where the new stride goes
   * @param at at which place
   * @return how far the first element moves
   */
  long slice(long size, long stride, long[] shape, long[] strides, int at) {
    long length = length(size);
    shape[at] = length;
    // An axis of at most one element needs no stride, and the product could overflow.
    strides[at] = length > 1 ? step * stride : stride;
    return length > 0 ? first(size) * stride : 0;
  }

  /** The first position of this slice on an axis of some size; meaningless if {@link #length} is 0. */
  long first(long size) {
    return bound(start, size, step > 0 ? 0 : size - 1);
  }

  /** How many elements this slice takes of an axis. */
  long length(long size) {
    long first = first(size);
    long end = bound(stop, size, step > 0 ? size : -1);
    if (step > 0) {
      return first < end ? (end - first - 1) / step + 1 : 0;
    }
    return end < first ? (first - end - 1) / -step + 1 : 0;
  }

  private long bound(long at, long size, long open) {
    if (at == OPEN) {
      return open;
    }
    long low = step > 0 ? 0 : -1;
    return Math.clamp(at < 0 ? at + size : at, low, size + low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Index that && kind == that.kind && start == that.start && stop == that.stop && step == that.step
        && (array == that.array || sameElements(array, that.array));
  }

  private static boolean sameElements(NDArray a, NDArray b) {
    return a != null && b != null && a.dtype() == b.dtype() && a.sameShape(b) && Arrays.equals(a.toLongArray(), b.toLongArray());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * kind.hashCode() + Long.hashCode(start)) + Long.hashCode(stop)) + Long.hashCode(step);
  }

  /** This part as Python writes it; of a large array only the type and the shape. */
  @Override
  public String toString() {
    return switch (kind) {
      case AT -> Long.toString(start);
      case NEW_AXIS -> "None";
      case ELLIPSIS -> "...";
      case ARRAY -> array.size() > WRITTEN ? array.dtype() + Shapes.text(array.shape()) : list(array);
      case SLICE -> text(start) + ":" + text(stop) + (step == 1 ? "" : ":" + step);
    };
  }

  private static String text(long bound) {
    return bound == OPEN ? "" : Long.toString(bound);
  }

  private static String list(NDArray array) {
    if (array.ndim() == 0) {
      return array.dtype().isBool() ? array.getBoolean() ? "True" : "False" : Long.toString(array.getLong());
    }
    return Stream.of(Nd.unstack(array, 0)).map(Index::list).collect(Collectors.joining(", ", "[", "]"));
  }

  static String text(Index... indices) {
    return Stream.of(indices).map(Index::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
