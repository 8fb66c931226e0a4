package orthant.mpi;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import orthant.NDArray;

/** The programs of the two MPI libraries, as they are named where both are installed. */
enum Launch {
    OPEN_MPI("openmpi", "--bind-to", "none", "--oversubscribe"),
    MPICH("mpich");

    private static final String INSTALL = "apt-get install -y openmpi-bin libopenmpi-dev mpich libmpich-dev gcc libc6-dev";

    private final String suffix;
    private final List<String> options;

    Launch(String suffix, String... options) {
        this.suffix = suffix;
        this.options = List.of(options);
    }

    /** How a launched program ended. */
    record Result(int exitCode, String output) {}

    /** Runs a class with a main method as ranks of mpiexec. */
    Result java(int ranks, List<String> jvmOptions, Class<?> program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(Arrays.asList(arguments));
        return run(ranks, command);
    }

    /** Runs a program as ranks of mpiexec. */
    Result run(int ranks, List<String> program) {
        var command = new ArrayList<String>();
        command.add("mpiexec." + suffix);
        command.addAll(options);
        command.addAll(List.of("-n", Integer.toString(ranks)));
        command.addAll(program);
        return run(command, 240);
    }

    /** Compiles a C program with optimisation. */
    Path compile(Path source, Path folder) {
        var binary = folder.resolve("program-" + suffix);
        var result = run(List.of("mpicc." + suffix, "-O3", source.toString(), "-o", binary.toString()), 60);
        if (result.exitCode != 0) {
            throw new AssertionError("mpicc failed:\n" + result.output);
        }
        return binary;
    }

    private static Result run(List<String> command, int seconds) {
        try {
            var output = Files.createTempFile("orthant-mpi", ".txt");
            try {
                var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.redirectInput(new File("/dev/null"));
                builder.environment().putAll(Map.of(
                        "OMPI_ALLOW_RUN_AS_ROOT", "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1",
                        // So that C and Java are compared with the same way of copying.
                        "OMPI_MCA_btl_vader_single_copy_mechanism", "none"));
                var process = builder.start();
                boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                var text = Files.readString(output);
                if (!ended) {
                    throw new AssertionError(command.getFirst() + " did not end within " + seconds + " s; it wrote\n" + text);
                }
                return new Result(process.exitValue(), text);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command.getFirst() + " (" + e.getMessage() + "); to install both libraries: " + INSTALL
                    + "; to leave these tests out: ./test --without-mpi", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String classPath() {
        var classes = place(Mpi.class);
        var all = List.of(classes.resolveSibling("test-classes"), classes, place(NDArray.class));
        return String.join(File.pathSeparator, all.stream().map(Path::toString).toList());
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
