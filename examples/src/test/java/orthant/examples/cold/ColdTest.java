package orthant.examples.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import orthant.examples.CommandLines;
import org.junit.jupiter.api.Test;

class ColdTest {
  @Test
  void tellsTheTimeOfEveryProgram() {
    var printed = CommandLines.run("cold", "--size", "1000", "--rounds", "1", "--python", "there-is-no-python");
    assertEquals(0, printed.exit(), printed.err());
    assertTrue(printed.out().contains("There is no NumPy to compare with: there-is-no-python does not import it."), printed.out());
    for (var name : new String[] {"Java alone", "Orthant", "Orthant, quick", "Orthant, quick, fused"}) {
      assertTrue(printed.out().lines().anyMatch(line -> line.matches(name + " +[1-9][0-9]* ms +[1-9][0-9]* ms")), name + ": " + printed.out());
    }
  }

  @Test
  void refusesSizesAndRoundsThatMakeNoSense() {
    var printed = CommandLines.run("cold", "--size", "0");
    assertEquals(1, printed.exit());
    assertTrue(printed.err().contains("7 rounds of 0.0 numbers; both must be 1 or more"), printed.err());
  }
}
