package orthant.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/**
 * What every backend must get right, as a program: two builds of OpenBLAS in one process crash, so each backend is tested
 * in a process of its own. Prints the backend, and numbers that must be equal for all up to rounding.
 */
public final class Battery {
  private static final int[][] SIZES = {
    {1, 1, 1}, {1, 1, 700}, {1, 600, 3}, {1, 5, 600}, {600, 1, 3}, {7, 1, 600}, {2, 3, 4}, {5, 17, 9}, {33, 31, 32}, {65, 66, 67},
    {70, 200, 300}, {97, 64, 65}
  };

  private Battery() {}

  /** Runs all of it, with an argument only one product; an exception ends the process with an error. */
  public static void main(String[] args) throws InterruptedException {
    System.out.println(Linalg.showConfig());
    System.out.println("FIRST " + Linalg.matmul(Nd.ones(100, 100), Nd.ones(100, 100)).getDouble(99, 99));
    if (args.length > 0) {
      return;
    }
    System.out.println("RESIDUAL " + products());
    System.out.println("VECTORS " + vectors());
    systems();
    leastSquares();
    eigenvalues();
    smallStack();
    System.out.println("PASSED");
  }

  /** The worst scaled residual over types, sizes and layouts. */
  static double products() {
    var random = new Random(1);
    double worst = 0;
    for (var dtype : new DType[] {DType.float64, DType.float32}) {
      for (int[] size : SIZES) {
        var left = Layouts.random(random, size[0], size[2]);
        var right = Layouts.random(random, size[2], size[1]);
        var expected = Layouts.Expected.of(left, right);
        for (String la : Layouts.ALL) {
          for (String lb : Layouts.ALL) {
            var c = Linalg.matmul(Layouts.arrange(la, dtype, left), Layouts.arrange(lb, dtype, right));
            double residual = expected.residual(c);
            require(residual < 10, dtype + " (" + size[0] + ", " + size[2] + ") " + la + " by (" + size[2] + ", " + size[1] + ") " + lb
                + ": " + residual);
            worst = Math.max(worst, residual);
          }
        }
      }
      var row = Layouts.random(random, 1, 300)[0];
      var right = Layouts.random(random, 300, 80);
      var repeated = new double[70][];
      Arrays.fill(repeated, row);
      double residual = Layouts.residual(repeated, right, Linalg.matmul(Layouts.repeated(dtype, row, 70), Layouts.array(dtype, right)));
      require(residual < 10, "repeated rows: " + residual);
    }
    return worst;
  }

