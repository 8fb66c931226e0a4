package orthant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lines that arrays.py and printing.py wrote with NumPy. */
final class GoldenText {
  private GoldenText() {}

  static List<String> lines(String file) {
    try (var in = new BufferedReader(new InputStreamReader(
        GoldenText.class.getResourceAsStream("/orthant/golden/" + file), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows whose fields are divided by semicolons. */
  static List<String[]> rows(String file) {
    return lines(file).stream().map(line -> line.split(";", -1)).toList();
  }

  static long[] longs(String text) {
    return text.isEmpty() ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
  }

  static double[] doubles(String text) {
    return text.isEmpty() ? new double[0] : Arrays.stream(text.replace("inf", "Infinity").split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  /** 0, 1, 2, ... in some shape. */
  static NDArray counted(long... shape) {
    return Nd.arange(orthant.layout.Shapes.size(shape)).reshape(shape);
  }
}
