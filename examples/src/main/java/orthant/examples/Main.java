package orthant.examples;

import java.io.PrintWriter;
import java.util.List;
import orthant.examples.accuracy.Accuracy;
import orthant.examples.bench.Bench;
import orthant.examples.bench.Jmh;
import orthant.examples.co2.Co2;
import orthant.examples.cold.Cold;
import orthant.examples.shell.Shell;
import orthant.examples.traffic.Traffic;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts an example by its name; without a name, the main one. */
@Command(
    name = "run",
    description = "Examples of Orthant, NumPy for the JVM. Without a name: co2.",
    synopsisHeading = "",
    customSynopsis = {"@|bold ./run|@                     the main example, co2",
        "@|bold ./run list|@                every example with one line each",
        "@|bold ./run|@ @|yellow NAME|@ [OPTIONS]      one of them; @|bold ./run|@ @|yellow NAME|@ @|bold --help|@ tells its options", ""},
    commandListHeading = "%nExamples:%n",
    subcommands = {Co2.class, Traffic.class, Pi.class, Julia.class, Shell.class, Bench.class, Jmh.class, Stress.class, Accuracy.class, Cold.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  private Main() {}

  /**
   * Runs one example and ends the process: with 0 if all went well, 2 if the arguments were not understood, 1 otherwise.
   *
   * @param arguments the name of an example and its options
   */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs one example.
   *
   * @param arguments the name of an example and its options
   * @return the exit code: 0 if all went well, 2 if the arguments were not understood, 1 otherwise
   */
  public static int run(String... arguments) {
    // Pictures are written, never shown: no display is needed.
    System.setProperty("java.awt.headless", "true");
    return commandLine().execute(arguments);
  }

  private static CommandLine commandLine() {
    var line = new CommandLine(new Main()).setParameterExceptionHandler(Main::misunderstood).setExecutionExceptionHandler(Main::failed);
    line.getSubcommands().values().forEach(sub -> sub.setUsageHelpAutoWidth(true).getCommandSpec().mixinStandardHelpOptions(false));
    return line;
  }

  @Override
  public void run() {
    new CommandLine(new Co2()).execute();
  }

  @Command(name = "list", description = "Names every example with one line each.")
  private void list() {
    var out = spec.commandLine().getOut();
    spec.subcommands().forEach((name, sub) -> {
      if (!name.equals("list")) {
        var about = String.join(" ", sub.getCommandSpec().usageMessage().description());
        out.println(Ansi.AUTO.string("  @|bold,cyan %-9s|@%s".formatted(name, about)));
      }
    });
    out.println();
    out.println(Ansi.AUTO.string("Start one with @|bold ./run NAME|@; @|bold ./run NAME --help|@ tells its options."));
    out.flush();
  }

  private static int misunderstood(ParameterException e, String... arguments) {
    var err = e.getCommandLine().getErr();
    boolean atTop = e.getCommandLine().getParent() == null;
    var unknown = e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getUnmatched() : List.<String>of();
    boolean isName = atTop && !unknown.isEmpty() && !unknown.getFirst().startsWith("-");
    complain(err, isName ? "there is no example " + unknown.getFirst() : e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      var name = e.getCommandLine().getCommandName();
      err.println(atTop ? "./run list names every example." : "./run " + name + " --help tells the options.");
    }
    err.flush();
    return 2;
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    var err = line.getErr();
    complain(err, line.getCommandName() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
    if (e instanceof RuntimeException && !(e instanceof IllegalArgumentException)) {
      e.printStackTrace(err);
    }
    err.flush();
    return 1;
  }

  private static void complain(PrintWriter err, String message) {
    err.println(Ansi.AUTO.string("@|bold,red " + message.replace("|@", "| @") + "|@"));
  }
}