  /** Vectors on either side, in every stride. */
  static double vectors() {
    var random = new Random(2);
    double worst = 0;
    for (var dtype : new DType[] {DType.float64, DType.float32}) {
      for (int n : new int[] {1, 3, 50, 2000}) {
        var matrix = Layouts.random(random, n, 20);
        var x = Layouts.random(random, 1, n);
        var column = new double[n][1];
        for (int i = 0; i < n; i++) {
          column[i][0] = x[0][i];
        }
        var transposed = new double[20][n];
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < 20; j++) {
            transposed[j][i] = matrix[i][j];
          }
        }
        for (int stride : new int[] {1, 2, -1, -3}) {
          var v = Layouts.vector(dtype, x[0], stride);
          for (String layout : Layouts.ALL) {
            worst = Math.max(worst, Layouts.residual(x, matrix, Linalg.matmul(v, Layouts.arrange(layout, dtype, matrix)).reshape(1, 20)));
            var down = Linalg.matmul(Layouts.arrange(layout, dtype, transposed), v).reshape(20, 1);
            worst = Math.max(worst, Layouts.residual(transposed, column, down));
          }
          worst = Math.max(worst, Layouts.residual(x, column, Linalg.matmul(v, Layouts.vector(dtype, x[0], 1)).reshape(1, 1)));
        }
      }
    }
    require(worst < 10, "vectors: " + worst);
    return worst;
  }

  /** LU decompositions, the large ones from a thread with a small stack, which threaded LAPACK would overflow. */
  static void systems() throws InterruptedException {
    var failure = new Throwable[1];
    var thread = new Thread(null, () -> {
      for (int n : new int[] {1, 2, 10, 64, 65, 150, 300, 1000}) {
        System.out.println("SOLVE " + n + " " + solveOne(n, 3));
      }
    }, "small stack", 512 << 10);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    thread.join();
    if (failure[0] != null) {
      throw new AssertionError(failure[0]);
    }
  }

  /** The first element of the solution, after a check of the residual. */
  private static double solveOne(int n, int columns) {
    var random = new Random(n);
    var a = Layouts.random(random, n, n);
    var b = Layouts.random(random, n, columns);
    double first = 0;
    for (String layout : n > 300 ? List.of("C", "F") : Layouts.ALL) {
      var x = Linalg.solve(Layouts.arrange(layout, DType.float64, a), Layouts.arrange(layout, DType.float64, b));
      double residual = systemResidual(a, x, b);
      require(residual < 10, "solve " + n + " " + layout + ": " + residual);
      first = x.getDouble(0, 0);
    }
    return first;
  }

  /** |ax - b| / (n eps |a| |x|) in the largest-row norm. */
  static double systemResidual(double[][] a, NDArray x, double[][] b) {
    int n = a.length;
    double worst = 0;
    for (int j = 0; j < x.shape(1); j++) {
      double normX = 0;
      double normA = 0;
      double difference = 0;
      for (int i = 0; i < n; i++) {
        double sum = -b[i][j];
        double row = 0;
        for (int p = 0; p < n; p++) {
          sum += a[i][p] * x.getDouble(p, j);
          row += Math.abs(a[i][p]);
        }
        difference = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(difference, Math.abs(sum));
        normA = Math.max(normA, row);
        normX = Math.max(normX, Math.abs(x.getDouble(i, j)));
      }
      worst = Math.max(worst, difference / (n * Math.ulp(1.0) * normA * normX));
    }
    return worst;
  }

  /** Overdetermined, underdetermined and rank-deficient fits: the residual is orthogonal to the columns. */
  static void leastSquares() {
    var random = new Random(3);
    for (int[] size : new int[][] {{20, 3}, {3, 20}, {200, 50}, {5, 5}, {1, 1}}) {
      int m = size[0];
      int n = size[1];
      var a = Layouts.random(random, m, n);
      var b = Layouts.random(random, m, 2);
      for (String layout : Layouts.ALL) {
        var fit = Linalg.lstsq(Layouts.arrange(layout, DType.float64, a), Layouts.arrange(layout, DType.float64, b));
        require(fit.rank() == Math.min(m, n), "rank " + fit.rank());
        for (int j = 0; j < 2; j++) {
          var r = new double[m];
          double squares = 0;
          for (int i = 0; i < m; i++) {
            r[i] = b[i][j];
            for (int p = 0; p < n; p++) {
              r[i] -= a[i][p] * fit.x().getDouble(p, j);
            }
            squares += r[i] * r[i];
          }
          for (int p = 0; p < n; p++) {
            double dot = 0;
            for (int i = 0; i < m; i++) {
              dot += a[i][p] * r[i];
            }
            require(Math.abs(dot) < 1e-11 * m, "not orthogonal: " + dot);
          }
          if (m > n) {
            require(Math.abs(squares - fit.residuals().getDouble(j)) < 1e-12 * m, "residual " + squares);
          }
        }
        if (layout.equals("C")) {
          System.out.println("LSTSQ " + m + " " + n + " " + fit.x().getDouble(0, 0) + " " + fit.singularValues().getDouble(0));
        }
      }
    }
  }

  /** Of known polynomials, and by trace and norm. */
  static void eigenvalues() {
    var random = new Random(5);
    for (int n : new int[] {1, 2, 6, 100}) {
      var values = Layouts.random(random, n, n);
      double trace = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        trace += values[i][i];
        for (int j = 0; j < n; j++) {
          squares += values[i][j] * values[j][i];
        }
      }
      for (String layout : Layouts.ALL) {
        var found = Linalg.eigvals(Layouts.arrange(layout, DType.float64, values));
        require(found.dtype() == DType.complex128 && found.size() == n, "eigenvalues " + found);
        require(Math.abs(found.real().sum().getDouble() - trace) < 1e-11 * n, "trace " + trace);
        require(Math.abs(found.imag().sum().getDouble()) < 1e-11 * n, "no pairs: " + found);
        // The trace of the square.
        double sum = found.real().square().sum().getDouble() - found.imag().square().sum().getDouble();
        require(Math.abs(sum - squares) < 1e-11 * n * n, "squares " + squares + " but " + sum);
      }
    }
    var roots = Linalg.roots(Nd.array(1, -10, 35, -50, 24)).real();
    for (int i = 1; i <= 4; i++) {
      require(roots.subtract(i).abs().min().getDouble() < 1e-12, i + " is not among " + roots);
    }
  }

  /** Small products until their vector form has taken over: every one has the same bits. */
  static void smallStack() throws InterruptedException {
    var random = new Random(4);
    var a = Layouts.array(DType.float64, Layouts.random(random, 500, 49)).reshape(500, 7, 7);
    var first = Linalg.matmul(a, a);
    for (int round = 0; round < 40; round++) {
      var again = Linalg.matmul(a, a);
      for (int i = 0; i < 500; i += 61) {
        require(again.getDouble(i, 3, 5) == first.getDouble(i, 3, 5), "bits changed in round " + round);
      }
      Thread.sleep(20);
    }
    System.out.println("STACK " + Nd.matmul(a, a).getDouble(499, 6, 6));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
