package orthant.linalg.blas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many threads a library uses for one call. */
public final class LibraryThreads {
  private static final FunctionDescriptor GET = FunctionDescriptor.of(ValueLayout.JAVA_INT);
  private static final FunctionDescriptor SET = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT);

  private static final List<String> VARIABLES =
      List.of("OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS");

  private final Optional<MethodHandle> get;
  private final Optional<MethodHandle> set;

  private LibraryThreads(Optional<MethodHandle> get, Optional<MethodHandle> set) {
    this.get = get;
    this.set = set;
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
   * The number of threads.
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
   * Sets the number of threads, for the whole process.
   *
   * @param count how many; does nothing where the library has no such function
   * @throws IllegalArgumentException if it is not positive
   */
  public void set(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("the number of threads is " + count + "; it must be at least 1");
    }
    if (set.isPresent()) {
      try {
        set.get().invokeExact(count);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /**
   * The number to begin with: the property {@code orthant.threads}; else what the user told the library in its own
   * variables; else the processors that this VM may use, which the library does not know of in a container.
   */
  void begin() {
    String property = System.getProperty("orthant.threads");
    if (property != null) {
      int count;
      try {
        count = Integer.parseInt(property.strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("orthant.threads=" + property + " is not a number of threads", e);
      }
      set(count);
    } else if (VARIABLES.stream().allMatch(name -> System.getenv(name) == null)) {
      set(Math.max(1, Math.min(get(), Runtime.getRuntime().availableProcessors())));
    }
  }
}
