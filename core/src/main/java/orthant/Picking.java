package orthant;

/** Elements at positions and under masks, as methods. */
public interface Picking {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * Sub-arrays at some positions of an axis, in any order and as often as wanted.
   *
   * @param indices integer positions; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a copy, with the axes of {@code indices} in the place of the axis
   * @throws IndexOutOfBoundsException if a position or the axis is outside
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  default NDArray take(NDArray indices, int axis) {
    return Selection.take(self(), indices, axis, Bounds.RAISE);
  }

  /**
   * Sub-arrays at some positions of an axis, in any order and as often as wanted.
   *
   * @param indices integer positions; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @param bounds what becomes of positions outside
   * @return a copy, with the axes of {@code indices} in the place of the axis
   * @throws IndexOutOfBoundsException if the axis is outside, or a position is and {@code bounds} refuse it
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  default NDArray take(NDArray indices, int axis, Bounds bounds) {
    return Selection.take(self(), indices, axis, bounds);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param indices integer positions; negative ones count from the end
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  default NDArray take(NDArray indices) {
    return Selection.take(self().ravel(), indices, 0, Bounds.RAISE);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param indices integer positions; negative ones count from the end
   * @param bounds what becomes of positions outside
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it
   * @throws IllegalArgumentException if {@code indices} are not integers
   */
  default NDArray take(NDArray indices, Bounds bounds) {
    return Selection.take(self().ravel(), indices, 0, bounds);
  }

  /**
   * One element along an axis for each position: what {@code argsort} or {@code argmax} found along the axis.
   *
   * @param indices integer positions, with as many axes as this array; along the other axes both broadcast
   * @param axis the axis; negative ones count from the end
   * @return a copy, of the common shape
   * @throws IndexOutOfBoundsException if a position or the axis is outside
   * @throws IllegalArgumentException if {@code indices} are not integers or the shapes do not fit
   */
  default NDArray takeAlongAxis(NDArray indices, int axis) {
    return Selection.takeAlongAxis(self(), indices, axis);
  }

  /**
   * Elements at some positions among all, counted in C order.
   *
   * @param indices integer positions along one axis; negative ones count from the end
   * @return a copy, of the shape of {@code indices}
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if {@code indices} are not integers along one axis
   */
  default NDArray takeAlongAxis(NDArray indices) {
    return Selection.takeAlongAxis(self().ravel(), indices, 0);
  }

  /**
   * Writes values at some positions among all elements, counted in C order; of several values for one position the last
   * one stays.
   *
   * @param indices integer positions; negative ones count from the end
   * @param values written one after the other, from the beginning again if there are less than positions; cast to the
   *     type of this array
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray put(NDArray indices, NDArray values) {
    Placing.put(self(), indices, values, Bounds.RAISE);
    return self();
  }

  /**
   * Writes values at some positions among all elements, counted in C order; of several values for one position the last
   * one stays.
   *
   * @param indices integer positions; negative ones count from the end
   * @param values written one after the other, from the beginning again if there are less than positions; cast to the
   *     type of this array
   * @param bounds what becomes of positions outside
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside and {@code bounds} refuse it; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray put(NDArray indices, NDArray values, Bounds bounds) {
    Placing.put(self(), indices, values, bounds);
    return self();
  }

  /**
   * Writes a number at some positions among all elements, counted in C order.
   *
   * @param indices integer positions; negative ones count from the end
   * @param value the number, cast to the type of this array
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray put(NDArray indices, double value) {
    Placing.put(self(), indices, Nd.scalar(DType.float64, value), Bounds.RAISE);
    return self();
  }

  /**
   * Writes a number at some positions among all elements, counted in C order.
   *
   * @param indices integer positions; negative ones count from the end
   * @param value the number, cast to the type of this array
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray put(NDArray indices, long value) {
    Placing.put(self(), indices, Nd.scalar(DType.int64, value), Bounds.RAISE);
    return self();
  }

  /**
   * Writes one element along an axis for each position; the reverse of {@code takeAlongAxis}.
   *
   * @param indices integer positions, with as many axes as this array; along the other axes both broadcast
   * @param values broadcasts to the common shape; cast to the type of this array
   * @param axis the axis; negative ones count from the end
   * @return this
   * @throws IndexOutOfBoundsException if a position or the axis is outside; then nothing is written
   * @throws IllegalArgumentException if {@code indices} are not integers or the shapes do not fit
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray putAlongAxis(NDArray indices, NDArray values, int axis) {
    Placing.putAlongAxis(self(), indices, values, axis);
    return self();
  }

  /**
   * Writes values where a mask is true. Of values in another number than elements, repeated as often as needed, each
   * element gets the one at its own position in C order.
   *
   * @param mask as many truth values as this array has elements; numbers are true where they are not zero
   * @param values cast to the type of this array; none at all writes nothing
   * @return this
   * @throws IllegalArgumentException if the mask has another size
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray putmask(NDArray mask, NDArray values) {
    Placing.putmask(self(), mask, values);
    return self();
  }

  /**
   * Writes values one after the other where a mask is true, from the beginning again where they end.
   *
   * @param mask as many truth values as this array has elements; numbers are true where they are not zero
   * @param values cast to the type of this array
   * @return this
   * @throws IllegalArgumentException if the mask has another size, or there is no value for a true element
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray place(NDArray mask, NDArray values) {
    Placing.place(self(), mask, values);
    return self();
  }

  /**
   * Writes values on the diagonal on which the positions along all axes are equal.
   *
   * @param values written one after the other, from the beginning again where they end; cast to the type of this array
   * @param wrap whether the diagonal of a matrix with more rows than columns begins anew, a row below its end
   * @return this
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray fillDiagonal(NDArray values, boolean wrap) {
    Placing.fillDiagonal(self(), values, wrap);
    return self();
  }

  /**
   * Writes a number on the diagonal on which the positions along all axes are equal.
   *
   * @param value the number, cast to the type of this array
   * @return this
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray fillDiagonal(double value) {
    Placing.fillDiagonal(self(), Nd.scalar(DType.float64, value), false);
    return self();
  }

  /**
   * Writes a number on the diagonal on which the positions along all axes are equal.
   *
   * @param value the number, cast to the type of this array
   * @return this
   * @throws IllegalArgumentException if there are less than two axes, or more and not all of the same size
   * @throws UnsupportedOperationException if this array is read-only
   */
  default NDArray fillDiagonal(long value) {
    Placing.fillDiagonal(self(), Nd.scalar(DType.int64, value), false);
    return self();
  }

