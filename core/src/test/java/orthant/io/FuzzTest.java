package orthant.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the coverage-guided fuzzer Jazzer over what reads files, in a process of its own: any exception but the typed ones,
 * a second of time or more than 64 MB beyond the input's size is a finding.
 *
 * <p>Together a minute; {@code -Dorthant.fuzz.seconds=600} gives each target that long. What it has found interesting stays
 * in {@code core/target/fuzz} and is where the next run begins; a finding is there as {@code crash-...}.
 */
class FuzzTest {
  private static final Path OUT = Path.of("target", "fuzz");
  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

  @ParameterizedTest
  @CsvSource({"NpyFuzz, npy, 20", "NpzFuzz, npz, 25", "TextFuzz, text, 15"})
  void nothingButTypedExceptions(String target, String corpus, long seconds) throws IOException, InterruptedException {
    long time = Long.getLong("orthant.fuzz.seconds", seconds);
    Path found = Files.createDirectories(OUT.resolve(corpus));
    Path log = OUT.resolve(corpus + ".log");
    Path seeds = Path.of("src", "test", "resources", "orthant", "fuzz", corpus);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-Xmx512m", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
        "com.code_intelligence.jazzer.Jazzer", "--target_class=orthant.io." + target, "--instrumentation_includes=orthant.io.**",
        "--reproducer_path=" + OUT, "-artifact_prefix=" + OUT + "/", "-max_total_time=" + time, "-max_len=2048", "-print_final_stats=1",
        found.toString(), seeds.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(time + 120, TimeUnit.SECONDS), "the fuzzer does not end: see " + log.toAbsolutePath());
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    assertEquals(0, process.exitValue(), last);
    var runs = RUNS.matcher(last);
    assertTrue(runs.find(), last);
    lines.stream().filter(line -> line.contains("DONE")).forEach(line -> System.out.println(target + ", " + time + " s: " + line));
    // Far below what a slow machine does in that time: this many say that the fuzzer ran at all.
    assertTrue(Long.parseLong(runs.group(1)) > 100 * time, last);
  }

  /** The classes of this module and its tests, and the fuzzer. */
  private static String classPath() {
    var all = Stream.of("java.class.path", "jdk.module.path").map(System::getProperty).filter(path -> path != null)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator))).filter(path -> path.contains("jazzer"));
    return String.join(File.pathSeparator, Stream.concat(Stream.of("target/classes", "target/test-classes"), all).toList());
  }
}
