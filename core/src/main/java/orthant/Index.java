package orthant;

import java.util.ArrayList;

/**
 * One part of an index, for {@link NDArray#get(Index...)}: {@code a.get(slice(1, 3), reversed(), newAxis(), ellipsis(), at(0))}
 * is NumPy's {@code a[1:3, ::-1, None, ..., 0]}. Immutable.
 *
 * <p>Slices follow Python's rules: bounds outside of the axis are clipped to it, negative bounds count from the end, and
 * a slice that goes the wrong way is empty.
 */
public final class Index {
  /** A bound that was left out. */
  private static final long OPEN = Long.MIN_VALUE;

  private static final Index ALL = new Index(Kind.SLICE, OPEN, OPEN, 1);
  private static final Index REVERSED = new Index(Kind.SLICE, OPEN, OPEN, -1);
  private static final Index NEW_AXIS = new Index(Kind.NEW_AXIS, 0, 0, 0);
  private static final Index ELLIPSIS = new Index(Kind.ELLIPSIS, 0, 0, 0);

  enum Kind {
    AT, SLICE, NEW_AXIS, ELLIPSIS
  }

  private final Kind kind;
  private final long start;
  private final long stop;
  private final long step;

  private Index(Kind kind, long start, long stop, long step) {
    this.kind = kind;
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /**
   * One position, which takes the axis away: {@code a[index]}.
   *
   * @param index from {@code -size} to {@code size - 1}; negative ones count from the end
   * @return the part
   */
  public static Index at(long index) {
    return new Index(Kind.AT, index, 0, 0);
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
    return new Index(Kind.SLICE, Math.max(start, OPEN + 1), Math.max(stop, OPEN + 1), 1).by(step);
  }

  /**
   * The elements from one position on: {@code a[start:]}.
   *
   * @param start the first position; negative ones count from the end
   * @return the part
   */
  public static Index from(long start) {
    return new Index(Kind.SLICE, Math.max(start, OPEN + 1), OPEN, 1);
  }

  /**
   * The elements before one position: {@code a[:stop]}.
   *
   * @param stop the position after the last one; negative ones count from the end
   * @return the part
   */
  public static Index until(long stop) {
    return new Index(Kind.SLICE, OPEN, Math.max(stop, OPEN + 1), 1);
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
    return new Index(Kind.SLICE, start, stop, Math.max(step, -Long.MAX_VALUE));
  }

  /**
   * Reads an index as Python writes it between the brackets: integers, slices {@code start:stop:step}, {@code None} or
   * {@code newaxis}, and {@code ...}, with commas between.
   *
   * @param text for example {@code "1:3, ::-1, None, ..., 0"}
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
    return other instanceof Index that && kind == that.kind && start == that.start && stop == that.stop && step == that.step;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * kind.hashCode() + Long.hashCode(start)) + Long.hashCode(stop)) + Long.hashCode(step);
  }

  /** This part as Python writes it. */
  @Override
  public String toString() {
    return switch (kind) {
      case AT -> Long.toString(start);
      case NEW_AXIS -> "None";
      case ELLIPSIS -> "...";
      case SLICE -> text(start) + ":" + text(stop) + (step == 1 ? "" : ":" + step);
    };
  }

  private static String text(long bound) {
    return bound == OPEN ? "" : Long.toString(bound);
  }

  static String text(Index... indices) {
    var parts = new ArrayList<String>();
    for (var index : indices) {
      parts.add(index.toString());
    }
    return "[" + String.join(", ", parts) + "]";
  }
}
