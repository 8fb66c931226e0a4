package orthant;

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
   * Positions brought inside of an axis.
   *
   * @param positions integers
   * @param size the size of the axis
   * @param axis the axis, for the message
   * @return int64 positions; those that are to be refused are still in it
   */
  NDArray inside(NDArray positions, long size, int axis) {
    var given = IndexArray.int64(positions);
    if (this == RAISE || given.size() == 0) {
      return given;
    }
    if (size == 0) {
      throw new IndexOutOfBoundsException(
          "no position is inside of axis " + axis + " with size 0; there must be no positions, but they have shape " + Shapes.text(given.shape()));
    }
    if (this == CLIP) {
      return given.maximum(0).minimum(size - 1);
    }
    var out = given.copy();
    long address = Access.door().address(out);
    try (var _ = Hold.of(out)) {
      for (long i = 0; i < out.size(); i++) {
        long position = Raw.getLong(address + 8 * i);
        if (position < 0 || position >= size) {
          Raw.setLong(address + 8 * i, Math.floorMod(position, size));
        }
      }
    }
    return out;
  }
}
