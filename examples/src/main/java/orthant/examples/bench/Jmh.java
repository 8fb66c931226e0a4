package orthant.examples.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the JMH benchmarks. */
@Command(name = "jmh", description = "Benchmarks of this library alone, by JMH, for work on the library itself.")
public final class Jmh implements Callable<Integer> {
  @Parameters(paramLabel = "PATTERN", arity = "0..*", description = "Which benchmarks, as regular expressions (default: all).")
  private List<String> patterns = List.of();

  @Option(names = "--n", paramLabel = "N", split = ",", description = "Sizes (default: 10,1000,1000000).")
  private List<String> sizes = List.of();

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Jmh() {}

  @Override
  public Integer call() throws Exception {
    var options = new OptionsBuilder();
    for (var pattern : patterns.isEmpty() ? List.of(ElementwiseBenchmark.class.getName()) : patterns) {
      options.include(pattern);
    }
    if (!sizes.isEmpty()) {
      options.param("n", sizes.toArray(String[]::new));
    }
    new Runner(options.build()).run();
    return 0;
  }
}
