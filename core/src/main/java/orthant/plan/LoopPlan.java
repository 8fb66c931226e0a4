package orthant.plan;

import orthant.kernel.Executor;
import orthant.kernel.Kernel;

/**
 * Nested loops over operands, after broadcasting, reordering and merging axes: what is left of a call when the shapes are
 * understood. Immutable. The work is cut into tasks by sizes alone, so the cut is the same for any number of threads.
 */
public final class LoopPlan {
  /**
   * The most elements that one kernel call covers: enough to hide the call, few enough that a cold kernel is replaced by
   * its compiled form soon, and that the operands of a call stay in the first-level cache.
   */
  public static final long CHUNK = 4096;

  /** Bytes of an operand that one kernel call covers, if its elements are so small that {@link #CHUNK} of them are less. */
  private static final long PIECE = 32_768;

  /** The most elements side by side that go through all steps of a chain together. */
  private static final long STRIP = 512;

  private final long[] dims;
  private final long[][] strides;
  private final long[] addresses;
  private final long size;
  private final long columns;
  private final long rows;
  private final long piece;
  private final long pieces;
  private final long rowsPerTask;
  private final long rowTasks;
  private final long tasks;

  /**
   * A plan.
   *
   * @param dims the loops, outermost first; at least one
   * @param strides for each operand, bytes a step of each loop moves
   * @param addresses for each operand, where it begins
   */
  LoopPlan(long[] dims, long[][] strides, long[] addresses) {
    this.dims = dims;
    this.strides = strides;
    this.addresses = addresses;
    long n = 1;
    for (long d : dims) {
      n *= d;
    }
    size = n;
    columns = dims[dims.length - 1];
    rows = dims.length > 1 ? dims[dims.length - 2] : 1;
    piece = piece(strides);
    pieces = Math.max(1, (columns + piece - 1) / piece);
    rowsPerTask = pieces > 1 ? 1 : Math.max(1, CHUNK / Math.max(columns, 1));
    rowTasks = (rows + rowsPerTask - 1) / rowsPerTask;
    tasks = size == 0 ? 0 : n / (rows * columns) * rowTasks * pieces;
  }

  /** The most elements of the innermost loop in one kernel call. */
  private static long piece(long[][] strides) {
    long widest = 1;
    for (long[] stride : strides) {
      widest = Math.max(widest, Math.abs(stride[stride.length - 1]));
    }
    return Math.max(CHUNK, PIECE / widest);
  }

  /**
   * The number of elements.
   *
   * @return the product of the loops
   */
  public long size() {
    return size;
  }

  /**
   * The number of operands.
   *
   * @return inputs and outputs
   */
  public int operands() {
    return addresses.length;
  }

  /**
   * The innermost step of an operand.
   *
   * @param operand the operand
   * @return bytes
   */
  public long stride(int operand) {
    return strides[operand][dims.length - 1];
  }

  /**
   * The step of an operand along a loop.
   *
   * @param operand the operand
   * @param dim 0 is the outermost
   * @return bytes
   */
  long stride(int operand, int dim) {
    return strides[operand][dim];
  }

  /**
   * The number of independent tasks.
   *
   * @return depends on the sizes of the loops alone
   */
  public long tasks() {
    return tasks;
  }

  /**
   * The size of a loop.
   *
   * @param dim 0 is the outermost
   * @return its size
   */
  long dim(int dim) {
    return dims[dim];
  }

  /**
   * The number of loops.
   *
   * @return at least 1
   */
  int loops() {
    return dims.length;
  }

  /**
   * Where an operand is at an iteration of all loops but the innermost.
   *
   * @param operand the operand
   * @param outer the number of the iteration, in the order of the loops
   * @return an absolute address
   */
  long address(int operand, long outer) {
    long address = addresses[operand];
    for (int d = dims.length - 2; d >= 0; d--) {
      address += outer % dims[d] * strides[operand][d];
      outer /= dims[d];
    }
    return address;
  }

  /**
   * Runs a kernel over all elements.
   *
   * @param kernel the loop
   * @param executor who runs the tasks
   * @param cost nanoseconds an element, roughly
   */
  public void run(Kernel kernel, Executor executor, double cost) {
    if (tasks == 1) {
      run(kernel, 0, 1);
    } else if (tasks > 0) {
      executor.run(tasks, (long) (size * cost), (from, to) -> run(kernel, from, to));
    }
  }

  /**
   * Runs a kernel over all elements, and again a step further, in order: each step may load what the one before has stored.
   *
   * @param kernel the loop
   * @param executor who runs the tasks: strips of the innermost loop, each with all steps
   * @param cost nanoseconds an element, roughly
   * @param steps how often
   * @param moves for each operand, bytes from one step to the next
   */
  void chain(Kernel kernel, Executor executor, double cost, long steps, long[] moves) {
    if (size == 0) {
      return;
    }
    int inner = dims.length - 1;
    long width = Math.min(columns, STRIP);
    long strips = (columns + width - 1) / width;
    long atOnce = Math.max(1, CHUNK / width);
    executor.run(size / columns * strips, (long) (size * steps * (cost + 1)), (from, to) -> {
      long[] frame = new long[2 + 3 * addresses.length];
      for (long task = from; task < to; task++) {
        long column = task % strips * width;
        frame[1] = Math.min(width, columns - column);
        for (int k = 0; k < addresses.length; k++) {
          frame[3 + 3 * k] = strides[k][inner];
          frame[4 + 3 * k] = moves[k];
        }
        for (long step = 0; step < steps; step += atOnce) {
          frame[0] = Math.min(atOnce, steps - step);
          for (int k = 0; k < addresses.length; k++) {
            frame[2 + 3 * k] = address(k, task / strips) + column * strides[k][inner] + step * moves[k];
          }
          kernel.run(frame);
        }
      }
    });
  }

  /**
   * Runs a kernel over some tasks.
   *
   * @param kernel the loop
   * @param from the first task
   * @param to the one after the last
   */
  public void run(Kernel kernel, long from, long to) {
    int inner = dims.length - 1;
    long[] frame = new long[2 + 3 * addresses.length];
    for (int k = 0; k < addresses.length; k++) {
      frame[3 + 3 * k] = strides[k][inner];
      frame[4 + 3 * k] = inner > 0 ? strides[k][inner - 1] : 0;
    }
    for (long task = from; task < to; task++) {
      long first = task % pieces * piece;
      long rest = task / pieces;
      long row = rest % rowTasks * rowsPerTask;
      rest /= rowTasks;
      frame[0] = Math.min(rowsPerTask, rows - row);
      frame[1] = Math.min(piece, columns - first);
      for (int k = 0; k < addresses.length; k++) {
        frame[2 + 3 * k] = addresses[k] + first * frame[3 + 3 * k] + row * frame[4 + 3 * k];
      }
      for (int d = inner - 2; d >= 0 && rest > 0; d--) {
        long i = rest % dims[d];
        rest /= dims[d];
        for (int k = 0; k < addresses.length; k++) {
          frame[2 + 3 * k] += i * strides[k][d];
        }
      }
      kernel.run(frame);
    }
  }
}
