package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import orthant.kernel.Access;
import orthant.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
  @TempDir Path folder;

  @Test
  void mappedArraysAreTheFilesOnes() {
    Path file = folder.resolve("a.npy");
    for (var dtype : DType.values()) {
      var a = Nd.arange(24).astype(dtype).reshape(2, 3, 4);
      for (var array : new NDArray[] {a, a.T(), a.get("0, 0, 0"), Nd.zeros(dtype, 0, 3)}) {
        Npy.save(file, array);
        for (var mode : MapMode.values()) {
          var mapped = Npy.map(file, mode);
          assertEquals(array.dtype(), mapped.dtype());
          assertArrayEquals(array.shape(), mapped.shape());
          assertArrayEquals(array.toDoubleArray(), mapped.toDoubleArray());
          assertEquals(mode == MapMode.READ_ONLY, mapped.isReadOnly());
          assertEquals(array.size() > 0, Access.door().storage(mapped).isMapped());
        }
      }
    }
  }

  @Test
  void modesDifferInWhatWritesDo() {
    Path file = folder.resolve("a.npy");
    Nd.save(file, Nd.arange(5));
    var fixed = Npy.map(file, MapMode.READ_ONLY);
    assertThrows(UnsupportedOperationException.class, () -> fixed.set(1, 0));
    var own = Npy.map(file, MapMode.COPY_ON_WRITE);
    own.assign(-1);
    Nd.flush(own);
    assertEquals("[-1 -1 -1 -1 -1]", own.toString());
    assertEquals("[0 1 2 3 4]", Nd.load(file).toString());
    var shared = Npy.map(file, MapMode.READ_WRITE);
    shared.get("1::2").assign(9);
    Nd.flush(shared.get("::2"));
    assertEquals("[0 9 2 9 4]", Nd.load(file).toString());
    assertEquals("[0 9 2 9 4]", fixed.toString());
    assertThrows(IllegalArgumentException.class, () -> Nd.flush(Nd.arange(3)));
  }

  @Test
  void filesAreMadeByMapping() throws IOException {
    Path file = folder.resolve("new.npy");
    var a = Npy.create(file, DType.float64, 3, 4);
    a.assign(Nd.arange(12.0).reshape(3, 4));
    Nd.flush(a);
    assertEquals(128 + 96, Files.size(file));
    Path saved = folder.resolve("saved.npy");
    Nd.save(saved, a);
    assertArrayEquals(Files.readAllBytes(saved), Files.readAllBytes(file));
    // The older mapping goes on over the older file.
    var b = Npy.create(file, DType.int64, 2);
    assertEquals("[0 0]", b.toString());
    assertEquals(11, a.getDouble(2, 3));
    assertEquals(0, Npy.create(file, DType.int64, 0, 7).size());
    assertThrows(UncheckedIOException.class, () -> Npy.create(folder.resolve("missing/a.npy"), DType.int64, 2));
    assertThrows(IllegalArgumentException.class, () -> Npy.create(file, DType.int64, -2));
    assertArrayEquals(new long[] {0, 7}, Npy.load(file).shape());
  }

  @Test
  void aGigabyteIsMappedWithoutMemory() {
    Path file = folder.resolve("large.npy");
    long before = Memory.used();
    var a = Npy.create(file, DType.int64, 1L << 27);
    a.setLong(7, -1);
    assertEquals(7, Npy.map(file, MapMode.READ_ONLY).get("-3:").sum().getLong());
    assertTrue(Memory.used() - before < 1 << 20);
  }

  @Test
  void rawFilesAreMapped() throws IOException {
    Path file = folder.resolve("raw.bin");
    var bytes = ByteBuffer.allocate(40).order(ByteOrder.nativeOrder());
    for (long i = 0; i < 5; i++) {
      bytes.putLong(i * 10);
    }
    Files.write(file, bytes.array());
    assertEquals("[[10 20] [30 40]]", Nd.memmap(file, MapMode.READ_ONLY, DType.int64, 8, 2, 2).toString().replaceAll("\\s+", " "));
    var a = Nd.memmap(file, MapMode.READ_WRITE, DType.int64, 0, 5);
    a.setLong(99, 2);
    assertEquals(99, Nd.fromfile(file, DType.int64).getLong(2));
    refused("but after offset 8 there are 32", () -> Nd.memmap(file, MapMode.READ_WRITE, DType.int64, 8, 5));
    refused("but after offset 80 there are 0", () -> Nd.memmap(file, MapMode.READ_WRITE, DType.int64, 80, 1));
    refused("after offset -8", () -> Nd.memmap(file, MapMode.READ_WRITE, DType.int64, -8, 1));
    refused("must begin at a multiple of 8", () -> Nd.memmap(file, MapMode.READ_WRITE, DType.int64, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> Nd.memmap(file, MapMode.READ_WRITE, DType.int64, 0, 1L << 62, 8));
    assertEquals(40, Files.size(file));
  }

  private static void refused(String message, Executable code) {
    var e = assertThrows(NpyException.class, code);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void whatCannotBeMappedIsRefused() throws IOException {
    Path file = folder.resolve("a.npy");
    var foreign = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] header = new NpyHeader(DType.int32, foreign, false, new long[] {2}).bytes();
    Files.write(file, Arrays.copyOf(header, header.length + 8));
    refused("only native ones", () -> Npy.map(file, MapMode.READ_ONLY));
    byte[] good = new NpyHeader(DType.int32, ByteOrder.nativeOrder(), false, new long[] {1L << 40}).bytes();
    Files.write(file, Arrays.copyOf(good, good.length + 8));
    for (var mode : MapMode.values()) {
      refused("but 8 follow", () -> Npy.map(file, mode));
    }
    assertEquals(good.length + 8, Files.size(file));
    byte[] odd = new String(good, StandardCharsets.ISO_8859_1).replace("1099511627776,), } ", "1,), }")
        .getBytes(StandardCharsets.ISO_8859_1);
    odd[8] = (byte) (odd.length - 10);
    Files.write(file, Arrays.copyOf(odd, odd.length + 8));
    assertEquals("[0]", Npy.load(file).toString());
    refused("must begin at a multiple of 4", () -> Npy.map(file, MapMode.READ_ONLY));
    Files.write(file, new byte[3]);
    refused("it ends after 3 of 8 bytes", () -> Npy.map(file, MapMode.READ_ONLY));
    assertThrows(UncheckedIOException.class, () -> Npy.map(folder.resolve("missing.npy"), MapMode.READ_ONLY));
  }

  @Test
  void mappedArraysOutliveScopes() {
    Path file = folder.resolve("a.npy");
    Nd.save(file, Nd.arange(5));
    NDArray a;
    try (var _ = Scope.open()) {
      a = Npy.map(file, MapMode.READ_ONLY);
    }
    assertEquals(10, a.sum().getLong());
  }

  @Test
  void aFileCutShortIsAnErrorThatCanBeCaught() throws IOException {
    Path file = folder.resolve("cut.npy");
    var a = Npy.create(file, DType.float64, 1 << 16);
    a.assign(1);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(4096);
    }
    assertEquals(1, a.getDouble(0));
    assertThrows(InternalError.class, () -> a.getDouble(60_000));
    assertThrows(InternalError.class, () -> a.set(2, 60_000));
    assertThrows(InternalError.class, a::sum);
    assertThrows(InternalError.class, a::copy);
    assertThrows(InternalError.class, () -> a.add(a));
    assertThrows(InternalError.class, a::toDoubleArray);
    assertThrows(InternalError.class, () -> a.matmul(a));
    assertThrows(InternalError.class, () -> Nd.arange(1 << 16).get("::-1").add(a));
  }
}
