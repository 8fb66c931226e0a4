package orthant.linalg.blas;

import java.lang.foreign.Arena;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import orthant.DType;

/** Runs new vector tiles on scratch memory, on a thread of its own, until the JIT has made them fast. */
final class TileWarmer {
  /** Sums longer than the interpreter needs to be noticed, short enough for it to finish. */
  private static final int K = 32;
  private static final int CALLS = 64;
  /** Compiled code needs well below one nanosecond for a vector, boxed lanes need tens. */
  private static final double FAST_NANOS = 4;
  /** On machines without the instructions a tile never gets fast; then the scalar one stays. */
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private static final ThreadPoolExecutor THREAD = thread();

  private TileWarmer() {}

  private static ThreadPoolExecutor thread() {
    var executor = new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
        task -> Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("orthant-tile-warmer").priority(Thread.MIN_PRIORITY)
            .unstarted(task));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * Warms a tile up.
   *
   * @param dtype the element type
   * @param lanes lanes of a vector
   * @param rows rows of the tile
   * @param vectors vectors in a row
   * @param masked whether the last one is masked
   * @param publish called with the tile once it is fast; never, if it does not get so
   */
  static void warm(DType dtype, int lanes, int rows, int vectors, boolean masked, Consumer<Tile> publish) {
    THREAD.execute(() -> {
      var tile = TileEmitter.emit(dtype, lanes, rows, vectors, masked);
      try (var arena = Arena.ofConfined()) {
        long row = (long) lanes * vectors * dtype.size();
        long a = arena.allocate((long) rows * K * dtype.size(), 64).address();
        long b = arena.allocate(row * K, 64).address();
        long c = arena.allocate(row * rows, 64).address();
        double fast = FAST_NANOS * K * CALLS * rows * vectors;
        long end = System.nanoTime() + PATIENCE_NANOS;
        int streak = 0;
        // Several fast rounds in a row: compiled, and not about to be thrown away for an untaken branch.
        while (streak < 8 && System.nanoTime() < end) {
          long start = System.nanoTime();
          for (int i = 0; i < CALLS; i++) {
            int tail = masked ? 1 + i % (lanes - 1) : 0;
            tile.run(i % 4 == 0 ? 1 : K, a, (long) K * dtype.size(), dtype.size(), b, row, c, row, tail, i % 2 == 1);
          }
          streak = System.nanoTime() - start < fast ? streak + 1 : 0;
        }
        if (streak == 8) {
          publish.accept(tile);
        }
      }
    });
  }
}
