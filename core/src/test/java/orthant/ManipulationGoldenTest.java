package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares with the several thousand results that manipulation.py wrote with NumPy: bytes, shapes, types, views and their strides. */
class ManipulationGoldenTest {
  private interface Call {
    /** An array or an array of arrays. */
    Object of(NDArray[] in, String[] arguments);
  }

  private static final Map<String, Call> CALLS = new HashMap<>();

  static {
    shaping();
    joining();
    cutting();
    editing();
    creating();
  }

  private static void shaping() {
    CALLS.put("ravel", (in, x) -> in[0].ravel(Order.valueOf(x[0])));
    CALLS.put("flatten", (in, x) -> in[0].flatten(Order.valueOf(x[0])));
    CALLS.put("copyOrder", (in, x) -> in[0].copy(Order.valueOf(x[0])));
    CALLS.put("reshape", (in, x) -> in[0].reshape(Order.valueOf(x[0]), longs(x[1])));
    CALLS.put("transpose", (in, _) -> in[0].T());
    CALLS.put("squeeze", (in, _) -> in[0].squeeze());
    CALLS.put("atleast1d", (in, _) -> Nd.atleast1d(in));
    CALLS.put("atleast2d", (in, _) -> Nd.atleast2d(in));
    CALLS.put("atleast3d", (in, _) -> Nd.atleast3d(in));
    CALLS.put("ascontiguousarray", (in, _) -> Nd.ascontiguousarray(in[0]));
    CALLS.put("asfortranarray", (in, _) -> Nd.asfortranarray(in[0]));
    CALLS.put("array", (in, _) -> Nd.array(in[0]));
    CALLS.put("fliplr", (in, _) -> in[0].fliplr());
    CALLS.put("flipud", (in, _) -> in[0].flipud());
    CALLS.put("flip", (in, _) -> in[0].flip());
    CALLS.put("matrixTranspose", (in, _) -> in[0].matrixTranspose());
    CALLS.put("trimZeros", (in, x) -> x[1].equals("-") ? in[0].trimZeros() : in[0].trimZeros(x[0], Integer.parseInt(x[1])));
    CALLS.put("rot90", (in, x) -> in[0].rot90(Integer.parseInt(x[0]), Integer.parseInt(x[1]), Integer.parseInt(x[2])));
    CALLS.put("expandDims", (in, x) -> in[0].expandDims(ints(x[0])));
    CALLS.put("swapaxes", (in, x) -> in[0].swapaxes(Integer.parseInt(x[0]), Integer.parseInt(x[1])));
    CALLS.put("moveaxis", (in, x) -> in[0].moveaxis(ints(x[0]), ints(x[1])));
  }

  private static void joining() {
    CALLS.put("concat", (in, x) -> x[0].equals("all") ? Nd.concat(Axes.ALL, in) : Nd.concatenate(Integer.parseInt(x[0]), in));
    CALLS.put("concatAs", (in, x) -> Nd.concat(Axes.axes(Integer.parseInt(x[0])).dtype(DType.valueOf(x[1])), in));
    CALLS.put("stack", (in, x) -> Nd.stack(Integer.parseInt(x[0]), in));
    CALLS.put("hstack", (in, _) -> Nd.hstack(in));
    CALLS.put("vstack", (in, _) -> Nd.vstack(in));
    CALLS.put("dstack", (in, _) -> Nd.dstack(in));
    CALLS.put("columnStack", (in, _) -> Nd.columnStack(in));
    CALLS.put("append", (in, x) -> x[0].equals("all") ? in[0].append(in[1]) : in[0].append(in[1], Integer.parseInt(x[0])));
    CALLS.put("block", (in, x) -> Nd.block(switch (x[0]) {
      case "row" -> in;
      case "square" -> new NDArray[][] {{in[0], in[1]}, {in[2], in[3]}};
      case "column" -> new NDArray[][] {{in[0]}, {in[1]}};
      case "cube" -> new NDArray[][][] {{{in[0], in[1]}}, {{in[0], in[1]}}};
      default -> new Object[] {in[0], new NDArray[] {in[1]}};
    }));
    CALLS.put("repeat", (in, x) -> {
      long n = Long.parseLong(x[0]);
      return x[1].equals("all") ? in[0].repeat(n) : in[0].repeat(n, Integer.parseInt(x[1]));
    });
    CALLS.put("repeatEach", (in, x) -> x[0].equals("all") ? in[0].repeat(in[1]) : in[0].repeat(in[1], Integer.parseInt(x[0])));
    CALLS.put("tile", (in, x) -> in[0].tile(longs(x[0])));
    CALLS.put("roll", (in, x) -> {
      long n = Long.parseLong(x[0]);
      return x[1].equals("all") ? in[0].roll(n) : in[0].roll(n, Integer.parseInt(x[1]));
    });
    CALLS.put("rollAxes", (in, x) -> in[0].roll(longs(x[0]), ints(x[1])));
    CALLS.put("resize", (in, x) -> Nd.resize(in[0], longs(x[0])));
  }

