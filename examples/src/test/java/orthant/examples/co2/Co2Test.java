package orthant.examples.co2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orthant.Nd.array;

import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import orthant.examples.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected numbers are NumPy's for the same file. */
class Co2Test {
  @TempDir Path folder;

  private final MaunaLoa record = MaunaLoa.shipped();
  private final CarbonCycle found = CarbonCycle.of(record);

  @Test
  void theRecordHas63YearsAnd15Gaps() {
    assertEquals(1958, record.firstYear());
    assertArrayEquals(new long[] {63, 12}, record.ppm().shape());
    assertEquals(15, found.measured().logicalNot().sum().getLong());
    assertEquals(315.70, record.ppm().getDouble(0, 2));
    assertEquals(416.18, record.ppm().getDouble(62, 3));
    assertEquals(413.35, record.adjusted().getDouble(62, 3));
    assertTrue(Double.isNaN(record.ppm().getDouble(6, 1)), "February 1964 was not measured");
  }

  @Test
  void theTrendIsTheLeastSquaresParabola() {
    assertEquals(1989.5, found.time().mean().getDouble(), 1e-9);
    assertArrayEquals(new double[] {351.240904, 1.57981433, 0.0130800024}, found.fit().toDoubleArray(), 1e-6);
  }

  @Test
  void theSeasonsAreTheMeanDepartures() {
    assertArrayEquals(
        new double[] {0.06405425, 0.6997202, 1.36937178, 2.6083543, 3.06185456, 2.34534395, 0.72042997, -1.39805483, -3.19156, -3.33677706,
            -2.056696, -0.89074617},
        found.cycle().toDoubleArray(), 1e-7);
  }

  @Test
  void gapsAreFilledAndNothingElseIsTouched() {
    assertTrue(found.filled().equal(found.filled()).all().getBoolean());
    assertArrayEquals(record.ppm().get(found.measured()).toDoubleArray(), found.filled().get(found.measured()).toDoubleArray());
    assertEquals(319.70354336, found.annual().getDouble(6), 1e-7);
  }

  @Test
  void aYearWithFewMonthsHasNoMean() {
    assertTrue(Double.isNaN(found.annual().getDouble(62)));
    assertEquals(411.495, found.annual().getDouble(61), 1e-9);
  }

  @Test
  void growthByDecade() {
    var decades = Decades.of(found.growth(), 1959);
    assertEquals(1960, decades.firstYear());
    assertArrayEquals(new double[] {0.864, 1.22291667, 1.60583333, 1.54033333, 1.90475, 2.4135}, decades.means().toDoubleArray(), 1e-8);
  }

  @Test
  void theAdjustedValuesAreCloseToTheSources() {
    var departure = found.adjusted().subtract(record.adjusted()).get(found.measured());
    assertEquals(0.1237, Math.sqrt(departure.square().mean().getDouble()), 1e-3);
    assertEquals(0.74544, found.residual(), 1e-5);
  }

  @Test
  void hundredthsRoundAwayFromZero() {
    assertEquals("[ 1.24 -1.24  0.    2.  ]", Co2.hundredths(array(1.2351, -1.2351, 0.001, 1.999)).toString());
  }

  @Test
  void commentsAndTheHeaderAreSkipped() {
    var parsed = MaunaLoa.parse(List.of("# a remark", "Date,CO2,adjusted CO2", "1960-02-01,316.5,316.1", "", "1961-12-01,317.5,317.9"));
    assertEquals(1960, parsed.firstYear());
    assertEquals(316.5, parsed.ppm().getDouble(0, 1));
    assertEquals(317.9, parsed.adjusted().getDouble(1, 11));
    assertEquals(2, parsed.ppm().equal(parsed.ppm()).sum().getLong());
  }

  @Test
  void theMainExamplePrintsArraysAndWritesItsPicture() throws Exception {
    var file = folder.resolve("co2.png");
    var printed = CommandLines.run("co2", "--picture", file.toString());
    assertEquals(0, printed.exit(), printed.err());
    assertTrue(printed.out().contains("[ 0.06  0.7   1.37  2.61  3.06  2.35  0.72 -1.4  -3.19 -3.34 -2.06 -0.89]"), printed.out());
    assertTrue(printed.out().contains("[0.86 1.22 1.61 1.54 1.9  2.41]"), printed.out());
    assertTrue(printed.out().contains(file.toString()), printed.out());
    assertEquals(2400, ImageIO.read(file.toFile()).getWidth());
  }
}
