package orthant.examples.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orthant.examples.Main;

/** Starts this program again as the ranks of an MPI launcher. */
final class Launch {
  private Launch() {}

  /**
   * Runs the program under {@code mpiexec} and waits for it.
   *
   * @param launcher the command, such as {@code mpiexec.openmpi}
   * @param ranks how many processes
   * @param arguments what {@link Main} gets in each of them
   * @throws IllegalStateException if the launcher cannot be started, or does not end well
   */
  static void processes(String launcher, int ranks, List<String> arguments) {
    var command = new ArrayList<>(List.of(launcher));
    boolean openMpi = isOpenMpi(launcher);
    if (openMpi) {
      // Open MPI would tie each rank, with all the threads of its JVM, to one core, and refuse more ranks than cores.
      command.addAll(List.of("--bind-to", "none", "--oversubscribe"));
    }
    command.addAll(List.of("-n", Integer.toString(ranks), Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).inheritIO();
    if (openMpi && System.getProperty("user.name").equals("root")) {
      // In containers everybody is root, whom Open MPI asks to say twice that this is meant.
      builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT", "1");
      builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    }
    try {
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(launcher + " ended with exit code " + exit);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot start the launcher " + launcher + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + launcher + " runs", e);
    }
  }

  private static boolean isOpenMpi(String launcher) {
    try {
      var process = new ProcessBuilder(launcher, "--version").redirectErrorStream(true).start();
      try (var out = process.inputReader()) {
        var version = String.join(" ", out.lines().toList());
        return version.contains("Open MPI") || version.contains("OpenRTE");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the launcher " + launcher + ": " + e.getMessage(), e);
    }
  }
}
