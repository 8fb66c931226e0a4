package orthant.mpi.local;

/** Something a rank waits for. */
interface Waitable {
  /** Whether the wait is over; once true it stays true, and what came before it is visible. */
  boolean ended();

  /** What is waited for, to complete "rank 3 waits ...". */
  String waitingFor();
}
