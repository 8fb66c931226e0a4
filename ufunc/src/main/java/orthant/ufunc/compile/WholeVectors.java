package orthant.ufunc.compile;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.memory.Raw;

/**
 * A map loop that is given whole vectors only: what is left at the end of a row is copied to memory of its own, filled up with its last
 * element, and computed as one more vector. A single element of a long program costs as much as a vector: of 1000 numbers of float32 the
 * eight that were left took a third of the time of {@code atan2}. And the loop has no part for single elements, beside which the compiler
 * would not keep the constants in registers.
 */
final class WholeVectors implements Kernel {
  /** Of shorter programs single elements are done sooner than they are copied. */
  private static final int LONG = 16;
  private static final int VECTOR_BYTES = 64;
  private static final int OPERANDS = 32;
  private static final ThreadLocal<MemorySegment> MEMORY =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(OPERANDS * VECTOR_BYTES, VECTOR_BYTES));

  private final Kernel loop;
  private final int width;
  private final int inputs;
  /** Bytes of an element; 0 of operands that do not move. */
  private final int[] sizes;

  WholeVectors(Kernel loop, Program program, List<Step> steps, int width) {
    this.loop = loop;
    this.width = width;
    inputs = program.inputs();
    sizes = new int[inputs + program.outputs()];
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = steps.get(k) == Step.FIXED ? 0 : k < inputs ? program.input(k).size() : program.output(k - inputs).size();
    }
  }

  /** Whether a program is long and its elements lie side by side. */
  static boolean fits(Program program, List<Step> steps) {
    int inputs = program.inputs();
    boolean sideBySide = steps.stream().allMatch(s -> s == Step.UNIT || s == Step.FIXED) && !steps.subList(inputs, steps.size()).contains(Step.FIXED);
    int length = 0;
    for (int i = 0; i < program.length(); i++) {
      length += program.instr(i).prim() == Prim.CONST ? 0 : 1;
    }
    return sideBySide && length >= LONG && steps.size() <= OPERANDS;
  }

  @Override
  public void run(long[] frame) {
    int left = (int) (frame[1] % width);
    if (left == 0) {
      loop.run(frame);
      return;
    }
    long[] row = frame.clone();
    row[0] = 1;
    for (long i = 0; i < frame[0]; i++) {
      for (int k = 0; k < sizes.length; k++) {
        row[2 + 3 * k] = frame[2 + 3 * k] + i * frame[4 + 3 * k];
      }
      row(row, left);
    }
  }

  @Override
  public String form() {
    return loop.form();
  }

  private void row(long[] frame, int left) {
    long whole = frame[1] - left;
    if (whole > 0) {
      long[] vectors = frame.clone();
      vectors[1] = whole;
      loop.run(vectors);
    }
    rest(frame, whole, left);
  }

  private void rest(long[] frame, long first, int left) {
    long[] rest = frame.clone();
    rest[1] = width;
    MemorySegment memory = MEMORY.get();
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] > 0) {
        rest[2 + 3 * k] = memory.address() + (long) k * VECTOR_BYTES;
      }
      if (sizes[k] > 0 && k < inputs) {
        fill(frame[2 + 3 * k] + first * sizes[k], rest[2 + 3 * k], sizes[k], left);
      }
    }
    loop.run(rest);
    for (int k = inputs; k < sizes.length; k++) {
      Raw.copy(rest[2 + 3 * k], frame[2 + 3 * k] + first * sizes[k], (long) left * sizes[k]);
    }
    Reference.reachabilityFence(memory);
  }

  private void fill(long from, long to, int size, int left) {
    for (int i = 0; i < width; i++) {
      long source = from + (long) Math.min(i, left - 1) * size;
      long target = to + (long) i * size;
      switch (size) {
        case 8 -> Raw.setLong(target, Raw.getLong(source));
        case 4 -> Raw.setInt(target, Raw.getInt(source));
        case 2 -> Raw.setShort(target, Raw.getShort(source));
        default -> Raw.setByte(target, Raw.getByte(source));
      }
    }
  }
}
