package orthant.op;

import java.util.function.UnaryOperator;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Functions of real numbers that are called, not compiled: in binary64, with the same bits on every machine ({@link StrictMath}). */
final class Functions {
  static final Call I0 = Call.of("i0", Bessel::i0);
  private static final Call INTEGER_POW = Call.ofLongs("integerPow", Functions::pow);
  private static final Call UNSIGNED_POW = Call.ofLongs("unsignedPow", Functions::unsignedPow);
  private static final double LN2 = 0.6931471805599453;

  private Functions() {}

  /** A function of one number, computed in binary64 and rounded to the number's lane. */
  static V call(Call function, V a) {
    return a.convert(Lane.F64).call(function).convert(a.lane());
  }

  /** A function of two numbers, computed in binary64 and rounded to the numbers' lane. */
  static V call(Call function, V a, V b) {
    return a.convert(Lane.F64).call(function, b.convert(Lane.F64)).convert(a.lane());
  }

  static UnaryOperator<V> of(Call function) {
    return a -> call(function, a);
  }

  /** 0 for positive numbers, pi for negative ones and for -0.0. */
  static V angle(V a) {
    return a.ne(a).select(a, FloatBits.signbit(a).select(a.same(Math.PI), a.same(0)));
  }

  static V pow(V a, V b) {
    if (a.lane().isFloat()) {
      return Power.pow(a, b);
    }
    return integerPow(a, b);
  }

  /**
   * Squares and products, chosen by the bits of the exponent, wrapping around. Exponents from the width of the lane on, and negative ones, are
   * rare: of powers that do not wrap around they are those of -1, 0 and 1.
   */
  private static V integerPow(V a, V n) {
    Lane lane = a.lane().bytes() < 4 ? Lane.I32 : a.lane();
    V square = a.convert(lane);
    V rest = n.convert(lane);
    V zero = rest.same(0);
    V result = square.same(1);
    int bits = lane.bytes() == 8 ? 6 : 5;
    for (int i = 0; i < bits; i++) {
      result = rest.and(rest.same(1 << i)).eq(zero).select(result, result.mul(square));
      square = square.mul(square);
    }
    Lane unsigned = lane.integer(false);
    V exponent = rest.reinterpret(unsigned);
    V rare = exponent.same((1 << bits) - 1).lt(exponent);
    Call power = a.lane() == Lane.U64 ? UNSIGNED_POW : INTEGER_POW;
    V other = a.convert(Lane.I64).callWhere(power, n.convert(Lane.I64), rare);
    return rare.select(other.convert(a.lane()), result.convert(a.lane()));
  }

  /** Squares and products, wrapping around; a negative exponent leaves nothing but of 1 and -1. */
  private static long pow(long x, long n) {
    return n >= 0 ? unsignedPow(x, n) : x == 1 || x == -1 && (n & 1) == 0 ? 1 : x == -1 ? -1 : 0;
  }

  private static long unsignedPow(long x, long n) {
    long result = 1;
    long square = x;
    for (long rest = n; rest != 0; rest >>>= 1) {
      result = (rest & 1) != 0 ? result * square : result;
      square *= square;
    }
    return result;
  }

  /** For functions of complex numbers. */
  static double asinh(double x) {
    double a = Math.abs(x);
    double y;
    if (!(a > 0x1p-28)) {
      return x;
    } else if (a > 0x1p28) {
      y = StrictMath.log(a) + LN2;
    } else if (a > 2) {
      y = StrictMath.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      y = StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    }
    return Math.copySign(y, x);
  }
}
