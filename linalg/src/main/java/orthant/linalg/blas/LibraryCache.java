package orthant.linalg.blas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Shared libraries out of jars, in a folder that only the user can write to.
 *
 * <p>The folder's name is a hash of the names, sizes and checksums in the jar, so another version gets another folder and
 * nothing is ever overwritten. Files appear by an atomic rename: several processes may start at once, and none sees half a
 * library.
 */
final class LibraryCache {
  private LibraryCache() {}

  /**
   * The folder with copies of some entries of a jar, made if it is not there.
   *
   * @param name the beginning of the folder's name
   * @param jar an open jar
   * @param entries the libraries
   * @return the folder
   * @throws IOException if they cannot be written anywhere
   */
  static Path folder(String name, JarFile jar, List<JarEntry> entries) throws IOException {
    String hash = hash(entries);
    Path folder;
    try {
      folder = privateFolder(base()).resolve(name + "-" + hash);
      privateFolder(folder);
      copy(jar, entries, folder);
    } catch (FileSystemException e) {
      // No home, or it is read-only or someone else's: a folder for this process only.
      folder = Files.createTempDirectory("orthant-" + name + "-");
      folder.toFile().deleteOnExit();
      copy(jar, entries, folder);
      try (var files = Files.list(folder)) {
        files.forEach(f -> f.toFile().deleteOnExit());
      }
    }
    return folder;
  }

  private static void copy(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
    for (var entry : entries) {
      String name = entry.getName();
      var file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == entry.getSize()) {
        continue;
      }
      var part = Files.createTempFile(folder, "part", ".tmp");
      try (var in = jar.getInputStream(entry)) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  private static String hash(List<JarEntry> entries) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var entry : entries) {
        digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(16).putLong(entry.getSize()).putLong(entry.getCrc()).flip());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The property {@code orthant.cache}, or where the system keeps a user's caches. */
  private static Path base() {
    String own = System.getProperty("orthant.cache");
    if (own != null) {
      return Path.of(own);
    }
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var home = Path.of(System.getProperty("user.home"));
    if (os.startsWith("windows") && System.getenv("LOCALAPPDATA") != null) {
      return Path.of(System.getenv("LOCALAPPDATA"), "orthant");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library/Caches/orthant");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("orthant");
  }

  /** Creates a folder that only the user can write to, or insists that an existing one is such: code is loaded from it. */
  private static Path privateFolder(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    var attributes = posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
        : new FileAttribute<?>[0];
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    try {
      Files.createDirectory(folder, attributes);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    if (posix) {
      var permissions = Files.getPosixFilePermissions(folder);
      boolean othersWrite = Stream.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE).anyMatch(permissions::contains);
      String user = System.getProperty("user.name");
      String owner = Files.getOwner(folder).getName();
      if (othersWrite || !owner.equals(user) && !owner.equals(newcomer(folder))) {
        throw new FileSystemException(folder.toString(), null, "is writable by others or belongs to " + owner + ", not to " + user);
      }
    }
    return folder;
  }

  /** Who owns a file that we make: in a container the user may have no name. */
  private static String newcomer(Path folder) throws IOException {
    var file = Files.createTempFile(folder, "owner", ".tmp");
    try {
      return Files.getOwner(file).getName();
    } finally {
      Files.delete(file);
    }
  }
}
