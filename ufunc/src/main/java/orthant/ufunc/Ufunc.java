package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.Casting;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.Operand;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.ufunc.compile.Explanation;

/**
 * A universal function: an elementwise operation as an object, with options. Immutable; each option returns a changed
 * copy.
 *
 * <pre>{@code
 * Ufuncs.add.into(out).where(mask).apply(a, b);      // out[mask] = a[mask] + b[mask]
 * Ufuncs.maximum.reduce(a, axes(1).keepDims());      // the largest of each row
 * Ufuncs.add.at(counts, positions, scalar(1));       // counts each position as often as it occurs
 * }</pre>
 *
 * <p>Most have one result; those with several, as {@link Ufuncs#divmod}, return them by {@link #results}.
 */
public final class Ufunc {
  private final Kind kind;
  private final Options options;
  private final Applying applying;

  /**
   * What does not change with the options.
   *
   * @param name for people
   * @param ops one for each result, all of the same operands
   * @param fixed the types of the only loop, or null if the operations choose
   * @param identity what a reduction begins with, or null
   * @param reorderable whether a reduction may combine the elements of several axes
   * @param how what became of a function of the user, or null
   * @param loops those made so far
   */
  record Kind(String name, List<Op> ops, DType[] fixed, Double identity, boolean reorderable, String how,
      ConcurrentHashMap<Applying.Key, Applying.Ready> loops) {}

  /**
   * What options say; null for what they do not say.
   *
   * @param outs where results go
   * @param mask where to compute
   * @param dtype the type of the loop
   * @param casting which casts are allowed
   * @param initial what reductions begin with
   */
  record Options(NDArray[] outs, NDArray mask, DType dtype, Casting casting, NDArray initial) {
    static final Options NONE = new Options(null, null, null, null, null);

    NDArray out() {
      return outs == null ? null : outs[0];
    }

    /** Insists that a cast is allowed. */
    void check(String name, String what, DType from, DType to, Casting otherwise) {
      Casting rule = casting == null ? otherwise : casting;
      if (from != to && !Nd.canCast(from, to, rule)) {
        throw new IllegalArgumentException(name + " cannot cast its " + what + " from " + from + " to " + to + " under the casting rule " + rule
            + "; cast with astype, or allow it with casting(" + (Nd.canCast(from, to, Casting.SAME_KIND) ? "SAME_KIND" : "UNSAFE") + ")");
      }
    }
  }

  Ufunc(Kind kind, Options options) {
    this.kind = kind;
    this.options = options;
    this.applying = new Applying(kind, options);
  }

  private Ufunc with(Options changed) {
    return new Ufunc(kind, changed);
  }

  /**
   * The operation's name.
   *
   * @return the array API's name in camelCase
   */
  public String name() {
    return kind.name;
  }

  /**
   * The number of operands.
   *
   * @return 1 to 4
   */
  public int arity() {
    return kind.ops.getFirst().arity();
  }

  /**
   * The number of results.
   *
   * @return 1 or 2
   */
  public int resultCount() {
    return kind.ops.size();
  }

  /**
   * What a reduction of no elements is.
   *
   * @return the identity as an array without axes, or null if there is none
   */
  public NDArray identity() {
    return kind.identity == null ? null : Nd.scalar(DType.float64, kind.identity);
  }

  /**
   * A function with an identity, for functions of the user: reductions may then be of no elements and of several axes.
   *
   * @param value what leaves every other operand as it is
   * @return the function with that identity
   */
  public Ufunc identity(double value) {
    return new Ufunc(new Kind(kind.name, kind.ops, kind.fixed, value, true, kind.how, kind.loops), options);
  }

  /**
   * Stores into existing arrays instead of new ones. They may overlap with the operands in any way.
   *
   * @param arrays one for each result, of the broadcast shape of all operands, and of types to which results may be cast
   * @return the function with these outputs
   * @throws IllegalArgumentException if there are not as many arrays as results
   */
  public Ufunc into(NDArray... arrays) {
    if (arrays.length != resultCount()) {
      throw new IllegalArgumentException(name() + " has " + resultCount() + " results but got " + arrays.length + " outputs; give one for each");
    }
    return with(new Options(arrays.clone(), options.mask, options.dtype, options.casting, options.initial));
  }

  /**
   * Computes only where a mask is true; elsewhere the output keeps its elements (a new output is 0 there). In a reduction only
   * these elements count.
   *
   * @param condition a bool array that broadcasts with the operands
   * @return the function with that mask
   * @throws IllegalArgumentException if the mask is not of type bool
   */
  public Ufunc where(NDArray condition) {
    return with(new Options(options.outs, mask(condition), options.dtype, options.casting, options.initial));
  }

  /** A condition that was given to where. */
  static NDArray mask(NDArray condition) {
    if (!condition.dtype().isBool()) {
      throw new IllegalArgumentException("a mask of type " + condition.dtype()
          + " was given to where; it must be bool, for example mask.notEqual(0)");
    }
    return condition;
  }

