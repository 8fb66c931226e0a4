/** The n-dimensional array, its operations, and the reference engine. */
// The modules named after "to" are compiled later; jhdf has no module descriptor.
@SuppressWarnings({"module", "requires-automatic"})
module orthant.core {
  requires static io.jhdf;
  requires static jdk.jfr;

  exports orthant;
  exports orthant.io;
  exports orthant.testing;

  exports orthant.expr to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;
  exports orthant.kernel to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;
  exports orthant.layout to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;
  exports orthant.memory to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;
  exports orthant.op to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;
  exports orthant.plan to orthant.ufunc, orthant.linalg, orthant.parallel, orthant.mpi, orthant.examples;

  uses orthant.kernel.Executor;
  uses orthant.kernel.KernelSource;
  uses orthant.kernel.MatrixProduct;
  uses orthant.kernel.Sorter;
}
