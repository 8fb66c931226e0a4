package orthant.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import orthant.DType;
import orthant.Nd;

/** Makes temporaries and drops them: {@code Churn COUNT ELEMENTS [THREADS]}; prints the time and the peak of resident memory. */
public final class Churn {
  private Churn() {}

  /**
   * The program.
   *
   * @param arguments how many arrays, of how many doubles, and by how many threads
   * @throws Exception if it fails
   */
  public static void main(String[] arguments) throws Exception {
    long count = Long.parseLong(arguments[0]);
    long elements = Long.parseLong(arguments[1]);
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    long start = System.nanoTime();
    var workers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      workers[i] = new Thread(() -> churn(count / threads, elements));
      workers[i].setUncaughtExceptionHandler((_, e) -> {
        e.printStackTrace();
        System.exit(1);
      });
      workers[i].start();
    }
    for (var worker : workers) {
      worker.join();
    }
    System.out.println(
        "seconds " + (System.nanoTime() - start) / 1000000 / 1e3 + " used " + (Memory.used() >> 20) + " pooled " + (Memory.pooled() >> 20));
    System.out.println("peak " + peakMegabytes());
  }

  private static void churn(long count, long elements) {
    for (long i = 0; i < count; i++) {
      var a = Nd.empty(DType.float64, elements);
      // A page each, so that all of it is resident.
      for (long j = 0; j < elements; j += 512) {
        a.set(i, j);
      }
      if (a.getDouble(0) != i) {
        throw new AssertionError("array " + i + " holds " + a.getDouble(0));
      }
    }
  }

  /** The highest resident size of this process so far, or 0 where there is no /proc. */
  private static long peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  /** A figure of this process, or 0 where there is no /proc. */
  static long megabytes(String name) throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines.filter(l -> l.startsWith(name))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
  }
}
