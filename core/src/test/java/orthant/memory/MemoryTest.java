package orthant.memory;

import static orthant.DType.float64;
import static orthant.DType.int32;
import static orthant.DType.int64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long[] SIZES = {0, 1, 8, 63, 64, 65, 511, 512, 513, 8192, 16384, 16385,
      40_000, 1 << 20, (1 << 21) - 1, 1 << 21, 9_000_001};

  private static Throwable inThread(Runnable task) {
    var thrown = new AtomicReference<Throwable>();
    var thread = new Thread(task);
    thread.setUncaughtExceptionHandler((_, e) -> thrown.set(e));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return thrown.get();
  }

  @Test
  void memoryIsAligned() {
    for (int round = 0; round < 3; round++) {
      for (long bytes : SIZES) {
        var memory = Memory.allocate(bytes);
        long alignment = bytes >= 64 ? 64 : 8;
        assertEquals(0, memory.address() % alignment, bytes + " bytes at " + memory.address());
        var owner = memory.storage();
        assertTrue(memory.address() >= owner.address() && memory.address() + bytes <= owner.address() + owner.byteSize());
        assertTrue(owner.isAlive());
      }
    }
  }

  @Test
  void allocationsDoNotOverlap() {
    var random = new Random(5);
    var made = new ArrayList<Allocation>();
    var sizes = new ArrayList<Long>();
    for (int i = 0; i < 3000; i++) {
      long bytes = random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(1000);
      var memory = Memory.allocate(bytes);
      for (long j = 0; j < bytes; j++) {
        Raw.setByte(memory.address() + j, (byte) i);
      }
      made.add(memory);
      sizes.add(bytes);
    }
    for (int i = 0; i < made.size(); i++) {
      for (long j = 0; j < sizes.get(i); j++) {
        assertEquals((byte) i, Raw.getByte(made.get(i).address() + j));
      }
    }
  }

  @Test
  void zeroedMemoryIsZeroAlsoWhenRecycled() {
    for (int round = 0; round < 4; round++) {
      // Closing the scope makes sure that the next round gets the same, dirty, memory.
      try (var scope = Scope.open()) {
        for (long bytes : SIZES) {
          var memory = Memory.allocateZeroed(bytes);
          for (long j = 0; j < bytes; j++) {
            assertEquals(0, Raw.getByte(memory.address() + j));
          }
          Raw.ALL.asSlice(memory.address(), bytes).fill((byte) -1);
          assertTrue(memory.storage().isAlive(), () -> "" + scope);
        }
      }
    }
  }

  @Test
  void sizesAreWholePagesAndNotMuchLarger() {
    for (long bytes = 1; bytes < Sizes.MAX; bytes += 1 + bytes / 3) {
      long size = Sizes.round(bytes);
      assertTrue(size >= bytes && size % 4096 == 0 && size <= bytes + Math.max(4096, bytes / 8), bytes + " -> " + size);
      assertEquals(size, Sizes.round(size));
    }
  }

  @Test
  void viewsKeepTheirBaseAlive() {
    var views = new ArrayList<NDArray>();
    var segments = new ArrayList<MemorySegment>();
    for (int i = 0; i < 100; i++) {
      long n = i % 2 == 0 ? 100 : 100_000;
      views.add(Nd.full(int64, (long) i, n).get("::-2").reshape(2, -1).transpose());
      segments.add(Nd.full(int64, (long) i, n).segment());
    }
    for (int i = 0; i < 10; i++) {
      System.gc();
      Reaper.poll();
      for (int j = 0; j < 100; j++) {
        Nd.full(int64, -1L, j % 2 == 0 ? 100 : 100_000);
      }
    }
    for (int i = 0; i < 100; i++) {
      assertEquals(i * views.get(i).size(), views.get(i).sum().getLong());
      assertEquals(i, segments.get(i).getAtIndex(ValueLayout.JAVA_LONG, segments.get(i).byteSize() / 8 - 1));
    }
  }

  @Test
  void unreachableMemoryComesBack() {
    // What other tests left behind would come back in between.
    Budget.collect();
    long before = Memory.used();
    var held = new ArrayList<NDArray>();
    for (int i = 0; i < 64; i++) {
      held.add(Nd.ones(1 << 17));
    }
    assertTrue(Memory.used() >= before + (64 << 20) - (32 << 20));
    assertEquals(1 << 17, held.getFirst().sum().getDouble());
    held.clear();
    Budget.collect();
    assertTrue(Memory.used() <= before + (8 << 20), Memory.used() + " bytes after, " + before + " before");
  }

  @Test
  void garbageStaysInsideTheBudget() {
    Budget.collect();
    long before = Memory.used();
    long most = 0;
    for (int i = 0; i < 4000; i++) {
      Nd.empty(float64, 1 << 17).set(1.0, 0);
      most = Math.max(most, Memory.used() + Memory.pooled());
    }
    assertTrue(most < before + (1L << 30), "4 GB of garbage: " + most + " bytes were held");
  }

  @Test
  void idleMemoryIsTrimmed() {
    try (var scope = Scope.open()) {
      assertEquals(1 << 20, Nd.ones(1 << 20).sum().getDouble(), () -> "" + scope);
    }
    assertTrue(Memory.pooled() > 0);
    Pool.trim(0);
    assertEquals(0, Memory.pooled());
    assertEquals(1 << 20, Nd.ones(1 << 20).sum().getDouble());
  }

  @Test
  void tooMuchIsRefusedWithFigures() {
    for (long n : new long[] {1L << 55, 1L << 59}) {
      var e = assertThrows(OutOfMemoryError.class, () -> Nd.empty(float64, n));
      assertTrue(e.getMessage().matches("no memory for " + 8 * n + " bytes.*\\d+ bytes are in use.*\\d+ are pooled.*"), e.getMessage());
    }
    assertEquals(3, Nd.ones(3).sum().getDouble());
  }

  @Test
  void threadsAllocateViewAndScope() throws Exception {
    var wrong = new AtomicReference<Throwable>();
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 8; t++) {
      long mark = 1000L * t;
      Runnable task = () -> {
        var kept = new ArrayList<NDArray>();
        for (int i = 0; i < 300; i++) {
          try (var scope = Scope.open()) {
            var small = Nd.full(int64, mark + i, 100);
            var large = Nd.full(int64, mark + i, 5000 + 100L * i);
            var view = large.get("::7").reshape(1, -1).transpose();
            assertEquals((mark + i) * view.size(), view.sum().getLong());
            kept.add(scope.keep(i % 2 == 0 ? small : large));
          }
          kept.add(Nd.full(int64, mark + i, 3));
          if (kept.size() > 100) {
            kept.subList(0, 50).clear();
          }
          for (var a : kept) {
            assertEquals(a.getLong(0), a.getLong(-1));
            assertEquals(mark, a.getLong(a.size() / 2) / 1000 * 1000);
          }
        }
      };
      var builder = t % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual();
      threads.add(builder.uncaughtExceptionHandler((_, e) -> wrong.set(e)).start(task));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertNull(wrong.get(), () -> "" + wrong.get());
  }

  @Test
  void cachedMemoryMayBeMadeOutsideOfScopes() {
    NDArray cached;
    NDArray inside;
    try (var scope = Scope.open()) {
      cached = Memory.outsideScopes(() -> Nd.ones(4));
      inside = Nd.ones(4);
      assertEquals(4, inside.sum().getDouble(), () -> "" + scope);
    }
    assertEquals(4, cached.sum().getDouble());
    assertThrows(IllegalStateException.class, inside::sum);
  }

  @Test
  void segmentsAreBorrowedWithoutCopying() {
    try (var arena = Arena.ofConfined()) {
      var segment = arena.allocate(ValueLayout.JAVA_DOUBLE, 6);
      var a = Nd.asarray(segment, float64, 2, 3);
      a.set(2.5, 1, 0);
      assertEquals(2.5, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, 3));
      segment.setAtIndex(ValueLayout.JAVA_DOUBLE, 5, 7);
      assertEquals(9.5, a.sum().getDouble());
      assertEquals(segment.asSlice(24, 24), a.get("1").segment());
      try (var scope = Scope.open()) {
        assertEquals(a, scope.keep(a));
      }
      assertEquals(7, a.getDouble(-1, -1));
    }
  }

  @Test
  void borrowedArraysEndWithTheirArena() {
    NDArray a;
    NDArray view;
    try (var arena = Arena.ofShared()) {
      a = Nd.asarray(arena.allocate(80, 8), float64, 10);
      view = a.get("::-1");
      assertNull(inThread(() -> assertEquals(0, view.sum().getDouble())));
    }
    for (var ended : new NDArray[] {a, view}) {
      var e = assertThrows(IllegalStateException.class, () -> ended.getDouble(0));
      assertTrue(e.getMessage().contains("arena of its segment was closed"), e.getMessage());
      assertThrows(IllegalStateException.class, () -> ended.add(ended));
      assertThrows(IllegalStateException.class, () -> ended.set(1.0, 0));
      assertThrows(IllegalStateException.class, ended::segment);
    }
  }

  @Test
  void confinedSegmentsStayWithTheirThread() {
    try (var arena = Arena.ofConfined()) {
      var a = Nd.asarray(arena.allocate(80, 8), float64, 10);
      var e = inThread(() -> a.getDouble(0));
      assertTrue(e instanceof IllegalStateException && e.getMessage().contains("confined arena of another thread"), "" + e);
      assertEquals(0, a.getDouble(0));
    }
  }

  @Test
  void readOnlySegmentsGiveReadOnlyArrays() {
    var a = Nd.asarray(Arena.ofAuto().allocate(40, 8).asReadOnly(), int64, 5);
    assertTrue(a.isReadOnly());
    assertThrows(UnsupportedOperationException.class, () -> a.set(1.0, 0));
    assertThrows(UnsupportedOperationException.class, () -> a.get("1:").assign(1));
    assertTrue(a.segment().isReadOnly());
    assertFalse(a.copy().isReadOnly());
  }

  @Test
  void unfitSegmentsAreRefused() {
    var heap = assertThrows(IllegalArgumentException.class, () -> Nd.asarray(MemorySegment.ofArray(new double[4]), float64, 4));
    assertTrue(heap.getMessage().contains("Java heap") && heap.getMessage().contains("Nd.array"), heap.getMessage());
    var segment = Arena.ofAuto().allocate(40, 8);
    var small = assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment, float64, 2, 3));
    assertTrue(small.getMessage().contains("(2, 3)") && small.getMessage().contains("48") && small.getMessage().contains("40"),
        small.getMessage());
    var odd = assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment.asSlice(2), int32, 2));
    assertTrue(odd.getMessage().contains("multiple of 4"), odd.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment, float64, -1));
    assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment, float64, 1L << 40, 1L << 40));
    var arena = Arena.ofConfined();
    var closed = arena.allocate(8, 8);
    arena.close();
    assertThrows(IllegalStateException.class, () -> Nd.asarray(closed, float64, 1));
  }
}
