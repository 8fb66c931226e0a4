package orthant.mpi.local;

import orthant.mpi.Mpi;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.MpiOp;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.Pending;
import orthant.mpi.transport.Transport;

/** One rank's way to the others, when ranks are threads. */
public final class LocalTransport implements Transport {
  private final LocalWorld world;
  private final int rank;

  LocalTransport(LocalWorld world, int rank) {
    this.world = world;
    this.rank = rank;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return world.size();
  }

  @Override
  public int maxTag() {
    return Mpi.MAX_TAG;
  }

  @Override
  public String describe() {
    return world.size() == 1 ? "one rank, no launcher" : "ranks are threads of one JVM";
  }

  @Override
  public Pending isend(Message message, int dest, int tag) {
    world.enter(rank);
    var send = new Exchange.Send(world, rank, message, dest, tag);
    try {
      world.mailbox(dest).deliver(send);
    } catch (Throwable e) {
      if (!send.ended()) {
        send.fail(Reason.LIBRARY, "sending failed: " + e);
      }
      throw e;
    }
    return send;
  }

  @Override
  public Pending irecv(Message message, int source, int tag) {
    world.enter(rank);
    var receive = new Exchange.Receive(world, rank, message, source, tag);
    world.mailbox(rank).post(receive);
    return receive;
  }

  @Override
  public void barrier() {
    world.enter(rank);
    world.meeting().barrier(rank);
  }

  @Override
  public void bcast(Message message, int root) {
    world.enter(rank);
    world.meeting().bcast(rank, message, root);
  }

  @Override
  public void allReduce(Message part, Message total, MpiOp op) {
    world.enter(rank);
    world.meeting().allReduce(rank, part, total, op);
  }

  @Override
  public void abort(int code) {
    var cause = new MpiException(Reason.RANK_FAILED, "rank " + rank + " called abort(" + code + ")");
    world.fail(rank, cause);
    throw cause;
  }

  @Override
  public void endSession() {
    if (LocalWorld.current() == null) {
      world.drop();
    }
  }
}
