package orthant.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import orthant.NDArray;

/**
 * Several arrays with names in one file, the {@code .npz} format of NumPy's {@code savez}: a zip archive of {@code .npy}
 * files. An open archive knows its names; each array is read when it is asked for.
 *
 * <pre>{@code
 * Npz.save(file, Map.of("x", x, "y", y));
 * try (var arrays = Npz.open(file)) {
 *   NDArray x = arrays.get("x");
 * }
 * }</pre>
 *
 * <p>Archives are read with mistrust: names are only labels, and those that would lead out of a folder are refused all the
 * same, as are duplicates, encrypted and overlapping files, sizes and check sums that are not true, and files that
 * unpack to much more than is usual. Several threads may read from one archive.
 */
public final class Npz implements AutoCloseable {
  private static final String SUFFIX = ".npy";

  private final String what;
  private final Source source;
  private final long most;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private Npz(String what, Source source, long most) throws IOException {
    this.what = what;
    this.source = source;
    this.most = most;
    for (var entry : ZipReader.entries(source)) {
      if (entries.put(bare(entry.name()), entry) != null) {
        throw new NpyException("the name '" + bare(entry.name()) + "' occurs twice; there may be one of each");
      }
    }
  }

  private static String bare(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /**
   * Opens an archive.
   *
   * @param file the file
   * @return the archive; to be closed
   * @throws NpyException if it is not a zip archive, or one that cannot be trusted
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Npz open(Path file) {
    return open(file, ZipEntry.HARMLESS);
  }

  /**
   * Opens an archive whose arrays may unpack to more than 100 times their packed size.
   *
   * @param file the file
   * @param most up to this many bytes an array may have, however well it is packed; 48 MB when it is not given
   * @return the archive; to be closed
   * @throws NpyException if it is not a zip archive, or one that cannot be trusted
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Npz open(Path file, long most) {
    return Npy.reading(file.toString(), () -> {
      var channel = FileChannel.open(file, StandardOpenOption.READ);
      return open(file.toString(), Source.of(channel), most);
    });
  }

  /**
   * Reads an archive from a stream, to its end: the archive is held in memory as it is, and unpacked array by array.
   *
   * @param stream the stream; it stays open
   * @return the archive
   * @throws NpyException if it is not a zip archive, or one that cannot be trusted
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Npz read(InputStream stream) {
    return Npy.reading("an archive", () -> open("an archive", Source.of(stream.readAllBytes()), ZipEntry.HARMLESS));
  }

  private static Npz open(String what, Source source, long most) throws IOException {
    try {
      return new Npz(what, source, most);
    } catch (Throwable e) {
      source.close();
      throw e;
    }
  }

  /**
   * The names of the arrays.
   *
   * @return the names without {@code .npy}, in the order in which they were written
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Reads an array.
   *
   * @param name its name, with or without {@code .npy}
   * @return a new array, each time
   * @throws NoSuchElementException if there is none of this name
   * @throws NpyException if it is not an array, or cannot be trusted
   * @throws UncheckedIOException if the archive cannot be read, or is closed
   */
  public NDArray get(String name) {
    var found = entries.get(name);
    var entry = found == null ? entries.get(bare(name)) : found;
    if (entry == null) {
      throw new NoSuchElementException(what + " has no array '" + name + "'; it has " + String.join(", ", entries.keySet()));
    }
    return Npy.reading("'" + name + "' of " + what, () -> {
      entry.checkExpansion(most);
      try (var channel = ZipReader.open(source, entry)) {
        return Npy.get(channel, entry.size(), true);
      }
    });
  }

  /**
   * Reads all arrays.
   *
   * @return the arrays by their names, in the order in which they were written
   * @throws NpyException if one is not an array, or cannot be trusted
   * @throws UncheckedIOException if the archive cannot be read, or is closed
   */
  public Map<String, NDArray> toMap() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    entries.keySet().forEach(name -> arrays.put(name, get(name)));
    return arrays;
  }

  /** Closes the file; arrays that were read stay. */
  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + what + ": " + e, e);
    }
  }

  @Override
  public String toString() {
    return "Npz of " + what + " with " + String.join(", ", entries.keySet());
  }

  /**
   * Writes arrays to an archive, as NumPy's {@code savez} does. The file appears when all is written.
   *
   * @param file the file; {@code .npz} is not added to its name
   * @param arrays the arrays by their names; {@code .npy} is added to these
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, Map<String, NDArray> arrays) {
    save(file, arrays, false);
  }

  /**
   * Writes arrays to a packed archive, as NumPy's {@code savez_compressed} does. The file appears when all is written.
   *
   * @param file the file; {@code .npz} is not added to its name
   * @param arrays the arrays by their names; {@code .npy} is added to these
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void saveCompressed(Path file, Map<String, NDArray> arrays) {
    save(file, arrays, true);
  }

  private static void save(Path file, Map<String, NDArray> arrays, boolean deflate) {
    checkNames(arrays);
    try {
      FreshFile.write(file, channel -> write(channel, channel.size() == 0 && isSeekable(channel) ? channel : null, arrays, deflate));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + arrays.size() + " arrays to " + file + ": " + e, e);
    }
  }

  private static boolean isSeekable(FileChannel channel) {
    try {
      return channel.position() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes arrays to a stream, as an archive.
   *
   * @param stream the stream; it stays open
   * @param arrays the arrays by their names; {@code .npy} is added to these
   * @param deflate whether they are packed
   * @throws IllegalArgumentException if a name is absolute or leads upwards
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(OutputStream stream, Map<String, NDArray> arrays, boolean deflate) {
    checkNames(arrays);
    try {
      write(Channels.newChannel(stream), null, arrays, deflate);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + arrays.size() + " arrays: " + e, e);
    }
  }

  private static void checkNames(Map<String, NDArray> arrays) {
    arrays.keySet().forEach(name -> ZipNames.check(name + SUFFIX));
  }

  private static void write(WritableByteChannel channel, FileChannel again, Map<String, NDArray> arrays, boolean deflate) throws IOException {
    var zip = new ZipWriter(channel, again);
    for (var array : arrays.entrySet()) {
      zip.add(array.getKey() + SUFFIX, deflate, entry -> Npy.put(entry, array.getValue()));
    }
    zip.finish();
  }
}
