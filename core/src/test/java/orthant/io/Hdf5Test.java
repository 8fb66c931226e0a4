package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5Test {
  @TempDir Path folder;

  private static Path golden(String name) {
    try {
      return Path.of(Hdf5Test.class.getResource("/orthant/golden/hdf5/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSame(NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype());
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(expected.toDoubleArray(), actual.toDoubleArray());
  }

  @Test
  void readsWhatH5pyWrote() {
    Path file = golden("arrays.h5");
    var a = Nd.arange(600).reshape(20, 30);
    assertSame(a.astype(DType.float64), Hdf5.read(file, "plain"));
    assertSame(a.astype(DType.float64), Hdf5.read(file, "/plain"));
    assertSame(a, Hdf5.read(file, "chunked"));
    assertSame(a, Hdf5.read(file, "gzip"));
    assertSame(a.astype(DType.float32), Hdf5.read(file, "lzf"));
    assertSame(a.astype(DType.float32), Hdf5.read(file, "big"));
    assertSame(Nd.arange(5), Hdf5.read(file, "/group/deep/n"));
    assertSame(Nd.scalar(DType.float64, 7.5), Hdf5.read(file, "scalar"));
    assertSame(Nd.zeros(DType.float32, 0, 3), Hdf5.read(file, "empty"));
    assertSame(Nd.array(true, false, true, false, true, false).reshape(2, 3), Hdf5.read(file, "bool"));
    assertSame(a, Hdf5.read(golden("latest.h5"), "gzip"));
    assertSame(Nd.arange(10), Hdf5.read(golden("latest.h5"), "growing"));
    assertTrue(Hdf5.paths(file).containsAll(List.of("/plain", "/group/deep/n", "/types/u8", "/gzip")));
  }

  @Test
  void typesAreTheDatasets() {
    String[] codes = {"i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"};
    String[] names = {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"};
    for (int i = 0; i < codes.length; i++) {
      var array = Hdf5.read(golden("arrays.h5"), "types/" + codes[i]);
      var first = Nd.arange(codes[i].startsWith("u") ? 0 : -3, 9);
      assertArrayEquals(first.toDoubleArray(), array.toDoubleArray(), names[i]);
      assertEquals(DType.valueOf(names[i]), array.dtype());
    }
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = Path.of(System.getProperty("orthant.hdf5.keep", folder.resolve("out.h5").toString()));
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("x", Nd.arange(12.0).reshape(3, 4));
    arrays.put("group/deep/n", Nd.arange(5));
    arrays.put("/group/f", Nd.arange(24).astype(DType.float32).reshape(4, 3, 2).T());
    for (var dtype : new DType[] {DType.int8, DType.int16, DType.int32}) {
      arrays.put("types/" + dtype, Nd.arange(-3, 3).astype(dtype));
    }
    for (var dtype : new DType[] {DType.uint8, DType.uint16, DType.uint32, DType.uint64}) {
      // The largest number of the type has the bits of -1.
      arrays.put("types/" + dtype, Nd.arange(-3, 3).astype(dtype).reshape(3, 2).T());
      arrays.put("one/" + dtype, Nd.scalar(DType.int64, -1).astype(dtype));
    }
    arrays.put("scalar", Nd.scalar(DType.float64, 7.5));
    Hdf5.write(file, arrays);
    arrays.forEach((path, array) -> assertSame(array, Hdf5.read(file, path)));
    Hdf5.write(file, arrays);
    assertEquals(arrays.size(), Hdf5.paths(file).size());
    byte[] before = Files.readAllBytes(file);
    assertThrows(IllegalArgumentException.class, () -> Hdf5.write(file, Map.of("b", Nd.array(true))));
    var complex = assertThrows(IllegalArgumentException.class, () -> Hdf5.write(file, Map.of("c", Nd.ones(DType.complex128, 2))));
    assertTrue(complex.getMessage().contains("complex numbers as real() and imag()"), complex.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Hdf5.write(file, Map.of("b", Nd.zeros(0))));
    assertArrayEquals(before, Files.readAllBytes(file));
    assertThrows(UncheckedIOException.class, () -> Hdf5.write(folder.resolve("missing/a.h5"), arrays));
  }

  @Test
  void whatIsNotThereOrNoArray() throws IOException {
    Path file = golden("arrays.h5");
    assertThrows(NoSuchElementException.class, () -> Hdf5.read(file, "nothing"));
    assertThrows(NoSuchElementException.class, () -> Hdf5.read(file, "group"));
    var e = assertThrows(NpyException.class, () -> Hdf5.read(file, "text"));
    assertTrue(e.getMessage().contains("they must be integers"), e.getMessage());
    assertThrows(UncheckedIOException.class, () -> Hdf5.read(folder.resolve("missing.h5"), "x"));
    Path other = Files.write(folder.resolve("other.h5"), new byte[1000]);
    assertThrows(NpyException.class, () -> Hdf5.read(other, "x"));
  }

  /** Run without jhdf: prints what is thrown. */
  public static final class Without {
    private Without() {}

    public static void main(String[] args) {
      try {
        Hdf5.read(Path.of(args[0]), "x");
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void withoutTheLibraryTheMessageNamesIt() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp", "target/classes" + File.pathSeparator + "target/test-classes",
        Without.class.getName(), golden("arrays.h5").toString()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertTrue(printed.contains("add the dependency io.jhdf:jhdf:"), printed);
    assertFalse(printed.contains("Exception in thread"), printed);
    String version = printed.replaceAll("(?s).*jhdf:jhdf:([0-9.]+),.*", "$1");
    assertTrue(Files.readString(Path.of("..", "pom.xml")).contains("<jhdf.version>" + version + "<"), printed);
  }
}
