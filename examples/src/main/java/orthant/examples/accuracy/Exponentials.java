package orthant.examples.accuracy;

import java.util.List;
import java.util.SplittableRandom;
import orthant.ufunc.Ufuncs;

/** Logarithms, exponentials, powers and hyperbolic functions, with 100 bits. */
final class Exponentials {
  private static final double MAX = Double.MAX_VALUE;
  private static final double MIN = Double.MIN_VALUE;
  private static final double LN2 = 0.6931471805599453;

  private Exponentials() {}

  static final List<Function> ALL = List.of(
      Function.scaled(Ufuncs.exp, (x, _) -> DoubleDouble.of(x).exp(), StrictMath::exp, -745.2, 709.8, -745.2, -708, -1, 1),
      Function.scaled(Ufuncs.exp2, (x, _) -> exp2(DoubleDouble.of(x)), x -> StrictMath.pow(2, x), -1075, 1024, -1075, -1021, -1, 1),
      Function.scaled(Ufuncs.expm1, (x, _) -> expm1(x), StrictMath::expm1, -40, 709.8, -2, 2, -1e-3, 1e-3, 20, 60),
      Function.of(Ufuncs.log, x -> DoubleDouble.of(x).log(), StrictMath::log, MIN, MAX, 0.5, 2, 0.999, 1.001),
      Function.of(Ufuncs.log2, x -> DoubleDouble.of(x).log().over(DoubleDouble.LN2), Exponentials::quickLog2, MIN, MAX, 0.5, 2, 0.999, 1.001),
      Function.of(Ufuncs.log10, x -> DoubleDouble.of(x).log().over(DoubleDouble.LN10), StrictMath::log10, MIN, MAX, 0.5, 2, 0.999, 1.001),
      Function.of(Ufuncs.log1p, Exponentials::log1p, StrictMath::log1p, MIN, MAX, -0.999999, 3, -0.3, 0.5, -1 + 0x1p-53, -0.99),
      Function.scaled(Ufuncs.sinh, (x, _) -> sinh(x), StrictMath::sinh, -710.4, 710.4, -1, 1, -25, 25),
      Function.scaled(Ufuncs.cosh, (x, _) -> cosh(x), StrictMath::cosh, -710.4, 710.4, -1, 1, -25, 25),
      Function.of(Ufuncs.tanh, Exponentials::tanh, StrictMath::tanh, -22, 22, -1, 1, -1e-3, 1e-3),
      Function.of(Ufuncs.asinh, Exponentials::asinh, Exponentials::quickAsinh, -MAX, MAX, -3, 3, -0.5, 0.5, 1e5, 1e10),
      Function.of(Ufuncs.acosh, Exponentials::acosh, Exponentials::quickAcosh, 1, MAX, 1, 3, 1, 1.01, 1e5, 1e10),
      Function.of(Ufuncs.atanh, Exponentials::atanh, Exponentials::quickAtanh, -1 + 0x1p-53, 1 - 0x1p-53, -0.5, 0.5, 0.999, 1 - 0x1p-53),
      Function.scaled(Ufuncs.cbrt, (x, _) -> cbrt(x), StrictMath::cbrt, -MAX, MAX, 1, 8, MIN, 0x1p-1022),
      new Function(Ufuncs.pow, (x, y) -> pow(x, y), Exponentials::quickPow, Exponentials::bases),
      new Function(Ufuncs.logaddexp, Exponentials::logaddexp, Exponentials::quickLogaddexp, Exponentials::summands),
      new Function(Ufuncs.logaddexp2, Exponentials::logaddexp2, Exponentials::quickLogaddexp2, Exponentials::summands));

  /** 2^x. */
  private static Scaled exp2(DoubleDouble x) {
    double k = Math.rint(x.hi());
    return new Scaled(x.plus(-k).times(DoubleDouble.LN2).expm1().plus(1), (int) k);
  }

  private static Scaled expm1(double x) {
    if (Math.abs(x) < 0.5) {
      return Scaled.of(DoubleDouble.of(x).expm1());
    }
    Scaled e = DoubleDouble.of(x).exp();
    return e.exponent() < 0 ? Scaled.of(e.plain().plus(-1)) : new Scaled(e.value().plus(-Math.scalb(1.0, -e.exponent())), e.exponent());
  }

