package orthant;

/** The rules for the width of bins, as NumPy has them. A width of 0 stands for a single bin. */
final class BinWidth {
  private BinWidth() {}

  static double of(Bins.Rule rule, double[] x) {
    double n = x.length;
    double width = span(x);
    return switch (rule) {
      case SQRT -> width / Math.sqrt(n);
      case STURGES -> width / (log2(n) + 1);
      case RICE -> width / (2 * StrictMath.pow(n, 1.0 / 3));
      case SCOTT -> StrictMath.pow(24 * Math.sqrt(Math.PI) / n, 1.0 / 3) * Nd.array(x).std().getDouble();
      case FD -> {
        var quartiles = Nd.array(x).percentile(Nd.array(75.0, 25.0));
        yield 2 * (quartiles.getDouble(0) - quartiles.getDouble(1)) * StrictMath.pow(n, -1.0 / 3);
      }
      case AUTO -> Math.min(Math.max(of(Bins.Rule.FD, x), of(Bins.Rule.SQRT, x) / 2), of(Bins.Rule.STURGES, x));
      case DOANE -> doane(x);
      case STONE -> stone(x);
    };
  }

  private static double span(double[] x) {
    double low = x[0];
    double high = x[0];
    for (double v : x) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    return high - low;
  }

  private static double log2(double x) {
    // Exact for powers of two, as NumPy's.
    int exponent = Math.getExponent(x);
    return exponent + StrictMath.log(x / Math.scalb(1.0, exponent)) / StrictMath.log(2);
  }

  private static double doane(double[] x) {
    double n = x.length;
    if (n <= 2) {
      return 0;
    }
    double spread = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
    var values = Nd.array(x);
    double deviation = values.std().getDouble();
    if (!(deviation > 0)) {
      return 0;
    }
    var scaled = values.subtract(values.mean()).divide(deviation);
    double skew = scaled.multiply(scaled).multiply(scaled).mean().getDouble();
    return span(x) / (1 + log2(n) + log2(1 + Math.abs(skew) / spread));
  }

  private static double stone(double[] x) {
    double n = x.length;
    double width = span(x);
    if (n <= 1 || width == 0) {
      return 0;
    }
    int most = Math.max(100, (int) Math.sqrt(n));
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int bins = 1; bins <= most; bins++) {
      double squares = 0;
      for (double count : Histograms.count(Nd.array(x), Bins.of(bins)).counts().toDoubleArray()) {
        squares += count / n * (count / n);
      }
      double loss = (2 - (n + 1) * squares) / (width / bins);
      if (loss < least) {
        least = loss;
        best = bins;
      }
    }
    return width / best;
  }
}
