package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orthant.Axes;
import orthant.Casting;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Faults;
import orthant.plan.Loop;
import orthant.plan.Overlap;
import orthant.plan.Scans;
import orthant.plan.Segments;

/**
 * A function of two operands that combines the elements along axes. Where the engine has a reduction for it that is taken;
 * else it runs as a chain along the axis, each result being the first operand of the next step.
 */
record Reducing(Ufunc.Kind kind, Ufunc.Options options) {
  private static final Access ARRAYS = Access.door();

  private static final Map<Op, Combine> COMBINES = Map.of(Ops.ADD, Combine.ADD, Ops.MULTIPLY, Combine.MULTIPLY, Ops.MAXIMUM, Combine.MAX,
      Ops.MINIMUM, Combine.MIN, Ops.LOGICAL_AND, Combine.AND, Ops.LOGICAL_OR, Combine.OR);

  /** Those of which any order of the elements gives the same bits. */
  private static final List<Op> ORDERLESS = List.of(Ops.BITWISE_AND, Ops.BITWISE_OR, Ops.BITWISE_XOR, Ops.LOGICAL_XOR, Ops.FMAX, Ops.FMIN, Ops.GCD);

  /** Elements that an orderless operation combines side by side. */
  private static final long WIDE = 1024;

  private Op op() {
    return kind.ops().getFirst();
  }

  private static boolean logical(Combine combine) {
    return combine == Combine.AND || combine == Combine.OR;
  }

  NDArray reduce(NDArray a, Axes axes) {
    DType type = type(a.dtype(), axes.dtype() != null ? axes.dtype() : options.dtype());
    int[] folded = axes.axes() == null ? IntStream.range(0, a.ndim()).toArray() : Shapes.normalAxes(axes.axes(), a.ndim());
    if (folded.length > 1 && !kind.reorderable()) {
      throw new IllegalArgumentException(kind.name() + " of the axes " + Arrays.toString(folded)
          + ": the order of elements matters, so that only one axis can be combined at a time");
    }
    NDArray identity = options.initial() != null ? options.initial().astype(type)
        : kind.identity() == null ? null : Nd.scalar(DType.float64, kind.identity()).astype(type);
    if (options.mask() != null && identity == null) {
      throw new IllegalArgumentException(kind.name() + " has no identity for elements that a mask leaves out; give an initial(...) value");
    }
    return store(combined(a, axes, type, folded, identity), type);
  }

  private NDArray combined(NDArray a, Axes axes, DType type, int[] folded, NDArray identity) {
    NDArray mask = options.mask() == null ? null : options.mask().broadcastTo(a.shape());
    Combine combine = COMBINES.get(op());
    long n = 1;
    for (int axis : folded) {
      n *= a.shape(axis);
    }
    boolean empty = n == 0;
    if (combine != null && !(empty && options.initial() != null)) {
      // Of what the mask leaves out the identity remains; with an initial value extremes may take that.
      NDArray x = mask == null ? a : masked(mask, combine, a, type, identity);
      NDArray result = Engine.fold(x, logical(combine) ? axes.dtype(null) : axes.dtype(type), combine);
      return options.initial() == null ? result : Engine.apply(op(), identity, result).astype(type);
    }
    long[] shape = keptShape(a, folded, axes.keepsDims());
    if (empty) {
      if (identity == null && Shapes.size(shape) > 0) {
        throw new IllegalArgumentException(kind.name() + " of no elements: the folded axes of shape " + Shapes.text(a.shape())
            + " have size 0, and it has no identity; check size() first, or give an initial(...) value");
      }
      return identity == null ? Nd.empty(type, shape) : Nd.empty(type, shape).assign(identity);
    }
    NDArray lines = last(a, folded);
    NDArray counts = mask == null ? null : last(mask, folded);
    NDArray begin = options.initial() != null || mask != null ? identity : null;
    NDArray out = Steps.unseen(() -> chain(lines, counts, type, begin));
    if (Faults.matter() && !ORDERLESS.contains(op())) {
      steps().chain(loop(step(type, a.dtype(), mask != null)), lines, operand(type), counts, begin,
          axes.keepsDims() ? index -> kept(index, folded) : index -> index);
    }
    return out.reshape(shape);
  }