  private static DoubleDouble log1p(double x) {
    return Math.abs(x) < 0.5 ? DoubleDouble.of(x).log1p() : DoubleDouble.sum(1, x).log();
  }

  /** Of a number in two parts, that is not negative. */
  private static DoubleDouble log1p(DoubleDouble x) {
    return x.hi() < 0.5 ? x.log1p() : x.plus(1).log();
  }

  private static Scaled sinh(double x) {
    if (Math.abs(x) < DoubleDouble.TINY) {
      return Scaled.of(DoubleDouble.of(x));
    }
    if (Math.abs(x) < 0.5) {
      DoubleDouble e = DoubleDouble.of(x).expm1();
      return Scaled.of(e.plus(e.over(e.plus(1))).scaled(0.5));
    }
    Scaled e = DoubleDouble.of(Math.abs(x)).exp();
    DoubleDouble twice = e.value().minus(DoubleDouble.ONE.over(e.value()).scaled(Math.scalb(1.0, -2 * e.exponent())));
    return new Scaled(twice.scaled(Math.copySign(0.5, x)), e.exponent());
  }

  private static Scaled cosh(double x) {
    Scaled e = DoubleDouble.of(Math.abs(x)).exp();
    DoubleDouble twice = e.value().plus(DoubleDouble.ONE.over(e.value()).scaled(Math.scalb(1.0, -2 * e.exponent())));
    return new Scaled(twice.scaled(0.5), e.exponent());
  }

  private static DoubleDouble tanh(double x) {
    if (Math.abs(x) < DoubleDouble.TINY) {
      return DoubleDouble.of(x);
    }
    DoubleDouble e = Math.abs(x) < 0.25 ? DoubleDouble.of(2 * x).expm1() : DoubleDouble.of(2 * x).exp().plain().plus(-1);
    return e.over(e.plus(2));
  }

  private static DoubleDouble asinh(double x) {
    DoubleDouble a = DoubleDouble.of(Math.abs(x));
    DoubleDouble y;
    if (a.hi() > 0x1p60) {
      y = a.log().plus(DoubleDouble.LN2);
    } else if (a.hi() < 0x1p-60) {
      y = a;
    } else {
      DoubleDouble square = a.times(a);
      y = log1p(a.plus(square.over(square.plus(1).sqrt().plus(1))));
    }
    return x < 0 ? y.negated() : y;
  }

  private static DoubleDouble acosh(double x) {
    if (x > 0x1p60) {
      return DoubleDouble.of(x).log().plus(DoubleDouble.LN2);
    }
    DoubleDouble t = DoubleDouble.sum(x, -1);
    return log1p(t.plus(t.times(t.plus(2)).sqrt()));
  }

  private static DoubleDouble atanh(double x) {
    if (Math.abs(x) < 0x1p-60) {
      return DoubleDouble.of(x);
    }
    double a = Math.abs(x);
    DoubleDouble y = log1p(DoubleDouble.of(2 * a).over(DoubleDouble.sum(1, -a))).scaled(0.5);
    return x < 0 ? y.negated() : y;
  }

  private static Scaled cbrt(double x) {
    int third = Math.abs(x) < 0x1p-500 ? 300 : Math.abs(x) > 0x1p500 ? -300 : 0;
    double scaled = Math.scalb(x, 3 * third / 2);
    scaled = Math.scalb(scaled, 3 * third - 3 * third / 2);
    double y = StrictMath.cbrt(scaled);
    DoubleDouble square = DoubleDouble.product(y, y);
    DoubleDouble rest = DoubleDouble.of(scaled).minus(square.times(y));
    return new Scaled(rest.over(square.times(3)).plus(y), -third);
  }

  private static Scaled pow(double x, double y) {
    Scaled power = DoubleDouble.of(Math.abs(x)).log().times(y).exp();
    return x < 0 && Math.abs(y % 2) == 1 ? new Scaled(power.value().negated(), power.exponent()) : power;
  }

