package orthant.plan;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Program;
import orthant.kernel.Access;
import orthant.kernel.Executor;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.op.Ops;

/**
 * The way of every call: type rules, then a plan, then a kernel, then an executor. Which kernels and which executor is
 * found once ({@link Engines}); a thread can run code on others, which is how each is tested against the reference.
 */
public final class Engine {
  private static final Access ARRAYS = Access.door();

  private final KernelSource kernels;
  private final Executor executor;
  private final LoopTable loops;
  private final Folding folding;

  Engine(KernelSource kernels, Executor executor) {
    this.kernels = kernels;
    this.executor = executor;
    this.loops = new LoopTable(kernels);
    this.folding = new Folding(this);
  }

  /**
   * Where its kernels come from.
   *
   * @return the source
   */
  public KernelSource kernels() {
    return kernels;
  }

  /**
   * Who runs its tasks.
   *
   * @return the executor
   */
  public Executor executor() {
    return executor;
  }

  Folding folding() {
    return folding;
  }

  /**
   * The engine of this thread.
   *
   * @return the default, unless the thread runs code on another
   */
  public static Engine current() {
    return Engines.current();
  }

  /**
   * Runs code on this engine.
   *
   * @param <T> what it returns
   * @param code the code
   * @return its result
   */
  public <T> T call(Supplier<T> code) {
    return Engines.call(this, code);
  }

  /**
   * The loop of a program.
   *
   * @param program the program
   * @return the same loop for equal programs
   */
  public Loop loop(Program program) {
    return loops.of(program);
  }

  /**
   * The loop that copies the elements whose masks are true.
   *
   * @param item bytes of an element: 1, 2, 4 or 8
   * @return a kernel for the select frame
   */
  public Kernel select(int item) {
    return loops.select(item);
  }

  /**
   * The loop that lists the positions at which masks are true.
   *
   * @return a kernel for the select frame
   */
  public Kernel positions() {
    return loops.positions();
  }

  /** The loop that makes rows of columns, of elements of so many bytes. */
  Kernel turn(int item) {
    return loops.turn(item);
  }

  /**
   * The loop of a program for which kernels are made in a way of the caller's.
   *
   * @param program the program
   * @param source makes a kernel for the map frame from the program and how its operands move
   * @return the same loop for equal programs; the first source stays
   */
  public Loop loop(Program program, BiFunction<Program, List<Step>, Kernel> source) {
    return loops.of(program, source);
  }

  /**
   * The loop of an operation on operands of given types, storing the result in its own type.
   *
   * @param op the operation
   * @param ins the types of the operands
   * @return the same loop for the same types
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public Loop loop(Op op, DType... ins) {
    return loopInto(op, null, ins);
  }

  /**
   * The loop of an operation on operands of given types.
   *
   * @param op the operation
   * @param out the type to store, or null for the operation's own
   * @param ins the types of the operands
   * @return the same loop for the same types
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  public Loop loopInto(Op op, DType out, DType... ins) {
    return loops.of(op, out, ins);
  }

  /**
   * Applies an operation of one operand.
   *
   * @param op the operation
   * @param a the operand
   * @return a new array
   */
  public static NDArray apply(Op op, NDArray a) {
    Engine engine = current();
    Loop loop = engine.loop(op, a.dtype());
    return Faults.matter() ? engine.checked(op, loop, a) : SideBySide.apply(engine, loop, a);
  }

  /**
   * Applies an operation of two operands.
   *
   * @param op the operation
   * @param a the first operand
   * @param b the second operand
   * @return a new array of the broadcast shape
   */
  public static NDArray apply(Op op, NDArray a, NDArray b) {
    Engine engine = current();
    Loop loop = engine.loop(op, a.dtype(), b.dtype());
    return Faults.matter() ? engine.checked(op, loop, a, b) : SideBySide.apply(engine, loop, a, b);
  }

  /**
   * Applies an operation of three operands.
   *
   * @param op the operation
   * @param a the first operand
   * @param b the second operand
   * @param c the third operand
   * @return a new array of the broadcast shape
   */
  public static NDArray apply(Op op, NDArray a, NDArray b, NDArray c) {
    Engine engine = current();
    Loop loop = engine.loop(op, a.dtype(), b.dtype(), c.dtype());
    return Faults.matter() ? engine.checked(op, loop, a, b, c) : SideBySide.apply(engine, loop, a, b, c);
  }

  /**
   * Applies an operation of any number of operands.
   *
   * @param op the operation
   * @param in the operands
   * @return a new array of the broadcast shape
   */
  public static NDArray apply(Op op, NDArray... in) {
    return switch (in.length) {
      case 1 -> apply(op, in[0]);
      case 2 -> apply(op, in[0], in[1]);
      case 3 -> apply(op, in[0], in[1], in[2]);
      default -> {
        Engine engine = current();
        yield engine.checked(op, engine.loop(op, types(in)), in);
      }
    };
  }

