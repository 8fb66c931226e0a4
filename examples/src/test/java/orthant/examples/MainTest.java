package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void listNamesEveryExampleOnALineOfItsOwn() {
    var printed = CommandLines.run("list");
    assertEquals(0, printed.exit());
    for (var name : List.of("co2", "traffic", "pi", "julia", "shell", "bench", "jmh", "stress", "accuracy", "cold")) {
      assertEquals(1, printed.out().lines().filter(line -> line.strip().startsWith(name + " ")).count(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"co2", "traffic", "pi", "julia", "shell", "bench", "jmh", "stress", "accuracy", "cold"})
  void everyExampleTellsItsOptions(String name) {
    var printed = CommandLines.run(name, "--help");
    assertEquals(0, printed.exit());
    assertTrue(printed.out().contains("Usage: run " + name), printed.out());
  }

  @Test
  void anUnknownExampleIsNamedAndTheNearestSuggested() {
    var printed = CommandLines.run("trafic");
    assertEquals(2, printed.exit());
    assertTrue(printed.err().contains("there is no example trafic"), printed.err());
    assertTrue(printed.err().contains("traffic"), printed.err());
  }

  @Test
  void anUnknownOptionIsNamedAndTheNearestSuggested() {
    var printed = CommandLines.run("traffic", "--cels", "3");
    assertEquals(2, printed.exit());
    assertTrue(printed.err().contains("--cels"), printed.err());
    assertTrue(printed.err().contains("--cells"), printed.err());
  }

  @Test
  void aBadValueIsOneLineWithoutAStackTrace() {
    var printed = CommandLines.run("traffic", "--density", "1.5");
    assertEquals(1, printed.exit());
    assertTrue(printed.err().contains("the density is 1.5; it must be above 0 and at most 1"), printed.err());
    assertFalse(printed.err().contains("\tat "), printed.err());
  }
}
