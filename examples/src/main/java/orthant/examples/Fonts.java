package orthant.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Gives Java 2D fonts of our own on Linux, where it otherwise depends on fontconfig and installed fonts: a server or a
 * container has neither, and then Java throws at the first letter. Pictures are the same everywhere, too.
 */
final class Fonts {
  private static final String PROPERTY = "sun.awt.fontconfig";
  private static final String[] FAMILIES = {"dialog", "dialoginput", "sansserif", "serif", "monospaced"};

  private Fonts() {}

  /** Must come before the first use of a font in this process. */
  static void provide() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (!linux || System.getProperty(PROPERTY) != null) {
      return;
    }
    try {
      var folder = Files.createTempDirectory("orthant-fonts");
      folder.toFile().deleteOnExit();
      var text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
      text.append("filename.plain=").append(copy("DejaVuSans.ttf", folder)).append('\n');
      text.append("filename.bold=").append(copy("DejaVuSans-Bold.ttf", folder)).append('\n');
      for (var family : FAMILIES) {
        for (var style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
          text.append(family).append('.').append(style).append(".latin-1=").append(style.startsWith("bold") ? "bold" : "plain").append('\n');
        }
      }
      var configuration = folder.resolve("fontconfig.properties");
      configuration.toFile().deleteOnExit();
      Files.writeString(configuration, text);
      System.setProperty(PROPERTY, configuration.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put the fonts of pictures into a temporary folder: " + e.getMessage(), e);
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    var file = folder.resolve(name);
    file.toFile().deleteOnExit();
    try (var in = Fonts.class.getResourceAsStream("fonts/" + name)) {
      Files.copy(in, file);
    }
    return file;
  }
}
