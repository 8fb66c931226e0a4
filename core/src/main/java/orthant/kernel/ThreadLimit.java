package orthant.kernel;

/**
 * How many threads the work of a thread may use: set by users through orthant.parallel, read by whoever runs something on
 * several threads, a BLAS library included.
 *
 * <p>Limits belong to the thread that opens them, and nest; an inner one can only lower the number. So a library that
 * asks for four threads does not undo the one thread that its caller asked for.
 */
public final class ThreadLimit {
  /** What a fork-join pool can hold. */
  private static final int MOST = 32767;

  private static final ThreadLocal<ThreadLimit> INNERMOST = new ThreadLocal<>();
  /** 0 until it is asked for: a wrong property is then an exception of the call, not of loading a class. */
  private static volatile int max;

  private final ThreadLimit outer;
  private final Thread owner = Thread.currentThread();
  private final int asked;
  private final int count;
  private boolean open = true;

  private ThreadLimit(ThreadLimit outer, int asked) {
    this.outer = outer;
    this.asked = asked;
    this.count = Math.min(asked, outer == null ? max() : outer.count);
  }

  /**
   * The number without any limit: the property {@code orthant.threads}, else the processors that this VM may use.
   *
   * @return at least 1
   * @throws IllegalArgumentException if the property is not a whole number from 1 to 32767
   */
  public static int max() {
    int known = max;
    if (known == 0) {
      known = parse(System.getProperty("orthant.threads"));
      max = known;
    }
    return known;
  }

  /**
   * Reads the property.
   *
   * @param property its text, or null
   * @return the number of threads
   * @throws IllegalArgumentException if it is not a whole number from 1 to 32767
   */
  static int parse(String property) {
    if (property == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int count = Integer.parseInt(property.strip());
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new IllegalArgumentException(
        "-Dorthant.threads=" + property + " is not a number of threads; it must be a whole number from 1 to " + MOST);
  }

  /**
   * The number for work that the calling thread starts now.
   *
   * @return at least 1
   */
  public static int count() {
    ThreadLimit innermost = INNERMOST.get();
    return innermost == null ? max() : innermost.count;
  }

  /**
   * Lowers the number for the calling thread.
   *
   * @param count the most threads its work may use, its own included
   * @return what ends it
   * @throws IllegalArgumentException if the count is not positive
   */
  public static ThreadLimit open(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a limit of " + count + " threads; it must be at least 1, the calling thread");
    }
    ThreadLimit limit = new ThreadLimit(INNERMOST.get(), count);
    INNERMOST.set(limit);
    return limit;
  }

  /**
   * Ends it: the limit around it is in force again. Does nothing the second time.
   *
   * @throws IllegalStateException if another thread opened it, or a limit inside it is still open; nothing changes then
   */
  public void close() {
    if (!open) {
      return;
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("the limit of " + asked + " threads was opened by " + owner + " and cannot be closed by "
          + Thread.currentThread() + "; a limit belongs to the thread that opened it");
    }
    ThreadLimit innermost = INNERMOST.get();
    if (innermost != this) {
      throw new IllegalStateException("the limit of " + asked + " threads was closed before the limit of " + innermost.asked
          + " threads inside it; limits must be closed in the reverse order, as try-with-resources does");
    }
    open = false;
    if (outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outer);
    }
  }
}
