package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  @TempDir Path folder;

  private static Path golden(String name) {
    try {
      return Path.of(NpzTest.class.getResource("/orthant/golden/npz/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** What npz.py wrote. */
  private static Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("x", Nd.arange(12.0).reshape(3, 4));
    arrays.put("deep/er", Nd.arange(6).astype(DType.int32).reshape(2, 3).T().copy().T());
    arrays.put("größe", Nd.scalar(DType.float64, 7.5));
    arrays.put("none", Nd.zeros(DType.float32, 0, 3));
    arrays.put("mask", Nd.array(true, false, true, false, true));
    arrays.put("long", Nd.zeros(DType.int64, 5000));
    return arrays;
  }

  private static void assertSame(Map<String, NDArray> expected, Npz actual) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.names()));
    expected.forEach((name, array) -> {
      var found = actual.get(name);
      assertEquals(array.dtype(), found.dtype(), name);
      assertArrayEquals(array.shape(), found.shape(), name);
      assertArrayEquals(array.toDoubleArray(), found.toDoubleArray(), name);
    });
  }

  @Test
  void readsWhatNumPyWrote() {
    for (String name : List.of("stored.npz", "deflated.npz")) {
      try (var npz = Npz.open(golden(name))) {
        assertSame(arrays(), npz);
        assertEquals("[0. 1. 2. 3.]", npz.get("x.npy").get(Index.at(0)).toString());
        assertEquals(6, npz.toMap().size());
      }
    }
    try (var npz = Npz.open(golden("numbered.npz"))) {
      assertEquals(List.of("arr_0", "arr_1"), List.copyOf(npz.names()));
      assertEquals("[0. 1.]", npz.get("arr_1").toString());
    }
  }

  @Test
  void writesTheBytesThatNumPyWrites() throws IOException {
    Nd.savez(folder.resolve("stored.npz"), arrays());
    assertArrayEquals(Files.readAllBytes(golden("stored.npz")), Files.readAllBytes(folder.resolve("stored.npz")));
    Nd.savez(folder.resolve("numbered.npz"), Nd.arange(3), Nd.arange(2.0));
    assertArrayEquals(Files.readAllBytes(golden("numbered.npz")), Files.readAllBytes(folder.resolve("numbered.npz")));
  }

  /** With -Dorthant.npz.keep=FOLDER the archives stay, for npz.py --check. */
  @Test
  void readsWhatItWrote() throws IOException {
    Path to = Path.of(System.getProperty("orthant.npz.keep", folder.toString()));
    Nd.savez(to.resolve("stored.npz"), arrays());
    Nd.savezCompressed(to.resolve("deflated.npz"), arrays());
    try (var out = Files.newOutputStream(to.resolve("stream.npz"))) {
      Npz.write(out, arrays(), true);
    }
    for (String name : List.of("stored.npz", "deflated.npz", "stream.npz")) {
      try (var npz = Npz.open(to.resolve(name))) {
        assertSame(arrays(), npz);
      }
      try (var in = Files.newInputStream(to.resolve(name))) {
        assertSame(arrays(), Npz.read(in));
      }
    }
    assertTrue(Files.size(to.resolve("deflated.npz")) < 3000);
    var stored = new ByteArrayOutputStream();
    Npz.write(stored, Map.of("long", Nd.arange(3_000_000)), false);
    var npz = Npz.read(new ByteArrayInputStream(stored.toByteArray()));
    assertTrue(npz.get("long").equal(Nd.arange(3_000_000)).all().getBoolean());
  }

  @Property(tries = 100)
  void whatIsPackedIsUnpacked(@ForAll @IntRange(max = 20_000) int size, @ForAll @IntRange(min = 1, max = 1 << 20) int period,
      @ForAll boolean deflate) throws IOException {
    var a = Nd.array(LongStream.range(0, size).map(i -> (i % period) * 0x9e3779b97f4a7c15L).toArray());
    var out = new ByteArrayOutputStream();
    Npz.write(out, Map.of("a", a), deflate);
    assertArrayEquals(a.toLongArray(), Npz.read(new ByteArrayInputStream(out.toByteArray())).get("a").toLongArray());
  }

  @Test
  void whatIsNotThere() {
    try (var npz = Npz.open(golden("numbered.npz"))) {
      var e = assertThrows(NoSuchElementException.class, () -> npz.get("y"));
      assertEquals(golden("numbered.npz") + " has no array 'y'; it has arr_0, arr_1", e.getMessage());
      assertThrows(UnsupportedOperationException.class, () -> npz.names().remove("arr_0"));
    }
    var closed = Npz.open(golden("numbered.npz"));
    closed.close();
    assertThrows(UncheckedIOException.class, () -> closed.get("arr_0"));
    assertThrows(UncheckedIOException.class, () -> Npz.open(folder.resolve("missing.npz")));
    assertThrows(IllegalArgumentException.class, () -> Nd.savez(folder.resolve("a.npz"), Map.of("../a", Nd.arange(3))));
    assertThrows(UncheckedIOException.class, () -> Nd.savez(folder.resolve("missing/a.npz"), Nd.arange(3)));
    Nd.savez(folder.resolve("a.npz"));
    try (var npz = Npz.open(folder.resolve("a.npz"))) {
      assertTrue(npz.names().isEmpty());
    }
  }
}
