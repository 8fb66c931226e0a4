package orthant.ufunc.compile;

/** A loop over Java arrays of 4 and 8 byte elements. */
@FunctionalInterface
public interface Block {
  /**
   * Runs the loop.
   *
   * @param arrays an array for each operand, inputs first, then outputs
   * @param n how many elements
   */
  void run(Object[] arrays, int n);
}
