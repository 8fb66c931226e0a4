package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every row of {@code docs/numpy.md}: what the second column computes must print what the third says; and every line of
 * {@code docs/ufuncs.md} that says what it prints.
 */
class NumpyTableTest {
  private record Row(String numpy, String orthant, String prints) {}

  @TestFactory
  Stream<DynamicTest> everyRow(@TempDir Path dir) throws IOException, ReflectiveOperationException {
    List<Row> rows = rows();
    assertTrue(rows.size() > 60, "the table has only " + rows.size() + " rows");
    Class<?> compiled = compile(rows, dir);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      var method = compiled.getMethod("row" + i);
      tests.add(DynamicTest.dynamicTest(row.orthant, () -> assertEquals(row.prints, words(String.valueOf(method.invoke(null))), row.numpy)));
    }
    return tests.stream();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(SourceTree.ROOT.resolve("docs/numpy.md"))) {
      if (line.startsWith("| `")) {
        String[] cells = line.substring(3, line.length() - 3).split("` \\| `");
        rows.add(new Row(cells[0], cells[1], cells[2]));
      }
    }
    for (String line : Files.readAllLines(SourceTree.ROOT.resolve("docs/ufuncs.md"))) {
      int prints = line.indexOf(" // ");
      if (line.startsWith("    ") && prints > 0) {
        rows.add(new Row("docs/ufuncs.md", line.substring(0, prints).strip(), line.substring(prints + 4).strip()));
      }
    }
    return rows;
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Class<?> compile(List<Row> rows, Path dir) throws IOException, ClassNotFoundException {
    StringBuilder source = new StringBuilder("""
        import orthant.*; import orthant.ufunc.*; import orthant.linalg.*; import java.util.Arrays;
        import static orthant.Nd.*; import static orthant.DType.*; import static orthant.Index.*; import static orthant.ufunc.Lazy.lazy;
        import static orthant.Axes.axes;
        public class Rows {
        """);
    for (int i = 0; i < rows.size(); i++) {
      source.append("  public static Object row").append(i).append("() { return ").append(rows.get(i).orthant).append("; }\n");
    }
    Path file = Files.writeString(dir.resolve("Rows.java"), source.append("}\n"));
    String path = System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path");
    StringWriter messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean fine = compiler.getTask(messages, files, null, List.of("-cp", path, "-d", dir.toString()), null, files.getJavaFileObjects(file)).call();
      assertTrue(fine, messages::toString);
    }
    return new URLClassLoader(new URL[] {dir.toUri().toURL()}, NumpyTableTest.class.getClassLoader()).loadClass("Rows");
  }
}
