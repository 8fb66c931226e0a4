package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.V;

/** Division with a whole quotient, as NumPy does it: of integers by zero 0, of floating point by way of the exact remainder. */
final class Division {
  private static final Call FMOD = Call.of("fmod", (double a, double b) -> a % b);

  private Division() {}

  /** The remainder with the sign of the dividend. */
  static V fmod(V a, V b) {
    if (!a.lane().isFloat()) {
      return a.rem(b);
    }
    return floatRest(a.convert(Lane.F64), b.convert(Lane.F64)).convert(a.lane());
  }

  /**
   * Of a quotient below 2^51 the nearest integer n is next to the exact one. So a - n b is less than b, and a multiple of the last place of b,
   * where a is not less than b, or else of that of a: it fits, and so does the sum with b where it is negative. All other quotients, NaN among
   * them, are rare.
   */
  private static V floatRest(V a, V b) {
    V dividend = a.abs();
    V divisor = b.abs();
    V magic = a.same(0x1p52);
    V quotient = dividend.div(divisor);
    V n = quotient.add(magic).sub(magic);
    V near = n.fma(divisor.neg(), dividend);
    V rest = near.lt(a.same(0)).select(near.add(divisor), near);
    // Infinite divisors, too.
    rest = dividend.lt(divisor).select(dividend, rest);
    V rare = quotient.lt(a.same(0x1p51)).not();
    return rare.select(a.callWhere(FMOD, b, rare), FloatBits.copysign(rest, a));
  }

  /** Whether a remainder other than zero has another sign than the divisor. */
  private static V crosses(V rest, V b) {
    return rest.ne(rest.same(0)).and(rest.lt(rest.same(0)).ne(b.lt(b.same(0))));
  }

  /** The remainder with the sign of the divisor. */
  static V remainder(V a, V b) {
    V rest = fmod(a, b);
    V moved = crosses(rest, b).select(rest.add(b), rest);
    return a.lane().isFloat() ? rest.eq(rest.same(0)).select(FloatBits.zero(b), moved) : moved;
  }

  static V floorDivide(V a, V b) {
    V one = a.same(1);
    if (!a.lane().isFloat()) {
      V quotient = a.div(b);
      return a.lane().isUnsigned() ? quotient : crosses(a.rem(b), b).select(quotient.sub(one), quotient);
    }
    V rest = fmod(a, b);
    V quotient = a.sub(rest).div(b);
    quotient = crosses(rest, b).select(quotient.sub(one), quotient);
    V floor = Rounding.floor(quotient);
    floor = a.same(0.5).lt(quotient.sub(floor)).select(floor.add(one), floor);
    floor = quotient.eq(a.same(0)).select(FloatBits.zero(a.div(b)), floor);
    return b.eq(a.same(0)).select(a.div(b), floor);
  }

  private static final Call GCD = Call.ofLongs("gcd", Division::gcd);

  /**
   * The binary algorithm (J. Stein, Computational problems associated with Racah algebra, 1967): of odd numbers the difference is even and
   * loses its twos; nothing is divided, and the loop has no other branch. The operands are read without a sign.
   */
  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while ((x | y) < 0 && y != 0) {
      // Remainders have 63 bits, or soon will.
      long rest = Long.remainderUnsigned(x, y);
      x = y;
      y = rest;
    }
    if (x == 0 || y == 0) {
      return x | y;
    }
    int twos = Long.numberOfTrailingZeros(x | y);
    x >>>= Long.numberOfTrailingZeros(x);
    y >>>= Long.numberOfTrailingZeros(y);
    while (x != y) {
      long difference = x - y;
      x = Math.min(x, y);
      y = Math.abs(difference) >>> Long.numberOfTrailingZeros(difference);
    }
    return x << twos;
  }

  /** As all wide integers: magnitudes, which fit without a sign. */
  private static V wide(V a) {
    return a.lane().isUnsigned() ? a.convert(Lane.U64).reinterpret(Lane.I64) : a.convert(Lane.I64).abs();
  }

  static V gcd(V a, V b) {
    return wide(a).call(GCD, wide(b)).convert(a.lane());
  }

  static V lcm(V a, V b) {
    V x = a.abs();
    V divisor = gcd(x, b);
    return x.div(divisor).mul(b.abs());
  }

  /** 1 / a of integers: not zero for 1 and -1 only; by zero what the cast of an infinity gives. */
  static V reciprocal(V a) {
    if (a.lane().isFloat()) {
      return a.same(1).div(a);
    }
    Lane lane = a.lane();
    long infinity = lane == Lane.I32 || lane == Lane.I64 ? lane.smallest() : 0;
    V units = lane.isUnsigned() ? a.eq(a.same(1)) : a.abs().eq(a.same(1));
    return a.eq(a.same(0)).select(a.code().constant(lane, infinity), units.select(a, a.same(0)));
  }
}
