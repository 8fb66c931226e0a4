package orthant.ufunc.compile;

import java.util.List;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.op.Combine;

/** Compiled loops: single elements at first, vectors when warm. */
public final class CompiledKernels implements KernelSource {
  private final Compiler compiler = new Compiler(Forms.ADAPTIVE);

  /** The source; made by the service loader. */
  public CompiledKernels() {}

  @Override
  public String name() {
    return "compiled";
  }

  @Override
  public int priority() {
    return 20;
  }


  @Override
  public Kernel map(Program body, List<Step> steps) {
    return compiler.map(body, steps, false);
  }

  /**
   * A loop that computes one result an element, by another kernel until its own vector form is warm.
   *
   * @param body what to compute
   * @param steps how each operand moves
   * @param first computes the same
   * @return a kernel for the map frame
   */
  public Kernel map(Program body, List<Step> steps, Kernel first) {
    return compiler.map(body, steps, first);
  }

  @Override
  public Kernel find(Program predicate, List<Step> steps) {
    return compiler.map(predicate, steps, true);
  }

  @Override
  public Kernel fold(Combine combine, DType type, DType in, Step step) {
    return compiler.fold(combine, type, in, step);
  }
}
