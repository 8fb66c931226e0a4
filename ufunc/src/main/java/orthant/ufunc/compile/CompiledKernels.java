package orthant.ufunc.compile;

import java.util.List;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;

/** Compiled loops: over single elements at first, over vectors when those are warm. */
public final class CompiledKernels extends EmittedKernels {
  private final boolean fuses;

  /** The source; made by the service loader. */
  public CompiledKernels() {
    this(true);
  }

  /**
   * The source.
   *
   * @param fuses false to leave loops that begin as other kernels what they are
   */
  public CompiledKernels(boolean fuses) {
    super("compiled", 20, Forms.ADAPTIVE);
    this.fuses = fuses;
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
    return fuses ? compiler.map(body, steps, first) : first;
  }
}
