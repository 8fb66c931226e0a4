package orthant.mpi;

import static orthant.mpi.Check.counting;
import static orthant.mpi.Check.equal;
import static orthant.mpi.Check.fails;
import static orthant.mpi.Check.fill;
import static orthant.mpi.Check.isAll;
import static orthant.mpi.Check.isCounting;
import static orthant.mpi.Check.that;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.mpi.MpiException.Reason;

/** Messages between two ranks, and rings of all. */
final class PointToPointChecks {
    private static final long[] SIZES = {0, 1, 10, 127, 128, 129, 1000, 20_000};

    private PointToPointChecks() {}

    static void addTo(Map<String, RankProgram> checks) {
        checks.put("ring of every dtype and size", PointToPointChecks::ring);
        checks.put("views travel in logical order", PointToPointChecks::views);
        checks.put("view to view of another shape", PointToPointChecks::viewToView);
        checks.put("a shorter message", PointToPointChecks::shorter);
        checks.put("messages do not overtake", PointToPointChecks::order);
        checks.put("any source, any tag", PointToPointChecks::wildcards);
        checks.put("no partner", PointToPointChecks::noPartner);
        checks.put("many requests under way", PointToPointChecks::manyRequests);
        checks.put("to oneself", PointToPointChecks::toOneself);
        checks.put("receive into a smaller array", PointToPointChecks::truncation);
        checks.put("dtypes of send and receive differ", PointToPointChecks::dtypes);
        checks.put("bad arguments", PointToPointChecks::badArguments);
    }

    private static void ring(Communicator world) {
        int next = (world.rank() + 1) % world.size();
        int previous = (world.rank() + world.size() - 1) % world.size();
        for (var dtype : DType.values()) {
            for (long n : SIZES) {
                var mine = counting(dtype, world.rank(), n);
                var theirs = Nd.empty(dtype, n);
                var status = world.sendrecv(mine, next, 5, theirs, previous, 5);
                equal(new Status(previous, 5, n, dtype), status, "status");
                isCounting(theirs, previous, dtype + " of size " + n);
            }
        }
        var scalar = counting(DType.float64, 100 + world.rank());
        var other = Nd.empty(DType.float64);
        world.sendrecv(scalar, next, other, previous);
        equal(100.0 + previous, other.getDouble(), "0-d");
    }

    /** Views of a zeroed array, by name, small and large. */
    private static List<NDArray> views(DType dtype, long scale) {
        var views = new ArrayList<NDArray>();
        views.add(Nd.zeros(dtype, 6 * scale, 5).transpose());
        views.add(Nd.zeros(dtype, 20 * scale).get("::-1"));
        views.add(Nd.zeros(dtype, 9, 7 * scale).get("1:8:2, 2:5"));
        views.add(Nd.zeros(dtype, 9, 40 * scale).get("1:8:2, 3:-3"));
        views.add(Nd.zeros(dtype, 50 * scale, 4).get(":, 2"));
        views.add(Nd.zeros(dtype, 50 * scale, 4).get("::-3, ::-2"));
        views.add(Nd.zeros(dtype, 3, 4 * scale, 5).permuteDims(2, 0, 1));
        views.add(Nd.zeros(dtype, 3, 4 * scale, 5).permuteDims(1, 2, 0).get("1:, ::2, None, ::-1"));
        views.add(Nd.zeros(dtype, 2, 3, 2, 3, 2 * scale).permuteDims(4, 2, 0, 3, 1));
        return views;
    }

