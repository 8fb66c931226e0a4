package orthant.ufunc.compile;

import java.util.function.Supplier;
import orthant.kernel.Kernel;

/** A {@link Stretch}, and the loop over single elements that computes the vectors at which it stops. */
final class StoppingKernel implements Kernel {
  /** The most elements that are computed one by one before vectors are tried again. */
  private static final long MOST = 1024;

  private final Stretch vectors;
  private final Supplier<Kernel> single;
  private final int width;
  private final boolean whole;
  private Kernel made;

  /**
   * A kernel.
   *
   * @param vectors the stretch
   * @param single makes the loop over single elements
   * @param width lanes of a vector
   * @param whole whether the stretch computes all of a row, its last vector with elements that are done, and not whole vectors only
   */
  StoppingKernel(Stretch vectors, Supplier<Kernel> single, int width, boolean whole) {
    this.vectors = vectors;
    this.single = single;
    this.width = width;
    this.whole = whole;
  }

  @Override
  public void run(long[] frame) {
    long[] rows = frame;
    for (long at = vectors.run(rows); at != Stretch.DONE; at = vectors.run(rows)) {
      long row = at / rows[1];
      long column = at % rows[1];
      row(window(rows, row, column, 1, rows[1] - column));
      rows = window(rows, row + 1, 0, rows[0] - row - 1, rows[1]);
    }
  }

  /** Computes what is left of a row, from a vector on in which some are rare. */
  private void row(long[] left) {
    long columns = left[1];
    long length = width;
    while (columns >= width) {
      columns = single(left, columns, Math.min(length, columns / width * width));
      if (columns >= width) {
        left[1] = columns;
        long at = vectors.run(left);
        if (at == Stretch.DONE) {
          return;
        }
        // Where rare elements come one after the other, vectors are computed in vain.
        length = at == 0 ? Math.min(2 * length, MOST) : width;
        columns -= at;
        skip(left, at);
      }
    }
    if (whole && columns > 0) {
      single(left, columns, columns);
    }
  }

  /** Computes some elements one by one and leaves them behind. */
  private long single(long[] left, long columns, long count) {
    if (made == null) {
      made = single.get();
    }
    left[1] = count;
    made.run(left);
    skip(left, count);
    return columns - count;
  }

  private static void skip(long[] frame, long count) {
    for (int k = 2; k < frame.length; k += 3) {
      frame[k] += count * frame[k + 1];
    }
  }

  private static long[] window(long[] frame, long row, long column, long rows, long columns) {
    long[] part = frame.clone();
    part[0] = rows;
    part[1] = columns;
    for (int k = 2; k < part.length; k += 3) {
      part[k] += row * frame[k + 2] + column * frame[k + 1];
    }
    return part;
  }

  @Override
  public String form() {
    return "vector";
  }
}
