package orthant.mpi;

import orthant.DType;
import orthant.Nd;

/** Ranks that end in ways in which the others would wait for ever, if nobody told them. */
public final class Ends {
    private Ends() {}

    public static void main(String[] args) {
        switch (args[0]) {
            case "exception" -> {
                try (var mpi = Mpi.init()) {
                    waitOr(mpi.world(), () -> {
                        throw new IllegalStateException("rank 1 has had enough");
                    });
                }
            }
            case "exception in run" -> Mpi.run(2, world -> waitOr(world, () -> {
                throw new IllegalStateException("rank 1 has had enough");
            }));
            case "exit" -> {
                try (var mpi = Mpi.init()) {
                    waitOr(mpi.world(), () -> System.exit(3));
                }
            }
            case "abort" -> {
                try (var mpi = Mpi.init()) {
                    waitOr(mpi.world(), () -> mpi.world().abort(5));
                }
            }
            case "regular" -> {
                var mpi = Mpi.init();
                // Left under way on purpose, and the session is not closed.
                mpi.world().irecv(Nd.zeros(DType.float64, 10), 0, 1);
                mpi.world().barrier();
                System.out.println("regular end of " + mpi.world());
            }
            default -> throw new AssertionError(args[0]);
        }
    }

    private static void waitOr(Communicator world, Runnable end) {
        world.barrier();
        if (world.rank() == 1) {
            end.run();
        }
        world.recv(Nd.zeros(DType.float64, 10_000), 1, 1);
    }
}
