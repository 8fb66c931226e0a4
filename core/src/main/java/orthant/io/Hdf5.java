package orthant.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import orthant.NDArray;

/**
 * Reads and writes datasets of HDF5 files as arrays, through the library jhdf. That is an optional dependency, which the
 * program has to add itself: {@code io.jhdf:jhdf}.
 *
 * <p>Chunked datasets, and such that were packed with gzip, LZF, LZ4, shuffling and the other filters of jhdf, are read;
 * everything is written contiguous and unpacked.
 */
public final class Hdf5 {
  private static final String DEPENDENCY = "io.jhdf:jhdf:0.13.0";

  private Hdf5() {}

  /**
   * Reads a dataset.
   *
   * @param file the file
   * @param path where the dataset is in it, such as {@code /group/x}
   * @return a new array in C order, of the dataset's type; of type {@code bool} if that is an enumeration of TRUE and FALSE
   * @throws NoSuchElementException if there is no such dataset
   * @throws NpyException if the file is not an HDF5 file, or the elements of the dataset are not numbers
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalStateException if jhdf is missing
   */
  public static NDArray read(Path file, String path) {
    return needed(() -> Hdf5Files.read(file, path));
  }

  /**
   * The datasets in a file.
   *
   * @param file the file
   * @return their paths, such as {@code /group/x}
   * @throws NpyException if the file is not an HDF5 file
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalStateException if jhdf is missing
   */
  public static List<String> paths(Path file) {
    return needed(() -> Hdf5Files.paths(file));
  }

  /**
   * Writes arrays to a new file, which appears when all is written.
   *
   * @param file the file; an older one is replaced
   * @param arrays the arrays by their paths, such as {@code group/x}; groups are made
   * @throws IllegalArgumentException if an array's type is not an integer, float32 or float64, it is empty, or has more
   *     elements than a Java array holds, or a path is that of a group
   * @throws java.io.UncheckedIOException if the file cannot be written
   * @throws IllegalStateException if jhdf is missing
   */
  public static void write(Path file, Map<String, NDArray> arrays) {
    needed(() -> {
      Hdf5Files.write(file, arrays);
      return null;
    });
  }

  private static <T> T needed(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException("HDF5 files need a library that is not there (" + e.getMessage() + "): add the dependency " + DEPENDENCY
          + ", and with a module path --add-modules io.jhdf", e);
    }
  }
}