  /**
   * Computes in the loop whose result is of a type; operands are cast to the types of that loop.
   *
   * @param type the type of the result
   * @return the function with that type
   */
  public Ufunc dtype(DType type) {
    return with(new Options(options.outs, options.mask, type, options.casting, options.initial));
  }

  /**
   * Which casts of operands and results are allowed. If nothing is said: {@link Casting#SAME_KIND}, but {@link Casting#UNSAFE} for
   * {@link #at} and the type of reductions (both as in NumPy), and {@link Casting#SAFE} for the operands of functions of the user.
   *
   * @param rule the rule
   * @return the function with that rule
   */
  public Ufunc casting(Casting rule) {
    return with(new Options(options.outs, options.mask, options.dtype, rule, options.initial));
  }

  /**
   * What reductions begin with, before the first element.
   *
   * @param value an array without axes
   * @return the function with that value
   * @throws IllegalArgumentException if the array has axes
   */
  public Ufunc initial(NDArray value) {
    if (value.ndim() > 0) {
      throw new IllegalArgumentException("an initial value of shape " + Shapes.text(value.shape()) + " was given to " + name()
          + "; it must have no axes");
    }
    return with(new Options(options.outs, options.mask, options.dtype, options.casting, value));
  }

  /**
   * What reductions begin with, before the first element.
   *
   * @param value a number; cast to the type of the reduction
   * @return the function with that value
   */
  public Ufunc initial(double value) {
    return initial(Nd.scalar(DType.float64, value));
  }

  /**
   * Computes.
   *
   * @param operands as many as the function takes; they broadcast
   * @return the result: the array given to {@link #into}, or a new one
   * @throws IllegalArgumentException if the shapes do not broadcast to the output's, the operation is not defined for the
   *     types, a cast is not allowed, or there are several results
   * @throws UnsupportedOperationException if the output is read-only
   */
  public NDArray apply(NDArray... operands) {
    if (resultCount() > 1) {
      throw new IllegalArgumentException(name() + " has " + resultCount() + " results; call results(...) for all of them");
    }
    if (options == Options.NONE && operands.length == arity() && operands.length <= 3 && loopIsOf(operands)) {
      return switch (operands.length) {
        case 1 -> Engine.apply(kind.ops.getFirst(), operands[0]);
        case 2 -> Engine.apply(kind.ops.getFirst(), operands[0], operands[1]);
        default -> Engine.apply(kind.ops.getFirst(), operands[0], operands[1], operands[2]);
      };
    }
    return results(operands)[0];
  }

