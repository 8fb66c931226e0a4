package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        wrong.add(row[0] + " " + row[1] + " '" + new String(bytes, StandardCharsets.UTF_8).replace("\n", "\\n")
            + "'\n  expected " + expected + "\n  was      " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(40, wrong.size()))), wrong.size() + " differ");
    assertTrue(cases >= 5000, cases + " cases");
    assertEquals(EnumSet.allOf(DType.class), seen);
  }

  private static NDArray load(String text, TextOptions o) {
    return Nd.loadtxt(new StringReader(text), o);
  }

  private static TextException refused(String text, TextOptions o) {
    return assertThrows(TextException.class, () -> load(text, o));
  }

  @Test
  void saysWhereAndWhat() {
    var o = TextOptions.DEFAULT.delimiter(",");
    var e = refused("# x,y\n1,2\n\n3,four\n", o);
    assertEquals("line 4, column 2: 'four' is not a float64; it must be a decimal number, inf or nan", e.getMessage());
    assertEquals(4, e.line());
    assertEquals(2, e.column());
    assertEquals("four", e.text());
    assertEquals("line 2: there are 1 columns where the first row has 2; choose some with useCols", refused("1,2\n3", o).getMessage());
    assertEquals("line 2: there are 1 columns where useCols asks for 2", refused("1,2\n3", o.useCols(1)).getMessage());
    assertEquals("line 1: there are 2 columns; useCols asks for column -3", refused("1,2\n3", o.useCols(-3)).getMessage());
    assertEquals("line 1, column 1: '1\\x00' is not a float64; it must be a decimal number, inf or nan", refused("1\0,2", o).getMessage());
    assertEquals("line 1, column 2: '3000000000' is not an int32; it must be an integer from -2147483648 to 2147483647",
        refused("1,3000000000", o.dtype(DType.int32)).getMessage());
  }

  @Test
  void readsFromEverywhere(@TempDir Path dir) throws IOException {
    String text = "a \u00e9 \ud83d\ude00\n1 2 # \u00fc\n3\u20024\n";
    var o = TextOptions.DEFAULT.skipRows(1);
    String expected = "[[1. 2.]\n [3. 4.]]";
    Path file = dir.resolve("a.txt");
    Files.writeString(file, text);
    assertEquals(expected, Nd.loadtxt(file, o).toString());
    assertEquals(expected, Nd.genfromtxt(file, o).toString());
    Files.writeString(file, "\ufeff" + text);
    assertEquals(expected, Nd.loadtxt(file, o).toString());
    Path packed = dir.resolve("a.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(expected, Nd.loadtxt(packed, o).toString());
    assertEquals(expected, load(text, o).toString());
    assertEquals(expected, Nd.genfromtxt(new StringReader(text), o).toString());
    assertEquals(expected, Nd.loadtxt(text.lines().toList(), o).toString());
    assertEquals(expected, Nd.genfromtxt(() -> text.lines().iterator(), o).toString());
    assertEquals(expected, Nd.loadtxt(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), o).toString());
    assertEquals(expected, Nd.genfromtxt(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), o).toString());
    var latin = new ByteArrayInputStream("1\u00a02\n3\u00a04 # \u00fc".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(expected, Nd.loadtxt(latin, TextOptions.DEFAULT.encoding(StandardCharsets.ISO_8859_1)).toString());
    // Characters outside of the basic plane, cut at every place by a reader's blocks.
    String long1 = "\ud83d\ude00".repeat(40_000);
    assertEquals("7.0", load("#x" + long1 + "\n#" + long1 + "\n7", TextOptions.DEFAULT).toString());
    Files.writeString(dir.resolve("plain.txt"), "1 2\n3 4\n");
    assertEquals(expected, Nd.loadtxt(dir.resolve("plain.txt")).toString());
    assertEquals(expected, Nd.genfromtxt(dir.resolve("plain.txt")).toString());
  }

  @Test
  void convertsByFunctions() {
    var o = TextOptions.DEFAULT.delimiter(",");
    assertEquals("[[ 0.5 -1. ]\n [ 0.1  7. ]]",
        load("50%,x\n10%,7", o.converter(0, s -> Double.parseDouble(s.replace("%", "")) / 100).converter(1, s -> s.equals("x") ? -1 : 7)).toString());
    assertEquals("[97 98]", load("a,b", o.dtype(DType.int64).converter(s -> s.charAt(0))).toString());
    assertEquals("[ 1. 98.]", load("1,b", o.converter(1, s -> s.charAt(0))).toString());
    assertThrows(NumberFormatException.class, () -> load("a", o.converter(Double::parseDouble)));
    assertEquals("[[ 1. -5.]\n [nan  5.]]", Nd.genfromtxt(List.of("1,,3", "4,5,"), o.useCols(0, 1).converter(0, s -> s.equals("4") ? Double.NaN : 1)
        .filling(1, -5)).toString());
    assertEquals("[[1. 8.]\n [7. 4.]]",
        Nd.genfromtxt(List.of("1,N/A", "x,4"), o.missing(1, "N/A").missing(0, "x").filling(0, 7).filling(1, 8).loose(false)).toString());
  }

  @Test
  void readsQuotesOnTheirLine() {
    var o = TextOptions.DEFAULT.delimiter(",").quote('"').converter(1, String::length);
    assertEquals("[[1. 5.]\n [2. 3.]]", load("1,\"a,#\"\"b\"\n\"2\",xyz", o).toString());
    assertEquals("line 1, column 2: '\"2' begins with a quote that does not end on its line", refused("1,\"2\n3,4\"", o).getMessage());
  }

  @Test
  void readsLongTexts() {
    // Lines that end at every place of the buffer, and more rows than a piece holds.
    var text = new StringBuilder();
    var random = new Random(1);
    double[] expected = new double[60_000];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = random.nextDouble() * Math.pow(10, random.nextInt(20) - 10);
      text.append(expected[i]).append(i % 3 < 2 ? "," : i % 2 == 0 ? "\n" : "\r\n");
    }
    assertArrayEquals(expected, load(text.toString(), TextOptions.DEFAULT.delimiter(",")).toDoubleArray());
    var wide = load("1 ".repeat(200_000) + "\n" + "2 ".repeat(200_000), TextOptions.DEFAULT);
    assertEquals(600_000, wide.sum().getDouble());
    assertEquals(200_000, wide.shape(1));
  }

  @Test
  void refusesHostileTextsSoon(@TempDir Path dir) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      byte[] line = new byte[LineSource.LONGEST + 2];
      Arrays.fill(line, (byte) '7');
      assertThrows(TextException.class, () -> Nd.loadtxt(new ByteArrayInputStream(line), TextOptions.DEFAULT));
      // A number of ten million digits is a number, but does not take long.
      assertEquals("inf", load("7".repeat(10_000_000), TextOptions.DEFAULT).toString());
      refused("7".repeat(10_000_000), TextOptions.DEFAULT.dtype(DType.int64));
      refused("x".repeat(10_000_000), TextOptions.DEFAULT);
      refused("(".repeat(1_000_000), TextOptions.DEFAULT);
      refused("\"\"".repeat(1_000_000) + "\"", TextOptions.DEFAULT.quote('"'));
      refused("1e" + "9".repeat(1_000_000) + "x", TextOptions.DEFAULT);
      refused("\0".repeat(1_000_000), TextOptions.DEFAULT);
      assertEquals(0, load("\n".repeat(1_000_000), TextOptions.DEFAULT).size());
    });
    for (int[] bad : new int[][] {{0xff}, {'1', 0xc3}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {'#', 0x80}}) {
      byte[] bytes = new byte[bad.length];
      for (int i = 0; i < bad.length; i++) {
        bytes[i] = (byte) bad[i];
      }
      var e = assertThrows(TextException.class, () -> Nd.loadtxt(new ByteArrayInputStream(bytes), TextOptions.DEFAULT));
      assertTrue(e.getMessage().endsWith("has bytes that are not UTF-8; name the text's encoding"), e.getMessage());
    }
    assertThrows(TextException.class, () -> {
      Files.write(dir.resolve("a.gz"), new byte[] {31, -117, 8, 0, 0});
      Nd.loadtxt(dir.resolve("a.gz"));
    });
    assertThrows(TextException.class, () -> {
      Files.writeString(dir.resolve("b.gz"), "1 2 3");
      Nd.loadtxt(dir.resolve("b.gz"));
    });
    assertThrows(IllegalArgumentException.class, () -> Nd.loadtxt(dir.resolve("a.bz2")));
    assertThrows(UncheckedIOException.class, () -> Nd.loadtxt(dir.resolve("none.txt")));
  }

  @Test
  void refusesOptionsThatMeanNothing() {
    var o = TextOptions.DEFAULT;
    assertThrows(IllegalArgumentException.class, () -> o.delimiter(""));
    assertThrows(IllegalArgumentException.class, () -> o.comments("#", "\n"));
    assertThrows(IllegalArgumentException.class, () -> o.ndmin(3));
    assertThrows(IllegalArgumentException.class, () -> o.useCols());
    assertThrows(IllegalArgumentException.class, () -> o.quote('\u20ac'));
    assertThrows(IllegalArgumentException.class, () -> o.encoding(StandardCharsets.UTF_16));
    assertThrows(IllegalArgumentException.class, () -> o.converter(-1, s -> 0));
    assertThrows(IllegalArgumentException.class, () -> o.skipRows(-1));
    assertThrows(IllegalArgumentException.class, () -> Nd.genfromtxt(List.of("1"), o.skipFooter(1).maxRows(1)));
  }

  /** Every kind of number against the JDK's own reader. */
  @Property(tries = 200)
  void readsNumbersAsJavaDoes(
      @ForAll long bits, @ForAll @IntRange(max = 20) int digits, @ForAll @IntRange(min = -330, max = 310) int exponent) {
    double x = Double.longBitsToDouble(bits);
    for (String text : new String[] {Double.toString(x), Long.toUnsignedString(bits) + "e" + exponent,
        "0." + "0".repeat(digits) + (bits >>> 1) + "e" + exponent, Long.toUnsignedString(bits) + "." + (bits >>> 1), String.format("%.17e", x)}) {
      String plain = text.replace("Infinity", "inf");
      double expected = plain.contains("inf") || plain.contains("NaN") ? x : Double.parseDouble(plain);
      assertEquals(expected, load(plain, TextOptions.DEFAULT).getDouble(), text);
    }
  }
}
