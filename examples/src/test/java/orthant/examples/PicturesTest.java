package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orthant.Nd.array;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  @TempDir Path folder;

  @Test
  void piIsAboutRight() {
    var printed = CommandLines.run("pi", "-n", "200000");
    assertEquals(0, printed.exit());
    double pi = Double.parseDouble(printed.out().lines().toList().getLast().strip().split("\\s+")[1]);
    assertEquals(Math.PI, pi, 0.02);
  }

  @Test
  void piOfKnownPoints() {
    assertEquals(2.0, Pi.estimate(array(0.1, 0.9, 0.5, 0.99), array(0.1, 0.9, 0.5, 0.99)));
  }

  @Test
  void juliaOfZeroIsTheDisk() {
    // Under z -> z^2 a point stays near zero for ever if it is at most 1 from it.
    var count = Julia.count(array(-1.5, -0.5, 0, 0.9, 1.1), array(0.0, 0.5).reshape(2, 1), 0, 0, 50);
    var stays = count.equal(50);
    assertEquals("[[False  True  True  True False]\n [False  True  True False False]]", stays.toString());
    assertTrue(count.getInt(0, 4) > count.getInt(0, 0), "who begins further out leaves sooner");
  }

  @Test
  void juliaWritesAPicture() throws Exception {
    var file = folder.resolve("deeper/julia.png");
    var printed = CommandLines.run("julia", "--width", "80", "--steps", "30", "-o", file.toString());
    assertEquals(0, printed.exit(), printed.err());
    var image = ImageIO.read(file.toFile());
    assertEquals(80, image.getWidth());
    assertEquals(50, image.getHeight());
  }

  @Test
  void aPictureThatCannotBeWrittenIsSaid() {
    var printed = CommandLines.run("julia", "--width", "16", "--steps", "2", "-o", folder.toString());
    assertEquals(1, printed.exit());
    assertTrue(printed.err().contains("cannot write the picture " + folder), printed.err());
  }
}
