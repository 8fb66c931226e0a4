package orthant.ufunc;

import java.util.Arrays;
import orthant.Axes;
import orthant.DType;
import orthant.Elementwise;
import orthant.NDArray;
import orthant.Operand;
import orthant.Operation;
import orthant.Reductions;
import orthant.expr.Term;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.op.TypeRule;
import orthant.plan.Fold;
import orthant.plan.Folds;
import orthant.plan.FusedFold;
import orthant.plan.Weak;

/**
 * An expression that is computed at the end, in one pass over memory and without temporary arrays.
 *
 * <pre>{@code
 * var e = lazy(a).multiply(b).add(lazy(c).multiply(d)).sqrt().eval();
 * var s = lazy(a).subtract(m).square().sum(0).eval();
 * var z = x.subtract(x.mean()).divide(x.std()).eval();      // with x = lazy(a)
 * }</pre>
 *
 * <p>It has the methods of an array, obeys the same rules of types and broadcasting, and gives the same bits as computing
 * step by step. Element-wise operations run as one loop: at first block by block, a block of each operand going through the kernels
 * of all operations while it is in the first-level cache; when it repeats or is large, compiled as a whole. A reduction combines what
 * the loop computes as it is computed, and is an operand like any other of what follows: a stage of its own, whose result is small.
 * What occurs several times is computed once, however often it was written down. {@link #explain} tells what will be done.
 *
 * <p>Immutable; it refers to its arrays, whose elements are read when {@link #eval} is called.
 */
public final class Lazy implements Operand, Elementwise<Lazy, Operand>, Reductions<Lazy> {
  /** The most characters of an expression as text. */
  private static final int TEXT = 4000;

  /** {@code |x|} squared. */
  private static final Op SQUARED_ABS = new Op("squaredAbs", 1, TypeRule.PART, v -> v[0].mul(v[0]),
      t -> Term.of(t[0].re().mul(t[0].re()).add(t[0].im().mul(t[0].im()))));

  private final NDArray leaf;
  private final Operation op;
  /** The axes of a reduction. */
  private final Axes axes;
  private final Lazy[] operands;
  private final DType dtype;
  private final long[] shape;
  private final boolean reduces;
  /** Equal for expressions that say the same. */
  private final int hash;

  private Lazy(NDArray leaf, Operation op, Axes axes, DType dtype, long[] shape, Lazy... operands) {
    this.leaf = leaf;
    this.op = op;
    this.axes = axes;
    this.operands = operands;
    this.dtype = dtype;
    this.shape = shape;
    boolean fold = axes != null;
    int code = leaf != null ? Numbering.hash(leaf) : op.hashCode() + dtype.hashCode();
    for (Lazy operand : operands) {
      fold |= operand.reduces;
      code = 31 * code + operand.hash;
    }
    this.reduces = fold;
    this.hash = code;
  }

  /**
   * An array as an expression.
   *
   * @param array the array
   * @return the expression that stands for it
   */
  public static Lazy lazy(NDArray array) {
    return new Lazy(array, null, null, array.dtype(), array.shape());
  }

  /**
   * Elements of one operand where a condition is true, of another where it is not.
   *
   * @param condition truth values; numbers are true where they are not zero
   * @param a the elements where it is true
   * @param b the elements where it is false
   * @return the expression
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static Lazy where(Operand condition, Operand a, Operand b) {
    return node(Ops.WHERE, of(condition), of(a), of(b));
  }

  /**
   * Elements moved into limits.
   *
   * @param lower the smallest that is wanted
   * @param upper the largest that is wanted
   * @return the expression {@code min(max(x, lower), upper)}
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public Lazy clip(Operand lower, Operand upper) {
    return node(Ops.CLIP, this, of(lower), of(upper));
  }

  /**
   * Elements moved into limits.
   *
   * @param lower the smallest that is wanted
   * @param upper the largest that is wanted
   * @return the expression {@code min(max(x, lower), upper)}
   */
  public Lazy clip(double lower, double upper) {
    return clip(Weak.of(dtype, lower), Weak.of(dtype, upper));
  }

  /**
   * Elements moved into limits.
   *
   * @param lower the smallest that is wanted
   * @param upper the largest that is wanted
   * @return the expression {@code min(max(x, lower), upper)}
   * @throws ArithmeticException if the type does not hold a limit
   */
  public Lazy clip(long lower, long upper) {
    return clip(Weak.of(dtype, lower), Weak.of(dtype, upper));
  }

  /**
   * The elements in another type.
   *
   * @param type the type
   * @return the expression
   */
  public Lazy astype(DType type) {
    return type == dtype ? this : new Lazy(null, Ops.COPY, null, type, shape, this);
  }

  /**
   * The type of the result.
   *
   * @return the type
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The shape of the result.
   *
   * @return a copy
   */
  public long[] shape() {
    return shape.clone();
  }

  private static Lazy of(Operand operand) {
    return switch (operand) {
      case Lazy lazy -> lazy;
      case NDArray array -> lazy(array);
      default -> throw new IllegalArgumentException("an operand of " + operand.getClass() + "; it must be an NDArray or a Lazy");
    };
  }

  static Lazy node(Op op, Operand... operands) {
    Lazy[] nodes = new Lazy[operands.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = of(operands[i]);
    }
    return node(op, nodes);
  }

  private static Lazy node(Op op, Lazy... operands) {
    DType[] types = new DType[operands.length];
    long[] shape = operands[0].shape;
    for (int i = 0; i < operands.length; i++) {
      types[i] = operands[i].dtype;
      long[] other = operands[i].shape;
      // Shapes are never changed, so that expressions may share them.
      shape = other.length == 0 || Arrays.equals(shape, other) ? shape : shape.length == 0 ? other : Shapes.broadcast(shape, other);
    }
    return new Lazy(null, op, null, op.result(types), shape, operands);
  }

