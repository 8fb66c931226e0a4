package orthant.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import orthant.ArithmeticFault;
import orthant.Axes;
import orthant.DType;
import orthant.ErrorState;
import orthant.ErrorState.Category;
import orthant.ErrorState.Mode;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Program;
import orthant.kernel.Access;
import orthant.memory.Storage;
import orthant.op.Combine;
import orthant.op.Op;

/**
 * Looks for what went wrong in an operation, after it, in the calling thread, if an {@link ErrorState} says that this matters: a reduction of
 * the condition over operands and result. While no thread is in such a scope one number is read.
 */
public final class Faults {
  private static final Access ARRAYS = Access.door();
  private static final System.Logger LOG = System.getLogger("orthant");
  private static final AtomicInteger SCOPES = new AtomicInteger();
  private static volatile boolean wanted;

  private Faults() {}

  /** A scope with an error state begins. */
  public static void enter() {
    synchronized (SCOPES) {
      wanted = SCOPES.incrementAndGet() > 0;
    }
  }

  /** A scope with an error state ends. */
  public static void leave() {
    synchronized (SCOPES) {
      wanted = SCOPES.decrementAndGet() > 0;
    }
  }

  /**
   * Whether something is not ignored here.
   *
   * @return false outside of scopes, at the price of reading one number
   */
  public static boolean matter() {
    return wanted && matters();
  }

