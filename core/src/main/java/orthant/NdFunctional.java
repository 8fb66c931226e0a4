package orthant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The functions of {@link Nd} that count into bins, apply functions, and make windows and bits. */
abstract class NdFunctional extends NdMissing {
  /**
   * How often each of 0, 1, 2, ... occurs.
   *
   * @param x integers along one axis
   * @return {@code int64} counts
   * @throws IllegalArgumentException if there are other than integers from 0 on along one axis
   */
  public static NDArray bincount(NDArray x) {
    return Histograms.bincount(x, null, 0);
  }

  /**
   * How often each of 0, 1, 2, ... occurs, or the sum of its weights.
   *
   * @param x integers along one axis
   * @param weights how much each counts, or null
   * @param minlength how many results there are at least
   * @return {@code int64} counts, {@code float64} sums
   * @throws IllegalArgumentException if there are other than integers from 0 on along one axis, or the weights do not
   *     fit
   */
  public static NDArray bincount(NDArray x, NDArray weights, long minlength) {
    return Histograms.bincount(x, weights, minlength);
  }

  /**
   * The number of the bin that each element is in: that of the first edge above it.
   *
   * @param x an array
   * @param bins the edges, which ascend or descend
   * @return {@code int64} numbers; 0 before the first edge, their number behind the last
   * @throws IllegalArgumentException if the edges go up and down or have not one axis
   */
  public static NDArray digitize(NDArray x, NDArray bins) {
    return Histograms.digitize(x, bins, false);
  }

  /**
   * The number of the bin that each element is in.
   *
   * @param x an array
   * @param bins the edges, which ascend or descend
   * @param right whether a bin has its upper edge, not the lower one
   * @return {@code int64} numbers; 0 before the first edge, their number behind the last
   * @throws IllegalArgumentException if the edges go up and down or have not one axis
   */
  public static NDArray digitize(NDArray x, NDArray bins, boolean right) {
    return Histograms.digitize(x, bins, right);
  }

  /**
   * How many elements are in each of ten bins from the smallest to the largest.
   *
   * @param a an array
   * @return the counts and the edges
   * @throws IllegalArgumentException if the elements are complex or the weights do not fit
   */
  public static Histogram histogram(NDArray a) {
    return Histograms.count(a, Bins.of(10));
  }

  /**
   * How many elements are in each of some bins from the smallest to the largest.
   *
   * @param a an array
   * @param bins how many bins
   * @return the counts and the edges
   * @throws IllegalArgumentException if the elements are complex or the weights do not fit
   */
  public static Histogram histogram(NDArray a, long bins) {
    return Histograms.count(a, Bins.of(bins));
  }

  /**
   * How many elements are in each bin.
   *
   * @param a an array
   * @param bins the bins
   * @return the counts and the edges
   * @throws IllegalArgumentException if the elements are complex or the weights do not fit
   */
  public static Histogram histogram(NDArray a, Bins bins) {
    return Histograms.count(a, bins);
  }

  /**
   * How many elements are in each bin, what they weigh, or how dense they are.
   *
   * @param a an array
   * @param bins the bins
   * @param weights how much each element counts, or null for the same
   * @param density whether the integral shall be 1
   * @return the counts and the edges
   * @throws IllegalArgumentException if the elements are complex or the weights do not fit
   */
  public static Histogram histogram(NDArray a, Bins bins, NDArray weights, boolean density) {
    return Histograms.of(a, bins, weights, density);
  }

  /**
   * The edges of the bins that {@code histogram} would use.
   *
   * @param a an array
   * @param bins the bins
   * @return one edge more than bins
   * @throws IllegalArgumentException if the elements are complex or the weights do not fit
   */
  public static NDArray histogramBinEdges(NDArray a, Bins bins) {
    return Histograms.edges(a, bins);
  }

