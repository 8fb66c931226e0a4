package orthant.plan;

import orthant.DType;
import orthant.memory.Cell;
import orthant.memory.Raw;

/**
 * The loops of {@link Scans}: running sums and products of elements side by side. Each result depends on the one before, so
 * there is nothing for vectors to do. Addresses are trusted; source and target may be the same.
 */
final class Running {
  private Running() {}

  /**
   * Combines each element with the result before it.
   *
   * @param type the type of the elements and results
   * @param source where the elements begin
   * @param target where the results begin
   * @param n how many
   * @param sum sums, else products
   */
  static void run(DType type, long source, long target, long n, boolean sum) {
    switch (type) {
      case float64 -> doubles(source, target, n, sum);
      case float32 -> floats(source, target, n, sum);
      case int64, uint64 -> longs(source, target, n, sum);
      case int32, uint32 -> ints(source, target, n, sum);
      case complex64, complex128 -> complexes(Cell.of(type), type.size(), source, target, n, sum);
      default -> cells(Cell.of(type), type, source, target, n, sum);
    }
  }

  private static void doubles(long source, long target, long n, boolean sum) {
    double last = Raw.getDouble(source);
    Raw.setDouble(target, last);
    if (sum) {
      for (long i = 1; i < n; i++) {
        last += Raw.getDouble(source + 8 * i);
        Raw.setDouble(target + 8 * i, last);
      }
    } else {
      for (long i = 1; i < n; i++) {
        last *= Raw.getDouble(source + 8 * i);
        Raw.setDouble(target + 8 * i, last);
      }
    }
  }

  private static void floats(long source, long target, long n, boolean sum) {
    float last = Raw.getFloat(source);
    Raw.setFloat(target, last);
    if (sum) {
      for (long i = 1; i < n; i++) {
        last += Raw.getFloat(source + 4 * i);
        Raw.setFloat(target + 4 * i, last);
      }
    } else {
      for (long i = 1; i < n; i++) {
        last *= Raw.getFloat(source + 4 * i);
        Raw.setFloat(target + 4 * i, last);
      }
    }
  }

  private static void longs(long source, long target, long n, boolean sum) {
    long last = Raw.getLong(source);
    Raw.setLong(target, last);
    if (sum) {
      for (long i = 1; i < n; i++) {
        last += Raw.getLong(source + 8 * i);
        Raw.setLong(target + 8 * i, last);
      }
    } else {
      for (long i = 1; i < n; i++) {
        last *= Raw.getLong(source + 8 * i);
        Raw.setLong(target + 8 * i, last);
      }
    }
  }

  private static void ints(long source, long target, long n, boolean sum) {
    int last = Raw.getInt(source);
    Raw.setInt(target, last);
    if (sum) {
      for (long i = 1; i < n; i++) {
        last += Raw.getInt(source + 4 * i);
        Raw.setInt(target + 4 * i, last);
      }
    } else {
      for (long i = 1; i < n; i++) {
        last *= Raw.getInt(source + 4 * i);
        Raw.setInt(target + 4 * i, last);
      }
    }
  }

  private static void complexes(Cell cell, int size, long source, long target, long n, boolean sum) {
    double re = cell.getDouble(source);
    double im = cell.getImag(source);
    cell.set(target, re, im);
    for (long i = 1; i < n; i++) {
      double x = cell.getDouble(source + size * i);
      double y = cell.getImag(source + size * i);
      long at = target + size * i;
      cell.set(at, sum ? re + x : re * x - im * y, sum ? im + y : re * y + im * x);
      re = cell.getDouble(at);
      im = cell.getImag(at);
    }
  }

  /** Types without a loop of their own. */
  private static void cells(Cell cell, DType type, long source, long target, long n, boolean sum) {
    int size = type.size();
    if (type.isFloat()) {
      // The sum or product of two narrower numbers, rounded to binary64 and then to their type, is rounded right.
      double last = cell.getDouble(source);
      cell.set(target, last);
      for (long i = 1; i < n; i++) {
        double x = cell.getDouble(source + size * i);
        cell.set(target + size * i, sum ? last + x : last * x);
        last = cell.getDouble(target + size * i);
      }
    } else {
      long last = cell.getLong(source);
      cell.set(target, last);
      for (long i = 1; i < n; i++) {
        long x = cell.getLong(source + size * i);
        cell.set(target + size * i, sum ? last + x : last * x);
        last = cell.getLong(target + size * i);
      }
    }
  }
}
