package orthant.ufunc;

import java.util.Arrays;
import java.util.Locale;
import orthant.DType;
import orthant.Elementwise;
import orthant.NDArray;
import orthant.Operand;
import orthant.Operation;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Weak;

/**
 * An elementwise expression that is computed at the end, in one pass over memory and without temporary arrays.
 *
 * <pre>{@code
 * var e = lazy(a).multiply(b).add(lazy(c).multiply(d)).sqrt().eval();
 * }</pre>
 *
 * <p>It has the methods of an array, obeys the same rules of types and broadcasting, and gives the same bits as computing
 * step by step. At first it runs block by block, a block of each operand going through the kernels of all operations
 * while it is in the first-level cache; when it repeats or is large it becomes one compiled loop.
 *
 * <p>Immutable; it refers to its arrays, whose elements are read when {@link #eval} is called.
 */
public final class Lazy implements Operand, Elementwise<Lazy, Operand> {
  private final NDArray leaf;
  private final Op op;
  private final Lazy[] operands;
  private final DType dtype;
  private final long[] shape;

  private Lazy(NDArray leaf, Op op, DType dtype, long[] shape, Lazy... operands) {
    this.leaf = leaf;
    this.op = op;
    this.operands = operands;
    this.dtype = dtype;
    this.shape = shape;
  }

  /**
   * An array as an expression.
   *
   * @param array the array
   * @return the expression that stands for it
   */
  public static Lazy lazy(NDArray array) {
    return new Lazy(array, null, array.dtype(), array.shape());
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
   * The elements in another type.
   *
   * @param type the type
   * @return the expression
   */
  public Lazy astype(DType type) {
    return type == dtype ? this : new Lazy(null, Ops.COPY, type, shape, this);
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
    return node(op, Arrays.stream(operands).map(Lazy::of).toArray(Lazy[]::new));
  }

  private static Lazy node(Op op, Lazy... operands) {
    DType[] types = new DType[operands.length];
    long[] shape = new long[0];
    for (int i = 0; i < operands.length; i++) {
      types[i] = operands[i].dtype;
      shape = Shapes.broadcast(shape, operands[i].shape);
    }
    return new Lazy(null, op, op.result(types), shape, operands);
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

  /**
   * Computes the expression.
   *
   * @return a new array
   * @throws IllegalStateException if the memory of an operand was released
   */
  public NDArray eval() {
    Fusion fusion = new Fusion(this);
    Engine engine = Engine.current();
    return engine.general(fusion.loop(engine), fusion.leaves());
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
    Fusion fusion = new Fusion(this);
    Engine engine = Engine.current();
    engine.into(fusion.loop(engine), out, fusion.leaves());
    return out;
  }

  /**
   * What is computed: the operations, the operands that are read, and the one expression they become.
   *
   * @return for reading
   */
  public String explain() {
    Fusion fusion = new Fusion(this);
    return String.format(Locale.ROOT, "%s of shape %s and type %s%n%d operations, %d operands read, 1 pass over memory, no temporary array%n%s",
        this, Shapes.text(shape), dtype, fusion.operations(), fusion.leaves().length, fusion.program());
  }

  NDArray leaf() {
    return leaf;
  }

  Op op() {
    return op;
  }

  Lazy[] operands() {
    return operands;
  }

  @Override
  public String toString() {
    if (leaf != null) {
      return leaf.ndim() == 0 ? leaf.toString() : leaf.dtype() + Shapes.text(shape);
    }
    String inner = String.join(", ", Arrays.stream(operands).map(Lazy::toString).toList());
    return (op == Ops.COPY ? dtype.name() : op.name()) + "(" + inner + ")";
  }
}
