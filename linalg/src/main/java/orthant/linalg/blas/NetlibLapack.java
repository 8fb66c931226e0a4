package orthant.linalg.blas;

import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/** LAPACK of dev.ludovic.netlib, on copies in Java arrays: native below, or LAPACK 3.1 translated to Java by f2j. */
final class NetlibLapack implements Lapack {
  private final LAPACK lapack;

  /**
   * Wraps an instance.
   *
   * @param lapack native or Java
   */
  NetlibLapack(LAPACK lapack) {
    this.lapack = lapack;
  }

  @Override
  public int getrf(int n, long a, long pivots) {
    var matrix = Heap.doubles(a, n, n, n);
    var permutation = new int[n];
    var info = new intW(0);
    DeepStack.call(() -> {
      lapack.dgetrf(n, n, matrix, n, permutation, info);
      return null;
    });
    Heap.store(matrix, a, n, n, n);
    Heap.store(permutation, pivots);
    return info.val;
  }

  @Override
  public void getrs(boolean transposed, int n, int columns, long a, long pivots, long b) {
    var sides = Heap.doubles(b, columns, n, n);
    DeepStack.call(() -> {
      lapack.dgetrs(transposed ? "T" : "N", n, columns, Heap.doubles(a, n, n, n), n, Heap.ints(pivots, n), sides, n, new intW(0));
      return null;
    });
    Heap.store(sides, b, columns, n, n);
  }

  @Override
  public LeastSquares gelsd(int m, int n, int columns, long a, long b, long s, double rcond) {
    int ldb = Math.max(m, n);
    var matrix = Heap.doubles(a, n, m, m);
    var sides = Heap.doubles(b, columns, ldb, ldb);
    var values = new double[Math.min(m, n)];
    var rank = new intW(0);
    var info = new intW(0);
    int integers = integerSpace(Math.min(m, n));
    DeepStack.call(() -> {
      var best = new double[1];
      lapack.dgelsd(m, n, columns, matrix, m, sides, ldb, values, rcond, rank, best, -1, new int[integers], info);
      var work = new double[NativeLapack.workSize(best[0], m, n)];
      lapack.dgelsd(m, n, columns, matrix, m, sides, ldb, values, rcond, rank, work, work.length, new int[integers], info);
      return null;
    });
    Heap.store(sides, b, columns, ldb, ldb);
    Heap.store(values, s, 1, values.length, values.length);
    return new LeastSquares(info.val, rank.val);
  }

  @Override
  public int geev(int n, long a, long re, long im) {
    var matrix = Heap.doubles(a, n, n, n);
    var real = new double[n];
    var imaginary = new double[n];
    var none = new double[1];
    var info = new intW(0);
    DeepStack.call(() -> {
      var best = new double[1];
      lapack.dgeev("N", "N", n, matrix, n, real, imaginary, none, n, none, n, best, -1, info);
      var work = new double[NativeLapack.workSize(best[0], n, n)];
      lapack.dgeev("N", "N", n, matrix, n, real, imaginary, none, n, none, n, work, work.length, info);
      return null;
    });
    Heap.store(real, re, 1, n, n);
    Heap.store(imaginary, im, 1, n, n);
    return info.val;
  }

  /** LAPACK's formula, with the smallest size of a leaf (25) replaced by 1 so that it holds for every build. */
  private static int integerSpace(int least) {
    int levels = Math.max(0, 32 - Integer.numberOfLeadingZeros(least)) + 1;
    return Math.toIntExact(Math.max(1L, 3L * least * levels + 11L * least));
  }
}
