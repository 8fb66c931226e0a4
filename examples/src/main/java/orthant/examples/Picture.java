package orthant.examples;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Draws with Java 2D into PNG files, without a display. */
public final class Picture {
  /** The colour of text. */
  public static final Color INK = new Color(0x22, 0x2B, 0x38);
  /** The colour of axes and remarks. */
  public static final Color GREY = new Color(0x6B, 0x77, 0x88);
  /** The colour of grid lines. */
  public static final Color FAINT = new Color(0xE4, 0xE8, 0xEE);
  /** The colour of what was measured. */
  public static final Color BLUE = new Color(0x3B, 0x7D, 0xB8);
  /** The colour of what was computed. */
  public static final Color RED = new Color(0xD1, 0x49, 0x2B);

  /** Points to the inch are doubled, so that pictures stay sharp on today's screens. */
  private static final int SCALE = 2;

  static {
    Fonts.provide();
  }

  private Picture() {}

  /**
   * A font for pictures.
   *
   * @param style as in {@link Font}
   * @param size in points
   * @return the font
   */
  public static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /**
   * Draws a picture and writes it.
   *
   * @param path the PNG file to write; missing folders are made
   * @param width in points
   * @param height in points
   * @param painter draws on white ground
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void draw(Path path, int width, int height, Consumer<Graphics2D> painter) {
    var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    try {
      g.scale(SCALE, SCALE);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      painter.accept(g);
    } finally {
      g.dispose();
    }
    write(path, image);
  }

  /**
   * Writes a finished image.
   *
   * @param path the PNG file to write; missing folders are made
   * @param image the pixels
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path path, BufferedImage image) {
    try {
      ImageIO.setUseCache(false);
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
      try (var out = Files.newOutputStream(path)) {
        ImageIO.write(image, "png", out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the picture " + path + ": " + e.getMessage(), e);
    }
  }
}
