package orthant.linalg.blas;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The OpenBLAS in the jar {@code org.bytedeco:openblas} of this platform: its shared library and the Fortran run time that
 * goes with it, copied once into a folder of the user's and loaded from there.
 */
final class BundledLibrary {
  private static final String FOLDER = "org/bytedeco/openblas/";
  /** The shared library itself, not the Java bindings and not the copy without LAPACK. */
  private static final Pattern OPENBLAS = Pattern.compile("libopenblas(\\.so\\.0|\\.0\\.dylib|\\.dll)");
  private static final Pattern SHARED = Pattern.compile("lib[^/]*\\.(so(\\.\\d+)?|dylib|dll)");

  private BundledLibrary() {}

  /**
   * Loads it.
   *
   * @return the library
   * @throws Unavailable if there is no jar for this platform, or its library does not load
   */
  static NativeLibrary load() throws Unavailable {
    String platform = platform();
    try {
      return loadFrom(folder(platform));
    } catch (IOException | URISyntaxException e) {
      throw new Unavailable("cannot copy OpenBLAS out of its jar: " + e);
    }
  }

  /** The platform as the jars name it. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String family = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : os;
    return family + "-" + switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> arch;
    };
  }

  /** The folder with the libraries: the classes' own folder if they are not in a jar, else a copy. */
  private static Path folder(String platform) throws IOException, URISyntaxException, Unavailable {
    String prefix = FOLDER + platform + "/";
    for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
      var resource = BundledLibrary.class.getClassLoader().getResource(prefix + name);
      if (resource == null) {
        continue;
      }
      if (resource.getProtocol().equals("file")) {
        return Path.of(resource.toURI()).getParent();
      }
      if (resource.openConnection() instanceof JarURLConnection connection) {
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
          return copied(jar, prefix);
        }
      }
    }
    var onModulePath = jarOnModulePath(platform);
    if (onModulePath != null) {
      try (var jar = new JarFile(onModulePath)) {
        return copied(jar, prefix);
      }
    }
    throw new Unavailable("no jar org.bytedeco:openblas with classifier " + platform + " on the class path or module path");
  }

  /** Nothing requires the jar's module, so on the module path it is not resolved and class loaders do not see it. */
  private static File jarOnModulePath(String platform) {
    String path = System.getProperty("jdk.module.path", "");
    for (String entry : path.split(Pattern.quote(File.pathSeparator))) {
      if (entry.isEmpty()) {
        continue;
      }
      for (var module : ModuleFinder.of(Path.of(entry)).findAll()) {
        var location = module.location().map(URI::getPath).orElse("");
        if (module.descriptor().name().startsWith("org.bytedeco.openblas") && location.contains(platform)) {
          return new File(location);
        }
      }
    }
    return null;
  }

  private static Path copied(JarFile jar, String prefix) throws IOException {
    var libraries = jar.stream()
        .filter(e -> e.getName().startsWith(prefix) && SHARED.matcher(e.getName().substring(prefix.length())).matches())
        .filter(e -> !e.getName().contains("libjni"))
        .sorted(Comparator.comparing(JarEntry::getName))
        .toList();
    return LibraryCache.folder("openblas", jar, libraries);
  }

  /**
   * Loads OpenBLAS, and what it needs where the system's loader does not find that beside it. The system's libgcc_s comes
   * before ours: other libraries of this process use it too.
   */
  private static NativeLibrary loadFrom(Path folder) throws Unavailable, IOException {
    List<Path> others;
    Path openblas;
    try (var files = Files.list(folder)) {
      var all = files.filter(f -> SHARED.matcher(f.getFileName().toString()).matches())
          .filter(f -> !f.getFileName().toString().contains("jni"))
          .sorted(Comparator.comparing((Path f) -> f.getFileName().toString().contains("gcc_s")).thenComparing(Comparator.reverseOrder()))
          .toList();
      openblas = all.stream().filter(f -> OPENBLAS.matcher(f.getFileName().toString()).matches()).findFirst()
          .orElseThrow(() -> new Unavailable("no libopenblas in " + folder));
      others = all.stream().filter(f -> !f.equals(openblas) && !f.getFileName().toString().startsWith("libopenblas")).toList();
    }
    return NativeLibrary.load(openblas.toString(), others.stream().map(Path::toString).toList());
  }
}
