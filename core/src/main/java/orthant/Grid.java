package orthant;

/**
 * How {@link Nd#meshgrid(Grid, NDArray...)} lays out coordinates: {@code Grid.IJ.sparse()}.
 *
 * @param matrix true if the first coordinates run along the first axis (NumPy's {@code indexing="ij"}), false if x runs along
 *     the second axis and y along the first ({@code "xy"})
 * @param isSparse whether each array has size 1 along the axes of the others
 * @param copies whether the arrays are new; if not, they are read-only views of the coordinates
 */
public record Grid(boolean matrix, boolean isSparse, boolean copies) {
  /** As in a picture: x along the second axis, y along the first. */
  public static final Grid XY = new Grid(false, false, true);

  /** As in a matrix: the first coordinates along the first axis. */
  public static final Grid IJ = new Grid(true, false, true);

  /**
   * Arrays that broadcast to the grid instead of filling it.
   *
   * @return the same layout with that option
   */
  public Grid sparse() {
    return new Grid(matrix, true, copies);
  }

  /**
   * Views of the coordinates instead of new arrays.
   *
   * @return the same layout with that option
   */
  public Grid views() {
    return new Grid(matrix, isSparse, false);
  }
}
