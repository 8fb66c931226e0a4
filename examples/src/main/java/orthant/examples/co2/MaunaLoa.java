package orthant.examples.co2;

import static orthant.DType.float64;
import static orthant.Nd.empty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import orthant.NDArray;

/**
 * The measured record, one row a year and one column a month.
 *
 * @param firstYear the year of the first row
 * @param ppm carbon dioxide in parts per million, float64 of shape (years, 12); NaN where a month has no value
 * @param adjusted the source's own seasonally adjusted values, of the same shape
 */
record MaunaLoa(int firstYear, NDArray ppm, NDArray adjusted) {
  /** The record that comes with the examples. */
  static MaunaLoa shipped() {
    try (var in = MaunaLoa.class.getResourceAsStream("mauna-loa.csv")) {
      return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines of {@code yyyy-mm-dd,value,adjusted} after comments ({@code #}) and a header line. */
  static MaunaLoa parse(List<String> lines) {
    var rows = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(line -> line.split(",")).toList();
    int first = year(rows.getFirst());
    int years = year(rows.getLast()) - first + 1;
    var ppm = empty(float64, years, 12).assign(Double.NaN);
    var adjusted = empty(float64, years, 12).assign(Double.NaN);
    for (var row : rows) {
      int month = Integer.parseInt(row[0].substring(5, 7)) - 1;
      ppm.set(Double.parseDouble(row[1]), year(row) - first, month);
      adjusted.set(Double.parseDouble(row[2]), year(row) - first, month);
    }
    return new MaunaLoa(first, ppm, adjusted);
  }

  private static int year(String[] row) {
    return Integer.parseInt(row[0].substring(0, 4));
  }
}