  private static void cutting() {
    CALLS.put("split", (in, x) -> in[0].split(Integer.parseInt(x[0]), Integer.parseInt(x[1])));
    CALLS.put("splitAt", (in, x) -> in[0].split(longs(x[0]), Integer.parseInt(x[1])));
    CALLS.put("arraySplit", (in, x) -> in[0].arraySplit(Integer.parseInt(x[0]), Integer.parseInt(x[1])));
    CALLS.put("unstack", (in, x) -> in[0].unstack(Integer.parseInt(x[0])));
    CALLS.put("hsplit", (in, x) -> in[0].hsplit(Integer.parseInt(x[0])));
    CALLS.put("vsplit", (in, x) -> in[0].vsplit(Integer.parseInt(x[0])));
    CALLS.put("dsplit", (in, x) -> in[0].dsplit(Integer.parseInt(x[0])));
    CALLS.put("hsplitAt", (in, x) -> in[0].hsplit(longs(x[0])));
    CALLS.put("vsplitAt", (in, x) -> in[0].vsplit(longs(x[0])));
    CALLS.put("dsplitAt", (in, x) -> in[0].dsplit(longs(x[0])));
  }

  private static void editing() {
    CALLS.put("delete", (in, x) -> {
      long at = Long.parseLong(x[0]);
      return x[1].equals("all") ? in[0].delete(at) : in[0].delete(at, Integer.parseInt(x[1]));
    });
    CALLS.put("insert", (in, x) -> {
      long at = Long.parseLong(x[0]);
      return x[1].equals("all") ? in[0].insert(at, in[1]) : in[0].insert(at, in[1], Integer.parseInt(x[1]));
    });
    CALLS.put("deleteMany", (in, x) -> x[0].equals("all") ? in[0].delete(in[1]) : in[0].delete(in[1], Integer.parseInt(x[0])));
    CALLS.put("insertMany",
        (in, x) -> x[0].equals("all") ? in[0].insert(in[1], in[2]) : in[0].insert(in[1], in[2], Integer.parseInt(x[0])));
    CALLS.put("deletePart", (in, x) -> {
      var part = Index.parse(x[0])[0];
      return x[1].equals("all") ? in[0].delete(part) : in[0].delete(part, Integer.parseInt(x[1]));
    });
    CALLS.put("insertPart", (in, x) -> {
      var part = Index.parse(x[0])[0];
      return x[1].equals("all") ? in[0].insert(part, in[1]) : in[0].insert(part, in[1], Integer.parseInt(x[1]));
    });
    CALLS.put("pad", (in, x) -> in[0].pad(Stream.of(x[2].split("/")).map(ManipulationGoldenTest::longs).toArray(long[][]::new), pad(x[0], x[1])));
    CALLS.put("padWith", (in, x) -> in[0].pad(new long[][] {longs(x[0])}, Pad.with((line, before, after, axis) -> {
      line.get(Index.until(before)).assign(10L + axis);
      line.get(Index.from(line.size() - after)).assign(line.getLong(before));
    })));
  }

