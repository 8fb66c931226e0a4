package orthant.kernel;

/** How an operand of a loop moves from one element to the next: what a kernel is specialised for. */
public enum Step {
  /** Elements lie side by side. */
  UNIT,
  /** All are the same element. */
  FIXED,
  /** Any stride. */
  ANY;

  /**
   * The step of a stride.
   *
   * @param stride bytes from one element to the next
   * @param itemSize bytes of an element
   * @return its class
   */
  public static Step of(long stride, int itemSize) {
    return stride == itemSize ? UNIT : stride == 0 ? FIXED : ANY;
  }
}
