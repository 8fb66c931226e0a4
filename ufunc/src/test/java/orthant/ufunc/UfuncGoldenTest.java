package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import orthant.Axes;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.plan.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the methods of ufuncs with what ufuncs_golden.py wrote with NumPy, on every engine and over layouts. */
class UfuncGoldenTest {
  private record Case(String method, String ufunc, String[] arguments, String[] inputs, String result) {
    NDArray[] arrays() {
      return Arrays.stream(inputs).map(UfuncGoldenTest::array).toArray(NDArray[]::new);
    }

    @Override
    public String toString() {
      return ufunc + "." + method + " " + String.join("|", arguments) + " of " + String.join(" ", inputs);
    }
  }

  private static final Map<String, Ufunc> UFUNCS = Arrays.stream(Ufuncs.class.getFields())
      .filter(f -> f.getType() == Ufunc.class)
      .collect(Collectors.toMap(java.lang.reflect.Field::getName, f -> {
        try {
          return (Ufunc) f.get(null);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }));

  private static List<Case> cases() {
    try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(
        UfuncGoldenTest.class.getResourceAsStream("/orthant/golden/ufuncs.txt.gz")), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(";")).map(f -> new Case(f[0], f[1], f[2].split("\\|"), f[3].split(" "), f[4])).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NDArray array(String text) {
    String[] parts = text.split("/");
    DType type = DType.valueOf(parts[0]);
    long[] shape = parts[1].equals("-") ? new long[0] : Stream.of(parts[1].split(",")).mapToLong(Long::parseLong).toArray();
    ByteBuffer bytes = ByteBuffer.wrap(parts[2].equals("-") ? new byte[0] : HexFormat.of().parseHex(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
    int size = type.real().size();
    int each = type.isComplex() ? 2 : 1;
    int n = bytes.capacity() / size / each;
    long[] bits = new long[n * each];
    for (int i = 0; i < n * each; i++) {
      long value = switch (size) {
        case 1 -> bytes.get(i);
        case 2 -> bytes.getShort(2 * i);
        case 4 -> bytes.getInt(4 * i);
        default -> bytes.getLong(8 * i);
      };
      bits[i % each * n + i / each] = value;
    }
    NDArray a = Samples.of(type.real(), Arrays.copyOf(bits, n)).reshape(shape);
    if (!type.isComplex()) {
      return a;
    }
    NDArray both = orthant.Nd.empty(type, shape);
    both.real().assign(a);
    both.imag().assign(Samples.of(type.real(), Arrays.copyOfRange(bits, n, 2 * n)).reshape(shape));
    return both;
  }

  private static NDArray call(Case c, NDArray[] in) {
    Ufunc f = UFUNCS.get(c.ufunc);
    int[] axes = c.arguments[0].matches("[-0-9,]+") ? Stream.of(c.arguments[0].split(",")).mapToInt(Integer::parseInt).toArray() : null;
    return switch (c.method) {
      case "reduce" -> {
        Axes how = axes == null ? Axes.ALL : Axes.axes(axes);
        yield f.reduce(in[0], c.arguments[1].equals("True") ? how.keepDims() : how);
      }
      case "reduceWhere" -> f.where(in[1]).initial(in[2]).reduce(in[0], Axes.axes(axes));
      case "reduceMasked" -> f.where(in[1]).reduce(in[0]);
      case "reduceInitial" -> f.initial(in[1]).reduce(in[0], Axes.axes(axes));
      case "reduceAs" -> f.dtype(DType.valueOf(c.arguments[1])).reduce(in[0]);
      case "accumulate" -> f.accumulate(in[0], axes[0]);
      case "reduceat" -> f.reduceat(in[0], in[1], axes[0]);
      case "outer" -> f.outer(in[0], in[1]);
      case "at" -> {
        NDArray[] operands = {in[in.length - 1]};
        switch (c.arguments[0]) {
          case "index" -> f.at(in[0], in[1], operands);
          case "pairs" -> f.at(in[0], new Index[] {Index.at(in[1]), Index.at(in[2])}, operands);
          default -> f.at(in[0], new Index[] {Index.all(), Index.at(in[1]), Index.all().by(2)}, operands);
        }
        yield in[0];
      }
      default -> throw new IllegalArgumentException(c.method);
    };
  }

  /** The same elements, laid out in another way. */
  private static NDArray[] laidOut(NDArray[] in, int way) {
    return Arrays.stream(in).map(a -> switch (way) {
      case 1 -> a.transpose().copy().transpose();
      case 2 -> a.flip().copy().flip();
      default -> a;
    }).toArray(NDArray[]::new);
  }

  @TestFactory
  Stream<DynamicTest> asNumpy() {
    List<Case> all = cases();
    assertTrue(all.size() > 15_000, "only " + all.size() + " cases");
    Map<String, List<Case>> groups = all.stream().collect(Collectors.groupingBy(c -> c.ufunc + "." + c.method));
    return groups.entrySet().stream().map(group -> DynamicTest.dynamicTest(group.getKey(), () -> group.getValue().forEach(UfuncGoldenTest::check)));
  }

  private static void check(Case c) {
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      for (int way = 0; way < (engine == LayoutsTest.REFERENCE ? 1 : 3); way++) {
        check(name, engine, c, laidOut(c.arrays(), way));
      }
    });
  }

  private static void check(String name, Engine engine, Case c, NDArray[] in) {
    String what = name + ": " + c;
    NDArray actual;
    try {
      actual = engine.call(() -> call(c, in));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      assertEquals("!", c.result, what + ": " + e.getMessage());
      return;
    }
    if (c.result.equals("!")) {
      fail(what + " must be refused but gave " + actual);
    }
    NDArray expected = array(c.result);
    assertEquals(expected.dtype(), actual.dtype(), what);
    assertArrayEquals(expected.shape(), actual.shape(), what);
    if (expected.dtype().isComplex()) {
      close(what, expected.real(), actual.real());
      close(what, expected.imag(), actual.imag());
    } else if (expected.dtype().isFloat()) {
      close(what, expected, actual);
    } else {
      Samples.assertSame(what, expected.dtype(), Samples.bits(expected), Samples.bits(actual));
    }
  }

  /** Products are rounded in another order, complex ones and roots elsewhere; sums of quarters are exact. */
  private static void close(String what, NDArray expected, NDArray actual) {
    double[] want = expected.astype(DType.float64).toDoubleArray();
    double[] got = actual.astype(DType.float64).toDoubleArray();
    double tolerance = expected.dtype() == DType.float16 ? 4e-3 : expected.dtype() == DType.float32 ? 1e-6 : 1e-14;
    for (int i = 0; i < want.length; i++) {
      boolean same = want[i] == got[i] || Double.isNaN(want[i]) && Double.isNaN(got[i]);
      if (!same && !(Math.abs(want[i] - got[i]) <= tolerance * Math.abs(want[i]))) {
        fail(what + ": element " + i + " must be " + want[i] + " but is " + got[i]);
      }
    }
  }
}
