package orthant.linalg.blas;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The chain of backends: the first one that works is used, and the others' reasons are kept for the report.
 *
 * <p>The system property {@code orthant.linalg.backend} names one, and {@code orthant.linalg.library} a path or name for
 * {@code native-system}. What is asked for and not available is an error, never something else.
 */
public final class Backends {
  /** The system property that names a backend. */
  public static final String BACKEND = "orthant.linalg.backend";
  /** The system property with the path or name of a native library. */
  public static final String LIBRARY = "orthant.linalg.library";

  private static final Map<String, Source> CHAIN = chain();

  private Backends() {}

  /** Tries to make a backend. */
  @FunctionalInterface
  private interface Source {
    Backend open(boolean asked) throws Unavailable;
  }

  /**
   * What became of a candidate.
   *
   * @param name the backend
   * @param used whether it is the chosen one
   * @param reason why it was chosen or not
   */
  public record Candidate(String name, boolean used, String reason) {}

  /**
   * The result of the choice.
   *
   * @param backend the chosen one
   * @param candidates all, in the order of the chain
   */
  public record Choice(Backend backend, List<Candidate> candidates) {}

  private static final class Holder {
    static final Choice CHOICE = choose(System.getProperty(BACKEND), System.getProperty(LIBRARY));
  }

  /**
   * The choice of this process, made at the first call.
   *
   * @return backend and report
   * @throws IllegalStateException if a backend or library was asked for and is not available
   */
  public static Choice choice() {
    try {
      return Holder.CHOICE;
    } catch (ExceptionInInitializerError e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw e;
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException("no linear algebra backend, for the reason given at the first use; " + BACKEND + "="
          + System.getProperty(BACKEND) + ", " + LIBRARY + "=" + System.getProperty(LIBRARY), e);
    }
  }

  /**
   * The chosen backend.
   *
   * @return the same one always
   */
  public static Backend active() {
    return choice().backend();
  }

  private static Map<String, Source> chain() {
    var chain = new LinkedHashMap<String, Source>();
    chain.put("openblas-bundled", asked -> ofLibrary("openblas-bundled", bundled()));
    chain.put("native-system", asked -> ofLibrary("native-system", system()));
    chain.put("netlib", Backends::netlib);
    chain.put("java", asked -> java());
    return chain;
  }

  private static Choice choose(String name, String library) {
    String asked = name != null ? name : library != null ? "native-system" : null;
    if (asked != null && !CHAIN.containsKey(asked)) {
      throw new IllegalStateException(BACKEND + "=" + asked + ", but the backends are " + String.join(", ", CHAIN.keySet()));
    }
    String why = name != null ? BACKEND + "=" + name : LIBRARY + "=" + library;
    Backend chosen = null;
    var candidates = new ArrayList<Candidate>();
    for (var entry : CHAIN.entrySet()) {
      String candidate = entry.getKey();
      if (asked != null && !asked.equals(candidate)) {
        candidates.add(new Candidate(candidate, false, "not asked for: " + why));
      } else if (chosen != null) {
        candidates.add(new Candidate(candidate, false, "not needed: " + chosen.name() + " comes first"));
      } else {
        try {
          chosen = entry.getValue().open(asked != null);
          candidates.add(new Candidate(candidate, true, asked != null ? why : "the first one that works"));
        } catch (Unavailable e) {
          if (asked != null) {
            throw new IllegalStateException(why + " was asked for and is not available: " + e.getMessage(), e);
          }
          candidates.add(new Candidate(candidate, false, e.getMessage()));
        }
      }
    }
    return new Choice(chosen, List.copyOf(candidates));
  }

  private static Backend ofLibrary(String name, NativeLibrary library) {
    var threads = LibraryThreads.of(library);
    return new Backend(name, library.name(), library.version(), new BlasKernel(new NativeBlas(library), threads), new NativeLapack(library),
        threads);
  }

  /** Two builds of OpenBLAS in one process crash, so a build that someone else has loaded keeps ours out. */
  private static NativeLibrary bundled() throws Unavailable {
    var loaded = LoadedLibraries.openBlas();
    if (loaded.isPresent() && !loaded.get().contains(File.separator + "openblas-")) {
      throw new Unavailable(loaded.get() + " is loaded already, and two builds of OpenBLAS in one process crash");
    }
    return BundledLibrary.load();
  }

  private static NativeLibrary system() throws Unavailable {
    String library = System.getProperty(LIBRARY);
    if (library != null) {
      return NativeLibrary.load(library);
    }
    var reasons = new ArrayList<String>();
    for (String name : usualNames()) {
      try {
        return NativeLibrary.load(name);
      } catch (Unavailable e) {
        reasons.add(e.getMessage());
      }
    }
    throw new Unavailable(String.join("; ", reasons) + "; " + LIBRARY + " names another one");
  }

  private static List<String> usualNames() {
    var names = new ArrayList<String>();
    LoadedLibraries.openBlas().ifPresent(names::add);
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      names.addAll(List.of("libopenblas.dll", "openblas.dll", "mkl_rt.2.dll"));
    } else if (os.startsWith("mac")) {
      names.addAll(List.of("/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
          "/usr/local/opt/openblas/lib/libopenblas.dylib", "libopenblas.dylib",
          "/System/Library/Frameworks/Accelerate.framework/Accelerate"));
    } else {
      names.addAll(List.of("libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libmkl_rt.so"));
    }
    return names;
  }

  /** Netlib over the library that the chain would choose; in Java it is only used when asked for. */
  private static Backend netlib(boolean asked) throws Unavailable {
    Optional<NativeLibrary> library = Optional.empty();
    var reasons = new ArrayList<String>();
    try {
      library = Optional.of(System.getProperty(LIBRARY) == null ? bundled() : system());
    } catch (Unavailable e) {
      reasons.add(e.getMessage());
      try {
        library = Optional.of(system());
      } catch (Unavailable again) {
        reasons.add(again.getMessage());
      }
    }
    if (System.getProperty(LIBRARY) != null && library.isEmpty()) {
      throw new Unavailable(String.join("; ", reasons));
    }
    Netlib.use(library.map(NativeLibrary::name));
    if (!asked && !Netlib.isNative()) {
      throw new Unavailable("there is no native library for it, and in Java the backend java is faster");
    }
    var threads = library.map(LibraryThreads::of).orElseGet(LibraryThreads::one);
    String worker = Netlib.isNative() ? library.map(NativeLibrary::name).orElse("its own choice") : "dev.ludovic.netlib in Java";
    String version = library.map(NativeLibrary::version).orElse("no native library: " + String.join("; ", reasons));
    return new Backend("netlib", worker, version, new BlasKernel(Netlib.blas(), threads), Netlib.lapack(), threads);
  }

  private static Backend java() {
    Netlib.use(Optional.empty());
    var kernel = TileKernel.vector();
    String version = kernel.bits() > 0
        ? kernel.bits() + "-bit vectors, LAPACK 3.1 by f2j"
        : "without vectors" + (VectorWidth.IS_THERE ? "" : " (--add-modules jdk.incubator.vector brings them)") + ", LAPACK 3.1 by f2j";
    return new Backend("java", "orthant.linalg", version, kernel, Netlib.javaLapack(), LibraryThreads.one());
  }
}
