package orthant;

/** Functions that read and write elements at positions and under masks. */
abstract class NdPicking extends NdReductions {
  /**
   * Sub-arrays at some positions of an axis, in any order and as often as wanted.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @param bounds what becomes of positions outside
   * @return a copy, with the axes of {@code indices} in the place of the axis
   * @throws IndexOutOfBoundsException if the axis is outside, or a position is and {@code bounds} refuse it
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  public static NDArray take(NDArray a, NDArray indices, int axis, Bounds bounds) {
    return a.take(indices, axis, bounds);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  public static NDArray take(NDArray a, NDArray indices) {
    return a.take(indices);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param bounds what becomes of positions outside
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  public static NDArray take(NDArray a, NDArray indices, Bounds bounds) {
    return a.take(indices, bounds);
  }

  /**
   * One element along an axis for each position: what {@code argsort} or {@code argmax} found along the axis.
   *
   * @param a an array
   * @param indices integer positions, with as many axes as {@code a}; along the other axes both broadcast
   * @param axis the axis; negative ones count from the end
   * @return a copy, of the common shape
   * @throws IndexOutOfBoundsException if a position or the axis is outside
   * @throws IllegalArgumentException if {@code indices} are not integers or the shapes do not fit
   */
  public static NDArray takeAlongAxis(NDArray a, NDArray indices, int axis) {
    return a.takeAlongAxis(indices, axis);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param a an array
   * @param indices integer positions along one axis; negative ones count from the end
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers along one axis
   */
  public static NDArray takeAlongAxis(NDArray a, NDArray indices) {
    return a.takeAlongAxis(indices);
  }

  /**
   * Writes values at some positions among all elements, counted in C order; of several values for one position the last
   * one stays.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param values written one after the other, from the beginning again if there are less than positions; cast to the
   *     type of {@code a}
   * @return {@code a}
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray put(NDArray a, NDArray indices, NDArray values) {
    return a.put(indices, values);
  }

  /**
   * Writes values at some positions among all elements, counted in C order; of several values for one position the last
   * one stays.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param values written one after the other, from the beginning again if there are less than positions; cast to the
   *     type of {@code a}
   * @param bounds what becomes of positions outside
   * @return {@code a}
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray put(NDArray a, NDArray indices, NDArray values, Bounds bounds) {
    return a.put(indices, values, bounds);
  }

  /**
   * Writes a number at some positions among all elements, counted in C order.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param value the number, cast to the type of {@code a}
   * @return {@code a}
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray put(NDArray a, NDArray indices, double value) {
    return a.put(indices, value);
  }

  /**
   * Writes a number at some positions among all elements, counted in C order.
   *
   * @param a an array
   * @param indices integer positions; negative ones count from the end
   * @param value the number, cast to the type of {@code a}
   * @return {@code a}
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray put(NDArray a, NDArray indices, long value) {
    return a.put(indices, value);
  }

  /**
   * Writes one element along an axis for each position; the reverse of {@code takeAlongAxis}.
   *
   * @param a an array
   * @param indices integer positions, with as many axes as {@code a}; along the other axes both broadcast
   * @param values broadcasts to the common shape; cast to the type of {@code a}
   * @param axis the axis; negative ones count from the end
   * @return {@code a}
   * @throws IndexOutOfBoundsException if a position or the axis is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers or the shapes do not fit
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray putAlongAxis(NDArray a, NDArray indices, NDArray values, int axis) {
    return a.putAlongAxis(indices, values, axis);
  }

  /**
   * Writes values where a mask is true. Of values in another number than elements, repeated as often as needed, each
   * element gets the one at its own position in C order.
   *
   * @param a an array
   * @param mask as many truth values as {@code a} has elements; numbers are true where they are not zero
   * @param values cast to the type of {@code a}; none at all writes nothing
   * @return {@code a}
   * @throws IllegalArgumentException if the mask has another size
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray putmask(NDArray a, NDArray mask, NDArray values) {
    return a.putmask(mask, values);
  }

  /**
   * Writes values one after the other where a mask is true, from the beginning again where they end.
   *
   * @param a an array
   * @param mask as many truth values as {@code a} has elements; numbers are true where they are not zero
   * @param values cast to the type of {@code a}
   * @return {@code a}
   * @throws IllegalArgumentException if the mask has another size, or there is no value for a true element
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray place(NDArray a, NDArray mask, NDArray values) {
    return a.place(mask, values);
  }

  /**
   * Writes values on the diagonal on which the positions along all axes are equal.
   *
   * @param a an array
   * @param values written one after the other, from the beginning again where they end; cast to the type of {@code a}
   * @param wrap whether the diagonal of a matrix with more rows than columns begins anew, a row below its end
   * @return {@code a}
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray fillDiagonal(NDArray a, NDArray values, boolean wrap) {
    return a.fillDiagonal(values, wrap);
  }

  /**
   * Writes a number on the diagonal on which the positions along all axes are equal.
   *
   * @param a an array
   * @param value the number, cast to the type of {@code a}
   * @return {@code a}
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray fillDiagonal(NDArray a, double value) {
    return a.fillDiagonal(value);
  }

  /**
   * Writes a number on the diagonal on which the positions along all axes are equal.
   *
   * @param a an array
   * @param value the number, cast to the type of {@code a}
   * @return {@code a}
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if {@code a} is read-only
   */
  public static NDArray fillDiagonal(NDArray a, long value) {
    return a.fillDiagonal(value);
  }

  /**
   * Sub-arrays where a condition along an axis is true.
   *
   * @param condition truth values along one axis; numbers are true where they are not zero; may be shorter than the axis
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return a copy, with as many sub-arrays along the axis as are true
   * @throws IndexOutOfBoundsException if the axis is outside, or the condition is true beyond its end
   * @throws IllegalArgumentException if the condition has not exactly one axis
   */
  public static NDArray compress(NDArray condition, NDArray a, int axis) {
    return a.compress(condition, axis);
  }

  /**
   * Elements where a condition is true, counted in C order.
   *
   * @param condition truth values along one axis; numbers are true where they are not zero; may be shorter than {@code
   *     a}
   * @param a an array
   * @return a copy, with one axis
   * @throws IndexOutOfBoundsException if the condition is true beyond the last element
   * @throws IllegalArgumentException if the condition has not exactly one axis
   */
  public static NDArray compress(NDArray condition, NDArray a) {
    return a.compress(condition);
  }

  /**
   * Elements of some arrays: position by position that of the array which {@code a} names.
   *
   * @param a an array
   * @param choices the arrays; they and {@code a} are broadcast together
   * @return a new array of the common shape and the promoted type of the choices
   * @throws IndexOutOfBoundsException if {@code a} names an array that is not there
   * @throws IllegalArgumentException if {@code a} is not of integers, the shapes do not broadcast or there are no
   *     choices
   */
  public static NDArray choose(NDArray a, NDArray... choices) {
    return a.choose(choices);
  }

  /**
   * Elements of some arrays: position by position that of the array which {@code a} names.
   *
   * @param a an array
   * @param bounds what becomes of numbers without an array
   * @param choices the arrays; they and {@code a} are broadcast together
   * @return a new array of the common shape and the promoted type of the choices
   * @throws IndexOutOfBoundsException if {@code a} names an array that is not there and {@code bounds} refuse it
   * @throws IllegalArgumentException if {@code a} is not of integers, the shapes do not broadcast or there are no
   *     choices
   */
  public static NDArray choose(NDArray a, Bounds bounds, NDArray... choices) {
    return a.choose(bounds, choices);
  }

  /**
   * The positions of the elements that are not zero, a row for each.
   *
   * @param a an array
   * @return an {@code int64} array of shape (count, axes), in C order
   */
  public static NDArray argwhere(NDArray a) {
    return a.argwhere();
  }

  /**
   * Where the elements are that are not zero, counted in C order.
   *
   * @param a an array
   * @return an {@code int64} array with one axis
   */
  public static NDArray flatnonzero(NDArray a) {
    return a.flatnonzero();
  }
}
