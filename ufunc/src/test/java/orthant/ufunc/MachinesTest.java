package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orthant.NDArray;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Other instruction sets, vector widths and compilers, each in a virtual machine of its own: the same bits everywhere. */
class MachinesTest {
  private static final String VECTOR = "--add-modules=jdk.incubator.vector";
  private static final String HINT = "start java with --add-modules jdk.incubator.vector";

  private static final String ALL = Checksums.all(LayoutsTest.REFERENCE);
  private static final String WARM = Checksums.warm(LayoutsTest.REFERENCE);

  private record Output(int exit, String text) {
    void says(String line) {
      assertTrue(text.lines().anyMatch(line::equals), line + " expected in:\n" + text);
    }
  }

  private static String location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
  }

  /** Runs the checksums with options of the virtual machine, everything on the class path. */
  private static Output java(List<String> options, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED", "-cp"));
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    String jqwik = location(net.jqwik.api.Arbitraries.class);
    String junit = location(org.junit.jupiter.api.Assertions.class);
    command.add(String.join(File.pathSeparator, tests, location(Ufuncs.class), location(NDArray.class), jqwik, junit));
    command.addAll(options);
    command.add(Checksums.class.getName());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("checksums", ".txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(400, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String text = Files.readString(log);
    Files.delete(log);
    return new Output(process.exitValue(), text);
  }

  @TestFactory
  Stream<DynamicTest> theSameBitsEverywhere() {
    return Stream.of(
            List.of(VECTOR),
            List.of(VECTOR, "-XX:UseAVX=0"),
            List.of(VECTOR, "-XX:UseAVX=1"),
            List.of(VECTOR, "-XX:UseAVX=2"),
            List.of(VECTOR, "-XX:UseAVX=3"),
            List.of(VECTOR, "-XX:MaxVectorSize=16"),
            List.of(VECTOR, "-XX:MaxVectorSize=32"),
            List.of(VECTOR, "-XX:MaxVectorSize=64"),
            List.of(VECTOR, "-XX:TieredStopAtLevel=1"),
            List.of(VECTOR, "-Xint"),
            List.of(VECTOR, "-Dorthant.kernels.verify=true"))
        .map(options -> DynamicTest.dynamicTest(String.join(" ", options), () -> {
          Output out = java(options, options.contains("-Xint") ? "0" : "1200", "scalar", "vector");
          assertEquals(0, out.exit, out.text);
          out.says("engines [reference, compiled, scalar, vector]");
          out.says("kernels compiled");
          out.says("scalar " + ALL);
          out.says("vector " + ALL);
          if (!options.contains("-Xint")) {
            out.says("warm " + WARM);
          }
          out.says("done");
          assertTrue(!out.text.contains(HINT), out.text);
        }));
  }

  @Test
  void withoutTheVectorApiItWorksAndSaysOnceWhatBringsTheSpeed() throws Exception {
    Output out = java(List.of(), "400", "default", "compiled");
    assertEquals(0, out.exit, out.text);
    out.says("engines [reference, compiled, scalar]");
    out.says("default " + ALL);
    out.says("compiled " + ALL);
    out.says("warm " + WARM);
    assertEquals(1, Pattern.compile(Pattern.quote(HINT)).matcher(out.text).results().count(), out.text);
  }

  @Test
  void kernelsThatAreAskedForAndNotThereAreAnError() throws Exception {
    Output nonsense = java(List.of(VECTOR, "-Dorthant.kernels=nonsense"), "0");
    assertNotEquals(0, nonsense.exit);
    assertTrue(nonsense.text.contains("-Dorthant.kernels=nonsense is not available; there are [reference, "), nonsense.text);
    Output vector = java(List.of("-Dorthant.kernels=vector"), "0");
    assertNotEquals(0, vector.exit);
    assertTrue(vector.text.contains("-Dorthant.kernels=vector is not available") && vector.text.contains("vector: " + HINT), vector.text);
    Output executor = java(List.of(VECTOR, "-Dorthant.executor=nonsense"), "0");
    assertNotEquals(0, executor.exit);
    assertTrue(executor.text.contains("-Dorthant.executor=nonsense is not available; there are [sequential"), executor.text);
  }

  @Test
  void kernelsThatAreAskedForAreTaken() throws Exception {
    for (String name : List.of("reference", "scalar", "vector", "compiled")) {
      Output out = java(List.of(VECTOR, "-Dorthant.kernels=" + name), "1");
      assertEquals(0, out.exit, out.text);
      out.says("kernels " + name);
      out.says("warm " + WARM);
    }
  }
}
