package orthant.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import orthant.DType;
import orthant.Nd;
import orthant.examples.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir Path folder;

  @Test
  void aloneItMeasuresAndWritesJsonLines() throws Exception {
    var json = folder.resolve("bench.json");
    var printed = CommandLines.run("bench", "--quick", "--no-numpy", "--json", json.toString(), "views");
    assertEquals(0, printed.exit(), printed.err());
    var line = Files.readAllLines(json).getFirst();
    var expected = "{'op': 'reshape', 'dtype': 'float64', 'n': 1000, 'orthant_ns': NUMBER, 'numpy_ns': null, 'ratio': null, 'aim': 1.0}";
    assertEquals(expected, line.replaceFirst("[0-9]+\\.[0-9]+", "NUMBER").replace('"', '\''));
  }

  @Test
  void aRatioIsNumPysTimeByOurs() {
    var c = new Case("add", DType.float64, 10, () -> Nd.ones(1), Map.of(), "", "", 0, 2.5, null);
    var row = new Row(c, 20, 60, Double.NaN, Double.NaN);
    assertEquals(3.0, row.ratio());
    assertFalse(row.isBelowAim());
    var expected = "{'op': 'add', 'dtype': 'float64', 'n': 10, 'orthant_ns': 20.000, 'numpy_ns': 60.000, 'ratio': 3.000, 'aim': 2.5}";
    assertEquals(expected, row.json().replace('"', '\''));
    assertTrue(new Row(c, 40, 60, Double.NaN, Double.NaN).isBelowAim());
  }

  @Test
  void threadsAreComparedWithOneThread() {
    var c = new Case("exp_threads2", DType.float64, 10, () -> Nd.ones(1), Map.of(), "", "", 0, 1.7, () -> Nd.ones(1));
    assertEquals(1.9, new Row(c, 10, Double.NaN, 19, Double.NaN).ratio(), 1e-12);
  }

  @Test
  void anUnknownGroupIsNamed() {
    var printed = CommandLines.run("bench", "elemntwise");
    assertEquals(2, printed.exit());
    assertTrue(printed.err().contains("no group elemntwise; there are elementwise, casts"), printed.err());
  }

  @Test
  void withoutPythonThereIsNoOtherSide() {
    assertTrue(NumPySide.start("no-such-python").isEmpty());
  }

  @Test
  void everyCaseComputesOnThisSide() {
    for (var group : Cases.groups().entrySet()) {
      for (var c : group.getValue().get()) {
        assertTrue(c.ours().get().size() > 0, c.op());
      }
    }
  }

  /** On machines with NumPy both sides must agree, and a wrong value must be noticed. */
  @Test
  void numpySeesWrongValues() {
    var side = NumPySide.start("python3");
    if (side.isEmpty()) {
      return; // nothing to compare with, as withoutPythonThereIsNoOtherSide says
    }
    try (var numpy = side.get()) {
      var a = Nd.array(1.0, 2.0, 3.0);
      var c = new Case("add", DType.float64, 3, () -> a.add(a), Map.of("a", a), "f = np.add", "f(a, a)", 0, 0, null);
      numpy.define(c);
      numpy.check(c, a.add(a));
      assertTrue(numpy.time(1000) > 0);
      var e = assertThrows(IllegalStateException.class, () -> numpy.check(c, a.add(a).add(1e-9)));
      assertTrue(e.getMessage().startsWith("add of float64, n = 3: values differ by"), e.getMessage());
      assertThrows(IllegalStateException.class, () -> numpy.check(c, a.add(a).astype(DType.float32)));
    }
  }
}
