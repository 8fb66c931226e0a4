package orthant.mpi;

/** What every rank runs. */
@FunctionalInterface
public interface RankProgram {
  /**
   * Runs one rank.
   *
   * @param world the communicator of all ranks, as this rank sees it
   * @throws Exception what the program throws; it ends all ranks
   */
  void run(Communicator world) throws Exception;
}
