package orthant.examples.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** JShell with the imports done, which prints arrays as NumPy does. */
@Command(name = "shell", description = "JShell with the imports done: try arange(12).reshape(3, 4).")
public final class Shell implements Callable<Integer> {
  private static final List<String> FOR_ARRAYS = List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "JShell files to run first.")
  private List<String> files = List.of();

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Shell() {}

  @Override
  public Integer call() throws Exception {
    var preferences = mode();
    var imports = Files.createTempFile("orthant", ".jsh");
    try {
      Files.writeString(imports, resource("imports.jsh"));
      var arguments = new ArrayList<>(List.of("--startup", "DEFAULT", "--startup", imports.toString(), "--class-path",
          System.getProperty("java.class.path")));
      FOR_ARRAYS.forEach(option -> arguments.add("-R" + option));
      arguments.addAll(files);
      var out = spec.commandLine().getOut();
      var welcome = "@|bold Orthant in JShell|@: the imports are done. Try @|bold arange(12).reshape(3, 4)|@; leave with @|bold /exit|@.";
      out.println(Ansi.AUTO.string(welcome));
      out.flush();
      return JavaShellToolBuilder.builder().persistence(preferences).start(arguments.toArray(String[]::new));
    } finally {
      Files.deleteIfExists(imports);
    }
  }

  /**
   * The preferences of a JShell that prints values alone, on lines of their own. A mode can only be defined by typing
   * its commands, so another JShell, that nobody sees, gets them and notes the result.
   */
  private static Map<String, String> mode() throws Exception {
    var preferences = new HashMap<String, String>();
    var typed = new ByteArrayInputStream(resource("mode.jsh").getBytes(StandardCharsets.UTF_8));
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    JavaShellToolBuilder.builder().persistence(preferences).in(typed, InputStream.nullInputStream()).out(nowhere).err(nowhere)
        .start("--execution", "local", "--no-startup");
    return preferences;
  }

  private static String resource(String name) throws IOException {
    try (var in = Shell.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
