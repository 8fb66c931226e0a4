package orthant;

/** The functions of {@link Nd} that cut, repeat and move. */
abstract class NdRearranging extends NdFunctional {
  NdRearranging() {}

  /**
   * The sub-arrays along the first axis.
   *
   * @param a an array
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] unstack(NDArray a) {
    return a.unstack();
  }

  /**
   * The sub-arrays along an axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @return views with one axis less
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] unstack(NDArray a, int axis) {
    return a.unstack(axis);
  }

  /**
   * Parts of the same size along the first axis.
   *
   * @param a an array
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if the size of the axis is not a multiple, or there is not at least one part
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] split(NDArray a, int sections) {
    return a.split(sections);
  }

  /**
   * Parts of the same size along an axis.
   *
   * @param a an array
   * @param sections how many
   * @param axis the axis; negative ones count from the end
   * @return views
   * @throws IllegalArgumentException if the size of the axis is not a multiple, or there is not at least one part
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] split(NDArray a, int sections, int axis) {
    return a.split(sections, axis);
  }

  /**
   * Parts between positions of the first axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] split(NDArray a, long[] positions) {
    return a.split(positions);
  }

  /**
   * Parts between positions of an axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @param axis the axis; negative ones count from the end
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] split(NDArray a, long[] positions, int axis) {
    return a.split(positions, axis);
  }

  /**
   * Parts of the same size, or the first ones longer by one along the first axis.
   *
   * @param a an array
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there is not at least one part
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] arraySplit(NDArray a, int sections) {
    return a.arraySplit(sections);
  }

  /**
   * Parts of the same size, or the first ones longer by one along an axis.
   *
   * @param a an array
   * @param sections how many
   * @param axis the axis; negative ones count from the end
   * @return views
   * @throws IllegalArgumentException if there is not at least one part
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] arraySplit(NDArray a, int sections, int axis) {
    return a.arraySplit(sections, axis);
  }

  /**
   * Parts between positions of the first axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no axis
   */
  public static NDArray[] arraySplit(NDArray a, long[] positions) {
    return a.arraySplit(positions);
  }

  /**
   * Parts between positions of an axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @param axis the axis; negative ones count from the end
   * @return views, one more than there are positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray[] arraySplit(NDArray a, long[] positions, int axis) {
    return a.arraySplit(positions, axis);
  }

  /**
   * Parts of the same size along the second axis, or along the first one if that is the only one.
   *
   * @param a an array
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are no axes, the size of the axis is not a multiple, or there is not at
   *     least one part
   */
  public static NDArray[] hsplit(NDArray a, int sections) {
    return a.hsplit(sections);
  }

  /**
   * Parts between positions, along the second axis, or along the first one if that is the only one.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are no axes
   */
  public static NDArray[] hsplit(NDArray a, long... positions) {
    return a.hsplit(positions);
  }

  /**
   * Parts of the same size along the first axis.
   *
   * @param a an array
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are less than two axes, the size of the axis is not a multiple, or there is
   *     not at least one part
   */
  public static NDArray[] vsplit(NDArray a, int sections) {
    return a.vsplit(sections);
  }

  /**
   * Parts between positions, along the first axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are less than two axes
   */
  public static NDArray[] vsplit(NDArray a, long... positions) {
    return a.vsplit(positions);
  }

  /**
   * Parts of the same size along the third axis.
   *
   * @param a an array
   * @param sections how many
   * @return views
   * @throws IllegalArgumentException if there are less than three axes, the size of the axis is not a multiple, or there
   *     is not at least one part
   */
  public static NDArray[] dsplit(NDArray a, int sections) {
    return a.dsplit(sections);
  }

  /**
   * Parts between positions, along the third axis.
   *
   * @param a an array
   * @param positions where the parts after the first begin, as the bounds of slices: negative ones count from the end, and
   *     what is outside gives empty parts
   * @return views, one more than there are positions
   * @throws IllegalArgumentException if there are less than three axes
   */
  public static NDArray[] dsplit(NDArray a, long... positions) {
    return a.dsplit(positions);
  }

  /**
   * Every element several times in a row, all along one axis.
   *
   * @param a an array
   * @param repeats how many times
   * @return a new array of one axis
   * @throws IllegalArgumentException if a number is negative
   */
  public static NDArray repeat(NDArray a, long repeats) {
    return a.repeat(repeats);
  }

  /**
   * Every element several times in a row.
   *
   * @param a an array
   * @param repeats how many times
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if a number is negative
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray repeat(NDArray a, long repeats, int axis) {
    return a.repeat(repeats, axis);
  }

  /**
   * Every element as often as wanted, all along one axis.
   *
   * @param a an array
   * @param repeats how many times, an integer for each element in C order, or one for all
   * @return a new array of one axis
   * @throws IllegalArgumentException if a number is negative, or there are not as many as positions
   */
  public static NDArray repeat(NDArray a, NDArray repeats) {
    return a.repeat(repeats);
  }

  /**
   * Every sub-array along an axis as often as wanted.
   *
   * @param a an array
   * @param repeats how many times, an integer for each position of the axis, or one for all
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if a number is negative, or there are not as many as positions
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray repeat(NDArray a, NDArray repeats, int axis) {
    return a.repeat(repeats, axis);
  }

  /**
   * The whole array several times along each axis.
   *
   * @param a an array
   * @param repetitions how many times along each axis, the last one last; more than there are axes make new axes
   * @return a new array
   * @throws IllegalArgumentException if a number is negative
   */
  public static NDArray tile(NDArray a, long... repetitions) {
    return a.tile(repetitions);
  }

  /**
   * The elements moved in C order; those that leave at the end come in at the beginning.
   *
   * @param a an array
   * @param shift how far; negative to the front
   * @return a new array of the same shape
   */
  public static NDArray roll(NDArray a, long shift) {
    return a.roll(shift);
  }

  /**
   * The elements moved along an axis; those that leave at the end come in at the beginning.
   *
   * @param a an array
   * @param shift how far; negative to the front
   * @param axis the axis; negative ones count from the end
   * @return a new array of the same shape
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray roll(NDArray a, long shift, int axis) {
    return a.roll(shift, axis);
  }

  /**
   * The elements moved along several axes; those that leave at the end come in at the beginning.
   *
   * @param a an array
   * @param shifts how far along each axis, or one distance for all
   * @param axes the axes, or one for all distances; an axis that occurs again is moved again
   * @return a new array of the same shape
   * @throws IllegalArgumentException if there are several of both but not as many
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray roll(NDArray a, long[] shifts, int[] axes) {
    return a.roll(shifts, axes);
  }
}
