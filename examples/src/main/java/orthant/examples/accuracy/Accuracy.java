package orthant.examples.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import orthant.DType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the largest errors of the mathematical functions, in units in the last place (ULP). */
@Command(name = "accuracy", description = "The largest errors of the mathematical functions, in units in the last place.")
public final class Accuracy implements Callable<Integer> {
  /** All functions whose accuracy can be measured, by name. */
  static final Map<String, Function> FUNCTIONS = new LinkedHashMap<>();
  /** Those of which every float is tried unless others are asked for. */
  private static final Set<String> EXHAUSTIVE = Set.of("exp", "log", "sin", "cos", "tanh");

  static {
    Exponentials.ALL.forEach(f -> FUNCTIONS.put(f.name(), f));
    Circles.ALL.forEach(f -> FUNCTIONS.put(f.name(), f));
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FUNCTION", arity = "0..*",
      description = "Which functions, such as log and pow (default: all of them in float64; in float32 exp, log, sin, cos, tanh).")
  private List<String> names = List.of();

  @Option(names = {"-n", "--points"}, paramLabel = "N", description = "How many random float64 numbers each (default: ${DEFAULT-VALUE}).")
  private long points = 100_000_000;

  @Option(names = {"-t", "--type"}, paramLabel = "TYPE", description = "Only float32 or only float64.")
  private DType type;

  @Option(names = "--every", paramLabel = "N", description = "Of the float32 numbers take every N-th (default: ${DEFAULT-VALUE}, all of them).")
  private int every = 1;

  @Option(names = "--seed", paramLabel = "S", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Accuracy() {}

  @Override
  public Integer call() {
    if (points < 1 || every < 1) {
      throw new IllegalArgumentException(points + " points, every " + every + ". float; both must be positive");
    }
    if (type != null && type != DType.float32 && type != DType.float64) {
      throw new IllegalArgumentException("accuracy of " + type + "; it is measured of float32 and float64");
    }
    var chosen = new ArrayList<Function>();
    for (var name : names.isEmpty() ? FUNCTIONS.keySet() : names) {
      if (!FUNCTIONS.containsKey(name)) {
        throw new IllegalArgumentException("there is no reference of " + name + "; there are " + String.join(", ", FUNCTIONS.keySet()));
      }
      chosen.add(FUNCTIONS.get(name));
    }
    var out = spec.commandLine().getOut();
    out.println(Ansi.AUTO.string("@|bold,cyan %-11s %-8s %14s %9s   %s|@".formatted("function", "dtype", "numbers", "max ULP", "where")));
    for (var function : chosen) {
      if (type != DType.float64 && (!names.isEmpty() || EXHAUSTIVE.contains(function.name()))) {
        row(function, "float32", (1L << 32) / every);
      }
      if (type != DType.float32) {
        row(function, "float64", points);
      }
    }
    return 0;
  }

  private void row(Function function, String dtype, long total) {
    var progress = progress(function.name() + " " + dtype, total);
    var worst = dtype.equals("float32") ? Measure.floats(function, every, seed, progress) : Measure.doubles(function, total, seed, progress);
    String second = function.ufunc().arity() == 1 ? "" : ", " + number(dtype, worst.y());
    var out = spec.commandLine().getOut();
    clear();
    out.printf(Locale.ROOT, "%-11s %-8s %,14d %9.4f   %s%s%n", function.name(), dtype, worst.count(), worst.error(), number(dtype, worst.x()),
        second);
    out.flush();
  }

  private static String number(String dtype, double x) {
    return dtype.equals("float32") ? Float.toString((float) x) : Double.toString(x);
  }

  private static boolean onTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private void clear() {
    if (onTerminal()) {
      spec.commandLine().getOut().print("\r\033[K");
    }
  }

  /** One line with a bar that grows, on a terminal. */
  private LongConsumer progress(String what, long total) {
    if (!onTerminal()) {
      return _ -> {};
    }
    var out = spec.commandLine().getOut();
    var done = new AtomicLong();
    var shown = new AtomicLong(-1);
    return n -> {
      long percent = 100 * done.addAndGet(n) / total;
      if (shown.getAndSet(percent) < percent) {
        String bar = "█".repeat((int) percent / 4) + "░".repeat(25 - (int) percent / 4);
        synchronized (out) {
          out.print("\r\033[K%-20s %s %3d %%".formatted(what, bar, percent));
          out.flush();
        }
      }
    };
  }
}
