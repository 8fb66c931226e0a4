package orthant;

/** Parts of an array, as methods. */
public interface Indexing {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();

  /**
   * A part of this array, as NumPy's {@code a[...]}: {@code a.get(slice(1, 3), reversed(), newAxis(), ellipsis(), at(0))}.
   *
   * @param indices one part an axis, from the first axis on; axes without a part are taken whole
   * @return a view: writing through it writes to this array; without axes if every axis has an {@link Index#at}
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if there is more than one ellipsis
   */
  default NDArray get(Index... indices) {
    return Views.slice(self(), indices);
  }

  /**
   * A part of this array, in Python's notation: {@code a.get("1:3, ::-1, None, ..., 0")}.
   *
   * @param indices what stands between the brackets of NumPy's {@code a[...]}, without arrays
   * @return a view: writing through it writes to this array
   * @throws IllegalArgumentException if the text is not an index; the message points at the place
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   */
  default NDArray get(String indices) {
    return Views.slice(self(), Index.parse(indices));
  }

  /**
   * The elements where a mask is true, as NumPy's {@code a[mask]}: {@code a.get(a.less(0))}. A mask with fewer axes
   * belongs to the leading axes and picks sub-arrays.
   *
   * @param mask a bool array of the sizes of the leading axes
   * @return a copy, in C order: one axis for the true elements, then the axes beyond the mask's
   * @throws IllegalArgumentException if the mask is not bool or its shape does not fit
   */
  default NDArray get(NDArray mask) {
    return Selection.select(self(), mask);
  }

  /**
   * Writes elements where a mask is true: NumPy's {@code copyto(a, values, where=mask)}.
   *
   * @param mask a bool array of the sizes of the leading axes
   * @param values an array that broadcasts to this shape; cast to this type
   * @return this
   * @throws IllegalArgumentException if the mask is not bool, or a shape does not fit
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assignWhere(NDArray mask, NDArray values) {
    Selection.assignWhere(self(), mask, values);
    return self();
  }

  /**
   * Writes a number where a mask is true, as NumPy's {@code a[mask] = value}.
   *
   * @param mask a bool array of the sizes of the leading axes
   * @param value the number, cast to this type
   * @return this
   * @throws IllegalArgumentException if the mask is not bool or its shape does not fit
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assignWhere(NDArray mask, double value) {
    return assignWhere(mask, Nd.scalar(DType.float64, value));
  }

  /**
   * Writes a number where a mask is true, as NumPy's {@code a[mask] = value}.
   *
   * @param mask a bool array of the sizes of the leading axes
   * @param value the number, cast to this type
   * @return this
   * @throws IllegalArgumentException if the mask is not bool or its shape does not fit
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assignWhere(NDArray mask, long value) {
    return assignWhere(mask, Nd.scalar(DType.int64, value));
  }

  /**
   * Where the elements are that are not zero.
   *
   * @return for each axis an {@code int64} array of their positions along it, in C order
   * @throws IllegalArgumentException if this has no axes
   */
  default NDArray[] nonzero() {
    return Selection.nonzero(self());
  }

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
    return Selection.take(self(), indices, axis);
  }
}
