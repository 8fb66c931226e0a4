package orthant.examples.co2;

import static orthant.Index.slice;

import orthant.NDArray;

/**
 * Means of whole decades.
 *
 * @param firstYear the year the first decade begins with
 * @param means one value a decade
 */
record Decades(int firstYear, NDArray means) {
  /**
   * Cuts yearly values into whole decades.
   *
   * @param yearly one value a year
   * @param year the year of the first value
   */
  static Decades of(NDArray yearly, int year) {
    int skip = Math.floorMod(-year, 10);
    long decades = (yearly.shape(0) - skip) / 10;
    return new Decades(year + skip, yearly.get(slice(skip, skip + 10 * decades)).reshape(decades, 10).mean(1));
  }
}
