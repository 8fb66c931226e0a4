package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import orthant.NDArray;
import orthant.Nd;
import orthant.linalg.Linalg;
import orthant.ufunc.Kernels;
import orthant.ufunc.Lazy;
import orthant.ufunc.Ufuncs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flight recorder tells which form of a loop ran, also after it has changed. */
class RecordedPathsTest {
  @TempDir private Path folder;

  private List<String> paths(Runnable task) throws Exception {
    try (var recording = new Recording()) {
      recording.enable("orthant.Kernel").withoutThreshold();
      recording.start();
      task.run();
      recording.stop();
      var file = folder.resolve("recording.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream().filter(e -> e.getEventType().getName().equals("orthant.Kernel"))
          .filter(e -> e.getThread("eventThread").getJavaThreadId() == Thread.currentThread().threadId())
          .map(e -> e.getString("operation") + ": " + e.getString("path")).toList();
    }
  }

  /** Makes vectors of the loops of a task, if it has any. */
  private static void warm(Runnable task) {
    for (int i = 0; i < 300; i++) {
      task.run();
    }
    assertTrue(Kernels.awaitWarm(Duration.ofMinutes(5)));
  }

  @Test
  void loopsTellWhenTheyHaveBecomeVectors() throws Exception {
    // No other test adds or folds this type.
    var a = Nd.arange(5000.0).astype(orthant.DType.float32);
    Runnable task = () -> {
      a.hypot(a);
      a.max();
      a.get("::2").hypot(a.get("::2"));
    };
    assertEquals(List.of("hypot: scalar", "fold MAX: scalar", "hypot: scalar"), paths(task));
    warm(task);
    var paths = paths(task);
    assertEquals("hypot: vector", paths.getFirst());
    // The rehearsal decides by time which of its two loops changes.
    assertTrue(List.of("fold MAX: vector", "fold MAX: scalar", "fold MAX: vector or scalar", "fold MAX: scalar or vector").contains(paths.get(1)),
        paths::toString);
  }

  @Test
  void otherWaysHaveNamesOfTheirOwn() throws Exception {
    var a = Nd.arange(1000.0);
    var f = Ufuncs.of("called", (float x) -> x % 2);
    var b = Nd.ones(orthant.DType.float32, 100);
    assertEquals(List.of("fused: blocks"), paths(() -> Lazy.lazy(a).multiply(a).add(3.0).cbrt().eval()));
    assertEquals(List.of("called: staged"), paths(() -> f.apply(b)));
    assertEquals("multiply at: scalar", paths(() -> Ufuncs.multiply.at(a, Nd.array(1L, 1), a.get(":2"))).getLast());
    assertEquals("chain of 999 fmod: scalar", paths(() -> Ufuncs.fmod.accumulate(a)).getLast());
    NDArray large = Nd.ones(200, 200);
    assertEquals(List.of("matmul: " + Linalg.showConfig().backend()), paths(() -> large.matmul(large)));
    assertEquals(List.of("matmul: " + (Linalg.showConfig().vectorBits() > 0 ? "vector" : "scalar")),
        paths(() -> large.get(":3, :3").matmul(large.get(":3, :3"))));
  }
}
