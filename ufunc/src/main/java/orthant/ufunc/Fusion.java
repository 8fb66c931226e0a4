package orthant.ufunc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Loop;
import orthant.ufunc.compile.CompiledKernels;

/** An element-wise expression as a list of operations over its distinct arrays, and as the one program that these are. */
final class Fusion {
  /** A small expression is a stage of its own where it would be computed this many times over. */
  private static final long OFTEN = 8;

  /** Programs are made once for expressions that look alike: an expression is mostly written down anew for every evaluation. */
  private static final Map<Structure, Program> PROGRAMS = new ConcurrentHashMap<>();

  /**
   * An operation: where its operands come from. Leaves are numbered from 0, operations from -1 downwards.
   */
  private record Doing(Op op, DType type, List<Integer> sources) {}

  /** All that a program depends on. */
  private record Structure(List<DType> leaves, List<Doing> operations) {}

  private final Evaluation evaluation;
  private final long size;
  private final List<NDArray> leaves = new ArrayList<>();
  private final List<DType> leafTypes = new ArrayList<>();
  private final Map<Object, Integer> leafNumbers = new HashMap<>();
  private final Map<Lazy, Integer> sources = new IdentityHashMap<>();
  private final List<Doing> operations = new ArrayList<>();
  private final Map<Doing, Integer> done = new HashMap<>();
  private final Program program;

  /** The loop of an expression whose parts that are stages of their own are evaluated first. */
  Fusion(Lazy root, Evaluation evaluation) {
    this.evaluation = evaluation;
    this.size = root.size();
    if (root.leaf() != null) {
      // An expression without operations is a copy.
      operations.add(new Doing(Ops.COPY, root.dtype(), List.of(leaf(root.leaf()))));
    } else {
      operation(root);
    }
    program = PROGRAMS.computeIfAbsent(new Structure(List.copyOf(leafTypes), List.copyOf(operations)), Fusion::program);
  }

  NDArray[] leaves() {
    return leaves.toArray(new NDArray[0]);
  }

  Program program() {
    return program;
  }

  int operations() {
    return operations.size();
  }

  private int source(Lazy node) {
    Integer known = sources.get(node);
    if (known == null) {
      boolean apart = node.leaf() != null || node.axes() != null || node.size() < size && (node.reduces() || node.size() * OFTEN <= size);
      known = apart ? leaf(evaluation.array(node)) : operation(node);
      sources.put(node, known);
    }
    return known;
  }

  private int leaf(NDArray array) {
    Object identity = evaluation.identity(array);
    Integer number = leafNumbers.get(identity);
    if (number == null) {
      number = leaves.size();
      leafNumbers.put(identity, number);
      leaves.add(array);
      leafTypes.add(array.dtype());
    }
    return number;
  }

  private int operation(Lazy node) {
    Integer[] from = new Integer[node.operands().length];
    for (int i = 0; i < from.length; i++) {
      from[i] = source(node.operands()[i]);
    }
    Doing doing = new Doing((Op) node.op(), node.dtype(), List.of(from));
    Integer same = done.get(doing);
    if (same == null) {
      operations.add(doing);
      same = -operations.size();
      done.put(doing, same);
    }
    return same;
  }

  private static DType type(Structure structure, int source) {
    return source < 0 ? structure.operations.get(-1 - source).type : structure.leaves.get(source);
  }

  private static DType[] types(Structure structure, Doing doing) {
    return doing.sources.stream().map(source -> type(structure, source)).toArray(DType[]::new);
  }

  private static Program program(Structure structure) {
    Code code = new Code();
    List<Term> loaded = structure.leaves.stream().map(code::term).toList();
    List<Term> computed = new ArrayList<>();
    for (Doing doing : structure.operations) {
      Term[] operands = doing.sources.stream().map(s -> s < 0 ? computed.get(-1 - s) : loaded.get(s)).toArray(Term[]::new);
      computed.add(doing.op.value(types(structure, doing), operands).cast(doing.type));
    }
    return code.returns(structure.operations.getLast().type, computed.getLast());
  }

  /** The loop: in blocks first, then compiled as a whole; or as the engine's kernels are, where they are not adaptive. */
  Loop loop(Engine engine) {
    return engine.loop(program, (p, steps) -> kernel(engine, steps));
  }

  private Kernel kernel(Engine engine, List<Step> steps) {
    Structure structure = new Structure(leafTypes, operations);
    boolean complex = leafTypes.stream().anyMatch(DType::isComplex) || operations.stream().anyMatch(doing -> doing.type.isComplex());
    // Operations on complex numbers have more operands in loops than in the expression; they are compiled at once.
    return engine.kernels() instanceof CompiledKernels compiled && !complex
        ? compiled.map(program, steps, blocks(engine, structure))
        : engine.kernels().map(program, steps);
  }

  private Blocks blocks(Engine engine, Structure structure) {
    List<Blocks.Stage> stages = new ArrayList<>();
    for (Doing doing : operations) {
      stages.add(new Blocks.Stage(doing.op, doing.type, types(structure, doing), doing.sources.stream().mapToInt(s -> s).toArray()));
    }
    return new Blocks(engine, program, stages);
  }
}