  /** Whether the only loop, if there is but one, takes operands as they are. */
  private boolean loopIsOf(NDArray... operands) {
    for (int i = 0; kind.fixed != null && i < operands.length; i++) {
      if (operands[i].dtype() != kind.fixed[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Computes all results.
   *
   * @param operands as many as the function takes; they broadcast
   * @return the results: the arrays given to {@link #into}, or new ones
   * @throws IllegalArgumentException if the shapes do not broadcast to the outputs', the operation is not defined for the
   *     types, or a cast is not allowed
   * @throws UnsupportedOperationException if an output is read-only
   */
  public NDArray[] results(NDArray... operands) {
    return applying.results(operands);
  }

  /**
   * Combines the elements along the first axis.
   *
   * @param a an array with axes
   * @return as {@link #reduce(NDArray, Axes)}
   */
  public NDArray reduce(NDArray a) {
    return reduce(a, Axes.axes(0));
  }

  /**
   * Combines the elements along axes: {@code f(f(f(x0, x1), x2), x3)}. Sums, products and extremes are those of the methods
   * {@code sum}, {@code prod}, {@code min} and {@code max} to the last bit; other operations go from left to right.
   *
   * <p>With {@link #initial} the combination begins with that value, with {@link #where} only some elements count,
   * {@link #dtype} (or that of the axes) is the type to combine in, {@link #into} takes the result.
   *
   * @param a the elements
   * @param axes which axes, and how; several for operations that do not depend on the order
   * @return the output, or a new array
   * @throws IllegalArgumentException if the function is not one of two operands and one result, there are no elements to
   *     combine and no identity, or the order of several axes would matter
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public NDArray reduce(NDArray a, Axes axes) {
    return folds().reduce(a, axes);
  }

  /**
   * The partial results of a reduction along the first axis.
   *
   * @param a an array with axes
   * @return as {@link #accumulate(NDArray, int)}
   */
  public NDArray accumulate(NDArray a) {
    return accumulate(a, 0);
  }

  /**
   * The partial results of a reduction along an axis, from left to right: {@code x0, f(x0, x1), f(f(x0, x1), x2), ...}.
   *
   * @param a the elements
   * @param axis the axis; negative ones count from the end
   * @return the output, or a new array of the shape of {@code a}
   * @throws IllegalArgumentException if the function is not one of two operands and one result
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public NDArray accumulate(NDArray a, int axis) {
    return folds().accumulate(a, axis);
  }

  /**
   * Combines slices along the first axis.
   *
   * @param a the elements
   * @param indices where the slices begin
   * @return as {@link #reduceat(NDArray, NDArray, int)}
   */
  public NDArray reduceat(NDArray a, NDArray indices) {
    return reduceat(a, indices, 0);
  }

  /**
   * Combines slices along an axis. Slice {@code i} goes from {@code indices[i]} to {@code indices[i + 1]}, the last one to the
   * end; if {@code indices[i + 1]} is not larger, it is the one element at {@code indices[i]}.
   *
   * @param a the elements
   * @param indices integers along one axis, from 0 to the size of the axis less 1
   * @param axis the axis; negative ones count from the end
   * @return the output, or a new array with as many elements along the axis as there are indices
   * @throws IllegalArgumentException if the function is not one of two operands and one result
   * @throws IndexOutOfBoundsException if there is no such axis, or an index is outside of it
   */
  public NDArray reduceat(NDArray a, NDArray indices, int axis) {
    return folds().reduceat(a, indices, axis);
  }

  private Reducing folds() {
    if (arity() != 2 || resultCount() != 1) {
      throw new IllegalArgumentException(name() + " takes " + arity() + " operands and has " + resultCount()
          + " results; only functions of two operands and one result combine elements");
    }
    return new Reducing(kind, options);
  }

  /**
   * The function of all pairs of elements.
   *
   * @param a the first operands
   * @param b the second operands
   * @return an array with the axes of {@code a}, then those of {@code b}
   * @throws IllegalArgumentException if the function does not take two operands and have one result
   */
  public NDArray outer(NDArray a, NDArray b) {
    if (arity() != 2) {
      throw new IllegalArgumentException(name() + " takes " + arity() + " operands; outer is for functions of two");
    }
    long[] shape = Arrays.copyOf(a.shape(), a.ndim() + b.ndim());
    Arrays.fill(shape, a.ndim(), shape.length, 1);
    return apply(a.reshape(shape), b);
  }

  /**
   * Applies the function in place to some elements, one after the other: an element that is named twice is changed twice.
   *
   * @param a the array to change
   * @param index which elements: positions, masks, slices, several of them
   * @param b the second operands, which broadcast to what the index picks; none for functions of one operand
   * @return the array
   * @throws IndexOutOfBoundsException if a position is outside of the array; nothing is changed then
   * @throws IllegalArgumentException if the operands do not fit
   * @throws UnsupportedOperationException if the array is read-only
   */
  public NDArray at(NDArray a, Index[] index, NDArray... b) {
    scattering(b).at(a, index, b);
    return a;
  }

  /**
   * Applies the function in place to the elements at some positions, or where a mask is true.
   *
   * @param a the array to change
   * @param index integers or bool
   * @param b the second operands; none for functions of one operand
   * @return the array
   * @throws IndexOutOfBoundsException if a position is outside of the array; nothing is changed then
   * @throws IllegalArgumentException if the operands do not fit
   * @throws UnsupportedOperationException if the array is read-only
   */
  public NDArray at(NDArray a, NDArray index, NDArray... b) {
    scattering(b).at(a, index, b);
    return a;
  }

  private Scattering scattering(NDArray... b) {
    if (arity() != 1 + b.length || resultCount() != 1 || arity() > 2) {
      throw new IllegalArgumentException(name() + " takes " + arity() + " operands but got the elements and " + b.length
          + " arrays; at is for functions of one or two operands and one result");
    }
    return new Scattering(kind, options);
  }

  /**
   * What is computed for operands of given types: the expression and the loop made of it, as text. For functions of the user its first line
   * says whether the expression is the function's own, or calls it, and why.
   *
   * @param types the types of the operands, contiguous arrays being assumed
   * @return for reading
   */
  public String explain(DType... types) {
    return (kind.how == null ? "" : kind.how + "\n")
        + String.join("\n", kind.ops.stream().map(op -> Explanation.of(op.program(op.result(types), types))).toList());
  }

  /**
   * The function as a step of a lazy expression. Options do not count there.
   *
   * @param operands arrays and lazy expressions, as many as the function takes
   * @return the expression
   * @throws IllegalArgumentException if the function has several results, or is not defined for the types
   */
  public Lazy lazy(Operand... operands) {
    if (resultCount() > 1) {
      throw new IllegalArgumentException(name() + " has " + resultCount() + " results; a lazy expression has one");
    }
    return Lazy.node(kind.ops.getFirst(), operands);
  }

  @Override
  public String toString() {
    return name() + (options.outs == null ? "" : " into " + Shapes.text(options.outs[0].shape())) + (options.mask == null ? "" : " where masked")
        + (options.dtype == null ? "" : " as " + options.dtype) + (options.casting == null ? "" : " casting " + options.casting);
  }
}
