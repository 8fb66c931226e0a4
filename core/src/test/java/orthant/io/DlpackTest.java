package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays that native code is given. */
class DlpackTest {
  @TempDir Path folder;

  /** What a C program with dlpack.h would see. */
  private static MemorySegment tensor(long address, int bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  /** As C calls it. */
  private static void delete(long deleter, long tensor) {
    try {
      Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(deleter), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))
          .invoke(MemorySegment.ofAddress(tensor));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitGiven(int count) throws InterruptedException {
    for (int i = 0; i < 200 && Dlpack.given() != count; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(count, Dlpack.given());
  }

  private static void same(NDArray view, NDArray back) {
    assertEquals(view.dtype(), back.dtype());
    assertArrayEquals(view.shape(), back.shape());
    assertArrayEquals(view.strides(), back.strides());
    assertArrayEquals(view.toDoubleArray(), back.toDoubleArray());
    assertEquals(view.isReadOnly(), back.isReadOnly());
    assertEquals(view.size() > 0, Nd.sharesMemory(view, back));
  }

  @Test
  void thereAndBackSharesMemory() throws InterruptedException {
    awaitGiven(0);
    for (var dtype : DType.values()) {
      var a = Nd.arange(24).reshape(2, 3, 4).astype(dtype);
      for (var view : new NDArray[] {a, a.T(), a.flip(), a.get("1:, 1:, 1:"), a.get("1, ::2, 1"), a.get("::-1, 1, ::-2"), a.get("0, 0, 0"),
          a.get("0:0"), Nd.zeros(dtype, 0), Nd.ones(dtype), Nd.ones(dtype, 1, 1)}) {
        same(view, Nd.fromDlpack(view.toDlpack()));
        same(view.asReadOnly(), Nd.fromDlpackVersioned(view.asReadOnly().toDlpackVersioned()));
        var b = Nd.fromDlpackVersioned(view.toDlpackVersioned());
        same(view, b);
        b.assign(1);
        assertTrue(view.equal(1).all().getBoolean());
      }
      var repeated = a.get("0").broadcastTo(5, 3, 4);
      same(repeated, Nd.fromDlpackVersioned(repeated.toDlpackVersioned()));
    }
    awaitGiven(0);
  }

  /** Small arrays lie at multiples of 8 bytes, also complex ones of 16. */
  @Test
  void complexNumbersLieWhereTheirPartsMay() {
    for (int i = 0; i < 8; i++) {
      Nd.zeros(DType.float64, 1);
      var one = Nd.ones(DType.complex128, 1);
      same(one, Nd.fromDlpack(one.toDlpack()));
    }
    var x = Nd.arange(5.0).get("1:").view(DType.complex128);
    same(x, Nd.fromDlpackVersioned(x.toDlpackVersioned()));
  }

  @Test
  void theStructuresAreThoseOfTheHeader() throws InterruptedException {
    awaitGiven(0);
    var a = Nd.arange(6).astype(DType.float32).reshape(2, 3).T();
    var old = tensor(a.toDlpack(), 64);
    check(old, 0);
    var versioned = tensor(a.toDlpackVersioned(), 80);
    check(versioned, 32);
    assertEquals(1, versioned.get(ValueLayout.JAVA_INT, 0));
    assertEquals(0, versioned.get(ValueLayout.JAVA_LONG, 24));
    var readOnly = tensor(a.asReadOnly().toDlpackVersioned(), 80);
    assertEquals(1, readOnly.get(ValueLayout.JAVA_LONG, 24));
    assertEquals(3, Dlpack.given());
    delete(old.get(ValueLayout.JAVA_LONG, 56), old.address());
    assertEquals(2, Dlpack.given());
    delete(versioned.get(ValueLayout.JAVA_LONG, 16), versioned.address());
    delete(readOnly.get(ValueLayout.JAVA_LONG, 16), readOnly.address());
    assertEquals(0, Dlpack.given());
  }

  private static void check(MemorySegment t, int at) {
    assertEquals(1, t.get(ValueLayout.JAVA_INT, at + 8));
    assertEquals(0, t.get(ValueLayout.JAVA_INT, at + 12));
    assertEquals(2, t.get(ValueLayout.JAVA_INT, at + 16));
    assertEquals(2, t.get(ValueLayout.JAVA_BYTE, at + 20));
    assertEquals(32, t.get(ValueLayout.JAVA_BYTE, at + 21));
    assertEquals(1, t.get(ValueLayout.JAVA_SHORT, at + 22));
    var shape = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, at + 24)).reinterpret(16);
    assertArrayEquals(new long[] {3, 2}, shape.toArray(ValueLayout.JAVA_LONG));
    var strides = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, at + 32)).reinterpret(16);
    assertArrayEquals(new long[] {1, 3}, strides.toArray(ValueLayout.JAVA_LONG));
    assertEquals(0, t.get(ValueLayout.JAVA_LONG, at + 40));
    var data = MemorySegment.ofAddress(t.get(ValueLayout.JAVA_LONG, at)).reinterpret(24);
    assertEquals(4, data.get(ValueLayout.JAVA_FLOAT, 16));
  }

  @Test
  void whatIsGivenOutlivesItsScope() throws InterruptedException {
    awaitGiven(0);
    NDArray b;
    NDArray c;
    try (var _ = Scope.open()) {
      var a = Nd.arange(100_000);
      b = Nd.fromDlpack(a.toDlpack());
      c = Nd.fromDlpackVersioned(a.toDlpackVersioned());
    }
    Nd.zeros(DType.int64, 100_000);
    assertEquals(99_999L * 50_000, b.sum().getLong());
    b = null;
    awaitGiven(1);
    Nd.zeros(DType.int64, 100_000);
    assertEquals(99_999L * 50_000, c.sum().getLong());
    c = null;
    awaitGiven(0);
  }

  /** Many threads delete the same tensor, which they must not, and one that is none: the first counts, nothing else happens. */
  @Test
  void theFirstCallOfADeleterCounts() throws InterruptedException {
    awaitGiven(0);
    try (var _ = Scope.open()) {
      var a = Nd.arange(10);
      var kept = tensor(a.toDlpackVersioned(), 80);
      long deleter = kept.get(ValueLayout.JAVA_LONG, 16);
      long tensor = a.toDlpackVersioned();
      var start = new CountDownLatch(1);
      var threads = new Thread[8];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = Thread.ofPlatform().start(() -> {
          try {
            assertTrue(start.await(10, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          delete(deleter, tensor);
        });
      }
      start.countDown();
      for (var thread : threads) {
        thread.join();
      }
      delete(deleter, 8);
      assertEquals(1, Dlpack.given());
      assertEquals(45, a.sum().getLong());
      delete(deleter, kept.address());
      assertEquals(0, Dlpack.given());
    }
  }

  @Test
  void whatCannotBeGiven() {
    int before = Dlpack.given();
    assertThrows(IllegalArgumentException.class, () -> Nd.arange(3).broadcastTo(2, 3).toDlpack());
    var mapped = Npy.create(folder.resolve("a.npy"), DType.int64, 3);
    assertThrows(IllegalArgumentException.class, mapped::toDlpack);
    assertThrows(IllegalArgumentException.class, mapped::toDlpackVersioned);
    var between = Nd.asStrided(Nd.arange(DType.int64, 4), new long[] {2}, new long[] {12});
    assertTrue(assertThrows(IllegalArgumentException.class, between::toDlpackVersioned).getMessage().contains("stride of 12 bytes"));
    NDArray late;
    try (var _ = Scope.open()) {
      late = Nd.arange(3);
    }
    assertThrows(IllegalStateException.class, late::toDlpackVersioned);
    assertEquals(before, Dlpack.given());
    assertFalse(mapped.isReadOnly());
  }
}
