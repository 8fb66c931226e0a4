package orthant.linalg.blas;

import jdk.incubator.vector.VectorShape;

/** The only class that names the Vector API; nobody loads it while the module is absent. */
final class VectorWidth {
  /** Whether the module is there. */
  static final boolean IS_THERE = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorWidth() {}

  /**
   * The preferred width of a vector.
   *
   * @return bits
   */
  static int bits() {
    return VectorShape.preferredShape().vectorBitSize();
  }
}
