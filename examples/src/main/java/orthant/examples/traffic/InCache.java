package orthant.examples.traffic;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;

/**
 * The fastest versions, on roads that stay in the cache, beside plain Python. Each road has as many cells as fit the same
 * memory, so that what differs is the work on it; two threads get eight times as much, since less is not worth waking one.
 */
final class InCache {
  /** How many times the memory more than one thread shares. */
  private static final int SHARED = 8;

  private static final int LOOP_STEPS = 10;
  private static final int CHECKED_STEPS = 20;
  private static final int ARRAY_STEPS = 400;
  private static final int FUSED_STEPS = 4000;

  private final PrintWriter out;
  private final int bytes;
  private final double density;
  private final long seed;
  private double python = Double.NaN;
  private boolean agreed = true;

  /** The comparison, on roads of so many bytes. */
  InCache(PrintWriter out, int bytes, double density, long seed) {
    this.out = out;
    this.bytes = bytes;
    this.density = density;
    this.seed = seed;
  }

  /** Runs all versions; true if all of them moved the same cars. */
  boolean compare(int threads) {
    out.println(Ansi.AUTO.string("@|bold Roads in the cache|@: two arrays of %,d KiB or less, with more threads of %,d KiB"
        .formatted(bytes >> 10, bytes * SHARED >> 10)));
    out.println("Loops and arrays count the moves in every step, fused versions in one of " + FusedRoad.COUNT_EVERY + ".");
    out.println();
    out.println(Ansi.AUTO.string("@|bold,cyan %-40s %14s %12s %12s|@".formatted("version", "cells", "MCOP/s", "x Python")));
    out.flush();
    var loop = new Setting(bytes, LOOP_STEPS, density, seed);
    var java = LoopRoad.run(loop);
    PythonRoad.run(loop).ifPresent(run -> {
      agreed &= Arrays.equals(run.moved(), java.moved());
      python = run.mcops(loop);
      report("plain Python, loop", loop, run);
    });
    time("Java, loop", LoopRoad::run, new Setting(bytes, ARRAY_STEPS, density, seed));
    time("arrays, bool", ArrayRoad::run, new Setting(bytes, ARRAY_STEPS, density, seed));
    for (int n : threads > 1 ? new int[] {1, threads} : new int[] {1}) {
      int size = n > 1 ? bytes * SHARED : bytes;
      fused("fused, bytes, " + text(n), n, size, ByteRoad::new);
      fused("fused, 64 cells in a word, " + text(n), n, size * Byte.SIZE, PackedRoad::new);
      fused("fused, 64 stretches in a word, " + text(n), n, size * Byte.SIZE, StripedRoad::new);
    }
    return agreed;
  }

  private static String text(int threads) {
    return threads + (threads == 1 ? " thread" : " threads");
  }

  private void fused(String version, int threads, int cells, Function<boolean[], FusedRoad> road) {
    Traffic.limited(threads, () -> {
      var start = new Setting(cells, 1, density, seed).start();
      agreed &= agrees(start, road.apply(start));
      var timed = road.apply(start);
      time(version, s -> timed.run(s.steps()), new Setting(cells, FUSED_STEPS, density, seed));
      return null;
    });
  }

  /** Whether some steps put the cars where the loop does. */
  private static boolean agrees(boolean[] start, FusedRoad road) {
    var cells = start;
    long moved = 0;
    long counted = 0;
    for (int step = 0; step < CHECKED_STEPS; step++) {
      var next = new boolean[cells.length];
      counted += road.moving();
      moved += LoopRoad.step(cells, next);
      road.step();
      cells = next;
    }
    return moved == counted && Arrays.equals(cells, road.cells());
  }

  private void time(String version, Function<Setting, Run> work, Setting setting) {
    var warmUp = new WarmUp();
    while (!warmUp.isOver(work.apply(setting))) { }
    report(version, setting, work.apply(setting));
  }

  private void report(String version, Setting setting, Run run) {
    double mcops = run.mcops(setting);
    var ratio = Double.isNaN(python) ? "" : String.format("%,.0f", mcops / python);
    out.printf("%-40s %,14d %,12.0f %12s%n", version, setting.cells(), mcops, ratio);
    out.flush();
  }
}
