package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What NumPy computed is compared: every golden file is read by a test. Writes which one to {@code target/golden-files.md}. */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "orthant", "golden");
  private static final Path TESTS = Path.of("src", "test", "java");

  /** The lines of a text, or the files of a folder. */
  private static long lines(Path golden) throws IOException {
    if (Files.isDirectory(golden)) {
      try (Stream<Path> files = Files.list(golden)) {
        return files.count();
      }
    }
    try (InputStream in = Files.newInputStream(golden)) {
      InputStream text = golden.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).count();
    }
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Test.java") && !f.endsWith("GoldenFilesTest.java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return sources;
  }

  @Test
  void everyGoldenFileIsReadByATest() throws IOException {
    Map<String, String> sources = sources();
    List<String> unread = new ArrayList<>();
    StringBuilder table = new StringBuilder("# Golden files\n\nWhat NumPy computed, line by line; one that differs fails the test that reads it.\n\n"
        + "| file | lines or files | compared by |\n|---|---|---|\n");
    long all = 0;
    try (Stream<Path> list = Files.list(GOLDEN)) {
      for (Path golden : list.sorted().toList()) {
        String name = golden.getFileName().toString();
        String said = Files.isDirectory(golden) ? "golden/" + name : name.replace(".gz", "");
        List<String> readers = sources.entrySet().stream().filter(e -> e.getValue().contains(said)).map(Map.Entry::getKey).toList();
        if (readers.isEmpty()) {
          unread.add(name);
        }
        long lines = lines(golden);
        all += lines;
        table.append("| ").append(name).append(" | ").append(lines).append(" | ").append(String.join(", ", readers)).append(" |\n");
      }
    }
    table.append("| all | ").append(all).append(" | |\n");
    Files.writeString(Path.of("target", "golden-files.md"), table);
    System.out.print(table);
    assertEquals(List.of(), unread, "no test reads these");
    assertTrue(all > 5000, all + " lines");
  }
}
