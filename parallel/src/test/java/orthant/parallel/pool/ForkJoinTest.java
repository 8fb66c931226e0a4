package orthant.parallel.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import orthant.kernel.Executor;
import orthant.parallel.Threads;
import orthant.plan.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That every task runs once, whoever calls and whatever fails, and that nothing hangs. */
@Timeout(120)
class ForkJoinTest {
  private static final int TASKS = 1000;
  private static final long WORK = 1_000_000_000;

  private final Executor executor = new ForkJoin(1000);

  @Test
  void itIsTheDefaultWhereThisModuleIs() {
    assertInstanceOf(ForkJoin.class, Engines.executors().stream().max((a, b) -> Integer.compare(a.priority(), b.priority())).orElseThrow());
    assertEquals(1, Engines.executors().stream().filter(e -> e.name().equals("forkjoin")).count());
  }

  private static void everyTaskOnce(Executor executor, int tasks) {
    AtomicIntegerArray times = new AtomicIntegerArray(tasks);
    executor.run(tasks, WORK, (from, to) -> {
      assertTrue(from < to && to <= tasks);
      for (long task = from; task < to; task++) {
        times.incrementAndGet((int) task);
      }
    });
    assertEquals(tasks, IntStream.range(0, tasks).filter(i -> times.get(i) == 1).count());
  }

  @Test
  void everyTaskRunsOnce() {
    for (int threads : new int[] {1, 2, 3, 8}) {
      try (var _ = Threads.limit(threads)) {
        for (int tasks : new int[] {1, 2, 3, 7, 8, 9, 100, 100_000}) {
          everyTaskOnce(executor, tasks);
        }
      }
    }
  }

  /** The threads that took part when each waited in its first task for as many others as there may be. */
  private Set<Thread> crew(Executor executor, int expected, long work) {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(expected);
    executor.run(TASKS, work, (from, to) -> {
      if (seen.add(Thread.currentThread())) {
        all.countDown();
        await(all);
      }
    });
    return seen;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void asManyThreadsAsTheLimitAndTheWorkAllow() {
    assertEquals(8, crew(executor, 8, WORK).size());
    try (var _ = Threads.limit(3)) {
      assertEquals(3, crew(executor, 3, WORK).size());
    }
    try (var _ = Threads.limit(1)) {
      assertEquals(Set.of(Thread.currentThread()), crew(executor, 1, WORK));
    }
    assertEquals(2, crew(executor, 2, 2_999).size());
    assertEquals(Set.of(Thread.currentThread()), crew(executor, 1, 1_999));
  }

  @Test
  void threadsOfThePoolAreNamedDaemons() {
    Set<Thread> crew = crew(executor, 8, WORK);
    assertTrue(crew.remove(Thread.currentThread()));
    for (Thread thread : crew) {
      assertTrue(thread.isDaemon() && thread.getName().startsWith("orthant-worker-"), thread.toString());
    }
  }

  @Test
  void theFirstExceptionIsThrownOnceAndTheOthersAreSuppressed() {
    CyclicBarrier together = new CyclicBarrier(8);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    for (int round = 0; round < 20; round++) {
      begun.set(0);
      var thrown = assertThrows(IllegalStateException.class, () -> executor.run(TASKS, WORK, (from, to) -> {
        running.incrementAndGet();
        begun.incrementAndGet();
        try {
          together.await();
          throw new IllegalStateException("task " + from);
        } catch (BrokenBarrierException | InterruptedException e) {
          throw new AssertionError(e);
        } finally {
          running.decrementAndGet();
        }
      }));
      assertEquals(0, running.get(), "all tasks that had begun have ended");
      assertEquals(8, begun.get(), "no other was begun");
      assertEquals(7, thrown.getSuppressed().length);
    }
    everyTaskOnce(executor, TASKS);
  }

  @Test
  void anExceptionInAnyOneTask() {
    for (int bad = 0; bad < 200; bad++) {
      int task = bad * 5;
      StackOverflowError error = new StackOverflowError("task " + task);
      assertSame(error, assertThrows(StackOverflowError.class, () -> executor.run(TASKS, WORK, (from, to) -> {
        if (from <= task && task < to) {
          throw error;
        }
      })));
      assertEquals(0, error.getSuppressed().length);
    }
    everyTaskOnce(executor, TASKS);
  }

  @Test
  void oneExceptionObjectOfManyTasks() {
    RuntimeException same = new ArithmeticException();
    assertSame(same, assertThrows(ArithmeticException.class, () -> executor.run(TASKS, WORK, (from, to) -> {
      throw same;
    })));
  }

  @Test
  void nestedInTheThreadsOfThePoolAndInTheCaller() {
    AtomicInteger inner = new AtomicInteger();
    executor.run(100, WORK, (from, to) -> {
      for (long task = from; task < to; task++) {
        executor.run(50, WORK, (f, t) -> {
          executor.run(t - f, WORK, (a, b) -> inner.addAndGet((int) (b - a)));
        });
      }
    });
    assertEquals(100 * 50, inner.get());
  }

  @Test
  void aThreadOfThePoolRunsAlone() {
    Thread caller = Thread.currentThread();
    Set<String> strangers = ConcurrentHashMap.newKeySet();
    CountDownLatch two = new CountDownLatch(2);
    executor.run(TASKS, WORK, (from, to) -> {
      Thread outer = Thread.currentThread();
      two.countDown();
      await(two);
      if (outer != caller) {
        executor.run(TASKS, WORK, (f, t) -> {
          if (Thread.currentThread() != outer) {
            strangers.add(Thread.currentThread().getName());
          }
        });
      }
    });
    assertEquals(Set.of(), strangers);
  }

  @Test
  void manyCallersAtOnce() throws Exception {
    List<FutureTask<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      FutureTask<Void> call = new FutureTask<>(() -> {
        for (int round = 0; round < 50; round++) {
          everyTaskOnce(executor, TASKS);
        }
      }, null);
      calls.add(call);
      if (i % 2 == 0) {
        Thread.startVirtualThread(call);
      } else {
        Thread.ofPlatform().daemon().start(call);
      }
    }
    for (FutureTask<Void> call : calls) {
      call.get();
    }
  }