  /**
   * How many points are in each bin of a grid.
   *
   * @param x the first coordinates
   * @param y the second coordinates
   * @param bins the bins of each coordinate, or one for all
   * @return the counts and the edges
   * @throws IllegalArgumentException if the coordinates or the bins do not fit
   */
  public static HistogramND histogram2d(NDArray x, NDArray y, Bins... bins) {
    return Histograms.pairs(x, y, null, false, bins);
  }

  /**
   * How many points are in each bin of a grid, what they weigh, or how dense they are.
   *
   * @param x the first coordinates
   * @param y the second coordinates
   * @param weights how much each element counts, or null for the same
   * @param density whether the integral shall be 1
   * @param bins the bins of each coordinate, or one for all
   * @return the counts and the edges
   * @throws IllegalArgumentException if the coordinates, the bins or the weights do not fit
   */
  public static HistogramND histogram2d(NDArray x, NDArray y, NDArray weights, boolean density, Bins... bins) {
    return Histograms.pairs(x, y, weights, density, bins);
  }

  /**
   * How many points are in each bin of a grid.
   *
   * @param sample of shape (points, coordinates)
   * @param bins the bins of each coordinate, or one for all
   * @return the counts and the edges
   * @throws IllegalArgumentException if the bins do not fit
   */
  public static HistogramND histogramdd(NDArray sample, Bins... bins) {
    return Histograms.points(sample, null, false, bins);
  }

  /**
   * How many points are in each bin of a grid, what they weigh, or how dense they are.
   *
   * @param sample of shape (points, coordinates)
   * @param weights how much each element counts, or null for the same
   * @param density whether the integral shall be 1
   * @param bins the bins of each coordinate, or one for all
   * @return the counts and the edges
   * @throws IllegalArgumentException if the bins or the weights do not fit
   */
  public static HistogramND histogramdd(NDArray sample, NDArray weights, boolean density, Bins... bins) {
    return Histograms.points(sample, weights, density, bins);
  }

  /**
   * What a function makes of each line along an axis.
   *
   * @param function what is called for each line
   * @param axis the axis; negative ones count from the end
   * @param a an array
   * @return the results, their axes in the place of the axis; of the type of the first one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if there are no lines, or the results have different shapes
   */
  public static NDArray applyAlongAxis(Function<NDArray, NDArray> function, int axis, NDArray a) {
    return Functional.alongAxis(function, axis, a);
  }

  /**
   * Applies a function along one axis after the other.
   *
   * @param function what is called with the array and the number of an axis
   * @param a an array
   * @param axes the axes; negative ones count from the end
   * @return the last result, with as many axes as {@code a}
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if the function neither keeps the axes nor removes one
   */
  public static NDArray applyOverAxes(BiFunction<NDArray, Integer, NDArray> function, NDArray a, int... axes) {
    return Functional.overAxes(function, a, axes);
  }

  /**
   * What each function makes of the elements for which its condition is true; of several the last one; 0 for none.
   *
   * @param x an array
   * @param conditions truth values that broadcast to it
   * @param functions as many, or one more for all other elements
   * @return a new array of the type of {@code x}
   * @throws IllegalArgumentException if functions and conditions do not fit
   */
  @SafeVarargs
  public static NDArray piecewise(NDArray x, NDArray[] conditions, UnaryOperator<NDArray>... functions) {
    var list = new ArrayList<UnaryOperator<NDArray>>();
    for (var function : functions) {
      list.add(function);
    }
    return Functional.piecewise(x, conditions, list);
  }

  /**
   * A function of numbers as one of arrays.
   *
   * @param function what is called for each element
   * @return a function that returns {@code float64} arrays
   */
  public static UnaryOperator<NDArray> vectorize(DoubleUnaryOperator function) {
    return a -> array(Arrays.stream(a.toDoubleArray()).map(function).toArray()).reshape(a.shape());
  }

