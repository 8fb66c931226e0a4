package orthant.ufunc.compile;

import java.util.List;
import orthant.DType;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.op.Combine;

/** Compiled loops over vectors from the first call on, which is slow while cold; for tests and measurements. */
public final class VectorKernels implements KernelSource {
  private final Compiler compiler = new Compiler(Forms.VECTOR);

  /** The source; made by the service loader. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int priority() {
    return 5;
  }

  @Override
  public String missing() {
    return Compiler.VECTORS ? null : Compiler.FLAG;
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
