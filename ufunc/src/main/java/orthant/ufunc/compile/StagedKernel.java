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
  /** Elements of a block: three operands of float64 take half of the first-level cache. */
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

  private static Object array(Lane lane) {
    return switch (lane) {
      case F64 -> new double[SIZE];
      case F32 -> new float[SIZE];
      case I64, U64 -> new long[SIZE];
      default -> new int[SIZE];
    };
  }

  private void move(long[] frame, int operand, long row, long column, Object array, int n, boolean in) {
    int at = 2 + 3 * operand;
    long stride = frame[at + 1];
    long first = frame[at] + row * frame[at + 2] + column * stride;
    if (stride != lanes[operand].bytes()) {
      for (int i = 0; i < n; i++) {
        moveOne(lanes[operand], first + i * stride, array, i, in);
      }
    } else if (in) {
      switch (lanes[operand]) {
        case F64 -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, first, (double[]) array, 0, n);
        case F32 -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, first, (float[]) array, 0, n);
        case I64, U64 -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, first, (long[]) array, 0, n);
        default -> MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, first, (int[]) array, 0, n);
      }
    } else {
      switch (lanes[operand]) {
        case F64 -> MemorySegment.copy((double[]) array, 0, Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, first, n);
        case F32 -> MemorySegment.copy((float[]) array, 0, Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, first, n);
        case I64, U64 -> MemorySegment.copy((long[]) array, 0, Raw.ALL, ValueLayout.JAVA_LONG_UNALIGNED, first, n);
        default -> MemorySegment.copy((int[]) array, 0, Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, first, n);
      }
    }
  }

  private static void moveOne(Lane lane, long address, Object array, int i, boolean in) {
    switch (lane) {
      case F64 -> {
        double[] x = (double[]) array;
        if (in) {
          x[i] = Raw.getDouble(address);
        } else {
          Raw.setDouble(address, x[i]);
        }
      }
      case F32 -> {
        float[] x = (float[]) array;
        if (in) {
          x[i] = Raw.getFloat(address);
        } else {
          Raw.setFloat(address, x[i]);
        }
      }
      case I64, U64 -> {
        long[] x = (long[]) array;
        if (in) {
          x[i] = Raw.getLong(address);
        } else {
          Raw.setLong(address, x[i]);
        }
      }
      default -> {
        int[] x = (int[]) array;
        if (in) {
          x[i] = Raw.getInt(address);
        } else {
          Raw.setInt(address, x[i]);
        }
      }
    }
  }
}
