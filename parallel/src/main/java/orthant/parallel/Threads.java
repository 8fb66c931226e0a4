package orthant.parallel;

import orthant.kernel.ThreadLimit;

/**
 * How many threads operations use.
 *
 * <pre>{@code
 * try (var _ = Threads.limit(1)) {
 *   y = x.exp();                     // in this thread alone
 * }
 * }</pre>
 *
 * <p>The number is the most that an operation may use, the calling thread included; one with little work uses fewer. It
 * changes how long a result takes, never the result.
 */
public final class Threads {
  private Threads() {}

  /**
   * Limits the threads of operations that the calling thread starts, until the limit is closed. Limits nest, and an inner
   * one can only lower the number: it never exceeds {@link #max()} or the limit around it. Other threads keep theirs.
   *
   * @param count the most threads an operation may use, the calling thread included
   * @return the limit, to be closed by the same thread
   * @throws IllegalArgumentException if the count is not positive
   */
  public static Limit limit(int count) {
    return new Limit(ThreadLimit.open(count));
  }

  /**
   * The most threads that an operation started now by the calling thread may use.
   *
   * @return at least 1
   * @throws IllegalArgumentException if the property {@code orthant.threads} is not a whole number from 1 to 32767
   */
  public static int count() {
    return ThreadLimit.count();
  }

  /**
   * The most threads that any operation may use: the system property {@code orthant.threads} as it was when first needed,
   * else the processors that this Java VM may use.
   *
   * @return at least 1
   * @throws IllegalArgumentException if the property is not a whole number from 1 to 32767
   */
  public static int max() {
    return ThreadLimit.max();
  }

  /** A limit in force. */
  public static final class Limit implements AutoCloseable {
    private final ThreadLimit limit;

    private Limit(ThreadLimit limit) {
      this.limit = limit;
    }

    /**
     * Ends the limit: the one around it is in force again. Closing again does nothing.
     *
     * @throws IllegalStateException if another thread opened this limit, or one inside it is still open; nothing changes
     *     then
     */
    @Override
    public void close() {
      limit.close();
    }
  }
}
