package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Loop;
import orthant.ufunc.compile.CompiledKernels;

/** An expression as one program over its distinct arrays, and as the list of operations it is made of. */
final class Fusion {
  private final Code code = new Code();
  private final List<NDArray> leaves = new ArrayList<>();
  private final Map<NDArray, Integer> leafNumbers = new IdentityHashMap<>();
  private final List<Term> leafValues = new ArrayList<>();
  private final Map<Lazy, Term> values = new IdentityHashMap<>();
  private final List<Blocks.Stage> stages = new ArrayList<>();
  private final Map<Lazy, Integer> stageNumbers = new IdentityHashMap<>();
  private final Program program;
  private boolean complex;

  Fusion(Lazy root) {
    Term result = value(root);
    if (root.leaf() != null) {
      // An expression without operations is a copy.
      complex = root.dtype().isComplex();
      stages.add(new Blocks.Stage(Ops.COPY, root.dtype(), new DType[] {root.dtype()}, new int[] {0}));
    }
    program = code.returns(root.dtype(), result);
  }

  NDArray[] leaves() {
    return leaves.toArray(new NDArray[0]);
  }

  Program program() {
    return program;
  }

  int operations() {
    return stages.size();
  }

  private Term value(Lazy node) {
    Term known = values.get(node);
    if (known != null) {
      return known;
    }
    Term value = node.leaf() != null ? leaf(node.leaf()) : operation(node);
    values.put(node, value);
    return value;
  }

  private Term leaf(NDArray array) {
    Integer number = leafNumbers.putIfAbsent(array, leaves.size());
    if (number != null) {
      return leafValues.get(number);
    }
    leaves.add(array);
    Term value = code.term(array.dtype());
    leafValues.add(value);
    return value;
  }

  private Term operation(Lazy node) {
    Lazy[] operands = node.operands();
    Term[] inputs = new Term[operands.length];
    DType[] types = new DType[operands.length];
    int[] sources = new int[operands.length];
    for (int i = 0; i < operands.length; i++) {
      inputs[i] = value(operands[i]);
      types[i] = operands[i].dtype();
      // Leaves are numbered from 0, results of stages from -1 downwards.
      sources[i] = operands[i].leaf() != null ? leafNumbers.get(operands[i].leaf()) : -1 - stageNumbers.get(operands[i]);
    }
    complex |= node.dtype().isComplex() || Arrays.stream(types).anyMatch(DType::isComplex);
    stageNumbers.put(node, stages.size());
    stages.add(new Blocks.Stage(node.op(), node.dtype(), types, sources));
    return node.op().value(types, inputs).cast(node.dtype());
  }

  /** The loop: in blocks first, then compiled as a whole; or as the engine's kernels are, where they are not adaptive. */
  Loop loop(Engine engine) {
    return engine.loop(program, (p, steps) -> kernel(engine, steps));
  }

  private Kernel kernel(Engine engine, List<Step> steps) {
    // Operations on complex numbers have more operands in loops than in the expression; they are compiled at once.
    return engine.kernels() instanceof CompiledKernels compiled && !complex
        ? compiled.map(program, steps, new Blocks(engine, program, List.copyOf(stages)))
        : engine.kernels().map(program, steps);
  }
}
