package orthant.linalg;

import java.util.List;

/**
 * Which library does the linear algebra, and why.
 *
 * @param backend its name, as the system property {@code orthant.linalg.backend} takes it
 * @param library the path or name of the library
 * @param version what the library says of itself
 * @param threads how many threads it uses
 * @param vectorBits the width of the vectors of the kernels in Java, which do the small and the integer products; 0 if they
 *     run without vectors
 * @param candidates all backends in the order in which they are tried
 */
public record LinalgConfig(String backend, String library, String version, int threads, int vectorBits, List<Candidate> candidates) {
  /**
   * A backend that was considered.
   *
   * @param name its name
   * @param used whether it was chosen
   * @param reason why it was, or was not
   */
  public record Candidate(String name, boolean used, String reason) {}

  /**
   * The report, for people.
   *
   * @return several lines
   */
  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append("backend    ").append(backend).append('\n');
    text.append("library    ").append(library).append('\n');
    text.append("version    ").append(version).append('\n');
    text.append("threads    ").append(threads).append('\n');
    text.append("in Java    ").append(vectorBits == 0
        ? "scalar kernels for small and integer products (vectors need --add-modules jdk.incubator.vector)"
        : vectorBits + "-bit vectors for small and integer products").append('\n');
    text.append("candidates\n");
    for (var candidate : candidates) {
      text.append(String.format("  %s %-16s %s%n", candidate.used ? "*" : " ", candidate.name, candidate.reason));
    }
    return text.toString();
  }
}