  private static Pad pad(String mode, String option) {
    var number = option.equals("-") || option.equals("odd") ? Nd.scalar(DType.int64, 0L) : Nd.array(longs(option));
    var pad = switch (mode) {
      case "constant" -> Pad.constant(number);
      case "edge" -> Pad.edge();
      case "linear_ramp" -> Pad.linearRamp(number);
      case "maximum" -> Pad.maximum();
      case "minimum" -> Pad.minimum();
      case "mean" -> Pad.mean();
      case "median" -> Pad.median();
      case "reflect" -> Pad.reflect();
      case "symmetric" -> Pad.symmetric();
      case "wrap" -> Pad.wrap();
      default -> throw new AssertionError(mode);
    };
    if (option.equals("odd")) {
      return pad.odd();
    }
    boolean counts = List.of("maximum", "minimum", "mean", "median").contains(mode) && !option.equals("-");
    long[] n = counts ? longs(option) : null;
    return !counts ? pad : n.length == 1 ? pad.length(n[0]) : pad.lengths(new long[][] {n});
  }

  private static void creating() {
    CALLS.put("diag", (in, x) -> Nd.diag(in[0], Long.parseLong(x[0])));
    CALLS.put("diagflat", (in, x) -> Nd.diagflat(in[0], Long.parseLong(x[0])));
    CALLS.put("tril", (in, x) -> Nd.tril(in[0], Long.parseLong(x[0])));
    CALLS.put("triu", (in, x) -> in[0].triu(Long.parseLong(x[0])));
    CALLS.put("vander", (in, x) -> Nd.vander(in[0], Long.parseLong(x[0]), x[1].equals("True")));
    CALLS.put("zerosLike", (in, x) -> x[0].equals("same") ? Nd.zerosLike(in[0]) : Nd.zerosLike(in[0], DType.valueOf(x[0])));
    CALLS.put("onesLike", (in, x) -> x[0].equals("same") ? Nd.onesLike(in[0]) : Nd.onesLike(in[0], DType.valueOf(x[0])));
    CALLS.put("fullLike", (in, x) -> x[0].equals("same") ? Nd.fullLike(in[0], 3) : Nd.fullLike(in[0], DType.valueOf(x[0]), 3));
    CALLS.put("tri", (_, x) -> Nd.tri(DType.valueOf(x[0]), Long.parseLong(x[1]), Long.parseLong(x[2]), Long.parseLong(x[3])));
    CALLS.put("eye", (_, x) -> Nd.eye(DType.valueOf(x[0]), Long.parseLong(x[1]), Long.parseLong(x[2]), Long.parseLong(x[3])));
    CALLS.put("identity", (_, x) -> Nd.identity(DType.valueOf(x[0]), Long.parseLong(x[1])));
    CALLS.put("indices", (_, x) -> Nd.indices(DType.valueOf(x[0]), longs(x[1])));
    CALLS.put("meshgrid", (in, x) -> {
      var grid = x[0].equals("xy") ? Grid.XY : Grid.IJ;
      grid = x[1].equals("True") ? grid.sparse() : grid;
      return Nd.meshgrid(x[2].equals("True") ? grid : grid.views(), in);
    });
    CALLS.put("linspaces", (in, x) -> {
      long num = Long.parseLong(x[0]);
      boolean endpoint = x[1].equals("True");
      int axis = Integer.parseInt(x[2]);
      return x[3].equals("none")
          ? Nd.linspace(in[0], in[1], num, endpoint, axis) : Nd.linspace(DType.valueOf(x[3]), in[0], in[1], num, endpoint, axis);
    });
    CALLS.put("logspace", (_, x) -> Nd.logspace(DType.float64, Double.parseDouble(x[0]), Double.parseDouble(x[1]), Long.parseLong(x[2]),
        x[3].equals("True"), Double.parseDouble(x[4])));
    CALLS.put("geomspace",
        (_, x) -> Nd.geomspace(DType.float64, Double.parseDouble(x[0]), Double.parseDouble(x[1]), Long.parseLong(x[2]), x[3].equals("True")));
  }

  private static long[] longs(String text) {
    return text.equals("-") ? new long[0] : GoldenText.longs(text);
  }

  private static int[] ints(String text) {
    return Arrays.stream(longs(text)).mapToInt(Math::toIntExact).toArray();
  }

