/** Linear algebra over BLAS and LAPACK. */
@SuppressWarnings("requires-automatic") // netlib has no module descriptor
module orthant.linalg {
  requires transitive orthant.core;
  requires orthant.ufunc;
  requires dev.ludovic.netlib.blas;
  requires dev.ludovic.netlib.lapack;

  exports orthant.linalg;
}
