package orthant;

/** Parts of an array, and its elements repeated or moved, as methods. */
public interface Rearranging {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * The sub-arrays along the first axis.
   *
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no axis
   */
  default NDArray[] unstack() {
    return unstack(0);
  }

  /**
   * The sub-arrays along an axis.
   *
   * @param axis the axis; negative ones count from the end
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray[] unstack(int axis) {
    return Splitting.unstack(self(), axis);
  }

  /**
   * Parts of the same size along the first axis.
   *
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if the size of the axis is not a multiple, or there is not at least one part
   * @throws IndexOutOfBoundsException if there is no axis
   */
  default NDArray[] split(int sections) {
    return split(sections, 0);
  }

  /**
   * Parts of the same size along an axis.
   *
   * @param sections how many
   * @param axis the axis; negative ones count from the end
   * @return views
   * @throws IllegalArgumentException if the size of the axis is not a multiple, or there is not at least one part
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray[] split(int sections, int axis) {
    return Splitting.equal(self(), sections, axis);
  }

  /**
   * Parts between positions of the first axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no axis
   */
  default NDArray[] split(long[] positions) {
    return split(positions, 0);
  }

  /**
   * Parts between positions of an axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @param axis the axis; negative ones count from the end
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray[] split(long[] positions, int axis) {
    return Splitting.at(self(), positions, axis);
  }

  /**
   * Parts of the same size, or the first ones longer by one along the first axis.
   *
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there is not at least one part
   * @throws IndexOutOfBoundsException if there is no axis
   */
  default NDArray[] arraySplit(int sections) {
    return arraySplit(sections, 0);
  }

  /**
   * Parts of the same size, or the first ones longer by one along an axis.
   *
   * @param sections how many
   * @param axis the axis; negative ones count from the end
   * @return views
   * @throws IllegalArgumentException if there is not at least one part
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray[] arraySplit(int sections, int axis) {
    return Splitting.sections(self(), sections, axis);
  }

  /**
   * Parts between positions of the first axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no axis
   */
  default NDArray[] arraySplit(long[] positions) {
    return arraySplit(positions, 0);
  }

  /**
   * Parts between positions of an axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @param axis the axis; negative ones count from the end
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray[] arraySplit(long[] positions, int axis) {
    return Splitting.at(self(), positions, axis);
  }

  /**
   * Parts of the same size along the second axis, or along the first one if that is the only one.
   *
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are no axes, the size of the axis is not a multiple, or there is not at
   *     least one part
   */
  default NDArray[] hsplit(int sections) {
    return Splitting.equal(self(), sections, Splitting.horizontal(self()));
  }

  /**
   * Parts between positions, along the second axis, or along the first one if that is the only one.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are no axes
   */
  default NDArray[] hsplit(long... positions) {
    return Splitting.at(self(), positions, Splitting.horizontal(self()));
  }

  /**
   * Parts of the same size along the first axis.
   *
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are less than two axes, the size of the axis is not a multiple, or there is
   *     not at least one part
   */
  default NDArray[] vsplit(int sections) {
    return Splitting.equal(self(), sections, Splitting.vertical(self()));
  }

  /**
   * Parts between positions, along the first axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are less than two axes
   */
  default NDArray[] vsplit(long... positions) {
    return Splitting.at(self(), positions, Splitting.vertical(self()));
  }

  /**
   * Parts of the same size along the third axis.
   *
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are less than three axes, the size of the axis is not a multiple, or there
   *     is not at least one part
   */
  default NDArray[] dsplit(int sections) {
    return Splitting.equal(self(), sections, Splitting.deep(self()));
  }

  /**
   * Parts between positions, along the third axis.
   *
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are less than three axes
   */
  default NDArray[] dsplit(long... positions) {
    return Splitting.at(self(), positions, Splitting.deep(self()));
  }

  /**
   * Every element several times in a row, all along one axis.
   *
   * @param repeats how many times
   * @return a new array of one axis
   * @throws IllegalArgumentException if a number is negative
   */
  default NDArray repeat(long repeats) {
    return self().ravel().repeat(repeats, 0);
  }

  /**
   * Every element several times in a row.
   *
   * @param repeats how many times
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if a number is negative
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray repeat(long repeats, int axis) {
    return Repeating.repeat(self(), repeats, axis);
  }

  /**
   * Every element as often as wanted, all along one axis.
   *
   * @param repeats how many times, an integer for each element in C order, or one for all
   * @return a new array of one axis
   * @throws IllegalArgumentException if a number is negative, or there are not as many as positions
   */
  default NDArray repeat(NDArray repeats) {
    return self().ravel().repeat(repeats, 0);
  }

  /**
   * Every sub-array along an axis as often as wanted.
   *
   * @param repeats how many times, an integer for each position of the axis, or one for all
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if a number is negative, or there are not as many as positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray repeat(NDArray repeats, int axis) {
    return Repeating.repeat(self(), repeats, axis);
  }

  /**
   * The whole array several times along each axis.
   *
   * @param repetitions how many times along each axis, the last one last; more than there are axes make new axes
   * @return a new array
   * @throws IllegalArgumentException if a number is negative
   */
  default NDArray tile(long... repetitions) {
    return Repeating.tile(self(), repetitions);
  }

  /**
   * The elements moved in C order; those that leave at the end come in at the beginning.
   *
   * @param shift how far; negative to the front
   * @return a new array of the same shape
   */
  default NDArray roll(long shift) {
    return self().ravel().roll(shift, 0).reshape(self().shape());
  }

  /**
   * The elements moved along an axis; those that leave at the end come in at the beginning.
   *
   * @param shift how far; negative to the front
   * @param axis the axis; negative ones count from the end
   * @return a new array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray roll(long shift, int axis) {
    return Repeating.roll(self(), new long[] {shift}, new int[] {axis});
  }

  /**
   * The elements moved along several axes; those that leave at the end come in at the beginning.
   *
   * @param shifts how far along each axis, or one distance for all
   * @param axes the axes, or one for all distances; an axis that occurs again is moved again
   * @return a new array of the same shape
   * @throws IllegalArgumentException if there are several of both but not as many
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  default NDArray roll(long[] shifts, int[] axes) {
    return Repeating.roll(self(), shifts, axes);
  }
}
