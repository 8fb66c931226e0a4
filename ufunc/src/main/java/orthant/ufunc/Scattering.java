package orthant.ufunc;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Casting;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Overlap;

/** A function applied in place at places, one after the other. */
record Scattering(Ufunc.Kind kind, Ufunc.Options options) {
  private static final Access ARRAYS = Access.door();
  /** Places of one kernel call: their list stays in the first-level cache. */
  private static final int CHUNK = 512;
  private static final ConcurrentHashMap<List<Object>, Kernel> KERNELS = new ConcurrentHashMap<>();

  void at(NDArray a, Index[] index, NDArray... b) {
    if (a.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(a.shape()) + " is read-only; write to a copy()");
    }
    var picked = ARRAYS.pick(a, index);
    long[] shape = picked.shape();
    long count = Shapes.size(shape);
    NDArray values = b.length == 0 ? null : operand(a, b[0], shape);
    Kernel kernel = kernel(a.dtype(), values == null ? null : values.dtype());
    if (count == 0) {
      return;
    }
    // Nothing is changed before all places are known to be inside.
    picked.list(CHUNK, (_, _) -> { });
    boolean complex = a.dtype().isComplex();
    int placed = complex ? 2 : 1;
    int own = values == null ? 0 : values.dtype().isComplex() ? 2 : 1;
    int operands = placed + own + placed;
    long[] frame = new long[1 + 2 * operands + CHUNK];
    int part = complex ? a.dtype().real().size() : 0;
    ARRAYS.storage(a).acquire();
    try {
      for (int k = 0; k < placed; k++) {
        frame[1 + 2 * k] = ARRAYS.address(a) + k * part;
        frame[1 + 2 * (placed + own + k)] = ARRAYS.address(a) + k * part;
      }
      long step = values == null || values.size() == 1 ? 0 : values.dtype().size();
      for (int k = 0; k < own; k++) {
        frame[1 + 2 * (placed + k)] = ARRAYS.address(values) + k * values.dtype().real().size();
        frame[2 + 2 * (placed + k)] = step;
      }
      long[] left = {count};
      picked.list(CHUNK, (places, n) -> {
        // A mask that another thread changes meanwhile may list more than there are values.
        int m = (int) Math.min(n, left[0]);
        left[0] -= m;
        frame[0] = m;
        System.arraycopy(places, 0, frame, 1 + 2 * operands, m);
        kernel.run(frame);
        for (int k = 0; k < own; k++) {
          frame[1 + 2 * (placed + k)] += m * step;
        }
      });
    } finally {
      ARRAYS.storage(a).release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(values);
    }
  }

  /** The second operands one after the other in the order of the places, or a single one. */
  private static NDArray operand(NDArray a, NDArray b, long[] shape) {
    if (b.size() == 1) {
      return Overlap.meets(a, b) ? b.copy() : b;
    }
    NDArray whole = Arrays.equals(b.shape(), shape) ? b : b.broadcastTo(shape);
    Layout layout = ARRAYS.layout(whole);
    return layout.isContiguous(b.dtype().size()) && !Overlap.meets(a, b) ? whole : whole.copy();
  }

  private Kernel kernel(DType type, DType other) {
    DType[] types = other == null ? new DType[] {type} : new DType[] {type, other};
    Op op = kind.ops().getFirst();
    DType[] loop = kind.fixed() != null ? kind.fixed() : op.types(types).operands();
    for (int i = 0; i < types.length; i++) {
      options.check(kind.name(), "operand " + i, types[i], loop[i], kind.fixed() != null ? Casting.SAFE : Casting.UNSAFE);
    }
    // As in NumPy: the elements stay of their type, whatever the second operands are.
    options.check(kind.name(), "result", op.result(loop), type, Casting.UNSAFE);
    Engine engine = Engine.current();
    return KERNELS.computeIfAbsent(List.of(engine, op, List.of(types)), _ -> engine.kernels().scatter(program(op, type, types, loop),
        type.isComplex() ? 2 : 1));
  }

  private static Program program(Op op, DType type, DType[] types, DType[] loop) {
    Code code = new Code();
    Term[] operands = new Term[types.length];
    for (int i = 0; i < types.length; i++) {
      operands[i] = code.term(types[i]);
    }
    for (int i = 0; i < types.length; i++) {
      operands[i] = operands[i].cast(loop[i]);
    }
    return code.returns(type, op.value(loop, operands).cast(type));
  }
}