  /** The array of "dtype/shape/layout/bytes". */
  private static NDArray read(String text) {
    String[] part = text.split("/");
    var a = Nd.empty(DType.valueOf(part[0]), longs(part[1]));
    byte[] bytes = part[3].equals("-") ? new byte[0] : HexFormat.of().parseHex(part[3]);
    java.lang.foreign.MemorySegment.copy(bytes, 0, a.segment(), java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    return switch (part[2]) {
      case "F" -> a.copy(Order.F);
      case "R" -> a.flip().copy().flip();
      case "S" -> {
        if (a.ndim() == 0) {
          yield a;
        }
        long[] wide = a.shape();
        wide[wide.length - 1] *= 2;
        yield Nd.zeros(a.dtype(), wide).get(Index.ellipsis(), Index.all().by(2)).assign(a);
      }
      case "B" -> a.ndim() == 0 || a.shape(0) == 0 ? a : a.get(Index.until(1)).broadcastTo(a.shape());
      default -> a;
    };
  }

  /** An array as the file has it. */
  private static String text(NDArray a, NDArray[] in) {
    String how = in.length > 0 && a.ndim() > 0 && a.size() > 0 && Nd.sharesMemory(a, in[0]) ? "v" : "c";
    byte[] bytes = a.copy().segment().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    return a.dtype() + "/" + join(a.shape()) + "/" + how + (how.equals("v") ? strides(a.shape(), a.strides()) : "") + "/"
        + (bytes.length == 0 ? "-" : HexFormat.of().formatHex(bytes));
  }

  private static String join(long[] numbers) {
    return numbers.length == 0 ? "-" : Arrays.toString(numbers).replaceAll("[\\[\\] ]", "");
  }

  /** The strides that matter: an axis of one element has none. */
  private static String strides(long[] shape, long[] strides) {
    long[] real = strides.clone();
    for (int i = 0; i < real.length; i++) {
      real[i] = shape[i] == 1 ? 0 : real[i];
    }
    return join(real);
  }

  /** A result as this test compares it; NumPy makes scalars of arrays without axes, which share nothing. */
  private static String expected(String text) {
    String[] part = text.split("/");
    if (part[1].equals("-")) {
      return part[0] + "/-/c/" + part[3];
    }
    return part[2].startsWith("v") ? part[0] + "/" + part[1] + "/v" + strides(longs(part[1]), longs(part[2].substring(1))) + "/" + part[3] : text;
  }

  private static String run(Call call, NDArray[] in, String[] arguments) {
    Object result;
    try {
      result = call.of(in, arguments);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      String said = e.getMessage();
      return said.contains("must ") || said.contains("; ") || said.endsWith(" with size 0") ? "!" : "! without a rule: " + said;
    }
    var arrays = result instanceof NDArray a ? new NDArray[] {a} : (NDArray[]) result;
    return String.join(" ", Stream.of(arrays).map(a -> text(a, in)).toList());
  }

  /** Whether the numbers are those of the file up to some units in the last place. */
  private static boolean isClose(String actual, String expected) {
    double[] a = read(actual).toDoubleArray();
    double[] b = read(expected).toDoubleArray();
    boolean close = a.length == b.length;
    for (int i = 0; close && i < a.length; i++) {
      close = Math.abs(a[i] - b[i]) <= 4 * Math.ulp(b[i]);
    }
    return close;
  }

  @Test
  void allIsAsNumPyHasIt() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    var names = new HashMap<String, Integer>();
    for (String[] row : GoldenText.rows("manipulation.txt")) {
      String[] inputs = row[2].isEmpty() ? new String[0] : row[2].split(" ");
      String[] outputs = row[3].isEmpty() || row[3].equals("!") ? new String[0] : row[3].split(" ");
      String[] arguments = row[1].split("\\|");
      String actual = run(CALLS.get(row[0]), Stream.of(inputs).map(ManipulationGoldenTest::read).toArray(NDArray[]::new), arguments);
      String expected = row[3].equals("!") ? "!" : String.join(" ", Stream.of(outputs).map(ManipulationGoldenTest::expected).toList());
      boolean inexact = (row[0].equals("logspace") || row[0].equals("geomspace")) && !expected.equals("!");
      if (inexact ? !isClose(actual, expected) : !actual.equals(expected)) {
        wrong.add(String.join(";", row) + "\n  but was " + actual);
      }
      names.merge(row[0], 1, Integer::sum);
      count++;
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " differ, for example\n" + String.join("\n", wrong.subList(0, Math.min(wrong.size(), 40))));
    assertEquals(CALLS.keySet(), names.keySet());
    assertTrue(count > 7000, count + " cases");
  }
}
