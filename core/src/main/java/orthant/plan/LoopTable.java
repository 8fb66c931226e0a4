package orthant.plan;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.op.Op;

/** The loops that an engine has made, each when it was first wanted; two threads that come at once may make one twice, which does no harm. */
final class LoopTable {
  private static final int TYPES = DType.values().length;
  /** The most operands of operations whose loops are in the table; it grows with the types to that power. */
  private static final int TABLED = 3;

  private final KernelSource kernels;
  private final ConcurrentHashMap<Program, Loop> loops = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Program, Loop> fused = new ConcurrentHashMap<>();
  /** The select loops by the logarithm of the item size, and the one for positions. */
  private final Kernel[] selects = new Kernel[5];
  /** The turn loops by the logarithm of the item size. */
  private final Kernel[] turns = new Kernel[5];
  /** The loops of operations: by operation, then by the types of the operands. */
  private volatile Loop[][] table = new Loop[0][];

  LoopTable(KernelSource kernels) {
    this.kernels = kernels;
  }

  Loop of(Program program) {
    return loops.computeIfAbsent(program, p -> new Loop(p, kernels::map));
  }

  Loop of(Program program, BiFunction<Program, List<Step>, Kernel> source) {
    return fused.computeIfAbsent(program, p -> new Loop(p, source));
  }

  /** The loop of an operation on operands of types; {@code out} may be null for the type of the operation's own result. */
  Loop of(Op op, DType out, DType... ins) {
    Loop[][] t = table;
    int key = out == null ? 0 : out.ordinal() + 1;
    for (DType in : ins) {
      key = key * TYPES + in.ordinal();
    }
    if (op.id() < t.length && t[op.id()] != null && ins.length == op.arity() && ins.length <= TABLED) {
      Loop loop = t[op.id()][key];
      if (loop != null) {
        return loop;
      }
    }
    Loop loop = of(op.program(out == null ? op.result(ins) : out, ins));
    loop.name(op.name());
    if (ins.length > TABLED) {
      return loop;
    }
    synchronized (this) {
      if (op.id() >= table.length) {
        table = Arrays.copyOf(table, op.id() + 16);
      }
      if (table[op.id()] == null) {
        table[op.id()] = new Loop[(TYPES + 1) * (int) Math.pow(TYPES, op.arity())];
      }
      table[op.id()][key] = loop;
    }
    return loop;
  }

  Kernel select(int item) {
    int at = Integer.numberOfTrailingZeros(item);
    if (selects[at] == null) {
      selects[at] = kernels.select(item);
    }
    return selects[at];
  }

  Kernel positions() {
    if (selects[4] == null) {
      selects[4] = kernels.positions();
    }
    return selects[4];
  }

  Kernel turn(int item) {
    int at = Integer.numberOfTrailingZeros(item);
    if (turns[at] == null) {
      turns[at] = kernels.turn(item);
    }
    return turns[at];
  }
}