  private static boolean matters() {
    ErrorState state = ErrorState.current();
    for (Category category : Category.values()) {
      if (state.mode(category) != Mode.IGNORE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Operands as they must be to be looked at after the operation: copies of those that an output shares memory with.
   *
   * @param outs the outputs
   * @param operands the operands
   * @return the operands
   */
  static NDArray[] apart(NDArray[] outs, NDArray... operands) {
    NDArray[] apart = operands.clone();
    for (int k = 0; k < apart.length; k++) {
      Storage storage = ARRAYS.storage(operands[k]);
      if (Arrays.stream(outs).anyMatch(out -> ARRAYS.storage(out) == storage)) {
        apart[k] = ErrorState.IGNORE.during(operands[k]::copy);
      }
    }
    return apart;
  }

  /**
   * Applies operations and stores into existing arrays, with which operands may overlap in any way.
   *
   * @param engine who runs it
   * @param ops the operations, one for each output
   * @param loop what is run: the operations, or the operations where a mask is true
   * @param outs where the results go, of the loop's types
   * @param mask where the operation is computed, or null for everywhere
   * @param operands the operands of the operation
   * @param in the operands of the loop
   * @throws ArithmeticFault if something went wrong that is raised; the outputs hold the results
   * @throws UnsupportedOperationException if an output is read-only
   * @throws IllegalArgumentException if an operand does not broadcast
   */
  public static void into(Engine engine, List<Op> ops, Loop loop, NDArray[] outs, NDArray mask, NDArray[] operands,
      NDArray... in) {
    boolean matter = matter();
    NDArray[] before = matter ? apart(outs, operands) : null;
    NDArray where = matter && mask != null ? apart(outs, mask)[0] : mask;
    engine.into(loop, outs, in);
    for (int k = 0; matter && k < outs.length; k++) {
      check(ops.get(k), where, outs[k], before);
    }
  }

  /**
   * Looks for faults of an operation.
   *
   * @param op the operation
   * @param mask where it was computed, or null for everywhere
   * @param out its result
   * @param operands its operands
   * @throws ArithmeticFault if there is one of a category that is raised
   */
  static void check(Op op, NDArray mask, NDArray out, NDArray... operands) {
    check(op, op.name(), mask, out, index -> index, operands);
  }

  /**
   * Looks for faults of an operation that is a part of another one, such as a step of a running sum.
   *
   * @param op the operation
   * @param name of what it is a part of
   * @param mask where it was computed, or null for everywhere
   * @param out its results
   * @param place from an index of these to the index to tell
   * @param operands its operands
   * @throws ArithmeticFault if there is one of a category that is raised
   */
  public static void check(Op op, String name, NDArray mask, NDArray out, UnaryOperator<long[]> place, NDArray... operands) {
    ErrorState state = ErrorState.current();
    for (Category category : Category.values()) {
      if (state.mode(category) != Mode.IGNORE && out.size() > 0) {
        Program condition = Conditions.of(category, op, out.dtype(), Engine.types(operands));
        ArithmeticFault fault = condition == null ? null
            : ErrorState.IGNORE.during(() -> find(category, name, condition, mask, out, place, operands));
        report(state, fault);
      }
    }
  }

  private static ArithmeticFault find(Category category, String name, Program condition, NDArray mask, NDArray out, UnaryOperator<long[]> place,
      NDArray... operands) {
    Engine engine = Engine.current();
    NDArray[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = out;
    long[] shape = out.shape();
    if (mask == null) {
      if (!new FusedFold(condition, all, shape, Axes.ALL).fold(engine, Combine.OR).getBoolean()) {
        return null;
      }
    }
    NDArray wrong = Nd.empty(DType.bool, shape);
    engine.into(engine.loop(condition), wrong, all);
    wrong = mask == null ? wrong : wrong.logicalAnd(mask);
    if (!wrong.any().getBoolean()) {
      return null;
    }
    long[] index = index(wrong.argmax().getLong(), shape);
    List<NDArray> values = new ArrayList<>();
    for (NDArray operand : operands) {
      values.add(at(operand, index));
    }
    return new ArithmeticFault(category, name, place.apply(index.clone()), values, at(out, index));
  }

  private static long[] index(long flat, long[] shape) {
    long[] index = new long[shape.length];
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = flat % shape[axis];
      flat /= shape[axis];
    }
    return index;
  }

  /** A copy of one element of an array that broadcasts to the shape that the index is of. */
  private static NDArray at(NDArray array, long[] index) {
    Index[] indices = new Index[array.ndim()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = Index.at(array.shape(i) == 1 ? 0 : index[index.length - indices.length + i]);
    }
    return array.get(indices).copy();
  }

  private static void report(ErrorState state, ArithmeticFault fault) {
    if (fault != null) {
      switch (state.mode(fault.category())) {
        case WARN -> LOG.log(System.Logger.Level.WARNING, fault.getMessage());
        case CALL -> state.handler().accept(fault);
        case RAISE -> throw fault;
        case IGNORE -> { }
      }
    }
  }

  /**
   * Looks for faults of a sum or product.
   *
   * @param combine how elements were combined
   * @param out the result
   * @param a the elements
   * @param axes which axes were folded
   * @throws ArithmeticFault if there is one of a category that is raised
   */
  static void check(Combine combine, NDArray out, NDArray a, Axes axes) {
    check(combine, out, index -> index, a, axes);
  }

  /**
   * Looks for faults of a sum or product that is a part of a result.
   *
   * @param combine how elements were combined
   * @param out the part
   * @param place from an index of the part to the index to tell
   * @param a the elements
   * @param axes which axes were folded
   * @throws ArithmeticFault if there is one of a category that is raised
   */
  public static void check(Combine combine, NDArray out, UnaryOperator<long[]> place, NDArray a, Axes axes) {
    boolean sums = combine == Combine.ADD;
    if (!sums && combine != Combine.MULTIPLY || out.size() == 0) {
      return;
    }
    ErrorState state = ErrorState.current();
    DType type = out.dtype();
    Axes plain = new Axes(axes.axes(), axes.keepsDims(), null, 0);
    if (type.isInteger()) {
      if (state.integerOverflow() != Mode.IGNORE) {
        report(state, ErrorState.IGNORE.during(() ->
            found(Category.INTEGER_OVERFLOW, combine, out, place, sums ? sumOverflows(a, out, plain) : productOverflows(a, out, plain))));
      }
    } else if (!type.isBool()) {
      if (state.invalid() != Mode.IGNORE) {
        report(state, ErrorState.IGNORE.during(() -> found(Category.INVALID, combine, out, place,
            out.notEqual(out).logicalAnd(a.notEqual(a).any(plain).logicalNot()))));
      }
      if (state.overflow() != Mode.IGNORE) {
        report(state, ErrorState.IGNORE.during(() -> found(Category.OVERFLOW, combine, out, place,
            out.isinf().logicalAnd(a.isfinite().all(plain)))));
      }
    }
  }

  private static ArithmeticFault found(Category category, Combine combine, NDArray out, UnaryOperator<long[]> place, NDArray wrong) {
    if (!wrong.any().getBoolean()) {
      return null;
    }
    long[] index = index(wrong.argmax().getLong(), out.shape());
    return new ArithmeticFault(category, combine.label(), place.apply(index.clone()), List.of(), at(out, index));
  }

  /** The halves of 64-bit numbers are added up apart, which is exact; what the upper half of the sum then is, tells. */
  private static NDArray sumOverflows(NDArray a, NDArray out, Axes axes) {
    boolean unsigned = out.dtype().isUnsigned();
    DType wide = unsigned ? DType.uint64 : DType.int64;
    NDArray x = a.astype(wide);
    NDArray low = x.bitwiseAnd(Nd.scalar(wide, 0xffffffffL)).astype(DType.int64).sum(axes);
    NDArray high = x.bitwiseRightShift(Nd.scalar(wide, 32)).astype(DType.int64).sum(axes).add(low.bitwiseRightShift(32));
    NDArray wrong = unsigned ? high.greater(0xffffffffL) : high.less(Integer.MIN_VALUE).logicalOr(high.greater(Integer.MAX_VALUE));
    if (out.dtype().size() < 8) {
      wrong = wrong.logicalOr(x.sum(axes.dtype(wide)).notEqual(out));
    }
    return wrong;
  }

  /** A wrapped product is nowhere near the product in floating point. */
  private static NDArray productOverflows(NDArray a, NDArray out, Axes axes) {
    NDArray product = a.astype(DType.float64).prod(axes);
    // Beyond floating point, too: no integer is infinite.
    return product.subtract(out.astype(DType.float64)).abs().greater(product.abs().multiply(1e-6)).logicalOr(product.isinf());
  }
}
