package orthant.plan;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.op.Combine;
import orthant.op.Ops;

/** The table of reductions: those that combine elements, and those that are array code over them. */
public final class Folds {
  /** Squared deviations from a mean, by the types of the elements and of the mean. */
  private static final ConcurrentHashMap<List<DType>, Program> SQUARES = new ConcurrentHashMap<>();

  private Folds() {}

  /** The sum. */
  public static final Fold SUM = combining("sum", Combine.ADD);

  /** The product. */
  public static final Fold PROD = combining("prod", Combine.MULTIPLY);

  /** The smallest. */
  public static final Fold MIN = combining("min", Combine.MIN);

  /** The largest. */
  public static final Fold MAX = combining("max", Combine.MAX);

  /** Whether all are true. */
  public static final Fold ALL = combining("all", Combine.AND);

  /** Whether one is true. */
  public static final Fold ANY = combining("any", Combine.OR);

  /** Where the smallest is. */
  public static final Fold ARG_MIN = new Fold("argmin", Combine.MIN, (in, axes) -> DType.int64, (a, axes) -> Engine.find(a, axes, Combine.MIN));

  /** Where the largest is. */
  public static final Fold ARG_MAX = new Fold("argmax", Combine.MAX, (in, axes) -> DType.int64, (a, axes) -> Engine.find(a, axes, Combine.MAX));

  /** The arithmetic mean. */
  public static final Fold MEAN = new Fold("mean", null, (in, axes) -> quotient(floating(in, axes)), Folds::mean);

  /** The variance. */
  public static final Fold VAR = new Fold("var", null, (in, axes) -> quotient(floating(in, axes)).real(), Folds::var);

  /** The standard deviation. */
  public static final Fold STD = new Fold("std", null, (in, axes) -> quotient(floating(in, axes)).real(), (a, axes) -> var(a, axes).sqrt());

  private static Fold combining(String name, Combine combine) {
    boolean logical = combine == Combine.AND || combine == Combine.OR;
    return new Fold(name, combine, (in, axes) -> axes.dtype() != null && !logical ? axes.dtype() : combine.type(in),
        (a, axes) -> Engine.fold(a, axes, combine));
  }

  private static NDArray mean(NDArray a, Axes axes) {
    DType type = floating(a.dtype(), axes);
    // float16 is summed and divided in float32, and rounded once.
    DType wide = type == DType.float16 ? DType.float32 : type;
    NDArray sum = Engine.fold(a, axes.dtype(wide), Combine.ADD);
    if (type == DType.complex64) {
      // A complex quotient is rounded more than once, in complex64 too often.
      wide = DType.complex128;
      sum = Engine.cast(sum, wide);
    }
    NDArray mean = sum.divide((double) foldedSize(a, axes));
    return wide == type ? mean : Engine.cast(mean, type);
  }

  private static NDArray var(NDArray a, Axes axes) {
    DType type = floating(a.dtype(), axes);
    if (type == DType.float16) {
      return Engine.cast(var(a, axes.dtype(DType.float32)), type);
    }
    NDArray mean = mean(a, axes.dtype(type).keepDims());
    double count = Math.max(foldedSize(a, axes) - axes.correction(), 0);
    return squares(a, mean, axes.dtype(type.real())).divide(count);
  }

  /** The sum of squared deviations: of large arrays in one pass, of small ones by the operations' own loops, which begin sooner. */
  private static NDArray squares(NDArray a, NDArray mean, Axes axes) {
    if (a.size() > FoldTree.BLOCK && !Faults.matter()) {
      Program square = SQUARES.computeIfAbsent(List.of(a.dtype(), mean.dtype()), types -> square(types.get(0), types.get(1)));
      return new FusedFold(square, new NDArray[] {a, mean}, a.shape(), axes).fold(Engine.current(), Combine.ADD);
    }
    NDArray deviation = a.subtract(mean);
    return Engine.fold(deviation.dtype().isComplex() ? deviation.real().square().add(deviation.imag().square()) : deviation.square(),
        axes, Combine.ADD);
  }

  private static Program square(DType element, DType mean) {
    Code code = new Code();
    Term deviation = Ops.SUBTRACT.value(new DType[] {element, mean}, code.term(element), code.term(mean));
    DType type = Ops.SUBTRACT.result(element, mean);
    V square = deviation.re().mul(deviation.re());
    return code.returns(type.real(), deviation.isComplex() ? square.add(deviation.im().mul(deviation.im())) : square);
  }

  private static DType quotient(DType type) {
    return type.isFloat() || type.isComplex() ? type : DType.float64;
  }

  /**
   * The type a mean is computed in and, unless it is an integer, has.
   *
   * @param in the type of the elements
   * @param axes the type asked for, if any
   * @return that type; else the type of the elements if they are floating point or complex, else float64
   */
  public static DType floating(DType in, Axes axes) {
    if (axes.dtype() != null) {
      return axes.dtype();
    }
    return in.isFloat() || in.isComplex() ? in : DType.float64;
  }

  /**
   * How many elements each result of a reduction stands for.
   *
   * @param a the elements
   * @param axes which axes
   * @return the product of their sizes
   */
  public static long foldedSize(NDArray a, Axes axes) {
    return foldedSize(a.shape(), axes);
  }

  /**
   * How many elements each result of a reduction stands for.
   *
   * @param shape the shape of the elements
   * @param axes which axes
   * @return the product of their sizes
   */
  public static long foldedSize(long[] shape, Axes axes) {
    long n = 1;
    for (int axis : Folding.axes(shape.length, axes)) {
      n *= shape[axis];
    }
    return n;
  }
}
