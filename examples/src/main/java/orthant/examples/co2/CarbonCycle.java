package orthant.examples.co2;

import static orthant.DType.float64;
import static orthant.Index.from;
import static orthant.Index.until;
import static orthant.Nd.arange;
import static orthant.Nd.empty;
import static orthant.Nd.where;

import orthant.NDArray;
import orthant.linalg.Linalg;

/**
 * What is in the record: measured = trend + cycle + rest, month by month.
 *
 * @param time the middle of each month in years, (years, 12)
 * @param measured which months have a value, bool (years, 12)
 * @param fit the trend's coefficients: ppm at the record's middle, ppm a year there, ppm a year squared
 * @param trend the fitted parabola, (years, 12)
 * @param cycle the mean departure from the trend in each month of the year, (12)
 * @param filled the record, with trend + cycle where nothing was measured, (years, 12)
 * @param annual the mean of each year, (years); NaN where most months were not measured
 * @param growth how much more than the year before, (years - 1)
 */
record CarbonCycle(
    NDArray time, NDArray measured, NDArray fit, NDArray trend, NDArray cycle, NDArray filled, NDArray annual, NDArray growth) {

  static CarbonCycle of(MaunaLoa record) {
    var ppm = record.ppm();
    long years = ppm.shape(0);
    // (years, 1) + (12) -> (years, 12)
    var time = arange(years).add(record.firstYear()).reshape(years, 1).add(arange(12).add(0.5).divide(12));
    var measured = ppm.equal(ppm); // only NaN differs from itself

    // Least squares over the months that were measured: ppm ~ fit[0] + fit[1] x + fit[2] x^2.
    var x = time.subtract(time.mean());
    var known = x.get(measured);
    var terms = empty(float64, known.size(), 3);
    terms.get(":, 0").assign(1);
    terms.get(":, 1").assign(known);
    terms.get(":, 2").assign(known.square());
    var fit = Linalg.lstsq(terms, ppm.get(measured)).x();
    var trend = x.multiply(fit.get("2")).add(fit.get("1")).multiply(x).add(fit.get("0"));

    // The seasons: the mean over the years (axis 0) of what the trend leaves, where there is something.
    var rest = where(measured, ppm.subtract(trend), 0.0);
    var cycle = rest.sum(0).divide(measured.sum(0));
    var filled = where(measured, ppm, trend.add(cycle));

    // A year is one only if half of its months were measured.
    var annual = where(measured.sum(1).greaterEqual(6), filled.mean(1), Double.NaN);
    var growth = annual.get(from(1)).subtract(annual.get(until(-1)));
    return new CarbonCycle(time, measured, fit, trend, cycle, filled, annual, growth);
  }

  /** The record without the seasons, (years, 12). */
  NDArray adjusted() {
    return filled.subtract(cycle);
  }

  /** How far the measured months lie from trend + cycle: the root of the mean square, in ppm. */
  double residual() {
    var rest = adjusted().subtract(trend).get(measured);
    return Math.sqrt(rest.square().mean().getDouble());
  }
}
