package orthant.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes files that appear when all is written: if that fails, an older file of the same name stays as it was. */
final class FreshFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes.
     *
     * @param channel the empty file, or the pipe or device, open for writing
     * @throws IOException if it cannot be written
     */
    void write(FileChannel channel) throws IOException;
  }

  private FreshFile() {}

  static void write(Path file, Content content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A pipe or a device cannot be replaced; a directory fails here.
      try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
        content.write(channel);
      }
      return;
    }
    make(target, fresh -> {
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        content.write(channel);
      }
    });
  }

  /** Makes a file by its name, which must not exist. */
  @FunctionalInterface
  interface Making {
    /**
     * Makes the file.
     *
     * @param fresh its name for now
     * @throws IOException if it cannot be made
     */
    void make(Path fresh) throws IOException;
  }

  static void make(Path file, Making making) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    long random = ThreadLocalRandom.current().nextLong() >>> 1;
    Path fresh = target.resolveSibling("." + target.getFileName() + "." + Long.toString(random, 36) + ".tmp");
    try {
      making.make(fresh);
      replace(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void replace(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