    private static void views(Communicator world) {
        int next = (world.rank() + 1) % world.size();
        int previous = (world.rank() + world.size() - 1) % world.size();
        for (var dtype : new DType[] {DType.bool, DType.float32, DType.float64}) {
            for (long scale : new long[] {1, 60}) {
                for (var view : views(dtype, scale)) {
                    fill(view, world.rank());
                    var flat = Nd.zeros(dtype, view.size());
                    world.sendrecv(view, next, flat, previous);
                    isCounting(flat, previous, "from a view of shape " + Arrays.toString(view.shape()));
                }
                for (var view : views(dtype, scale)) {
                    var flat = counting(dtype, world.rank(), view.size());
                    var request = world.irecv(view, previous, 3);
                    world.send(flat, next, 3);
                    equal(view.size(), request.await().count(), "count");
                    isCounting(view, previous, "into a view of shape " + Arrays.toString(view.shape()));
                    world.sendrecv(flat, next, view, previous);
                    isCounting(view, previous, "into a view, matched");
                }
            }
        }
        // What lies between the elements of a view is not touched.
        var whole = Nd.zeros(DType.float64, 100, 100);
        world.sendrecv(counting(DType.float64, 1, 2500), next, whole.get("::2, 1::2"), previous);
        isAll(whole.get("1::2"), 0, "other rows");
        isAll(whole.get(":, ::2"), 0, "other columns");
        // One element many times may be sent.
        var sent = counting(DType.float64, 7, 1).broadcastTo(1000);
        var got = Nd.zeros(DType.float64, 1000);
        world.sendrecv(sent, next, got, previous);
        isAll(got, 7, "broadcast view");
    }

    private static void viewToView(Communicator world) {
        int next = (world.rank() + 1) % world.size();
        int previous = (world.rank() + world.size() - 1) % world.size();
        for (long scale : new long[] {1, 100}) {
            var from = fill(Nd.zeros(DType.int64, 12, 10 * scale).get("::2, 1::3").transpose(), world.rank());
            var to = Nd.zeros(DType.int64, 2 * from.size()).get("::-2");
            world.sendrecv(from, next, to, previous);
            isCounting(to, previous, "view to view");
        }
    }

    private static void shorter(Communicator world) {
        if (world.rank() == 0) {
            for (long n : new long[] {0, 3, 200, 5000}) {
                for (int i = 0; i < 4; i++) {
                    world.send(counting(DType.float64, 5, n), 1, 9);
                }
            }
        } else if (world.rank() == 1) {
            for (long n : new long[] {0, 3, 200, 5000}) {
                var larger = Nd.zeros(DType.float64, n + 1000);
                equal(n, world.recv(larger, 0, 9).count(), "count");
                isCounting(larger, 5, n, "larger array");
                var later = Nd.zeros(DType.float64, n + 1000);
                equal(n, world.irecv(later, 0, 9).await().count(), "count");
                isCounting(later, 5, n, "larger array, non-blocking");
                for (int i = 0; i < 2; i++) {
                    var view = Nd.zeros(DType.float64, 7, n + 1000).transpose();
                    var status = i == 0 ? world.recv(view, 0, 9) : world.irecv(view, 0, 9).await();
                    equal(n, status.count(), "count");
                    isCounting(view, 5, n, "larger view");
                }
            }
        }
    }

    private static void order(Communicator world) {
        int rounds = 100;
        if (world.rank() == 0) {
            var requests = new ArrayList<Request>();
            for (int i = 0; i < rounds; i++) {
                // Sizes that libraries send in different ways.
                requests.add(world.isend(counting(DType.int64, i, i % 3 == 0 ? 10_000 : i % 3 == 1 ? 10 : 600), 1, 4));
                requests.add(world.isend(counting(DType.int64, -i, 1), 1, 5));
            }
            Request.awaitAll(requests.toArray(Request[]::new));
        } else if (world.rank() == 1) {
            for (int i = 0; i < rounds; i++) {
                var array = Nd.zeros(DType.int64, 10_000);
                var status = i % 2 == 0 ? world.recv(array, 0, 4) : world.irecv(array, 0, 4).await();
                isCounting(array, i, status.count(), "message " + i);
            }
            for (int i = 0; i < rounds; i++) {
                var array = Nd.zeros(DType.int64, 1);
                world.recv(array, Mpi.ANY_SOURCE, 5);
                equal((long) -i, array.getLong(0), "message with the other tag");
            }
        }
    }

