package orthant.ufunc.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vector sorter with other instruction sets, vector widths and compilers, each in a virtual machine of its own. */
class OtherMachinesTest {
  private static String location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
  }

  @TestFactory
  Stream<DynamicTest> theBitsOfTheReferenceEverywhere() {
    return Stream.of("-XX:UseAVX=0", "-XX:UseAVX=1", "-XX:UseAVX=2", "-XX:UseAVX=3", "-XX:MaxVectorSize=16", "-XX:TieredStopAtLevel=1", "-Xint")
        .map(option -> DynamicTest.dynamicTest(option, () -> {
          var log = Files.createTempFile("sorting", ".txt");
          var path = String.join(File.pathSeparator, Path.of("target", "test-classes").toAbsolutePath().toString(), location(VectorSorter.class),
              location(NDArray.class));
          var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
              "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector", option, "-cp", path,
              Compared.class.getName(), option.equals("-Xint") ? "300" : "2000").redirectErrorStream(true).redirectOutput(log.toFile()).start();
          if (!process.waitFor(400, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
          }
          String text = Files.readString(log);
          Files.delete(log);
          assertEquals(0, process.exitValue(), text);
        }));
  }

  /** The program: fails if a sorter has other bits than the reference. */
  public static final class Compared {
    private Compared() {}

    /** The argument: the largest size. */
    public static void main(String[] args) {
      Sorter reference = new ReferenceSorter();
      Sorter vector = new VectorSorter();
      var random = new SplittableRandom(1);
      for (var type : DType.values()) {
        for (int n : new int[] {33, 65, 129, 257, Integer.parseInt(args[0])}) {
          for (boolean few : new boolean[] {false, true}) {
            try (var arena = Arena.ofConfined()) {
              var given = arena.allocate((long) n * type.size(), 64);
              for (long i = 0; i < given.byteSize(); i++) {
                int part = few && i % type.real().size() < type.real().size() - 1 ? 0 : random.nextInt();
                given.set(java.lang.foreign.ValueLayout.JAVA_BYTE, i, (byte) (type.isBool() ? part & 1 : part));
              }
              var want = arena.allocate(given.byteSize(), 64).copyFrom(given);
              var got = arena.allocate(given.byteSize(), 64).copyFrom(given);
              reference.sort(type, want.address(), 1, n);
              vector.sort(type, got.address(), 1, n);
              same("sort " + type + " " + n, want, got);
              var order = arena.allocate(8L * n, 64);
              var found = arena.allocate(8L * n, 64);
              reference.argsort(type, given.address(), 1, n, order.address());
              vector.argsort(type, given.address(), 1, n, found.address());
              same("argsort " + type + " " + n, order, found);
              reference.search(type, want.address(), n, given.address(), n, true, order.address());
              vector.search(type, want.address(), n, given.address(), n, true, found.address());
              same("search " + type + " " + n, order, found);
            }
          }
        }
      }
    }

    private static void same(String what, MemorySegment want, MemorySegment got) {
      if (want.mismatch(got) >= 0) {
        throw new AssertionError(what + " differs at byte " + want.mismatch(got));
      }
    }
  }
}