  private Steps steps() {
    return new Steps(kind.name(), op());
  }

  /** What a step takes elements for. */
  private DType operand(DType type) {
    return kind.fixed() != null ? kind.fixed()[1] : type;
  }

  /** An index with the folded axes, of size 1, in their places. */
  private static long[] kept(long[] index, int[] folded) {
    long[] whole = new long[index.length + folded.length];
    for (int i = 0, k = 0; i < whole.length; i++) {
      int axis = i;
      whole[i] = IntStream.of(folded).anyMatch(f -> f == axis) ? 0 : index[k++];
    }
    return whole;
  }

  private static NDArray masked(NDArray mask, Combine combine, NDArray a, DType type, NDArray identity) {
    NDArray x = logical(combine) ? a.astype(DType.bool) : a.astype(type);
    NDArray rest = combine.hasIdentity() ? Nd.scalar(DType.float64, combine.identity()).astype(x.dtype()) : identity;
    return Engine.apply(Ops.WHERE, mask, x, rest);
  }

  private static long[] keptShape(NDArray a, int[] folded, boolean keepDims) {
    return IntStream.range(0, a.ndim()).filter(i -> keepDims || IntStream.of(folded).noneMatch(f -> f == i))
        .mapToLong(i -> IntStream.of(folded).anyMatch(f -> f == i) ? 1 : a.shape(i)).toArray();
  }

  /** The folded axes as one last axis. */
  private static NDArray last(NDArray a, int[] folded) {
    int[] order = IntStream.concat(IntStream.range(0, a.ndim()).filter(i -> IntStream.of(folded).noneMatch(f -> f == i)),
        IntStream.of(folded).sorted()).toArray();
    NDArray turned = a.permuteDims(order);
    if (folded.length == 1) {
      return turned;
    }
    long[] shape = LongStream.concat(Arrays.stream(turned.shape()).limit(a.ndim() - folded.length),
        LongStream.of(IntStream.of(folded).mapToLong(a::shape).reduce(1, Math::multiplyExact))).toArray();
    return turned.reshape(shape);
  }

  /** The type in which elements are combined: the first operand, and the result, of every step. */
  private DType type(DType in, DType asked) {
    Combine combine = COMBINES.get(op());
    if (kind.fixed() != null) {
      DType result = op().result(kind.fixed());
      if (result != kind.fixed()[0] || asked != null && asked != result) {
        throw noChain(asked == null ? result : asked);
      }
      options.check(kind.name(), "elements", in, kind.fixed()[1], Casting.SAFE);
      return result;
    }
    if (logical(combine)) {
      if (asked != null && asked != DType.bool) {
        throw noChain(asked);
      }
      return DType.bool;
    }
    DType type = asked != null ? asked : options.out() != null ? options.out().dtype()
        : combine != null ? combine.type(in) : natural(in);
    var step = op().types(type, type);
    if (step.result() != type || step.operands()[0] != type) {
      throw noChain(type);
    }
    if (asked != null) {
      // As in NumPy: whoever names a type wants the elements in it.
      options.check(kind.name(), "elements", in, type, Casting.UNSAFE);
    }
    return type;
  }

  private DType natural(DType in) {
    var types = op().types(in, in);
    if (types.operands()[0] != types.result()) {
      throw noChain(in);
    }
    return types.result();
  }

  private IllegalArgumentException noChain(DType type) {
    return new IllegalArgumentException(kind.name() + " cannot combine elements in " + type
        + ": its result must be of the type of its first operand, to be the first operand of the next step");
  }

  /** The result in the output that was given, or as it is. */
  private NDArray store(NDArray result, DType type) {
    NDArray out = options.out();
    if (out == null) {
      return result;
    }
    options.check(kind.name(), "result", type, out.dtype(), Casting.SAME_KIND);
    if (!Arrays.equals(out.shape(), result.shape())) {
      throw new IllegalArgumentException("the output has shape " + Shapes.text(out.shape()) + " but the result of " + kind.name() + " has "
          + Shapes.text(result.shape()) + "; they must be the same");
    }
    return out.assign(result);
  }

