package orthant.linalg.blas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import orthant.kernel.ThreadLimit;

/** How many threads a library uses for one call. */
public final class LibraryThreads {
  private static final FunctionDescriptor GET = FunctionDescriptor.of(ValueLayout.JAVA_INT);
  private static final FunctionDescriptor SET = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT);

  private final Optional<MethodHandle> get;
  private final Optional<MethodHandle> set;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final int most;
  private volatile int current;

  /**
   * The most threads are what the property {@code orthant.threads} says; without it, what the library found by itself or in
   * its own variables, but no more than the processors that this VM may use, which the library does not know of in a
   * container.
   */
  private LibraryThreads(Optional<MethodHandle> get, Optional<MethodHandle> set) {
    this.get = get;
    this.set = set;
    int limit = ThreadLimit.max();
    this.most = System.getProperty("orthant.threads") != null ? limit : Math.min(get(), limit);
    if (set.isPresent()) {
      set(most);
    }
  }

  /**
   * For backends in Java, which run on the caller's thread.
   *
   * @return a control that always says 1
   */
  static LibraryThreads one() {
    return new LibraryThreads(Optional.empty(), Optional.empty());
  }

  /**
   * The control of a native library.
   *
   * @param library OpenBLAS, MKL, or one that has no such functions
   * @return its control
   */
  static LibraryThreads of(NativeLibrary library) {
    var get = first(library, GET, "openblas_get_num_threads", "MKL_Get_Max_Threads");
    var set = first(library, SET, "openblas_set_num_threads", "MKL_Set_Num_Threads");
    return new LibraryThreads(get, set);
  }

  private static Optional<MethodHandle> first(NativeLibrary library, FunctionDescriptor type, String... symbols) {
    return Stream.of(symbols).map(s -> library.optional(s, type)).flatMap(Optional::stream).findFirst();
  }

  /**
   * The number of threads for a call of the calling thread.
   *
   * @return at least 1
   */
  public int count() {
    return Math.min(most, ThreadLimit.count());
  }

  /**
   * The number that the library has now.
   *
   * @return at least 1; 1 also where the library does not tell
   */
  public int get() {
    if (get.isEmpty()) {
      return 1;
    }
    try {
      return (int) get.get().invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Runs calls of the library with as many threads as the calling thread may use now. The library has one number for the
   * whole process, so it changes only while no other call is under way.
   *
   * @param calls what to run
   */
  public void run(Runnable calls) {
    int count = count();
    if (set.isEmpty()) {
      calls.run();
      return;
    }
    lock.readLock().lock();
    if (current != count) {
      lock.readLock().unlock();
      lock.writeLock().lock();
      try {
        if (current != count) {
          set(count);
        }
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
    }
    try {
      calls.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void set(int count) {
    try {
      set.orElseThrow().invokeExact(count);
      current = count;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
