package orthant.ufunc;

import java.util.Arrays;
import java.util.Map;
import orthant.Casting;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.op.TypeRule;
import orthant.plan.Engine;
import orthant.plan.Overlap;
import orthant.plan.Planner;

/**
 * A generalised universal function: it works on the last axes of its operands, as its signature names them, and is repeated
 * over all other axes, which broadcast. Immutable; each option returns a changed copy.
 *
 * <pre>{@code
 * var matvec = Ufuncs.generalized("matvec", "(m,n),(n)->(m)", (in, out) -> out[0].assign(in[0].matmul(in[1])));
 * matvec.apply(ones(10, 2, 3), ones(3));      // of shape (10, 2)
 * }</pre>
 */
public final class Gufunc {
  private static final Access ARRAYS = Access.door();

  /** What is computed for one element of the loop. */
  @FunctionalInterface
  public interface Body {
    /**
     * Computes the last axes of the results from those of the operands. It may be called from several threads.
     *
     * @param in a view of each operand, read-only, with the axes that the signature names
     * @param out a view of each result, to be written; zeros if {@link Gufunc#into} was not used
     */
    void apply(NDArray[] in, NDArray[] out);
  }

  private final String name;
  private final CoreSignature signature;
  private final Body body;
  private final DType dtype;
  private final NDArray[] outs;
  private final NDArray mask;

  Gufunc(String name, CoreSignature signature, Body body, DType dtype, NDArray[] outs, NDArray mask) {
    this.name = name;
    this.signature = signature;
    this.body = body;
    this.dtype = dtype;
    this.outs = outs;
    this.mask = mask;
  }

  /**
   * The function's name.
   *
   * @return for people
   */
  public String name() {
    return name;
  }

  /**
   * The axes it works on.
   *
   * @return the signature
   */
  public String signature() {
    return signature.text();
  }

  /**
   * Casts operands, and makes results, of a type; otherwise operands stay what they are, and results are of their common type.
   *
   * @param type the type
   * @return the function with that type
   */
  public Gufunc dtype(DType type) {
    return new Gufunc(name, signature, body, type, outs, mask);
  }

  /**
   * Stores into existing arrays instead of new ones. They may overlap with the operands in any way.
   *
   * @param arrays one for each result, of its shape, and of a type to which it may be cast within its kind
   * @return the function with these outputs
   * @throws IllegalArgumentException if there are not as many arrays as results
   */
  public Gufunc into(NDArray... arrays) {
    if (arrays.length != signature.outs().size()) {
      throw new IllegalArgumentException(name + signature.text() + " has " + signature.outs().size() + " results but got " + arrays.length
          + " outputs; give one for each");
    }
    return new Gufunc(name, signature, body, dtype, arrays.clone(), mask);
  }

  /**
   * Computes only where a mask is true; elsewhere the output keeps its elements (a new output is 0 there).
   *
   * @param condition a bool array that broadcasts with the axes which the signature does not name
   * @return the function with that mask
   * @throws IllegalArgumentException if the mask is not of type bool
   */
  public Gufunc where(NDArray condition) {
    return new Gufunc(name, signature, body, dtype, outs, Ufunc.mask(condition));
  }

  /**
   * Computes the only result.
   *
   * @param operands as many as the signature has
   * @return the array given to {@link #into}, or a new one
   * @throws IllegalArgumentException if shapes or types do not fit, or there are several results
   * @throws UnsupportedOperationException if the output is read-only
   */
  public NDArray apply(NDArray... operands) {
    if (signature.outs().size() > 1) {
      throw new IllegalArgumentException(name + signature.text() + " has " + signature.outs().size() + " results; call results(...) for all of them");
    }
    return results(operands)[0];
  }

