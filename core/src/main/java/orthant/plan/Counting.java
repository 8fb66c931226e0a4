package orthant.plan;

import java.util.Objects;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Raw;

/** Counts small integers. */
public final class Counting {
  /** Numbers from this one on are not counted. */
  private static final long LIMIT = Integer.MAX_VALUE - 8;

  private Counting() {}

  /**
   * How often each number occurs, or the sums of weights.
   *
   * @param x integers or truth values along one axis
   * @param weights a weight for each, or null
   * @param least how many counts there are at least
   * @return a new array, {@code int64}, or {@code float64} for weights
   * @throws IllegalArgumentException if a number is less than 0, or too large
   */
  public static NDArray of(NDArray x, NDArray weights, long least) {
    var at = lying(x, DType.int64);
    long highest = at.size() == 0 ? -1 : at.view(DType.uint64).max().getLong();
    if (at.size() > 0 && Long.compareUnsigned(highest, LIMIT) >= 0) {
      long wrong = at.min().getLong() < 0 ? at.min().getLong() : highest;
      throw new IllegalArgumentException("cannot count " + wrong + "; elements must be from 0 to " + (LIMIT - 1));
    }
    long size = Math.max(least, highest + 1);
    long n = at.size();
    var out = Nd.zeros(weights == null ? DType.int64 : DType.float64, size);
    if (weights == null) {
      Engine.hold(new NDArray[] {at, out}, (_, where) -> count(where[0], n, size, where[1]));
    } else {
      Engine.hold(new NDArray[] {at, lying(weights, DType.float64), out}, (_, where) -> add(where[0], where[1], n, size, where[2]));
    }
    return out;
  }

  private static NDArray lying(NDArray a, DType type) {
    return a.dtype() == type && a.isContiguous() ? a : a.astype(type);
  }

  private static void count(long at, long n, long size, long to) {
    long i = 0;
    for (; i < n - 3; i += 4) {
      long from = at + i * 8;
      long a = place(from, size, to);
      long b = place(from + 8, size, to);
      long c = place(from + 16, size, to);
      long d = place(from + 24, size, to);
      Raw.setLong(a, Raw.getLong(a) + 1);
      Raw.setLong(b, Raw.getLong(b) + 1);
      Raw.setLong(c, Raw.getLong(c) + 1);
      Raw.setLong(d, Raw.getLong(d) + 1);
    }
    for (; i < n; i++) {
      long a = place(at + i * 8, size, to);
      Raw.setLong(a, Raw.getLong(a) + 1);
    }
  }

  private static void add(long at, long weights, long n, long size, long to) {
    for (long i = 0; i < n; i++) {
      long a = place(at + i * 8, size, to);
      Raw.setDouble(a, Raw.getDouble(a) + Raw.getDouble(weights + i * 8));
    }
  }

  /** Checked again, since another thread may have changed the number. */
  private static long place(long from, long size, long to) {
    return to + Objects.checkIndex(Raw.getLong(from), size) * 8;
  }
}
