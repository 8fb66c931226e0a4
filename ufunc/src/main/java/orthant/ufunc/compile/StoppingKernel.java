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
    long length = width;
    while (left[1] >= width) {
      long count = Math.min(length, left[1] / width * width);
      single(window(left, 0, 0, 1, count));
      left = window(left, 0, count, 1, left[1] - count);
      if (left[1] < width) {
        break;
      }
      long at = vectors.run(left);
      if (at == Stretch.DONE) {
        return;
      }
      // Where rare elements come one after the other, vectors are computed in vain.
      length = at == 0 ? Math.min(2 * length, MOST) : width;
      left = window(left, 0, at, 1, left[1] - at);
    }
    if (whole && left[1] > 0) {
      single(left);
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

  private void single(long[] frame) {
    if (made == null) {
      made = single.get();
    }
    made.run(frame);
  }

  @Override
  public String form() {
    return "vector";
  }
}
