package orthant.mpi.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Keeps the JVM's signal actions through the start of MPI. The JVM turns SIGSEGV into NullPointerException, among other
 * things; a communication library that installs its own crash reporter over it makes the next null pointer fatal.
 */
final class Signals {
  /** ILL, TRAP, ABRT, BUS, FPE, SEGV, PIPE, TERM, INT, HUP, QUIT; SIGBUS is 7 on Linux and 10 on macOS. */
  private static final int[] KEPT = {4, 5, 6, 7, 8, 10, 11, 13, 15, 2, 1, 3};
  /** More than any struct sigaction. */
  private static final int ACTION_BYTES = 256;
  private static final MethodHandle SIGACTION = DynamicLibrary.system(
      "sigaction", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
  private static final MethodHandle SETENV = DynamicLibrary.system(
      "setenv", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

  private Signals() {}

  /** Runs something that may install signal handlers, and puts the former ones back. */
  static void keep(Runnable start) {
    try (var arena = Arena.ofConfined()) {
      var actions = arena.allocate((long) ACTION_BYTES * KEPT.length, 16);
      for (int i = 0; i < KEPT.length; i++) {
        int ignored = (int) SIGACTION.invokeExact(KEPT[i], MemorySegment.NULL, actions.asSlice((long) i * ACTION_BYTES));
      }
      try {
        start.run();
      } finally {
        for (int i = 0; i < KEPT.length; i++) {
          int ignored = (int) SIGACTION.invokeExact(KEPT[i], actions.asSlice((long) i * ACTION_BYTES), MemorySegment.NULL);
        }
      }
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Sets a variable of the process, which Java itself cannot; what the user has set stays. */
  static void environment(String name, String value) {
    try (var arena = Arena.ofConfined()) {
      int ignored = (int) SETENV.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
