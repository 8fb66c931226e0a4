package orthant.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any place, by several threads at once. */
interface Source extends Closeable {
  /** How many bytes there are. */
  long size() throws IOException;

  /** Reads some bytes, at least one, from a place before the end into a buffer. */
  int readSome(long at, ByteBuffer to) throws IOException;

  /** Fills a buffer. */
  default void read(long at, ByteBuffer to) throws IOException {
    long next = at;
    while (to.hasRemaining()) {
      int count = readSome(next, to);
      if (count <= 0) {
        throw new EOFException("it ends at byte " + next + " where " + to.remaining() + " more must follow");
      }
      next += count;
    }
  }

  static Source of(FileChannel file) {
    return new Source() {
      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public int readSome(long at, ByteBuffer to) throws IOException {
        return file.read(to, at);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  static Source of(byte[] bytes) {
    return new Source() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public int readSome(long at, ByteBuffer to) {
        int count = (int) Math.min(to.remaining(), bytes.length - at);
        to.put(bytes, (int) at, count);
        return count;
      }

      @Override
      public void close() {}
    };
  }
}
