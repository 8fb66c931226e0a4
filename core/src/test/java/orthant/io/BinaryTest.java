package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryTest {
  private static final ByteOrder FOREIGN =
      ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;

  @TempDir Path folder;

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Test
  void rawFiles() throws IOException {
    Path file = folder.resolve("raw.bin");
    for (var dtype : DType.values()) {
      var a = Nd.arange(24).reshape(2, 3, 4).astype(dtype);
      for (var view : new NDArray[] {a, a.T(), a.flip(), a.get("0, 1:, ::2"), a.get("0, 0, 0"), Nd.zeros(dtype, 0)}) {
        view.tofile(file);
        assertArrayEquals(Files.readAllBytes(file), view.tobytes());
        assertArrayEquals(view.tobytes(), Nd.fromfile(file, dtype).tobytes());
        assertArrayEquals(view.tobytes(), Nd.frombuffer(view.tobytes(), dtype).tobytes());
      }
    }
    Nd.arange(10).tofile(file);
    assertEquals("[2 3 4]", Nd.fromfile(file, DType.int64, 3, 16).toString());
    assertEquals("[8 9]", Nd.fromfile(file, DType.int64, -1, 64).toString());
    // The rest of an element is ignored.
    assertEquals(9, Nd.fromfile(file, DType.int64, -1, 4).size());
    assertEquals(0, Nd.fromfile(file, DType.int64, -1, 80).size());
    assertThrows(NpyException.class, () -> Nd.fromfile(file, DType.int64, 3, 64));
    assertThrows(NpyException.class, () -> Nd.fromfile(file, DType.int64, -1, 81));
    assertThrows(NpyException.class, () -> Nd.fromfile(file, DType.int64, Long.MAX_VALUE, 0));
    assertThrows(IllegalArgumentException.class, () -> Nd.fromfile(file, DType.int64, 1, -1));
    assertThrows(UncheckedIOException.class, () -> Nd.fromfile(folder.resolve("missing"), DType.int64));
    assertEquals(Long.reverseBytes(9), Binary.load(file, DType.int64, 1, 72, FOREIGN).getLong(0));
    assertEquals(Integer.reverseBytes(1), Binary.load(file, DType.int32, 1, 8, FOREIGN).getLong(0));
  }

  @Test
  void directBuffersAreShared() {
    var bytes = direct(40);
    bytes.asLongBuffer().put(new long[] {0, 1, 2, 3, 4});
    var a = Nd.frombuffer(bytes, DType.int64);
    a.setLong(9, 1);
    assertEquals(9, bytes.getLong(8));
    assertEquals("[2 3]", Nd.frombuffer(bytes, DType.int64, 2, 16).toString());
    bytes.position(8).limit(32);
    assertEquals("[9 2 3]", Nd.frombuffer(bytes, DType.int64).toString());
    assertEquals(8, bytes.position());
    var fixed = Nd.frombuffer(bytes.asReadOnlyBuffer().order(ByteOrder.nativeOrder()), DType.int64);
    assertTrue(fixed.isReadOnly());
    // Not aligned: a copy.
    bytes.position(1).limit(9);
    var copy = Nd.frombuffer(bytes, DType.int64);
    copy.setLong(-1, 0);
    assertEquals(9, bytes.clear().order(ByteOrder.nativeOrder()).getLong(8));
    assertFalse(copy.isReadOnly());
  }

  @Test
  void theOrderOfABufferCounts() {
    var bytes = ByteBuffer.allocateDirect(16).order(FOREIGN).putDouble(1.5).putDouble(-2).flip();
    assertEquals("[ 1.5 -2. ]", Nd.frombuffer(bytes, DType.float64).toString());
    assertEquals("[ 1.5 -2. ]", Nd.asarray(bytes.asDoubleBuffer()).toString());
    var heap = ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2).flip();
    assertEquals("[ 1.5 -2. ]", Nd.frombuffer(heap, DType.float64).toString());
    assertThrows(IllegalArgumentException.class, () -> Nd.frombuffer(heap, DType.float64, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> Nd.frombuffer(heap, DType.float64, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> Nd.frombuffer(heap, DType.float64, 0, 17));
    assertThrows(IllegalArgumentException.class, () -> Nd.frombuffer(heap, DType.float64, -1, 4));
    assertThrows(IllegalArgumentException.class, () -> Nd.frombuffer(heap, DType.float64, Long.MAX_VALUE, 0));
    assertArrayEquals(new boolean[] {true, false}, Nd.frombuffer(new byte[] {-3, 0}, DType.bool).toBooleanArray());
  }

  @Test
  void typedBuffers() {
    assertEquals(DType.float64, Nd.asarray(DoubleBuffer.wrap(new double[] {1, 2})).dtype());
    assertEquals(DType.float32, Nd.asarray(FloatBuffer.wrap(new float[] {1, 2})).dtype());
    assertEquals("[2 3]", Nd.asarray(LongBuffer.wrap(new long[] {1, 2, 3}).position(1)).toString());
    assertEquals("[1 2]", Nd.asarray(IntBuffer.wrap(new int[] {1, 2, 3}).limit(2)).toString());
    var shared = direct(16).asIntBuffer().put(new int[] {1, 2, 3, 4}).flip();
    Nd.asarray(shared).assign(7);
    assertEquals(7, shared.get(3));
    double[] values = {1, 2};
    Nd.asarray(DoubleBuffer.wrap(values)).assign(7);
    assertEquals(1, values[0]);
    assertEquals(DType.int8, Nd.asarray(ByteBuffer.wrap(new byte[] {1, -2})).dtype());
    assertEquals("[ 1 -2]", Nd.asarray(ByteBuffer.wrap(new byte[] {1, -2})).toString());
    assertEquals("[ 1 -2]", Nd.asarray(ShortBuffer.wrap(new short[] {1, -2})).toString());
    assertEquals("[65535]", Nd.asarray(CharBuffer.wrap(new char[] {0xffff})).toString());
  }

  @Test
  void segments() {
    NDArray a;
    try (var arena = Arena.ofConfined()) {
      var segment = arena.allocate(32, 8);
      a = Nd.frombuffer(segment, DType.float64, 2, 8);
      a.assign(3);
      assertEquals(3, segment.get(ValueLayout.JAVA_DOUBLE, 16));
      assertEquals(0, segment.get(ValueLayout.JAVA_DOUBLE, 24));
    }
    assertThrows(IllegalStateException.class, a::sum);
    assertEquals("[1 2]", Nd.frombuffer(MemorySegment.ofArray(new long[] {0, 1, 2}), DType.int64, -1, 8).toString());
    // The other way: the array's own bytes as a buffer.
    var b = Nd.arange(4);
    b.segment().asByteBuffer().order(ByteOrder.nativeOrder()).putLong(8, 5);
    assertEquals("[0 5 2 3]", b.toString());
  }

  @Test
  void streams() {
    assertEquals("[0. 0.5 1. ]", Nd.array(IntStream.range(0, 3).mapToDouble(i -> i / 2.0)).toString().replaceAll(" +", " "));
    assertEquals(DType.int64, Nd.array(LongStream.range(0, 3)).dtype());
    assertEquals(DType.int32, Nd.array(IntStream.range(0, 3)).dtype());
    assertEquals(0, Nd.array(DoubleStream.empty()).size());
    var a = Nd.arange(30_000).reshape(100, 300);
    for (var view : new NDArray[] {a, a.T(), a.flip(), a.get("3, ::2"), a.get("0, 0"), a.get("0:0")}) {
      assertArrayEquals(view.toLongArray(), view.longStream().toArray());
      assertArrayEquals(view.toDoubleArray(), view.doubleStream().toArray());
      assertArrayEquals(view.toIntArray(), view.intStream().toArray());
    }
    assertEquals(a.sum().getLong(), a.longStream().parallel().sum());
    assertEquals(3, a.doubleStream().filter(d -> d > 2).findFirst().orElseThrow());
  }

  @Test
  void nestedJavaArrays() {
    var a = Nd.arange(6).reshape(2, 3);
    assertArrayEquals(new double[][] {{0, 1, 2}, {3, 4, 5}}, a.toArray(double[][].class));
    assertArrayEquals(new int[][] {{0, 3}, {1, 4}, {2, 5}}, a.T().toArray(int[][].class));
    assertArrayEquals(new long[] {1, 4}, a.get(":, 1").toArray(long[].class));
    assertArrayEquals(new float[][][] {{{5, 4, 3}, {2, 1, 0}}}, a.flip().expandDims(0).toArray(float[][][].class));
    assertArrayEquals(new short[][] {{0, 1, 2}, {3, 4, 5}}, a.toArray(short[][].class));
    assertArrayEquals(new byte[][] {{0, 1, 2}, {3, 4, 5}}, a.toArray(byte[][].class));
    assertArrayEquals(new boolean[][] {{false, true, true}, {true, true, true}}, a.toArray(boolean[][].class));
    assertArrayEquals(new double[][] {{}, {}}, Nd.zeros(2, 0).toArray(double[][].class));
    assertArrayEquals(new double[0][], Nd.zeros(0, 2).toArray(double[][].class));
    double[][][] cube = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    assertTrue(Arrays.deepEquals(cube, Nd.array(cube).toArray(double[][][].class)));
    assertThrows(IllegalArgumentException.class, () -> a.toArray(double[].class));
    assertThrows(IllegalArgumentException.class, () -> a.toArray(String[][].class));
    assertThrows(IllegalArgumentException.class, () -> Nd.scalar(DType.int64, 3).toArray(Double.class));
  }
}