  /**
   * Sub-arrays where a condition along an axis is true.
   *
   * @param condition truth values along one axis; numbers are true where they are not zero; may be shorter than the axis
   * @param axis the axis; negative ones count from the end
   * @return a copy, with as many sub-arrays along the axis as are true
   * @throws IndexOutOfBoundsException if the axis is outside, or the condition is true beyond its end
   * @throws IllegalArgumentException if the condition has not exactly one axis
   */
  default NDArray compress(NDArray condition, int axis) {
    return Selection.compress(condition, self(), axis);
  }

  /**
   * Elements where a condition is true, counted in C order.
   *
   * @param condition truth values along one axis; numbers are true where they are not zero; may be shorter than this
   *     array
   * @return a copy, with one axis
   * @throws IndexOutOfBoundsException if the condition is true beyond the last element
   * @throws IllegalArgumentException if the condition has not exactly one axis
   */
  default NDArray compress(NDArray condition) {
    return Selection.compress(condition, self().ravel(), 0);
  }

  /**
   * Elements of some arrays: position by position that of the array which this array names.
   *
   * @param choices the arrays; they and this array are broadcast together
   * @return a new array of the common shape and the promoted type of the choices
   * @throws IndexOutOfBoundsException if this array names an array that is not there
   * @throws IllegalArgumentException if this array is not of integers, the shapes do not broadcast or there are no
   *     choices
   */
  default NDArray choose(NDArray... choices) {
    return Selection.choose(self(), Bounds.RAISE, choices);
  }

  /**
   * Elements of some arrays: position by position that of the array which this array names.
   *
   * @param bounds what becomes of numbers without an array
   * @param choices the arrays; they and this array are broadcast together
   * @return a new array of the common shape and the promoted type of the choices
   * @throws IndexOutOfBoundsException if this array names an array that is not there and {@code bounds} refuse it
   * @throws IllegalArgumentException if this array is not of integers, the shapes do not broadcast or there are no
   *     choices
   */
  default NDArray choose(Bounds bounds, NDArray... choices) {
    return Selection.choose(self(), bounds, choices);
  }

  /**
   * The positions of the elements that are not zero, a row for each.
   *
   * @return an {@code int64} array of shape (count, axes), in C order
   */
  default NDArray argwhere() {
    return Selection.argwhere(self());
  }

  /**
   * Where the elements are that are not zero, counted in C order.
   *
   * @return an {@code int64} array with one axis
   */
  default NDArray flatnonzero() {
    return Selection.nonzero(self().ravel())[0];
  }

  /**
   * These positions in C order as one position an axis.
   *
   * @param shape the sizes of the axes
   * @return for each axis an {@code int64} array of this shape
   * @throws IndexOutOfBoundsException if a position is outside; negative ones are
   * @throws IllegalArgumentException if these are not integers
   */
  default NDArray[] unravelIndex(long... shape) {
    return Coordinates.unravel(self(), Order.C, shape);
  }

  /**
   * These positions in some order as one position an axis.
   *
   * @param order {@link Order#C} if they count row after row, {@link Order#F} if column after column
   * @param shape the sizes of the axes
   * @return for each axis an {@code int64} array of this shape
   * @throws IndexOutOfBoundsException if a position is outside; negative ones are
   * @throws IllegalArgumentException if these are not integers, or for other orders
   */
  default NDArray[] unravelIndex(Order order, long... shape) {
    return Coordinates.unravel(self(), order, shape);
  }
}
