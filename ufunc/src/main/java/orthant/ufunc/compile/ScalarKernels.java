package orthant.ufunc.compile;

/** Compiled loops over single elements. */
public final class ScalarKernels extends EmittedKernels {
  /** The source; made by the service loader. */
  public ScalarKernels() {
    super("scalar", 10, Forms.SCALAR);
  }
}
