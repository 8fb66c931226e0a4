package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.layout.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir Path folder;

  private static List<Path> golden() {
    try (var files = Files.list(Path.of(NpyTest.class.getResource("/orthant/golden/npy").toURI()))) {
      return files.sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** What npy.py wrote into the file of this name. */
  private static NDArray expected(String name) {
    String[] parts = name.replace(".npy", "").split("-");
    long[] shape = parts[4].equals("scalar") ? new long[0] : Arrays.stream(parts[4].split("x")).mapToLong(Long::parseLong).toArray();
    var dtype = DType.valueOf(parts[0]);
    var counted = Nd.arange(Shapes.size(shape)).reshape(shape);
    if (dtype.isBool()) {
      double[] third = Arrays.stream(counted.toDoubleArray()).map(i -> i % 3 == 0 ? 1 : 0).toArray();
      return Nd.array(third).reshape(shape).astype(dtype);
    }
    var shifted = dtype.isUnsigned() ? counted : counted.subtract(2);
    var array = shifted.astype(dtype);
    if (dtype.isComplex()) {
      array.imag().assign(counted);
    }
    return array;
  }

  private static void assertSame(NDArray expected, NDArray actual, String name) {
    assertEquals(expected.dtype(), actual.dtype(), name);
    assertArrayEquals(expected.shape(), actual.shape(), name);
    assertArrayEquals(expected.tobytes(), actual.tobytes(), name);
  }

  @Test
  void readsWhatNumPyWrote() {
    var files = golden();
    assertEquals(58, files.size());
    for (var file : files) {
      assertSame(expected(file.getFileName().toString()), Npy.load(file), file.toString());
    }
  }

  @Test
  void writesTheBytesThatNumPyWrites() throws IOException {
    for (var file : golden()) {
      String name = file.getFileName().toString();
      if (name.contains("-v1-") && name.contains("little") && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
        var a = expected(name);
        Npy.save(folder.resolve(name), name.contains("-F-") ? a.T().copy().T() : a);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve(name)), name);
      }
    }
  }

  @Provide
  Arbitrary<DType> dtypes() {
    return Arbitraries.of(DType.values());
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return Arbitraries.longs().between(0, 5).array(long[].class).ofMinSize(0).ofMaxSize(4);
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll("dtypes") DType dtype, @ForAll("shapes") long[] shape, @ForAll @IntRange(max = 4) int form)
      throws IOException {
    var a = Nd.arange(Shapes.size(shape)).subtract(3).reshape(shape).astype(dtype);
    var view = switch (form) {
      case 1 -> a.T();
      case 2 -> a.flip();
      case 3 -> a.ndim() > 0 ? a.get("..., ::2") : a;
      case 4 -> a.broadcastTo(Shapes.broadcast(new long[] {2, 1, 1, 1, 1}, shape));
      default -> a;
    };
    Path file = Files.createTempFile("orthant", ".npy");
    try {
      Npy.save(file, view);
      assertSame(view, Npy.load(file), view.shape().length + " axes, form " + form);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void largeStridedArraysAreWrittenInParts() {
    var a = Nd.arange(3L * 700_000).reshape(3, 700_000);
    var view = a.get("::-1, ::-1");
    Npy.save(folder.resolve("large.npy"), view);
    assertTrue(Npy.load(folder.resolve("large.npy")).equal(view).all().getBoolean());
    var tall = a.reshape(700_000, 3).get(":, ::2");
    Npy.save(folder.resolve("large.npy"), tall);
    assertTrue(Nd.load(folder.resolve("large.npy")).equal(tall).all().getBoolean());
  }

  @Test
  void truthValuesAreNormal() throws IOException {
    byte[] bytes = file("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }", new byte[] {0, 2, -1});
    assertArrayEquals(new long[] {0, 1, 1}, Npy.load(put(bytes)).toLongArray());
  }

  @Test
  void oddButSoundHeadersAreRead() throws IOException {
    byte[] two = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt(5).putInt(-6).array();
    for (String header : List.of("{\"shape\":(2,),'fortran_order':True,'descr':'i4'}",
        "{'descr': '=i4', 'fortran_order': False, 'shape': (2L,), }\n",
        "  { 'shape' : ( 1 , 2 , ) , 'descr' : '=i4' , 'fortran_order' : False }  \n")) {
      assertArrayEquals(new long[] {5, -6}, Npy.load(put(file(header, two))).toLongArray(), header);
    }
    byte[] longer = Arrays.copyOf(file("{'descr': '=i4', 'fortran_order': False, 'shape': (1,), }", two), 200);
    assertEquals(5, Npy.load(put(longer)).getInt(0));
  }

  @Test
  void hostileHeadersAreRefusedBeforeAnyAllocation() throws IOException {
    refused("the header claims shape (1152921504606846976,) of float64; sizes must be 0 or more, with less than 2^63 bytes",
        "(1152921504606846976,)");
    refused("the header claims shape (1152921504606846975,) of float64, which is 9223372036854775800 bytes, but 8 follow;"
        + " there must be at least as many", "(1152921504606846975,)");
    refused("the header claims shape (2,) of float64, which is 16 bytes, but 8 follow; there must be at least as many", "(2,)");
    refused("the header claims shape (-1,) of float64; sizes must be 0 or more, with less than 2^63 bytes", "(-1,)");
    refused("the header claims shape (4294967296, 4294967296) of float64; sizes must be 0 or more, with less than 2^63 bytes",
        "(4294967296, 4294967296)");
    refused("the header's shape has 65 axes; there may be at most 64", "(" + "1, ".repeat(65) + ")");
    refused("an integer of at most 64 bits", "(99999999999999999999,)");
    refused("',' for a tuple of one", "(1)");
    refused("a string, True, False or a tuple of integers", "[1]");
    refused("the header's shape is 1; it must be a tuple of integers", "'1'");
    refused("the header's shape is true; it must be a tuple of integers", "True");
  }

  private void refused(String message, String shape) throws IOException {
    refusedHeader(message, "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }");
  }

  private void refusedHeader(String message, String header) throws IOException {
    refusedBytes(message, file(header, new byte[8]));
  }

  private void refusedBytes(String message, byte[] bytes) throws IOException {
    var file = put(bytes);
    var e = assertThrows(NpyException.class, () -> Npy.load(file));
    assertTrue(e.getMessage().startsWith("cannot read " + file + ": ") && e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void brokenHeadersAreRefused() throws IOException {
    refusedHeader("the type '|O' is not supported; it must be one of b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16",
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("the type '<i3' is not supported", "{'descr': '<i3', 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("the type '' is not supported", "{'descr': '', 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("a string, True, False or a tuple of integers", "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("the header's descr is true; it must be a string", "{'descr': True, 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("the header's fortran_order is f; it must be True or False", "{'descr': '<f8', 'fortran_order': 'f', 'shape': (1,)}");
    refusedHeader("the header has the keys [descr, shape]; they must be", "{'descr': '<f8', 'shape': (1,)}");
    refusedHeader("the header has the keys [descr, fortran_order, more, shape]",
        "{'descr':'<f8','fortran_order':False,'shape':(1,),'more':'x'}");
    refusedHeader("the header has the key descr twice", "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}");
    refusedHeader("at position 0 there must be '{' but there is the end", "");
    refusedHeader("at position 63 there must be nothing more but there is 'x'",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}        x");
    refusedHeader("a string, True, False or a tuple of integers but there is", "{'descr: ");
    refusedHeader("'}' but there is the end", "{'descr': '<f8'");
    byte[] good = file("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", new byte[8]);
    for (int length = 0; length < good.length; length++) {
      var file = put(Arrays.copyOf(good, length));
      assertThrows(NpyException.class, () -> Npy.load(file), "cut after " + length + " bytes");
    }
    byte[] magic = good.clone();
    magic[0] = 'P';
    refusedBytes("it begins with the bytes 50 4e 55 4d 50 59; an .npy file begins with 93 4e 55 4d 50 59", magic);
    byte[] version = good.clone();
    version[6] = 4;
    refusedBytes("it has version 4.0; it must be 1.0, 2.0 or 3.0", version);
    byte[] length = good.clone();
    length[6] = 2;
    refusedBytes("follow; there must be at least as many, and at most 10000", length);
  }

  @Property(tries = 1000)
  void noChangeOfBytesDoesMoreThanBeRefused(@ForAll @IntRange(max = 135) int place, @ForAll byte value,
      @ForAll @IntRange(max = 140) int length) throws IOException {
    byte[] bytes = new NpyHeader(DType.float32, ByteOrder.LITTLE_ENDIAN, false, new long[] {1, 2}).bytes();
    byte[] changed = Arrays.copyOf(Arrays.copyOf(bytes, bytes.length + 8), length);
    if (place < changed.length) {
      changed[place] = value;
    }
    Path file = Files.createTempFile("orthant", ".npy");
    try {
      Files.write(file, changed);
      assertTrue(Npy.load(file).size() <= 8);
    } catch (NpyException e) {
      assertTrue(e.getMessage().startsWith("cannot read "), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFailedWriteLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("old.npy");
    Npy.save(file, Nd.arange(3));
    assertThrows(UncheckedIOException.class, () -> Npy.save(folder, Nd.arange(3)));
    assertThrows(UncheckedIOException.class, () -> Npy.save(folder.resolve("missing/new.npy"), Nd.arange(3)));
    assertThrows(UncheckedIOException.class, () -> Npy.load(folder.resolve("missing.npy")));
    assertArrayEquals(new long[] {0, 1, 2}, Npy.load(file).toLongArray());
    Npy.save(file, Nd.arange(2));
    assertArrayEquals(new long[] {0, 1}, Npy.load(file).toLongArray());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    assertFalse(Files.isDirectory(file));
  }

  private Path put(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("bytes.npy"), bytes);
  }

  private static byte[] file(String header, byte[] elements) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length).put(text).put(elements).array();
  }
}
