package orthant.mpi;

import orthant.mpi.ffm.Launcher;
import orthant.mpi.ffm.NativeTransport;
import orthant.mpi.local.LocalWorld;
import orthant.mpi.transport.Transport;

/**
 * A session of message passing: the way in.
 *
 * <p>The same program runs as processes under {@code mpiexec} (native MPI, called through the foreign function interface)
 * and as threads of one JVM:
 *
 * <pre>{@code
 * Mpi.run(4, world -> {                            // the launcher's ranks, or else 4 threads
 *   var part = Nd.full(DType.float64, world.rank(), 1000);
 *   var total = Nd.zerosLike(part);
 *   world.allReduce(part, total, MpiOp.SUM);
 * });
 *
 * try (var mpi = Mpi.init()) {                     // the launcher's ranks, or else a world of one
 *   mpi.world().barrier();
 * }
 * }</pre>
 *
 * <p>MPI itself is shut down when the program ends, not with the session, so sessions may be opened again. An exception
 * that leaves the main thread of a rank aborts all ranks, and so does leaving with {@link System#exit} inside a session.
 */
public final class Mpi implements AutoCloseable {
  /** A receive from whichever rank sends first. */
  public static final int ANY_SOURCE = -1001;

  /** A receive with whatever tag. */
  public static final int ANY_TAG = -1002;

  /** No partner: sending to it and receiving from it does nothing, as at the edge of a grid. */
  public static final int PROC_NULL = -1003;

  /** The largest tag. */
  public static final int MAX_TAG = (1 << 23) - 1;

  private final Communicator world;
  private final Transport transport;

  private Mpi(Transport transport) {
    this.transport = transport;
    this.world = new Communicator(transport);
  }

  /**
   * Opens a session.
   *
   * <p>In a rank of {@link #local} it is that rank's. Under a launcher it is native MPI: the library that belongs to the
   * launcher, or the one named by the system property {@code orthant.mpi.library}. Otherwise it is a world of one rank.
   *
   * @return the session
   * @throws MpiException if there is no usable library, or it is not the launcher's
   */
  public static Mpi init() {
    var rank = LocalWorld.current();
    if (rank != null) {
      return new Mpi(rank);
    }
    if (Launcher.detect() != null) {
      return new Mpi(NativeTransport.start());
    }
    return new Mpi(LocalWorld.single());
  }

  /**
   * Runs ranks as threads of this JVM, and waits for their ends.
   *
   * @param ranks how many
   * @param program what every rank runs
   * @throws IllegalArgumentException if {@code ranks} is not positive
   * @throws MpiException if the ranks wait for each other for ever, or a rank failed with a checked exception
   * @throws RuntimeException what a rank failed with; the others end with an {@link MpiException} that nobody sees
   */
  public static void local(int ranks, RankProgram program) {
    LocalWorld.run(ranks, transport -> program.run(new Communicator(transport)));
  }

  /**
   * Runs a program on the launcher's ranks, or on threads of this JVM if there is no launcher. If it fails on a rank of the
   * launcher, the exception is printed and all ranks are aborted.
   *
   * @param ranks how many threads; the launcher decides if there is one
   * @param program what every rank runs
   * @throws IllegalArgumentException if {@code ranks} is not positive
   * @throws MpiException if MPI cannot be started, or the program failed with a checked exception
   * @throws RuntimeException what the program failed with
   */
  public static void run(int ranks, RankProgram program) {
    boolean nested = LocalWorld.current() != null;
    if (!nested && Launcher.detect() == null) {
      local(ranks, program);
      return;
    }
    try (var mpi = init()) {
      try {
        program.run(mpi.world());
      } catch (Throwable e) {
        if (!nested) {
          // Whoever catches this may well end the process in good order, which means to wait for the others.
          e.printStackTrace();
          System.err.flush();
          mpi.transport.abort(1);
        }
        throw e;
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MpiException(MpiException.Reason.RANK_FAILED, "the program failed: " + e, e);
    }
  }

  /**
   * The communicator of all ranks.
   *
   * @return the same one every time
   */
  public Communicator world() {
    return world;
  }

  /**
   * What carries the messages.
   *
   * @return one line: the library and its version, or that ranks are threads
   */
  public String provider() {
    return transport.describe();
  }

  /** Ends the session; its communicator refuses further use. */
  @Override
  public void close() {
    world.close();
    transport.endSession();
  }
}
