package orthant.examples.traffic;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import orthant.DType;
import orthant.Nd;
import orthant.io.Npy;
import orthant.mpi.Communicator;
import orthant.mpi.Mpi;
import orthant.parallel.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the road in every version, checks that they agree, and compares their speed. */
@Command(
    name = "traffic",
    description = "Cars on a ring road: a cellular automaton as loops, as arrays, on all cores and between MPI ranks.",
    footer = {"", "As processes, either of:", "  ./run traffic --ranks 2 --launcher mpiexec.openmpi", "  mpiexec -n 2 ./run traffic"})
public final class Traffic implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--cells", paramLabel = "N", description = "The length of the road (default: ${DEFAULT-VALUE}).")
  private int cells = 4_000_000;

  @Option(names = "--steps", paramLabel = "N", description = "How often every car looks ahead (default: ${DEFAULT-VALUE}).")
  private int steps = 100;

  @Option(names = "--density", paramLabel = "D", description = "The share of cells with a car (default: ${DEFAULT-VALUE}).")
  private double density = 0.52;

  @Option(names = "--seed", paramLabel = "S", description = "Where the cars stand at the start (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--threads", paramLabel = "N",
      description = "Threads of the parallel version (default: all cores, ${DEFAULT-VALUE} here).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--ranks", paramLabel = "N", description = "Ranks of the MPI version; 0 leaves it out (default: ${DEFAULT-VALUE}).")
  private int ranks = 2;

  @Option(names = "--launcher", paramLabel = "MPIEXEC",
      description = "Starts the ranks as processes with this command, such as mpiexec. Without it they are threads of this program.")
  private String launcher;

  @Option(names = "--kilobytes", paramLabel = "N",
      description = "Memory of a road in the versions for the cache; 0 leaves them out (default: ${DEFAULT-VALUE}).")
  private int kilobytes = 256;

  @Option(names = {"-o", "--picture"}, paramLabel = "FILE", description = "Where to write the picture (default: ${DEFAULT-VALUE}).")
  private Path picture = Path.of("traffic.png");

  @Option(names = "--result", paramLabel = "FILE", hidden = true,
      description = "Where rank 0 leaves its moves and nanoseconds; nothing else runs then.")
  private Path result;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  private Setting setting;
  private Run loops;
  private boolean agreed = true;

  /** Made by the command line. */
  public Traffic() {}

  @Override
  public Integer call() {
    setting = new Setting(cells, steps, density, seed);
    if (threads < 1 || ranks < 0) {
      throw new IllegalArgumentException(threads + " threads and " + ranks + " ranks; there must be at least 1 thread and 0 ranks");
    }
    if (kilobytes < 0 || kilobytes > 16_384) {
      throw new IllegalArgumentException("roads of " + kilobytes + " kilobytes; there must be 0 to 16384");
    }
    try (var mpi = Mpi.init()) {
      return mpi.world().size() > 1 || result != null ? asRank(mpi) : compare();
    }
  }

  /** The whole comparison, in a process of its own. */
  private int compare() {
    var out = spec.commandLine().getOut();
    header(out);
    report(out, "loops", this::timeLoops);
    report(out, "arrays, 1 thread", () -> arrays(1));
    if (threads > 1) {
      report(out, "arrays, " + threads + " threads", () -> arrays(threads));
    }
    if (ranks > 0) {
      var where = launcher == null ? "threads" : launcher;
      report(out, "arrays, " + ranks + " ranks, " + where, launcher == null ? this::localRanks : this::processes);
    }
    if (kilobytes > 0) {
      out.println();
      agreed &= new InCache(out, kilobytes << 10, density, seed).compare(threads);
    }
    SpaceTime.write(picture, density, seed);
    out.println();
    out.println("The picture of a short road: " + picture.toAbsolutePath().normalize());
    return close(out);
  }

  /** This process is one rank of several. */
  private int asRank(Mpi mpi) {
    var world = mpi.world();
    var run = rank(world);
    if (world.rank() != 0) {
      return 0;
    }
    if (result != null) {
      Npy.save(result, Nd.array(concat(run)));
      return 0;
    }
    var out = spec.commandLine().getOut();
    header(out);
    report(out, "loops", this::timeLoops);
    report(out, "arrays, " + world.size() + " ranks", () -> run);
    out.println("The ranks talked through " + mpi.provider() + ".");
    return close(out);
  }

  private int close(PrintWriter out) {
    out.println(agreed ? "All versions moved the same number of cars in every step."
        : "The versions differ: this is an error in the library.");
    out.flush();
    return agreed ? 0 : 1;
  }

  private void header(PrintWriter out) {
    out.println(Ansi.AUTO.string("@|bold A ring road of %,d cells with %,d cars, %d steps|@".formatted(cells, setting.cars(), steps)));
    out.println();
    out.println(Ansi.AUTO.string("@|bold,cyan %-40s %16s %10s %7s|@".formatted("version", "average velocity", "MCOP/s", "ratio")));
    out.flush();
  }

  private void report(PrintWriter out, String version, Supplier<Run> work) {
    var run = work.get();
    loops = loops == null ? run : loops;
    agreed &= Arrays.equals(run.moved(), loops.moved());
    double mcops = run.mcops(setting);
    out.printf("%-40s %16.12f %,10.0f %7.2f%n", version, run.velocity(setting), mcops, mcops / loops.mcops(setting));
    out.flush();
  }

  /** A few steps, repeated until every loop is compiled. */
  private Setting warmUp() {
    return new Setting(cells, Math.min(steps, 10), density, seed);
  }

  private Run timeLoops() {
    return warm(LoopRoad::run);
  }

  private Run arrays(int limit) {
    return limited(limit, () -> warm(ArrayRoad::run));
  }

  private Run warm(Function<Setting, Run> version) {
    var warmUp = new WarmUp();
    Run run;
    do {
      run = version.apply(warmUp());
    } while (!warmUp.isOver(run));
    return version.apply(setting);
  }

  /** What each rank does, on one thread; all of them get the result for the whole road. */
  private Run rank(Communicator world) {
    return limited(1, () -> {
      var warmUp = new WarmUp();
      var over = Nd.zeros(DType.bool, 1);
      while (!over.getBoolean(0)) {
        over.assign(warmUp.isOver(RankRoad.run(world, warmUp())));
        world.bcast(over, 0); // all ranks make as many runs as the first
      }
      return RankRoad.run(world, setting);
    });
  }

  private Run localRanks() {
    var first = new AtomicReference<Run>();
    Mpi.local(ranks, world -> {
      var run = rank(world);
      if (world.rank() == 0) {
        first.set(run);
      }
    });
    return first.get();
  }

  private Run processes() {
    try {
      var file = Files.createTempFile("traffic", ".npy");
      try {
        Launch.processes(launcher, ranks, List.of("traffic", "--cells", "" + cells, "--steps", "" + steps, "--density", "" + density,
            "--seed", "" + seed, "--result", file.toString()));
        long[] values = Npy.load(file).toLongArray();
        return new Run(Arrays.copyOf(values, steps), values[steps]);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("try") // the limit holds until it is closed
  static <T> T limited(int threads, Supplier<T> work) {
    try (var limit = Threads.limit(threads)) {
      return work.get();
    }
  }

  private static long[] concat(Run run) {
    var values = Arrays.copyOf(run.moved(), run.moved().length + 1);
    values[run.moved().length] = run.nanos();
    return values;
  }
}