  /**
   * Computes all results.
   *
   * @param operands as many as the signature has
   * @return the arrays given to {@link #into}, or new ones
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws UnsupportedOperationException if an output is read-only
   */
  public NDArray[] results(NDArray... operands) {
    Map<String, Long> sizes = signature.sizes(name, operands);
    DType type = dtype != null ? dtype : TypeRule.promote(Arrays.stream(operands).map(NDArray::dtype).toArray(DType[]::new));
    NDArray[] in = new NDArray[operands.length];
    long[] loop = {};
    for (int i = 0; i < in.length; i++) {
      in[i] = dtype == null || operands[i].dtype() == type ? operands[i] : operands[i].astype(type);
      loop = Shapes.broadcast(loop, Arrays.copyOf(in[i].shape(), in[i].ndim() - signature.ins().get(i).size()));
    }
    if (mask != null) {
      loop = Shapes.broadcast(loop, mask.shape());
    }
    NDArray where = mask == null || outs == null || Arrays.stream(outs).noneMatch(out -> Overlap.meets(mask, out)) ? mask : mask.copy();
    NDArray[] results = new NDArray[signature.outs().size()];
    NDArray[] targets = new NDArray[results.length];
    for (int k = 0; k < results.length; k++) {
      long[] core = signature.shape(k, sizes);
      long[] shape = Arrays.copyOf(loop, loop.length + core.length);
      System.arraycopy(core, 0, shape, loop.length, core.length);
      results[k] = outs == null ? Nd.zeros(type, shape) : outs[k];
      checkOutput(results[k], type, shape);
      NDArray out = results[k];
      boolean direct = out.dtype() == type && Arrays.stream(in).noneMatch(a -> Overlap.meets(a, out));
      targets[k] = direct ? out : mask != null ? out.astype(type) : Nd.zeros(type, shape);
    }
    run(loop, where, in, targets);
    for (int k = 0; k < results.length; k++) {
      if (targets[k] != results[k]) {
        results[k].assign(targets[k]);
      }
    }
    return results;
  }

  private void checkOutput(NDArray out, DType type, long[] shape) {
    if (!Arrays.equals(out.shape(), shape)) {
      throw new IllegalArgumentException("the output has shape " + Shapes.text(out.shape()) + " but the result of " + name + signature.text()
          + " has " + Shapes.text(shape) + "; they must be the same");
    }
    if (!Nd.canCast(type, out.dtype(), Casting.SAME_KIND)) {
      throw new IllegalArgumentException(name + signature.text() + " cannot cast its result from " + type + " to " + out.dtype()
          + " under the casting rule SAME_KIND; cast with astype");
    }
    if (out.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(out.shape()) + " is read-only; write to a copy()");
    }
  }

  /** One operand: how it moves along the loop, and the layout of its last axes. */
  private record Walk(NDArray array, long[] strides, Layout core, boolean readOnly) {
    static Walk of(NDArray array, int core, long[] loop, boolean readOnly) {
      Layout layout = ARRAYS.layout(array);
      int outer = array.ndim() - core;
      Layout leading = Layout.of(Arrays.copyOf(layout.shape(), outer), Arrays.copyOf(layout.strides(), outer));
      return new Walk(array, Planner.broadcastStrides(leading, loop), Layout.of(
          Arrays.copyOfRange(layout.shape(), outer, array.ndim()), Arrays.copyOfRange(layout.strides(), outer, array.ndim())), readOnly);
    }

    NDArray at(long[] place) {
      long address = ARRAYS.address(array);
      for (int i = 0; i < place.length; i++) {
        address += place[i] * strides[i];
      }
      return ARRAYS.wrap(array.dtype(), core, ARRAYS.storage(array), address, readOnly);
    }
  }

  private static NDArray[] at(Walk[] walks, long[] place) {
    NDArray[] views = new NDArray[walks.length];
    for (int i = 0; i < views.length; i++) {
      views[i] = walks[i].at(place);
    }
    return views;
  }

  private void run(long[] loop, NDArray where, NDArray[] in, NDArray[] out) {
    NDArray counts = where == null ? null : where.broadcastTo(loop);
    Walk[] ins = new Walk[in.length];
    Arrays.setAll(ins, i -> Walk.of(in[i], signature.ins().get(i).size(), loop, true));
    Walk[] outs = new Walk[out.length];
    Arrays.setAll(outs, k -> Walk.of(out[k], signature.outs().get(k).size(), loop, false));
    long n = Shapes.size(loop);
    if (n == 0) {
      return;
    }
    long work = 200;
    for (Walk w : ins) {
      work += w.core.size();
    }
    Engine engine = Engine.current();
    engine.executor().run(n, n * work, (from, to) -> engine.call(() -> {
      long[] place = new long[loop.length];
      long rest = from;
      for (int i = loop.length - 1; i >= 0; i--) {
        place[i] = rest % loop[i];
        rest /= loop[i];
      }
      for (long element = from; element < to; element++) {
        if (counts == null || counts.getBoolean(place)) {
          body.apply(at(ins, place), at(outs, place));
        }
        for (int i = loop.length - 1; i >= 0 && ++place[i] == loop[i]; i--) {
          place[i] = 0;
        }
      }
      return null;
    }));
  }

  @Override
  public String toString() {
    return name + signature.text();
  }
}
