package orthant.kernel;

import orthant.DType;
import orthant.memory.Raw;

/** The textbook product: the oracle of every faster one, and what core uses when it is alone. */
public final class ReferenceProduct implements MatrixProduct {
  /** For the service loader and the tests. */
  public ReferenceProduct() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public void multiply(MatrixLoop loop) {
    var dot = dot(loop.dtype());
    loop.forEach((a, b, c) -> {
      for (long i = 0; i < loop.m(); i++) {
        for (long j = 0; j < loop.n(); j++) {
          dot.accept(loop.k(), a + i * loop.a().row(), loop.a().column(), b + j * loop.b().column(), loop.b().row(),
              c + i * loop.c().row() + j * loop.c().column());
        }
      }
    });
  }

  /** Sets the element at c to the sum of k products along a and b. */
  @FunctionalInterface
  private interface Dot {
    void accept(long k, long a, long aStep, long b, long bStep, long c);
  }

  private static Dot dot(DType dtype) {
    return switch (dtype) {
      case float64 -> (k, a, aStep, b, bStep, c) -> {
        double sum = 0;
        for (long p = 0; p < k; p++) {
          sum += Raw.getDouble(a + p * aStep) * Raw.getDouble(b + p * bStep);
        }
        Raw.setDouble(c, sum);
      };
      case float32 -> (k, a, aStep, b, bStep, c) -> {
        float sum = 0;
        for (long p = 0; p < k; p++) {
          sum += Raw.getFloat(a + p * aStep) * Raw.getFloat(b + p * bStep);
        }
        Raw.setFloat(c, sum);
      };
      case int64 -> (k, a, aStep, b, bStep, c) -> {
        long sum = 0;
        for (long p = 0; p < k; p++) {
          sum += Raw.getLong(a + p * aStep) * Raw.getLong(b + p * bStep);
        }
        Raw.setLong(c, sum);
      };
      case int32 -> (k, a, aStep, b, bStep, c) -> {
        int sum = 0;
        for (long p = 0; p < k; p++) {
          sum += Raw.getInt(a + p * aStep) * Raw.getInt(b + p * bStep);
        }
        Raw.setInt(c, sum);
      };
      case bool -> (k, a, aStep, b, bStep, c) -> {
        int any = 0;
        for (long p = 0; p < k && any == 0; p++) {
          any = Raw.getByte(a + p * aStep) & Raw.getByte(b + p * bStep);
        }
        Raw.setByte(c, (byte) any);
      };
      default -> throw new IllegalArgumentException("products of " + dtype + " are computed in another type");
    };
  }
}
