/** Runs array operations on all cores. */
module orthant.parallel {
  requires transitive orthant.core;
  requires orthant.ufunc;

  exports orthant.parallel;

  provides orthant.kernel.Executor with
      orthant.parallel.pool.ForkJoin;
}