  private static Scaled logaddexp(double x, double y) {
    double max = Math.max(x, y);
    DoubleDouble d = DoubleDouble.sum(Math.min(x, y), -max);
    if (d.hi() < -80) {
      return max == 0 ? d.exp() : Scaled.of(d.exp().plain().plus(max));
    }
    return Scaled.of(log1p(d.exp().plain()).plus(max));
  }

  private static Scaled logaddexp2(double x, double y) {
    double max = Math.max(x, y);
    DoubleDouble d = DoubleDouble.sum(Math.min(x, y), -max);
    if (d.hi() < -1100) {
      return Scaled.of(DoubleDouble.of(max));
    }
    Scaled e = exp2(d);
    if (d.hi() < -120) {
      Scaled log = new Scaled(e.value().over(DoubleDouble.LN2), e.exponent());
      return max == 0 ? log : Scaled.of(log.plain().plus(max));
    }
    return Scaled.of(log1p(e.plain()).over(DoubleDouble.LN2).plus(max));
  }

  /** A base, and an exponent for which the power is neither 0 nor infinite; some whole numbers among them. */
  private static double[] bases(SplittableRandom random, boolean single) {
    double x = switch (random.nextInt(4)) {
      case 0 -> Function.number(random, 0.5, 2);
      case 1 -> 1 + random.nextInt(1000);
      case 2 -> Function.number(random, 0.999, 1.001);
      default -> single ? Function.number(random, Float.MIN_VALUE, Float.MAX_VALUE) : Function.number(random, MIN, MAX);
    };
    x = single ? (float) x : x;
    double y = (single ? random.nextDouble(-149, 128) : random.nextDouble(-1074, 1024)) / quickLog2(x);
    y = Double.isFinite(y) ? y : random.nextDouble(-10, 10);
    if (Math.abs(y) >= 1 && random.nextInt(3) == 0) {
      y = Math.rint(y);
      x = random.nextBoolean() ? -x : x;
    }
    return new double[] {x, single ? (float) y : y};
  }

  /** Two numbers of which the smaller may count; not such that their logarithms cancel, where no digit may be left. */
  private static double[] summands(SplittableRandom random, boolean single) {
    double x = random.nextInt(3) == 0 ? Function.number(random, 0, 1000) : random.nextDouble(-10, 50);
    double y = random.nextBoolean() ? x - random.nextDouble(0, 40) : Function.number(random, -1000, 1000);
    x = single ? (float) x : x;
    y = single ? (float) y : y;
    double max = Math.max(x, y);
    boolean cancels = max < 0 && max > -1.5;
    return cancels ? summands(random, single) : new double[] {x, y};
  }

  private static double quickLog2(double x) {
    int k = Math.getExponent(x) < Double.MIN_EXPONENT ? -1022 : Math.getExponent(x);
    double m = Math.scalb(x, -k);
    k += m > 1.4142135623730951 ? 1 : 0;
    m = m > 1.4142135623730951 ? m / 2 : m;
    return k + StrictMath.log(m) / LN2;
  }

  private static double quickAsinh(double x) {
    double a = Math.abs(x);
    return Math.copySign(a < 1e10 ? StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))) : StrictMath.log(a) + LN2, x);
  }

  private static double quickAcosh(double x) {
    return x < 1 ? Double.NaN : x < 1e10 ? StrictMath.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1))) : StrictMath.log(x) + LN2;
  }

  private static double quickAtanh(double x) {
    return Math.copySign(0.5 * StrictMath.log1p(2 * Math.abs(x) / (1 - Math.abs(x))), x);
  }

  private static double quickPow(double x, double y) {
    return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
  }

  private static double quickLogaddexp(double x, double y) {
    return x == y ? x + LN2 : Math.max(x, y) + StrictMath.log1p(StrictMath.exp(-Math.abs(x - y)));
  }

  private static double quickLogaddexp2(double x, double y) {
    return x == y ? x + 1 : Math.max(x, y) + StrictMath.log1p(StrictMath.pow(2, -Math.abs(x - y))) / LN2;
  }
}