  private Loop loop(Program step) {
    Loop loop = Engine.current().loop(step);
    loop.name(kind.name());
    return loop;
  }

  /** The program of one step: the partial result, an element, perhaps whether it counts. */
  private Program step(DType type, DType in, boolean masked) {
    Code code = new Code();
    Term partial = code.term(type);
    Term element = code.term(in);
    V counts = masked ? code.input(DType.bool) : null;
    DType[] loop = kind.fixed() != null ? kind.fixed() : new DType[] {type, type};
    Term next = op().value(loop, partial, element.cast(loop[1])).cast(type);
    return code.returns(type, masked ? Applying.choose(counts, next, partial) : next);
  }

  /** Combines the elements along the last axis, from left to right. */
  private NDArray chain(NDArray a, NDArray mask, DType type, NDArray begin) {
    int axis = a.ndim() - 1;
    long n = a.shape(axis);
    if (mask == null && begin == null && ORDERLESS.contains(op()) && n >= 4 * WIDE && a.size() / n < WIDE / 4) {
      return chain(sideBySide(a, type), null, type, null);
    }
    NDArray out = Nd.empty(type, Arrays.copyOf(a.shape(), axis));
    out.assign(begin != null ? begin : Steps.along(a, axis, 0));
    long first = begin != null ? 0 : 1;
    if (n > first && out.size() > 0) {
      Engine engine = Engine.current();
      var loop = loop(step(type, a.dtype(), mask != null));
      long move = ARRAYS.layout(a).stride(axis);
      if (mask == null) {
        engine.chain(loop, n - first, new long[] {0, move, 0}, out, Steps.along(a, axis, first), out);
      } else {
        engine.chain(loop, n - first, new long[] {0, move, ARRAYS.layout(mask).stride(axis), 0}, out, Steps.along(a, axis, first),
            Steps.along(mask, axis, first), out);
      }
    }
    return out;
  }

  /** Many elements combined to fewer, whole rows of them at a time. */
  private NDArray sideBySide(NDArray a, DType type) {
    int axis = a.ndim() - 1;
    long rows = a.shape(axis) / WIDE;
    Index[] head = {Index.ellipsis(), Index.until(rows * WIDE)};
    long[] shape = Arrays.copyOf(a.shape(), axis + 2);
    shape[axis] = rows;
    shape[axis + 1] = WIDE;
    NDArray folded = chain(a.get(head).reshape(shape).moveaxis(axis, axis + 1), null, type, null);
    return Nd.concat(axis, folded, a.get(Index.ellipsis(), Index.from(rows * WIDE)).astype(type));
  }

  NDArray accumulate(NDArray a, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    DType type = type(a.dtype(), options.dtype());
    Combine combine = COMBINES.get(op());
    if (combine == Combine.ADD || combine == Combine.MULTIPLY) {
      return store(Scans.scan(a, at, type, combine, false), type);
    }
    NDArray target = options.out();
    NDArray out = target != null && target.dtype() == type && Arrays.equals(target.shape(), a.shape()) && !Overlap.meets(target, a)
        ? target : Nd.empty(type, a.shape());
    Steps.unseen(() -> accumulated(a, at, type, out));
    if (Faults.matter() && a.size() > 0) {
      steps().accumulated(a, operand(type), out, at);
    }
    return out == target ? out : store(out, type);
  }

  private NDArray accumulated(NDArray a, int at, DType type, NDArray out) {
    if (a.size() > 0) {
      Steps.along(out, at, 0).assign(Steps.along(a, at, 0));
      if (a.shape(at) > 1) {
        Engine engine = Engine.current();
        long move = ARRAYS.layout(out).stride(at);
        engine.chain(loop(step(type, a.dtype(), false)), a.shape(at) - 1, new long[] {move, ARRAYS.layout(a).stride(at), move},
            Steps.along(out, at, 0), Steps.along(a, at, 1), Steps.along(out, at, 1));
      }
    }
    return out;
  }

