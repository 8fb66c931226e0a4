package orthant.examples.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orthant.Nd;
import orthant.parallel.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures this library and NumPy in turns, on the same data, in one run. */
@Command(
    name = "bench",
    description = "Our operations and NumPy's on the same data, measured in turns.",
    footer = {"", "The ratio is NumPy's time divided by ours. Both sides use one thread, but in",
        "the group threads it is our time on one thread divided by that on two. Each",
        "call makes its result anew, on both sides; names that end in _out write into",
        "an array that is there already. Every value is compared before and after.", "",
        "NumPy frees a result as soon as nothing refers to it; for results of 1000 bytes and",
        "more we do the same with a Scope around each call. The last column is our time",
        "without one: results wait for the garbage collector (not with --quick)."})
public final class Bench implements Callable<Integer> {
  /** A new result of so many bytes is released by a scope before the next is made; smaller ones are left to the garbage collector. */
  private static final long SCOPED = 1000;

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes one JSON object a line.")
  private Path json;

  @Option(names = "--quick", description = "Only cases with an aim, and fewer rounds.")
  private boolean quick;

  @Option(names = "--only", paramLabel = "PATTERN",
      description = "Only cases whose name and dtype, as in \"add_out float32\", contain the regular expression.")
  private Pattern only = Pattern.compile("");

  @Option(names = "--size", paramLabel = "N", split = ",", description = "Only cases of so many elements.")
  private List<Long> sizes = List.of();

