package orthant.examples.traffic;

import static orthant.DType.bool;
import static orthant.Index.at;
import static orthant.Nd.empty;
import static orthant.examples.Picture.BLUE;
import static orthant.examples.Picture.GREY;
import static orthant.examples.Picture.INK;
import static orthant.examples.Picture.RED;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import orthant.NDArray;
import orthant.examples.Picture;

/** The picture of a short road: cells to the right, time downwards, standing cars red. */
final class SpaceTime {
  private static final int CELLS = 560;
  private static final int STEPS = 360;
  private static final int LEFT = 70;
  private static final int TOP = 96;
  private static final Color ASPHALT = new Color(0xF3, 0xF5, 0xF8);

  private SpaceTime() {}

  /** Where cars stood at each time, bool (steps, cells), and whether they were to move, of the same shape. */
  record History(NDArray cars, NDArray moving) {
    static History of(Setting setting) {
      var cars = empty(bool, setting.steps(), setting.cells());
      var moving = empty(bool, setting.steps(), setting.cells());
      var road = new ArrayRoad(setting.start(), ArrayRoad.RING);
      for (int step = 0; step < setting.steps(); step++) {
        cars.get(at(step)).assign(road.cells());
        road.step();
        moving.get(at(step)).assign(road.moving());
      }
      return new History(cars, moving);
    }
  }

  static void write(Path path, double density, long seed) {
    var history = History.of(new Setting(CELLS, STEPS, density, seed));
    var image = new BufferedImage(CELLS, STEPS, BufferedImage.TYPE_INT_RGB);
    boolean[] cars = history.cars().reshape(-1).toBooleanArray();
    boolean[] moving = history.moving().reshape(-1).toBooleanArray();
    for (int i = 0; i < cars.length; i++) {
      image.setRGB(i % CELLS, i / CELLS, (cars[i] ? moving[i] ? BLUE : RED : ASPHALT).getRGB());
    }
    Picture.draw(path, LEFT + CELLS + 30, TOP + STEPS + 24, g -> paint(g, image, density));
  }

  private static void paint(Graphics2D g, BufferedImage image, double density) {
    g.drawImage(image, LEFT, TOP, null);
    g.setColor(INK);
    g.setFont(Picture.font(Font.BOLD, 18));
    g.drawString("Jams travel backwards", LEFT, 34);
    g.setFont(Picture.font(Font.PLAIN, 12));
    g.setColor(GREY);
    g.drawString("a ring road of " + CELLS + " cells, " + Math.round(100 * density) + " % of them with a car; each line is one step later",
        LEFT, 54);
    key(g, LEFT, BLUE, "moves");
    key(g, LEFT + 70, RED, "stands");
    g.setColor(GREY);
    g.drawString("place →", LEFT + CELLS - 46, TOP - 10);
    g.rotate(-Math.PI / 2);
    g.drawString("← time", -TOP - 44, LEFT - 12);
    g.rotate(Math.PI / 2);
  }

  private static void key(Graphics2D g, int x, Color color, String text) {
    g.setColor(color);
    g.fillRect(x, TOP - 20, 10, 10);
    g.setColor(GREY);
    g.drawString(text, x + 15, TOP - 10);
  }
}
