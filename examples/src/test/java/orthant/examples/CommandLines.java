package orthant.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs examples inside of the test. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * What a command printed.
   *
   * @param exit its exit code
   * @param out to the output
   * @param err to the error output
   */
  public record Printed(int exit, String out, String err) {}

  /** Runs {@code ./run ARGUMENTS}. */
  public static synchronized Printed run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var oldOut = System.out;
    var oldErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit = Main.run(arguments);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
    return new Printed(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
