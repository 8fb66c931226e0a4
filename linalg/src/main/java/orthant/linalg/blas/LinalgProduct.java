package orthant.linalg.blas;

import orthant.kernel.MatrixLoop;
import orthant.kernel.MatrixProduct;
import orthant.kernel.ReferenceProduct;

/** The product that core finds: small matrices and integers by register tiles in Java, large ones by the chosen BLAS. */
public final class LinalgProduct implements MatrixProduct {
  /** Up to so many multiplications, the way into a library costs more than its kernels gain. */
  private static final long SMALL = 64L * 64 * 64;
  /** The same for a vector, whose product is one pass over memory. */
  private static final long SMALL_VECTOR = 512;

  private final ReferenceProduct reference = new ReferenceProduct();

  /** For the service loader. */
  public LinalgProduct() {}

  @Override
  public String name() {
    return "linalg";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public void multiply(MatrixLoop loop) {
    if (loop.k() == 0) {
      loop.forEach((a, b, c) -> TileKernel.zero(loop, c));
    } else if (loop.dtype().isBool()) {
      reference.multiply(loop);
    } else {
      kernel(loop).multiply(loop);
    }
  }

  /** The name of the backend, or what the products in Java are made of. */
  @Override
  public String form(MatrixLoop loop) {
    if (loop.k() == 0 || loop.dtype().isBool()) {
      return reference.name();
    }
    return kernel(loop) instanceof TileKernel tiles ? tiles.bits() > 0 ? "vector" : "scalar" : Backends.active().name();
  }

  /**
   * The width of the vectors in the kernels in Java.
   *
   * @return bits, 0 without vectors
   */
  public static int vectorBits() {
    return TileKernel.vector().bits();
  }

  private static Kernel kernel(MatrixLoop loop) {
    if (!loop.dtype().isFloat()) {
      return TileKernel.vector();
    }
    boolean vector = loop.m() == 1 || loop.n() == 1;
    // Divisions, so that sizes near 2^63 do not overflow.
    long limit = vector ? SMALL_VECTOR : SMALL;
    boolean small = loop.m() <= limit && loop.n() <= limit / loop.m() && loop.k() <= limit / (loop.m() * loop.n());
    return small ? TileKernel.vector() : Backends.active().kernel();
  }
}
