package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import orthant.NDArray;
import orthant.Nd;
import orthant.io.MapMode;
import orthant.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapped files may be cut short by others: in Java that is an error, in a library the end of the process. */
class MappedTest {
  /** Larger than what is multiplied in Java. */
  private static final int N = 300;

  @TempDir Path folder;

  /** Multiplies and solves with a file that was cut short; runs in a process of its own, which may die of it. */
  public static final class Cut {
    /** A way to use a matrix. */
    private interface Use {
      Object of(NDArray a);
    }

    /** @param args the file */
    public static void main(String[] args) throws Exception {
      var file = Path.of(args[0]);
      Npy.save(file, Nd.eye(N));
      var other = Nd.eye(N).add(1.0);
      var uses = List.<Use>of(a -> a.matmul(other), a -> other.matmul(a), a -> a.matmul(a.T()), a -> a.matmul(Nd.ones(N)),
          a -> Linalg.matmul(other, other, a), a -> Linalg.solve(a, other), a -> Linalg.solve(other, a), a -> Linalg.lstsq(a, other),
          Linalg::eigvals);
      for (var use : uses) {
        Npy.save(file, Nd.eye(N));
        var mapped = Npy.map(file, MapMode.READ_WRITE);
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
          cut.setLength(4096);
        }
        boolean failed = false;
        try {
          use.of(mapped);
        } catch (InternalError e) {
          failed = true;
        }
        System.out.println(failed ? "caught" : "missed " + uses.indexOf(use));
      }
    }
  }

  @Test
  void filesCutShortAreErrors() throws Exception {
    String path = String.join(java.io.File.pathSeparator, Path.of("target", "test-classes").toString(), Path.of("target", "classes").toString(),
        System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path"));
    var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
        path, Cut.class.getName(), folder.resolve("a.npy").toString()).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), text);
    assertEquals(9, text.lines().filter("caught"::equals).count(), text);
  }

  @Test
  void mappedMatricesAreMatrices() {
    var file = folder.resolve("b.npy");
    var a = Nd.arange((double) N * N).reshape(N, N).sin();
    Npy.save(file, a);
    for (var mode : MapMode.values()) {
      var mapped = Npy.map(file, mode);
      Stream.of(a, a.T(), mapped, mapped.T()).forEach(b ->
          assertEquals(0, mapped.matmul(b).subtract(a.matmul(b.copy())).abs().max().getDouble(), 1e-9));
    }
    var out = Npy.map(file, MapMode.READ_WRITE);
    Linalg.matmul(a, a, out);
    assertEquals(0, Npy.load(file).subtract(a.matmul(a)).abs().max().getDouble(), 1e-9);
  }
}
