package orthant.examples.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import orthant.NDArray;
import orthant.Scope;
import orthant.ufunc.Kernels;

/**
 * Times calls: warms up until they are steady, then takes the best of rounds. On a machine that others use too the best is
 * what repeats from run to run; the median measures the neighbours.
 */
final class Stopwatch {
  /** Every result is stored here, so that none can be left out. */
  private static NDArray sink;

  private static final CompilationMXBean JIT = ManagementFactory.getCompilationMXBean();

  /** Bytes of results after which memory comes from the pool: results of a new size take fresh memory until the first collection. */
  private static final long MADE = 400L << 20;

  /** Results after which it does too: small ones share the memory of others. */
  private static final long MANY = 20_000;

  private final long batchNanos;
  private final long warmNanos;
  private final int rounds;

  private Stopwatch(long batchNanos, long warmNanos, int rounds) {
    this.batchNanos = batchNanos;
    this.warmNanos = warmNanos;
    this.rounds = rounds;
  }

  /** Takes a second or so for a case. */
  static Stopwatch careful() {
    return new Stopwatch(12_000_000, 300_000_000, 15);
  }

  /** Takes a fraction of a second for a case: many short rounds, of which some are free of the neighbours. */
  static Stopwatch quick() {
    return new Stopwatch(4_000_000, 300_000_000, 21);
  }

  /** One side of a comparison: repeats its work and tells the nanoseconds; results are garbage after that. */
  static LongUnaryOperator loop(Supplier<NDArray> work) {
    return count -> {
      long begin = System.nanoTime();
      for (long i = 0; i < count; i++) {
        sink = work.get();
      }
      return System.nanoTime() - begin;
    };
  }

  /** The same, with each result released before the next is made, as NumPy releases what nothing refers to any more. */
  @SuppressWarnings("try") // the scope releases when it ends
  static LongUnaryOperator scopedLoop(Supplier<NDArray> work) {
    return count -> {
      long begin = System.nanoTime();
      for (long i = 0; i < count; i++) {
        try (var scope = Scope.open()) {
          sink = work.get();
        }
      }
      return System.nanoTime() - begin;
    };
  }

  /**
   * Measures the sides in turns.
   *
   * @param sides what to compare, warmed up already
   * @return the nanoseconds a call of each side, in its best round
   */
  double[] compare(LongUnaryOperator... sides) {
    var counts = Arrays.stream(sides).mapToLong(this::count).toArray();
    var times = new double[sides.length][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < sides.length; turn++) {
        int side = (turn + round) % sides.length; // nobody is always first
        sides[side].applyAsLong(1); // brings back to the caches what the other side has displaced
        times[side][round] = (double) sides[side].applyAsLong(counts[side]) / counts[side];
      }
    }
    return Arrays.stream(times).mapToDouble(round -> Arrays.stream(round).min().orElseThrow()).toArray();
  }

  /** Repeats until the loops behind the work have their final form, and that has come to rest. */
  void warm(LongUnaryOperator side) {
    settle(side);
    if (!Kernels.awaitWarm(Duration.ofMillis(1))) {
      Kernels.awaitWarm(Duration.ofSeconds(60)); // kernels of earlier cases may be in the queue
      settle(side);
    }
    if (awaitCompiler(Duration.ofSeconds(60))) {
      settle(side);
    }
  }

  /** Waits while methods of this or an earlier case are being compiled: until then their loops are interpreted. True if it had to wait. */
  private static boolean awaitCompiler(Duration most) {
    long begin = System.nanoTime();
    boolean waited = false;
    while (isCompiling() && System.nanoTime() - begin < most.toNanos()) {
      waited = true;
      LockSupport.parkNanos(20_000_000);
    }
    return waited;
  }

  private static boolean isCompiling() {
    try {
      var text = (String) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "compilerQueue", new Object[0], new String[0]);
      return text.lines().anyMatch(line -> line.contains("::"));
    } catch (JMException thisMachineCannotTell) {
      return false;
    }
  }

  /** Repeats until compiled code has come to rest: for five batches none was much faster, and the compiler was idle. */
  private void settle(LongUnaryOperator side) {
    long begin = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    long known = 0;
    int since = 0;
    long count = 1;
    long made = 0;
    long calls = 0;
    while (true) {
      long took = side.applyAsLong(count);
      double each = (double) took / count;
      long compiled = JIT.getTotalCompilationTime();
      since = each < 0.95 * best || compiled > known + 1 ? 0 : since + 1;
      known = compiled;
      best = Math.min(best, each);
      long spent = System.nanoTime() - begin;
      made += sink == null ? 0 : count * sink.size() * sink.dtype().size();
      calls += count;
      boolean steady = spent > warmNanos && since >= 5 && (made > MADE || calls > MANY);
      if (steady || spent > 12 * warmNanos) {
        return;
      }
      if (took < warmNanos / 20) {
        count *= 2;
      }
    }
  }

  private long count(LongUnaryOperator side) {
    long count = 1;
    while (true) {
      long took = side.applyAsLong(count);
      if (took >= batchNanos / 2) {
        return Math.max(3, Math.round((double) batchNanos * count / took));
      }
      count *= took < batchNanos / 20 ? 10 : 2;
    }
  }
}