    private static void wildcards(Communicator world) {
        for (long n : new long[] {2, 3000}) {
            if (world.rank() == 0) {
                var seen = new boolean[world.size()];
                for (int i = 1; i < world.size(); i++) {
                    var array = Nd.zeros(DType.int32, n);
                    var status = i % 2 == 1 ? world.recv(array) : world.irecv(array, Mpi.ANY_SOURCE).await();
                    equal(status.source() + 10, status.tag(), "tag");
                    that(!seen[status.source()], "twice from " + status.source());
                    seen[status.source()] = true;
                    isCounting(array, status.source(), "from rank " + status.source());
                }
            } else {
                world.send(counting(DType.int32, world.rank(), n), 0, world.rank() + 10);
            }
            world.barrier();
        }
        if (world.rank() == 1) {
            world.send(counting(DType.int32, 3, 1), 0, Mpi.MAX_TAG);
        } else if (world.rank() == 0) {
            equal(Mpi.MAX_TAG, world.recv(Nd.zeros(DType.int32, 1), 1).tag(), "the largest tag");
        }
    }

    private static void noPartner(Communicator world) {
        var array = Nd.zeros(DType.float64, 3);
        world.send(array, Mpi.PROC_NULL);
        var nothing = new Status(Mpi.PROC_NULL, Mpi.ANY_TAG, 0, DType.float64);
        equal(nothing, world.recv(array, Mpi.PROC_NULL, 8), "status");
        equal(nothing, world.irecv(array, Mpi.PROC_NULL).await(), "status");
        that(world.isend(array, Mpi.PROC_NULL, 2).test(), "ended at once");
        equal(nothing, world.sendrecv(array, Mpi.PROC_NULL, Nd.zeros(DType.float64, 3), Mpi.PROC_NULL), "status");
        isAll(array, 0, "unchanged");
    }

    private static void manyRequests(Communicator world) {
        int n = 50;
        var requests = new ArrayList<Request>();
        var arrays = new ArrayList<NDArray>();
        for (int from = 0; from < world.size(); from++) {
            for (int i = 0; i < n; i++) {
                var array = Nd.zeros(DType.float32, i * 40);
                arrays.add(array);
                requests.add(world.irecv(array, from, i));
            }
        }
        for (int to = 0; to < world.size(); to++) {
            for (int i = n - 1; i >= 0; i--) {
                requests.add(world.isend(counting(DType.float32, world.rank() * 1000L + i, i * 40L), to, i));
            }
        }
        var all = requests.toArray(Request[]::new);
        while (!Request.testAll(all)) {
            Thread.onSpinWait();
        }
        Request.awaitAll(all);
        for (int k = 0; k < arrays.size(); k++) {
            isCounting(arrays.get(k), k / n * 1000L + k % n, "message " + k % n + " from " + k / n);
        }
    }

    private static void toOneself(Communicator world) {
        for (long n : new long[] {1, 50_000}) {
            var got = Nd.zeros(DType.float64, n);
            var request = world.irecv(got, world.rank(), 1);
            world.send(counting(DType.float64, 3, n), world.rank(), 1);
            equal(world.rank(), request.await().source(), "source");
            isCounting(got, 3, "to oneself");
        }
    }

    private static void truncation(Communicator world) {
        long[][] sizes = {{20, 10}, {3000, 10}, {3000, 2000}, {300_000, 299_999}};
        if (world.rank() == 0) {
            for (var size : sizes) {
                for (int i = 0; i < 4; i++) {
                    world.send(counting(DType.float64, 1, size[0]), 1, 2);
                }
            }
            world.send(counting(DType.float64, 1, 5), 1, 2);
        } else if (world.rank() == 1) {
            for (var size : sizes) {
                var text = "fit into the array that receives it";
                for (var small : List.of(Nd.zeros(DType.float64, size[1]), Nd.zeros(DType.float64, 2, size[1]).get("1, ::-1"))) {
                    fails(Reason.TRUNCATED, text, () -> world.recv(small, 0, 2));
                    isAll(small, 0, "unchanged");
                }
                var small = Nd.zeros(DType.float64, size[1]);
                fails(Reason.TRUNCATED, text, () -> world.recv(small));
                isAll(small, 0, "unchanged");
                var request = world.irecv(Nd.zeros(DType.float64, size[1]), 0, 2);
                fails(Reason.TRUNCATED, text, request::await);
                fails(Reason.TRUNCATED, text, request::await);
            }
            var fits = Nd.zeros(DType.float64, 5);
            world.recv(fits, 0, 2);
            isCounting(fits, 1, "what comes next");
        }
    }

