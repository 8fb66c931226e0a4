package orthant.mpi;

import static orthant.mpi.Check.counting;
import static orthant.mpi.Check.equal;
import static orthant.mpi.Check.fails;
import static orthant.mpi.Check.isAll;
import static orthant.mpi.Check.isCounting;
import static orthant.mpi.Check.that;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import orthant.io.MapMode;
import orthant.io.Npy;
import orthant.mpi.MpiException.Reason;

/** What crashes, leaks or hangs where it is done carelessly. */
final class HazardChecks {
    private HazardChecks() {}

    static void addTo(Map<String, RankProgram> checks) {
        checks.put("null pointers are still exceptions", HazardChecks::nullPointers);
        checks.put("requests hold their memory", HazardChecks::requestsHoldMemory);
        checks.put("memory that is gone", HazardChecks::deadMemory);
        checks.put("forgotten requests", HazardChecks::forgottenRequests);
        checks.put("interruption", HazardChecks::interruption);
        checks.put("several threads of a rank", HazardChecks::threads);
        checks.put("one request, many askers", HazardChecks::manyAskers);
        checks.put("mapped files", HazardChecks::mappedFiles);
        checks.put("mapped files cut short", HazardChecks::cutFiles);
        checks.put("closed sessions", HazardChecks::closedSessions);
    }

    /** The JIT compiler turns null checks into SIGSEGV, which communication libraries like to catch. */
    private static void nullPointers(Communicator world) {
        int caught = 0;
        for (int i = 0; i < 200_000; i++) {
            try {
                caught -= length(i % 2 == 0 ? null : "x") - 1;
            } catch (NullPointerException e) {
                caught++;
            }
        }
        equal(100_000, caught, "null pointers");
    }

    private static int length(String s) {
        return s.length();
    }

    private static void requestsHoldMemory(Communicator world) {
        for (long n : new long[] {10, 100_000}) {
            var token = Nd.zeros(DType.int32, 1);
            if (world.rank() == 0) {
                Request request;
                try (var _ = Scope.open()) {
                    request = world.isend(counting(DType.float64, 3, n), 1, 2);
                }
                var others = fresh(n);
                world.send(token, 1, 1);
                request.await();
                others.forEach(other -> isAll(other, 0, "memory of others"));
            } else if (world.rank() == 1) {
                Request request;
                NDArray target;
                try (var _ = Scope.open()) {
                    target = Nd.zeros(DType.float64, n);
                    request = world.irecv(target, 0, 3);
                }
                fails(IllegalStateException.class, "released", () -> target.getDouble(0));
                // If the memory were given to others now, the message would land in theirs.
                var others = fresh(n);
                world.recv(token, 0, 1);
                var got = Nd.zeros(DType.float64, n);
                world.recv(got, 0, 2);
                isCounting(got, 3, "sent out of a closed scope");
                world.send(got, 0, 4);
                equal(n, request.await().count(), "count");
                others.forEach(other -> isAll(other, 0, "memory of others"));
            }
            if (world.rank() == 0) {
                var back = Nd.zeros(DType.float64, n);
                world.recv(back, 1, 4);
                world.send(back, 1, 3);
            }
        }
    }

    private static List<NDArray> fresh(long n) {
        return Stream.generate(() -> Nd.zeros(DType.float64, n)).limit(20).toList();
    }

    private static void deadMemory(Communicator world) {
        NDArray array;
        try (var _ = Scope.open()) {
            array = Nd.zeros(DType.float64, 10);
        }
        fails(IllegalStateException.class, "released", () -> world.send(array, world.rank()));
        fails(IllegalStateException.class, "released", () -> world.irecv(array, world.rank()));
        fails(IllegalStateException.class, "released", () -> world.recv(array, world.rank()));
        fails(IllegalStateException.class, "released", () -> world.bcast(array, 0));
        fails(IllegalStateException.class, "released", () -> world.allReduce(array, array, MpiOp.SUM));
    }

    private static void forgottenRequests(Communicator world) {
        int next = (world.rank() + 1) % world.size();
        int previous = (world.rank() + world.size() - 1) % world.size();
        for (int i = 0; i < 3000; i++) {
            world.irecv(Nd.zeros(DType.float64, 100), previous, 11);
            world.isend(Nd.zeros(DType.float64, 100), next, 11);
        }
        System.gc();
        for (int i = 0; i < 20; i++) {
            world.irecv(Nd.zeros(DType.float64, 50_000), previous, 12);
            world.isend(Nd.zeros(DType.float64, 50_000), next, 12);
        }
        System.gc();
        world.sendrecv(Nd.zeros(DType.float64, 10), next, Nd.zeros(DType.float64, 10), previous);
    }

