package orthant;

import static orthant.DType.float64;
import static orthant.DType.int32;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import orthant.kernel.Access;
import orthant.memory.Memory;
import orthant.memory.Storage;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final int LARGE = 1 << 18;
  private static final List<Consumer<NDArray>> USES =
      List.of(
          a -> a.getDouble(0),
          a -> a.getLong(0),
          a -> a.set(1.0, 0),
          a -> a.setLong(1, 0),
          a -> a.assign(1.0),
          a -> a.add(1.0),
          a -> a.add(a),
          a -> a.sum(),
          a -> a.copy(),
          a -> a.astype(int32),
          a -> a.segment(),
          a -> a.toDoubleArray(),
          a -> Nd.zeros(a.size()).assign(a),
          a -> a.toString(),
          a -> a.get("1:").toString());

  private static Storage storage(NDArray a) {
    return Access.door().storage(a);
  }

  private static void assertReleased(NDArray a) {
    assertFalse(storage(a).isAlive());
    for (var use : USES) {
      var e = assertThrows(IllegalStateException.class, () -> use.accept(a));
      assertTrue(e.getMessage().contains("released when its Scope closed") && e.getMessage().contains("keep("), e.getMessage());
    }
  }

  private static Throwable inThread(Runnable task) {
    var thrown = new AtomicReference<Throwable>();
    var thread = new Thread(() -> {
      try {
        task.run();
      } catch (Throwable e) {
        thrown.set(e);
      }
    });
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return thrown.get();
  }

  @Test
  void useAfterCloseIsRefused() {
    var ended = new ArrayList<NDArray>();
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      for (long n : new long[] {2, 1000, LARGE}) {
        var a = Nd.zeros(float64, n);
        ended.add(a);
        ended.add(a.get("::-1"));
        ended.add(a.reshape(2, -1).transpose().reshape(n));
        assertEquals(n, a.add(1).sum().getDouble());
      }
    }
    ended.forEach(ScopeTest::assertReleased);
  }

  @Test
  void arraysFromOutsideAndAfterwardsAreUntouched() {
    var before = Nd.arange(5);
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      assertEquals(10, before.sum().getLong());
      before.set(7.0, 0);
    }
    assertArrayEquals(new long[] {7, 1, 2, 3, 4}, before.toLongArray());
    assertEquals(17, before.add(0).sum().getLong());
  }

  @Test
  void memoryComesBackAtOnce() {
    long used = Memory.used();
    for (int i = 0; i < 50; i++) {
      try (var scope = Scope.open()) {
        assertNotNull(scope);
        for (int j = 0; j < 10; j++) {
          Nd.empty(float64, LARGE).set(1.0, 0);
          Nd.empty(float64, 10).set(1.0, 0);
        }
      }
    }
    assertTrue(Memory.used() < used + (64 << 20), "500 arrays of 2 MB left " + (Memory.used() - used) + " bytes behind");
  }

  @Test
  void innermostScopeOwns() {
    NDArray middle;
    try (var outer = Scope.open()) {
      assertNotNull(outer);
      var first = Nd.ones(3);
      try (var inner = Scope.open()) {
        assertNotNull(inner);
        middle = Nd.ones(3);
      }
      assertReleased(middle);
      assertEquals(3, first.sum().getDouble());
      assertEquals(3, Nd.ones(3).sum().getDouble());
    }
  }

  @Test
  void keptArraysOutliveTheScope() {
    for (long n : new long[] {0, 1, 100, 10_000, LARGE}) {
      NDArray kept;
      NDArray reversed;
      NDArray part;
      NDArray original;
      try (var scope = Scope.open()) {
        original = Nd.arange(n);
        reversed = scope.keep(Nd.arange(n).get("::-1"));
        part = scope.keep(original.get(":1"));
        kept = scope.keep(original);
        assertNotSame(original, kept);
        assertEquals(original.toString(), kept.toString());
      }
      try (var scope = Scope.open()) {
        // Would take the place of what was released.
        assertNotNull(scope);
        Nd.full(float64, -1.0, n).add(Nd.full(float64, -1.0, n));
      }
      assertFalse(storage(original).isAlive());
      for (long i = 0; i < n; i += 1 + n / 97) {
        assertEquals(i, kept.getLong(i));
        assertEquals(n - 1 - i, reversed.getLong(i));
      }
      assertEquals(Math.min(n, 1), part.size());
    }
  }

  @Test
  void largeArraysAreKeptWithoutCopying() {
    try (var outer = Scope.open()) {
      assertNotNull(outer);
      NDArray once;
      NDArray original;
      try (var inner = Scope.open()) {
        original = Nd.arange(LARGE);
        once = inner.keep(original);
        original.set(5.0, 0);
        assertEquals(5, once.getLong(0));
        assertEquals(5, original.getLong(0));
        assertEquals(storage(once).address(), storage(inner.keep(original.get("::-1"))).address());
        assertSame(storage(once), storage(inner.keep(original)));
        assertSame(once, inner.keep(once));
      }
      assertReleased(original);
      assertEquals(5, once.getLong(0));
      assertEquals(LARGE - 1, outer.keep(once).getLong(-1));
    }
  }

  @Test
  void whatOutlivesTheScopeAnywayIsKeptAsItIs() {
    var common = Nd.ones(3);
    NDArray fromDepth;
    NDArray out;
    try (var outer = Scope.open()) {
      var a = Nd.ones(3);
      try (var inner = Scope.open()) {
        assertSame(common, inner.keep(common));
        assertSame(a, inner.keep(a));
        fromDepth = Nd.arange(LARGE);
        out = outer.keep(fromDepth);
      }
      assertFalse(storage(fromDepth).isAlive());
      assertEquals(7, out.getLong(7));
    }
    assertEquals(7, out.getLong(7));
  }

  @Test
  void broadcastAndReadOnlyViewsAreKept() {
    NDArray kept;
    try (var scope = Scope.open()) {
      kept = scope.keep(Nd.arange(3).broadcastTo(LARGE, 3));
    }
    assertArrayEquals(new long[] {LARGE, 3}, kept.shape());
    assertEquals(2, kept.getLong(-1, 2));
  }

  @Test
  void scopesCloseInReverseOrder() {
    var outer = Scope.open();
    var a = Nd.ones(3);
    var inner = Scope.open();
    var e = assertThrows(IllegalStateException.class, outer::close);
    assertTrue(e.getMessage().contains("reverse order"), e.getMessage());
    assertEquals(3, a.sum().getDouble());
    inner.close();
    outer.close();
    outer.close();
    inner.close();
    assertReleased(a);
    assertThrows(IllegalStateException.class, () -> outer.keep(a));
  }

  @Test
  void anotherThreadCannotCloseOrKeep() {
    try (var scope = Scope.open()) {
      var a = Nd.ones(3);
      var closing = inThread(scope::close);
      assertTrue(closing instanceof IllegalStateException && closing.getMessage().contains("only the thread that opened it"), "" + closing);
      assertTrue(inThread(() -> scope.keep(a)) instanceof IllegalStateException);
      assertNull(inThread(() -> assertEquals(3, a.sum().getDouble())));
      assertEquals(3, a.sum().getDouble());
    }
  }

  @Test
  void lastUserReleases() throws Exception {
    Storage storage;
    NDArray a;
    long address;
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var problem = new AtomicReference<Throwable>();
    Thread user;
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      a = Nd.full(float64, 3.0, LARGE);
      storage = storage(a);
      user = new Thread(() -> {
        storage.acquire();
        begun.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          problem.set(e);
        }
        storage.release();
      });
      user.start();
      begun.await();
      address = Access.door().address(a);
    }
    assertReleased(a);
    assertThrows(IllegalStateException.class, storage::acquire);
    // Still in use there, so not lent again here.
    var other = Nd.empty(float64, LARGE);
    assertTrue(Access.door().address(other) != address);
    long used = Memory.used();
    end.countDown();
    user.join();
    assertNull(problem.get());
    assertTrue(Memory.used() <= used - 8L * LARGE, "the last user did not release");
  }

  @Test
  void aUseMayEndInAnotherThread() {
    var storages = new ArrayList<Storage>();
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      var storage = storage(Nd.ones(LARGE));
      storage.acquire();
      storage.acquire();
      assertNull(inThread(storage::release));
      assertNull(inThread(storage::acquire));
      storages.add(storage);
    }
    long used = Memory.used();
    storages.getFirst().release();
    assertEquals(used, Memory.used(), 1 << 20);
    storages.getFirst().release();
    assertTrue(Memory.used() <= used - 8L * LARGE);
  }

  @Test
  void segmentsEndWithTheScope() {
    MemorySegment segment;
    NDArray a;
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      a = Nd.arange(6.0).reshape(2, 3);
      segment = a.get("1").segment();
      assertEquals(24, segment.byteSize());
      assertEquals(4, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, 1));
      assertTrue(inThread(a::segment) instanceof IllegalStateException);
    }
    assertFalse(segment.scope().isAlive());
    assertThrows(IllegalStateException.class, () -> segment.get(ValueLayout.JAVA_DOUBLE, 0));
  }

  @Test
  void scopesThatAreNeverClosedDoNotLeak() throws Exception {
    long used = Memory.used();
    for (int i = 0; i < 8; i++) {
      assertNull(inThread(() -> {
        Scope.open();
        for (int j = 0; j < 8; j++) {
          Nd.ones(LARGE);
          Nd.ones(10);
        }
      }));
    }
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (Memory.used() > used + (32 << 20) && System.nanoTime() < deadline) {
      System.gc();
      Thread.sleep(20);
    }
    assertTrue(Memory.used() <= used + (32 << 20), "128 MB in abandoned scopes left " + (Memory.used() - used) + " bytes behind");
  }

  @Test
  void garbageInsideALongScopeIsCollected() {
    long most = 0;
    try (var scope = Scope.open()) {
      assertNotNull(scope);
      for (int i = 0; i < 1000; i++) {
        Nd.empty(float64, LARGE).set(1.0, 0);
        most = Math.max(most, Memory.used());
      }
    }
    assertTrue(most < 1L << 30, "2 GB of garbage inside one scope: " + most + " bytes were in use");
  }

  /** Threads use an array while its scope closes: every result is right or refused, and the memory is not lent meanwhile. */
  @Test
  void usersRaceWithClosing() throws Exception {
    var current = new AtomicReference<NDArray>();
    var wrong = new AtomicReference<Throwable>();
    var stop = new CountDownLatch(1);
    var users = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      var user = new Thread(() -> {
        while (stop.getCount() > 0) {
          var a = current.get();
          if (a == null) {
            continue;
          }
          try {
            double value = a.getDouble(0);
            assertEquals(value * a.size(), a.sum().getDouble());
          } catch (IllegalStateException e) {
            // Closed before: the right answer.
          } catch (Throwable e) {
            wrong.set(e);
          }
        }
      });
      user.start();
      users.add(user);
    }
    long end = System.nanoTime() + 2_000_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      try (var scope = Scope.open()) {
        assertNotNull(scope);
        current.set(Nd.full(float64, i % 1000, i % 2 == 0 ? 1000 : 40_000));
        Thread.onSpinWait();
      }
    }
    stop.countDown();
    for (var user : users) {
      user.join();
    }
    assertNull(wrong.get(), () -> "" + wrong.get());
  }
}