    private static void dtypes(Communicator world) {
        for (long n : new long[] {10, 4000}) {
            for (boolean first : new boolean[] {true, false}) {
                if (world.rank() == 0) {
                    if (!first) {
                        sleep(30);
                    }
                    var request = world.isend(counting(DType.float32, 1, n), 1, 6);
                    world.recv(Nd.zeros(DType.int64, 1), 1, 7);
                    request.await();
                } else if (world.rank() == 1) {
                    if (first) {
                        sleep(30);
                    }
                    var array = Nd.zeros(DType.float64, n);
                    var text = "rank 0 sent float32 with tag 6 where rank 1 receives into float64 (" + n + ",)";
                    fails(Reason.DTYPE, text, () -> world.recv(array, 0, 6));
                    isAll(array, 0, "unchanged");
                    fails(Reason.DTYPE, text, () -> world.irecv(array, 0, 6).await());
                    fails(Reason.DTYPE, text, () -> world.recv(array, Mpi.ANY_SOURCE, 6));
                    // It is still there for a receive that wants it.
                    var right = Nd.zeros(DType.float32, n);
                    world.recv(right, 0, 6);
                    isCounting(right, 1, "the right dtype");
                    world.send(Nd.zeros(DType.int64, 1), 0, 7);
                }
                world.barrier();
            }
            if (world.rank() == 0) {
                world.isend(counting(DType.int64, 1, n), 1, 6).await();
            } else if (world.rank() == 1) {
                var array = Nd.zeros(DType.float64, n);
                fails(Reason.DTYPE, "sent int64 with tag 6", () -> world.recv(array));
                isAll(array, 0, "unchanged");
            }
            world.barrier();
        }
    }

    private static void badArguments(Communicator world) {
        var array = Nd.zeros(DType.float64, 4);
        int size = world.size();
        fails(IllegalArgumentException.class, "dest " + size + " is not a rank", () -> world.send(array, size));
        fails(IllegalArgumentException.class, "ranks are 0 to " + (size - 1), () -> world.send(array, -1));
        fails(IllegalArgumentException.class, "dest", () -> world.isend(array, Mpi.ANY_SOURCE));
        fails(IllegalArgumentException.class, "source -1", () -> world.recv(array, -1));
        fails(IllegalArgumentException.class, "tag -1 is not a tag", () -> world.send(array, 0, -1));
        fails(IllegalArgumentException.class, "tag", () -> world.send(array, 0, Mpi.ANY_TAG));
        fails(IllegalArgumentException.class, "tag", () -> world.irecv(array, 0, Mpi.MAX_TAG + 1));
        fails(IllegalArgumentException.class, "root " + size, () -> world.bcast(array, size));
        fails(UnsupportedOperationException.class, "read-only", () -> world.recv(array.get("0:1").broadcastTo(3), 0));
        fails(IllegalArgumentException.class, "overlap", () -> world.sendrecv(array.get("0:3"), 0, array.get("1:4"), 0));
        fails(IllegalArgumentException.class, "overlap", () -> world.allReduce(array.get("0:3"), array.get("1:4"), MpiOp.SUM));
        fails(IllegalArgumentException.class, "same dtype", () -> world.allReduce(array, Nd.zeros(DType.int64, 4), MpiOp.SUM));
        fails(IllegalArgumentException.class, "number of elements", () -> world.allReduce(array, Nd.zeros(DType.float64, 5), MpiOp.SUM));
        isAll(array, 0, "unchanged");
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
