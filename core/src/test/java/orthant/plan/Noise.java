package orthant.plan;

/** Numbers that golden.py makes as well: splitmix64 of a counter, as a sign, 53 bits and a small exponent. */
final class Noise {
  private Noise() {}

  static double[] numbers(int n, long seed) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      long z = (i + 1 + seed * 1000003) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z = z ^ (z >>> 31);
      double unit = (z >>> 11) * 0x1p-53;
      x[i] = ((z & 1) != 0 ? -1.0 : 1.0) * unit * (1 << ((z >>> 1) & 7));
    }
    return x;
  }
}
