package orthant.examples.traffic;

/** Tells when a version has come to its full speed: loops are compiled in the background while it runs. */
final class WarmUp {
  private static final long AT_LEAST = 1_000_000_000;
  private static final long AT_MOST = 8_000_000_000L;

  private final long begin = System.nanoTime();
  private double best = Double.POSITIVE_INFINITY;
  private long bestSince = begin;

  /** Takes note of a run; true once no run was much faster than those before it for a second. */
  boolean isOver(Run run) {
    long now = System.nanoTime();
    double each = (double) run.nanos() / run.moved().length;
    if (each < 0.9 * best) {
      best = each;
      bestSince = now;
    }
    return now - bestSince > AT_LEAST || now - begin > AT_MOST;
  }
}
