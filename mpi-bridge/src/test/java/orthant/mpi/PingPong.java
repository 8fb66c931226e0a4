package orthant.mpi;

import java.util.Locale;
import orthant.DType;
import orthant.Nd;

/** Prints "bytes microseconds" for one way of a message between two ranks; what pingpong.c does in C. */
public final class PingPong {
    private static final int[] BYTES = {8, 8192, 4_194_304};
    private static final int[] ITERATIONS = {300, 100, 4};

    private PingPong() {}

    public static void main(String[] args) {
        Mpi.run(2, PingPong::run);
    }

    private static void run(Communicator world) {
        for (int size = 0; size < BYTES.length; size++) {
            var array = Nd.zeros(DType.float64, BYTES[size] / 8);
            double best = Double.MAX_VALUE;
            var more = Nd.ones(DType.int32, 1);
            long begin = System.nanoTime();
            // Short batches, and the best of them: on a busy machine two ranks run at the same time only now and then.
            while (more.getBoolean(0)) {
                world.barrier();
                long start = System.nanoTime();
                for (int i = 0; i < ITERATIONS[size]; i++) {
                    if (world.rank() == 0) {
                        world.send(array, 1, 1);
                        world.recv(array, 1, 1);
                    } else {
                        world.recv(array, 0, 1);
                        world.send(array, 0, 1);
                    }
                }
                best = Math.min(best, (System.nanoTime() - start) / 2e3 / ITERATIONS[size]);
                more.setLong(System.nanoTime() - begin < 2_000_000_000L ? 1 : 0, 0);
                world.bcast(more, 0);
            }
            if (world.rank() == 0) {
                System.out.printf(Locale.ROOT, "%d %.3f%n", BYTES[size], best);
            }
        }
    }
}
