package orthant;

import static orthant.DType.float32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {
  @TempDir private Path folder;

  private List<RecordedEvent> record(Runnable task) throws Exception {
    try (var recording = new Recording()) {
      recording.enable("orthant.Allocation").withoutThreshold().withStackTrace();
      recording.enable("orthant.Kernel").withoutThreshold();
      recording.start();
      task.run();
      recording.stop();
      var file = folder.resolve("recording.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream().filter(e -> e.getThread("eventThread").getJavaThreadId() == Thread.currentThread().threadId())
          .toList();
    }
  }

  @Test
  void operationsTellWhatTheyDid() throws Exception {
    var events = record(() -> {
      var a = Nd.ones(float32, 5, 2);
      a.add(a).transpose().exp();
      a.sum(0);
    });
    var add = kernel(events, "add");
    assertEquals("(5, 2)", add.getString("shape"));
    assertEquals("float32", add.getString("dtype"));
    assertEquals("reference", add.getString("path"));
    assertEquals(0, add.getLong("temporaryBytes"));
    assertEquals(1, add.getInt("threads"));
    assertTrue(add.getDuration().toNanos() > 0);
    assertEquals("(2, 5)", kernel(events, "exp").getString("shape"));
    var sum = kernel(events, "fold ADD");
    assertEquals("(5, 2)", sum.getString("shape"));
    assertEquals("reference", sum.getString("path"));
  }

  @Test
  void pathsAreThoseOfTheLoopsThatRan() throws Exception {
    var a = Nd.arange(6.0).reshape(2, 3);
    var events = record(() -> {
      a.T().copy();
      a.astype(float32).argmax(0);
      Nd.zeros(0, 3).add(a.get("0"));
      a.matmul(a.T());
      // An exception between beginning and end leaves nothing behind.
      assertThrows(IllegalArgumentException.class, () -> Nd.zeros(0, 3).max(0));
      a.get("1:").assign(a.get(":-1"));
    });
    var paths = events.stream().filter(e -> e.getEventType().getName().equals("orthant.Kernel"))
        .map(e -> e.getString("operation") + " " + e.getString("path")).toList();
    assertTrue(paths.containsAll(List.of("copy copy", "copy reference", "find MAX reference", "add ", "matmul reference")), paths::toString);
  }

  @Test
  void temporariesAreCounted() throws Exception {
    var a = Nd.ones(1000);
    // The operand overlaps with the output and is copied first.
    var events = record(() -> a.get("1:").assign(a.get(":-1").astype(float32)));
    assertEquals(0, kernel(events, "copy").getLong("temporaryBytes"));
    var b = Nd.ones(3, 100, 100);
    events = record(() -> b.transpose(1, 0, 2).get("::-1").sum());
    assertTrue(events.stream().anyMatch(e -> e.getEventType().getName().equals("orthant.Kernel") && e.getLong("temporaryBytes") > 0),
        events::toString);
  }

  @Test
  void allocationsTellTheirSizeAndWhetherTheyCameFromThePool() throws Exception {
    var events = record(() -> {
      for (int i = 0; i < 2; i++) {
        try (var scope = Scope.open()) {
          assertEquals(777_216, Nd.empty(777_216).size(), () -> "" + scope);
        }
      }
    });
    var sizes = events.stream().filter(e -> e.getEventType().getName().equals("orthant.Allocation") && e.getLong("size") > 6_000_000).toList();
    assertEquals(2, sizes.size(), events::toString);
    assertTrue(sizes.getFirst().getLong("size") >= 777_216 * 8);
    assertTrue(sizes.getLast().getBoolean("pooled"));
    assertFalse(sizes.getFirst().getStackTrace().getFrames().isEmpty());
  }

  private static RecordedEvent kernel(List<RecordedEvent> events, String operation) {
    return events.stream().filter(e -> e.getEventType().getName().equals("orthant.Kernel") && e.getString("operation").equals(operation)).findFirst()
        .orElseThrow(() -> new AssertionError(operation + " not in " + events));
  }
}