  @Override
  public Lazy apply(Operation operation) {
    return node((Op) operation, this);
  }

  @Override
  public Lazy apply(Operation operation, Operand other) {
    return node((Op) operation, this, of(other));
  }

  @Override
  public Lazy apply(Operation operation, double other) {
    return node((Op) operation, this, lazy(Weak.of(dtype, other)));
  }

  @Override
  public Lazy apply(Operation operation, long other) {
    return node((Op) operation, this, lazy(Weak.of(operation, dtype, other)));
  }

  @Override
  public Lazy reduce(Operation operation, Axes options) {
    Fold fold = (Fold) operation;
    if (fold == Folds.MEAN) {
      return average(options);
    }
    if (fold == Folds.VAR || fold == Folds.STD) {
      Lazy variance = variance(options);
      return fold == Folds.STD ? variance.sqrt() : variance;
    }
    return new Lazy(null, fold, options, fold.type().apply(dtype, options), FusedFold.resultShape(shape, options), this);
  }

  /** As the mean of an array: float16 by way of float32, complex64 divided as complex128. */
  private Lazy average(Axes options) {
    DType type = Folds.floating(dtype, options);
    Lazy sum = reduce(Folds.SUM, options.dtype(type == DType.float16 ? DType.float32 : type));
    Lazy mean = sum.astype(type == DType.complex64 ? DType.complex128 : sum.dtype).divide((double) Folds.foldedSize(shape, options));
    return type == DType.float16 || type == DType.complex64 ? mean.astype(type) : mean;
  }

  /** As the variance of an array: a pass for the mean, one for the squares of the deviations from it. */
  private Lazy variance(Axes options) {
    DType type = Folds.floating(dtype, options);
    if (type == DType.float16) {
      return variance(options.dtype(DType.float32)).astype(type);
    }
    Lazy deviation = subtract(average(options.dtype(type).keepDims()));
    double count = Math.max(Folds.foldedSize(shape, options) - options.correction(), 0);
    Lazy squares = deviation.apply(deviation.dtype.isComplex() ? SQUARED_ABS : Ops.SQUARE);
    return squares.reduce(Folds.SUM, options.dtype(type.real())).divide(count);
  }

  /**
   * The number of elements that are not zero.
   *
   * @return an int64 expression without axes
   */
  public Lazy countNonzero() {
    return countNonzero(Axes.ALL);
  }

  /**
   * The number of elements along an axis that are not zero.
   *
   * @param axis the axis to fold; negative ones count from the end
   * @return an int64 expression without that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Lazy countNonzero(int axis) {
    return countNonzero(Axes.axes(axis));
  }

  /**
   * The number of elements along axes that are not zero.
   *
   * @param options which axes, and whether they stay
   * @return an int64 expression
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Lazy countNonzero(Axes options) {
    return astype(DType.bool).sum(options.dtype(DType.int64));
  }

  /**
   * Computes the expression.
   *
   * @return a new array
   * @throws IllegalStateException if the memory of an operand was released
   */
  public NDArray eval() {
    return new Evaluation().result(this);
  }

  /**
   * Computes the expression into an existing array, which may be one of its operands or overlap with them.
   *
   * @param out of the type of the result; the result broadcasts to its shape
   * @return out
   * @throws IllegalArgumentException if the type is another or the shape does not fit
   * @throws UnsupportedOperationException if the output is read-only
   */
  public NDArray eval(NDArray out) {
    if (out.dtype() != dtype) {
      throw new IllegalArgumentException("the output is of type " + out.dtype() + " but the expression is " + dtype + "; end it with astype("
          + out.dtype() + ")");
    }
    if (!Arrays.equals(Shapes.broadcast(shape, out.shape()), out.shape())) {
      throw new IllegalArgumentException("the output has shape " + Shapes.text(out.shape()) + " but the expression has " + Shapes.text(shape)
          + "; it must broadcast to the output");
    }
    if (out.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(out.shape()) + " is read-only; write to a copy()");
    }
    new Evaluation().into(this, out);
    return out;
  }

  /**
   * What will be done: each stage with its kernels, passes over memory and bytes, and the program that its loop is. Nothing is computed.
   *
   * @return for reading
   */
  public String explain() {
    return Explaining.text(this);
  }

  NDArray leaf() {
    return leaf;
  }

  Operation op() {
    return op;
  }

  /** The axes of a reduction, null for everything else. */
  Axes axes() {
    return axes;
  }

  /** Whether there is a reduction in it. */
  boolean reduces() {
    return reduces;
  }

  long size() {
    long n = 1;
    for (long d : shape) {
      n *= d;
    }
    return n;
  }

  int ndim() {
    return shape.length;
  }

  Lazy[] operands() {
    return operands;
  }

  int hash() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.length() > TEXT ? text.substring(0, TEXT) + "..." : text.toString();
  }

  /** Writes until the text is long enough: what is shared is written each time, so that the whole may be longer than any memory. */
  private void write(StringBuilder text) {
    if (text.length() > TEXT) {
      return;
    }
    if (leaf != null) {
      text.append(leaf.ndim() == 0 ? leaf.toString() : leaf.dtype() + Shapes.text(shape));
      return;
    }
    text.append(op == Ops.COPY ? dtype.name() : op.name()).append('(');
    for (int i = 0; i < operands.length; i++) {
      text.append(i == 0 ? "" : ", ");
      operands[i].write(text);
    }
    text.append(axes == null ? "" : ", " + axes).append(')');
  }
}
