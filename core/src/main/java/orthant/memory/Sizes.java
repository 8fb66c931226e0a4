package orthant.memory;

/** The sizes in which memory is lent: eight steps an octave, whole pages. */
final class Sizes {
  private static final long PAGE = 4096;
  /** More than any address space has. */
  static final long MAX = 1L << 56;

  private Sizes() {}

  /**
   * The size that serves a wish.
   *
   * @param bytes 1 to {@link #MAX}
   * @return the next size; at most an eighth and a page more
   */
  static long round(long bytes) {
    long step = Math.max(PAGE, Long.highestOneBit(bytes) >> 3);
    return (bytes + step - 1) & -step;
  }
}
