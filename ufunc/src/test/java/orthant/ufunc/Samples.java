package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Memory;
import orthant.memory.Raw;

/**
 * Arrays to test with: special and random values in any layout; and their comparison, bit by bit. Nothing here uses the
 * engine: elements are read and written one by one.
 */
final class Samples {
  private static final double[] SPECIAL = {0.0, -0.0, 1, -1, 2, 0.5, -2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 0x1p31, -0x1p31, 0x1p63, 0x1p53 + 2, 0.1, 700,
      -740, 88.7};
  private static final float[] SPECIAL32 = {0f, -0f, 1f, -1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE,
      Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 0x1p31f, -0x1p31f, 0x1p63f, 0.1f, 88.7f, -103f};
  private static final long[] INTEGERS = {0, 1, -1, 2, 3, -7, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 31,
      (1L << 53) + 1, (1L << 62) + (1L << 38) + 1};

  private Samples() {}

  /** The bits of an element: a third special values, a third small whole numbers (ties), a third anything. */
  static long element(DType type, SplittableRandom random) {
    int kind = random.nextInt(3);
    long small = random.nextInt(-8, 9);
    return switch (type) {
      case bool -> random.nextInt(2);
      case int8, int16, int32, uint8, uint16, uint32, uint64 -> Lane.of(type).wrap(
          kind == 0 ? INTEGERS[random.nextInt(INTEGERS.length)] : kind == 1 ? small : random.nextLong() >>> random.nextInt(64));
      case int64 -> kind == 0 ? INTEGERS[random.nextInt(INTEGERS.length)] : kind == 1 ? small : random.nextLong() >> random.nextInt(60);
      case float16 -> kind == 2 ? random.nextInt(1 << 16) : Float.floatToFloat16(
          kind == 0 ? SPECIAL32[random.nextInt(SPECIAL32.length)] : small) & 0xffffL;
      case float32 -> Float.floatToRawIntBits(kind == 0 ? SPECIAL32[random.nextInt(SPECIAL32.length)]
          : kind == 1 ? small : (float) random.nextDouble(-100, 100));
      case float64 -> Double.doubleToRawLongBits(kind == 0 ? SPECIAL[random.nextInt(SPECIAL.length)]
          : kind == 1 ? small : random.nextDouble(-1000, 1000));
      case complex64, complex128 -> throw new IllegalArgumentException("the parts of " + type + " are made one by one");
    };
  }

  /** An array of C order with such elements. */
  static NDArray contiguous(DType type, SplittableRandom random, long... shape) {
    return laidOut(type, random, Layout.contiguous(type.size(), shape), 0);
  }

  /** An array of this layout over memory of its own, the byte at {@code offset} being the lowest one that is used. */
  static NDArray laidOut(DType type, SplittableRandom random, Layout layout, long offset) {
    var memory = Memory.allocate(offset + layout.highByte(type.size()) - layout.lowByte() + 64);
    long first = memory.address() + offset - layout.lowByte();
    NDArray a = Access.door().wrap(type, layout, memory.storage(), first, false);
    for (long i = 0; i < layout.size(); i++) {
      long at = address(a, i);
      write(type.real(), at, element(type.real(), random));
      if (type.isComplex()) {
        write(type.real(), at + type.real().size(), element(type.real(), random));
      }
    }
    Reference.reachabilityFence(a);
    return a;
  }

  /** Where element {@code i} in C order lies. */
  private static long address(NDArray a, long i) {
    Layout layout = Access.door().layout(a);
    long at = Access.door().address(a);
    for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
      at += i % layout.shape(axis) * layout.stride(axis);
      i /= layout.shape(axis);
    }
    return at;
  }

  private static void write(DType type, long address, long bits) {
    switch (type.size()) {
      case 1 -> Raw.setByte(address, (byte) bits);
      case 2 -> Raw.setShort(address, (short) bits);
      case 4 -> Raw.setInt(address, (int) bits);
      default -> Raw.setLong(address, bits);
    }
  }

  /** The elements in C order as bits; every NaN is the same one. */
  static long[] bits(NDArray a) {
    if (a.dtype().isComplex()) {
      return LongStream.concat(LongStream.of(bits(a.real())), LongStream.of(bits(a.imag()))).toArray();
    }
    long[] bits = new long[(int) a.size()];
    for (int i = 0; i < bits.length; i++) {
      long at = address(a, i);
      bits[i] = switch (a.dtype()) {
        case bool, int8, uint8 -> Raw.getByte(at);
        case int16, uint16 -> Raw.getShort(at);
        case int32, uint32 -> Raw.getInt(at);
        case int64, uint64 -> Raw.getLong(at);
        case float16 -> (Raw.getShort(at) & 0x7fff) > 0x7c00 ? 0x7e00 : Raw.getShort(at);
        case float32 -> Float.floatToIntBits(Raw.getFloat(at));
        case float64 -> Double.doubleToLongBits(Raw.getDouble(at));
        case complex64, complex128 -> throw new IllegalStateException();
      };
    }
    Reference.reachabilityFence(a);
    return bits;
  }

  /** A copy in C order. */
  static NDArray copy(NDArray a) {
    return of(a.dtype(), bits(a), a.shape());
  }

  /** One axis with these elements; of complex ones the real parts come first, then the imaginary ones. */
  static NDArray of(DType type, long[] bits) {
    return of(type, bits, new long[] {type.isComplex() ? bits.length / 2 : bits.length});
  }

  private static NDArray of(DType type, long[] bits, long[] shape) {
    NDArray copy = Nd.empty(type, shape);
    if (type.isComplex()) {
      int half = bits.length / 2;
      copy.real().assign(of(type.real(), Arrays.copyOf(bits, half), shape));
      copy.imag().assign(of(type.real(), Arrays.copyOfRange(bits, half, bits.length), shape));
      return copy;
    }
    for (int i = 0; i < bits.length; i++) {
      write(type, address(copy, i), bits[i]);
    }
    Reference.reachabilityFence(copy);
    return copy;
  }

  /** Insists on the same type, the same shape and the same bits. */
  static void assertSame(String what, NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype(), what);
    assertArrayEquals(expected.shape(), actual.shape(), what);
    assertSame(what, expected.dtype(), bits(expected), bits(actual));
  }

  /** Insists on the same bits. */
  static void assertSame(String what, DType type, long[] want, long[] got) {
    int i = Arrays.mismatch(want, got);
    if (i >= 0) {
      Lane lane = Lane.memory(type);
      fail(what + ": element " + i + " of " + want.length + " must be " + Interpreter.text(lane, want[i]) + " = " + Long.toHexString(want[i])
          + " but is " + Interpreter.text(lane, got[i]) + " = " + Long.toHexString(got[i]));
    }
  }
}
