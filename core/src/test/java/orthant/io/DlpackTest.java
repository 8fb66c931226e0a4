package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DlpackTest {
  @TempDir Path folder;

  /** What a C program with dlpack.h would see. */
  private static MemorySegment tensor(long address) {
    return MemorySegment.ofAddress(address).reinterpret(64);
  }

  private static void awaitGiven(int count) throws InterruptedException {
    for (int i = 0; i < 200 && Dlpack.given() != count; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(count, Dlpack.given());
  }

  @Test
  void thereAndBackSharesMemory() throws InterruptedException {
    awaitGiven(0);
    for (var dtype : DType.values()) {
      var a = Nd.arange(24).reshape(2, 3, 4).astype(dtype);
      for (var view : new NDArray[] {a, a.T(), a.flip(), a.get("1, ::2, 1"), a.get("0, 0, 0"), a.get("0:0")}) {
        var b = Nd.fromDlpack(view.toDlpack());
        assertEquals(dtype, b.dtype());
        assertArrayEquals(view.shape(), b.shape());
        assertArrayEquals(view.strides(), b.strides());
        assertArrayEquals(view.toDoubleArray(), b.toDoubleArray());
        b.assign(1);
        assertTrue(view.equal(1).all().getBoolean());
      }
    }
    awaitGiven(0);
  }

  @Test
  void theStructureIsTheOneOfTheHeader() throws Throwable {
    awaitGiven(0);
    var a = Nd.arange(6).astype(DType.float32).reshape(2, 3).T();
    var t = tensor(a.toDlpack());
    assertEquals(1, t.get(ValueLayout.JAVA_INT, 8));
    assertEquals(2, t.get(ValueLayout.JAVA_INT, 16));
    assertEquals(2, t.get(ValueLayout.JAVA_BYTE, 20));
    assertEquals(32, t.get(ValueLayout.JAVA_BYTE, 21));
    assertEquals(1, t.get(ValueLayout.JAVA_SHORT, 22));
    var shape = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, 24)).reinterpret(16);
    assertArrayEquals(new long[] {3, 2}, shape.toArray(ValueLayout.JAVA_LONG));
    var strides = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, 32)).reinterpret(16);
    assertArrayEquals(new long[] {1, 3}, strides.toArray(ValueLayout.JAVA_LONG));
    var data = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, 0)).reinterpret(24);
    assertEquals(4, data.get(ValueLayout.JAVA_FLOAT, 16));
    // As C calls it.
    var linker = Linker.nativeLinker();
    var deleter = linker.downcallHandle(MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, 56)),
        FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    deleter.invoke(MemorySegment.ofAddress(t.address()));
    assertEquals(0, Dlpack.given());
  }

  @Test
  void foreignTensors() {
    try (var arena = Arena.ofConfined()) {
      var data = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 2, 3, 4, 5, 6);
      var t = arena.allocate(64, 8);
      t.set(ValueLayout.JAVA_LONG, 0, data.address());
      t.set(ValueLayout.JAVA_INT, 8, 1);
      t.set(ValueLayout.JAVA_INT, 16, 2);
      t.set(ValueLayout.JAVA_BYTE, 21, (byte) 32);
      t.set(ValueLayout.JAVA_SHORT, 22, (short) 1);
      t.set(ValueLayout.JAVA_LONG, 24, arena.allocateFrom(ValueLayout.JAVA_LONG, 1, 2).address());
      t.set(ValueLayout.JAVA_LONG, 40, 4);
      assertEquals("[[2 3]]", Nd.fromDlpack(t.address()).toString());
      t.set(ValueLayout.JAVA_LONG, 32, arena.allocateFrom(ValueLayout.JAVA_LONG, 0, 2).address());
      assertEquals("[[2 4]]", Nd.fromDlpack(t.address()).toString());
      t.set(ValueLayout.JAVA_LONG, 32, arena.allocateFrom(ValueLayout.JAVA_LONG, 0, Long.MAX_VALUE / 2).address());
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      t.set(ValueLayout.JAVA_LONG, 32, 0);
      t.set(ValueLayout.JAVA_LONG, 40, 2);
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      t.set(ValueLayout.JAVA_LONG, 40, 0);
      t.set(ValueLayout.JAVA_SHORT, 22, (short) 4);
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      t.set(ValueLayout.JAVA_SHORT, 22, (short) 1);
      t.set(ValueLayout.JAVA_BYTE, 20, (byte) 4);
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      t.set(ValueLayout.JAVA_BYTE, 20, (byte) 0);
      t.set(ValueLayout.JAVA_INT, 8, 2);
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      t.set(ValueLayout.JAVA_INT, 8, 1);
      t.set(ValueLayout.JAVA_INT, 16, 65);
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(t.address()));
      assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(0));
    }
  }

  @Test
  void whatIsGivenOutlivesItsScope() throws InterruptedException {
    awaitGiven(0);
    NDArray b;
    try (var _ = Scope.open()) {
      b = Nd.fromDlpack(Nd.arange(100_000).toDlpack());
    }
    Nd.zeros(DType.int64, 100_000);
    assertEquals(99_999L * 50_000, b.sum().getLong());
    b = null;
    awaitGiven(0);
  }

  @Test
  void whatCannotBeGiven() {
    int before = Dlpack.given();
    assertThrows(IllegalArgumentException.class, () -> Nd.arange(3).broadcastTo(2, 3).toDlpack());
    var mapped = Npy.create(folder.resolve("a.npy"), DType.int64, 3);
    assertThrows(IllegalArgumentException.class, mapped::toDlpack);
    assertEquals(before, Dlpack.given());
  }
}
