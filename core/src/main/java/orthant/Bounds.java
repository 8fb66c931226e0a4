package orthant;

import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;

/** What becomes of a position outside of its axis; NumPy's {@code mode}. */
public enum Bounds {
  /** It is refused; negative positions count from the end. */
  RAISE {
    @Override
    long inside(long position, long size) {
      return position;
    }
  },
  /** It wraps around: position {@code size} is 0 again. */
  WRAP {
    @Override
    long inside(long position, long size) {
      return Math.floorMod(position, size);
    }
  },
  /** It becomes the nearest one inside; negative positions become 0. */
  CLIP {
    @Override
    long inside(long position, long size) {
      return Math.clamp(position, 0, size - 1);
    }
  };

  abstract long inside(long position, long size);

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
    var out = given.copy();
    long address = Access.door().address(out);
    try (var _ = Hold.of(out)) {
      for (long i = 0; i < out.size(); i++) {
        Raw.setLong(address + 8 * i, inside(Raw.getLong(address + 8 * i), size));
      }
    }
    return out;
  }
}
