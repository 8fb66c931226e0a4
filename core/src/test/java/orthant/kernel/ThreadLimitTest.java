package orthant.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the property is read; what limits do is tested where users meet them, in orthant.parallel. */
class ThreadLimitTest {
  @Test
  void theProcessorsCountWithoutTheProperty() {
    assertEquals(Runtime.getRuntime().availableProcessors(), ThreadLimit.parse(null));
  }

  @Test
  void theProperty() {
    assertEquals(1, ThreadLimit.parse("1"));
    assertEquals(64, ThreadLimit.parse(" 64 "));
  }

  @Test
  void whatIsNoNumberOfThreads() {
    for (String text : List.of("0", "-1", "", "two", "1.5", "32768", "99999999999")) {
      String message = assertThrows(IllegalArgumentException.class, () -> ThreadLimit.parse(text)).getMessage();
      assertEquals("-Dorthant.threads=" + text + " is not a number of threads; it must be a whole number from 1 to 32767", message);
    }
  }
}
