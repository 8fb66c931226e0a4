package orthant.examples.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import orthant.NDArray;
import orthant.io.Npy;

/** NumPy in a Python process beside this one; {@code numpy_side.py} says what it understands. */
final class NumPySide implements AutoCloseable {
  /** On both sides one thread works: what is compared is a core with a core. */
  private static final List<String> ONE_THREAD = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
      "VECLIB_MAXIMUM_THREADS");

  private final Path folder;
  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;
  private final String version;
  private final Map<NDArray, String> sent = new IdentityHashMap<>();

  private NumPySide(Path folder, Process process, String version) {
    this.folder = folder;
    this.process = process;
    this.version = version;
    commands = process.outputWriter();
    answers = process.inputReader();
  }

  /**
   * Starts Python.
   *
   * @param python the command
   * @return nothing if there is no such command, or it has no NumPy
   */
  static Optional<NumPySide> start(String python) {
    String version = version(python);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    try {
      var folder = Files.createTempDirectory("orthant-bench");
      var script = folder.resolve("numpy_side.py");
      try (var in = NumPySide.class.getResourceAsStream("numpy_side.py")) {
        Files.copy(in, script);
      }
      var builder = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
      ONE_THREAD.forEach(variable -> builder.environment().put(variable, "1"));
      return Optional.of(new NumPySide(folder, builder.start(), version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(String python) {
    try {
      var probe = new ProcessBuilder(python, "-c",
          "import numpy, sys; print('NumPy', numpy.__version__, 'on Python', sys.version.split()[0])")
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var out = probe.inputReader()) {
        var line = out.readLine();
        return line == null ? "" : line;
      }
    } catch (IOException noSuchCommand) {
      return "";
    }
  }

  String version() {
    return version;
  }

  /** Tells Python what to repeat from now on. */
  void define(Case c) {
    var setup = c.inputs().entrySet().stream().map(e -> e.getKey() + " = arrays['" + send(e.getValue()) + "']")
        .collect(Collectors.toList());
    if (!c.setup().isEmpty()) {
      setup.add(c.setup());
    }
    expectOk(c, ask("define", String.join("; ", setup.isEmpty() ? List.of("pass") : setup), c.numpy()));
  }

  /** Compares our value with NumPy's. */
  void check(Case c, NDArray ours) {
    var file = folder.resolve("ours.npy");
    Npy.save(file, ours);
    expectOk(c, ask("check", file.toString(), Double.toString(c.tolerance())));
  }

  /** Repeats what was defined; the nanoseconds it took. */
  long time(long count) {
    var answer = ask("time", Long.toString(count));
    try {
      return Long.parseLong(answer);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("NumPy's side says: " + answer, e);
    }
  }

  /** Drops the arrays that were sent. */
  void forget() {
    ask("forget");
    sent.clear();
  }

  private String send(NDArray a) {
    return sent.computeIfAbsent(a, key -> {
      var name = "v" + sent.size();
      var file = folder.resolve("data.npy");
      Npy.save(file, a);
      var answer = ask("load", name, file.toString());
      if (!answer.equals("ok")) {
        throw new IllegalStateException("NumPy's side cannot load an array: " + answer);
      }
      return name;
    });
  }

  private static void expectOk(Case c, String answer) {
    if (!answer.equals("ok")) {
      throw new IllegalStateException("%s of %s, n = %d: %s".formatted(c.op(), c.dtype(), c.n(), answer));
    }
  }

  private String ask(String... fields) {
    try {
      commands.write(String.join("\t", fields));
      commands.newLine();
      commands.flush();
      var answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("NumPy's side ended; see its message above");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("NumPy's side ended", e);
    }
  }

  @Override
  public void close() {
    try {
      commands.close(); // Python ends with its input
      process.waitFor();
      for (var name : List.of("numpy_side.py", "data.npy", "ours.npy")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
