package orthant;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import orthant.io.Npy;
import orthant.io.Npz;

/** The functions of {@link Nd} that read and write arrays as files, and share memory with neighbours. */
abstract class NdFiles extends NdText {
  NdFiles() {}

  /**
   * Reads an array from an {@code .npy} file; see {@link Npy#load}.
   *
   * @param file the file
   * @return a new array
   * @throws orthant.io.NpyException if the content is not an array that can be read
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static NDArray load(Path file) {
    return Npy.load(file);
  }

  /**
   * Writes an array to an {@code .npy} file; see {@link Npy#save}.
   *
   * @param file the file; an older one is replaced when all is written
   * @param a the array
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, NDArray a) {
    Npy.save(file, a);
  }

  /**
   * Writes arrays to an archive under the names {@code arr_0}, {@code arr_1}, ...; {@link orthant.io.Npz} reads it.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savez(Path file, NDArray... arrays) {
    Npz.save(file, numbered(arrays));
  }

  /**
   * Writes arrays to an archive; {@link orthant.io.Npz} reads it.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays by their names
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savez(Path file, Map<String, NDArray> arrays) {
    Npz.save(file, arrays);
  }

  /**
   * Writes arrays to a packed archive under the names {@code arr_0}, {@code arr_1}, ...
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savezCompressed(Path file, NDArray... arrays) {
    Npz.saveCompressed(file, numbered(arrays));
  }

  /**
   * Writes arrays to a packed archive.
   *
   * @param file the file; an older one is replaced when all is written; {@code .npz} is not added to its name
   * @param arrays the arrays by their names
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void savezCompressed(Path file, Map<String, NDArray> arrays) {
    Npz.saveCompressed(file, arrays);
  }

  private static Map<String, NDArray> numbered(NDArray[] arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    for (var array : arrays) {
      named.put("arr_" + named.size(), array);
    }
    return named;
  }
}
