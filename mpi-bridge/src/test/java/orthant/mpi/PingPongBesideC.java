package orthant.mpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Latency of messages between two ranks of native MPI, beside the same program in C compiled with {@code mpicc -O3}; the
 * two run in turns. By hand: run the main method; it prints a line for each library and size.
 */
public final class PingPongBesideC {
    private PingPongBesideC() {}

    /** Microseconds of one way, by bytes. */
    record Times(Map<Integer, Double> c, Map<Integer, Double> java) {
        double ratio(int bytes) {
            return java.get(bytes) / c.get(bytes);
        }

        double worstRatio() {
            return c.keySet().stream().mapToDouble(this::ratio).max().orElseThrow();
        }
    }

    /** Measures so many times, and on for some time while a ratio is above a limit. */
    static Times measure(Launch launch, int rounds, double limit, Path folder) throws IOException {
        var source = folder.resolve("pingpong.c");
        try (var in = PingPongBesideC.class.getResourceAsStream("pingpong.c")) {
            Files.write(source, in.readAllBytes());
        }
        var binary = launch.compile(source, folder);
        var times = new Times(new TreeMap<>(), new TreeMap<>());
        for (int i = 0; i < rounds || i < 5 && times.worstRatio() > limit; i++) {
            read(launch.run(2, List.of(binary.toString())), times.c);
            read(launch.java(2, List.of(), PingPong.class), times.java);
        }
        return times;
    }

    private static void read(Launch.Result result, Map<Integer, Double> best) {
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output());
        }
        result.output().lines().filter(line -> line.matches("\\d+ [\\d.]+")).forEach(line -> {
            var words = line.split(" ");
            best.merge(Integer.valueOf(words[0]), Double.valueOf(words[1]), Math::min);
        });
    }

    /** Prints the times and ratios of both libraries. */
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("orthant-pingpong");
        for (var launch : Launch.values()) {
            var times = measure(launch, args.length > 0 ? Integer.parseInt(args[0]) : 3, 100, folder);
            times.c.forEach((bytes, c) -> System.out.printf(
                    Locale.ROOT, "%-8s %8d bytes: C %9.3f us, Java %9.3f us, Java/C %.2f%n",
                    launch, bytes, c, times.java.get(bytes), times.ratio(bytes)));
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
