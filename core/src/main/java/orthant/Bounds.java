package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** What becomes of a position outside of its axis; NumPy's {@code mode}. */
public enum Bounds {
  /** It is refused; negative positions count from the end. */
  RAISE,
  /** It wraps around: position {@code size} is 0 again. */
  WRAP,
  /** It becomes the nearest one inside; negative positions become 0. */
  CLIP;

  /**
   * Brings positions inside of an axis; what is to be refused is left as it is.
   *
   * @param positions some positions
   * @param at where they begin
   * @param n how many
   * @param size the size of the axis, not 0
   */
  void bring(long[] positions, int at, int n, long size) {
    switch (this) {
      case RAISE -> {}
      case CLIP -> {
        for (int j = at; j < at + n; j++) {
          positions[j] = Math.max(0, Math.min(positions[j], size - 1));
        }
      }
      case WRAP -> {
        for (int j = at; j < at + n; j++) {
          long p = positions[j];
          positions[j] = p >= 0 && p < size ? p : Math.floorMod(p, size);
        }
      }
    }
  }

  /** Insists that an axis without elements is asked for none, if positions are to be brought inside. */
  void checkPossible(NDArray positions, long size, int axis) {
    if (this != RAISE && size == 0 && positions.size() > 0) {
      throw new IndexOutOfBoundsException("no position is inside of axis " + axis + " with size 0; there must be no positions, but they have shape "
          + Shapes.text(positions.shape()));
    }
  }

  /**
   * Positions brought inside of an axis.
   *
   * @param positions integers
   * @param size the size of the axis
   * @param axis the axis, for the message
   * @return int64 positions; those that are to be refused are still in it
   */
  NDArray inside(NDArray positions, long size, int axis) {
    var given = IndexArray.int64(positions);
    checkPossible(given, size, axis);
    if (this == RAISE || given.size() == 0) {
      return given;
    }
    var out = given.copy();
    long address = Access.door().address(out);
    long[] some = new long[(int) Math.min(out.size(), Places.CHUNK)];
    try (var _ = Hold.of(out)) {
      for (long done = 0; done < out.size(); done += some.length) {
        int n = (int) Math.min(some.length, out.size() - done);
        MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, address + 8 * done, some, 0, n);
        bring(some, 0, n, size);
        MemorySegment.copy(some, 0, Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, address + 8 * done, n);
      }
    }
    return out;
  }
}
