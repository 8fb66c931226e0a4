package orthant;

import java.lang.ref.Reference;
import orthant.kernel.Access;

/**
 * Keeps the memory of arrays for as long as their addresses are used: {@code try (var _ = Hold.of(a, b)) {...}}. If one
 * of them was released already, none is kept and the typed exception says so.
 */
final class Hold implements AutoCloseable {
  private final NDArray[] arrays;
  private int held;

  private Hold(NDArray[] arrays) {
    this.arrays = arrays;
  }

  static Hold of(NDArray... arrays) {
    var hold = new Hold(arrays);
    try {
      for (var a : arrays) {
        Access.door().storage(a).acquire();
        hold.held++;
      }
    } catch (RuntimeException e) {
      hold.close();
      throw e;
    }
    return hold;
  }

  @Override
  public void close() {
    while (held > 0) {
      Access.door().storage(arrays[--held]).release();
    }
    Reference.reachabilityFence(arrays);
  }
}
