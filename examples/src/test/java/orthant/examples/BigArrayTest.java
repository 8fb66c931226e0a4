package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orthant.Nd;
import orthant.parallel.Threads;
import orthant.ufunc.Ufuncs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than 2^31 elements, in a process of its own, whose memory goes back at its end. */
class BigArrayTest {
  @Test
  void moreElementsThanAnIntCounts(@TempDir Path folder) throws Exception {
    var classPath = Stream.of(Nd.class, Ufuncs.class, Threads.class, BigArray.class).map(BigArrayTest::home).distinct()
        .collect(Collectors.joining(File.pathSeparator));
    var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
            "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, BigArray.class.getName(),
            folder.resolve("big.npy").toString()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("created and indexed") && output.contains("reduced") && output.contains("mapped"), output);
    // Where there is no /proc, no peak is printed.
    output.lines().filter(l -> l.startsWith("peak ")).forEach(l -> assertTrue(Long.parseLong(l.substring(5)) < 8192, output));
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
