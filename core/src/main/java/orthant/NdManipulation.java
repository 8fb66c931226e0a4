package orthant;

/** The functions of {@link Nd} that join arrays, and that add elements or take them out. */
abstract class NdManipulation extends NdRearranging {
  NdManipulation() {}

  /**
   * Arrays one after the other along the first axis.
   *
   * @param arrays at least one array; all of the same shape but for the first axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there are no axes
   */
  public static NDArray concat(NDArray... arrays) {
    return Joining.concat(null, 0, arrays);
  }

  /**
   * Arrays one after the other along an axis.
   *
   * @param axis the axis; negative ones count from the end
   * @param arrays at least one array; all of the same shape but for the axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray concat(int axis, NDArray... arrays) {
    return Joining.concat(null, axis, arrays);
  }

  /**
   * Arrays one after the other, with options: {@code concat(Axes.ALL, a, b)} flattens them first, {@code
   * concat(Axes.axes(1).dtype(float32), a, b)} casts them.
   *
   * @param axes the axis, or all to read each array in C order; and the type of the result if it is not the promoted one
   * @param arrays at least one array; all of the same shape but for the axis
   * @return a new array
   * @throws IllegalArgumentException if there is no array, the shapes differ elsewhere, or there are several axes
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray concat(Axes axes, NDArray... arrays) {
    return Joining.concat(axes, arrays);
  }

  /**
   * Arrays one after the other along the first axis; the same as {@link Nd#concat(NDArray...)}.
   *
   * @param arrays at least one array; all of the same shape but for the first axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there are no axes
   */
  public static NDArray concatenate(NDArray... arrays) {
    return concat(arrays);
  }

  /**
   * Arrays one after the other along an axis; the same as {@link Nd#concat(int, NDArray...)}.
   *
   * @param axis the axis; negative ones count from the end
   * @param arrays at least one array; all of the same shape but for the axis
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray concatenate(int axis, NDArray... arrays) {
    return concat(axis, arrays);
  }

  /**
   * Arrays one after the other, with options: {@code concat(Axes.ALL, a, b)} flattens them first, {@code
   * concat(Axes.axes(1).dtype(float32), a, b)} casts them. The same as {@link Nd#concat(Axes, NDArray...)}.
   *
   * @param axes the axis, or all to read each array in C order; and the type of the result if it is not the promoted one
   * @param arrays at least one array; all of the same shape but for the axis
   * @return a new array
   * @throws IllegalArgumentException if there is no array, the shapes differ elsewhere, or there are several axes
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray concatenate(Axes axes, NDArray... arrays) {
    return concat(axes, arrays);
  }

  /**
   * Arrays one after the other along a new first axis.
   *
   * @param arrays at least one array; all of the same shape
   * @return a new array of the promoted type with one axis more
   * @throws IllegalArgumentException if there is no array or the shapes differ
   */
  public static NDArray stack(NDArray... arrays) {
    return stack(0, arrays);
  }

  /**
   * Arrays one after the other along a new axis.
   *
   * @param axis where the new axis is in the result; negative ones count from its end
   * @param arrays at least one array; all of the same shape
   * @return a new array of the promoted type with one axis more
   * @throws IllegalArgumentException if there is no array or the shapes differ
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static NDArray stack(int axis, NDArray... arrays) {
    return Joining.stack(null, axis, arrays);
  }

  /**
   * Arrays one after the other along a new axis, with options.
   *
   * @param axes where the new axis is, and the type of the result if it is not the promoted one
   * @param arrays at least one array; all of the same shape
   * @return a new array with one axis more
   * @throws IllegalArgumentException if there is no array, the shapes differ, or there is not one axis
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static NDArray stack(Axes axes, NDArray... arrays) {
    return Joining.stack(axes, arrays);
  }

  /**
   * Arrays side by side: along the second axis, or along the first one if that is the only one.
   *
   * @param arrays at least one array; all of the same shape but for that axis; those without axes count as one element
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray hstack(NDArray... arrays) {
    return Joining.hstack(arrays);
  }

  /**
   * Arrays one below the other: along the first axis; those with one axis are rows.
   *
   * @param arrays at least one array; all of the same shape but for the first axis
   * @return a new array of the promoted type with at least two axes
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray vstack(NDArray... arrays) {
    return Joining.vstack(arrays);
  }

  /**
   * Arrays one behind the other: along the third axis; as {@link Nd#atleast3d(NDArray)} has them.
   *
   * @param arrays at least one array; all of the same shape but for the third axis
   * @return a new array of the promoted type with at least three axes
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray dstack(NDArray... arrays) {
    return Joining.dstack(arrays);
  }

  /**
   * Arrays side by side: along the second axis; those with one axis are columns.
   *
   * @param arrays at least one array; all of the same shape but for the second axis
   * @return a new array of the promoted type with at least two axes
   * @throws IllegalArgumentException if there is no array or the shapes differ elsewhere
   */
  public static NDArray columnStack(NDArray... arrays) {
    return Joining.columnStack(arrays);
  }

