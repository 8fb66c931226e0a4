package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PrinterTest {
  @Test
  void printsAsNumPyDoes() {
    var lines = GoldenText.lines("printing.txt");
    int cases = 0;
    for (int i = 0; i < lines.size(); ) {
      String[] head = lines.get(i++).split(" ");
      var expected = new StringBuilder();
      for (; i < lines.size() && lines.get(i).startsWith("|"); i++) {
        expected.append(expected.isEmpty() ? "" : "\n").append(lines.get(i).substring(1));
      }
      long[] shape = head[1].equals("-") ? new long[0] : GoldenText.longs(head[1]);
      byte[] bytes = head[2].equals("-") ? new byte[0] : Base64.getDecoder().decode(head[2]);
      var a = Nd.empty(DType.valueOf(head[0]), shape);
      MemorySegment.copy(bytes, 0, a.segment(), ValueLayout.JAVA_BYTE, 0, bytes.length);
      assertEquals(expected.toString(), a.toString(), head[0] + " " + head[1]);
      cases++;
    }
    assertTrue(cases >= 200, cases + " cases");
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
    assertEquals("[7. 7. 7. ... 7. 7. 7.]", Nd.scalar(DType.float64, 7).broadcastTo(1L << 60).toString());
  }
}
