package orthant.mpi.ffm;

import static orthant.mpi.ffm.Library.CALLS;

import java.lang.foreign.Arena;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import orthant.DType;
import orthant.memory.Raw;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.MpiOp;
import orthant.mpi.Status;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.Pending;
import orthant.mpi.transport.StridedCopy;
import orthant.mpi.transport.Transport;

/** One rank's way to the others through an MPI library, on a duplicate of MPI_COMM_WORLD that nobody else uses. */
public final class NativeTransport implements Transport {
  private static NativeTransport started;

  final Library library;
  final Slots slots = new Slots();
  final Datatypes datatypes;
  final Envelope envelope;
  final long comm;
  private final Reduction reduction;
  private final int rank;
  private final int size;
  private final String version;
  /** The only thread that may call, or null if all may. */
  private final Thread onlyThread;
  /** What was started and has not ended: keeps the arrays, whether anybody still asks or not. */
  private final Set<NativeRequest> underway = ConcurrentHashMap.newKeySet();
  private int sweepAt = 1024;

  private NativeTransport(Library library, boolean anyThread) throws Throwable {
    this.library = library;
    onlyThread = anyThread ? null : Thread.currentThread();
    try (var arena = Arena.ofConfined()) {
      long out = arena.allocate(32, 8).address();
      long world = library.get(Constant.COMM_WORLD);
      library.check((int) CALLS.commSetErrhandler().invokeExact(world, library.get(Constant.ERRORS_RETURN)), "MPI_Comm_set_errhandler");
      library.check((int) CALLS.commDup().invokeExact(world, out), "MPI_Comm_dup");
      comm = library.handleAt(out);
      library.check((int) CALLS.commSetErrhandler().invokeExact(comm, library.get(Constant.ERRORS_RETURN)), "MPI_Comm_set_errhandler");
      library.check((int) CALLS.commSize().invokeExact(comm, out), "MPI_Comm_size");
      size = Raw.getInt(out);
      library.check((int) CALLS.commRank().invokeExact(comm, out), "MPI_Comm_rank");
      rank = Raw.getInt(out);
      library.check((int) CALLS.commGetAttr().invokeExact(comm, (int) library.get(Constant.TAG_UB), out, out + 8), "MPI_Comm_get_attr");
      envelope = new Envelope(Raw.getInt(out + 8) == 0 ? 32767 : Raw.getInt(Raw.getLong(out)));
    }
    datatypes = new Datatypes(library);
    reduction = new Reduction(library);
    version = library.version();
  }

