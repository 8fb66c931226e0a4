package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import orthant.PrintOptions.FloatMode;
import orthant.PrintOptions.Sign;

class PrinterTest {
  @Test
  void printsAsNumPyDoes() throws DataFormatException {
    var lines = GoldenText.lines("printing.txt");
    int cases = 0;
    var seen = EnumSet.noneOf(DType.class);
    for (int i = 0; i < lines.size(); ) {
      String what = lines.get(i++);
      String[] head = what.split(" ");
      Map<Character, String> expected = new HashMap<>();
      for (; i < lines.size() && "|>?".indexOf(lines.get(i).charAt(0)) >= 0; i++) {
        expected.merge(lines.get(i).charAt(0), lines.get(i).substring(1), (a, b) -> a + "\n" + b);
      }
      var a = array(head[0], head[1].equals("-") ? new long[0] : GoldenText.longs(head[1]), head[2]);
      var own = new HashMap<>(Map.of("separator", " ", "prefix", "", "suffix", ""));
      var options = head[3].equals("-") ? PrintOptions.DEFAULT : options(head[3], own);
      try (var scope = Nd.printoptions(o -> options)) {
        assertEquals(expected.get('|'), a.toString(), what);
        assertEquals(expected.get('>'), a.repr(), what);
        assertEquals(options, scope.options());
      }
      if (expected.containsKey('?')) {
        assertEquals(expected.get('?'), Nd.array2string(a, options, own.get("separator"), own.get("prefix"), own.get("suffix")), what);
      }
      seen.add(a.dtype());
      cases++;
    }
    assertTrue(cases >= 1200, cases + " cases");
    assertEquals(EnumSet.allOf(DType.class), seen);
  }

  private static NDArray array(String dtype, long[] shape, String data) throws DataFormatException {
    var a = Nd.empty(DType.valueOf(dtype), shape);
    var inflater = new Inflater();
    inflater.setInput(Base64.getDecoder().decode(data));
    byte[] bytes = new byte[(int) a.size() * a.dtype().size()];
    assertEquals(bytes.length, inflater.inflate(bytes));
    inflater.end();
    MemorySegment.copy(bytes, 0, a.segment(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    return a;
  }

  private static PrintOptions options(String text, Map<String, String> own) {
    var o = PrintOptions.DEFAULT;
    for (String pair : text.split("&")) {
      String key = pair.substring(0, pair.indexOf('='));
      String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
      o = switch (key) {
        case "precision" -> o.precision(Integer.parseInt(value));
        case "threshold" -> o.threshold(Long.parseLong(value));
        case "edgeitems" -> o.edgeItems(Integer.parseInt(value));
        case "linewidth" -> o.lineWidth(Integer.parseInt(value));
        case "suppress" -> o.suppressSmall(value.equals("True"));
        case "nanstr" -> o.nanStr(value);
        case "infstr" -> o.infStr(value);
        case "sign" -> o.sign(Map.of("-", Sign.MINUS, "+", Sign.PLUS, " ", Sign.SPACE).get(value));
        case "floatmode" -> o.floatMode(FloatMode.valueOf(value.toUpperCase(java.util.Locale.ROOT)));
        default -> {
          assertTrue(own.containsKey(key), key);
          own.put(key, value);
          yield o;
        }
      };
    }
    return o;
  }

  @Test
  void printsViewsInLogicalOrder() {
    var a = Nd.arange(6).reshape(2, 3);
    assertEquals("[[0 3]\n [1 4]\n [2 5]]", a.T().toString());
    assertEquals("[2 1 0]", a.get("0, ::-1").toString());
    assertEquals("[[1 1]\n [1 1]]", Nd.scalar(DType.int64, 1).broadcastTo(2, 2).toString());
  }

  @Test
  void cutsHugeBroadcastArraysWithoutReadingThem() {
    var huge = Nd.scalar(DType.float64, 7).broadcastTo(1L << 60);
    assertEquals("[7. 7. 7. ... 7. 7. 7.]", huge.toString());
    assertEquals("array([7., 7., 7., ..., 7., 7., 7.], shape=(1152921504606846976,))", huge.repr());
  }

  @Test
  void writesElementsByFunctions() {
    var o = PrintOptions.DEFAULT;
    assertEquals("[0.00 0.50]", Nd.array2string(Nd.array(0.0, 0.5), o.formatFloats(x -> String.format("%.2f", x))));
    assertEquals("[0x0 0x1 0x2]", Nd.array2string(Nd.arange(3), o.formatIntegers(x -> "0x" + Long.toHexString(x))));
    assertEquals("[y n]", Nd.array2string(Nd.arange(2).less(1), o.formatBools(x -> x ? "y" : "n")));
    assertEquals("[0 1]", Nd.array2string(Nd.arange(2), o.formatBools(x -> "?").formatFloats(x -> "?")));
    // As NumPy writes what formatter={'int': lambda x: 'a\nb' + str(x)} returns.
    assertEquals("[a\n b0 a\n    b1 a\n       b2]", Nd.array2string(Nd.arange(3), o.formatIntegers(x -> "a\nb" + x)));
  }

  @Test
  void scopesNestAndBelongToTheirThread() throws InterruptedException {
    var a = Nd.array(1 / 3.0, 1e-10);
    String before = a.toString();
    try (var outer = Nd.printoptions(o -> o.precision(2))) {
      assertEquals("[3.33e-01 1.00e-10]", a.toString());
      try (var inner = Nd.printoptions(o -> o.suppressSmall(true))) {
        assertEquals("[0.33 0.  ]", a.toString());
        assertEquals(2, inner.options().precision());
        assertThrows(IllegalStateException.class, () -> close(outer));
      }
      assertEquals("[3.33e-01 1.00e-10]", a.toString());
      var texts = new String[2];
      var other = new Thread(() -> {
        texts[0] = a.toString();
        try {
          close(outer);
        } catch (IllegalStateException e) {
          texts[1] = e.getMessage();
        }
      });
      other.start();
      other.join();
      assertEquals(List.of(before, "this is not the calling thread's innermost open PrintScope; use try-with-resources"), Arrays.asList(texts));
    }
    assertEquals(before, a.toString());
    Nd.setPrintOptions(PrintOptions.DEFAULT.precision(1));
    try {
      assertEquals("[3.3e-01 1.0e-10]", a.toString());
      assertEquals(1, Nd.getPrintOptions().precision());
    } finally {
      Nd.setPrintOptions(PrintOptions.DEFAULT);
    }
  }

  private static void close(PrintScope scope) {
    scope.close();
  }

  @Test
  void refusesOptionsThatMeanNothing() {
    var o = PrintOptions.DEFAULT;
    assertEquals("precision is -1; it must be 0 or more", assertThrows(IllegalArgumentException.class, () -> o.precision(-1)).getMessage());
    assertEquals("edgeItems is 0; it must be 1 or more", assertThrows(IllegalArgumentException.class, () -> o.edgeItems(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> o.nanStr(null));
    assertThrows(IllegalArgumentException.class, () -> Nd.setPrintOptions(null));
  }
}
