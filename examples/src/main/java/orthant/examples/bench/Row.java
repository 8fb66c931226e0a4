package orthant.examples.bench;

import java.util.Locale;

/**
 * One measured case.
 *
 * @param of what was measured
 * @param ours nanoseconds a call
 * @param numpy NumPy's nanoseconds a call; NaN if there is no NumPy or it was not asked
 * @param oneThread our nanoseconds a call on one thread; NaN if that was not asked
 * @param collected our nanoseconds a call if no scope releases the results; NaN if that was not asked
 */
record Row(Case of, double ours, double numpy, double oneThread, double collected) {
  /** How many times as fast as the other side; NaN if there is none. */
  double ratio() {
    return (of.oneThread() == null ? numpy : oneThread) / ours;
  }

  boolean isBelowAim() {
    return ratio() < of.aim();
  }

  /** One JSON object. */
  String json() {
    var text = String.format(Locale.ROOT,
        "{\"op\": \"%s\", \"dtype\": \"%s\", \"n\": %d, \"orthant_ns\": %s, \"numpy_ns\": %s, \"ratio\": %s",
        of.op(), of.dtype(), of.n(), number(ours), number(numpy), number(ratio()));
    return text + (of.oneThread() == null ? "" : ", \"one_thread_ns\": " + number(oneThread))
        + (Double.isNaN(collected) ? "" : ", \"without_scope_ns\": " + number(collected))
        + (of.aim() == 0 ? "}" : ", \"aim\": " + of.aim() + "}");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.1f", value);
  }
}