  /**
   * Starts MPI, or returns what was started before; a process has one MPI.
   *
   * @return the transport
   * @throws MpiException if there is no usable library, or it is not the launcher's
   */
  public static synchronized NativeTransport start() {
    if (started == null) {
      var lifetime = new Lifetime();
      Signals.keep(() -> started = lifetime.start(NativeTransport::new));
    }
    Lifetime.sessionOpened();
    return started;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int maxTag() {
    return envelope.maxTag();
  }

  @Override
  public String describe() {
    return version;
  }

  @Override
  public void send(Message message, int dest, int tag) {
    checkThread();
    new NativeRequest(this, message, true, dest, tag).start().awaitAlone();
  }

  @Override
  public Status recv(Message message, int source, int tag) {
    checkThread();
    var request = new NativeRequest(this, message, false, source, tag);
    // A small message is looked at in the stage, a large one while it is still in the library.
    return (request.isStaged() ? request.start() : request.startMatched()).awaitAlone();
  }

  @Override
  public Pending isend(Message message, int dest, int tag) {
    checkThread();
    return track(new NativeRequest(this, message, true, dest, tag).start());
  }

  @Override
  public Pending irecv(Message message, int source, int tag) {
    checkThread();
    return track(new NativeRequest(this, message, false, source, tag).start());
  }

  private Pending track(NativeRequest request) {
    request.track();
    if (underway.size() > sweepAt) {
      // Requests that nobody asks about any more are ended here, so that they do not pile up.
      underway.forEach(NativeRequest::test);
      sweepAt = Math.max(1024, 2 * underway.size());
    }
    return request;
  }

  void keep(NativeRequest request) {
    underway.add(request);
  }

  void forget(NativeRequest request) {
    underway.remove(request);
  }

  /** Ends what can be ended, before MPI is shut down. */
  boolean drain(long nanos) {
    underway.forEach(NativeRequest::cancelReceive);
    long end = System.nanoTime() + nanos;
    while (!underway.isEmpty()) {
      underway.forEach(NativeRequest::test);
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.yield();
    }
    return true;
  }

  @Override
  public void barrier() {
    checkThread();
    try {
      library.check((int) CALLS.barrier().invokeExact(comm), "MPI_Barrier");
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  @Override
  public void bcast(Message message, int root) {
    checkThread();
    message.acquire();
    long slot = slots.take();
    try {
      var wire = rank == root
          ? Wire.out(library, datatypes, message, Slots.stage(slot))
          : Wire.in(library, datatypes, message, Slots.stage(slot));
      int code;
      try {
        code = (int) CALLS.bcast().invokeExact(wire.address, wire.count, wire.type, root, comm);
      } finally {
        wire.started();
      }
      if (library.isTruncation(code)) {
        wire.ended();
        throw new MpiException(
            Reason.TRUNCATED, "bcast from rank " + root + " into " + message + " of rank " + rank
                + ": the root sent more elements; all ranks must give the same number");
      }
      if (code == 0 && rank != root) {
        wire.received(message.count());
      }
      wire.ended();
      library.check(code, "MPI_Bcast");
    } catch (Throwable e) {
      throw Library.unexpected(e);
    } finally {
      slots.give(slot);
      message.release();
    }
  }

  @Override
  public void allReduce(Message part, Message total, MpiOp op) {
    checkThread();
    part.acquire();
    total.acquire();
    try {
      boolean inPlace = part.direct() && part.sameView(total);
      // The library's operations know nothing of views, so those are packed.
      var in = part.direct() ? part : part.packed();
      var out = total.direct() ? total : total.fresh(total.count());
      long item = part.dtype().size();
      long type = library.type(part.dtype());
      long handle = reduction.handle(op, part.dtype());
      long at = 0;
      do {
        int count = (int) Math.min(Datatypes.CHUNK, part.count() - at);
        long from = inPlace ? library.get(Constant.IN_PLACE) : in.address() + at * item;
        int code = (int) CALLS.allreduce().invokeExact(from, out.address() + at * item, count, type, handle, comm);
        Reduction.rethrow();
        library.check(code, "MPI_Allreduce");
        at += count;
      } while (at < part.count());
      if (out != total) {
        StridedCopy.copy(out, total, total.count());
      }
      in.touch();
      out.touch();
    } catch (Throwable e) {
      throw Library.unexpected(e);
    } finally {
      part.release();
      total.release();
    }
  }

  @Override
  public void abort(int code) {
    try {
      library.check((int) CALLS.abort().invokeExact(comm, code), "MPI_Abort");
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  @Override
  public void endSession() {
    Lifetime.sessionClosed();
  }

  void checkThread() {
    if (onlyThread != null && Thread.currentThread() != onlyThread) {
      throw new IllegalStateException(
          "thread " + Thread.currentThread().getName() + " calls MPI, but " + version
              + " was built for one thread only: the one that called Mpi.init(), " + onlyThread.getName());
    }
  }

  /** Looks for a message that a receive would get if it were of that dtype; returns the dtype found, or null. */
  DType otherDtype(NativeRequest receive, long slot) throws Throwable {
    for (var dtype : DType.values()) {
      if (dtype == receive.message().dtype()) {
        continue;
      }
      int code = (int) CALLS.iprobe().invokeExact(
          receive.wireSource(), envelope.wireTag(dtype, receive.tag()), comm, Slots.other(slot), Slots.status(slot));
      library.check(code, "MPI_Iprobe");
      if (Raw.getInt(Slots.other(slot)) != 0) {
        return dtype;
      }
    }
    return null;
  }
}