  @Option(names = "--python", paramLabel = "COMMAND", description = "The Python that has NumPy (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(names = "--no-numpy", description = "Measures this library alone.")
  private boolean alone;

  @Parameters(paramLabel = "GROUP", arity = "0..*",
       description = "Groups of cases: elementwise, casts, reductions, axes, fused, matmul, threads, views (default: these), core, ufunc, "
           + "sorting, strided.")
  private List<String> groups = List.of();

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  private PrintWriter out;
  private NumPySide numpy;

  /** Made by the command line. */
  public Bench() {}

  @Override
  public Integer call() throws IOException {
    out = spec.commandLine().getOut();
    var all = Cases.groups();
    for (var group : groups) {
      if (!all.containsKey(group)) {
        throw new ParameterException(spec.commandLine(), "no group " + group + "; there are " + String.join(", ", all.keySet()));
      }
    }
    numpy = alone ? null : NumPySide.start(python).orElse(null);
    try {
      return measure(all.entrySet().stream().filter(
          e -> groups.isEmpty() ? !Cases.WHOLE.contains(e.getKey()) : groups.contains(e.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new)));
    } finally {
      if (numpy != null) {
        numpy.close();
      }
    }
  }

  private int measure(Map<String, Supplier<List<Case>>> chosen) throws IOException {
    out.println(machine());
    var nobody = "No NumPy beside us" + (alone ? "" : ": " + python + " is not there or has none");
    out.println(numpy == null ? nobody : "Beside " + numpy.version());
    out.printf(Locale.ROOT, "%n%-22s %-8s %10s %14s %14s %8s  %-12s%14s%n", "operation", "dtype", "n", "ours", "NumPy", "ratio", "",
        quick ? "" : "without scope");
    var rows = new ArrayList<Row>();
    var differing = new ArrayList<String>();
    var stopwatch = quick ? Stopwatch.quick() : Stopwatch.careful();
    try (var lines = json == null ? new PrintWriter(java.io.Writer.nullWriter()) : new PrintWriter(json.toFile(), StandardCharsets.UTF_8)) {
      for (var group : chosen.entrySet()) {
        var cases = group.getValue().get().stream().filter(c -> !quick || c.aim() > 0).filter(c -> sizes.isEmpty() || sizes.contains(c.n()))
            .filter(c -> only.matcher(c.op() + " " + c.dtype()).find()).toList();
        for (int i = 0; i < cases.size(); i++) {
          progress(group.getKey() + " " + (i + 1) + " of " + cases.size());
          Row row;
          try {
            row = measure(stopwatch, cases.get(i));
          } catch (IllegalStateException e) {
            progress("");
            out.println(Ansi.AUTO.string("@|bold,red " + e.getMessage() + "|@"));
            differing.add(e.getMessage());
            continue;
          }
          progress("");
          print(row);
          lines.println(row.json());
          lines.flush();
          rows.add(row);
        }
        if (numpy != null) {
          numpy.forget();
        }
      }
    }
    summarize(rows);
    if (!differing.isEmpty()) {
      out.println(Ansi.AUTO.string("@|bold,red Not measured, because the sides do not agree:|@"));
      differing.forEach(message -> out.println("  " + message));
      out.flush();
    }
    return differing.isEmpty() ? 0 : 1;
  }

  private Row measure(Stopwatch stopwatch, Case c) {
    var collected = Stopwatch.loop(c.ours());
    boolean scoped = isLargeAndNew(c);
    var ours = scoped ? Stopwatch.scopedLoop(c.ours()) : collected;
    if (c.oneThread() != null) {
      var one = limited(Stopwatch.loop(c.oneThread()), 1);
      var many = limited(ours, 2);
      stopwatch.warm(one);
      stopwatch.warm(many);
      var times = stopwatch.compare(many, one);
      return new Row(c, times[0], Double.NaN, times[1], Double.NaN);
    }
    var single = limited(ours, 1);
    if (numpy == null) {
      stopwatch.warm(single);
      return new Row(c, stopwatch.compare(single)[0], Double.NaN, Double.NaN, Double.NaN);
    }
    numpy.define(c);
    numpy.check(c, c.ours().get());
    stopwatch.warm(single);
    numpy.check(c, c.ours().get()); // the compiled kernels give the same values as the first calls
    if (!scoped || quick) {
      var times = stopwatch.compare(single, numpy::time);
      return new Row(c, times[0], times[1], Double.NaN, Double.NaN);
    }
    var garbage = limited(collected, 1);
    stopwatch.warm(garbage);
    var times = stopwatch.compare(single, numpy::time, garbage);
    return new Row(c, times[0], times[1], Double.NaN, times[2]);
  }

  private static boolean isLargeAndNew(Case c) {
    var result = c.ours().get();
    return !c.op().endsWith("_out") && result.size() * result.dtype().size() >= SCOPED
        && c.inputs().values().stream().noneMatch(input -> Nd.mayShareMemory(input, result));
  }

  @SuppressWarnings("try") // the limit holds until it is closed
  private static LongUnaryOperator limited(LongUnaryOperator loop, int threads) {
    return count -> {
      try (var limit = Threads.limit(threads)) {
        return loop.applyAsLong(count);
      }
    };
  }

  private void print(Row row) {
    var c = row.of();
    var other = c.oneThread() == null ? time(row.numpy()) : time(row.oneThread()) + " ¹";
    var line = String.format(Locale.ROOT, "%-22s %-8s %,10d %14s %14s", c.op(), c.dtype(), c.n(), time(row.ours()), other);
    if (!Double.isNaN(row.ratio())) {
      var mark = c.aim() == 0 ? "" : row.isBelowAim() ? "@|bold,red below " + c.aim() + "|@" : "@|green ok|@";
      line += String.format(Locale.ROOT, " %8.2f  %s", row.ratio(), mark);
      int aim = c.aim() == 0 ? 0 : row.isBelowAim() ? ("below " + c.aim()).length() : 2;
      line += Double.isNaN(row.collected()) ? "" : " ".repeat(12 - aim) + String.format("%14s", time(row.collected()));
    }
    out.println(Ansi.AUTO.string(line));
    out.flush();
  }

  private void summarize(List<Row> rows) {
    if (rows.stream().anyMatch(row -> row.of().oneThread() != null)) {
      out.println("¹ ours on one thread, beside ours on two");
    }
    var compared = rows.stream().filter(row -> !Double.isNaN(row.numpy())).toList();
    if (compared.isEmpty()) {
      out.flush();
      return;
    }
    out.println();
    out.println(Ansi.AUTO.string("@|bold Geometric means of the ratios|@"));
    for (long n : rows.stream().mapToLong(row -> row.of().n()).distinct().filter(Cases.SIZES_OF_MEANS::contains).sorted().toArray()) {
      mean(String.format(Locale.ROOT, "n = %,d", n), compared.stream().filter(row -> row.of().n() == n).toList());
    }
    mean("all", compared);
    var below = rows.stream().filter(Row::isBelowAim).toList();
    out.println(Ansi.AUTO.string(below.isEmpty() ? "@|bold,green Every aim is reached.|@" : "@|bold,red Below their aims:|@"));
    for (var row : below) {
      out.printf(Locale.ROOT, "  %-22s %-8s n = %,10d  %.2f, aim %.2f%n", row.of().op(), row.of().dtype(), row.of().n(), row.ratio(),
          row.of().aim());
    }
    if (json != null) {
      out.println("Written as JSON lines: " + json.toAbsolutePath().normalize());
    }
    out.flush();
  }

  private void mean(String what, List<Row> rows) {
    if (!rows.isEmpty()) {
      double log = rows.stream().mapToDouble(row -> Math.log(row.ratio())).average().orElseThrow();
      out.printf(Locale.ROOT, "  %-14s %6.2f   (%d cases)%n", what, Math.exp(log), rows.size());
    }
  }

  /** One line that the next replaces, on a terminal. */
  private void progress(String text) {
    if (System.console() != null && System.console().isTerminal()) {
      out.print("\r\033[K" + text);
      out.flush();
    }
  }

  private static String time(double nanos) {
    if (Double.isNaN(nanos)) {
      return "";
    }
    return nanos < 1e4 ? String.format(Locale.ROOT, "%.1f ns", nanos) : nanos < 1e7 ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
        : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private static String machine() throws IOException {
    var cpuinfo = Path.of("/proc/cpuinfo");
    var lines = Files.isReadable(cpuinfo) ? Files.readAllLines(cpuinfo) : List.<String>of();
    var model = lines.stream().filter(line -> line.startsWith("model name")).findFirst();
    var name = model.map(line -> line.substring(line.indexOf(':') + 2)).orElse(System.getProperty("os.arch"));
    int cores = Runtime.getRuntime().availableProcessors();
    return "%s, %d cores, Java %d, %s".formatted(name, cores, Runtime.version().feature(), System.getProperty("os.name"));
  }
}
