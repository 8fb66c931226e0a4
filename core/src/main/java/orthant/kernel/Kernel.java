package orthant.kernel;

/**
 * A loop over memory. What it computes is fixed; where, is in the frame.
 *
 * <p>Frame of a <b>map</b> or <b>find</b> loop: {@code rows, cols}, then for every operand (inputs first, then the output)
 * {@code address, stride, rowStride} in bytes. A map stores a result for each element; a find stores, for each row, the
 * column of the first element for which the predicate holds, or -1, at {@code address + row * rowStride} as int64.
 *
 * <p>Frame of a <b>fold</b> loop: {@code outputs, address, stride, outputStride, outAddress, outStride, schedule, leaves,
 * scratch, n}, then for every further operand {@code address, stride, outputStride}: for each output, the n elements from
 * {@code address + output * outputStride} on, {@code stride} bytes apart, are combined in the order of the schedule; {@code scratch} has
 * room for the partial results.
 *
 * <p>Frame of a <b>select</b> loop: {@code masks, n, address, step, outAddress, outEnd, next}: of n elements, the first at the
 * address and the others {@code step} bytes apart, those whose mask (a byte) is not zero go side by side to the output, at most
 * until its end; where the next would go is stored at {@code next} as int64. A loop that lists positions takes the number of the first
 * element for the address, and for the elements their numbers, as int64.
 *
 * <p>Frame of a <b>turn</b> loop: {@code rows, columns, address, stride, outAddress, outStride}: element (r, c) lies r elements and c
 * strides from the address and goes c elements and r output strides from the output's; nothing overlaps.
 *
 * <p>Frame of a <b>scatter</b> loop: {@code count}, then for every operand {@code address, stride} in bytes, then count places:
 * bytes from the addresses of those operands that lie at places (their strides are not used), to the elements.
 * If it is indexed, {@code address, size} end the frame instead: that of count positions (int64, side by side), from 0 on, and of how many
 * elements, which lie side by side. Each position is checked when it is loaded; the loop may load some before it changes an element.
 *
 * <p>A kernel trusts its frame: whoever calls it has checked bounds and liveness. Rows are done in order, and within a
 * row every element is loaded before any later element is stored over it, so an output may be exactly an input.
 */
@FunctionalInterface
public interface Kernel {
  /**
   * The place of an operand's address, stride and stride between outputs in the frame of a fold loop.
   *
   * @param operand from 0
   * @return the index of the address
   */
  static int folded(int operand) {
    return operand == 0 ? 1 : 7 + 3 * operand;
  }

  /**
   * Runs the loop.
   *
   * @param frame the numbers above; not changed
   */
  void run(long[] frame);

  /**
   * How the loop goes at present, for people.
   *
   * @return {@code reference} if it is interpreted or plain Java, {@code scalar} if it is compiled for single elements, {@code vector}
   *     for vectors, or another word for another way
   */
  default String form() {
    return "reference";
  }
}
