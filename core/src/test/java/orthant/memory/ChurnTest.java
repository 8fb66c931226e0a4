package orthant.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Peaks of resident memory, each in a JVM of its own. Where there is no /proc, only that the programs end well. */
class ChurnTest {
  @Test
  void smallTemporaries() throws Exception {
    assertTrue(peak(churn(List.of(), "1000000", "1024")) < 400);
  }

  @Test
  void largeTemporaries() throws Exception {
    assertTrue(peak(churn(List.of(), "2000", "1048576")) < 1000);
  }

  @Test
  void manyThreads() throws Exception {
    assertTrue(peak(churn(List.of(), "200000", "1024", "16")) < 600);
    assertTrue(peak(churn(List.of(), "1000", "1048576", "4")) < 1200);
  }

  @Test
  void smallHeap() throws Exception {
    assertTrue(peak(churn(List.of("-Xmx64m"), "300000", "1024")) < 400);
  }

  @Test
  void serialCollector() throws Exception {
    assertTrue(peak(churn(List.of("-XX:+UseSerialGC"), "300000", "1024")) < 500);
  }

  @Test
  void concurrentCollector() throws Exception {
    assertTrue(peak(churn(List.of("-XX:+UseZGC"), "300000", "1024")) < 800);
  }

  @Test
  void memoryFromMalloc() throws Exception {
    assertTrue(peak(churn(List.of("-Dorthant.memory.malloc=true"), "300000", "1024")) < 400);
    assertTrue(peak(churn(List.of("-Dorthant.memory.malloc=true"), "500", "1048576")) < 1000);
  }

  @Test
  void collectionsOnRequestDisabled() throws Exception {
    var output = churn(List.of("-XX:+DisableExplicitGC", "-Xmx256m"), "200000", "1024");
    assertTrue(peak(output) < 1500);
    assertTrue(output.contains("ExplicitGCInvokesConcurrent"), output);
  }

  @Test
  void limit() throws Exception {
    var output = run(3, List.of("-Dorthant.memory.limit=64m"), Hoard.class, "1048576");
    assertTrue(output.contains("held 7") && output.contains("no memory for 8388608 bytes") && output.contains("limit=67108864"), output);
  }

  @Test
  void budget() throws Exception {
    var output = churn(List.of("-Dorthant.memory.budget=16m"), "100000", "1024");
    assertTrue(peak(output) < 200, output);
  }

  @Test
  void nonsenseForALimit() throws Exception {
    var output = run(1, List.of("-Dorthant.memory.limit=lots"), Churn.class, "1", "1");
    assertTrue(output.contains("-Dorthant.memory.limit=lots: must be a positive number"), output);
  }

  @Test
  void aMillionArraysLeaveNothingBehind() throws Exception {
    var output = run(0, List.of(), Leak.class);
    assertTrue(output.contains("at the end"), output);
  }

  /** Makes a million arrays, some of which live for a while; fails unless the process is as small as before in the end. */
  static final class Leak {
    private Leak() {}

    public static void main(String[] arguments) throws Exception {
      make(1000);
      long start = Churn.megabytes("VmRSS:");
      make(1_000_000);
      long most = Churn.megabytes("VmRSS:");
      Budget.collect();
      // What is unused goes back by halves when nothing happens for some seconds.
      long end = Churn.megabytes("VmRSS:");
      for (int i = 0; i < 400 && end > start + 64; i++) {
        Thread.sleep(100);
        end = Churn.megabytes("VmRSS:");
      }
      System.out.println(start + " MB at the start, " + most + " after a million arrays, " + end + " at the end");
      System.exit(end > start + 64 || Memory.used() > 16 << 20 ? 1 : 0);
    }

    private static void make(int count) {
      var some = new NDArray[1000];
      for (int i = 0; i < count; i++) {
        var a = Nd.full(DType.int64, (long) i, i % 1500 + 1);
        int place = i * 31 % some.length;
        if (some[place] != null && some[place].getLong(0) != some[place].getLong(-1)) {
          throw new AssertionError("an array holds " + some[place]);
        }
        some[place] = a;
      }
    }
  }

  /** Makes arrays and keeps them until there is no more memory. */
  static final class Hoard {
    private Hoard() {}

    public static void main(String[] arguments) {
      var held = new ArrayList<Object>();
      try {
        while (held.size() < 1000) {
          held.add(Nd.ones(Long.parseLong(arguments[0])));
        }
      } catch (OutOfMemoryError e) {
        System.out.println("held " + held.size() + ", " + e.getMessage());
        held.clear();
        Nd.ones(Long.parseLong(arguments[0]));
        System.exit(3);
      }
    }
  }

  private static String churn(List<String> flags, String... arguments) throws Exception {
    return run(0, flags, Churn.class, arguments);
  }

  private static String run(int exit, List<String> flags, Class<?> program, String... arguments) throws Exception {
    var classPath = Stream.of(Nd.class, Churn.class).map(ChurnTest::home).distinct().collect(Collectors.joining(File.pathSeparator));
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes());
    assertEquals(exit, process.waitFor(), output);
    return output;
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static long peak(String output) {
    return output.lines().filter(l -> l.startsWith("peak ")).mapToLong(l -> Long.parseLong(l.substring(5))).findFirst().orElseThrow();
  }
}
