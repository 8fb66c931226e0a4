package orthant.examples.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.concurrent.TimeUnit;
import orthant.examples.Main;
import org.junit.jupiter.api.Test;

class ShellTest {
  @Test
  void arraysPrintAloneOnTheirLines() throws Exception {
    var java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    var shell = new ProcessBuilder(java, "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), Main.class.getName(), "shell").redirectErrorStream(true).start();
    try (var typed = shell.outputWriter()) {
      typed.write("""
          arange(12).reshape(3, 4)
          var half = full(float32, 0.5, 3)
          Linalg.solve(array(new double[][] {{2, 0}, {0, 4}}), array(1.0, 2.0))
          lazy(half).multiply(2).eval()
          /exit
          """);
    }
    var out = new String(shell.getInputStream().readAllBytes());
    assertTrue(shell.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, shell.exitValue(), out);
    for (var expected : new String[] {"[[ 0  1  2  3]\n [ 4  5  6  7]\n [ 8  9 10 11]]\n", "half =\n[0.5 0.5 0.5]\n", "[0.5 0.5]\n",
        "[1. 1. 1.]\n"}) {
      assertTrue(out.contains(expected), "expected\n" + expected + "in\n" + out);
    }
  }
}
