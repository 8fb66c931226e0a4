package orthant.ufunc.compile;

import java.util.List;
import java.util.function.Supplier;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;

/** A {@link Stretch}, and the loop over single elements that computes the elements at which it stops. */
final class StoppingKernel implements Kernel {
  /** The most elements that are computed one by one before vectors are tried again. */
  private static final long MOST = 1024;

  private final Stretch vectors;
  private final Supplier<Kernel> made;
  private final int width;
  private final boolean whole;
  private final int inputs;
  private final int[] sizes;
  /** Bytes between the elements of an operand; 0 if it does not move. */
  private final long[] apart;
  /** Whether complex numbers are among the operands, of which lanes may be in any order. */
  private final boolean pairs;
  private Kernel single;

  /**
   * A kernel.
   *
   * @param vectors the stretch
   * @param single makes the loop over single elements
   * @param width lanes of a vector
   * @param whole whether the stretch computes all of a row, its last vector with elements that are done, and not whole vectors only
   */
  StoppingKernel(Stretch vectors, Supplier<Kernel> single, Program program, List<Step> steps, int width, boolean whole) {
    this.vectors = vectors;
    this.made = single;
    this.width = width;
    this.whole = whole;
    pairs = steps.contains(Step.REAL);
    inputs = program.inputs();
    sizes = new int[inputs + program.outputs()];
    apart = new long[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = k < inputs ? program.input(k).size() : program.output(k - inputs).size();
      apart[k] = (long) steps.get(k).elements() * sizes[k];
    }
  }

  @Override
  public void run(long[] frame) {
    int nothing = pairs || overlap(frame) ? 1 : 0;
    long[] rows = frame;
    for (long stop = vectors.run(rows, nothing); stop != Stretch.DONE; stop = vectors.run(rows, nothing)) {
      long at = stop >> Stretch.LANES;
      long row = at / rows[1];
      long column = at % rows[1];
      row(window(rows, row, column, 1, rows[1] - column), stop, nothing);
      rows = window(rows, row + 1, 0, rows[0] - row - 1, rows[1]);
    }
  }

  /** Computes what is left of a row, from a vector on in which some are rare. */
  private void row(long[] left, long firstStop, int nothing) {
    long columns = left[1];
    long length = width;
    long stop = firstStop;
    while (columns >= width) {
      int lanes = (int) stop & (1 << Stretch.LANES) - 1;
      if (nothing == 1 || 2 * Integer.bitCount(lanes) >= width) {
        columns = single(left, columns, Math.min(length, columns / width * width));
      } else {
        columns -= width;
        lanes(left, lanes);
      }
      if (columns >= width) {
        left[1] = columns;
        stop = vectors.run(left, nothing);
        if (stop == Stretch.DONE) {
          return;
        }
        long at = stop >> Stretch.LANES;
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

  /** Computes the rare lanes of a vector and leaves it behind. */
  private void lanes(long[] left, int lanes) {
    long done = 0;
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      long lane = Integer.numberOfTrailingZeros(rest);
      skip(left, lane - done);
      single(left, 1, 1);
      done = lane + 1;
    }
    skip(left, width - done);
  }

  /** Computes some elements one by one and leaves them behind. */
  private long single(long[] left, long columns, long count) {
    if (single == null) {
      single = made.get();
    }
    left[1] = count;
    single.run(left);
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

  /** Whether an operand of a rare element may be gone when the others are stored. */
  private boolean overlap(long[] frame) {
    for (int out = inputs; out < sizes.length; out++) {
      for (int in = 0; in < inputs; in++) {
        if (low(frame, in) < high(frame, out) && low(frame, out) < high(frame, in)) {
          return true;
        }
      }
    }
    return false;
  }

  private long low(long[] frame, int k) {
    return frame[2 + 3 * k] + Math.min(0, (frame[0] - 1) * frame[4 + 3 * k]) + Math.min(0, (frame[1] - 1) * apart[k]);
  }

  private long high(long[] frame, int k) {
    return frame[2 + 3 * k] + Math.max(0, (frame[0] - 1) * frame[4 + 3 * k]) + Math.max(0, (frame[1] - 1) * apart[k]) + sizes[k];
  }

  @Override
  public String form() {
    return "vector";
  }
}
