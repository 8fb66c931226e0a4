package orthant;

import java.util.function.Function;

/** The functions of {@link Nd} that make arrays with a pattern: spaced numbers, diagonals, triangles, grids. */
abstract class NdPatterns extends NdCreation {
  NdPatterns() {}

  /**
   * An array whose elements are not set, of another shape and type, as NumPy's {@code empty_like} with both given.
   *
   * @param like an array, of which nothing is taken over
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray emptyLike(NDArray like, DType dtype, long... shape) {
    return empty(dtype, shape);
  }

  /**
   * Zeros, of another shape and type, as NumPy's {@code zeros_like} with both given.
   *
   * @param like an array, of which nothing is taken over
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray zerosLike(NDArray like, DType dtype, long... shape) {
    return zeros(dtype, shape);
  }

  /**
   * Ones, of another shape and type, as NumPy's {@code ones_like} with both given.
   *
   * @param like an array, of which nothing is taken over
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray onesLike(NDArray like, DType dtype, long... shape) {
    return ones(dtype, shape);
  }

  /**
   * The identity matrix of {@code float64}.
   *
   * @param n rows and columns
   * @return an array of shape {@code (n, n)}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static NDArray identity(long n) {
    return eye(n);
  }

  /**
   * The identity matrix.
   *
   * @param dtype the element type
   * @param n rows and columns
   * @return an array of shape {@code (n, n)}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static NDArray identity(DType dtype, long n) {
    return eye(dtype, n);
  }

  /**
   * Evenly spaced numbers, with NumPy's bits.
   *
   * @param start the first number
   * @param stop the last number
   * @param num how many
   * @return a {@code float64} array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static NDArray linspace(double start, double stop, long num) {
    return linspace(start, stop, num, true);
  }

  /**
   * Evenly spaced numbers, with NumPy's bits.
   *
   * @param start the first number
   * @param stop the last number, or the one after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @return a {@code float64} array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static NDArray linspace(double start, double stop, long num, boolean endpoint) {
    return linspace(DType.float64, start, stop, num, endpoint);
  }

  /**
   * Evenly spaced numbers, with NumPy's bits.
   *
   * @param dtype the element type; integers are rounded down
   * @param start the first number
   * @param stop the last number, or the one after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @return an array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static NDArray linspace(DType dtype, double start, double stop, long num, boolean endpoint) {
    return Creation.linspace(dtype, start, stop, num, endpoint);
  }

  /**
   * The identity matrix of {@code float64}.
   *
   * @param n rows and columns
   * @return an array of shape {@code (n, n)}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static NDArray eye(long n) {
    return eye(DType.float64, n, n, 0);
  }

  /**
   * The identity matrix.
   *
   * @param dtype the element type
   * @param n rows and columns
   * @return an array of shape {@code (n, n)}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static NDArray eye(DType dtype, long n) {
    return eye(dtype, n, n, 0);
  }

  /**
   * A matrix with ones on a diagonal, zeros elsewhere.
   *
   * @param dtype the element type
   * @param rows rows
   * @param columns columns
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return an array of shape {@code (rows, columns)}
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray eye(DType dtype, long rows, long columns, long k) {
    return Creation.eye(dtype, rows, columns, k);
  }

  /**
   * Evenly spaced numbers between the elements of two arrays.
   *
   * @param start the first numbers
   * @param stop the last numbers, or those after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @param axis where the new axis is in the result; negative ones count from its end
   * @return an array of their common shape with one axis more, of their floating-point type
   * @throws IllegalArgumentException if {@code num} is negative or the shapes do not broadcast
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static NDArray linspace(NDArray start, NDArray stop, long num, boolean endpoint, int axis) {
    return Spacing.linspace(null, start, stop, num, endpoint, axis);
  }

  /**
   * Evenly spaced numbers between the elements of two arrays.
   *
   * @param dtype the element type; integers are rounded down
   * @param start the first numbers
   * @param stop the last numbers, or those after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @param axis where the new axis is in the result; negative ones count from its end
   * @return an array of their common shape with one axis more
   * @throws IllegalArgumentException if {@code num} is negative or the shapes do not broadcast
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static NDArray linspace(DType dtype, NDArray start, NDArray stop, long num, boolean endpoint, int axis) {
    return Spacing.linspace(dtype, start, stop, num, endpoint, axis);
  }

  /**
   * Evenly spaced numbers, and how far they are apart.
   *
   * @param start the first number
   * @param stop the last number, or the one after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @return {@code float64} numbers of shape {@code (num,)}, and their distance without axes: NaN for one number with an end point or for none
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static Linspace linspaceWithStep(double start, double stop, long num, boolean endpoint) {
    return new Linspace(linspace(start, stop, num, endpoint), Spacing.step(scalar(DType.float64, start), scalar(DType.float64, stop), num, endpoint));
  }

  /**
   * Evenly spaced numbers between the elements of two arrays, and how far they are apart.
   *
   * @param start the first numbers
   * @param stop the last numbers, or those after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @param axis where the new axis is in the result; negative ones count from its end
   * @return numbers of the common shape with one axis more, and their distances, of the common shape
   * @throws IllegalArgumentException if {@code num} is negative or the shapes do not broadcast
   * @throws IndexOutOfBoundsException if there can be no such axis
   */
  public static Linspace linspaceWithStep(NDArray start, NDArray stop, long num, boolean endpoint, int axis) {
    return new Linspace(linspace(start, stop, num, endpoint, axis), Spacing.step(start, stop, num, endpoint));
  }

