package orthant.linalg.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A BLAS and LAPACK library in this process, checked before its first use: it has every symbol that we call, and its
 * integers have 32 bits.
 */
final class NativeLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  /** What netlib's JNI and our own calls need; netlib itself would jump to address 0 for a missing one. */
  private static final List<String> NEEDED = List.of("cblas_dgemm", "cblas_sgemm", "cblas_dgemv", "cblas_sgemv", "cblas_ddot", "cblas_sdot",
      "dgemm_", "sgemm_", "dgemv_", "sgemv_", "ddot_", "sdot_", "dgetrf_", "dgetrs_", "dgelsd_", "dgeev_", "ilaver_");

  private final String name;
  private final SymbolLookup symbols;

  private NativeLibrary(String name, SymbolLookup symbols) {
    this.name = name;
    this.symbols = symbols;
  }

  /**
   * Loads a library for the life of the process.
   *
   * @param path a path, or a name that the system's loader searches
   * @return the library
   * @throws Unavailable if it cannot be loaded, or is not the kind of BLAS we can call; the message says why
   */
  static NativeLibrary load(String path) throws Unavailable {
    return load(path, List.of());
  }

  /**
   * Loads a library for the life of the process.
   *
   * @param path a path, or a name that the system's loader searches
   * @param others libraries that it may need, loaded one by one until it finds what it needs
   * @return the library
   * @throws Unavailable if it cannot be loaded, or is not the kind of BLAS we can call; the message says why
   */
  static NativeLibrary load(String path, List<String> others) throws Unavailable {
    var found = open(path);
    for (int i = 0; i < others.size() && found.isEmpty(); i++) {
      if (open(others.get(i)).isPresent()) {
        found = open(path);
      }
    }
    var symbols = found.orElseThrow(() -> new Unavailable(LoaderError.of(path)));
    var library = new NativeLibrary(path, symbols);
    var missing = NEEDED.stream().filter(s -> symbols.find(s).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new Unavailable(path + " is no BLAS with CBLAS and LAPACK: it lacks " + String.join(", ", missing));
    }
    if (library.hasLongIntegers()) {
      throw new Unavailable(path + " has 64-bit integers (ILP64); one with 32-bit integers (LP64) is needed");
    }
    return library;
  }

  @SuppressWarnings("restricted")
  private static Optional<SymbolLookup> open(String path) {
    try {
      return Optional.of(isPath(path)
          ? SymbolLookup.libraryLookup(Path.of(path).toAbsolutePath(), Arena.global())
          : SymbolLookup.libraryLookup(path, Arena.global()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a name is a path rather than a name for the loader to search.
   *
   * @param path either
   * @return true if it names a directory
   */
  static boolean isPath(String path) {
    return path.indexOf('/') >= 0 || path.indexOf('\\') >= 0;
  }

  /** ILAVER stores three integers; with 64-bit ones it also overwrites the upper halves. */
  private boolean hasLongIntegers() {
    try (var arena = Arena.ofConfined()) {
      var cells = arena.allocate(ValueLayout.JAVA_LONG, 3);
      for (int i = 0; i < 3; i++) {
        cells.setAtIndex(ValueLayout.JAVA_LONG, i, -1L);
      }
      long at = cells.address();
      function("ilaver_", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG))
          .invokeExact(at, at + 8, at + 16);
      return cells.get(ValueLayout.JAVA_LONG, 0) >= 0;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Binds a function.
   *
   * @param symbol a symbol of the library
   * @param type its C type, with addresses as longs
   * @return the call
   */
  @SuppressWarnings("restricted")
  MethodHandle function(String symbol, FunctionDescriptor type) {
    return LINKER.downcallHandle(symbols.find(symbol).orElseThrow(() -> new AssertionError(symbol)), type);
  }

  /**
   * Binds a function that only some libraries have.
   *
   * @param symbol a symbol
   * @param type its C type
   * @return the call, or nothing
   */
  Optional<MethodHandle> optional(String symbol, FunctionDescriptor type) {
    return symbols.find(symbol).map(s -> function(symbol, type));
  }

  /**
   * What was loaded.
   *
   * @return the path or name
   */
  String name() {
    return name;
  }

  /**
   * What the library says of itself.
   *
   * @return OpenBLAS's configuration and chosen kernels, or the LAPACK version of others
   */
  String version() {
    return text("openblas_get_config")
        .map(config -> config.strip() + text("openblas_get_corename").map(c -> ", kernels for " + c).orElse(""))
        .orElseGet(this::lapackVersion);
  }

  @SuppressWarnings("restricted")
  private Optional<String> text(String symbol) {
    return optional(symbol, FunctionDescriptor.of(ValueLayout.ADDRESS)).map(call -> {
      try {
        return ((MemorySegment) call.invokeExact()).reinterpret(1024).getString(0);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    });
  }

  private String lapackVersion() {
    try (var arena = Arena.ofConfined()) {
      var v = arena.allocate(ValueLayout.JAVA_INT, 3);
      long at = v.address();
      function("ilaver_", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG))
          .invokeExact(at, at + 4, at + 8);
      var numbers = v.toArray(ValueLayout.JAVA_INT);
      return "LAPACK " + numbers[0] + "." + numbers[1] + "." + numbers[2];
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
