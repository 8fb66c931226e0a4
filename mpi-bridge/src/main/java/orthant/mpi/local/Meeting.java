package orthant.mpi.local;

import java.util.concurrent.atomic.AtomicInteger;
import orthant.Scope;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.MpiOp;
import orthant.mpi.transport.Combine;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.StridedCopy;

/**
 * Where all ranks meet for a collective operation: each lays down what it calls, all look at each other's arrays, do
 * their share, and leave together. Nothing depends on who comes first.
 */
final class Meeting {
  /** Small enough to stay in cache, large enough to hide what a block costs. */
  private static final long BLOCK = 2048;

  /** What a rank calls. */
  private record Call(String name, Message in, Message out, int root, MpiOp op) {
    boolean fits(Call other) {
      boolean sameData = in == null || other.in != null && in.dtype() == other.in.dtype() && in.count() == other.in.count();
      return name.equals(other.name) && root == other.root && op == other.op && sameData;
    }

    @Override
    public String toString() {
      return name + (in == null ? "" : " of " + in) + (root < 0 ? "" : " from rank " + root) + (op == null ? "" : " " + op);
    }
  }

  private final LocalWorld world;
  private final int size;
  /** By turn, even and odd: a rank may lay down its next call while another still looks at the last ones. */
  private final Call[][] table;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile long turn;

  Meeting(LocalWorld world, int size) {
    this.world = world;
    this.size = size;
    table = new Call[2][size];
  }

  void barrier(int rank) {
    enter(rank, new Call("barrier", null, null, -1, null));
  }

  void bcast(int rank, Message message, int root) {
    message.acquire();
    try {
      var calls = enter(rank, new Call("bcast", message, message, root, null));
      if (rank != root) {
        var source = calls[root].in;
        // Ranks are threads, so they may name the same memory.
        if (!source.sameView(message)) {
          StridedCopy.copy(source, message, message.count());
        }
      }
      leave(rank, calls);
    } finally {
      message.release();
    }
  }

  void allReduce(int rank, Message in, Message out, MpiOp op) {
    in.acquire();
    out.acquire();
    try {
      var calls = enter(rank, new Call("allReduce", in, out, -1, op));
      long count = in.count();
      long end = share(count, rank + 1);
      for (long at = share(count, rank); at < end; at += BLOCK) {
        reduceBlock(calls, at, Math.min(BLOCK, end - at), op);
      }
      leave(rank, calls);
    } finally {
      in.release();
      out.release();
    }
  }

  /** Every rank does one stretch, for all. */
  private long share(long count, int rank) {
    return count / size * rank + Math.min(rank, count % size);
  }

  /** Always in the order of the ranks: the same bits each time. */
  private void reduceBlock(Call[] calls, long from, long count, MpiOp op) {
    // The partial sums are freed at once, block by block.
    try (var _ = Scope.open()) {
      var sum = calls[0].in.part(from, count).array();
      for (int i = 1; i < size; i++) {
        sum = Combine.apply(op, sum, calls[i].in.part(from, count).array());
      }
      var result = Message.of(sum);
      for (var call : calls) {
        if (size > 1 || !call.in.sameView(call.out)) {
          StridedCopy.scatter(result.address(), call.out, from, count);
        }
      }
      result.touch();
    }
  }

  private Call[] enter(int rank, Call call) {
    var calls = table[(int) (turn & 1)];
    calls[rank] = call;
    meet(rank, call);
    for (int i = 1; i < size; i++) {
      if (!calls[i].fits(calls[0])) {
        throw new MpiException(
            Reason.MISMATCH,
            "rank 0 calls " + calls[0] + " where rank " + i + " calls " + calls[i]
                + "; all ranks must call the same collective operation, with the same dtype and number of elements");
      }
    }
    return calls;
  }

  private void leave(int rank, Call[] calls) {
    meet(rank, calls[rank]);
  }

  private void meet(int rank, Call call) {
    long now = turn;
    if (arrived.incrementAndGet() == size) {
      arrived.set(0);
      turn = now + 1;
      world.wakeAll();
      return;
    }
    var trouble = world.await(rank, new Waitable() {
      @Override
      public boolean ended() {
        return turn != now;
      }

      @Override
      public String waitingFor() {
        return "for the other ranks in " + call;
      }
    });
    if (trouble != null) {
      // A rank that leaves early leaves the others' arrays half done: nobody can go on.
      world.fail(rank, trouble);
      throw trouble;
    }
  }
}
