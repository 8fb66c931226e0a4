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
 * A map loop that is given whole vectors only: what is left at the ends of rows is copied to memory of its own, filled up with its last
 * element, and computed as vectors too, that of many short rows at once. A single element of a long program costs as much as a vector: of
 * 1000 numbers of float32 the
 * eight that were left took a third of the time of {@code atan2}. And the loop has no part for single elements, beside which the compiler
 * would not keep the constants in registers.
 */
final class WholeVectors implements Kernel {
  /** Of shorter programs single elements are done sooner than they are copied. */
  private static final int LONG = 16;
  /**
   * Up to as many steps and constants what is left of a row is computed with elements before it, in the same loop. It makes loops of longer
   * programs slower: a million powers took 3.8 ms instead of 3.0, cube roots 1.9 instead of 1.5.
   */
  private static final int TWICE = 64;
  private static final int OPERANDS = 32;
  /** The most elements of an operand that are copied together: a multiple of every width. */
  private static final int BLOCK = 512;
  private static final long SPACE = BLOCK * Long.BYTES;
  private static final ThreadLocal<MemorySegment> MEMORY = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(OPERANDS * SPACE, 64));

  private final Kernel loop;
  private final int width;
  private final int inputs;
  private final boolean twice;
  /** Bytes of an element; 0 of operands that do not move. */
  private final int[] sizes;

  WholeVectors(Kernel loop, Program program, List<Step> steps, int width) {
    this.loop = loop;
    this.width = width;
    inputs = program.inputs();
    twice = mayComputeTwice(program);
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

  /** Whether the loop ends rows with a vector that begins among the elements that are done. */
  static boolean mayComputeTwice(Program program) {
    return program.length() <= TWICE;
  }

  @Override
  public void run(long[] frame) {
    int left = (int) (frame[1] % width);
    if (left == 0) {
      loop.run(frame);
      return;
    }
    long rows = frame[0];
    if (twice && rows == 1 && frame[1] > width && !overlaps(frame)) {
      loop.run(frame);
      return;
    }
    long together = rows == 1 || areIndependent(frame) ? rows : 1;
    long[] part = frame.clone();
    part[0] = together;
    part[1] -= left;
    for (long first = 0; first < rows; first += together) {
      for (int k = 0; k < sizes.length; k++) {
        part[2 + 3 * k] = frame[2 + 3 * k] + first * frame[4 + 3 * k];
      }
      if (part[1] > 0) {
        loop.run(part);
      }
      rests(part, left);
    }
  }

  @Override
  public String form() {
    return loop.form();
  }

  /** Whether an input shares memory with an output, so that no element may be computed twice. */
  private boolean overlaps(long[] frame) {
    for (int in = 0; in < inputs; in++) {
      for (int out = inputs; sizes[in] > 0 && out < sizes.length; out++) {
        if (low(frame, in) < high(frame, out) && low(frame, out) < high(frame, in)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether rows can be computed in any order and side by side: none loads or stores what another stores, and what does not move within a row
   * is the same for all.
   */
  private boolean areIndependent(long[] frame) {
    for (int out = inputs; out < sizes.length; out++) {
      if (Math.abs(frame[4 + 3 * out]) < frame[1] * sizes[out]) {
        return false;
      }
    }
    for (int in = 0; in < inputs; in++) {
      if (sizes[in] == 0) {
        if (frame[4 + 3 * in] != 0) {
          return false;
        }
        continue;
      }
      for (int out = inputs; out < sizes.length; out++) {
        boolean same = frame[2 + 3 * in] == frame[2 + 3 * out] && frame[4 + 3 * in] == frame[4 + 3 * out];
        if (!same && low(frame, in) < high(frame, out) && low(frame, out) < high(frame, in)) {
          return false;
        }
      }
    }
    return true;
  }

  private static long low(long[] frame, int k) {
    return frame[2 + 3 * k] + Math.min(0, (frame[0] - 1) * frame[4 + 3 * k]);
  }

  private long high(long[] frame, int k) {
    return frame[2 + 3 * k] + Math.max(0, (frame[0] - 1) * frame[4 + 3 * k]) + frame[1] * sizes[k];
  }

  /** Computes what is left behind the columns of some rows, as many rows at a time as fit. */
  private void rests(long[] frame, int left) {
    long[] block = frame.clone();
    block[0] = 1;
    MemorySegment memory = MEMORY.get();
    long group = BLOCK / left;
    group -= group < width ? 0 : group % width;
    for (long first = 0; first < frame[0]; first += group) {
      long rows = Math.min(group, frame[0] - first);
      block[1] = (rows * left + width - 1) / width * width;
      for (int k = 0; k < sizes.length; k++) {
        if (sizes[k] > 0) {
          block[2 + 3 * k] = stays(frame, k, left, rows) ? rest(frame, k, first) : memory.address() + k * SPACE;
        }
        if (sizes[k] > 0 && k < inputs && !stays(frame, k, left, rows)) {
          long row = frame[4 + 3 * k];
          copy(sizes[k], rows, left, rest(frame, k, first), row, block[2 + 3 * k], (long) left * sizes[k]);
          long end = block[2 + 3 * k] + rows * left * sizes[k];
          copy(sizes[k], block[1] - rows * left, 1, end - sizes[k], 0, end, sizes[k]);
        }
      }
      loop.run(block);
      for (int k = inputs; k < sizes.length; k++) {
        if (stays(frame, k, left, rows)) {
          continue;
        }
        copy(sizes[k], rows, left, block[2 + 3 * k], (long) left * sizes[k], rest(frame, k, first), frame[4 + 3 * k]);
      }
    }
    Reference.reachabilityFence(memory);
  }

  /** Whether short rows follow each other without gaps and are whole vectors together, so that they need no copy. */
  private boolean stays(long[] frame, int operand, int left, long rows) {
    return frame[1] == 0 && frame[4 + 3 * operand] == (long) left * sizes[operand] && rows * left % width == 0;
  }

  private long rest(long[] frame, int operand, long row) {
    return frame[2 + 3 * operand] + row * frame[4 + 3 * operand] + frame[1] * sizes[operand];
  }

  /** Copies elements that lie side by side in rows, to where they do so too: column by column, since there are few of these. */
  private static void copy(int size, long rows, int columns, long from, long fromRow, long to, long toRow) {
    for (int j = 0; j < columns; j++, from += size, to += size) {
      switch (size) {
        case 8 -> {
          for (long i = 0; i < rows; i++) {
            Raw.setLong(to + i * toRow, Raw.getLong(from + i * fromRow));
          }
        }
        case 4 -> {
          for (long i = 0; i < rows; i++) {
            Raw.setInt(to + i * toRow, Raw.getInt(from + i * fromRow));
          }
        }
        case 2 -> {
          for (long i = 0; i < rows; i++) {
            Raw.setShort(to + i * toRow, Raw.getShort(from + i * fromRow));
          }
        }
        default -> {
          for (long i = 0; i < rows; i++) {
            Raw.setByte(to + i * toRow, Raw.getByte(from + i * fromRow));
          }
        }
      }
    }
  }
}
