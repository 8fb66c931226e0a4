package orthant;

/** Parts of an array, as methods. */
public interface Indexing extends Picking, Viewing {
  @Override
  NDArray self();

  /**
   * A part of this array, as NumPy's {@code a[...]}: {@code a.get(slice(1, 3), reversed(), newAxis(), ellipsis(), at(0))}.
   *
   * @param indices one part an axis (a mask: one for each of its axes), from the first axis on; axes without a part are
   *     taken whole
   * @return without index arrays a view: writing through it writes to this array; with index arrays a copy in C order,
   *     its axes where NumPy has them (see {@link Index}); without axes if every axis has an {@link Index#at(long)}
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if there is more than one ellipsis, a mask does not fit its axes or index arrays do
   *     not broadcast
   */
  default NDArray get(Index... indices) {
    return Selection.get(self(), indices);
  }

  /**
   * A part of this array, in Python's notation: {@code a.get("1:3, ::-1, None, ..., 0")}, {@code a.get("[0, 2, 1], ::2")}.
   *
   * @param indices what stands between the brackets of NumPy's {@code a[...]}; see {@link Index#parse}
   * @return without lists a view: writing through it writes to this array; with lists a copy
   * @throws IllegalArgumentException if the text is not an index; the message points at the place
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   */
  default NDArray get(String indices) {
    return Selection.get(self(), IndexParser.parts(indices));
  }

  /**
   * Elements, or whole sub-arrays, at positions or where a mask is true, as NumPy's {@code a[index]}:
   * {@code a.get(a.less(0))}. A mask with fewer axes belongs to the leading axes and picks sub-arrays.
   *
   * @param index integer positions along the first axis, negative ones counting from the end; or a bool array of the sizes
   *     of the leading axes
   * @return a copy, in C order: the axes of the positions, or one axis for the true elements, then the axes beyond
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if the index is neither of integers nor bool, or the shape of a mask does not fit
   */
  default NDArray get(NDArray index) {
    return Selection.get(self(), index);
  }

  /**
   * Elements, or whole sub-arrays, at positions along several axes, as NumPy's {@code a[i, j]}.
   *
   * @param indices integer positions for each of the first axes, broadcast together; or masks
   * @return a copy, in C order: the common axes of the positions, then the axes beyond
   * @throws IndexOutOfBoundsException if a position is outside, or there are more arrays than axes
   * @throws IllegalArgumentException if one is neither of integers nor bool, or they do not broadcast
   */
  default NDArray get(NDArray... indices) {
    return Selection.get(self(), Selection.parts(indices));
  }

  /**
   * Writes over a part of this array, as NumPy's {@code a[...] = values}: {@code a.assign(v, at(0), positions(2, 1))}.
   * Of several values for one element the last one in C order stays. If it fails, nothing is written.
   *
   * @param values an array that broadcasts to the shape of the part; cast to this type; may overlap with this
   * @param indices the part, as for {@link #get(Index...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the values do not broadcast to the part, or the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(NDArray values, Index... indices) {
    Selection.assign(self(), values, indices);
    return self();
  }

  /**
   * Writes a number over a part of this array, as NumPy's {@code a[...] = value}.
   *
   * @param value the number, cast to this type
   * @param indices the part, as for {@link #get(Index...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(double value, Index... indices) {
    return assign(Nd.scalar(DType.float64, value), indices);
  }

  /**
   * Writes a number over a part of this array, as NumPy's {@code a[...] = value}.
   *
   * @param value the number, cast to this type
   * @param indices the part, as for {@link #get(Index...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(long value, Index... indices) {
    return assign(Nd.scalar(DType.int64, value), indices);
  }

  /**
   * Writes over a part of this array, in Python's notation: {@code a.assign(v, "1:3, [0, 2]")}.
   *
   * @param values an array that broadcasts to the shape of the part; cast to this type; may overlap with this
   * @param indices the part, as for {@link #get(String)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the values do not broadcast to the part, or the text is not an index
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(NDArray values, String indices) {
    Selection.assign(self(), values, IndexParser.parts(indices));
    return self();
  }

  /**
   * Writes a number over a part of this array, in Python's notation.
   *
   * @param value the number, cast to this type
   * @param indices the part, as for {@link #get(String)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the text is not an index
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(double value, String indices) {
    return assign(Nd.scalar(DType.float64, value), indices);
  }

  /**
   * Writes a number over a part of this array, in Python's notation.
   *
   * @param value the number, cast to this type
   * @param indices the part, as for {@link #get(String)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside of its axis, or there are more parts than axes
   * @throws IllegalArgumentException if the text is not an index
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(long value, String indices) {
    return assign(Nd.scalar(DType.int64, value), indices);
  }

  /**
   * Writes at positions, or where masks are true, as NumPy's {@code a[i, j] = values}: {@code a.assign(v, a.less(0))} takes as
   * many values as elements are less than 0.
   *
   * @param values an array that broadcasts to the shape of what the arrays pick; cast to this type; may overlap with this
   * @param indices integer positions or masks, as for {@link #get(NDArray...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside, or there are more arrays than axes
   * @throws IllegalArgumentException if the values do not broadcast to the part, or the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(NDArray values, NDArray... indices) {
    Selection.assign(self(), values, Selection.parts(indices));
    return self();
  }

  /**
   * Writes a number at positions, or where masks are true, as NumPy's {@code a[i, j] = value}.
   *
   * @param value the number, cast to this type
   * @param indices integer positions or masks, as for {@link #get(NDArray...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside, or there are more arrays than axes
   * @throws IllegalArgumentException if the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(double value, NDArray... indices) {
    return assign(Nd.scalar(DType.float64, value), indices);
  }

  /**
   * Writes a number at positions, or where masks are true, as NumPy's {@code a[i, j] = value}.
   *
   * @param value the number, cast to this type
   * @param indices integer positions or masks, as for {@link #get(NDArray...)}
   * @return this
   * @throws IndexOutOfBoundsException if a position is outside, or there are more arrays than axes
   * @throws IllegalArgumentException if the index is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  default NDArray assign(long value, NDArray... indices) {
    return assign(Nd.scalar(DType.int64, value), indices);
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
}