  NDArray reduceat(NDArray a, NDArray indices, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    DType type = type(a.dtype(), options.dtype());
    long[] from = starts(indices, a.shape(at));
    long[] to = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      long next = i + 1 < from.length ? from[i + 1] : a.shape(at);
      // The rest after the first element of a slice; nothing for one that is not longer.
      to[i] = Math.max(next, from[i] + 1);
    }
    NDArray lines = a.moveaxis(at, -1);
    Combine combine = COMBINES.get(op());
    NDArray out = Steps.unseen(() -> combine == null || type.isComplex() || a.dtype().isComplex()
        ? chains(lines, from, to, lines.take(indices, -1).astype(type), type)
        : folded(lines, indices, from, to, combine, type));
    if (Faults.matter() && out.size() > 0 && !ORDERLESS.contains(op())) {
      slices(lines, from, to, out, type, at);
    }
    NDArray turned = out.moveaxis(-1, at);
    return store(turned.isContiguous() ? turned : turned.copy(), type);
  }

  private void slices(NDArray lines, long[] from, long[] to, NDArray out, DType type, int at) {
    int axis = lines.ndim() - 1;
    for (int i = 0; i < from.length; i++) {
      long number = i;
      UnaryOperator<long[]> place = index -> LongStream.concat(LongStream.concat(Arrays.stream(index, 0, at), LongStream.of(number)),
          Arrays.stream(index, at, index.length)).toArray();
      NDArray piece = lines.get(Index.ellipsis(), Index.slice(from[i], to[i]));
      if (COMBINES.containsKey(op())) {
        steps().slice(COMBINES.get(op()), piece, Steps.along(out, axis, i), place);
      } else {
        steps().chain(loop(step(type, lines.dtype(), false)), piece, operand(type), null, null, place);
      }
    }
  }

  private long[] starts(NDArray indices, long n) {
    if (indices.ndim() != 1 || !indices.dtype().isInteger()) {
      throw new IllegalArgumentException("reduceat got indices of type " + indices.dtype() + " and shape " + Shapes.text(indices.shape())
          + "; they must be integers along one axis");
    }
    long[] from = indices.astype(DType.int64).toLongArray();
    for (int i = 0; i < from.length; i++) {
      if (from[i] < 0 || from[i] >= n) {
        throw new IndexOutOfBoundsException("index " + i + " of reduceat is " + from[i] + " but the axis has size " + n
            + "; it must be from 0 to " + (n - 1));
      }
    }
    return from;
  }

  /** The first element of each slice, with what the others are together. */
  private NDArray folded(NDArray lines, NDArray indices, long[] from, long[] to, Combine combine, DType type) {
    boolean half = type == DType.float16;
    DType wide = half ? DType.float32 : type;
    NDArray first = as(wide, lines.take(indices, -1));
    if (first.size() == 0) {
      return as(type, first);
    }
    long[] behind = new long[from.length];
    boolean[] longer = new boolean[from.length];
    boolean all = true;
    for (int i = 0; i < longer.length; i++) {
      behind[i] = from[i] + 1;
      longer[i] = to[i] > behind[i];
      all &= longer[i];
    }
    NDArray rest = all ? Nd.empty(wide, first.shape()) : first.copy();
    Segments.fold(lines.dtype() == DType.float16 ? lines.astype(wide) : lines, behind, to, rest, combine);
    NDArray both = Engine.apply(op(), first, rest);
    return as(type, all ? both : Engine.apply(Ops.WHERE, Nd.array(longer), both, first));
  }

  private static NDArray as(DType type, NDArray a) {
    return a.dtype() == type ? a : a.astype(type);
  }

  private NDArray chains(NDArray lines, long[] from, long[] to, NDArray out, DType type) {
    int axis = lines.ndim() - 1;
    Engine engine = Engine.current();
    var loop = loop(step(type, lines.dtype(), false));
    long[] moves = {0, ARRAYS.layout(lines).stride(axis), 0};
    for (int i = 0; i < from.length && out.size() > 0; i++) {
      if (to[i] > from[i] + 1) {
        NDArray result = Steps.along(out, axis, i);
        engine.chain(loop, to[i] - from[i] - 1, moves, result, Steps.along(lines, axis, from[i] + 1), result);
      }
    }
    return out;
  }
}
