package orthant;

/** Arrays with elements added, taken out or set to zero, as methods; each gives a new array. */
public interface Editing {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * The elements of this and of another array along one axis, both in C order.
   *
   * @param values what to put at the end
   * @return a new array of the promoted type
   */
  default NDArray append(NDArray values) {
    return Inserting.append(self(), values);
  }

  /**
   * Another array after this one along an axis.
   *
   * @param values what to put at the end, of the same shape but for that axis
   * @param axis the axis; negative ones count from the end
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray append(NDArray values, int axis) {
    return Joining.concat(null, axis, self(), values);
  }

  /**
   * All elements along one axis, with the values before one position.
   *
   * @param index the position before which to insert; negative ones count from the end, the size means at the end
   * @param values what to put in; cast to this type
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray insert(long index, NDArray values) {
    return Inserting.flat(self()).insert(index, values, 0);
  }

  /**
   * The sub-arrays along an axis, with the values before one position.
   *
   * @param index the position before which to insert; negative ones count from the end, the size means at the end
   * @param values what to put in; it broadcasts to one sub-array without the axis, or has the axis first and so many sub-
   *     arrays; cast to this type
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray insert(long index, NDArray values, int axis) {
    return Inserting.insert(self(), index, values, axis);
  }

  /**
   * All elements along one axis, with values before some positions.
   *
   * @param positions the positions before which to insert, integers or a mask along one axis; values with the same
   *     position keep their order
   * @param values what to put in; cast to this type
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray insert(NDArray positions, NDArray values) {
    return Inserting.flat(self()).insert(positions, values, 0);
  }

  /**
   * The sub-arrays along an axis, with values before some positions.
   *
   * @param positions the positions before which to insert, integers or a mask along one axis; values with the same
   *     position keep their order
   * @param values what to put in; broadcasts to the sub-arrays of all positions; cast to this type
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray insert(NDArray positions, NDArray values, int axis) {
    return Inserting.insert(self(), positions, values, axis);
  }

  /**
   * All elements along one axis, with values before some positions.
   *
   * @param part the positions before which to insert: a slice
   * @param values what to put in; cast to this type
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray insert(Index part, NDArray values) {
    return Inserting.flat(self()).insert(part, values, 0);
  }

  /**
   * The sub-arrays along an axis, with values before some positions.
   *
   * @param part the positions before which to insert: a slice
   * @param values what to put in; broadcasts to the sub-arrays of all positions; cast to this type
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray insert(Index part, NDArray values, int axis) {
    return Inserting.insert(self(), Inserting.positions(part, self().shape(axis)), values, axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param index the position; negative ones count from the end
   * @return a new array of one axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray delete(long index) {
    return Inserting.flat(self()).delete(index, 0);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param index the position; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray delete(long index, int axis) {
    return Inserting.delete(self(), new long[] {index}, axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param positions the positions, integers or a mask along one axis, in any order
   * @return a new array of one axis
   * @throws IllegalArgumentException if they are not integers or a mask of the size of the axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray delete(NDArray positions) {
    return Inserting.flat(self()).delete(positions, 0);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param positions the positions, integers or a mask along one axis, in any order
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if they are not integers or a mask of the size of the axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default NDArray delete(NDArray positions, int axis) {
    return Inserting.delete(self(), Inserting.positions(positions, self().shape(axis), axis), axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param part the positions: a slice, or one
   * @return a new array of one axis
   */
  default NDArray delete(Index part) {
    return Inserting.flat(self()).delete(part, 0);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param part the positions: a slice, or one
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray delete(Index part, int axis) {
    return Inserting.delete(self(), Inserting.positions(part, self().shape(axis)), axis);
  }

  /**
   * The array with zeros around it.
   *
   * @param width how many new elements at both ends of every axis
   * @return a new array
   * @throws IllegalArgumentException if a width is negative
   */
  default NDArray pad(long width) {
    return pad(width, Pad.constant(0L));
  }

  /**
   * The array with new elements around it.
   *
   * @param width how many new elements at both ends of every axis
   * @param pad what the new elements are
   * @return a new array
   * @throws IllegalArgumentException if the width is negative, or there is nothing to fill them with
   */
  default NDArray pad(long width, Pad pad) {
    return pad(new long[][] {{width, width}}, pad);
  }

  /**
   * The array with new elements around it.
   *
   * @param widths how many new elements at the beginning and at the end, for each axis or one row for all
   * @param pad what the new elements are
   * @return a new array
   * @throws IllegalArgumentException if there are not two widths for each axis, one is negative, or there is nothing to
   *     fill them with
   */
  default NDArray pad(long[][] widths, Pad pad) {
    return Padding.pad(self(), widths, pad);
  }

  /**
   * The smallest part that holds all elements which are not zero.
   *
   * @return a view, without elements if all are zero
   */
  default NDArray trimZeros() {
    return Inserting.trimZeros(self(), "fb");
  }

  /**
   * The smallest part that holds all elements which are not zero, cut at some ends only.
   *
   * @param sides {@code "f"} for the front, {@code "b"} for the back of the axes, {@code "fb"} for both
   * @param axes along which axes to cut; negative ones count from the end; none at all means every axis
   * @return a view
   * @throws IllegalArgumentException if the sides are others, or an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  default NDArray trimZeros(String sides, int... axes) {
    return Inserting.trimZeros(self(), sides, axes);
  }

  /**
   * A copy with zeros above the main diagonal of the last two axes; a single axis is repeated to a square.
   *
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  default NDArray tril() {
    return tril(0);
  }

  /**
   * A copy with zeros above a diagonal of the last two axes; a single axis is repeated to a square.
   *
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  default NDArray tril(long k) {
    return Patterns.triangle(self(), k, true);
  }

  /**
   * A copy with zeros below the main diagonal of the last two axes; a single axis is repeated to a square.
   *
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  default NDArray triu() {
    return triu(0);
  }

  /**
   * A copy with zeros below a diagonal of the last two axes; a single axis is repeated to a square.
   *
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  default NDArray triu(long k) {
    return Patterns.triangle(self(), k, false);
  }
}
