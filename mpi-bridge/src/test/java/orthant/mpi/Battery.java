package orthant.mpi;

import java.util.LinkedHashMap;
import java.util.Map;

/** The checks that every transport must pass: the same program for ranks as threads and for ranks of either mpiexec. */
public final class Battery {
    private Battery() {}

    /** All checks by name, in order. */
    static Map<String, RankProgram> checks() {
        var checks = new LinkedHashMap<String, RankProgram>();
        PointToPointChecks.addTo(checks);
        CollectiveChecks.addTo(checks);
        HazardChecks.addTo(checks);
        return checks;
    }

    /** Runs all checks, one after the other, on all ranks. */
    static void run(Communicator world) throws Exception {
        for (var check : checks().entrySet()) {
            long start = System.nanoTime();
            try {
                check.getValue().run(world);
                world.barrier();
            } catch (Exception | AssertionError e) {
                throw new AssertionError(check.getKey() + " on " + world + ": " + e, e);
            }
            if (world.rank() == 0 && Boolean.getBoolean("battery.verbose")) {
                System.out.printf("%-44s %7.1f ms%n", check.getKey(), (System.nanoTime() - start) / 1e6);
            }
        }
    }

    /** As a program of its own: {@code mpiexec -n 2 java ... orthant.mpi.Battery}. */
    public static void main(String[] args) {
        Mpi.run(args.length > 0 ? Integer.parseInt(args[0]) : 2, world -> {
            run(world);
            if (world.rank() == 0) {
                System.out.println("battery: " + checks().size() + " checks passed on " + world);
            }
        });
    }
}
