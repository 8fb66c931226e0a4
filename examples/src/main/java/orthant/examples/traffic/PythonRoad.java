package orthant.examples.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** The road as a loop in plain Python, in a process of its own. */
final class PythonRoad {
  private static final String PYTHON = "python3";

  private PythonRoad() {}

  /**
   * Runs the loop.
   *
   * @return nothing if there is no Python
   * @throws IllegalStateException if Python ends with an error
   */
  static Optional<Run> run(Setting setting) {
    try (var script = PythonRoad.class.getResourceAsStream("naive_road.py")) {
      var command = new ProcessBuilder(PYTHON, "-c", new String(script.readAllBytes()), Integer.toString(setting.steps()))
          .redirectError(ProcessBuilder.Redirect.INHERIT);
      Process process;
      try {
        process = command.start();
      } catch (IOException noSuchCommand) {
        return Optional.empty();
      }
      var start = setting.start();
      var cells = new byte[start.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (byte) (start[i] ? 1 : 0);
      }
      try (var out = process.getOutputStream()) {
        out.write(cells);
      }
      try (var in = process.inputReader()) {
        var line = in.readLine();
        if (process.waitFor() != 0 || line == null) {
          throw new IllegalStateException(PYTHON + " ended with exit code " + process.exitValue());
        }
        long[] values = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return Optional.of(new Run(Arrays.copyOfRange(values, 1, values.length), values[0]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + PYTHON + " runs", e);
    }
  }
}
