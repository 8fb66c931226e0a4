package orthant.mpi.ffm;

import static orthant.mpi.ffm.Library.CALLS;

import java.lang.foreign.Arena;
import orthant.memory.Raw;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;

/**
 * Start and end of MPI in this process.
 *
 * <p>A rank must not fail alone: the others would wait for it for ever. So an exception that leaves the thread that started
 * MPI aborts all ranks. When the JVM shuts down, MPI is finalized (which waits for the other ranks) only after a regular
 * end: the sessions are closed, or the thread that started MPI has run to its end. Otherwise, after {@link System#exit} in
 * the middle of a session or a signal, the process just goes, and the launcher ends the others.
 */
final class Lifetime {
  private static final long DRAIN_NANOS = 5_000_000_000L;
  private static int sessions;

  /** Makes the transport once MPI runs. */
  @FunctionalInterface
  interface Maker {
    NativeTransport make(Library library, boolean anyThread) throws Throwable;
  }

  private final Thread main = Thread.currentThread();

  static synchronized void sessionOpened() {
    sessions++;
  }

  static synchronized void sessionClosed() {
    sessions--;
  }

  private static synchronized boolean isSessionOpen() {
    return sessions > 0;
  }

  NativeTransport start(Maker maker) {
    var library = Library.get();
    try (var arena = Arena.ofConfined()) {
      long out = arena.allocate(8, 8).address();
      library.check((int) CALLS.initialized().invokeExact(out), "MPI_Initialized");
      boolean mine = Raw.getInt(out) == 0;
      boolean anyThread = false;
      if (mine) {
        int multiple = (int) library.get(Constant.THREAD_MULTIPLE);
        library.check((int) CALLS.initThread().invokeExact(0L, 0L, multiple, out), "MPI_Init_thread");
        anyThread = Raw.getInt(out) >= multiple;
      }
      var transport = maker.make(library, anyThread);
      checkSize(library, transport);
      var former = main.getUncaughtExceptionHandler();
      main.setUncaughtExceptionHandler((thread, e) -> {
        try {
          former.uncaughtException(thread, e);
        } finally {
          System.err.flush();
          transport.abort(1);
        }
      });
      if (mine) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(transport), "orthant-mpi-finalize"));
      }
      return transport;
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  private static void checkSize(Library library, NativeTransport transport) {
    var launcher = Launcher.detect();
    if (launcher != null && launcher.size() > 0 && launcher.size() != transport.size()) {
      throw new MpiException(
          Reason.STARTUP,
          "started by " + launcher.name() + " as one of " + launcher.size() + " ranks, but " + library.name() + " (" + transport.describe()
              + ") sees " + transport.size() + "; the library must be the launcher's, name it with -Dorthant.mpi.library=PATH");
    }
  }

  private void finish(NativeTransport transport) {
    boolean regular = !isSessionOpen() || !main.isAlive();
    if (!regular || !transport.drain(DRAIN_NANOS)) {
      return;
    }
    try (var arena = Arena.ofConfined()) {
      long out = arena.allocate(8, 8).address();
      int ignored = (int) CALLS.finalized().invokeExact(out);
      if (Raw.getInt(out) == 0) {
        transport.datatypes.freeAll();
        ignored = (int) CALLS.finish().invokeExact();
      }
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }
}
