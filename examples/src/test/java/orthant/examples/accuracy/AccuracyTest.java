package orthant.examples.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import orthant.examples.CommandLines;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All functions, within one unit in the last place. */
class AccuracyTest {
  private static final long POINTS = 1_000_000;
  private static final int EVERY = 257;

  @TestFactory
  Stream<DynamicTest> float64IsWithinOneUnitInTheLastPlace() {
    return Accuracy.FUNCTIONS.values().stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f, Measure.doubles(f, POINTS, 17, _ -> {}))));
  }

  @TestFactory
  Stream<DynamicTest> float32IsWithinOneUnitInTheLastPlace() {
    return Accuracy.FUNCTIONS.values().stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f, Measure.floats(f, EVERY, 17, _ -> {}))));
  }

  private static void check(Function f, Measure.Worst worst) {
    assertTrue(worst.error() <= 1, () -> f.name() + "(" + worst.x() + ", " + worst.y() + ") = " + worst.result() + " is off by " + worst.error());
    // Even the best functions round.
    assertTrue(worst.error() > 0.49, () -> f.name() + ": " + worst + " is too good to be true");
    assertTrue(worst.count() >= POINTS, () -> "only " + worst.count() + " points were tried");
  }

  @Test
  void theProgramPrintsATable() {
    var printed = CommandLines.run("accuracy", "log", "pow", "--points", "20000", "--every", "100000");
    assertEquals(0, printed.exit(), printed.err());
    for (String row : new String[] {"log         float32 ", "log         float64 ", "pow         float32 ", "pow         float64 "}) {
      assertTrue(printed.out().contains(row), printed.out());
    }
  }

  @Test
  void whatCannotBeMeasuredIsNamed() {
    var name = CommandLines.run("accuracy", "gamma");
    assertEquals(1, name.exit());
    assertTrue(name.err().contains("there is no reference of gamma; there are exp, "), name.err());
    var type = CommandLines.run("accuracy", "log", "--type", "float16");
    assertEquals(1, type.exit());
    assertTrue(type.err().contains("accuracy of float16; it is measured of float32 and float64"), type.err());
  }
}
