package orthant.ufunc.sort;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import orthant.DType;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.memory.Raw;
import orthant.ufunc.compile.Rehearsals;

/**
 * Sorts with the reference at first, and with vectors when these are warm: after some work a background thread rehearses the
 * vector sorter until it beats the reference. Nobody can see the change: both give the same bits.
 */
public final class WarmingSorter implements Sorter {
  /** Elements after which vectors are worth making. */
  private static final long ENOUGH = 20_000;

  /** So many times more of them are worth the next try after one that was given up: the networks take the compiler seconds, if it is free. */
  private static final long RETRY = 10;

  /** A call counts as this many elements at least, so that many small calls bring the vectors as well. */
  private static final long CALL = 100;

  private final Part narrow = new Part(List.of(DType.int32, DType.float32, DType.uint16, DType.uint32, DType.float16),
      List.of(DType.uint16, DType.float16));

  private final Part wide = new Part(List.of(DType.int64, DType.float64, DType.uint64, DType.complex64),
      List.of(DType.int64, DType.float64, DType.uint64, DType.complex64, DType.float32));

  /** For the service loader. */
  public WarmingSorter() {}

  @Override
  public String name() {
    return "compiled";
  }

  @Override
  public int priority() {
    return 20;
  }

  @Override
  public void sort(DType type, long address, long rows, long n) {
    part(type).sorter(rows, n).sort(type, address, rows, n);
  }

  @Override
  public void partition(DType type, long address, long rows, long n, long[] positions) {
    part(type).sorter(rows, n).partition(type, address, rows, n, positions);
  }

  @Override
  public void argsort(DType type, long address, long rows, long n, long positions) {
    order(type).sorter(rows, n).argsort(type, address, rows, n, positions);
  }

  @Override
  public void argpartition(DType type, long address, long rows, long n, long k, long positions) {
    order(type).sorter(rows, n).argpartition(type, address, rows, n, k, positions);
  }

  @Override
  public void search(DType type, long address, long n, long values, long count, boolean right, long positions) {
    Search.of(type, address, n, values, count, right, positions);
  }

  private Part part(DType type) {
    return type.size() <= 4 ? narrow : wide;
  }

  /** Positions are mostly sorted as longs, whatever the keys are. */
  private Part order(DType type) {
    return type.size() == 2 ? narrow : wide;
  }

  /** What sorts keys of one width; the two warm up by themselves, since each has networks of its own. */
  private static final class Part {
    private static final int[] SIZES = {VectorSorter.SHORT, 60, 100, 250, 1000};
    private static final int LARGE = 40_000;
    private static final int REPETITIONS = 20;

    private final AtomicLong work = new AtomicLong();
    private final List<DType> sorted;
    private final List<DType> ordered;
    private boolean warming = VectorSorter.isThere();
    private volatile long enough = ENOUGH;
    private Sorter current = new ReferenceSorter();

    Part(List<DType> sorted, List<DType> ordered) {
      this.sorted = sorted;
      this.ordered = ordered;
    }

    Sorter sorter(long rows, long n) {
      if (warming) {
        long more = Math.max(rows * n, CALL);
        long before = work.getAndAdd(more);
        if (before < enough && before + more >= enough) {
          Rehearsals.later(new Trial());
        }
      }
      return current;
    }

    private final class Trial implements Rehearsals.Play {
      private final VectorSorter vector = new VectorSorter();
      private Stage stage;
      private int repetition;
      private int length;
      private int round;
      private int wins;

      @Override
      public long work() {
        return work.get();
      }

      @Override
      public Rehearsals.Outcome turn(long nanos) {
        long end = System.nanoTime() + nanos;
        if (stage == null) {
          stage = Stage.of(Arena.ofAuto());
        }
        do {
          play(SIZES[length]);
          repetition = (repetition + 1) % REPETITIONS;
          length = repetition > 0 ? length : (length + 1) % SIZES.length;
          if (repetition == 0 && length == 0) {
            round++;
            if (round > 10 && round % 5 == 0) {
              wins = wins() ? wins + 1 : 0;
              if (wins == 3) {
                current = vector;
                warming = false;
                return Rehearsals.Outcome.WON;
              }
              return wins == 0 ? Rehearsals.Outcome.LOST : Rehearsals.Outcome.ON;
            }
          }
        } while (System.nanoTime() < end);
        return Rehearsals.Outcome.ON;
      }

      private void play(int n) {
        stage.fill(n, round + repetition);
        for (var sorter : List.of(vector, current)) {
          sorted.forEach(type -> stage.play(sorter, type, n));
          ordered.forEach(type -> stage.order(sorter, type, n));
        }
      }

      private boolean wins() {
        stage.fill(LARGE, round);
        long large = stage.play(vector, sorted.get(0), LARGE) - stage.play(current, sorted.get(0), LARGE);
        stage.fill(1000, 0);
        long few = stage.best(vector, sorted.get(1)) - stage.best(current, sorted.get(1));
        return large < 0 && few < 0;
      }

      @Override
      public void giveUp() {
        // What was done meanwhile does not count, or the next try might be due already.
        work.set(0);
        enough *= RETRY;
      }
    }
  }

  /** Memory to rehearse on. */
  private record Stage(Arena memory, long from, long to, long order) {
    static Stage of(Arena arena) {
      return new Stage(arena, arena.allocate(Part.LARGE * 16L, 64).address(), arena.allocate(Part.LARGE * 16L, 64).address(),
          arena.allocate(Part.LARGE * 8L, 64).address());
    }

    /** Numbers, rising numbers or few different ones. */
    void fill(int n, int seed) {
      var random = new SplittableRandom(seed);
      for (int i = 0; i < 2 * n; i++) {
        int rare = seed % 9 == 1 ? 3 : Integer.MAX_VALUE;
        Raw.setDouble(from + i * 8L, seed % 9 == 2 ? i : rare == 3 ? random.nextInt(3) : random.nextDouble(-1, 1));
      }
    }

    /** Does everything once; the nanoseconds that sorting took. */
    long play(Sorter sorter, DType type, int n) {
      Raw.copy(from, to, (long) n * type.size());
      sorter.partition(type, to, 1, n, new long[] {n / 2});
      Raw.copy(from, to, (long) n * type.size());
      long begin = System.nanoTime();
      sorter.sort(type, to, 1, n);
      return System.nanoTime() - begin;
    }

    void order(Sorter sorter, DType type, int n) {
      sorter.argpartition(type, from, 1, n, n / 3, order);
      sorter.argsort(type, from, 1, n, order);
    }

    long best(Sorter sorter, DType type) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 10; i++) {
        best = Math.min(best, play(sorter, type, 1000));
      }
      return best;
    }
  }
}
