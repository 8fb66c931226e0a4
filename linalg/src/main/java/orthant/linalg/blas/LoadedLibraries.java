package orthant.linalg.blas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What other code has loaded into this process, as far as the system tells. */
final class LoadedLibraries {
  private LoadedLibraries() {}

  /**
   * An OpenBLAS in this process.
   *
   * @return its path; nothing if there is none, or the system has no {@code /proc}
   */
  static Optional<String> openBlas() {
    try (var lines = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
      return lines.map(line -> line.substring(line.indexOf('/') + 1)).filter(path -> path.matches(".*/lib[^/]*openblas[^/]*\\.so[^/]*"))
          .map(path -> "/" + path).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