  /** The general way, and a look for faults if they matter. */
  private NDArray checked(Op op, Loop loop, NDArray... in) {
    NDArray out = general(loop, in);
    if (Faults.matter()) {
      Faults.check(op, null, out, in);
    }
    return out;
  }

  /** One loop over operands that lie side by side or do not move. */
  static LoopPlan flat(long n, long[] steps, long... addresses) {
    long[][] strides = new long[addresses.length][];
    for (int k = 0; k < addresses.length; k++) {
      strides[k] = new long[] {steps[k]};
    }
    return new LoopPlan(new long[] {n}, strides, addresses);
  }

  static DType[] types(NDArray... arrays) {
    DType[] types = new DType[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      types[i] = arrays[i].dtype();
    }
    return types;
  }

  /**
   * Runs a program over operands that broadcast, into a new array.
   *
   * @param loop the program's loop
   * @param in the operands
   * @return the result
   */
  public NDArray general(Loop loop, NDArray... in) {
    Layout[] layouts = new Layout[in.length];
    for (int i = 0; i < in.length; i++) {
      layouts[i] = ARRAYS.layout(in[i]);
    }
    KernelEvent event = Recording.open();
    NDArray out = fresh(loop.type(), Planner.result(loop.type(), in, layouts));
    NDArray[] operands = Arrays.copyOf(in, in.length + 1);
    operands[in.length] = out;
    run(loop, operands);
    Recording.close(event, loop.name(), out, out, this);
    return out;
  }

  /**
   * Runs a program over operands that broadcast to the shape of an existing array, and stores into it. Operands may
   * overlap with it in any way.
   *
   * @param loop the program's loop
   * @param out where the result goes, of the loop's type
   * @param in the operands
   * @throws UnsupportedOperationException if the output is read-only
   * @throws IllegalArgumentException if an operand does not broadcast
   */
  public void into(Loop loop, NDArray out, NDArray... in) {
    into(loop, new NDArray[] {out}, in);
  }

  /**
   * Runs a program of several results over operands that broadcast to the shape of existing arrays, and stores into these.
   * Operands may overlap with them in any way.
   *
   * @param loop the program's loop
   * @param outs where the results go: of the program's types, of one shape, apart from each other
   * @param in the operands
   * @throws UnsupportedOperationException if an output is read-only
   * @throws IllegalArgumentException if an operand does not broadcast
   */
  public void into(Loop loop, NDArray[] outs, NDArray... in) {
    NDArray[] operands = Arrays.copyOf(in, in.length + outs.length);
    System.arraycopy(outs, 0, operands, in.length, outs.length);
    NDArray last = operands[operands.length - 1];
    for (NDArray out : outs) {
      checkWritable(out);
    }
    for (NDArray a : operands) {
      if (!ARRAYS.layout(a).sameShape(ARRAYS.layout(last))) {
        Planner.broadcastStrides(ARRAYS.layout(a), last.shape());
      }
    }
    KernelEvent event = Recording.open();
    for (int i = 0; i < in.length; i++) {
      for (NDArray out : outs) {
        if (Overlap.harms(in[i], out)) {
          operands[i] = in[i].copy();
        }
      }
    }
    run(loop, operands);
    Recording.close(event, loop.name(), last, null, this);
  }

  /**
   * Runs a program again and again, each time a step further along an axis: what one step stores the next may load. So an
   * operation folds an axis (the result does not move) or lists its partial results (it moves, one step behind itself).
   *
   * @param loop the program's loop
   * @param steps how many
   * @param moves for each operand, inputs first, then outputs: bytes from one step to the next
   * @param operands where each operand is at the first step, all of one shape
   */
  public void chain(Loop loop, long steps, long[] moves, NDArray... operands) {
    NDArray[] parts = loop.splits() ? Parts.split(operands) : operands;
    KernelEvent event = Recording.open();
    long[] each = new long[parts.length];
    int count = 0;
    for (int k = 0; k < operands.length; k++) {
      each[count++] = moves[k];
      if (loop.splits() && operands[k].dtype().isComplex()) {
        each[count++] = moves[k];
      }
    }
    hold(parts, (layouts, addresses) -> {
      LoopPlan plan = Planner.plan(layouts[0].shape(), layouts, addresses);
      plan.chain(Recording.ran(loop.kernel(plan)), executor, loop.cost(), steps, each);
    });
    Recording.close(event, "chain of " + steps + " " + loop.name(), operands[operands.length - 1], null, this);
  }

