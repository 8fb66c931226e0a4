/** Sends arrays between processes, or between threads that act as processes. */
module orthant.mpi {
  requires transitive orthant.core;

  exports orthant.mpi;
}
