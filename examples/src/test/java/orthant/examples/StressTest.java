package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StressTest {
  private static final Pattern LAST = Pattern.compile("([\\d,]+) operations, ([\\d,]+) arrays made, ([\\d,]+) uses after release refused, 0 wrong");

  @Test
  void someSecondsOfStress() {
    var printed = CommandLines.run("stress", "--minutes", "0.1", "--threads", "6");
    assertEquals(0, printed.exit(), printed.err());
    var last = LAST.matcher(printed.out().lines().toList().getLast());
    assertTrue(last.find(), printed.out());
    for (int figure = 1; figure <= 3; figure++) {
      assertTrue(Long.parseLong(last.group(figure).replace(",", "")) > 100, printed.out());
    }
  }

  @Test
  void noTimeIsRefused() {
    var printed = CommandLines.run("stress", "--minutes", "0");
    assertEquals(1, printed.exit());
    assertTrue(printed.err().contains("8 threads for 0.0 minutes; both must be positive"), printed.err());
  }
}
