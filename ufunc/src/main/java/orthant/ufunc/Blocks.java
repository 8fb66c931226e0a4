package orthant.ufunc;

import java.lang.ref.Reference;
import java.util.List;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Loop;

/**
 * A kernel that runs several operations one after the other on a block of elements that fits the first-level cache, then
 * on the next: no temporary of full size, and nothing to compile that the operations have not compiled already.
 */
final class Blocks implements Kernel {
  /** Elements of a block: 4 KB of float64. */
  private static final int SIZE = 512;

  /** Bytes of a block of the widest elements. */
  private static final long SLOT = 8L * SIZE;

  /**
   * One operation.
   *
   * @param op the operation
   * @param type the type of its result
   * @param types the types of its operands
   * @param sources where they come from: the number of an operand of the frame, or -1 minus the number of a stage
   */
  record Stage(Op op, DType type, DType[] types, int[] sources) {}

  private final Program program;
  private final Stage[] stages;
  private final Loop[] loops;
  /** The scratch slot that each stage writes; slots are used again when their last reader has run. */
  private final int[] slots;
  private final int slotCount;

  Blocks(Engine engine, Program program, List<Stage> stages) {
    this.program = program;
    this.stages = stages.toArray(new Stage[0]);
    this.loops = new Loop[this.stages.length];
    for (int i = 0; i < loops.length; i++) {
      loops[i] = engine.loopInto(this.stages[i].op, this.stages[i].type, this.stages[i].types);
    }
    this.slots = new int[loops.length];
    this.slotCount = assignSlots();
  }

  @Override
  public String form() {
    return "blocks";
  }

  private int assignSlots() {
    int[] lastReader = new int[stages.length];
    for (int i = 0; i < stages.length; i++) {
      for (int source : stages[i].sources) {
        if (source < 0) {
          lastReader[-1 - source] = i;
        }
      }
    }
    int[] freeFrom = new int[stages.length];
    int count = 0;
    for (int i = 0; i < stages.length; i++) {
      int slot = 0;
      while (slot < count && freeFrom[slot] > i) {
        slot++;
      }
      count = Math.max(count, slot + 1);
      slots[i] = slot;
      // A result may overwrite an operand of the stage that reads it last, but only exactly; types may differ in size.
      freeFrom[slot] = lastReader[i] + 1;
    }
    return count;
  }

  @Override
  public void run(long[] frame) {
    Allocation scratch = Memory.allocate(slotCount * SLOT);
    Kernel[] kernels = new Kernel[stages.length];
    long[][] inner = new long[stages.length][];
    for (int i = 0; i < stages.length; i++) {
      inner[i] = innerFrame(frame, i, scratch);
      long[] strides = new long[operands(i)];
      for (int k = 0; k < strides.length; k++) {
        strides[k] = inner[i][3 + 3 * k];
      }
      kernels[i] = loops[i].kernel(strides);
    }
    for (long row = 0; row < frame[0]; row++) {
      for (long from = 0; from < frame[1]; from += SIZE) {
        long count = Math.min(SIZE, frame[1] - from);
        for (int i = 0; i < stages.length; i++) {
          inner[i][1] = count;
          for (int k = 0; k < operands(i); k++) {
            int operand = operand(i, k);
            if (operand >= 0) {
              int at = 2 + 3 * operand;
              inner[i][2 + 3 * k] = frame[at] + row * frame[at + 2] + from * frame[at + 1];
            }
          }
          kernels[i].run(inner[i]);
        }
      }
    }
    Reference.reachabilityFence(scratch);
  }

  /** The number of operands of a stage, the result included. */
  private int operands(int stage) {
    return stages[stage].sources.length + 1;
  }

  /** The operand of the whole that an operand of a stage is, or -1 minus the stage whose result it is. */
  private int operand(int stage, int k) {
    boolean result = k == stages[stage].sources.length;
    return !result ? stages[stage].sources[k] : stage == stages.length - 1 ? program.inputs() : -1 - stage;
  }

  /** The frame of a stage: one row, with the operands that are blocks where they will be, and the steps of the others. */
  private long[] innerFrame(long[] frame, int stage, Allocation scratch) {
    long[] inner = new long[2 + 3 * operands(stage)];
    inner[0] = 1;
    for (int k = 0; k < operands(stage); k++) {
      int operand = operand(stage, k);
      inner[2 + 3 * k] = operand < 0 ? slot(scratch, slots[-1 - operand]) : 0;
      inner[3 + 3 * k] = operand < 0 ? stages[-1 - operand].type.size() : frame[3 + 3 * operand];
    }
    return inner;
  }

  private static long slot(Allocation scratch, int slot) {
    return scratch.address() + slot * SLOT;
  }
}
