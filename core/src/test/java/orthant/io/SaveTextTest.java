package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveTextTest {
  private static TextFormat format(String text) {
    var f = TextFormat.DEFAULT;
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
      f = switch (pair.substring(0, pair.indexOf('='))) {
        case "fmt" -> f.fmt(value);
        case "delimiter" -> f.delimiter(value);
        case "newline" -> f.newline(value);
        case "header" -> f.header(value);
        case "footer" -> f.footer(value);
        case "comments" -> f.comments(value);
        default -> throw new AssertionError(pair);
      };
    }
    return f;
  }

  @Test
  void writesAsNumPyDoes() throws IOException {
    List<String> wrong = new ArrayList<>();
    var seen = EnumSet.noneOf(DType.class);
    int cases = 0;
    for (String[] row : TextTest.golden("writing.txt")) {
      var a = Nd.empty(DType.valueOf(row[0]), row[1].isEmpty() ? new long[0] : Arrays.stream(row[1].split(",")).mapToLong(Long::parseLong).toArray());
      byte[] bytes = HexFormat.of().parseHex(row[2]);
      MemorySegment.copy(bytes, 0, a.segment(), ValueLayout.JAVA_BYTE, 0, bytes.length);
      String expected = row[4].equals("error") ? "error"
          : new String(Base64.getDecoder().decode(row[4].substring(0, row[4].length() - 1)), StandardCharsets.UTF_8);
      String actual;
      try {
        var out = new ByteArrayOutputStream();
        Nd.savetxt(out, a, format(row[3]));
        actual = out.toString(StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        actual = "error";
      }
      seen.add(a.dtype());
      cases++;
      if (!expected.equals(actual)) {
        wrong.add(row[0] + " " + row[1] + " " + row[3]
            + "\n  expected " + expected.replace("\n", "\\n") + "\n  was      " + actual.replace("\n", "\\n"));
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(40, wrong.size()))), wrong.size() + " differ");
    assertTrue(cases >= 1000, cases + " cases");
    assertEquals(EnumSet.allOf(DType.class), seen);
  }

  private static String written(NDArray a, TextFormat format) {
    var out = new ByteArrayOutputStream();
    Nd.savetxt(out, a, format);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesViewsInLogicalOrder() {
    var a = Nd.arange(6.0).reshape(2, 3);
    var f = TextFormat.DEFAULT.fmt("%g");
    assertEquals("0 3\n1 4\n2 5\n", written(a.T(), f));
    assertEquals("5 3\n2 0\n", written(a.get("::-1, ::-2"), f));
    assertEquals("1 1\n1 1\n", written(Nd.scalar(DType.int64, 1).broadcastTo(2, 2), f));
    assertEquals("2\n1\n0\n", written(a.get("0, ::-1"), f));
  }

  @Test
  void takesAFormatAColumn() {
    var a = Nd.arange(4.0).reshape(2, 2);
    assertEquals("0;1.00\n2;3.00\n", written(a, TextFormat.DEFAULT.fmt("%d", "%.2f").delimiter(";")));
    // NumPy counts the percent signs that are written, too, and refuses these.
    assertEquals("0%,1%\n2%,3%\n", written(a, TextFormat.DEFAULT.fmt("%g%%").delimiter(",")));
    var e = assertThrows(IllegalArgumentException.class, () -> written(a, TextFormat.DEFAULT.fmt("%d %d %d")));
    assertEquals("the format [%d %d %d] writes 3 numbers, a row has 2; there must be one % for all columns or one for each", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> written(a, TextFormat.DEFAULT.fmt("%d", "%d", "%d")));
    assertThrows(IllegalArgumentException.class, () -> written(a, TextFormat.DEFAULT.fmt("%.99999999999f")));
    assertThrows(IllegalArgumentException.class, () -> TextFormat.DEFAULT.header("\u20ac").encoding(StandardCharsets.ISO_8859_1));
  }

  @Test
  void failsWithoutHarmToTheFile(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("a.txt");
    Nd.savetxt(file, Nd.arange(3.0));
    assertThrows(IllegalArgumentException.class, () -> Nd.savetxt(file, Nd.array(1.0, Double.NaN), TextFormat.DEFAULT.fmt("%d")));
    assertEquals("[0. 1. 2.]", Nd.loadtxt(file).toString());
    try (var files = Files.list(dir)) {
      assertEquals(List.of(file), files.toList());
    }
    assertThrows(UncheckedIOException.class, () -> Nd.savetxt(dir.resolve("none/a.txt"), Nd.arange(3.0)));
  }

  @Test
  void readsBackTheSameBits(@TempDir Path dir) {
    var random = new Random(7);
    double[] values = random.longs(3000).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite).toArray();
    var a = Nd.array(values);
    for (String name : List.of("a.txt", "a.txt.gz")) {
      Path file = dir.resolve(name);
      Nd.savetxt(file, a);
      assertArrayEquals(values, Nd.loadtxt(file).toDoubleArray());
    }
    assertTrue(file(dir, "a.txt.gz") < file(dir, "a.txt"));
  }

  private static long file(Path dir, String name) {
    return dir.resolve(name).toFile().length();
  }
}