  /**
   * Powers of ten whose exponents are evenly spaced.
   *
   * @param start the exponent of the first number
   * @param stop the exponent of the last number
   * @param num how many
   * @return a {@code float64} array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static NDArray logspace(double start, double stop, long num) {
    return logspace(DType.float64, start, stop, num, true, 10);
  }

  /**
   * Powers whose exponents are evenly spaced.
   *
   * @param dtype the element type
   * @param start the exponent of the first number
   * @param stop the exponent of the last number, or of the one after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @param base the base of the powers
   * @return an array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative
   */
  public static NDArray logspace(DType dtype, double start, double stop, long num, boolean endpoint, double base) {
    return Spacing.logspace(dtype, start, stop, num, endpoint, base);
  }

  /**
   * Numbers each of which is the same multiple of the one before.
   *
   * @param start the first number
   * @param stop the last number
   * @param num how many
   * @return a {@code float64} array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative, or one end is 0 or of another sign than the other
   */
  public static NDArray geomspace(double start, double stop, long num) {
    return geomspace(DType.float64, start, stop, num, true);
  }

  /**
   * Numbers each of which is the same multiple of the one before.
   *
   * @param dtype the element type
   * @param start the first number
   * @param stop the last number, or the one after the last
   * @param num how many
   * @param endpoint whether {@code stop} is the last number
   * @return an array of shape {@code (num,)}
   * @throws IllegalArgumentException if {@code num} is negative, or one end is 0 or of another sign than the other
   */
  public static NDArray geomspace(DType dtype, double start, double stop, long num, boolean endpoint) {
    return Spacing.geomspace(dtype, start, stop, num, endpoint);
  }

  /**
   * A matrix from its main diagonal, or the main diagonal of a matrix.
   *
   * @param a an array of one or two axes
   * @return a new matrix with the elements of one axis on its diagonal and zeros elsewhere; or a view of the diagonal of two
   * @throws IllegalArgumentException if there are not 1 or 2 axes
   */
  public static NDArray diag(NDArray a) {
    return diag(a, 0);
  }

  /**
   * A matrix from one of its diagonals, or a diagonal of a matrix.
   *
   * @param a an array of one or two axes
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new matrix with the elements of one axis on its diagonal and zeros elsewhere; or a view of the diagonal of two
   * @throws IllegalArgumentException if there are not 1 or 2 axes
   */
  public static NDArray diag(NDArray a, long k) {
    return Patterns.diag(a, k);
  }

  /**
   * A matrix with all elements of an array on its main diagonal, in C order.
   *
   * @param a an array
   * @return a new matrix, zero elsewhere
   */
  public static NDArray diagflat(NDArray a) {
    return diagflat(a, 0);
  }

  /**
   * A matrix with all elements of an array on one of its diagonals, in C order.
   *
   * @param a an array
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new matrix, zero elsewhere
   */
  public static NDArray diagflat(NDArray a, long k) {
    return Patterns.diag(a.ravel(), k);
  }

