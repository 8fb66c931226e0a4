package orthant.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out repository, as the tests that look at the code itself see it. */
final class SourceTree {
  static final Path ROOT = findRoot();
  static final List<String> MODULES = List.of("core", "ufunc", "linalg", "parallel", "mpi-bridge", "examples");

  private SourceTree() {}

  /** All files below {@code folder} of {@code module} with this ending; none if there is no such folder. */
  static List<Path> files(String module, String folder, String ending) {
    Path start = ROOT.resolve(module).resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> sources(String folder) {
    return MODULES.stream().flatMap(m -> files(m, folder, ".java").stream()).toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static ModuleDescriptor descriptor(String module) {
    try (var in = Files.newInputStream(ROOT.resolve(module).resolve("target/classes/module-info.class"))) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path findRoot() {
    Path p = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(p.resolve("mpi-bridge"))) {
      p = p.getParent();
    }
    return p;
  }
}
