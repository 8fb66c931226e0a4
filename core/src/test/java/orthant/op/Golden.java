package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Raw;

/** What NumPy computed (see golden.py), and how results are compared with it: bit by bit. */
public final class Golden {
  private Golden() {}

  /** The lines of a golden file, each split into its words. */
  public static List<String[]> lines(String file) {
    try (var in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Golden.class.getResourceAsStream("/orthant/golden/" + file + ".gz")), StandardCharsets.US_ASCII))) {
      return in.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(" ", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An array from its bytes. */
  public static NDArray array(DType type, String hex, long... shape) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    NDArray a = Nd.empty(type, shape.length == 0 ? new long[] {bytes.length / type.size()} : shape);
    assertEquals(bytes.length, a.size() * type.size());
    for (int i = 0; i < bytes.length; i++) {
      Raw.setByte(Access.door().address(a) + i, bytes[i]);
    }
    Reference.reachabilityFence(a);
    return a;
  }

  /** The types of a list such as {@code int32,bool}. */
  public static DType[] types(String list) {
    return List.of(list.split(",")).stream().map(DType::valueOf).toArray(DType[]::new);
  }

  /** The elements in C order as the bits of their lanes, read one by one; every NaN is the same one. */
  public static long[] bits(NDArray a) {
    Layout layout = Access.door().layout(a);
    long[] bits = new long[(int) layout.size()];
    for (int i = 0; i < bits.length; i++) {
      long at = Access.door().address(a);
      long rest = i;
      for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
        at += rest % layout.shape(axis) * layout.stride(axis);
        rest /= layout.shape(axis);
      }
      bits[i] = switch (a.dtype()) {
        case bool, int8, uint8 -> Raw.getByte(at);
        case int16, uint16 -> Raw.getShort(at);
        case int32, uint32 -> Raw.getInt(at);
        case int64, uint64 -> Raw.getLong(at);
        case float16 -> (Raw.getShort(at) & 0x7fff) > 0x7c00 ? 0x7e00 : Raw.getShort(at);
        case float32 -> Float.floatToIntBits(Raw.getFloat(at));
        case float64 -> Double.doubleToLongBits(Raw.getDouble(at));
        case complex64, complex128 -> throw new IllegalArgumentException("compare the parts");
      };
    }
    Reference.reachabilityFence(a);
    return bits;
  }

  /** Insists on the same type, the same shape and the same bits. */
  public static void assertSame(String what, NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype(), what);
    assertEquals(List.of(text(expected.shape())), List.of(text(actual.shape())), what);
    if (expected.dtype().isComplex()) {
      assertSame(what + ", real parts", expected.real(), actual.real());
      assertSame(what + ", imaginary parts", expected.imag(), actual.imag());
      return;
    }
    long[] want = bits(expected);
    long[] got = bits(actual);
    Lane lane = Lane.memory(expected.dtype());
    for (int i = 0; i < want.length; i++) {
      if (want[i] != got[i]) {
        fail(what + ": element " + i + " must be " + Interpreter.text(lane, want[i]) + " = " + Long.toHexString(want[i])
            + " but is " + Interpreter.text(lane, got[i]) + " = " + Long.toHexString(got[i]));
      }
    }
  }

  /** A shape as text. */
  public static String text(long[] shape) {
    return java.util.Arrays.toString(shape);
  }
}
