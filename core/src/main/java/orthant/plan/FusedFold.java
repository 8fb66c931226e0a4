package orthant.plan;

import java.util.Arrays;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Program;
import orthant.layout.Layout;
import orthant.op.Combine;

/**
 * A reduction of what a program makes of its operands, without storing that in between where the loops can do so.
 *
 * @param value the elements, as a program over the operands
 * @param operands arrays that broadcast to the shape
 * @param shape the shape of the elements
 * @param axes which axes, and how
 */
public record FusedFold(Program value, NDArray[] operands, long[] shape, Axes axes) {
  /**
   * The shape of the result.
   *
   * @param shape the shape of the elements
   * @param axes which axes, and whether they are kept
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static long[] resultShape(long[] shape, Axes axes) {
    return Folding.outShape(shape, axes);
  }

  /**
   * Whether elements are stored before they are combined: complex ones are, unless they are added up or asked for their truth.
   *
   * @param type the type of the elements
   * @param axes which type they are combined in
   * @param combine how they are combined
   * @return true if there is a temporary array
   */
  public static boolean stores(DType type, Axes axes, Combine combine) {
    boolean complex = type.isComplex() || axes.dtype() != null && axes.dtype().isComplex();
    return complex && combine != Combine.ADD && combine != Combine.AND && combine != Combine.OR;
  }

  /**
   * Combines the elements.
   *
   * @param engine who runs it
   * @param combine how two partial results become one
   * @return a new array
   */
  public NDArray fold(Engine engine, Combine combine) {
    KernelEvent event = Recording.open();
    NDArray out = stores(value.type(), axes, combine)
        ? engine.folding().fold(stored(engine), axes, combine)
        : engine.folding().fold(value, parts(), shape, axes, combine);
    close(event, "fused fold " + combine, out, engine);
    return out;
  }

  /**
   * The positions of the first smallest or largest elements.
   *
   * @param engine who runs it
   * @param combine {@link Combine#MIN} or {@link Combine#MAX}
   * @return a new int64 array
   */
  public NDArray find(Engine engine, Combine combine) {
    KernelEvent event = Recording.open();
    boolean single = axes.axes() == null || axes.axes().length == 1;
    NDArray out = single && !storesToFind() ? engine.folding().finding().find(value, parts(), shape, axes, combine)
        : engine.folding().finding().find(stored(engine), axes, combine);
    close(event, "fused find " + combine, out, engine);
    return out;
  }

  /**
   * Whether elements are stored before one is looked for: complex ones, and those that no single stride of each operand walks.
   *
   * @return true if there is a temporary array
   */
  public boolean storesToFind() {
    return value.type().isComplex() || !Folding.walks(parts(), shape, axes);
  }

  private void close(KernelEvent event, String name, NDArray out, Engine engine) {
    if (event != null) {
      event.close(name, shape, value.type(), out, engine);
    }
  }

  private NDArray[] parts() {
    return value.splits() ? Parts.split(operands) : operands;
  }

  private NDArray stored(Engine engine) {
    NDArray out = Engine.fresh(value.type(), Layout.contiguous(value.type().size(), shape));
    NDArray[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = out;
    engine.run(engine.loop(value), all);
    return out;
  }
}
