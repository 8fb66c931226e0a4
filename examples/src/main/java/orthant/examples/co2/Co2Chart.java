package orthant.examples.co2;

import static orthant.DType.float64;
import static orthant.Index.at;
import static orthant.Nd.arange;
import static orthant.examples.Picture.BLUE;
import static orthant.examples.Picture.FAINT;
import static orthant.examples.Picture.GREY;
import static orthant.examples.Picture.INK;
import static orthant.examples.Picture.RED;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import orthant.NDArray;
import orthant.examples.Picture;

/** The picture of the record: what was measured, the seasons, the growth. */
final class Co2Chart {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 860;
  private static final Color PALE = new Color(0xC9, 0xD8, 0xE8);

  private final MaunaLoa record;
  private final CarbonCycle found;

  Co2Chart(MaunaLoa record, CarbonCycle found) {
    this.record = record;
    this.found = found;
  }

  void write(Path path) {
    Picture.draw(path, WIDTH, HEIGHT, g -> {
      heading(g);
      paint(g, measured(), 12, 76, WIDTH - 24, 440);
      paint(g, seasons(), 12, 526, WIDTH / 2 - 18, HEIGHT - 556);
      paint(g, growth(), WIDTH / 2 + 6, 526, WIDTH / 2 - 18, HEIGHT - 556);
      g.setFont(Picture.font(Font.PLAIN, 11));
      g.setColor(GREY);
      g.drawString("Data: Scripps CO₂ Program, Keeling et al. (2001), CC BY 4.0", 24, HEIGHT - 12);
    });
  }

  private void heading(Graphics2D g) {
    long last = record.firstYear() + record.ppm().shape(0) - 1;
    g.setColor(INK);
    g.setFont(Picture.font(Font.BOLD, 24));
    g.drawString("Carbon dioxide at Mauna Loa, " + record.firstYear() + "–" + last, 24, 42);
    g.setFont(Picture.font(Font.PLAIN, 14));
    g.setColor(GREY);
    g.drawString("monthly means in parts per million of dry air", 24, 64);
  }

  /** The measured months, those filled in, and the trend. */
  private XYChart measured() {
    var chart = chart("", LegendPosition.InsideNW);
    chart.getStyler().setXAxisMin(record.firstYear() - 1.0).setXAxisMax(record.firstYear() + (double) record.ppm().shape(0) + 1);
    // XChart breaks lines at NaN, which is how the gaps stay visible.
    line(chart, "measured", found.time(), record.ppm(), BLUE, 1.3f);
    line(chart, "trend (least squares)", found.time(), found.trend(), RED, 2.2f);
    var gap = found.measured().logicalNot();
    if (found.measured().all().getBoolean()) {
      return chart;
    }
    var filled = line(chart, "not measured: trend + season", found.time().get(gap), found.filled().get(gap), INK, 1);
    filled.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.CIRCLE).setMarkerColor(INK);
    return chart;
  }

  /** The departure from the trend by month: every year, and their mean. */
  private XYChart seasons() {
    var chart = chart("The seasons: ppm above the trend", LegendPosition.InsideSW);
    chart.getStyler().setXAxisMin(0.7).setXAxisMax(12.3).setXAxisTickMarkSpacingHint(36);
    chart.setCustomXAxisTickLabelsFormatter(x -> x == Math.rint(x) && x >= 1 && x <= 12 ? Co2.MONTHS[x.intValue() - 1] : x.toString());
    var month = arange(12).add(1);
    var rest = record.ppm().subtract(found.trend());
    for (long year = 0; year < rest.shape(0); year++) {
      line(chart, year == 0 ? "each year" : "year " + year, month, rest.get(at(year)), PALE, 0.8f).setShowInLegend(year == 0);
    }
    line(chart, "mean", month, found.cycle(), BLUE, 2.6f).setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
    return chart;
  }

  /** How much each year added, and the means of its decades. */
  private XYChart growth() {
    var chart = chart("The growth: ppm more than the year before", LegendPosition.InsideNW);
    double[] growth = toDoubles(found.growth().get(found.growth().equal(found.growth()))); // without the years that have too few months
    double first = record.firstYear() + 1;
    steps(chart, "each year", XYSeriesRenderStyle.StepArea, PALE, first, 1, growth).setFillColor(PALE);
    var decades = Decades.of(found.growth(), (int) first);
    steps(chart, "mean of each decade", XYSeriesRenderStyle.Step, RED, decades.firstYear(), 10, toDoubles(decades.means()));
    chart.getStyler().setYAxisMin(0.0).setXAxisMin(first - 2).setXAxisMax(first + growth.length + 2);
    return chart;
  }

  private static XYChart chart(String title, LegendPosition legend) {
    var chart = new XYChartBuilder().title(title).build();
    var style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    style.setAxisTickLabelsFont(Picture.font(Font.PLAIN, 12)).setAxisTickLabelsColor(GREY).setAxisTicksMarksVisible(false);
    style.setAxisTicksLineVisible(false).setPlotGridLinesColor(FAINT).setPlotGridLinesStroke(new BasicStroke(1))
        .setPlotGridVerticalLinesVisible(false);
    style.setPlotMargin(2).setXAxisDecimalPattern("0");
    style.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartFontColor(INK).setChartPadding(6);
    style.setChartTitleVisible(!title.isEmpty()).setChartTitleFont(Picture.font(Font.BOLD, 14)).setChartTitleBoxVisible(false);
    style.setLegendPosition(legend).setLegendFont(Picture.font(Font.PLAIN, 12)).setLegendBorderColor(Color.WHITE)
        .setLegendSeriesLineLength(24);
    style.setMarkerSize(6);
    return chart;
  }

  private static XYSeries line(XYChart chart, String name, NDArray x, NDArray y, Color color, float width) {
    return style(chart.addSeries(name, toDoubles(x), toDoubles(y)), color, width);
  }

  /** Steps that begin where their period does; the last needs its right end as well. */
  private static XYSeries steps(XYChart chart, String name, XYSeriesRenderStyle how, Color color, double first, double width,
      double[] values) {
    double[] edges = toDoubles(arange(values.length + 1).multiply(width).add(first));
    double[] closed = Arrays.copyOf(values, edges.length);
    closed[values.length] = values[values.length - 1];
    var series = style(chart.addSeries(name, edges, closed), color, 2.4f);
    return series.setXYSeriesRenderStyle(how);
  }

  private static XYSeries style(XYSeries series, Color color, float width) {
    series.setLineColor(color).setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private static double[] toDoubles(NDArray a) {
    return a.reshape(-1).astype(float64).toDoubleArray();
  }

  private static void paint(Graphics2D g, XYChart chart, int x, int y, int width, int height) {
    var part = (Graphics2D) g.create(x, y, width, height);
    try {
      chart.paint(part, width, height);
    } finally {
      part.dispose();
    }
  }
}
