package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file that is cut short must not end the process, whatever engine or library works on it just then. */
class MappedFilesTest {
  private static final int SIDE = 512;

  /** Runs in a process of its own. */
  public static final class Cut {
    private Cut() {}

    public static void main(String[] args) throws IOException {
      Path file = Path.of(args[0]);
      var a = Npy.create(file, DType.float64, SIDE, SIDE);
      a.assign(1);
      Map<String, Supplier<NDArray>> uses = new TreeMap<>(Map.of("add", () -> a.add(a), "sqrt", a::sqrt, "sum", a::sum,
          "sum of columns", () -> a.sum(0),
          "transposed", () -> a.T().copy(), "strided", () -> a.get("::-1, ::2").multiply(2.0), "product", () -> a.matmul(a),
          "product of views", () -> a.T().matmul(a.get(":, ::-1")), "compare", () -> a.greater(0),
          "mask", () -> a.get(Nd.ones(DType.bool, SIDE, SIDE))));
      // Until the compiled kernels have taken over.
      for (int i = 0; i < 30; i++) {
        uses.values().forEach(Supplier::get);
      }
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(4096);
      }
      uses.forEach((name, use) -> {
        for (int i = 0; i < 3; i++) {
          try {
            use.get();
            System.out.println(name + " returned");
          } catch (InternalError e) {
            // What must happen.
          }
        }
      });
      try {
        a.assign(2);
        System.out.println("assign returned");
      } catch (InternalError e) {
        System.out.println("all " + uses.size());
      }
    }
  }

  @Test
  void aFileCutShortIsAnErrorThatCanBeCaught(@TempDir Path folder) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-Xmx512m", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), Cut.class.getName(), folder.resolve("a.npy").toString()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), printed);
    assertTrue(printed.contains("all 10"), printed);
    assertTrue(!printed.contains("returned"), printed);
  }
}
