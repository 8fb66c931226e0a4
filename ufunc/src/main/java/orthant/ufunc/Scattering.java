package orthant.ufunc;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Axes;
import orthant.Casting;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Faults;
import orthant.plan.Overlap;
import orthant.plan.Recording;

/** A function applied in place at places, one after the other. */
record Scattering(Ufunc.Kind kind, Ufunc.Options options) {
  private static final Access ARRAYS = Access.door();
  /** Places of one kernel call: their list stays in the first-level cache. */
  private static final int CHUNK = 512;
  private static final ConcurrentHashMap<List<Object>, Kernel> KERNELS = new ConcurrentHashMap<>();

  /** Elements of one kernel call on an array of positions, few enough that a cold kernel is replaced soon. */
  private static final int LONG_CHUNK = 4096;

  void at(NDArray a, Index[] index, NDArray... b) {
    checkWritable(a);
    var picked = ARRAYS.pick(a, index);
    long[] shape = picked.shape();
    NDArray values = b.length == 0 ? null : operand(a, b[0], shape);
    Kernel kernel = kernel(a.dtype(), values == null ? null : values.dtype(), false);
    // Nothing is changed before all places are known to be inside.
    picked.list(CHUNK, (_, _) -> { });
    int operands = operands(a, values);
    long[] frame = frame(a, values, CHUNK);
    long[] left = {Shapes.size(shape)};
    boolean matter = Faults.matter();
    // As they are now: positions may lie in the array.
    NDArray before = matter ? a.get(index).copy().ravel() : null;
    NDArray where = matter ? places(picked) : null;
    Recording.around(name(), kernel, a, () -> hold(a, values, () -> picked.list(CHUNK, (places, n) -> {
      // A mask that another thread changes meanwhile may list more than there are values.
      int m = (int) Math.min(n, left[0]);
      left[0] -= m;
      frame[0] = m;
      System.arraycopy(places, 0, frame, 1 + 2 * operands, m);
      kernel.run(frame);
      forward(frame, operands, m);
    })));
    if (matter && before.size() > 0) {
      check(where, shape, before, values);
    }
  }

  private static NDArray places(Access.Picked picked) {
    NDArray places = Nd.empty(DType.int64, Shapes.size(picked.shape()));
    long[] count = {0};
    picked.list(CHUNK, (some, n) -> {
      for (int i = 0; i < n && count[0] < places.size(); i++) {
        places.setLong(some[i], count[0]++);
      }
    });
    return places;
  }

