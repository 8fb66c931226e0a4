package orthant.ufunc;

import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Loop;
import orthant.ufunc.compile.Explanation;

/**
 * A universal function: an elementwise operation as an object, with options. Immutable; each option returns a changed
 * copy.
 *
 * <pre>{@code
 * Ufuncs.add.into(out).where(mask).apply(a, b);      // out[mask] = a[mask] + b[mask]
 * }</pre>
 */
public final class Ufunc {
  private final Op op;
  private final NDArray out;
  private final NDArray mask;

  Ufunc(Op op, NDArray out, NDArray mask) {
    this.op = op;
    this.out = out;
    this.mask = mask;
  }

  /**
   * The operation's name.
   *
   * @return the array API's name in camelCase
   */
  public String name() {
    return op.name();
  }

  /**
   * The number of operands.
   *
   * @return 1 to 3
   */
  public int arity() {
    return op.arity();
  }

  /**
   * Stores into an existing array instead of a new one. It may overlap with the operands in any way.
   *
   * @param array of the broadcast shape of all operands, and of a type of the result's kind or a higher one
   * @return the function with that output
   */
  public Ufunc into(NDArray array) {
    return new Ufunc(op, array, mask);
  }

  /**
   * Computes only where a mask is true; elsewhere the output keeps its elements (a new output is 0 there).
   *
   * @param condition a bool array that broadcasts with the operands
   * @return the function with that mask
   * @throws IllegalArgumentException if the mask is not of type bool
   */
  public Ufunc where(NDArray condition) {
    if (!condition.dtype().isBool()) {
      throw new IllegalArgumentException("a mask of type " + condition.dtype()
          + " was given to where; it must be bool, for example mask.notEqual(0)");
    }
    return new Ufunc(op, out, condition);
  }

  /**
   * Computes.
   *
   * @param operands as many as the operation takes; they broadcast
   * @return the output: the array given to {@link #into}, or a new one
   * @throws IllegalArgumentException if the shapes do not broadcast to the output's, the operation is not defined for the
   *     types, or the output's type is of a lower kind than the result's
   * @throws UnsupportedOperationException if the output is read-only
   */
  public NDArray apply(NDArray... operands) {
    DType[] types = new DType[operands.length];
    Arrays.setAll(types, i -> operands[i].dtype());
    Engine engine = Engine.current();
    DType result = engine.loop(op, types).type();
    if (out == null && mask == null) {
      return operands.length == 2 ? Engine.apply(op, operands[0], operands[1]) : Engine.apply(op, operands);
    }
    NDArray target = out == null ? Nd.zeros(result, shape(operands)) : out;
    check(target, operands, result);
    if (mask == null) {
      engine.into(engine.loopInto(op, target.dtype(), types), target, operands);
    } else {
      NDArray[] all = Arrays.copyOf(operands, operands.length + 2);
      all[operands.length] = mask;
      all[operands.length + 1] = target;
      engine.into(masked(engine, target.dtype(), types), target, all);
    }
    return target;
  }

  private long[] shape(NDArray[] operands) {
    long[] shape = mask == null ? new long[0] : mask.shape();
    for (NDArray a : operands) {
      shape = Shapes.broadcast(shape, a.shape());
    }
    return shape;
  }

  private void check(NDArray target, NDArray[] operands, DType result) {
    boolean same = mask == null || mask.sameShape(target);
    for (NDArray a : operands) {
      same &= a.sameShape(target);
    }
    if (!same) {
      long[] shape = shape(operands);
      if (!Arrays.equals(Shapes.broadcast(shape, target.shape()), target.shape())) {
        throw new IllegalArgumentException("the output has shape " + Shapes.text(target.shape()) + " but the result of " + op.name() + " has "
            + Shapes.text(shape) + "; the result must broadcast to the output");
      }
    }
    if (result.kind().compareTo(target.dtype().kind()) > 0) {
      throw new IllegalArgumentException("the output is of type " + target.dtype() + " but the result of " + op.name() + " is " + result
          + "; a result is not cast to a lower kind, use astype");
    }
  }

  /** The operation where the mask is true, else what the output holds already. */
  private Loop masked(Engine engine, DType type, DType[] types) {
    Code code = new Code();
    Term[] operands = new Term[types.length];
    for (int i = 0; i < types.length; i++) {
      operands[i] = code.term(types[i]);
    }
    V condition = code.input(DType.bool);
    Term before = code.term(type);
    Term after = op.value(types, operands).cast(type);
    Program program = code.returns(type, new Term(
        condition.select(after.re(), before.re()), type.isComplex() ? condition.select(after.im(), before.im()) : null));
    return engine.loop(program);
  }

  /**
   * What is computed for operands of given types: the expression and the loop made of it, as text.
   *
   * @param types the types of the operands, contiguous arrays being assumed
   * @return for reading
   */
  public String explain(DType... types) {
    return Explanation.of(op.program(op.result(types), types));
  }

  @Override
  public String toString() {
    return op.name() + (out == null ? "" : " into " + Shapes.text(out.shape())) + (mask == null ? "" : " where masked");
  }
}
