package orthant.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;

/** Every primitive on every lane, over special and random values, against other ways to compute the same. */
class InterpreterTest {
  private static final double[] F64 = mix(new double[] {0.0, -0.0, 1, -1, 1.5, -2.5, 0.1, Double.NaN, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -0x0.fffffffffffffp-1022, Double.MAX_VALUE,
      -Double.MAX_VALUE, 0x1p31, -0x1p31, 0x1p31 - 1, -0x1p31 - 1, 0x1p63, -0x1p63, 0x1p24 + 1, 0x1p53 + 2, 3e38, 4e38});
  private static final long[] I64 = {0, 1, -1, 2, -2, 7, 63, 64, 65, Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, Long.MAX_VALUE - 1,
      Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 31, (1L << 53) + 1, (1L << 62) + (1L << 38) + 1, 0x123456789abcdefL, -0x123456789abcdefL};
  private static final int[] I32 = {0, 1, -1, 2, -2, 7, 31, 32, 33, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MAX_VALUE,
      Integer.MAX_VALUE - 1, 46341, -46341, (1 << 24) + 1, 0x12345678, -0x12345678};

  private static double[] mix(double[] special) {
    SplittableRandom random = new SplittableRandom(11);
    double[] all = java.util.Arrays.copyOf(special, special.length + 20);
    for (int i = special.length; i < all.length; i++) {
      all[i] = Double.longBitsToDouble(random.nextLong());
    }
    return all;
  }

