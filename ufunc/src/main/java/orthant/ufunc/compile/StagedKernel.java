package orthant.ufunc.compile;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReference;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.memory.Raw;

/**
 * A loop that calls functions of the user, block by block through Java arrays: the just-in-time compiler makes vectors of
 * loops over arrays, but hardly of those over native memory. Short rows take the plain loop.
 */
final class StagedKernel implements Kernel {
  /** Elements of a block: five operands of it take 10 KB of the first-level cache. */
  private static final int SIZE = 512;

  /** Elements of a row for which copying does not pay. */
  private static final int SHORT = 24;

  private final Lane[] lanes;
  private final int inputs;
  private final Kernel plain;
  private final Block block;
  /** Arrays that no call is using. */
  private final AtomicReference<Object[]> idle = new AtomicReference<>();

  StagedKernel(Program program, Kernel plain, Block block) {
    this.plain = plain;
    this.block = block;
    this.inputs = program.inputs();
    this.lanes = new Lane[BlockLoop.operands(program)];
    for (int k = 0; k < lanes.length; k++) {
      lanes[k] = BlockLoop.lane(program, k);
    }
  }

  @Override
  public void run(long[] frame) {
    long columns = frame[1];
    if (columns < SHORT) {
      plain.run(frame);
      return;
    }
    Object[] arrays = idle.getAndSet(null);
    if (arrays == null) {
      arrays = new Object[lanes.length];
      for (int k = 0; k < lanes.length; k++) {
        arrays[k] = array(lanes[k]);
      }
    }
    for (long row = 0; row < frame[0]; row++) {
      for (long column = 0; column < columns; column += SIZE) {
        int n = (int) Math.min(SIZE, columns - column);
        for (int k = 0; k < inputs; k++) {
          move(frame, k, row, column, arrays[k], n, true);
        }
        block.run(arrays, n);
        for (int k = inputs; k < lanes.length; k++) {
          move(frame, k, row, column, arrays[k], n, false);
        }
      }
    }
    idle.set(arrays);
  }

  @Override
  public String form() {
    return "staged";
  }

  private static Object array(Lane lane) {
    return lane == Lane.F32 ? new float[SIZE] : new int[SIZE];
  }

  private void move(long[] frame, int operand, long row, long column, Object array, int n, boolean in) {
    int at = 2 + 3 * operand;
    long stride = frame[at + 1];
    long first = frame[at] + row * frame[at + 2] + column * stride;
    if (array instanceof float[] x) {
      if (stride != 4) {
        moveEach(first, stride, x, n, in);
      } else if (in) {
        MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, first, x, 0, n);
      } else {
        MemorySegment.copy(x, 0, Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, first, n);
      }
    } else if (stride != 4) {
      moveEach(first, stride, (int[]) array, n, in);
    } else if (in) {
      MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, first, (int[]) array, 0, n);
    } else {
      MemorySegment.copy((int[]) array, 0, Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, first, n);
    }
  }

  private static void moveEach(long first, long stride, float[] x, int n, boolean in) {
    for (int i = 0; i < n; i++) {
      if (in) {
        x[i] = Raw.getFloat(first + i * stride);
      } else {
        Raw.setFloat(first + i * stride, x[i]);
      }
    }
  }

  private static void moveEach(long first, long stride, int[] x, int n, boolean in) {
    for (int i = 0; i < n; i++) {
      if (in) {
        x[i] = Raw.getInt(first + i * stride);
      } else {
        Raw.setInt(first + i * stride, x[i]);
      }
    }
  }
}
