package orthant.mpi;

import static orthant.mpi.Check.counting;
import static orthant.mpi.Check.equal;
import static orthant.mpi.Check.fill;
import static orthant.mpi.Check.isAll;
import static orthant.mpi.Check.isCounting;
import static orthant.mpi.Check.that;
import static orthant.mpi.Check.visit;

import java.util.Map;
import java.util.Random;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/** What all ranks do together. */
final class CollectiveChecks {
    private CollectiveChecks() {}

    static void addTo(Map<String, RankProgram> checks) {
        checks.put("barrier", CollectiveChecks::barrier);
        checks.put("broadcast", CollectiveChecks::bcast);
        checks.put("reduce every dtype by every operation", CollectiveChecks::allReduce);
        checks.put("reduce views and in place", CollectiveChecks::allReduceViews);
        checks.put("reduce NaN and overflow", CollectiveChecks::allReduceExtremes);
        checks.put("reductions give the same bits to all, always", CollectiveChecks::sameBits);
    }

    private static void barrier(Communicator world) {
        var token = Nd.zeros(DType.int32, 1);
        for (int i = 0; i < 30; i++) {
            world.barrier();
        }
        // Nobody leaves before the last has come.
        if (world.rank() == world.size() - 1) {
            PointToPointChecks.sleep(20);
            for (int to = 0; to < world.size() - 1; to++) {
                world.send(token, to, 1);
            }
            world.barrier();
        } else {
            var request = world.irecv(token, world.size() - 1, 1);
            world.barrier();
            request.await();
        }
    }

    private static void bcast(Communicator world) {
        for (int root = 0; root < world.size(); root++) {
            for (var dtype : DType.values()) {
                for (long n : new long[] {0, 1, 1000, 20_000}) {
                    var array = world.rank() == root ? counting(dtype, root, n) : Nd.zeros(dtype, n);
                    world.bcast(array, root);
                    isCounting(array, root, "broadcast " + dtype);
                }
            }
            for (long scale : new long[] {1, 200}) {
                var view = Nd.zeros(DType.int64, 4 * scale, 6).get("::2, ::-3").transpose();
                if (world.rank() == root) {
                    fill(view, 5);
                }
                world.bcast(view, root);
                isCounting(view, 5, "broadcast view");
                // Shapes and strides need not be the same everywhere.
                var mine = world.rank() % 2 == 0
                        ? Nd.zeros(DType.float64, 3, 5 * scale)
                        : Nd.zeros(DType.float64, 10 * scale, 3).get("::2").T();
                if (world.rank() == root) {
                    fill(mine, 9);
                }
                world.bcast(mine, root);
                isCounting(mine, 9, "broadcast to other layouts");
            }
        }
    }

    private static void allReduce(Communicator world) {
        int size = world.size();
        for (var dtype : new DType[] {DType.int32, DType.int64, DType.float32, DType.float64}) {
            for (long n : new long[] {0, 1, 13, 5000}) {
                var part = counting(dtype, world.rank(), n);
                var total = Nd.zeros(dtype, n);
                world.allReduce(part, total, MpiOp.SUM);
                visit(total, (i, k) -> equal((double) (size * k + size * (size - 1) / 2), total.getDouble(i), "sum"));
                world.allReduce(part, total, MpiOp.MIN);
                isCounting(total, 0, "min");
                world.allReduce(part, total, MpiOp.MAX);
                isCounting(total, size - 1, "max");
                isCounting(part, world.rank(), "the parts stay");
            }
        }
        var bool = Nd.zeros(DType.bool, 3);
        bool.setLong(world.rank() == 0 ? 1 : 0, 0);
        bool.setLong(1, 1);
        var total = Nd.zeros(DType.bool, 3);
        world.allReduce(bool, total, MpiOp.SUM);
        that(total.getBoolean(0) && total.getBoolean(1) && !total.getBoolean(2), "or");
        world.allReduce(bool, total, MpiOp.MIN);
        that(!total.getBoolean(0) && total.getBoolean(1) && !total.getBoolean(2), "and");
        world.allReduce(bool, total, MpiOp.MAX);
        that(total.getBoolean(0) && total.getBoolean(1) && !total.getBoolean(2), "or");
    }

    private static void allReduceViews(Communicator world) {
        var inPlace = counting(DType.int64, 1, 3000);
        world.allReduce(inPlace, inPlace, MpiOp.SUM);
        visit(inPlace, (i, k) -> equal((k + 1) * world.size(), inPlace.getLong(i), "in place"));
        var whole = Nd.zeros(DType.float64, 40, 50);
        var view = fill(whole.get("::2, 1::2").T(), world.rank());
        world.allReduce(view, view, MpiOp.MAX);
        isCounting(view, world.size() - 1, "view in place");
        isAll(whole.get("1::2"), 0, "between");
        var flat = Nd.zeros(DType.float64, 500).get("::-1");
        world.allReduce(view, flat, MpiOp.MIN);
        isCounting(flat, world.size() - 1, "view into another");
    }

    private static void allReduceExtremes(Communicator world) {
        for (var dtype : new DType[] {DType.float32, DType.float64}) {
            for (int who = 0; who < world.size(); who++) {
                var part = Nd.zeros(dtype, 2000);
                part.set(world.rank() == who ? Double.NaN : 1, 3);
                part.set(world.rank() == who ? Double.NEGATIVE_INFINITY : -1, 4);
                for (var op : MpiOp.values()) {
                    var total = Nd.zeros(dtype, 2000);
                    world.allReduce(part, total, op);
                    that(Double.isNaN(total.getDouble(3)), op + " of NaN from rank " + who + " is " + total.getDouble(3));
                    equal(op == MpiOp.MAX && world.size() > 1 ? -1.0 : Double.NEGATIVE_INFINITY, total.getDouble(4), op + " of -inf");
                }
            }
        }
        var wraps = Nd.zeros(DType.int32, 1);
        wraps.setLong(world.rank() == 0 ? Integer.MAX_VALUE : 1, 0);
        var total = Nd.zeros(DType.int32, 1);
        world.allReduce(wraps, total, MpiOp.SUM);
        equal((long) (Integer.MAX_VALUE + world.size() - 1), total.getLong(0), "wrap-around");
    }

    private static void sameBits(Communicator world) {
        var random = new Random(world.rank());
        for (int n : new int[] {7, 3000, 20_000}) {
            var part = Nd.zeros(DType.float64, n);
            visit(part, (i, k) -> part.set(random.nextGaussian() * Math.pow(10, random.nextInt(12)), i));
            NDArray first = null;
            for (int round = 0; round < 5; round++) {
                if (random.nextBoolean()) {
                    PointToPointChecks.sleep(random.nextInt(5));
                }
                var total = Nd.zeros(DType.float64, n);
                world.allReduce(part, total, MpiOp.SUM);
                var reference = first == null ? total : first;
                first = reference;
                visit(total, (i, k) -> equal(reference.getDouble(i), total.getDouble(i), "again"));
                var others = Nd.zeros(DType.float64, n);
                int next = (world.rank() + 1) % world.size();
                world.sendrecv(total, next, others, (world.rank() + world.size() - 1) % world.size());
                visit(total, (i, k) -> equal(others.getDouble(i), total.getDouble(i), "everywhere"));
            }
        }
    }
}
