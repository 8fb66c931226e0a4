package orthant.mpi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import orthant.DType;
import orthant.Nd;
import orthant.mpi.MpiException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks as threads. */
class LocalTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9})
    void battery(int ranks) {
        Mpi.local(ranks, Battery::run);
    }

    @Test
    void aWorldOfOne() {
        try (var mpi = Mpi.init()) {
            var world = mpi.world();
            assertEquals("rank 0 of 1 (one rank, no launcher)", world.toString());
            var part = Nd.arange(5);
            var total = Nd.zeros(part.dtype(), 5);
            world.allReduce(part, total, MpiOp.SUM);
            Check.isCounting(total, 0, "sum of one");
            world.bcast(total, 0);
            world.barrier();
            var deadlock = assertThrows(MpiException.class, () -> world.recv(total, 0, 1));
            assertEquals(Reason.DEADLOCK, deadlock.reason());
        }
    }

    @Test
    void everyRankWaitingIsADeadlockThatSaysWhoWaitsForWhom() {
        var seen = new AtomicInteger();
        var e = assertThrows(MpiException.class, () -> Mpi.local(3, world -> {
            var array = Nd.zeros(DType.float64, 2, 3);
            if (world.rank() == 2) {
                world.send(array, 0, 8);
                return;
            }
            try {
                world.recv(array, 1 - world.rank(), 7);
            } catch (MpiException inside) {
                assertEquals(Reason.DEADLOCK, inside.reason());
                seen.incrementAndGet();
                throw inside;
            }
        }));
        assertEquals(Reason.DEADLOCK, e.reason());
        assertEquals("""
                deadlock: every rank waits for another
                  rank 0 waits for float64 (2, 3) from rank 1 with tag 7 (has, unasked for: float64 (2, 3) from rank 2 with tag 8)
                  rank 1 waits for float64 (2, 3) from rank 0 with tag 7
                  rank 2 has ended""", e.getMessage());
        assertEquals(2, seen.get());
    }

    @Test
    void largeSendsToEachOtherAreADeadlock() {
        var e = assertThrows(MpiException.class, () -> Mpi.local(2, world -> {
            world.send(Nd.zeros(DType.float64, 10_000), 1 - world.rank());
        }));
        assertTrue(e.getMessage().contains("rank 0 waits until rank 1 receives float64 (10000,) with tag 0"), e.getMessage());
    }

    @Test
    void aBarrierWithoutEverybodyIsADeadlock() {
        var e = assertThrows(MpiException.class, () -> Mpi.local(3, world -> {
            if (world.rank() != 1) {
                world.barrier();
            }
        }));
        assertTrue(e.getMessage().contains("rank 0 waits for the other ranks in barrier\n  rank 1 has ended"), e.getMessage());
    }

    @Test
    void theFirstExceptionEndsAllRanksAndSurfacesOnce() {
        var failure = new ArithmeticException("rank 2 cannot count");
        var others = new ConcurrentLinkedQueue<MpiException>();
        var thrown = assertThrows(ArithmeticException.class, () -> Mpi.local(4, world -> {
            if (world.rank() == 2) {
                throw failure;
            }
            try {
                if (world.rank() == 0) {
                    world.recv(Nd.zeros(DType.int32, 1));
                } else {
                    world.barrier();
                }
            } catch (MpiException e) {
                others.add(e);
                throw e;
            }
        }));
        assertSame(failure, thrown);
        assertEquals(3, others.size());
        for (var e : others) {
            assertEquals(Reason.RANK_FAILED, e.reason());
            assertEquals("rank 2 failed: " + failure, e.getMessage());
            assertSame(failure, e.getCause());
        }
    }

    @Test
    void checkedExceptionsAreWrapped() {
        var failure = new IOException("no file");
        var e = assertThrows(MpiException.class, () -> Mpi.run(2, world -> {
            throw failure;
        }));
        assertSame(failure, e.getCause());
        assertThrows(IllegalArgumentException.class, () -> Mpi.local(0, world -> {}));
    }

    @Test
    void abortEndsAll() {
        var e = assertThrows(MpiException.class, () -> Mpi.local(2, world -> {
            if (world.rank() == 0) {
                world.abort(7);
            }
            world.barrier();
        }));
        assertEquals("rank 0 called abort(7)", e.getMessage());
    }

    @Test
    void differentCollectivesAreAnException() {
        var e = assertThrows(MpiException.class, () -> Mpi.local(2, world -> {
            if (world.rank() == 0) {
                world.bcast(Nd.zeros(DType.float64, 3), 0);
            } else {
                world.bcast(Nd.zeros(DType.float64, 4), 0);
            }
        }));
        assertEquals(Reason.MISMATCH, e.reason());
        var text = "rank 0 calls bcast of float64 (3,) from rank 0 where rank 1 calls bcast of float64 (4,)";
        assertTrue(e.getMessage().startsWith(text), e.getMessage());
    }

    @Test
    void interruptingTheCallerEndsTheRanks() {
        Thread.currentThread().interrupt();
        var e = assertThrows(MpiException.class, () -> Mpi.local(2, world -> {
            while (true) {
                world.barrier();
            }
        }));
        assertEquals(Reason.INTERRUPTED, e.reason());
        assertTrue(Thread.interrupted());
    }

    /** A thread that is no rank's own may still send when all ranks are parked. */
    @Test
    void ranksWithThreadsOfTheirOwnAreNotDeadlocked() {
        Mpi.local(2, world -> {
            var array = Nd.zeros(DType.int64, 1);
            var helper = Thread.ofPlatform().start(() -> {
                world.isend(array, world.rank(), 1);
                PointToPointChecks.sleep(100);
                world.send(array, 1 - world.rank(), 2);
            });
            world.recv(Nd.zeros(DType.int64, 1), world.rank(), 1);
            world.recv(Nd.zeros(DType.int64, 1), 1 - world.rank(), 2);
            helper.join();
        });
    }

    /** However long it takes to its first call. */
    @Test
    void threadsThatHaveNotCalledYetAreWaitedFor() {
        Mpi.local(2, world -> {
            var array = Nd.zeros(DType.int64, 1);
            var helper = Thread.ofPlatform().start(() -> {
                PointToPointChecks.sleep(100);
                world.send(array, 1 - world.rank(), 2);
            });
            world.recv(Nd.zeros(DType.int64, 1), 1 - world.rank(), 2);
            helper.join();
        });
        try (var mpi = Mpi.init()) {
            var world = mpi.world();
            var array = Nd.zeros(DType.int64, 1);
            var helper = Thread.ofVirtual().start(() -> {
                PointToPointChecks.sleep(100);
                world.isend(array, 0, 3);
            });
            world.recv(Nd.zeros(DType.int64, 1), 0, 3);
            assertDoesNotThrow(() -> helper.join());
        }
    }

    @Test
    void sessionsInsideOfRanksAreTheRanks() {
        Mpi.local(3, world -> {
            try (var mpi = Mpi.init()) {
                assertEquals(world.rank(), mpi.world().rank());
                mpi.world().barrier();
                assertEquals("ranks are threads of one JVM", mpi.provider());
            }
            var again = new AtomicInteger(-1);
            Mpi.run(99, inner -> again.set(inner.rank()));
            assertEquals(world.rank(), again.get());
        });
    }
}