  @Test
  void callersInPoolsOfOthers() throws Exception {
    try (ForkJoinPool single = new ForkJoinPool(1)) {
      single.submit(() -> everyTaskOnce(executor, TASKS)).get();
    }
    IntStream.range(0, 100).parallel().forEach(i -> everyTaskOnce(executor, TASKS));
  }

  @Test
  void aBusyPoolKeepsNobodyWaiting() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(8);
    FutureTask<Void> hog = new FutureTask<>(() -> executor.run(TASKS, WORK, (from, to) -> {
      busy.countDown();
      await(free);
    }), null);
    Thread.ofPlatform().daemon().start(hog);
    await(busy);
    everyTaskOnce(executor, TASKS);
    assertFalse(hog.isDone());
    free.countDown();
    hog.get();
  }

  @Test
  void anInterruptIsKeptForLater() {
    for (int round = 0; round < 50; round++) {
      Thread.currentThread().interrupt();
      everyTaskOnce(executor, TASKS);
      assertTrue(Thread.interrupted());
      Thread caller = Thread.currentThread();
      AtomicInteger done = new AtomicInteger();
      executor.run(100, WORK, (from, to) -> {
        if (Thread.currentThread() != caller) {
          caller.interrupt();
          LockSupport.parkNanos(1_000_000);
        }
        done.addAndGet((int) (to - from));
      });
      Thread.interrupted();
      assertEquals(100, done.get());
    }
  }

  @Test
  void noTasks() {
    AtomicInteger done = new AtomicInteger();
    executor.run(0, 0, (from, to) -> done.addAndGet((int) (to - from)));
    assertEquals(0, done.get());
  }

  @Test
  void memoryWrittenByTheTasksIsSeenByTheCaller() {
    for (int round = 0; round < 200; round++) {
      int[] cells = new int[TASKS];
      int mark = round + 1;
      executor.run(TASKS, WORK, (from, to) -> {
        for (int i = (int) from; i < to; i++) {
          cells[i] = mark;
        }
      });
      assertArrayEquals(IntStream.generate(() -> mark).limit(TASKS).toArray(), cells);
    }
  }
}
