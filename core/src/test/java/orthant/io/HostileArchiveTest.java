package orthant.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker may send: each is a typed exception in under a second, with memory for the file's size and 64 MB more. */
class HostileArchiveTest {
  @TempDir Path folder;

  private static byte[] archive(boolean deflate, Map<String, NDArray> arrays) {
    var out = new ByteArrayOutputStream();
    Npz.write(out, arrays, deflate);
    return out.toByteArray();
  }

  private static byte[] archive(boolean deflate, String... names) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String name : names) {
      arrays.put(name, Nd.arange(10));
    }
    return archive(deflate, arrays);
  }

  /** Replaces text by text of the same length, everywhere. */
  private static byte[] replace(byte[] bytes, String old, String fresh) {
    return new String(bytes, StandardCharsets.ISO_8859_1).replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where the directory has its nth entry. */
  private static int directory(byte[] bytes, int nth) {
    var little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = little.getInt(bytes.length - 6);
    for (int i = 0; i < nth; i++) {
      at += ZipReader.DIRECTORY_BYTES + little.getShort(at + 28) + little.getShort(at + 30);
    }
    return at;
  }

  private static byte[] change(byte[] bytes, Consumer<ByteBuffer> change) {
    byte[] changed = bytes.clone();
    change.accept(ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN));
    return changed;
  }

  private void refused(String message, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("hostile.npz"), bytes);
    long used = Memory.used();
    long start = System.nanoTime();
    var e = assertThrows(NpyException.class, () -> readAll(file), message);
    long nanos = System.nanoTime() - start;
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(nanos < 1_000_000_000L, nanos + " ns");
    assertTrue(Memory.used() - used <= bytes.length + (64L << 20), "used " + (Memory.used() - used));
    assertThrows(NpyException.class, () -> Npz.read(new ByteArrayInputStream(bytes)).toMap());
  }

  private static void readAll(Path file) {
    try (var npz = Npz.open(file)) {
      npz.toMap();
    }
  }

  @Test
  void names() throws IOException {
    byte[] good = archive(false, "abcdef");
    refused("the name '/bcdef.npy' is absolute", replace(good, "abcdef", "/bcdef"));
    refused("the name '\\bcdef.npy' is absolute", replace(good, "abcdef", "\\bcdef"));
    refused("the name 'C:cdef.npy' is absolute", replace(good, "abcdef", "C:cdef"));
    refused("the name '../def.npy' leads upwards", replace(good, "abcdef", "../def"));
    refused("the name 'a/../f.npy' leads upwards", replace(good, "abcdef", "a/../f"));
    refused("the name 'ab\\..\\.npy' leads upwards", replace(good, "abcdef", "ab\\..\\"));
    refused("has a control character", replace(good, "abcdef", "abc\0ef"));
    refused("not UTF-8", replace(good, "abcdef", "abc\u00ffef"));
    refused("the name 'same' occurs twice", replace(archive(false, "same", "temp"), "temp", "same"));
  }

  @Test
  void methodsAndFlags() throws IOException {
    byte[] good = archive(true, "a");
    int at = directory(good, 0);
    refused("a.npy is encrypted", change(good, b -> b.putShort(at + 8, (short) 1)));
    refused("a.npy is encrypted", change(good, b -> b.putShort(at + 8, (short) (1 << 6))));
    refused("a.npy is packed with method 12", change(good, b -> b.putShort(at + 10, (short) 12)));
    refused("does not agree with the directory", change(good, b -> b.putShort(8, (short) 0)));
    refused("does not agree with the directory", change(good, b -> b.putInt(0, 0)));
    refused("does not agree with the directory", change(good, b -> b.put(30, (byte) 'b')));
    refused("does not agree with the directory", change(good, b -> b.putShort(28, (short) 60000)));
  }

  @Test
  void sizes() throws IOException {
    byte[] good = archive(true, "a", "b");
    int at = directory(good, 1);
    var little = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    int size = little.getInt(at + 24);
    int packed = little.getInt(at + 20);
    refused("the header claims 80 bytes, but 81 follow", change(good, b -> b.putInt(at + 24, size + 1)));
    refused("the header claims shape (10,) of int64, which is 80 bytes, but 79 follow", change(good, b -> b.putInt(at + 24, size - 1)));
    refused("it can be at most 1032 times as many", change(good, b -> b.putInt(at + 24, 2_000_000_000)));
    refused("b.npy claims to have 100000 bytes after byte", change(good, b -> b.putInt(at + 20, 100_000)));
    refused("b.npy has no sizes of the zip64 form", change(good, b -> b.putInt(at + 24, -1)));
    refused("b.npy claims to take more bytes", change(good, b -> b.putInt(at + 20, packed + 1)));
    refused("claims to have " + size, change(good, b -> b.putInt(at + 20, packed - 9)));
    refused("has the check sum", change(good, b -> b.putInt(at + 16, 1)));
    refused("claims to have", change(good, b -> b.putInt(at + 42, directory(good, 0) - 1)));
    // Two names for one file: the trick of the worst bombs.
    refused("but the next file or the directory begins at byte 0", change(good, b -> b.putInt(at + 42, 0)));
    byte[] stored = archive(false, "a");
    int one = directory(stored, 0);
    refused("but claims to have 7; they must be the same", change(stored, b -> b.putInt(one + 24, 7)));
    byte[] data = change(stored, b -> b.put(190, (byte) 99));
    refused("has the check sum", data);
  }

  @Test
  void bombs() throws IOException {
    // 400 MB of zeros in 400 KB.
    byte[] bomb = archive(true, Map.of("a", Nd.zeros(DType.int64, 50_000_000)));
    assertTrue(bomb.length < 1 << 20);
    refused("which may be a bomb", bomb);
    Path file = Files.write(folder.resolve("bomb.npz"), bomb);
    try (var npz = Npz.open(file, 1L << 30)) {
      assertEquals(50_000_000, npz.get("a").size());
    }
    // A header that claims more than the archive's directory does.
    byte[] header = new NpyHeader(DType.float64, ByteOrder.nativeOrder(), false, new long[] {1L << 40}).bytes();
    var out = new ByteArrayOutputStream();
    var zip = new ZipWriter(Channels.newChannel(out), null);
    zip.add("a.npy", true, channel -> Elements.writeAll(channel, ByteBuffer.wrap(Arrays.copyOf(header, 1 << 20))));
    zip.finish();
    refused("which is 8796093022208 bytes, but 1048448 follow", out.toByteArray());
  }

  @Test
  void directories() throws IOException {
    byte[] good = archive(false, "a", "b");
    int end = good.length - ZipReader.END_BYTES;
    for (int length = 0; length < good.length; length++) {
      Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(good, length));
      assertThrows(NpyException.class, () -> Npz.open(file), "cut after " + length);
    }
    refused("without a zip archive's directory", Arrays.copyOf(good, good.length + 1));
    refused("has 2 entries, but its end claims 3", change(good, b -> b.putShort(end + 10, (short) 3)));
    refused("it must end at byte", change(good, b -> b.putInt(end + 12, 5)));
    refused("it must end at byte", change(good, b -> b.putInt(end + 16, 5)));
    refused("it must end at byte", change(good, b -> b.putInt(end + 16, 2_000_000_000)));
    refused("of the zip64 form", change(good, b -> b.putInt(end + 16, -1)));
    refused("one part of several", change(good, b -> b.putShort(end + 4, (short) 1)));
    refused("the archive's directory is broken", change(good, b -> b.putInt(directory(good, 1), 0)));
    refused("cut short", change(good, b -> b.putShort(directory(good, 1) + 28, (short) 999)));
    // A directory of 9 MB is not read into memory.
    byte[] large = Arrays.copyOf(good, 10 << 20);
    System.arraycopy(good, end, large, large.length - ZipReader.END_BYTES, ZipReader.END_BYTES);
    refused("and have at most 8388608", change(large, b -> b.putInt(large.length - 10, large.length - ZipReader.END_BYTES - 1000)));
  }

  @Test
  void wideArchivesAreRead() throws IOException {
    byte[] good = archive(false, "a");
    int end = good.length - ZipReader.END_BYTES;
    int at = directory(good, 0);
    // The same archive with an end of the zip64 form.
    var wide = ByteBuffer.allocate(good.length + ZipReader.END64_BYTES + ZipReader.LOCATOR64_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    wide.put(good, 0, end).putInt(ZipReader.END64).putLong(44).putInt(0).putInt(0).putInt(0).putLong(1).putLong(1).putLong(end - at).putLong(at);
    wide.putInt(ZipReader.LOCATOR64).putInt(0).putLong(end).putInt(1).put(good, end, ZipReader.END_BYTES);
    int last = wide.capacity() - ZipReader.END_BYTES;
    wide.putShort(last + 8, (short) -1).putShort(last + 10, (short) -1).putInt(last + 12, -1).putInt(last + 16, -1);
    assertEquals(10, Npz.read(new ByteArrayInputStream(wide.array())).get("a").size());
    refused("of the zip64 form", change(wide.array(), b -> b.putLong(end + ZipReader.END64_BYTES + 8, Long.MAX_VALUE)));
    refused("of the zip64 form", change(wide.array(), b -> b.putLong(end + 4, Long.MAX_VALUE)));
    refused("it must end at byte", change(wide.array(), b -> b.putLong(end + 40, Long.MAX_VALUE)));
    refused("it must end at byte", change(wide.array(), b -> b.putLong(end + 48, -1)));
  }

  @Property(tries = 1000)
  void noChangeOfBytesDoesMoreThanBeRefused(@ForAll @IntRange(max = 600) int place, @ForAll byte value, @ForAll boolean deflate) {
    byte[] bytes = archive(deflate, "a", "b");
    bytes[place % bytes.length] = value;
    try {
      Npz.read(new ByteArrayInputStream(bytes)).toMap().values().forEach(a -> assertTrue(a.size() <= 10));
    } catch (NpyException e) {
      assertTrue(e.getMessage().startsWith("cannot read "), e.getMessage());
    }
  }
}