  /**
   * A function of two numbers as one of arrays, which broadcast.
   *
   * @param function what is called for each pair of elements
   * @return a function that returns {@code float64} arrays
   */
  public static BinaryOperator<NDArray> vectorize(DoubleBinaryOperator function) {
    return (a, b) -> {
      var both = broadcastArrays(a, b);
      double[] x = both[0].toDoubleArray();
      double[] y = both[1].toDoubleArray();
      Arrays.setAll(x, i -> function.applyAsDouble(x[i], y[i]));
      return array(x).reshape(both[0].shape());
    };
  }

  /**
   * The values of a polynomial, by Horner's rule.
   *
   * @param p the coefficients, that of the highest power first
   * @param x where
   * @return a new array of the shape of {@code x}
   * @throws IllegalArgumentException if the coefficients have not one axis
   */
  public static NDArray polyval(NDArray p, NDArray x) {
    return Functional.polyval(p, x);
  }

  /**
   * The triangular window, 0 at both ends.
   *
   * @param m how many weights
   * @return {@code float64} weights, the largest 1; none if {@code m} is less than 1
   */
  public static NDArray bartlett(long m) {
    return Windows.bartlett(m);
  }

  /**
   * The Blackman window.
   *
   * @param m how many weights
   * @return {@code float64} weights, the largest 1; none if {@code m} is less than 1
   */
  public static NDArray blackman(long m) {
    return Windows.blackman(m);
  }

  /**
   * The Hamming window.
   *
   * @param m how many weights
   * @return {@code float64} weights, the largest 1; none if {@code m} is less than 1
   */
  public static NDArray hamming(long m) {
    return Windows.hamming(m);
  }

  /**
   * The Hann window.
   *
   * @param m how many weights
   * @return {@code float64} weights, the largest 1; none if {@code m} is less than 1
   */
  public static NDArray hanning(long m) {
    return Windows.hanning(m);
  }

  /**
   * The Kaiser window.
   *
   * @param m how many weights
   * @param beta its shape; 0 is a rectangle
   * @return {@code float64} weights, the largest 1; none if {@code m} is less than 1
   */
  public static NDArray kaiser(long m, double beta) {
    return Windows.kaiser(m, beta);
  }

  /**
   * All elements as bits, eight in a byte, the first one the highest; zeros fill the last byte.
   *
   * @param a an array
   * @return {@code uint8} with one axis
   * @throws IllegalArgumentException if it is neither bool nor integer
   */
  public static NDArray packbits(NDArray a) {
    return Functional.packbits(a.ravel(), 0, false);
  }

  /**
   * The elements along an axis as bits, eight in a byte; zeros fill the last byte.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param little whether the first one is the lowest bit
   * @return {@code uint8}, shorter along the axis
   * @throws IllegalArgumentException if it is neither bool nor integer
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray packbits(NDArray a, int axis, boolean little) {
    return Functional.packbits(a, axis, little);
  }

  /**
   * All bits, the highest of each byte first.
   *
   * @param a an array
   * @return {@code uint8} zeros and ones with one axis
   * @throws IllegalArgumentException if it is not {@code uint8}
   */
  public static NDArray unpackbits(NDArray a) {
    return Functional.unpackbits(a.ravel(), 0, a.size() * 8, false);
  }

  /**
   * The bits along an axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param little whether the lowest bit of a byte is the first
   * @return {@code uint8} zeros and ones, longer along the axis
   * @throws IllegalArgumentException if it is not {@code uint8}
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray unpackbits(NDArray a, int axis, boolean little) {
    return Functional.unpackbits(a, axis, a.shape(axis) * 8, little);
  }

  /**
   * The first bits along an axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param little whether the lowest bit of a byte is the first
   * @param count how many; zeros are added; less than 0 leaves off so many at the end
   * @return {@code uint8} zeros and ones
   * @throws IllegalArgumentException if it is not {@code uint8}
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray unpackbits(NDArray a, int axis, boolean little, long count) {
    return Functional.unpackbits(a, axis, count, little);
  }
}
