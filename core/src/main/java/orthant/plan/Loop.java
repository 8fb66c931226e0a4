package orthant.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.layout.Layout;

/** A program with the kernels made for it so far, one for each way its operands move. */
public final class Loop {
  private static final int TABLE_OPERANDS = 4;

  private final Program program;
  private final BiFunction<Program, List<Step>, Kernel> source;
  private final Kernel[] table;
  private final ConcurrentHashMap<List<Step>, Kernel> others = new ConcurrentHashMap<>();
  /** What was asked for last, where there is no table. */
  private volatile Recent recent;
  private final double cost;
  private final boolean splits;
  /** The operands that are parts of complex ones. */
  private final boolean[] parts;
  /** For people; null until an operation of the table says it. */
  private volatile String name;

  private record Recent(long[] strides, Kernel kernel) {}

  Loop(Program program, BiFunction<Program, List<Step>, Kernel> source) {
    this.program = program;
    this.source = source;
    int operands = program.inputs() + program.outputs();
    splits = program.splits();
    parts = new boolean[operands];
    int whole = 0;
    for (int i = 0; i < operands; i += program.isReal(i) ? 2 : 1) {
      whole++;
      if (program.isReal(i)) {
        parts[i] = true;
        parts[i + 1] = true;
      }
    }
    table = whole <= TABLE_OPERANDS ? new Kernel[(int) Math.pow(Step.COUNT, whole)] : null;
    double bytes = program.type().size();
    for (int i = 0; i < program.inputs(); i++) {
      bytes += program.input(i).size();
    }
    // Memory traffic or arithmetic, whichever is longer; only the order of magnitude matters.
    cost = Math.max(bytes * 0.01, program.length() * 0.01);
  }

  /**
   * The program.
   *
   * @return what is computed
   */
  public Program program() {
    return program;
  }

  /**
   * The type of the result.
   *
   * @return the type of the only output
   */
  public DType type() {
    return program.type();
  }

  /** The name of the operation, the first of those that share this loop; "fused" for an expression. */
  String name() {
    return name == null ? "fused" : name;
  }

  /**
   * Gives the loop a name, unless it has one.
   *
   * @param operation for people
   */
  public void name(String operation) {
    name = name == null ? operation : name;
  }

  /** Whether an operand or the result is complex, and two operands for the kernel. */
  boolean splits() {
    return splits;
  }

  /**
   * What an element costs.
   *
   * @return nanoseconds, roughly, in one warm thread
   */
  public double cost() {
    return cost;
  }

  /**
   * The kernel for operands that all lie side by side.
   *
   * @return the contiguous form
   */
  Kernel unit() {
    Kernel k = table == null ? null : table[0];
    return k != null ? k : kernel(units());
  }

  /** The strides of operands that lie side by side. */
  long[] units() {
    long[] strides = new long[parts.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = parts[i] ? 2L * size(i) : size(i);
    }
    return strides;
  }

  /** For each operand of the kernel where it is: complex operands are two, the imaginary parts behind the real ones. */
  long[] addresses(long[] whole) {
    if (!splits) {
      return whole;
    }
    long[] each = new long[parts.length];
    for (int i = 0, k = 0; i < each.length; i++) {
      each[i] = whole[k++];
      if (parts[i]) {
        each[++i] = whole[k - 1] + size(i);
      }
    }
    return each;
  }

  /** For each operand of the kernel how it lies. */
  Layout[] layouts(Layout[] whole) {
    if (!splits) {
      return whole;
    }
    Layout[] each = new Layout[parts.length];
    for (int i = 0, k = 0; i < each.length; i++) {
      each[i] = whole[k++];
      if (parts[i]) {
        each[++i] = whole[k - 1];
      }
    }
    return each;
  }

  /**
   * The strides of one loop over all elements, if there is one: operands, complex ones whole, lie side by side in C order, or are single
   * elements. The last one is the result.
   *
   * @return a stride for each operand of the kernel, or null
   */
  long[] flat(Layout... layouts) {
    long[] strides = units();
    Layout out = layouts[layouts.length - 1];
    for (int k = 0, i = 0; k < layouts.length; k++) {
      if (layouts[k].sameShape(out)) {
        if (!layouts[k].isContiguous((int) strides[i])) {
          return null;
        }
      } else if (layouts[k].size() == 1 && i < program.inputs()) {
        strides[i] = 0;
        strides[parts[i] ? i + 1 : i] = 0;
      } else {
        return null;
      }
      i += parts[i] ? 2 : 1;
    }
    return strides;
  }

  /** The frame of one row. */
  static long[] frame(long n, long[] strides, long[] addresses) {
    long[] frame = new long[2 + 3 * addresses.length];
    frame[0] = 1;
    frame[1] = n;
    for (int k = 0; k < addresses.length; k++) {
      frame[2 + 3 * k] = addresses[k];
      frame[3 + 3 * k] = strides[k];
    }
    return frame;
  }

  private int size(int operand) {
    return operand < program.inputs() ? program.input(operand).size() : program.output(operand - program.inputs()).size();
  }

  /**
   * The kernel for given strides.
   *
   * @param strides the innermost step of each operand, in bytes
   * @return the kernel
   */
  public Kernel kernel(long... strides) {
    if (table != null) {
      int code = 0;
      for (int i = strides.length - 1; i >= 0; i--) {
        // Both parts of a complex operand move alike; the code has the step of one.
        i -= parts[i] ? 1 : 0;
        Step step = step(strides[i], i);
        code = Step.COUNT * code + (step == Step.REAL ? Step.UNIT : step).ordinal();
      }
      Kernel known = table[code];
      return known != null ? known : (table[code] = make(strides));
    }
    Recent last = recent;
    if (last == null || !Arrays.equals(last.strides, strides)) {
      last = new Recent(strides.clone(), make(strides));
      recent = last;
    }
    return last.kernel;
  }

  /**
   * The kernel for a plan.
   *
   * @param plan the loops
   * @return the kernel
   */
  public Kernel kernel(LoopPlan plan) {
    long[] strides = new long[plan.operands()];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = plan.stride(i);
    }
    return kernel(strides);
  }

  private Step step(long stride, int operand) {
    if (parts[operand]) {
      boolean fixed = stride == 0 && operand < program.inputs();
      return stride != 2L * size(operand) ? fixed ? Step.FIXED : Step.ANY : program.isReal(operand) ? Step.REAL : Step.IMAGINARY;
    }
    if (operand >= program.inputs()) {
      // An output that does not move is a single element.
      return stride == size(operand) ? Step.UNIT : Step.ANY;
    }
    return Step.of(stride, program.input(operand));
  }

  private Kernel make(long[] strides) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < strides.length; i++) {
      steps.add(step(strides[i], i));
    }
    return others.computeIfAbsent(List.copyOf(steps), s -> source.apply(program, s));
  }
}
