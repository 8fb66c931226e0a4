package orthant.mpi;

import java.util.Locale;
import orthant.DType;
import orthant.Nd;

/** Prints "bytes microseconds" for one way of a message between two ranks; what pingpong.c does in C. */
public final class PingPong {
    private static final int[] BYTES = {8, 8192, 4_194_304};
    private static final int[] ITERATIONS = {20_000, 5_000, 60};

    private PingPong() {}

    public static void main(String[] args) {
        Mpi.run(2, PingPong::run);
    }

    private static void run(Communicator world) {
        for (int size = 0; size < BYTES.length; size++) {
            var array = Nd.zeros(DType.float64, BYTES[size] / 8);
            double best = Double.MAX_VALUE;
            for (int batch = 0; batch < 15; batch++) {
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
            }
            if (world.rank() == 0) {
                System.out.printf(Locale.ROOT, "%d %.3f%n", BYTES[size], best);
            }
        }
    }
}