  /**
   * An array from nested blocks: {@code block(new NDArray[][] {{a, b}, {c, d}})}. The innermost lists are joined along the
   * last axis, those around them along the one before, and so on.
   *
   * @param nested arrays of arrays ... of {@code NDArray}, all equally deep
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if a list is empty or holds something else, the depths differ, or the blocks do not
   *     fit together
   */
  public static NDArray block(Object[] nested) {
    return Joining.block(nested);
  }

  /**
   * The elements in C order, again and again until a shape is full, as NumPy's function {@code np.resize} (its method of
   * that name fills with zeros: see {@link Nd#pad(NDArray, long[][], Pad)}).
   *
   * @param a an array
   * @param shape the sizes of the axes of the result
   * @return a new array; zeros if {@code a} has no elements
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray resize(NDArray a, long... shape) {
    return Repeating.resize(a, shape);
  }

  /**
   * The elements of two arrays along one axis, both in C order.
   *
   * @param a an array
   * @param values what to put at the end
   * @return a new array of the promoted type
   */
  public static NDArray append(NDArray a, NDArray values) {
    return a.append(values);
  }

  /**
   * Another array after another one along an axis.
   *
   * @param a an array
   * @param values what to put at the end, of the same shape but for that axis
   * @param axis the axis; negative ones count from the end
   * @return a new array of the promoted type
   * @throws IllegalArgumentException if the shapes differ elsewhere
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray append(NDArray a, NDArray values, int axis) {
    return a.append(values, axis);
  }

  /**
   * All elements along one axis, with the values before one position.
   *
   * @param a an array
   * @param index the position before which to insert; negative ones count from the end, the size means at the end
   * @param values what to put in; cast to the type of {@code a}
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray insert(NDArray a, long index, NDArray values) {
    return a.insert(index, values);
  }

  /**
   * The sub-arrays along an axis, with the values before one position.
   *
   * @param a an array
   * @param index the position before which to insert; negative ones count from the end, the size means at the end
   * @param values what to put in; it broadcasts to one sub-array without the axis, or has the axis first and so many sub-
   *     arrays; cast to the type of {@code a}
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray insert(NDArray a, long index, NDArray values, int axis) {
    return a.insert(index, values, axis);
  }

  /**
   * All elements along one axis, with values before some positions.
   *
   * @param a an array
   * @param positions the positions before which to insert, integers or a mask along one axis; values with the same
   *     position keep their order
   * @param values what to put in; cast to the type of {@code a}
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray insert(NDArray a, NDArray positions, NDArray values) {
    return a.insert(positions, values);
  }

  /**
   * The sub-arrays along an axis, with values before some positions.
   *
   * @param a an array
   * @param positions the positions before which to insert, integers or a mask along one axis; values with the same
   *     position keep their order
   * @param values what to put in; broadcasts to the sub-arrays of all positions; cast to the type of {@code a}
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray insert(NDArray a, NDArray positions, NDArray values, int axis) {
    return a.insert(positions, values, axis);
  }

  /**
   * All elements along one axis, with values before some positions.
   *
   * @param a an array
   * @param part the positions before which to insert: a slice
   * @param values what to put in; cast to the type of {@code a}
   * @return a new array of one axis
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray insert(NDArray a, Index part, NDArray values) {
    return a.insert(part, values);
  }

  /**
   * The sub-arrays along an axis, with values before some positions.
   *
   * @param a an array
   * @param part the positions before which to insert: a slice
   * @param values what to put in; broadcasts to the sub-arrays of all positions; cast to the type of {@code a}
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray insert(NDArray a, Index part, NDArray values, int axis) {
    return a.insert(part, values, axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param a an array
   * @param index the position; negative ones count from the end
   * @return a new array of one axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray delete(NDArray a, long index) {
    return a.delete(index);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param a an array
   * @param index the position; negative ones count from the end
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray delete(NDArray a, long index, int axis) {
    return a.delete(index, axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param a an array
   * @param positions the positions, integers or a mask along one axis, in any order
   * @return a new array of one axis
   * @throws IllegalArgumentException if they are not integers or a mask of the size of the axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray delete(NDArray a, NDArray positions) {
    return a.delete(positions);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param a an array
   * @param positions the positions, integers or a mask along one axis, in any order
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IllegalArgumentException if they are not integers or a mask of the size of the axis
   * @throws IndexOutOfBoundsException if a position is outside
   */
  public static NDArray delete(NDArray a, NDArray positions, int axis) {
    return a.delete(positions, axis);
  }

