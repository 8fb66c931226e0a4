package orthant.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import orthant.DType;
import orthant.NDArray;
import org.junit.jupiter.api.Test;

class TextTest {
  static List<String[]> golden(String file) throws IOException {
    try (var in = new BufferedReader(new InputStreamReader(TextTest.class.getResourceAsStream("/orthant/golden/" + file), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(";", -1)).toList();
    }
  }

  private static TextOptions options(String text) {
    var o = TextOptions.DEFAULT;
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
      o = switch (pair.substring(0, pair.indexOf('='))) {
        case "dtype" -> o.dtype(DType.valueOf(value));
        case "delimiter" -> o.delimiter(value);
        case "comments" -> o.comments(value.split("\\|"));
        case "quotechar" -> o.quote(value.charAt(0));
        case "skiprows", "skip_header" -> o.skipRows(Long.parseLong(value));
        case "skip_footer" -> o.skipFooter(Integer.parseInt(value));
        case "max_rows" -> o.maxRows(Long.parseLong(value));
        case "usecols" -> o.useCols(Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray());
        case "unpack" -> o.unpack(value.equals("True"));
        case "ndmin" -> o.ndmin(Integer.parseInt(value));
        case "filling" -> o.filling(Double.parseDouble(value));
        case "missing" -> o.missing(value.split(","));
        case "loose" -> o.loose(value.equals("True"));
        case "invalid_raise" -> o.invalidRaise(value.equals("True"));
        default -> throw new AssertionError(pair);
      };
    }
    return o;
  }

  static String text(NDArray a) {
    var bytes = a.copy().segment().toArray(ValueLayout.JAVA_BYTE);
    return a.dtype() + ";" + String.join(",", Arrays.stream(a.shape()).mapToObj(Long::toString).toList()) + ";" + HexFormat.of().formatHex(bytes);
  }

  @Test
  void readsAsNumPyDoes() throws IOException {
    List<String> wrong = new ArrayList<>();
    var seen = EnumSet.noneOf(DType.class);
    int cases = 0;
    for (String[] row : golden("reading.txt")) {
      if (Arrays.stream(DType.values()).noneMatch(t -> row[1].contains("dtype=" + t.name()) || !row[1].contains("dtype="))) {
        continue;
      }
      var o = options(row[1]);
      byte[] bytes = Base64.getDecoder().decode(row[2]);
      String expected = row.length == 4 ? row[3] : row[3] + ";" + row[4] + ";" + row[5];
      String actual;
      try {
        actual = text(Text.read(new ByteArrayInputStream(bytes), "it", o, row[0].equals("genfromtxt")));
      } catch (TextException e) {
        assertTrue(e.getMessage().length() < 400, e.getMessage());
        actual = "error";
      }
      seen.add(o.dtype);
      cases++;
      if (!expected.equals(actual)) {
        wrong.add(row[0] + " " + row[1] + " '" + new String(bytes, StandardCharsets.UTF_8).replace("\n", "\\n") + "'\n  expected " + expected + "\n  was      " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(40, wrong.size()))), wrong.size() + " differ");
    assertTrue(cases >= 1000, cases + " cases");
    assertEquals(EnumSet.allOf(DType.class), seen);
  }
}
