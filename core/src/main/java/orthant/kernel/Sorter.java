package orthant.kernel;

import orthant.DType;

/**
 * What puts elements in order; exchangeable. The order is that of NumPy: NaN last, complex numbers by real, then by
 * imaginary part, those with a NaN behind all others. All sorting is stable, and gives the same bits whoever does it.
 *
 * <p>Addresses are of elements that lie side by side; the caller keeps them alive.
 */
public interface Sorter {
  /**
   * The name by which a property asks for it.
   *
   * @return a short name
   */
  String name();

  /**
   * Which one is taken if none is asked for.
   *
   * @return the highest one wins; the reference has 0
   */
  int priority();

  /**
   * Sorts rows in place.
   *
   * @param type the type of the elements
   * @param address where the first row begins
   * @param rows how many rows
   * @param n elements of a row
   * @throws IllegalArgumentException if a row is too long
   */
  void sort(DType type, long address, long rows, long n);

  /**
   * Puts some positions of each row in order: each holds the element that sorting would put there, no element before it is
   * greater and none behind it less. Where equal elements have different bits, it is the one that stable sorting puts there.
   *
   * @param type the type of the elements
   * @param address where the first row begins
   * @param rows how many rows
   * @param n elements of a row
   * @param positions from 0 to {@code n - 1}, in order
   * @throws IllegalArgumentException if a row is too long
   */
  default void partition(DType type, long address, long rows, long n, long[] positions) {
    sort(type, address, rows, n);
  }

  /**
   * Finds for each row the positions that sort it.
   *
   * @param type the type of the elements
   * @param address where the first row begins
   * @param rows how many rows
   * @param n elements of a row
   * @param positions where the {@code int64} positions go
   * @throws IllegalArgumentException if a row is too long
   */
  void argsort(DType type, long address, long rows, long n, long positions);

  /**
   * Finds for each row the positions that put one of its positions in order: first those of lesser elements, then of elements
   * equal to the one that sorting would put there, then of greater ones; each of the three ascending.
   *
   * @param type the type of the elements
   * @param address where the first row begins
   * @param rows how many rows
   * @param n elements of a row
   * @param k the position, from 0 to {@code n - 1}
   * @param positions where the {@code int64} positions go
   * @throws IllegalArgumentException if a row is too long
   */
  void argpartition(DType type, long address, long rows, long n, long k, long positions);

  /**
   * Finds where values belong in a sorted row.
   *
   * @param type the type of the elements and of the values
   * @param address where the sorted row begins
   * @param n elements of the row
   * @param values where the values begin
   * @param count how many values
   * @param right whether a value goes behind elements that are equal to it, not before them
   * @param positions where the {@code int64} positions go
   * @throws IllegalArgumentException if the row is too long
   */
  void search(DType type, long address, long n, long values, long count, boolean right, long positions);
}
