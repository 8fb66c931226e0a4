package orthant.examples.traffic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import orthant.examples.CommandLines;
import orthant.mpi.Mpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2, 0.5", "3, 0.5", "17, 0.3", "64, 0.52", "1000, 0.9", "4099, 0.52", "50, 1.0"})
  void everyVersionMovesTheSameCarsInEveryStep(int cells, double density) {
    var setting = new Setting(cells, 40, density, cells);
    var loops = LoopRoad.run(setting);
    assertArrayEquals(loops.moved(), ArrayRoad.run(setting).moved());
    for (int ranks = 1; ranks <= Math.min(cells, 5); ranks++) {
      Mpi.local(ranks, world -> assertArrayEquals(loops.moved(), RankRoad.run(world, setting).moved()));
    }
  }

  @ParameterizedTest
  @CsvSource({"64, 0.5", "128, 0.3", "640, 0.52", "4096, 0.9", "262144, 0.52", "192, 1.0"})
  void fusedStepsPutEveryCarWhereTheLoopDoes(int cells, double density) {
    var start = new Setting(cells, 1, density, cells).start();
    for (FusedRoad road : new FusedRoad[] {new ByteRoad(start), new PackedRoad(start), new StripedRoad(start)}) {
      var expected = start;
      assertArrayEquals(expected, road.cells());
      for (int step = 0; step < 70; step++) {
        var next = new boolean[cells];
        assertEquals(LoopRoad.step(expected, next), road.moving(), road.getClass() + ", moves in step " + step);
        road.step();
        assertArrayEquals(next, road.cells(), road.getClass() + ", step " + step);
        expected = next;
      }
    }
  }

  @Test
  void fusedRunsCountOneStepOfAHundred() {
    var setting = new Setting(640, 250, 0.52, 5);
    long[] each = LoopRoad.run(setting).moved();
    assertArrayEquals(new long[] {each[0], each[100], each[200]}, new StripedRoad(setting.start()).run(250).moved());
    assertArrayEquals(new long[] {each[0], each[100], each[200]}, new ByteRoad(setting.start()).run(250).moved());
  }

  @Test
  void bytesHoldRoadsOfAnyLengthAndWordsThoseThatFillThem() {
    var start = new Setting(101, 1, 0.5, 1).start();
    var road = new ByteRoad(start);
    var next = new boolean[101];
    LoopRoad.step(start, next);
    road.step();
    assertArrayEquals(next, road.cells());
    assertThrows(IllegalArgumentException.class, () -> new PackedRoad(start));
    assertThrows(IllegalArgumentException.class, () -> new StripedRoad(start));
  }

  @Test
  void plainPythonMovesTheSameCars() {
    var setting = new Setting(1000, 20, 0.52, 4);
    PythonRoad.run(setting).ifPresent(run -> assertArrayEquals(LoopRoad.run(setting).moved(), run.moved()));
  }

  @Test
  void carsStayAndComeRound() {
    var road = new ArrayRoad(new boolean[] {true, false, false, true, true}, ArrayRoad.RING);
    assertEquals(1, road.step()); // the last is blocked by the first, and blocks the one before it
    assertEquals("[False  True False  True  True]", road.cells().toString());
    assertEquals(2, road.step());
    assertEquals("[ True False  True  True False]", road.cells().toString());
  }

  @Test
  void allMoveOnAnEmptyRoadAndNobodyOnAFullOne() {
    var alone = new Setting(100, 50, 1e-9, 1); // the one car that there always is
    assertEquals(1.0, ArrayRoad.run(alone).velocity(alone));
    var full = new Setting(100, 50, 1, 1);
    assertEquals(0.0, ArrayRoad.run(full).velocity(full));
  }

  @Test
  void inTheLongRunTheGapsDecide() {
    // Above one half each gap is passed on in every step: velocity = gaps / cars.
    var setting = new Setting(400, 2000, 0.7, 3);
    long[] moved = ArrayRoad.run(setting).moved();
    assertEquals(setting.cells() - setting.cars(), moved[1999]);
  }

  @Test
  void theStartDependsOnTheSeedAlone() {
    assertTrue(Arrays.equals(new Setting(500, 1, 0.5, 7).start(), new Setting(500, 9, 0.5, 7).start()));
    assertEquals(52.0, 100.0 * new Setting(100_000, 1, 0.52, 1).cars() / 100_000, 1.0);
  }

  @Test
  void impossibleRoadsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Setting(1, 10, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new Setting(10, 0, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new Setting(10, 10, Double.NaN, 1));
  }

  @Test
  void theHistoryOfThePictureKeepsItsCars() {
    var history = SpaceTime.History.of(new Setting(60, 30, 0.5, 2));
    assertArrayEquals(new long[] {30, 60}, history.cars().shape());
    var each = history.cars().sum(1);
    assertTrue(each.equal(each.get("0")).all().getBoolean(), "cars neither come nor go");
    assertTrue(history.moving().lessEqual(history.cars()).all().getBoolean(), "only cars move");
  }

  @Test
  void theExampleReportsEveryVersionAndWritesItsPicture() throws Exception {
    var file = folder.resolve("traffic.png");
    var printed = CommandLines.run("traffic", "--cells", "2000", "--steps", "20", "--threads", "2", "--ranks", "3",
        "--kilobytes", "1", "-o", file.toString());
    assertEquals(0, printed.exit(), printed.err());
    for (var version : new String[] {"loops", "arrays, 1 thread", "arrays, 2 threads", "arrays, 3 ranks, threads", "fused, bytes, 1 thread",
        "fused, 64 cells in a word, 2 threads", "fused, 64 stretches in a word, 2 threads"}) {
      assertTrue(printed.out().contains(version), printed.out());
    }
    assertTrue(printed.out().contains("All versions moved the same number of cars in every step."), printed.out());
    assertEquals(1320, ImageIO.read(file.toFile()).getWidth());
  }
}
