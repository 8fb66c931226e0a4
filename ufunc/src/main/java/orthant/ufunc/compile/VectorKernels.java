package orthant.ufunc.compile;

/** Compiled loops over vectors from the first call on, which is slow while cold; for tests and measurements. */
public final class VectorKernels extends EmittedKernels {
  /** The source; made by the service loader. */
  public VectorKernels() {
    super("vector", 5, Forms.VECTOR);
  }

  @Override
  public String missing() {
    return Compiler.VECTORS ? null : Compiler.FLAG;
  }
}
