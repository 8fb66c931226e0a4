package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows compiles, and its program prints what README.md says. */
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void theProgramPrintsWhatTheReadmeSays() throws Exception {
    compile("First", blocks("java").getFirst());
    var out = new ByteArrayOutputStream();
    var old = System.out;
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      var main = loader.loadClass("First").getDeclaredMethod("main");
      main.setAccessible(true);
      var constructor = main.getDeclaringClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      main.invoke(constructor.newInstance());
    } finally {
      System.setOut(old);
    }
    assertEquals(blocks("text").getFirst(), out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void theOtherLinesCompile() throws Exception {
    compile("Other", """
        import static orthant.Axes.axes;
        import static orthant.DType.float64;
        import static orthant.ufunc.Lazy.lazy;

        import orthant.*;
        import orthant.io.Npy;
        import orthant.mpi.*;
        import orthant.parallel.Threads;
        import orthant.ufunc.Ufuncs;

        class Other {
          void lines(NDArray a, NDArray b, NDArray c, NDArray x, NDArray out, NDArray mask, NDArray part, NDArray total,
              java.nio.file.Path path) throws Exception {
        %s
          }
        }
        """.formatted(blocks("java").get(1)));
  }

  /** The text between {@code ```kind} and {@code ```}. */
  private static List<String> blocks(String kind) throws Exception {
    var readme = Files.readString(Path.of("..", "README.md"));
    return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(readme).results().map(MatchResult::group)
        .map(block -> block.substring(kind.length() + 4, block.length() - 3)).toList();
  }

  private void compile(String name, String text) {
    var source = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreErrors) {
        return text;
      }
    };
    var messages = new StringWriter();
    var options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    boolean compiled = ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, options, null, List.of(source)).call();
    assertTrue(compiled, messages.toString());
  }
}
