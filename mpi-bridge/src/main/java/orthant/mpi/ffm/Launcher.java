package orthant.mpi.ffm;

import java.util.List;
import java.util.Map;

/**
 * What the environment says about the program that started this process, and which libraries understand it. A rank that
 * loads another library than its launcher's becomes rank 0 of a world of 1, silently; so the library follows from here, and
 * the size is compared afterwards.
 *
 * @param name what started us
 * @param size how many ranks it says there are, 0 if it does not say
 * @param libraries sonames to try, in this order
 */
public record Launcher(String name, int size, List<String> libraries) {
  private static final List<String> OPEN_MPI = List.of(
      "libmpi.so.40", "libmpi.so.80", "libmpi_abi.so.1", "libmpi_abi.so.0", "libmpi.so", "libmpi.40.dylib", "libmpi.dylib");
  private static final List<String> MPICH = List.of(
      "libmpich.so.12", "libmpi.so.12", "libmpi_abi.so.1", "libmpi_abi.so.0", "libmpi.so", "libmpi.12.dylib", "libmpi.dylib");

  /**
   * Looks at the environment of this process.
   *
   * @return the launcher, or null if no launcher started us
   */
  public static Launcher detect() {
    return detect(System.getenv());
  }

  static Launcher detect(Map<String, String> environment) {
    if (environment.containsKey("OMPI_COMM_WORLD_SIZE")) {
      return new Launcher("mpiexec of Open MPI (OMPI_COMM_WORLD_SIZE is set)", number(environment.get("OMPI_COMM_WORLD_SIZE")), OPEN_MPI);
    }
    if (environment.containsKey("PMI_SIZE")) {
      return new Launcher("mpiexec of MPICH or a relative (PMI_SIZE is set)", number(environment.get("PMI_SIZE")), MPICH);
    }
    if (environment.containsKey("PMIX_RANK")) {
      return new Launcher("a PMIx launcher (PMIX_RANK is set)", number(environment.get("SLURM_NTASKS")), OPEN_MPI);
    }
    return null;
  }

  private static int number(String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
