package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Loop;
import orthant.ufunc.compile.CompiledKernels;

/** The form of an element-wise expression: all that its program depends on, and the program. */
final class Structure {
  /** An expression is mostly written down anew for every evaluation; what it takes to run it is made once for all that look alike. */
  private static final Map<Says, Structure> KNOWN = new ConcurrentHashMap<>();

  /**
   * An operation.
   *
   * @param op the operation
   * @param type the type of its result
   * @param sources where its operands come from: leaves are numbered from 0, operations from -1 downwards
   */
  record Doing(Op op, DType type, int... sources) {}

  /** A structure as numbers, to be looked up by. */
  private record Says(int[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Says that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  /** The loop of the engine that asked last: mostly there is but one. */
  private record Ready(Engine engine, Loop loop) {}

  private final List<DType> leaves;
  private final List<Doing> operations;
  private final Program program;
  private volatile Ready ready;

  private Structure(List<DType> leaves, List<Doing> operations) {
    this.leaves = leaves;
    this.operations = operations;
    Code code = new Code();
    List<Term> loaded = leaves.stream().map(code::term).toList();
    List<Term> computed = new ArrayList<>();
    for (Doing doing : operations) {
      Term[] operands = Arrays.stream(doing.sources).mapToObj(s -> s < 0 ? computed.get(-1 - s) : loaded.get(s)).toArray(Term[]::new);
      computed.add(doing.op.value(types(doing), operands).cast(doing.type));
    }
    program = code.returns(operations.getLast().type, computed.getLast());
  }

  /**
   * The structure that numbers say.
   *
   * @param numbers the same for the same leaves and operations, and for no others
   * @param leaves the types of the leaves
   * @param operations the operations, if they must be known
   */
  static Structure of(int[] numbers, Supplier<List<DType>> leaves, Supplier<List<Doing>> operations) {
    Says says = new Says(numbers);
    Structure known = KNOWN.get(says);
    return known != null ? known : KNOWN.computeIfAbsent(says, _ -> new Structure(leaves.get(), operations.get()));
  }

  Program program() {
    return program;
  }

  private DType[] types(Doing doing) {
    return Arrays.stream(doing.sources).mapToObj(s -> s < 0 ? operations.get(-1 - s).type : leaves.get(s)).toArray(DType[]::new);
  }

  /** The loop: in blocks first, then compiled as a whole; or as the engine's kernels are, where they are not adaptive. */
  Loop loop(Engine engine) {
    Ready last = ready;
    if (last == null || last.engine != engine) {
      last = new Ready(engine, engine.loop(program, (p, steps) -> kernel(engine, steps)));
      ready = last;
    }
    return last.loop;
  }

  private Kernel kernel(Engine engine, List<Step> steps) {
    boolean complex = leaves.stream().anyMatch(DType::isComplex) || operations.stream().anyMatch(doing -> doing.type.isComplex());
    // Operations on complex numbers have more operands in loops than in the expression; they are compiled at once.
    return engine.kernels() instanceof CompiledKernels compiled && !complex
        ? compiled.map(program, steps, blocks(engine))
        : engine.kernels().map(program, steps);
  }

  private Blocks blocks(Engine engine) {
    List<Blocks.Stage> stages = operations.stream().map(doing -> new Blocks.Stage(doing.op, doing.type, types(doing), doing.sources)).toList();
    return new Blocks(engine, program, stages);
  }
}
