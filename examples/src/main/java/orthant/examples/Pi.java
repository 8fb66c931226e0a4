package orthant.examples;

import static orthant.Nd.array;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import orthant.NDArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Throws points at a square and counts those within the circle. */
@Command(name = "pi", description = "Pi from random points: how many fall into the circle.")
public final class Pi implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = {"-n", "--points"}, paramLabel = "N", description = "How many points at most (default: ${DEFAULT-VALUE}).")
  private int points = 10_000_000;

  @Option(names = "--seed", paramLabel = "S", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Pi() {}

  @Override
  public Integer call() {
    if (points < 1) {
      throw new IllegalArgumentException(points + " points; there must be 1 at least");
    }
    var out = spec.commandLine().getOut();
    var random = new SplittableRandom(seed);
    var x = array(random.doubles(points).toArray());
    var y = array(random.doubles(points).toArray());
    out.println(Ansi.AUTO.string("@|bold,cyan %12s  %-12s %-12s|@".formatted("points", "pi", "error")));
    for (long n = Math.min(points, 100); n > 0; n = n < points ? Math.min(10 * n, points) : 0) {
      double pi = estimate(x.get(":" + n), y.get(":" + n));
      out.printf("%,12d  %-12.8f %-12.2e%n", n, pi, Math.abs(pi - Math.PI));
    }
    out.flush();
    return 0;
  }

  /** Four times the share of the points of the unit square that are within the circle around its corner. */
  static double estimate(NDArray x, NDArray y) {
    return 4 * x.square().add(y.square()).less(1).mean().getDouble();
  }
}
