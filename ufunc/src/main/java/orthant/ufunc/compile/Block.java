package orthant.ufunc.compile;

/** A loop over arrays of float and int. */
@FunctionalInterface
interface Block {
  /**
   * Runs the loop.
   *
   * @param arrays an array for each operand, inputs first, then outputs
   * @param n how many elements
   */
  void run(Object[] arrays, int n);
}
