package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import orthant.MemoryReport.Holder;
import orthant.examples.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryReportTest {
  @Test
  void holdersAreNamedWithTheirSites() {
    MemoryReport.recordSites(true);
    NDArray[] held;
    try {
      held = Caller.make();
    } finally {
      MemoryReport.recordSites(false);
    }
    var more = Nd.ones(1 << 18);
    var report = MemoryReport.afterCollection();
    var zeros = holder(report, "NdCreation.zeros at orthant.examples.Caller.make(Caller.java:");
    assertEquals(5, zeros.blocks());
    assertEquals(5L << 20, zeros.bytes());
    assertEquals(1, holder(report, ".add at orthant.examples.Caller.make(Caller.java:").blocks());
    assertTrue(holder(report, "").bytes() >= 2 << 20, "the array that was made without sites");
    assertTrue(report.toString().contains("Caller.java"), report::toString);
    assertEquals(report.live(), report.holders().stream().mapToLong(Holder::bytes).sum());
    assertEquals(6, held.length);
    assertEquals(1 << 18, more.size());
  }

  @Test
  void sitesGoWithTheirArrays() {
    MemoryReport.recordSites(true);
    try (var scope = Scope.open()) {
      assertEquals(6, Caller.make().length, () -> "" + scope);
      assertTrue(MemoryReport.now().holders().stream().anyMatch(h -> h.site().contains("Caller.make")));
    } finally {
      MemoryReport.recordSites(false);
    }
    MemoryReport.afterCollection();
    assertTrue(MemoryReport.now().toString().startsWith("live "));
  }

  @Test
  void releasedMemoryIsPooled() {
    var before = MemoryReport.afterCollection();
    try (var scope = Scope.open()) {
      Nd.ones(1 << 20);
      assertTrue(MemoryReport.now().live() >= before.live() + (8 << 20), () -> "" + scope);
    }
    var after = MemoryReport.now();
    assertTrue(after.live() < before.live() + (8 << 20), after::toString);
    assertTrue(after.pooled() >= 8 << 20, after::toString);
  }

  @Test
  void borrowedAndMappedMemoryCountWhileTheyAreOpen(@TempDir Path folder) throws IOException {
    var before = MemoryReport.afterCollection();
    var file = Files.write(folder.resolve("bytes"), new byte[3000]);
    NDArray kept;
    try (var arena = Arena.ofConfined(); var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      kept = Nd.asarray(arena.allocate(8000, 8), DType.float64, 1000);
      var other = Nd.asarray(channel.map(FileChannel.MapMode.READ_ONLY, 0, 3000, arena), DType.bool, 3000);
      var report = MemoryReport.now();
      assertEquals(before.borrowed() + 8000, report.borrowed());
      assertEquals(before.mapped() + 3000, report.mapped());
      assertEquals(4000, kept.size() + other.size());
    }
    var report = MemoryReport.now();
    assertEquals(before.borrowed(), report.borrowed());
    assertEquals(before.mapped(), report.mapped());
    assertEquals(1000, kept.size());
  }

  @Test
  void textIsForPeople() {
    var report = new MemoryReport(5L << 30, 1536, 12, 0, List.of(new Holder(4L << 30, 3, "Nd.zeros at A.b(A.java:1)"), new Holder(1L << 30, 1, "")));
    assertEquals("""
        live 5.0 GB, pooled 1.5 KB, borrowed 12 bytes, mapped 0 bytes
              4.0 GB       3 blocks  Nd.zeros at A.b(A.java:1)
              1.0 GB       1 block   (sites were not recorded: MemoryReport.recordSites(true))""", report.toString());
  }

  private static Holder holder(MemoryReport report, String part) {
    return report.holders().stream().filter(h -> part.isEmpty() ? h.site().isEmpty() : h.site().contains(part)).findFirst()
        .orElseThrow(() -> new AssertionError(part + " not in " + report));
  }
}