  /**
   * Ones at and below the main diagonal, zeros above it.
   *
   * @param n rows and columns
   * @return a new {@code float64} matrix
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray tri(long n) {
    return tri(DType.float64, n, n, 0);
  }

  /**
   * Ones at and below a diagonal, zeros above it.
   *
   * @param dtype the element type
   * @param rows rows
   * @param columns columns
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new matrix
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray tri(DType dtype, long rows, long columns, long k) {
    return Patterns.tri(dtype, rows, columns, k);
  }

  /**
   * A copy with zeros above the main diagonal of the last two axes.
   *
   * @param a an array of at least one axis; a single one is repeated to a square
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  public static NDArray tril(NDArray a) {
    return tril(a, 0);
  }

  /**
   * A copy with zeros above a diagonal of the last two axes.
   *
   * @param a an array of at least one axis; a single one is repeated to a square
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  public static NDArray tril(NDArray a, long k) {
    return Patterns.triangle(a, k, true);
  }

  /**
   * A copy with zeros below the main diagonal of the last two axes.
   *
   * @param a an array of at least one axis; a single one is repeated to a square
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  public static NDArray triu(NDArray a) {
    return triu(a, 0);
  }

  /**
   * A copy with zeros below a diagonal of the last two axes.
   *
   * @param a an array of at least one axis; a single one is repeated to a square
   * @param k 0 for the main diagonal, positive for those above it, negative for those below
   * @return a new array
   * @throws IllegalArgumentException if there are no axes
   */
  public static NDArray triu(NDArray a, long k) {
    return Patterns.triangle(a, k, false);
  }

  /**
   * The powers of numbers as a square matrix, the highest first.
   *
   * @param x the numbers, along one axis
   * @return a new matrix of a row for each number; of at least {@code int64}
   * @throws IllegalArgumentException if there is not one axis, or the number of columns is negative
   */
  public static NDArray vander(NDArray x) {
    return vander(x, x.size(), false);
  }

  /**
   * The powers of numbers, from the 0th on.
   *
   * @param x the numbers, along one axis
   * @param columns how many powers
   * @param increasing whether the 0th is in the first column, not in the last
   * @return a new matrix of a row for each number; of at least {@code int64}
   * @throws IllegalArgumentException if there is not one axis, or the number of columns is negative
   */
  public static NDArray vander(NDArray x, long columns, boolean increasing) {
    return Patterns.vander(x, columns, increasing);
  }

  /**
   * For each axis of a shape the position of every element along it.
   *
   * @param shape the sizes of the axes
   * @return an {@code int64} array of shape {@code (axes, shape...)}
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray indices(long... shape) {
    return indices(DType.int64, shape);
  }

  /**
   * For each axis of a shape the position of every element along it.
   *
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array of shape {@code (axes, shape...)}
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray indices(DType dtype, long... shape) {
    return Patterns.indices(dtype, shape);
  }

  /**
   * What a function makes of the positions along each axis: {@code fromfunction(i -> i[0].add(i[1]), 3, 4)}.
   *
   * @param function takes one {@code float64} array an axis, each of the whole shape
   * @param shape the sizes of the axes
   * @return what the function returns
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray fromfunction(Function<NDArray[], NDArray> function, long... shape) {
    return fromfunction(DType.float64, function, shape);
  }

  /**
   * What a function makes of the positions along each axis.
   *
   * @param dtype the type of the positions
   * @param function takes one array an axis, each of the whole shape
   * @param shape the sizes of the axes
   * @return what the function returns
   * @throws IllegalArgumentException if a size is negative
   */
  public static NDArray fromfunction(DType dtype, Function<NDArray[], NDArray> function, long... shape) {
    return Patterns.fromfunction(dtype, function, shape);
  }

  /**
   * Coordinates of a grid, as NumPy's {@code meshgrid} with its default {@code indexing="xy"}: for x of n numbers and y of
   * m, arrays of shape {@code (m, n)}.
   *
   * @param coordinates the numbers along x, y, ...; those of several axes are read in C order
   * @return one new array for each, with x along the second axis and y along the first
   */
  public static NDArray[] meshgrid(NDArray... coordinates) {
    return meshgrid(Grid.XY, coordinates);
  }

  /**
   * Coordinates of a grid.
   *
   * @param grid how they are laid out
   * @param coordinates the numbers along each axis; those of several axes are read in C order
   * @return one array for each
   */
  public static NDArray[] meshgrid(Grid grid, NDArray... coordinates) {
    return Patterns.meshgrid(grid, coordinates);
  }
}
