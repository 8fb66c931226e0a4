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
    Allocation scratch = Memory.allocate((long) slotCount * SIZE * 8);
    int inputs = program.inputs();
    for (long row = 0; row < frame[0]; row++) {
      for (long from = 0; from < frame[1]; from += SIZE) {
        long count = Math.min(SIZE, frame[1] - from);
        for (int i = 0; i < stages.length; i++) {
          Stage stage = stages[i];
          int arity = stage.sources.length;
          long[] inner = new long[2 + 3 * (arity + 1)];
          long[] strides = new long[arity + 1];
          inner[0] = 1;
          inner[1] = count;
          for (int k = 0; k < arity; k++) {
            int source = stage.sources[k];
            int at = 2 + 3 * source;
            inner[2 + 3 * k] = source < 0 ? slot(scratch, slots[-1 - source]) : frame[at] + row * frame[at + 2] + from * frame[at + 1];
            strides[k] = source < 0 ? stage.types[k].size() : frame[at + 1];
            inner[3 + 3 * k] = strides[k];
          }
          boolean last = i == stages.length - 1;
          int at = 2 + 3 * inputs;
          strides[arity] = last ? frame[at + 1] : stage.type.size();
          inner[2 + 3 * arity] = last ? frame[at] + row * frame[at + 2] + from * frame[at + 1] : slot(scratch, slots[i]);
          inner[3 + 3 * arity] = strides[arity];
          loops[i].kernel(strides).run(inner);
        }
      }
    }
    Reference.reachabilityFence(scratch);
  }

  private static long slot(Allocation scratch, int slot) {
    return scratch.address() + (long) slot * SIZE * 8;
  }
}
