package orthant.mpi.ffm;

/** The three families of MPI libraries. They share the functions and differ in what handles and constants are. */
enum Flavour {
  /** Open MPI: handles are pointers to objects of the library. */
  OPEN_MPI(8, 0, 4),
  /** MPICH, Intel MPI, MVAPICH: handles are 32-bit integers. */
  MPICH(4, 8, 12),
  /** The standard ABI of MPI 5: handles are small constants, as wide as a pointer. */
  ABI(8, 0, 4);

  /** Bytes of a handle. */
  final int handleSize;
  /** Where MPI_SOURCE lies in a status. */
  final int statusSource;
  /** Where MPI_TAG lies in a status. */
  final int statusTag;

  Flavour(int handleSize, int statusSource, int statusTag) {
    this.handleSize = handleSize;
    this.statusSource = statusSource;
    this.statusTag = statusTag;
  }
}
