package orthant.linalg;

import java.util.List;
import java.util.Random;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;

/** The same matrix in every layout that memory knows. */
final class Layouts {
  /** Names of layouts, for messages. */
  static final List<String> ALL = List.of("C", "F", "row gaps", "column gaps", "rows reversed", "columns reversed", "F reversed",
      "unaligned");

  private Layouts() {}

  /** Random values in (-1, 1), rounded to float so that they are the same in both types. */
  static double[][] random(Random random, int rows, int columns) {
    var values = new double[rows][columns];
    for (var row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) (2 * random.nextDouble() - 1);
      }
    }
    return values;
  }

  /** An array of these values in C order. */
  static NDArray array(DType dtype, double[][] values) {
    return arrange("C", dtype, values);
  }

  /** An array of these values, laid out as the name says. */
  static NDArray arrange(String name, DType dtype, double[][] values) {
    long rows = values.length;
    long columns = rows == 0 ? 0 : values[0].length;
    long item = dtype.size();
    long start = 0;
    long row = columns * item;
    long column = item;
    switch (name) {
      case "C" -> {}
      case "F" -> {
        row = item;
        column = rows * item;
      }
      case "row gaps" -> row = (columns + 3) * item;
      case "column gaps" -> {
        row = (2 * columns + 1) * item;
        column = 2 * item;
      }
      case "rows reversed" -> {
        start = (rows - 1) * row;
        row = -row;
      }
      case "columns reversed" -> {
        start = (columns - 1) * item;
        column = -item;
      }
      case "F reversed" -> {
        start = (rows * columns - 1) * item;
        row = -item;
        column = -rows * item;
      }
      case "unaligned" -> start = 1;
      default -> throw new AssertionError(name);
    }
    var door = Access.door();
    var bytes = Nd.empty(DType.bool, 2 * (rows + 1) * (columns + 4) * item + 8);
    var layout = Layout.of(new long[] {rows, columns}, new long[] {row, column});
    var array = door.wrap(dtype, layout, door.storage(bytes), door.address(bytes) + start, false);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        array.set(values[i][j], i, j);
      }
    }
    return array;
  }

  /** A row of values repeated by a stride of zero. */
  static NDArray repeated(DType dtype, double[] values, int rows) {
    var one = array(dtype, new double[][] {values});
    var door = Access.door();
    return door.wrap(dtype, Layout.of(new long[] {rows, values.length}, new long[] {0, dtype.size()}), door.storage(one),
        door.address(one), true);
  }

  /** A vector with a stride. */
  static NDArray vector(DType dtype, double[] values, int stride) {
    long n = values.length;
    long item = dtype.size();
    var door = Access.door();
    var bytes = Nd.empty(DType.bool, n * Math.max(1, Math.abs(stride)) * item + 8);
    long start = stride < 0 ? (n - 1) * -stride * item : 0;
    var array = door.wrap(dtype, Layout.of(new long[] {n}, new long[] {stride * item}), door.storage(bytes), door.address(bytes) + start,
        false);
    for (int i = 0; i < n; i++) {
      array.set(values[i], i);
    }
    return array;
  }

  /** The textbook product in double, and for each element the sum of magnitudes that its rounding is measured by. */
  record Expected(double[][] sums, double[][] magnitudes, int inner) {
    static Expected of(double[][] a, double[][] b) {
      int columns = b.length == 0 ? 0 : b[0].length;
      var sums = new double[a.length][columns];
      var magnitudes = new double[a.length][columns];
      for (int i = 0; i < a.length; i++) {
        for (int p = 0; p < b.length; p++) {
          for (int j = 0; j < columns; j++) {
            double product = a[i][p] * b[p][j];
            sums[i][j] += product;
            magnitudes[i][j] += Math.abs(product);
          }
        }
      }
      return new Expected(sums, magnitudes, b.length);
    }

    /** The worst error of an element in units of the last place of its sum of magnitudes, by sqrt(k). */
    double residual(NDArray c) {
      double eps = c.dtype() == DType.float32 ? Math.ulp(1f) : Math.ulp(1.0);
      double worst = 0;
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < sums[i].length; j++) {
          double scale = eps * Math.max(Double.MIN_NORMAL, magnitudes[i][j]) * Math.sqrt(Math.max(1, inner));
          double error = Math.abs(c.getDouble(i, j) - sums[i][j]) / scale;
          worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
      }
      return worst;
    }
  }

  /** How far a product is from the textbook one. */
  static double residual(double[][] a, double[][] b, NDArray c) {
    return Expected.of(a, b).residual(c);
  }
}
