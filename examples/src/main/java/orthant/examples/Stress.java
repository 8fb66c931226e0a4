package orthant.examples;

import static orthant.Nd.full;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import orthant.DType;
import orthant.MemoryReport;
import orthant.NDArray;
import orthant.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Many threads make arrays, lend them to each other, look at them through views, and release them while others do so. Every
 * element of an array is the same number, so that memory that was lent twice shows.
 */
@Command(name = "stress", description = "Threads that make, share and release arrays, and check every element.")
public final class Stress implements Callable<Integer> {
  private static final DType[] TYPES = DType.values();
  private static final int SHARED = 64;

  @Spec private CommandSpec spec;

  @Option(names = {"-m", "--minutes"}, paramLabel = "M", description = "How long (default: ${DEFAULT-VALUE}).")
  private double minutes = 0.25;

  @Option(names = {"-t", "--threads"}, paramLabel = "N", description = "How many threads, half of them virtual (default: ${DEFAULT-VALUE}).")
  private int threads = 8;

  @Option(names = "--seed", paramLabel = "S", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** An array that others may use, all of whose elements are the same. */
  private record Shared(NDArray array, long mark, boolean scoped) {}

  private final AtomicReferenceArray<Shared> table = new AtomicReferenceArray<>(SHARED);
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private final LongAdder arrays = new LongAdder();
  private final LongAdder operations = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private long end;

  /** Made by the command line. */
  public Stress() {}

  @Override
  public Integer call() throws Exception {
    if (threads < 1 || !(minutes > 0 && minutes < 1e6)) {
      throw new IllegalArgumentException(threads + " threads for " + minutes + " minutes; both must be positive");
    }
    var out = spec.commandLine().getOut();
    end = System.nanoTime() + (long) (minutes * 60e9);
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      var random = new SplittableRandom(seed + i);
      workers.add((i % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual()).start(() -> work(random)));
    }
    long next = System.nanoTime();
    for (var worker : workers) {
      while (!worker.join(Duration.ofMillis(200))) {
        if (System.nanoTime() >= next) {
          next += 60_000_000_000L;
          tell(out);
        }
      }
    }
    tell(out);
    if (wrong.get() != null) {
      throw new IllegalStateException("a thread met " + wrong.get(), wrong.get());
    }
    return 0;
  }

  private void tell(PrintWriter out) throws IOException {
    var memory = MemoryReport.now();
    out.printf("%,d operations, %,d arrays made, %,d uses after release refused, %d wrong; live %d MB, pooled %d MB, peak RSS %d MB%n",
        operations.sum(), arrays.sum(), refused.sum(), wrong.get() == null ? 0 : 1, memory.live() >> 20, memory.pooled() >> 20, peakMegabytes());
    out.flush();
  }

  /** The most memory that was resident so far, or 0 where there is no /proc. */
  private static long peakMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines.filter(l -> l.startsWith("VmHWM:")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
    }
  }

  private void work(SplittableRandom random) {
    try {
      while (System.nanoTime() < end && wrong.get() == null) {
        switch (random.nextInt(8)) {
          case 0 -> share(make(random, false), random);
          case 1, 2 -> inScope(random, 0);
          case 3 -> table.set(random.nextInt(SHARED), null);
          case 4 -> addTwo(random);
          default -> use(table.get(random.nextInt(SHARED)), random);
        }
      }
    } catch (Throwable e) {
      wrong.compareAndSet(null, e);
    }
  }

  private Shared make(SplittableRandom random, boolean scoped) {
    var type = TYPES[random.nextInt(TYPES.length)];
    long n = 1L << random.nextInt(18);
    n += random.nextLong(n);
    long mark = type == DType.bool ? 1 : 1 + random.nextInt(60);
    arrays.increment();
    return new Shared(full(type, mark, n), mark, scoped);
  }

  private void share(Shared item, SplittableRandom random) {
    table.set(random.nextInt(SHARED), item);
  }

  /** Makes arrays, lends some of them, keeps one, and lets go of all others while somebody may be using them. */
  private void inScope(SplittableRandom random, int depth) {
    var mine = new ArrayList<Shared>();
    Shared kept;
    try (var scope = Scope.open()) {
      for (int i = random.nextInt(6); i >= 0; i--) {
        var item = make(random, true);
        mine.add(item);
        share(item, random);
      }
      var last = mine.removeLast();
      kept = new Shared(scope.keep(last.array()), last.mark(), depth > 0);
      if (depth < 2 && random.nextInt(3) == 0) {
        inScope(random, depth + 1);
      }
      mine.forEach(item -> insist(item.array(), item.mark(), random));
      use(table.get(random.nextInt(SHARED)), random);
    }
    if (depth == 0) {
      insist(kept.array(), kept.mark(), random);
      share(kept, random);
    }
    for (var item : mine) {
      try {
        insist(item.array(), item.mark(), random);
      } catch (IllegalStateException e) {
        refused.increment();
        continue;
      }
      throw new AssertionError("an array was used after its scope was closed");
    }
  }

  private void use(Shared item, SplittableRandom random) {
    if (item != null) {
      guarded(item.scoped(), () -> insist(item.array(), item.mark(), random));
    }
  }

  private void addTwo(SplittableRandom random) {
    var a = table.get(random.nextInt(SHARED));
    var b = table.get(random.nextInt(SHARED));
    if (a != null && b != null && a.array().dtype() != DType.bool && b.array().dtype() != DType.bool) {
      guarded(a.scoped() || b.scoped(), () -> {
        long n = Math.min(a.array().size(), b.array().size());
        var sum = a.array().get(":" + n).add(b.array().get(":" + n));
        arrays.increment();
        insist(sum, a.mark() + b.mark(), random);
      });
    }
  }

  /** Runs a use that may meet a scope that another thread has closed. */
  private void guarded(boolean scoped, Runnable use) {
    try {
      use.run();
    } catch (IllegalStateException e) {
      if (!scoped) {
        throw e;
      }
      refused.increment();
    }
  }

  /** Looks at all elements, through a view or not. */
  private void insist(NDArray array, long mark, SplittableRandom random) {
    var view = switch (random.nextInt(4)) {
      case 0 -> array.get("::-1");
      case 1 -> array.get("::3").reshape(1, -1).transpose();
      case 2 -> array.reshape(-1, 1);
      default -> array;
    };
    operations.add(2);
    if (view.notEqual(mark).any().getBoolean()) {
      throw new AssertionError("an array of " + mark + " holds " + view);
    }
  }
}
