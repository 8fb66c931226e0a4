package orthant.examples.co2;

import static orthant.DType.int64;
import static orthant.Nd.arange;
import static orthant.Nd.where;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import orthant.NDArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes the Mauna Loa record apart: trend, seasons, growth. */
@Command(name = "co2", description = "Carbon dioxide at Mauna Loa: gaps, seasons, trend and growth of the monthly record, with a picture.")
public final class Co2 implements Callable<Integer> {
  static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

  @Spec private CommandSpec spec;

  @Option(names = {"-o", "--picture"}, paramLabel = "FILE", description = "Where to write the chart (default: ${DEFAULT-VALUE}).")
  private Path picture = Path.of("co2.png");

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Co2() {}

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var record = MaunaLoa.shipped();
    var found = CarbonCycle.of(record);
    print(out, record, found);
    new Co2Chart(record, found).write(picture);
    title(out, "The picture");
    out.println("  " + picture.toAbsolutePath().normalize());
    title(out, "Try next");
    hint(out, "list", "every example");
    hint(out, "traffic", "cars on a ring road: on all cores and over MPI");
    hint(out, "shell", "arrays by hand");
    hint(out, "bench", "this library beside NumPy");
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, MaunaLoa record, CarbonCycle found) {
    var ppm = record.ppm();
    long years = ppm.shape(0);
    long gaps = found.measured().logicalNot().sum().getLong();
    title(out, "The record: %d years x %d months, %d of them not measured; the first three years".formatted(years, ppm.shape(1), gaps));
    out.println(ppm.get("0:3"));

    title(out, "The trend: least squares over the measured months (LAPACK)");
    var fit = found.fit().toDoubleArray();
    out.printf("  ppm = %.2f + %.3f x + %.4f x²    with x in years since %.1f%n", fit[0], fit[1], fit[2], found.time().mean().getDouble());

    var cycle = found.cycle();
    title(out, "The seasons: mean departure from the trend, January to December");
    out.println(hundredths(cycle));
    out.printf("  highest in %s, lowest in %s: %.2f ppm apart%n", MONTHS[cycle.argmax().getInt()], MONTHS[cycle.argmin().getInt()],
        cycle.max().subtract(cycle.min()).getDouble());

    title(out, "The growth: ppm a year, mean of each decade from " + Decades.of(found.growth(), record.firstYear() + 1).firstYear());
    out.println(hundredths(Decades.of(found.growth(), record.firstYear() + 1).means()));
    var year = arange(years).add(record.firstYear());
    out.printf("  first year with a mean above 350 ppm: %d, above 400 ppm: %d%n", year.get(found.annual().greater(350)).getLong(0),
        year.get(found.annual().greater(400)).getLong(0));

    var departure = found.adjusted().subtract(record.adjusted()).get(found.measured());
    title(out, "The rest");
    out.printf("  %.2f ppm (root mean square) between the measured months and trend + seasons%n", found.residual());
    out.printf("  %.2f ppm between our seasonally adjusted values and those of the Scripps institution%n",
        Math.sqrt(departure.square().mean().getDouble()));
  }

  /** Rounds to two decimals, half away from zero. */
  static NDArray hundredths(NDArray a) {
    var half = where(a.less(0), -0.5, 0.5);
    return a.multiply(100).add(half).astype(int64).divide(100);
  }

  private static void hint(PrintWriter out, String name, String about) {
    out.println(Ansi.AUTO.string("  @|bold ./run %-8s|@ %s".formatted(name, about)));
  }

  private static void title(PrintWriter out, String text) {
    out.println();
    out.println(Ansi.AUTO.string("@|bold,cyan " + text + "|@"));
  }
}