  private void check(NDArray places, long[] shape, NDArray before, NDArray values) {
    DType[] types = values == null ? new DType[] {before.dtype()} : new DType[] {before.dtype(), values.dtype()};
    Op op = kind.ops().getFirst();
    DType[] loop = kind.fixed() != null ? kind.fixed() : op.types(types).operands();
    new Steps(kind.name(), op).placed(places, before, values, loop, number -> {
      long[] at = new long[shape.length];
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        at[axis] = number[0] % shape[axis];
        number[0] /= shape[axis];
      }
      return at;
    });
  }

  /** Positions of elements side by side need no list of places. */
  void at(NDArray a, NDArray index, NDArray... b) {
    NDArray positions = !Faults.matter() && a.ndim() == 1 && a.isContiguous() ? positions(a, index) : null;
    if (positions == null) {
      at(a, new Index[] {Index.at(index)}, b);
      return;
    }
    checkWritable(a);
    NDArray values = b.length == 0 ? null : operand(a, b[0], positions.shape());
    Kernel kernel = kernel(a.dtype(), values == null ? null : values.dtype(), true);
    int operands = operands(a, values);
    long[] frame = frame(a, values, 2);
    int end = 1 + 2 * operands;
    frame[end] = ARRAYS.address(positions);
    frame[end + 1] = a.size();
    Recording.around(name(), kernel, a, () -> hold(a, values, () -> hold(positions, null, () -> {
      for (long left = positions.size(); left > 0; left -= LONG_CHUNK) {
        frame[0] = Math.min(LONG_CHUNK, left);
        kernel.run(frame);
        forward(frame, operands, LONG_CHUNK);
        frame[end] += 8 * LONG_CHUNK;
      }
    })));
  }

  private String name() {
    return kind.name() + " at";
  }

  /** Positions side by side, from 0 on; null if there are none, or one is outside: the way by places says which. */
  private static NDArray positions(NDArray a, NDArray index) {
    if (!index.dtype().isInteger() || index.dtype() == DType.uint64 || index.size() == 0) {
      return null;
    }
    boolean ready = index.dtype() == DType.int64 && index.isContiguous() && !Overlap.meets(index, a);
    NDArray positions = ready ? index : index.astype(DType.int64);
    if (Long.compareUnsigned(Engine.fold(positions.view(DType.uint64), Axes.ALL, Combine.MAX).getLong(), a.size()) < 0) {
      return positions;
    }
    NDArray turned = Nd.where(positions.less(0), positions.add(a.size()), positions);
    boolean inside = Long.compareUnsigned(Engine.fold(turned.view(DType.uint64), Axes.ALL, Combine.MAX).getLong(), a.size()) < 0;
    return inside ? turned : null;
  }

  private static void checkWritable(NDArray a) {
    if (a.isReadOnly()) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(a.shape()) + " is read-only; write to a copy()");
    }
  }

  private static int parts(NDArray a) {
    return a == null ? 0 : a.dtype().isComplex() ? 2 : 1;
  }

  /** The operands of the loop: the elements, the second operands, and the elements as outputs. */
  private static int operands(NDArray a, NDArray values) {
    return 2 * parts(a) + parts(values);
  }

  private static long[] frame(NDArray a, NDArray values, int end) {
    int operands = operands(a, values);
    long[] frame = new long[1 + 2 * operands + end];
    for (int k = 0; k < parts(a); k++) {
      frame[1 + 2 * k] = ARRAYS.address(a) + k * a.dtype().real().size();
      frame[1 + 2 * (operands - parts(a) + k)] = frame[1 + 2 * k];
    }
    for (int k = 0; k < parts(values); k++) {
      frame[1 + 2 * (parts(a) + k)] = ARRAYS.address(values) + k * values.dtype().real().size();
      frame[2 + 2 * (parts(a) + k)] = values.size() == 1 ? 0 : values.dtype().size();
    }
    return frame;
  }

  /** Moves on to the next second operands; those that lie at places have no stride. */
  private static void forward(long[] frame, int operands, int n) {
    for (int k = 0; k < operands; k++) {
      frame[1 + 2 * k] += n * frame[2 + 2 * k];
    }
  }

  private static void hold(NDArray a, NDArray b, Runnable code) {
    ARRAYS.storage(a).acquire();
    try {
      if (b != null) {
        ARRAYS.storage(b).acquire();
      }
      try {
        code.run();
      } finally {
        if (b != null) {
          ARRAYS.storage(b).release();
        }
      }
    } finally {
      ARRAYS.storage(a).release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
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

  private Kernel kernel(DType type, DType other, boolean indexed) {
    DType[] types = other == null ? new DType[] {type} : new DType[] {type, other};
    Op op = kind.ops().getFirst();
    DType[] loop = kind.fixed() != null ? kind.fixed() : op.types(types).operands();
    for (int i = 0; i < types.length; i++) {
      options.check(kind.name(), "operand " + i, types[i], loop[i], kind.fixed() != null ? Casting.SAFE : Casting.UNSAFE);
    }
    // As in NumPy: the elements stay of their type, whatever the second operands are.
    options.check(kind.name(), "result", op.result(loop), type, Casting.UNSAFE);
    Engine engine = Engine.current();
    return KERNELS.computeIfAbsent(List.of(engine, op, List.of(types), indexed),
        _ -> engine.kernels().scatter(program(op, type, types, loop), type.isComplex() ? 2 : 1, indexed));
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
