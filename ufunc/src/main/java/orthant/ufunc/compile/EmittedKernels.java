package orthant.ufunc.compile;

import java.util.List;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Step;
import orthant.op.Combine;

/** What the sources of compiled loops have in common: all but the forms their loops take. */
abstract class EmittedKernels implements KernelSource {
  final Compiler compiler;
  private final String name;
  private final int priority;

  EmittedKernels(String name, int priority, Forms forms) {
    this.compiler = new Compiler(forms);
    this.name = name;
    this.priority = priority;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int priority() {
    return priority;
  }

  @Override
  public final Kernel map(Program body, List<Step> steps) {
    return compiler.map(body, steps, false);
  }

  @Override
  public final Kernel find(Program predicate, List<Step> steps) {
    return compiler.map(predicate, steps, true);
  }

  @Override
  public final Kernel scatter(Program body, int placed, boolean indexed) {
    return compiler.scatter(body, placed, indexed);
  }

  @Override
  public final Kernel fold(Combine combine, Program element, List<Step> steps) {
    return compiler.fold(combine, element, steps);
  }

  @Override
  public final Kernel select(int item) {
    return compiler.select(item);
  }

  @Override
  public final Kernel positions() {
    return compiler.select(0);
  }

  @Override
  public final Kernel turn(int item) {
    return compiler.turn(item);
  }
}
