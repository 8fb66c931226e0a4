package orthant.ufunc.compile;

import java.util.List;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.op.Combine;

/** Compiled loops over single elements. */
public final class ScalarKernels implements KernelSource {
  private final Compiler compiler = new Compiler(Forms.SCALAR);

  /** The source; made by the service loader. */
  public ScalarKernels() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int priority() {
    return 10;
  }


  @Override
  public Kernel map(Program body, List<Step> steps) {
    return compiler.map(body, steps, false);
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
