package orthant.linalg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/** NumPy's results, as {@code golden.py} wrote them. */
final class Golden {
  private static final Map<String, Map<String, NDArray>> CASES = read();

  private Golden() {}

  /** The names of the cases that begin like this. */
  static Stream<String> cases(String prefix) {
    return CASES.keySet().stream().filter(name -> name.startsWith(prefix));
  }

  /** An array of a case. */
  static NDArray get(String name, String part) {
    return CASES.get(name).get(part);
  }

  /** Throws unless type and shape are equal and each element is within the tolerance of the largest magnitude. */
  static void check(NDArray expected, NDArray actual, double tolerance, String what) {
    if (expected.dtype() != actual.dtype() || !Arrays.equals(expected.shape(), actual.shape())) {
      throw new AssertionError(what + ": expected " + expected.dtype() + " " + Arrays.toString(expected.shape()) + " but was "
          + actual.dtype() + " " + Arrays.toString(actual.shape()));
    }
    long n = expected.size();
    var e = expected.reshape(n);
    var a = actual.reshape(n);
    double scale = 0;
    for (long i = 0; i < n; i++) {
      double value = Math.abs(e.getDouble(i));
      scale = Double.isFinite(value) ? Math.max(scale, value) : scale;
    }
    for (long i = 0; i < n; i++) {
      boolean same = tolerance == 0
          ? e.getLong(i) == a.getLong(i)
          : Double.compare(e.getDouble(i), a.getDouble(i)) == 0 || Math.abs(e.getDouble(i) - a.getDouble(i)) <= tolerance * scale;
      if (!same) {
        throw new AssertionError(what + ": element " + i + " should be " + e.getDouble(i) + " but is " + a.getDouble(i));
      }
    }
  }

  private static Map<String, Map<String, NDArray>> read() {
    var cases = new LinkedHashMap<String, Map<String, NDArray>>();
    try (var in = new BufferedReader(new InputStreamReader(Golden.class.getResourceAsStream("golden.txt"), StandardCharsets.UTF_8))) {
      in.lines().forEach(line -> {
        String[] part = line.split("\t", -1);
        cases.computeIfAbsent(part[0], k -> new LinkedHashMap<>()).put(part[1], array(DType.valueOf(part[2]), part[3], part[4]));
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static NDArray array(DType dtype, String shape, String values) {
    long[] sizes = shape.equals("scalar") ? new long[0] : Stream.of(shape.split("x")).mapToLong(Long::parseLong).toArray();
    var array = Nd.empty(dtype, sizes);
    var flat = array.reshape(array.size());
    long i = 0;
    for (String value : values.isEmpty() ? new String[0] : values.split(" ")) {
      if (dtype.isFloat()) {
        flat.set(Double.parseDouble(value.replace("inf", "Infinity").replace("nan", "NaN")), i++);
      } else {
        flat.setLong(Long.parseLong(value), i++);
      }
    }
    return array;
  }
}
