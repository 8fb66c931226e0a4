/** Universal functions, compiled to SIMD loops. */
module orthant.ufunc {
  requires transitive orthant.core;
  // The emitted loops use the Vector API; without it on the class path the scalar forms run.
  requires jdk.incubator.vector;

  exports orthant.ufunc;

  provides orthant.kernel.KernelSource with
      orthant.ufunc.compile.CompiledKernels,
      orthant.ufunc.compile.ScalarKernels,
      orthant.ufunc.compile.VectorKernels;

  provides orthant.kernel.Sorter with
      orthant.ufunc.sort.VectorSorter,
      orthant.ufunc.sort.WarmingSorter;
}