    private static void interruption(Communicator world) {
        for (long n : new long[] {5, 5000}) {
            if (world.rank() == 0) {
                var array = Nd.zeros(DType.float64, n);
                var me = Thread.currentThread();
                var alarm = Thread.ofPlatform().start(() -> {
                    PointToPointChecks.sleep(30);
                    me.interrupt();
                });
                fails(Reason.INTERRUPTED, "interrupted", () -> world.recv(array, 1, 77));
                that(Thread.interrupted(), "the interrupt status stays set");
                join(alarm);
                world.send(Nd.zeros(DType.int32, 1), 1, 78);
                world.recv(array, 1, 77);
                isCounting(array, 1, "afterwards");
            } else if (world.rank() == 1) {
                // Not parked: a rank that is would make it a deadlock.
                var go = world.irecv(Nd.zeros(DType.int32, 1), 0, 78);
                while (!go.test()) {
                    PointToPointChecks.sleep(1);
                }
                world.send(counting(DType.float64, 1, n), 0, 77);
            }
        }
    }

    private static void threads(Communicator world) {
        var failure = new AtomicReference<Throwable>();
        var all = new Thread[4];
        for (int t = 0; t < all.length; t++) {
            int tag = 20 + t;
            all[t] = (t % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual()).start(() -> {
                try {
                    int next = (world.rank() + 1) % world.size();
                    int previous = (world.rank() + world.size() - 1) % world.size();
                    for (int i = 0; i < 50; i++) {
                        long n = i % 5 == 0 ? 5000 : i;
                        var array = Nd.zeros(DType.int64, n);
                        world.sendrecv(counting(DType.int64, tag + i, n), next, tag, array, previous, tag);
                        isCounting(array, tag + i, "thread " + tag);
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
        }
        for (var thread : all) {
            join(thread);
        }
        that(failure.get() == null, "in a thread: " + failure.get());
    }

    private static void manyAskers(Communicator world) {
        var array = Nd.zeros(DType.float64, 40_000);
        var request = world.irecv(array, world.rank(), 30);
        var count = new AtomicInteger();
        var all = new Thread[3];
        for (int t = 0; t < all.length; t++) {
            boolean waits = t == 0;
            all[t] = Thread.ofPlatform().start(() -> {
                while (!waits && !request.test()) {
                    Thread.onSpinWait();
                }
                count.addAndGet((int) request.await().count());
            });
        }
        PointToPointChecks.sleep(5);
        world.send(counting(DType.float64, 1, 40_000), world.rank(), 30);
        for (var thread : all) {
            join(thread);
        }
        equal(120_000, count.get(), "counts");
        isCounting(array, 1, "what came");
    }

    private static void mappedFiles(Communicator world) {
        for (long n : new long[] {10, 100_000}) {
            withFile(counting(DType.float64, 5, n), file -> {
                var mapped = Npy.map(file, MapMode.READ_WRITE);
                var got = Nd.zeros(DType.float64, n);
                var request = world.irecv(got, world.rank(), 31);
                world.send(mapped, world.rank(), 31);
                request.await();
                isCounting(got, 5, "out of a mapped file");
                var back = world.irecv(mapped.get("::-1"), world.rank(), 32);
                world.send(got, world.rank(), 32);
                back.await();
                isCounting(mapped.get("::-1"), 5, "into a mapped file");
                world.allReduce(mapped.copy(), mapped, MpiOp.MAX);
                isCounting(mapped.get("::-1"), 5, "reduced into a mapped file");
                world.bcast(mapped, 0);
                isCounting(mapped.get("::-1"), 5, "broadcast out of and into mapped files");
            });
        }
    }

    /** In Java an error that can be caught, inside of a library the end of the process. */
    private static void cutFiles(Communicator world) {
        for (long n : new long[] {2000, 100_000}) {
            for (String view : new String[] {":", "::2"}) {
                withFile(counting(DType.float64, 5, n), file -> {
                    var mapped = Npy.map(file, MapMode.READ_WRITE).get(view);
                    try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
                        cut.setLength(4096);
                    }
                    var target = Nd.zeros(DType.float64, mapped.size());
                    var request = world.irecv(target, world.rank(), 33);
                    boolean failed = false;
                    try {
                        world.send(mapped, world.rank(), 33);
                        request.await();
                    } catch (InternalError | MpiException e) {
                        failed = true;
                    }
                    that(failed, "what is no more was sent");
                    if (!ended(request)) {
                        world.send(target.copy(), world.rank(), 33);
                        request.await();
                    }
                });
            }
        }
    }

    private static boolean ended(Request request) {
        try {
            return request.test();
        } catch (MpiException e) {
            return true;
        }
    }

    /** What is done with a file. */
    private interface FileUse {
        void with(Path file) throws IOException;
    }

    private static void withFile(NDArray array, FileUse use) {
        try {
            Path file = Files.createTempFile("orthant", ".npy");
            try {
                Npy.save(file, array);
                use.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closedSessions(Communicator world) {
        Communicator left;
        try (var mpi = Mpi.init()) {
            left = mpi.world();
            equal(world.rank(), left.rank(), "rank in a second session");
            equal(world.size(), left.size(), "size in a second session");
            left.barrier();
        }
        var closed = left;
        fails(IllegalStateException.class, "closed", closed::barrier);
        fails(IllegalStateException.class, "closed", () -> closed.send(Nd.zeros(DType.float64, 1), 0));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
