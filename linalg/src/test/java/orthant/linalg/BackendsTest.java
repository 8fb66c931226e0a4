package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each backend in a process of its own, against the others and against refusal. */
class BackendsTest {
  /** What a child process said. */
  private record Run(int exit, String text) {
    /** The numbers of a line, without those that only this backend has. */
    List<Double> numbers() {
      return text.lines().filter(l -> l.startsWith("SOLVE") || l.startsWith("LSTSQ") || l.startsWith("STACK"))
          .map(l -> Double.valueOf(l.substring(l.lastIndexOf(' ') + 1))).toList();
    }
  }

  private static Run run(List<String> options, String... arguments) throws IOException, InterruptedException {
    var path = new ArrayList<String>();
    path.add(Path.of(System.getProperty("basedir", "."), "target", "test-classes").toString());
    path.add(Path.of(System.getProperty("basedir", "."), "target", "classes").toString());
    for (String property : List.of("jdk.module.path", "java.class.path")) {
      for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
        if (!entry.isEmpty()) {
          path.add(entry);
        }
      }
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", String.join(File.pathSeparator, path)));
    command.addAll(options);
    command.add(Battery.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // For native-system the library is the bundled one, which expects its Fortran run time beside it.
    String library = options.stream().filter(o -> o.startsWith("-Dorthant.linalg.library=/")).map(o -> o.substring(o.indexOf('=') + 1))
        .findFirst().orElse(null);
    if (library != null) {
      builder.environment().merge("LD_LIBRARY_PATH", Path.of(library).getParent().toString(), (old, own) -> own + ":" + old);
    }
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    return new Run(process.exitValue(), text);
  }

  private static Run started(String... options) throws IOException, InterruptedException {
    var run = run(List.of(options), "briefly");
    assertEquals(0, run.exit, run.text);
    assertTrue(run.text.contains("FIRST 100.0"), run.text);
    return run;
  }

  private static Run passed(String... options) throws IOException, InterruptedException {
    var run = run(List.of(options));
    assertEquals(0, run.exit, run.text);
    assertTrue(run.text.contains("PASSED"), run.text);
    return run;
  }

  /** The bundled library as a file, as somebody's own OpenBLAS would be one. */
  private static String libraryFile() {
    var config = Linalg.showConfig();
    assertEquals("openblas-bundled", config.backend(), config.toString());
    return config.library();
  }

  @Test
  void allBackendsPassAndAgree() throws IOException, InterruptedException {
    String vectors = "--add-modules=jdk.incubator.vector";
    var bundled = passed(vectors, "-Dorthant.linalg.backend=openblas-bundled", "-Dorthant.threads=2");
    var others = List.of(
        passed(vectors, "-Dorthant.linalg.backend=native-system", "-Dorthant.linalg.library=" + libraryFile(), "-Dorthant.threads=1"),
        passed(vectors, "-Dorthant.linalg.backend=netlib", "-Dorthant.threads=2"),
        passed(vectors, "-Dorthant.linalg.backend=java"),
        passed("-Dorthant.linalg.backend=java"),
        passed(vectors));
    var expected = bundled.numbers();
    assertEquals(14, expected.size(), bundled.text);
    for (var other : others) {
      var numbers = other.numbers();
      assertEquals(expected.size(), numbers.size(), other.text);
      for (int i = 0; i < numbers.size(); i++) {
        assertEquals(expected.get(i), numbers.get(i), 1e-9 * Math.abs(expected.get(i)), other.text);
      }
    }
    assertTrue(bundled.text.contains("threads    2"), bundled.text);
    assertTrue(others.get(3).text.contains("--add-modules jdk.incubator.vector"), others.get(3).text);
  }

  @ParameterizedTest
  @CsvSource({
    "-Dorthant.linalg.backend=fastest, the backends are openblas-bundled",
    "-Dorthant.linalg.library=/nonexistent/libopenblas.so, is not available",
    "-Dorthant.linalg.library=libc.so.6, it lacks cblas_dgemm",
    "-Dorthant.matmul=fastest, there are only",
    "-Dorthant.threads=many, is not a number of threads"
  })
  void whatIsAskedForAndNotThereIsAnError(String option, String message) throws IOException, InterruptedException {
    var run = run(List.of(option), "briefly");
    assertNotEquals(0, run.exit, run.text);
    assertTrue(run.text.contains(message), run.text);
    assertFalse(run.text.contains("FIRST"), run.text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openblas-bundled", "java"})
  void theReportSaysWhyOthersWereSkipped(String name) throws IOException, InterruptedException {
    var run = started("-Dorthant.linalg.backend=" + name, "-Dorthant.matmul=reference");
    assertTrue(run.text.contains("* " + name), run.text);
    assertTrue(run.text.contains("not asked for: orthant.linalg.backend=" + name), run.text);
  }

  @Test
  void theCacheIsPrivateAndSurvivesHalfFiles(@TempDir Path folder) throws IOException, InterruptedException {
    String cache = "-Dorthant.cache=" + folder.resolve("cache");
    var first = started(cache, "-Dorthant.linalg.backend=openblas-bundled");
    Path library;
    try (var files = Files.walk(folder)) {
      library = files.filter(f -> f.getFileName().toString().startsWith("libopenblas")).findFirst().orElseThrow();
    }
    assertTrue(first.text.contains(library.toString()), first.text);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(library.getParent())));
    Files.write(library, new byte[100]);
    started(cache, "-Dorthant.linalg.backend=openblas-bundled");
    Files.setPosixFilePermissions(folder.resolve("cache"), PosixFilePermissions.fromString("rwxrwxrwx"));
    var third = started(cache, "-Dorthant.linalg.backend=openblas-bundled");
    assertFalse(third.text.contains(library.toString()), third.text);
  }
}
