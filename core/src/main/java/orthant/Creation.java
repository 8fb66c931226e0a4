package orthant;

import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Memory;

/** Makes arrays from memory; the public functions are in {@link Nd}. */
final class Creation {
  private Creation() {}

  static NDArray empty(DType dtype, Layout layout) {
    var memory = Memory.allocate(layout.size() * dtype.size());
    return Access.door().wrap(dtype, layout, memory.storage(), memory.address(), false);
  }
}
