package orthant.examples.cold;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts short programs as processes of their own, in turns, and says how long each took from its start to its end. */
@Command(name = "cold", description = "A short program from its start to its end, beside the same in Python with NumPy.")
public final class Cold implements Callable<Integer> {
  /** What a short program does well to take; docs/starting.md says why. */
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:Tier3BackEdgeThreshold=10000", "-XX:Tier4BackEdgeThreshold=10000");

  /** The module of vectors, and what a program does that ends before there are any. */
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  private static final List<String> SCALAR = List.of("-Dorthant.kernels=scalar");

  private static final String NUMPY = "import numpy as np; n = %s; a = np.arange(n); b = np.arange(n); print((a * b + np.sin(a)).sum())";

  @Spec private CommandSpec spec;

  @Option(names = {"-n", "--size"}, paramLabel = "N", description = "How many numbers (default: ${DEFAULT-VALUE}).")
  private double size = 1e7;

  @Option(names = {"-r", "--rounds"}, paramLabel = "R", description = "How often each program is started (default: ${DEFAULT-VALUE}).")
  private int rounds = 7;

  @Option(names = "--python", paramLabel = "COMMAND", description = "Python with NumPy (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** A program and the seconds its processes took. */
  private record Program(String name, List<String> command, List<Double> seconds) {
    Program(String name, List<String> command) {
      this(name, command, new ArrayList<>());
    }

    double least() {
      return seconds.stream().min(Double::compare).orElseThrow();
    }

    double median() {
      return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
  }

  /** Made by the command line. */
  public Cold() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(size >= 1) || rounds < 1) {
      throw new IllegalArgumentException(rounds + " rounds of " + size + " numbers; both must be 1 or more");
    }
    var out = spec.commandLine().getOut();
    String n = Double.toString(size);
    var eager = List.of(n, "eager");
    var fused = List.of(n, "fused");
    var java = new ArrayList<>(List.of(
        new Program("Java alone", java(VECTORS, List.of())),
        new Program("Orthant", java(VECTORS, eager)),
        new Program("Orthant, quick", java(with(QUICK, VECTORS), eager)),
        new Program("Orthant, quick, fused", java(with(QUICK, VECTORS), fused))));
    var vectors = cached("cold.aot", with(QUICK, VECTORS), n);
    var scalar = cached("cold-scalar.aot", with(QUICK, SCALAR), n);
    if (vectors == null || scalar == null) {
      out.println("No cache of loaded classes: it is made of jars only.");
    } else {
      java.add(new Program("Orthant, cache", java(vectors, eager)));
      java.add(new Program("Orthant, cache, fused", java(vectors, fused)));
      java.add(new Program("Orthant, scalar", java(scalar, eager)));
      java.add(new Program("Orthant, scalar, fused", java(scalar, fused)));
    }
    var numpy = new ArrayList<Program>();
    if (succeeds(List.of(python, "-c", "import numpy"))) {
      numpy.add(new Program("Python alone", List.of(python, "-c", "")));
      numpy.add(new Program("import numpy", List.of(python, "-c", "import numpy")));
      numpy.add(new Program("NumPy", List.of(python, "-c", NUMPY.formatted(n))));
    } else {
      out.println("There is no NumPy to compare with: " + python + " does not import it.");
    }
    var programs = Stream.concat(java.stream(), numpy.stream()).toList();
    for (int i = 0; i < rounds; i++) {
      for (var program : programs) {
        program.seconds.add(seconds(program));
      }
    }
    tell(out, programs, numpy.isEmpty() ? null : numpy.getLast());
    return 0;
  }

  private void tell(PrintWriter out, List<Program> programs, Program numpy) {
    out.printf("s = (a*b + sin(a)).sum() of %,.0f numbers, as a process; of %d starts:%n", size, rounds);
    out.printf("%-24s %8s %8s%s%n", "", "least", "median", numpy == null ? "" : "   times NumPy's");
    for (var p : programs) {
      out.printf("%-24s %5.0f ms %5.0f ms", p.name, 1e3 * p.least(), 1e3 * p.median());
      if (numpy != null && p.name.startsWith("Orthant")) {
        out.printf("   %.2f   %.2f", p.least() / numpy.least(), p.median() / numpy.median());
      }
      out.println();
    }
    out.flush();
  }

  private static List<String> java(List<String> flags, List<String> arguments) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED"));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath(), Script.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Orthant and the examples; a program loads faster without the other libraries. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Files.isDirectory(Path.of(entry)) || Path.of(entry).getFileName().toString().matches("orthant-(core|ufunc|examples)-.*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> with(List<String> flags, List<String> more) {
    return Stream.concat(flags.stream(), more.stream()).toList();
  }

  /** Flags and with them a cache of the classes the program loads, made by one run of it; null if there is none. */
  private static List<String> cached(String name, List<String> flags, String n) throws IOException, InterruptedException {
    String home = System.getProperty("orthant.home");
    if (home == null) {
      return null;
    }
    Path file = Files.createDirectories(Path.of(home, ".orthant")).resolve(name);
    // It fits only the jars it was made from, and only the collector and the modules.
    Files.deleteIfExists(file);
    boolean made = succeeds(java(with(flags, List.of("-XX:AOTCacheOutput=" + file)), List.of(n, "eager", "fused"))) && Files.exists(file);
    Files.deleteIfExists(Path.of(file + ".config"));
    return made ? with(flags, List.of("-XX:AOTCache=" + file)) : null;
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return start(command).waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private static double seconds(Program program) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int exit = start(program.command).waitFor();
    double seconds = (System.nanoTime() - begin) * 1e-9;
    if (exit != 0) {
      throw new IllegalStateException(program.name + " ended with " + exit + ": " + String.join(" ", program.command));
    }
    return seconds;
  }

  private static Process start(List<String> command) throws IOException {
    var quiet = ProcessBuilder.Redirect.DISCARD;
    return new ProcessBuilder(command).redirectOutput(quiet).redirectError(quiet).start();
  }
}