  private static void checkWritable(NDArray out) {
    if (out.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(out.shape()) + " is read-only; write to a copy()");
    }
  }

  void run(Loop loop, NDArray... operands) {
    hold(operands, (layouts, wholes) -> {
      long[] addresses = loop.addresses(wholes);
      Layout out = layouts[layouts.length - 1];
      long[] strides = loop.flat(layouts);
      if (strides == null) {
        LoopPlan plan = Planner.plan(out.shape(), loop.layouts(layouts), addresses);
        if (plan.size() > 0) {
          plan.run(Recording.ran(loop.kernel(plan)), executor, loop.cost());
        }
        return;
      }
      Kernel kernel = Recording.ran(loop.kernel(strides));
      if (out.size() <= LoopPlan.CHUNK) {
        kernel.run(Loop.frame(out.size(), strides, addresses));
      } else {
        flat(out.size(), strides, addresses).run(kernel, executor, loop.cost());
      }
    });
  }

  /** Runs code on memory that cannot be released meanwhile. */
  static void hold(NDArray[] operands, BiConsumer<Layout[], long[]> code) {
    Layout[] layouts = new Layout[operands.length];
    long[] addresses = new long[operands.length];
    int held = 0;
    try {
      for (int k = 0; k < operands.length; k++) {
        ARRAYS.storage(operands[k]).acquire();
        held++;
        layouts[k] = ARRAYS.layout(operands[k]);
        addresses[k] = ARRAYS.address(operands[k]);
      }
      code.accept(layouts, addresses);
    } finally {
      for (int k = 0; k < held; k++) {
        ARRAYS.storage(operands[k]).release();
      }
      Reference.reachabilityFence(operands);
    }
  }

  /**
   * A new array, its elements not set.
   *
   * @param type the type
   * @param layout a layout without gaps
   * @return the array
   */
  static NDArray fresh(DType type, Layout layout) {
    Allocation memory = Memory.allocate(layout.size() * type.size());
    return ARRAYS.wrap(type, layout, memory.storage(), memory.address(), false);
  }

  /**
   * A copy in C order.
   *
   * @param a the elements
   * @param type the type of the copy
   * @return a new array
   */
  public static NDArray cast(NDArray a, DType type) {
    Engine engine = current();
    KernelEvent event = Recording.open();
    NDArray out = fresh(type, Layout.contiguous(type.size(), ARRAYS.layout(a).shape()));
    if (type == a.dtype()) {
      Recording.ran("copy");
      Transfer.assign(out, a);
    } else {
      engine.run(engine.loopInto(Ops.COPY, type, a.dtype()), a, out);
    }
    Recording.close(event, Ops.COPY.name(), out, out, engine);
    if (type != a.dtype() && Faults.matter()) {
      Faults.check(Ops.COPY, null, out, a);
    }
    return out;
  }

  /**
   * Writes elements over others, whatever the types.
   *
   * @param out where to
   * @param values what; broadcasts to it
   */
  public static void assign(NDArray out, NDArray values) {
    if (out.dtype() == values.dtype()) {
      checkWritable(out);
      Transfer.assign(out, Overlap.harms(values, out) ? values.copy() : values);
    } else {
      Engine engine = current();
      NDArray[] in = {values};
      Faults.into(engine, List.of(Ops.COPY), engine.loopInto(Ops.COPY, out.dtype(), values.dtype()), new NDArray[] {out}, null, in, in);
    }
  }

  /**
   * Reduces an array.
   *
   * @param fold the reduction
   * @param a the elements
   * @param axes which axes, and how
   * @return a new array
   */
  public static NDArray reduce(Fold fold, NDArray a, Axes axes) {
    return fold.evaluate().apply(a, axes);
  }

  /**
   * Combines the elements along axes.
   *
   * @param a the elements
   * @param axes which axes, and how
   * @param combine how two partial results become one
   * @return a new array
   */
  public static NDArray fold(NDArray a, Axes axes, Combine combine) {
    Engine engine = current();
    KernelEvent event = Recording.open();
    NDArray out = engine.folding.fold(a, axes, combine);
    Recording.close(event, "fold " + combine, a, out, engine);
    if (Faults.matter()) {
      Faults.check(combine, out, a, axes);
    }
    return out;
  }

  /**
   * The positions of the first smallest or largest elements along an axis, or of all elements in C order.
   *
   * @param a the elements
   * @param axes one axis, or all
   * @param combine {@link Combine#MIN} or {@link Combine#MAX}
   * @return a new int64 array
   */
  public static NDArray find(NDArray a, Axes axes, Combine combine) {
    Engine engine = current();
    KernelEvent event = Recording.open();
    NDArray out = engine.folding.finding().find(a, axes, combine);
    Recording.close(event, "find " + combine, a, out, engine);
    return out;
  }
}
