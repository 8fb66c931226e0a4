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
}
