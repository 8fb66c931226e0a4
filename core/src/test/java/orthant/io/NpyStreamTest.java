package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyStreamTest {
  @TempDir Path folder;

  private static byte[] bytes(NDArray array) {
    var out = new ByteArrayOutputStream();
    Npy.write(out, array);
    return out.toByteArray();
  }

  private static void assertSame(NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype());
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(bytes(expected.copy()), bytes(actual.copy()));
  }

  @Test
  void streamsHoldWhatFilesHold() throws IOException {
    for (var dtype : DType.values()) {
      var a = Nd.arange(24).reshape(2, 3, 4).astype(dtype);
      for (var view : new NDArray[] {a, a.T(), a.flip(), a.get("::2, 1, ::-1"), Nd.zeros(dtype, 0, 3), a.get("0, 0, 0"),
          a.get("0").broadcastTo(2, 3, 4)}) {
        Path file = folder.resolve("a.npy");
        Npy.save(file, view);
        assertArrayEquals(Files.readAllBytes(file), bytes(view));
        assertSame(view, Npy.read(new ByteArrayInputStream(bytes(view))));
      }
    }
  }

  @Test
  void arraysFollowEachOther() throws IOException {
    var first = Nd.arange(5);
    var second = Nd.arange(12.0).reshape(3, 4).T();
    var both = new SequenceInputStream(new ByteArrayInputStream(bytes(first)), new ByteArrayInputStream(bytes(second)));
    assertSame(first, Npy.read(both));
    assertSame(second, Npy.read(both));
    assertThrows(NpyException.class, () -> Npy.read(both));
    Path file = folder.resolve("two.npy");
    try (var out = Files.newOutputStream(file)) {
      Npy.write(out, first);
      Npy.write(out, second);
    }
    try (var in = new FileInputStream(file.toFile())) {
      assertSame(first, Npy.read(in));
      assertSame(second, Npy.read(in));
      assertThrows(NpyException.class, () -> Npy.read(in));
    }
    try (var in = Files.newByteChannel(file)) {
      assertSame(first, Npy.read(in));
      assertSame(second, Npy.read(in));
    }
  }

  @Test
  void channelsThatGiveLittleAtATime() throws Exception {
    var a = Nd.arange(100_000);
    var pipe = Pipe.open();
    var writer = Thread.ofVirtual().start(() -> Npy.write(pipe.sink(), a));
    assertSame(a, Npy.read(pipe.source()));
    writer.join();
    pipe.sink().close();
    assertThrows(NpyException.class, () -> Npy.read(pipe.source()));
  }

  @Test
  void largeStreamsGrow() {
    // More than what is allocated on a header's word alone.
    var a = Nd.arange(5_000_001).reshape(3, 1_666_667);
    assertTrue(Npy.read(new ByteArrayInputStream(bytes(a))).equal(a).all().getBoolean());
    assertTrue(Npy.read(new ByteArrayInputStream(bytes(a.T()))).equal(a.T()).all().getBoolean());
  }

  @Test
  void aHeaderThatClaimsTerabytesGetsNoMemory() {
    byte[] header = new NpyHeader(DType.float64, ByteOrder.nativeOrder(), false, new long[] {1L << 40, 8}).bytes();
    byte[] file = Arrays.copyOf(header, header.length + (20 << 20));
    long before = Memory.used();
    long start = System.nanoTime();
    var e = assertThrows(NpyException.class, () -> Npy.read(new ByteArrayInputStream(file)));
    assertTrue(e.getMessage().startsWith("cannot read an array: it ends after "), e.getMessage());
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    assertTrue(Memory.used() - before <= file.length + (64 << 20), "used " + (Memory.used() - before));
    byte[] cut = Arrays.copyOf(header, 40);
    assertThrows(NpyException.class, () -> Npy.read(Channels.newChannel(new ByteArrayInputStream(cut))));
  }

  @Test
  void aStreamThatFailsIsNoFaultOfTheContent() {
    var broken = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("no more");
      }
    };
    assertTrue(assertThrows(UncheckedIOException.class, () -> Npy.read(broken)).getMessage().contains("no more"));
  }

  @Test
  void archivesAreNamed() {
    byte[] zip = "PK\3\4 and much more".getBytes(StandardCharsets.ISO_8859_1);
    var e = assertThrows(NpyException.class, () -> Npy.read(new ByteArrayInputStream(zip)));
    assertTrue(e.getMessage().endsWith("this is a zip archive: see Npz"), e.getMessage());
  }
}