  private static double f64(Prim prim, double a, double b, double c) {
    return Double.longBitsToDouble(Interpreter.eval(
        prim, Lane.F64, Lane.F64, Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b), Double.doubleToRawLongBits(c)));
  }

  private static float f32(Prim prim, float a, float b, float c) {
    long bits = Interpreter.eval(
        prim, Lane.F32, Lane.F32, Float.floatToRawIntBits(a), Float.floatToRawIntBits(b), Float.floatToRawIntBits(c));
    assertEquals((int) bits, bits, "bits of a float are sign-extended");
    return Float.intBitsToFloat((int) bits);
  }

  private static void check(Prim prim, double a, double b, double expected) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(f64(prim, a, b, 0)), () -> prim + " of " + a + " and " + b);
  }

  private static void check(Prim prim, float a, float b, float expected) {
    assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(f32(prim, a, b, 0)), () -> prim + " of " + a + " and " + b);
  }

  @Test
  void arithmeticOfFloat64() {
    for (double a : F64) {
      check(Prim.NEG, a, 0, Double.isNaN(a) ? a : Double.longBitsToDouble(Double.doubleToLongBits(a) ^ Long.MIN_VALUE));
      check(Prim.ABS, a, 0, Double.isNaN(a) ? a : Double.longBitsToDouble(Double.doubleToLongBits(a) & Long.MAX_VALUE));
      check(Prim.SQRT, a, 0, StrictMath.sqrt(a));
      for (double b : F64) {
        check(Prim.ADD, a, b, exact(a, b, BigDecimal::add, a + b));
        check(Prim.SUB, a, b, exact(a, b, BigDecimal::subtract, a - b));
        check(Prim.MUL, a, b, exact(a, b, BigDecimal::multiply, a * b));
        check(Prim.DIV, a, b, a / b);
        check(Prim.MIN, a, b, smaller(a, b));
        check(Prim.MAX, a, b, -smaller(-a, -b));
      }
    }
  }

  @Test
  void arithmeticOfFloat32() {
    for (double x : F64) {
      float a = (float) x;
      check(Prim.NEG, a, 0, Float.isNaN(a) ? a : Float.intBitsToFloat(Float.floatToIntBits(a) ^ Integer.MIN_VALUE));
      check(Prim.ABS, a, 0, Float.isNaN(a) ? a : Float.intBitsToFloat(Float.floatToIntBits(a) & Integer.MAX_VALUE));
      // Binary64 has more than twice the digits, so that rounding twice is rounding once.
      check(Prim.SQRT, a, 0, (float) StrictMath.sqrt(a));
      for (double y : F64) {
        float b = (float) y;
        check(Prim.ADD, a, b, (float) ((double) a + b));
        check(Prim.SUB, a, b, (float) ((double) a - b));
        check(Prim.MUL, a, b, (float) ((double) a * b));
        check(Prim.DIV, a, b, (float) ((double) a / b));
        check(Prim.MIN, a, b, (float) smaller(a, b));
        check(Prim.MAX, a, b, (float) -smaller(-(double) a, -(double) b));
      }
    }
  }

  private static double smaller(double a, double b) {
    if (a != a || b != b) {
      return Double.NaN;
    }
    if (a == b) {
      return 1 / a == Double.NEGATIVE_INFINITY ? a : b;
    }
    return a < b ? a : b;
  }

  /** Through exact decimals where they say something; the sign of a zero and what is not finite as Java has it. */
  private static double exact(double a, double b, BinaryOperator<BigDecimal> f, double java) {
    boolean finite = Double.isFinite(a) && Double.isFinite(b);
    return finite && java != 0 ? f.apply(new BigDecimal(a), new BigDecimal(b)).doubleValue() : java;
  }

  @Test
  void fusedMultiplyAddRoundsOnce() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      double a = random.nextDouble(-2, 2);
      double b = random.nextDouble(-2, 2);
      double c = i % 2 == 0 ? -a * b : random.nextDouble(-2, 2);
      double want = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c)).doubleValue();
      assertEquals(want, f64(Prim.FMA, a, b, c));
      float x = (float) a;
      float y = (float) b;
      float z = i % 2 == 0 ? -x * y : (float) c;
      float wanted = new BigDecimal(x).multiply(new BigDecimal(y)).add(new BigDecimal(z)).floatValue();
      assertEquals(wanted, f32(Prim.FMA, x, y, z));
    }
    assertEquals(Double.NaN, f64(Prim.FMA, Double.POSITIVE_INFINITY, 0, 1));
    assertEquals(Double.NaN, f64(Prim.FMA, 1, 1, Double.NaN));
    assertEquals(Double.MAX_VALUE, f64(Prim.FMA, Double.MAX_VALUE, 2, -Double.MAX_VALUE));
  }

  @Test
  void comparisonsOfFloats() {
    for (double a : F64) {
      for (double b : F64) {
        int order = a != a || b != b ? 2 : a == b ? 0 : Double.compare(a, b);
        compare(Lane.F64, Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b), order);
        float x = (float) a;
        float y = (float) b;
        int orderOfFloats = x != x || y != y ? 2 : x == y ? 0 : Float.compare(x, y);
        compare(Lane.F32, Float.floatToRawIntBits(x), Float.floatToRawIntBits(y), orderOfFloats);
      }
    }
  }

  /** The four comparisons, from an order that is negative, 0 or 1, or 2 if there is a NaN. */
  private static void compare(Lane lane, long a, long b, int order) {
    String what = lane + ": " + Interpreter.text(lane, a) + " and " + Interpreter.text(lane, b);
    assertEquals(order == 0 ? 1 : 0, Interpreter.eval(Prim.EQ, lane, Lane.MASK, a, b, 0), what);
    assertEquals(order != 0 ? 1 : 0, Interpreter.eval(Prim.NE, lane, Lane.MASK, a, b, 0), what);
    assertEquals(order < 0 ? 1 : 0, Interpreter.eval(Prim.LT, lane, Lane.MASK, a, b, 0), what);
    assertEquals(order <= 0 ? 1 : 0, Interpreter.eval(Prim.LE, lane, Lane.MASK, a, b, 0), what);
  }

  @Test
  void int64() {
    for (long a : I64) {
      integer(Lane.I64, Prim.NEG, a, 0, (x, y) -> wrap(big(x).negate(), 64));
      integer(Lane.I64, Prim.ABS, a, 0, (x, y) -> wrap(big(x).abs(), 64));
      integer(Lane.I64, Prim.NOT, a, 0, (x, y) -> -1 - x);
      integer(Lane.I64, Prim.BIT_COUNT, a, 0, (x, y) -> big(x).mod(BigInteger.TWO.pow(64)).bitCount());
      for (long b : I64) {
        integer(Lane.I64, Prim.ADD, a, b, (x, y) -> wrap(big(x).add(big(y)), 64));
        integer(Lane.I64, Prim.SUB, a, b, (x, y) -> wrap(big(x).subtract(big(y)), 64));
        integer(Lane.I64, Prim.MUL, a, b, (x, y) -> wrap(big(x).multiply(big(y)), 64));
        integer(Lane.I64, Prim.MIN, a, b, (x, y) -> big(x).min(big(y)).longValue());
        integer(Lane.I64, Prim.MAX, a, b, (x, y) -> big(x).max(big(y)).longValue());
        integer(Lane.I64, Prim.AND, a, b, (x, y) -> big(x).and(big(y)).longValue());
        integer(Lane.I64, Prim.OR, a, b, (x, y) -> big(x).or(big(y)).longValue());
        integer(Lane.I64, Prim.XOR, a, b, (x, y) -> big(x).xor(big(y)).longValue());
        compare(Lane.I64, a, b, big(a).compareTo(big(b)));
      }
      for (int n = 0; n < 64; n++) {
        integer(Lane.I64, Prim.SHL, a, n, (x, y) -> wrap(big(x).shiftLeft((int) y), 64));
        integer(Lane.I64, Prim.SHR, a, n, (x, y) -> big(x).shiftRight((int) y).longValue());
        integer(Lane.I64, Prim.USHR, a, n, (x, y) -> wrap(big(x).mod(BigInteger.TWO.pow(64)).shiftRight((int) y), 64));
      }
    }
  }

  @Test
  void int32() {
    for (int a : I32) {
      integer(Lane.I32, Prim.NEG, a, 0, (x, y) -> wrap(big(x).negate(), 32));
      integer(Lane.I32, Prim.ABS, a, 0, (x, y) -> wrap(big(x).abs(), 32));
      integer(Lane.I32, Prim.NOT, a, 0, (x, y) -> -1 - x);
      integer(Lane.I32, Prim.BIT_COUNT, a, 0, (x, y) -> big(x).mod(BigInteger.TWO.pow(32)).bitCount());
      for (int b : I32) {
        integer(Lane.I32, Prim.ADD, a, b, (x, y) -> wrap(big(x).add(big(y)), 32));
        integer(Lane.I32, Prim.SUB, a, b, (x, y) -> wrap(big(x).subtract(big(y)), 32));
        integer(Lane.I32, Prim.MUL, a, b, (x, y) -> wrap(big(x).multiply(big(y)), 32));
        integer(Lane.I32, Prim.MIN, a, b, (x, y) -> big(x).min(big(y)).longValue());
        integer(Lane.I32, Prim.MAX, a, b, (x, y) -> big(x).max(big(y)).longValue());
        integer(Lane.I32, Prim.AND, a, b, (x, y) -> big(x).and(big(y)).longValue());
        integer(Lane.I32, Prim.OR, a, b, (x, y) -> big(x).or(big(y)).longValue());
        integer(Lane.I32, Prim.XOR, a, b, (x, y) -> big(x).xor(big(y)).longValue());
        compare(Lane.I32, a, b, big(a).compareTo(big(b)));
      }
      for (int n = 0; n < 32; n++) {
        integer(Lane.I32, Prim.SHL, a, n, (x, y) -> wrap(big(x).shiftLeft((int) y), 32));
        integer(Lane.I32, Prim.SHR, a, n, (x, y) -> big(x).shiftRight((int) y).longValue());
        integer(Lane.I32, Prim.USHR, a, n, (x, y) -> wrap(big(x).mod(BigInteger.TWO.pow(32)).shiftRight((int) y), 32));
      }
    }
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  /** The low bits, as a signed number. */
  private static long wrap(BigInteger x, int bits) {
    return bits == 32 ? x.intValue() : x.longValue();
  }

  private static void integer(Lane lane, Prim prim, long a, long b, LongBinaryOperator f) {
    assertEquals(f.applyAsLong(a, b), Interpreter.eval(prim, lane, lane, a, b, 0), () -> lane + ": " + prim + " of " + a + " and " + b);
  }

  @Test
  void masks() {
    for (int a = 0; a < 2; a++) {
      assertEquals(1 - a, Interpreter.eval(Prim.NOT, Lane.MASK, Lane.MASK, a, 0, 0));
      for (int b = 0; b < 2; b++) {
        assertEquals(a * b, Interpreter.eval(Prim.AND, Lane.MASK, Lane.MASK, a, b, 0));
        assertEquals(Math.max(a, b), Interpreter.eval(Prim.OR, Lane.MASK, Lane.MASK, a, b, 0));
        assertEquals(a == b ? 0 : 1, Interpreter.eval(Prim.XOR, Lane.MASK, Lane.MASK, a, b, 0));
        for (Lane lane : EnumSet.complementOf(EnumSet.of(Lane.MASK))) {
          assertEquals(a == 1 ? 17 : -4, Interpreter.eval(Prim.SELECT, Lane.MASK, lane, a, 17, -4));
        }
      }
    }
  }

  @Test
  void conversionsTruncateAndSaturate() {
    for (double a : F64) {
      long bits = Double.doubleToRawLongBits(a);
      assertEquals(saturated(a, 32), Interpreter.eval(Prim.CONVERT, Lane.F64, Lane.I32, bits, 0, 0), () -> a + " to int32");
      assertEquals(saturated(a, 64), Interpreter.eval(Prim.CONVERT, Lane.F64, Lane.I64, bits, 0, 0), () -> a + " to int64");
      float x = (float) a;
      assertEquals(Float.floatToRawIntBits(x), Interpreter.eval(Prim.CONVERT, Lane.F64, Lane.F32, bits, 0, 0), () -> a + " to float32");
      int narrow = Float.floatToRawIntBits(x);
      assertEquals(saturated(x, 32), Interpreter.eval(Prim.CONVERT, Lane.F32, Lane.I32, narrow, 0, 0), () -> x + "f to int32");
      assertEquals(saturated(x, 64), Interpreter.eval(Prim.CONVERT, Lane.F32, Lane.I64, narrow, 0, 0), () -> x + "f to int64");
      double wide = Double.longBitsToDouble(Interpreter.eval(Prim.CONVERT, Lane.F32, Lane.F64, narrow, 0, 0));
      assertEquals(exactly(x), wide, () -> x + "f to float64");
      assertEquals(bits, Interpreter.eval(Prim.REINTERPRET, Lane.F64, Lane.I64, bits, 0, 0));
      assertEquals(bits, Interpreter.eval(Prim.REINTERPRET, Lane.I64, Lane.F64, bits, 0, 0));
      assertEquals(narrow, Interpreter.eval(Prim.REINTERPRET, Lane.F32, Lane.I32, narrow, 0, 0));
      assertEquals(narrow, Interpreter.eval(Prim.REINTERPRET, Lane.I32, Lane.F32, narrow, 0, 0));
    }
    for (long a : I64) {
      assertEquals(big(a).intValue(), Interpreter.eval(Prim.CONVERT, Lane.I64, Lane.I32, a, 0, 0));
      assertEquals(Float.floatToRawIntBits(new BigDecimal(a).floatValue()), Interpreter.eval(Prim.CONVERT, Lane.I64, Lane.F32, a, 0, 0));
      assertEquals(Double.doubleToRawLongBits(new BigDecimal(a).doubleValue()), Interpreter.eval(Prim.CONVERT, Lane.I64, Lane.F64, a, 0, 0));
    }
    for (int a : I32) {
      assertEquals(a, Interpreter.eval(Prim.CONVERT, Lane.I32, Lane.I64, a, 0, 0));
      assertEquals(Float.floatToRawIntBits(new BigDecimal(a).floatValue()), Interpreter.eval(Prim.CONVERT, Lane.I32, Lane.F32, a, 0, 0));
      assertEquals(Double.doubleToRawLongBits(a), Interpreter.eval(Prim.CONVERT, Lane.I32, Lane.F64, a, 0, 0));
    }
  }

  private static double exactly(float x) {
    return Float.isNaN(x) ? Double.NaN : Float.isInfinite(x) || x == 0 ? Double.parseDouble(Float.toString(x)) : new BigDecimal(x).doubleValue();
  }

  private static long saturated(double a, int bits) {
    if (a != a) {
      return 0;
    }
    BigInteger limit = BigInteger.TWO.pow(bits - 1);
    BigInteger whole = Double.isInfinite(a) ? limit.multiply(big(a > 0 ? 2 : -2)) : new BigDecimal(a).toBigInteger();
    return whole.min(limit.subtract(BigInteger.ONE)).max(limit.negate()).longValue();
  }

  @Test
  void whatALaneDoesNotHaveIsRefused() {
    EnumSet<Prim> onlyFloat = EnumSet.of(Prim.SQRT, Prim.FMA);
    EnumSet<Prim> onlyInteger = EnumSet.of(Prim.REM, Prim.SHL, Prim.SHR, Prim.USHR, Prim.AND, Prim.OR, Prim.XOR, Prim.NOT, Prim.BIT_COUNT);
    EnumSet<Prim> forMasks = EnumSet.of(Prim.AND, Prim.OR, Prim.XOR, Prim.NOT, Prim.SELECT, Prim.REINTERPRET, Prim.CONVERT);
    for (Prim prim : onlyFloat) {
      refused(prim, Lane.I32);
      refused(prim, Lane.I64);
    }
    for (Prim prim : onlyInteger) {
      refused(prim, Lane.F32);
      refused(prim, Lane.F64);
    }
    for (Prim prim : EnumSet.complementOf(forMasks)) {
      refused(prim, Lane.MASK);
    }
    assertThrows(IllegalArgumentException.class, () -> Interpreter.eval(Prim.CONVERT, Lane.I32, Lane.MASK, 1, 0, 0));
  }

  private static void refused(Prim prim, Lane lane) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Interpreter.eval(prim, lane, lane, 0, 0, 0), prim + " " + lane);
    assertEquals(prim + " is not defined for lane " + lane, refusal.getMessage());
  }

  @Test
  void numbersAndText() {
    assertEquals(1, Interpreter.bits(Lane.MASK, -3));
    assertEquals(0, Interpreter.bits(Lane.MASK, 0));
    assertEquals(-3, Interpreter.bits(Lane.I32, -3.9));
    assertEquals(1L << 40, Interpreter.bits(Lane.I64, 0x1p40));
    assertEquals("true", Interpreter.text(Lane.MASK, 1));
    assertEquals("-7", Interpreter.text(Lane.I32, -7));
    assertEquals("0.1", Interpreter.text(Lane.F32, Interpreter.bits(Lane.F32, 0.1f)));
    assertEquals("0.1", Interpreter.text(Lane.F64, Interpreter.bits(Lane.F64, 0.1)));
  }
}