  /**
   * All elements along one axis, without some.
   *
   * @param a an array
   * @param part the positions: a slice, or one
   * @return a new array of one axis
   */
  public static NDArray delete(NDArray a, Index part) {
    return a.delete(part);
  }

  /**
   * The sub-arrays along an axis, without some.
   *
   * @param a an array
   * @param part the positions: a slice, or one
   * @param axis the axis; negative ones count from the end
   * @return a new array
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray delete(NDArray a, Index part, int axis) {
    return a.delete(part, axis);
  }

  /**
   * The array with zeros around it.
   *
   * @param a an array
   * @param width how many new elements at both ends of every axis
   * @return a new array
   * @throws IllegalArgumentException if a width is negative
   */
  public static NDArray pad(NDArray a, long width) {
    return a.pad(width);
  }

  /**
   * The array with new elements around it.
   *
   * @param a an array
   * @param width how many new elements at both ends of every axis
   * @param pad what the new elements are
   * @return a new array
   * @throws IllegalArgumentException if the width is negative, or there is nothing to fill them with
   */
  public static NDArray pad(NDArray a, long width, Pad pad) {
    return a.pad(width, pad);
  }

  /**
   * The array with new elements around it.
   *
   * @param a an array
   * @param widths how many new elements at the beginning and at the end, for each axis or one row for all
   * @param pad what the new elements are
   * @return a new array
   * @throws IllegalArgumentException if there are not two widths for each axis, one is negative, or there is nothing to
   *     fill them with
   */
  public static NDArray pad(NDArray a, long[][] widths, Pad pad) {
    return a.pad(widths, pad);
  }

  /**
   * The smallest part that holds all elements which are not zero.
   *
   * @param a an array
   * @return a view, without elements if all are zero
   */
  public static NDArray trimZeros(NDArray a) {
    return a.trimZeros();
  }

  /**
   * The smallest part that holds all elements which are not zero, cut at some ends only.
   *
   * @param a an array
   * @param sides {@code "f"} for the front, {@code "b"} for the back of the axes, {@code "fb"} for both
   * @param axes along which axes to cut; negative ones count from the end; none at all means every axis
   * @return a view
   * @throws IllegalArgumentException if the sides are others, or an axis occurs twice
   * @throws IndexOutOfBoundsException if an axis is outside
   */
  public static NDArray trimZeros(NDArray a, String sides, int... axes) {
    return a.trimZeros(sides, axes);
  }
}
