package orthant.examples.traffic;

import static orthant.Nd.array;
import static orthant.Nd.zerosLike;

import java.util.Arrays;
import orthant.mpi.Communicator;
import orthant.mpi.MpiOp;

/** The road as an MPI program: each rank has a stretch of it, and tells its neighbours what stands at its ends. */
final class RankRoad {
  private RankRoad() {}

  /** Runs one rank; each of them gets the result for the whole road. */
  static Run run(Communicator world, Setting setting) {
    int rank = world.rank();
    int ranks = world.size();
    if (setting.cells() < ranks) {
      throw new IllegalArgumentException("a road of " + setting.cells() + " cells cannot be shared by " + ranks
          + " ranks; each needs one cell");
    }
    int before = (rank + ranks - 1) % ranks;
    int after = (rank + 1) % ranks;
    int begin = border(setting, rank, ranks);
    var stretch = Arrays.copyOfRange(setting.start(), begin, border(setting, rank + 1, ranks));
    // To the right goes the last cell, from the left comes the neighbour's; then the other way round.
    var road = new ArrayRoad(stretch, cells -> {
      world.sendrecv(cells.last(), after, 0, cells.beforeFirst(), before, 0);
      world.sendrecv(cells.first(), before, 1, cells.afterLast(), after, 1);
    });
    world.barrier();
    var own = road.run(setting.steps());
    var part = array(own.moved());
    var total = zerosLike(part);
    world.allReduce(part, total, MpiOp.SUM);
    return new Run(total.toLongArray(), own.nanos());
  }

  private static int border(Setting setting, int rank, int ranks) {
    return (int) ((long) setting.cells() * rank / ranks);
  }
}
