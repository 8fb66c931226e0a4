package orthant.examples;

import static orthant.ufunc.Lazy.lazy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.io.Npy;
import orthant.ufunc.Kernels;
import orthant.ufunc.Ufunc;
import orthant.ufunc.Ufuncs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file that is cut short must not end the process, whatever loop or library works on it just then in one thread. */
class MappedFilesTest {
  private static final int SIDE = 512;

  /** Runs in a process of its own. */
  public static final class Cut {
    private Cut() {}

    public static void main(String[] args) throws IOException {
      Path file = Path.of(args[0]);
      var a = Npy.create(file, DType.float64, SIDE, SIDE);
      a.assign(1);
      NDArray some = a.get(":, 0:300:3");
      Ufunc own = Ufuncs.of("own", (double x) -> x > 0 ? x * x : 1 - x);
      Map<String, Supplier<NDArray>> uses = new TreeMap<>(Map.of("add", () -> a.add(a), "sqrt", a::sqrt, "sum", a::sum,
          "sum of columns", () -> a.sum(0),
          "transposed", () -> a.T().copy(), "strided", () -> a.get("::-1, ::2").multiply(2.0), "product", () -> a.matmul(a),
          "product of views", () -> a.T().matmul(a.get(":, ::-1")), "compare", () -> a.greater(0),
          "mask", () -> a.get(Nd.ones(DType.bool, SIDE, SIDE))));
      uses.putAll(Map.of("exp", a::exp, "tanh", a::tanh, "power", () -> a.pow(a), "short rows", some::exp, "max", a::max, "argmax", a::argmax,
          "narrow", () -> a.astype(DType.float32), "own", () -> own.apply(a), "fused", () -> lazy(a).multiply(2.0).add(a).sum().eval(),
          "sort", () -> a.sort(1)));
      uses.putAll(Map.of("running", () -> a.cumsum(1), "all", a::all, "where", () -> Nd.where(a.greater(0), a, 0.0)));
      // Until the compiled kernels have taken over.
      for (int i = 0; i < 30 || !Kernels.awaitWarm(Duration.ofMillis(1)) && i < 3000; i++) {
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
    var process = new ProcessBuilder(java, "-Xmx512m", "-Dorthant.threads=1", "--add-modules", "jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Cut.class.getName(), folder.resolve("a.npy").toString())
        .redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), printed);
    assertTrue(printed.contains("all 23"), printed);
    assertTrue(!printed.contains("returned"), printed);
  }
}
