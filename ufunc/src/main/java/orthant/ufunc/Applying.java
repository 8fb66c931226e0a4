package orthant.ufunc;

import java.util.Arrays;
import orthant.Casting;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.layout.Shapes;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Faults;
import orthant.plan.Loop;

/** A function applied element by element as its options say: the types of its loop, the outputs, the mask. */
record Applying(Ufunc.Kind kind, Ufunc.Options options) {
  /** What a loop is made for: the engine, the types of operands and outputs as digits, and options. */
  record Key(Engine engine, long types, boolean masked, DType dtype, Casting casting) {}

  /** A loop, and the types of its results. */
  record Ready(Loop loop, DType[] results) {}

  NDArray[] results(NDArray... operands) {
    Engine engine = Engine.current();
    Key key = new Key(engine, digits(operands), options.mask() != null, options.dtype(), options.casting());
    Ready ready = kind.loops().get(key);
    if (ready == null) {
      ready = ready(engine, operands);
      kind.loops().put(key, ready);
    }
    long[] shape = shape(operands);
    NDArray[] targets = options.outs();
    if (targets == null) {
      targets = new NDArray[kind.ops().size()];
      for (int k = 0; k < targets.length; k++) {
        targets[k] = options.mask() == null ? Nd.empty(ready.results[k], shape) : Nd.zeros(ready.results[k], shape);
      }
    } else {
      checkShapes(targets, shape);
    }
    NDArray[] in = operands;
    if (options.mask() != null) {
      in = Arrays.copyOf(operands, operands.length + 1 + targets.length);
      in[operands.length] = options.mask();
      System.arraycopy(targets, 0, in, operands.length + 1, targets.length);
    }
    Faults.into(engine, kind.ops(), ready.loop, targets, options.mask(), operands, in);
    return targets;
  }

  /** The types of operands and outputs as one number, four bits each. */
  private long digits(NDArray[] operands) {
    long digits = operands.length;
    for (NDArray a : operands) {
      digits = digits << 4 | a.dtype().ordinal();
    }
    for (int k = 0; k < kind.ops().size(); k++) {
      digits = digits << 4 | (options.outs() == null ? 15 : options.outs()[k].dtype().ordinal());
    }
    return digits;
  }

  private Ready ready(Engine engine, NDArray[] operands) {
    DType[] types = types(operands);
    DType[] loop = loopTypes(types);
    DType[] outs = new DType[kind.ops().size()];
    for (int k = 0; k < outs.length; k++) {
      outs[k] = kind.ops().get(k).result(loop);
      if (options.outs() != null) {
        options.check(kind.name(), "result", outs[k], options.outs()[k].dtype(), Casting.SAME_KIND);
        outs[k] = options.outs()[k].dtype();
      }
    }
    return new Ready(loop(engine, types, loop, outs), outs);
  }

  private void checkShapes(NDArray[] targets, long[] shape) {
    for (NDArray target : targets) {
      if (!Arrays.equals(shape, target.shape()) && !Arrays.equals(Shapes.broadcast(shape, target.shape()), target.shape())) {
        throw new IllegalArgumentException("the output has shape " + Shapes.text(target.shape()) + " but the result of " + kind.name() + " has "
            + Shapes.text(shape) + "; the result must broadcast to the output");
      }
      if (!target.sameShape(targets[0])) {
        throw new IllegalArgumentException("outputs of shapes " + Shapes.text(targets[0].shape()) + " and " + Shapes.text(target.shape())
            + " were given; they must be the same");
      }
    }
  }

  private static DType[] types(NDArray... operands) {
    DType[] types = new DType[operands.length];
    Arrays.setAll(types, i -> operands[i].dtype());
    return types;
  }

  /** The types that operands are cast to, as far as options and the operation's only loop say; else those of the operands. */
  private DType[] loopTypes(DType[] types) {
    Op op = kind.ops().getFirst();
    DType[] loop;
    Casting otherwise = Casting.SAME_KIND;
    if (kind.fixed() != null && types.length == kind.fixed().length) {
      loop = kind.fixed();
      otherwise = Casting.SAFE;
      if (options.dtype() != null && options.dtype() != op.result(loop)) {
        throw noLoop(options.dtype());
      }
    } else if (options.dtype() != null) {
      loop = resulting(types, options.dtype());
    } else if (options.casting() == null) {
      op.types(types);
      return types;
    } else {
      loop = op.types(types).operands();
    }
    for (int i = 0; i < types.length; i++) {
      options.check(kind.name(), "operand " + i, types[i], loop[i], otherwise);
    }
    return loop;
  }

  private IllegalArgumentException noLoop(DType type) {
    return new IllegalArgumentException(kind.name() + " has no loop whose result is " + type + "; leave out dtype, or cast the result with astype");
  }

  /** The loop with a result of a type: operands that have the type of the result change with it. */
  private DType[] resulting(DType[] types, DType type) {
    Op op = kind.ops().getFirst();
    var natural = op.types(types);
    if (natural.result() == type) {
      return natural.operands();
    }
    DType[] changed = natural.operands().clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == natural.result()) {
        changed[i] = type;
      } else if (type.isFloat() && changed[i].isComplex() && changed[i].real() == natural.result()) {
        changed[i] = type.complex();
      }
    }
    try {
      var loop = op.types(changed);
      if (loop.result() == type && Arrays.equals(loop.operands(), changed)) {
        return changed;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(noLoop(type).getMessage(), e);
    }
    throw noLoop(type);
  }

  private long[] shape(NDArray[] operands) {
    long[] shape = options.mask() == null ? operands[0].shape() : options.mask().shape();
    for (NDArray a : operands) {
      shape = options.mask() == null && a.sameShape(operands[0]) ? shape : Shapes.broadcast(shape, a.shape());
    }
    return shape;
  }

  /** Loads, casts, the operations, casts; where the mask is false what the outputs hold already. */
  private Loop loop(Engine engine, DType[] types, DType[] loop, DType[] outs) {
    Code code = new Code();
    Term[] operands = new Term[types.length];
    for (int i = 0; i < types.length; i++) {
      operands[i] = code.term(types[i]);
    }
    V condition = options.mask() == null ? null : code.input(DType.bool);
    Term[] before = new Term[outs.length];
    for (int k = 0; k < outs.length; k++) {
      before[k] = condition == null ? null : code.term(outs[k]);
    }
    for (int i = 0; i < types.length; i++) {
      operands[i] = operands[i].cast(loop[i]);
    }
    Term[] after = new Term[outs.length];
    for (int k = 0; k < outs.length; k++) {
      Term value = kind.ops().get(k).value(loop, operands).cast(outs[k]);
      after[k] = condition == null ? value : choose(condition, value, before[k]);
    }
    return engine.loop(code.returns(outs, after));
  }

  static Term choose(V condition, Term a, Term b) {
    return new Term(condition.select(a.re(), b.re()), a.isComplex() ? condition.select(a.im(), b.im()) : null);
  }
}
