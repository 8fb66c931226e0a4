package orthant.testing;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.math.BigDecimal;
import java.math.BigInteger;
import orthant.DType;
import orthant.memory.Raw;

/**
 * One number inside an element: the element itself, or the real or the imaginary part of a complex one. Elements are read
 * and written here, not by the library's own conversions and engines: what tests must not share what it tests.
 *
 * <p>A number travels as bits: integers extended to 64 bits by their sign or by zeros, floating-point numbers as their raw
 * bits.
 *
 * @param form how the bits are to be read
 * @param bytes how many bytes there are
 */
record Part(Form form, int bytes) {
  enum Form {
    BOOL,
    SIGNED,
    UNSIGNED,
    FLOAT
  }

  static Part of(DType type) {
    return switch (type.kind()) {
      case BOOL -> new Part(Form.BOOL, type.size());
      case UNSIGNED -> new Part(Form.UNSIGNED, type.size());
      case INTEGER -> new Part(Form.SIGNED, type.size());
      case FLOAT -> new Part(Form.FLOAT, type.size());
      case COMPLEX -> new Part(Form.FLOAT, type.size() / 2);
    };
  }

  /** How many numbers an element holds. */
  static int count(DType type) {
    return type.size() / of(type).bytes;
  }

  boolean isFloat() {
    return form == Form.FLOAT;
  }

  long read(long address) {
    long bits = switch (bytes) {
      case 1 -> Raw.getByte(address);
      case 2 -> Raw.ALL.get(JAVA_SHORT_UNALIGNED, address);
      case 4 -> Raw.ALL.get(JAVA_INT_UNALIGNED, address);
      default -> Raw.ALL.get(JAVA_LONG_UNALIGNED, address);
    };
    return form == Form.SIGNED || bytes == 8 ? bits : bits & ((1L << 8 * bytes) - 1);
  }

  void write(long address, long bits) {
    switch (bytes) {
      case 1 -> Raw.setByte(address, (byte) bits);
      case 2 -> Raw.ALL.set(JAVA_SHORT_UNALIGNED, address, (short) bits);
      case 4 -> Raw.ALL.set(JAVA_INT_UNALIGNED, address, (int) bits);
      default -> Raw.ALL.set(JAVA_LONG_UNALIGNED, address, bits);
    }
  }

  /** The number as a double: exact but for integers beyond 2^53. */
  double number(long bits) {
    return switch (form) {
      case BOOL -> bits != 0 ? 1 : 0;
      case SIGNED -> bits;
      case UNSIGNED -> bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
      case FLOAT -> switch (bytes) {
        case 2 -> Float.float16ToFloat((short) bits);
        case 4 -> Float.intBitsToFloat((int) bits);
        default -> Double.longBitsToDouble(bits);
      };
    };
  }

  /** The bits of a number, rounded to the nearest that there is; integers saturate, truth is what is not 0. */
  long bits(Number value) {
    double x = value.doubleValue();
    return switch (form) {
      case BOOL -> x != 0 ? 1 : 0;
      case FLOAT -> switch (bytes) {
        case 2 -> Float.floatToFloat16((float) x) & 0xFFFF;
        case 4 -> Float.floatToRawIntBits((float) x) & 0xFFFF_FFFFL;
        default -> Double.doubleToRawLongBits(x);
      };
      default -> whole(value).max(integer(least())).min(integer(most())).longValue();
    };
  }

  private static BigInteger whole(Number value) {
    return switch (value) {
      case BigInteger big -> big;
      case BigDecimal big -> big.toBigInteger();
      case Double d -> Double.isFinite(d) ? new BigDecimal(d).toBigInteger() : BigInteger.valueOf(d.longValue());
      case Float f -> Float.isFinite(f) ? new BigDecimal(f).toBigInteger() : BigInteger.valueOf(f.longValue());
      default -> BigInteger.valueOf(value.longValue());
    };
  }

  /** The bits of the smallest number; of the smallest finite one. */
  long least() {
    return switch (form) {
      case BOOL, UNSIGNED -> 0;
      case SIGNED -> Long.MIN_VALUE >> 64 - 8 * bytes;
      case FLOAT -> most() | 1L << 8 * bytes - 1;
    };
  }

  /** The bits of the largest number; of the largest finite one. */
  long most() {
    return switch (form) {
      case BOOL -> 1;
      case SIGNED -> Long.MAX_VALUE >> 64 - 8 * bytes;
      case UNSIGNED -> -1L >>> 64 - 8 * bytes;
      case FLOAT -> infinity() - 1;
    };
  }

  /** The bits of infinity. */
  long infinity() {
    return switch (bytes) {
      case 2 -> 0x7C00;
      case 4 -> 0x7F80_0000L;
      default -> 0x7FF0_0000_0000_0000L;
    };
  }

  /** How many bits the fraction of a floating-point number has. */
  int fractionBits() {
    return bytes == 2 ? 10 : bytes == 4 ? 23 : 52;
  }

  long magnitude(long bits) {
    return bits & (-1L >>> 65 - 8 * bytes);
  }

  boolean isNegative(long bits) {
    return (bits >> 8 * bytes - 1 & 1) != 0;
  }

  boolean isNan(long bits) {
    return isFloat() && magnitude(bits) > infinity();
  }

  boolean isInfinite(long bits) {
    return isFloat() && magnitude(bits) == infinity();
  }

  boolean isSubnormal(long bits) {
    return isFloat() && magnitude(bits) != 0 && magnitude(bits) >> fractionBits() == 0;
  }

  private BigInteger integer(long bits) {
    BigInteger signed = BigInteger.valueOf(bits);
    return form == Form.UNSIGNED && bits < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
  }

  private boolean fitsDouble(long bits) {
    return isFloat() || bits >= -(1L << 53) && bits <= 1L << 53;
  }

  /** Compares two numbers, neither NaN, by their exact values. */
  static int compare(Part a, long x, Part b, long y) {
    if (a.fitsDouble(x) && b.fitsDouble(y)) {
      return a.number(x) == b.number(y) ? 0 : a.number(x) < b.number(y) ? -1 : 1;
    }
    if (a.isInfinite(x) || b.isInfinite(y)) {
      return Double.compare(a.number(x), b.number(y));
    }
    return a.exact(x).compareTo(b.exact(y));
  }

  private BigDecimal exact(long bits) {
    return isFloat() ? new BigDecimal(number(bits)) : new BigDecimal(integer(bits));
  }

  /** The difference of two numbers; exact before it is rounded. */
  static double difference(Part a, long x, Part b, long y) {
    if (a.fitsDouble(x) && b.fitsDouble(y) || a.isNan(x) || b.isNan(y) || a.isInfinite(x) || b.isInfinite(y)) {
      return a.number(x) - b.number(y);
    }
    return a.exact(x).subtract(b.exact(y)).doubleValue();
  }

  /** How many steps from one number of this part to the next lie between two; integers step by 1. */
  long steps(long x, long y) {
    if (isNan(x) || isNan(y)) {
      return isNan(x) && isNan(y) ? 0 : Long.MAX_VALUE;
    }
    if (!isFloat()) {
      BigInteger apart = integer(x).subtract(integer(y)).abs();
      return apart.bitLength() < 64 ? apart.longValue() : Long.MAX_VALUE;
    }
    long from = magnitude(x);
    long to = magnitude(y);
    if (isNegative(x) == isNegative(y)) {
      return Math.abs(from - to);
    }
    return from + to < 0 ? Long.MAX_VALUE : from + to;
  }
}
