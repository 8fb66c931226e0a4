package orthant.ufunc.compile;

/**
 * A map loop over vectors that stops where a function must be called for some elements. So it has no call among its vectors: around one, all
 * constants would leave their registers, also where it is never made.
 */
interface Stretch {
  /** What {@link #run} returns when all is done. */
  long DONE = -1;

  /** Bits for the lanes in what {@link #run} returns. */
  int LANES = 16;

  /**
   * Computes elements up to a vector in which some are rare, and of that vector the others.
   *
   * @param frame of a map kernel
   * @param nothing 1 if nothing of that vector is to be stored, else 0
   * @return where the vector begins (the row times the columns, plus the column) and, in the lowest bits, its rare lanes; or {@link #DONE}
   */
  long run(long[] frame, int nothing);
}
