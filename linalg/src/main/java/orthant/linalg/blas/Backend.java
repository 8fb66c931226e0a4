package orthant.linalg.blas;

/**
 * A provider of products and decompositions, ready for use.
 *
 * @param name by which it is selected
 * @param library what does the work: a path, a name or a Java package
 * @param version what the library says of itself
 * @param kernel products of float64 and float32
 * @param lapack decompositions
 * @param threads control over its threads
 */
public record Backend(String name, String library, String version, Kernel kernel, Lapack lapack, LibraryThreads threads) {}
