package orthant.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadsTest {
  @Test
  void thePropertyIsTheMost() {
    assertEquals(8, Threads.max(), "-Dorthant.threads=8, as the build sets it");
    assertEquals(8, Threads.count());
  }

  @Test
  void limitsNestAndOnlyLower() {
    try (var _ = Threads.limit(3)) {
      assertEquals(3, Threads.count());
      try (var _ = Threads.limit(1)) {
        assertEquals(1, Threads.count());
        try (var _ = Threads.limit(5)) {
          assertEquals(1, Threads.count());
        }
        assertEquals(1, Threads.count());
      }
      assertEquals(3, Threads.count());
    }
    try (var _ = Threads.limit(1000)) {
      assertEquals(8, Threads.count());
    }
    assertEquals(8, Threads.count());
    assertEquals(8, Threads.max());
  }

  @Test
  void aLimitIsThatOfItsThread() {
    try (var _ = Threads.limit(2)) {
      assertEquals(8, CompletableFuture.supplyAsync(Threads::count, Thread::startVirtualThread).join());
      assertEquals(2, Threads.count());
    }
  }

  @Test
  void itIsGoneAfterAnException() {
    assertThrows(ArithmeticException.class, () -> {
      try (var _ = Threads.limit(2)) {
        throw new ArithmeticException();
      }
    });
    assertEquals(8, Threads.count());
  }

  @Test
  void closingTwiceDoesNothing() {
    var outer = Threads.limit(4);
    var inner = Threads.limit(2);
    inner.close();
    inner.close();
    assertEquals(4, Threads.count());
    outer.close();
    assertEquals(8, Threads.count());
  }

  @Test
  void closingOutOfOrder() {
    var outer = Threads.limit(4);
    var inner = Threads.limit(2);
    String message = assertThrows(IllegalStateException.class, outer::close).getMessage();
    assertEquals("the limit of 4 threads was closed before the limit of 2 threads inside it; limits must be closed in the reverse order, "
        + "as try-with-resources does", message);
    assertEquals(2, Threads.count());
    inner.close();
    outer.close();
    assertEquals(8, Threads.count());
  }

  @Test
  void closingInAnotherThread() {
    try (var limit = Threads.limit(4)) {
      var failure = CompletableFuture
          .supplyAsync(() -> assertThrows(IllegalStateException.class, limit::close), Thread::startVirtualThread).join();
      assertTrue(failure.getMessage().contains("a limit belongs to the thread that opened it"), failure.getMessage());
      assertEquals(4, Threads.count());
    }
  }

  @Test
  void noThreads() {
    assertEquals("a limit of 0 threads; it must be at least 1, the calling thread",
        assertThrows(IllegalArgumentException.class, () -> Threads.limit(0)).getMessage());
    assertEquals(8, Threads.count());
  }
}
