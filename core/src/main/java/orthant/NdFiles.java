package orthant;

import java.nio.file.Path;
import orthant.io.Npy;

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
}
