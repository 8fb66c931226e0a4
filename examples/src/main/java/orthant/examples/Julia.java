package orthant.examples;

import static orthant.DType.int32;
import static orthant.Nd.linspace;
import static orthant.Nd.where;
import static orthant.Nd.zeros;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import orthant.NDArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a Julia set: which points stay near zero under z -> z^2 + c. */
@Command(name = "julia", description = "A Julia set: a whole plane of points, iterated at once, as a picture.")
public final class Julia implements Callable<Integer> {
  private static final double WIDE = 1.6;
  private static final double HIGH = 1.0;

  @Spec private CommandSpec spec;

  @Option(names = "--width", paramLabel = "N", description = "The picture's width in pixels (default: ${DEFAULT-VALUE}).")
  private int width = 1280;

  @Option(names = "--re", paramLabel = "X", description = "The real part of c (default: ${DEFAULT-VALUE}).")
  private double re = -0.79;

  @Option(names = "--im", paramLabel = "Y", description = "The imaginary part of c (default: ${DEFAULT-VALUE}).")
  private double im = 0.15;

  @Option(names = "--steps", paramLabel = "N", description = "Iterations (default: ${DEFAULT-VALUE}).")
  private int steps = 120;

  @Option(names = {"-o", "--picture"}, paramLabel = "FILE", description = "Where to write the picture (default: ${DEFAULT-VALUE}).")
  private Path picture = Path.of("julia.png");

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  private boolean help;

  /** Made by the command line. */
  public Julia() {}

  @Override
  public Integer call() {
    if (width < 16 || steps < 1) {
      throw new IllegalArgumentException("a width of " + width + " and " + steps + " steps; there must be 16 pixels and 1 step at least");
    }
    long height = Math.round(width * HIGH / WIDE);
    var count = count(linspace(-WIDE, WIDE, width), linspace(-HIGH, HIGH, height).reshape(height, 1), re, im, steps);
    Picture.write(picture, image(count, steps));
    var out = spec.commandLine().getOut();
    long stay = count.equal(steps).sum().getLong();
    out.printf("%,d of %,d points never went further than 2 from zero in %d steps.%n", stay, count.size(), steps);
    out.println("The picture: " + picture.toAbsolutePath().normalize());
    out.flush();
    return 0;
  }

  /**
   * Counts how many steps each point stays within 2 of zero.
   *
   * @return int32 of shape (rows, columns)
   */
  static NDArray count(NDArray columns, NDArray rows, double re, double im, int steps) {
    var x = columns.add(rows.multiply(0)); // every column in every row, and the other way round
    var y = rows.add(columns.multiply(0));
    var count = zeros(int32, x.shape());
    for (int step = 0; step < steps; step++) {
      var inside = x.square().add(y.square()).less(4);
      count = count.add(inside.astype(int32));
      var next = x.square().subtract(y.square()).add(re);
      y = where(inside, x.multiply(y).multiply(2).add(im), y); // who has left stays where it is
      x = where(inside, next, x);
    }
    return count;
  }

  private static BufferedImage image(NDArray count, int steps) {
    int wide = (int) count.shape(1);
    int high = (int) count.shape(0);
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < high; i++) {
      for (int j = 0; j < wide; j++) {
        double stay = Math.sqrt((double) count.getInt(i, j) / steps);
        int colour = Color.HSBtoRGB((float) (0.6 - 0.5 * stay), (float) (0.85 - 0.5 * stay), (float) (0.25 + 0.75 * stay));
        image.setRGB(j, i, stay >= 1 ? 0x0B1526 : colour);
      }
    }
    return image;
  }
}
