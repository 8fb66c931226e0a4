package orthant.kernel;

import orthant.DType;

/** How an operand of a loop moves from one element to the next: what a kernel is specialised for. */
public enum Step {
  /** Elements lie side by side. */
  UNIT,
  /** All are the same element. */
  FIXED,
  /** Every second element. */
  TWO,
  /** Every third element. */
  THREE,
  /** Every fourth element. */
  FOUR,
  /** Elements lie side by side and are walked from the last to the first. */
  BACK,
  /** Any stride. */
  ANY,
  /** Real parts of complex numbers that lie side by side; the next operand has their imaginary parts. */
  REAL,
  /** The imaginary parts that belong to the operand before. */
  IMAGINARY;

  /** The number of steps that an operand, or a pair of real and imaginary parts, can take. */
  public static final int COUNT = ANY.ordinal() + 1;

  /**
   * The step of the elements of a type in memory; truth values, which vectors load in another way, have only the first two and any.
   *
   * @param stride bytes from one element to the next
   * @param type the type of the elements, not complex
   * @return its class
   */
  public static Step of(long stride, DType type) {
    Step step = of(stride, type.size());
    return type.isBool() && step != UNIT && step != FIXED ? ANY : step;
  }

  /**
   * The step of a stride.
   *
   * @param stride bytes from one element to the next
   * @param itemSize bytes of an element
   * @return its class
   */
  public static Step of(long stride, int itemSize) {
    if (stride == itemSize) {
      return UNIT;
    }
    if (stride == 0) {
      return FIXED;
    }
    return stride == 2L * itemSize ? TWO : stride == 3L * itemSize ? THREE : stride == 4L * itemSize ? FOUR : stride == -itemSize ? BACK : ANY;
  }

  /**
   * How far apart elements are.
   *
   * @return elements from one to the next: 1 to 4, 0 for {@link #FIXED}, -1 for {@link #BACK}, and for {@link #ANY}, of which it is not known
   */
  public int elements() {
    return switch (this) {
      case UNIT -> 1;
      case FIXED -> 0;
      case TWO, REAL, IMAGINARY -> 2;
      case THREE -> 3;
      case FOUR -> 4;
      case BACK, ANY -> -1;
    };
  }
}
