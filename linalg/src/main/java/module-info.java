/** Linear algebra over BLAS and LAPACK. */
@SuppressWarnings("requires-automatic") // netlib has no module descriptor
module orthant.linalg {
  requires transitive orthant.core;
  requires orthant.ufunc;
  // The emitted products use the Vector API; without it on the class path the scalar forms run.
  requires jdk.incubator.vector;
  requires java.logging;
  requires dev.ludovic.netlib.blas;
  requires dev.ludovic.netlib.lapack;
  requires arpack.combined.all;

  exports orthant.linalg;

  provides orthant.kernel.MatrixProduct with
      orthant.linalg.blas.LinalgProduct;
}
