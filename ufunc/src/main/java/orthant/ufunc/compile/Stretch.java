package orthant.ufunc.compile;

/**
 * A map loop over vectors that stops where a function must be called for some elements. So it has no call among its vectors: around one, all
 * constants would leave their registers, also where it is never made.
 */
interface Stretch {
  /** What {@link #run} returns when all is done. */
  long DONE = -1;

  /**
   * Computes elements up to a vector in which some are rare, and nothing of that vector.
   *
   * @param frame of a map kernel
   * @return where the vector begins (the row times the columns, plus the column), or {@link #DONE}
   */
  long run(long[] frame);
}
