package orthant.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads one file of an archive, unpacks it, and checks at its end that it was what the directory says. */
final class ZipEntryChannel implements ReadableByteChannel {
  private static final int PIECE = 1 << 16;

  private final Source source;
  private final ZipEntry entry;
  private final CRC32 crc = new CRC32();
  private final Inflater inflater;
  private final ByteBuffer packed;
  /** Where the next bytes of the archive are, and how many are left. */
  private long at;
  private long left;
  /** How many bytes have been given out. */
  private long given;

  ZipEntryChannel(Source source, ZipEntry entry, long at) {
    this.source = source;
    this.entry = entry;
    this.at = at;
    this.left = entry.packed();
    this.inflater = entry.deflated() ? new Inflater(true) : null;
    this.packed = entry.deflated() ? ByteBuffer.allocate((int) Math.min(PIECE, entry.packed())) : null;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    if (given == entry.size()) {
      return -1;
    }
    int end = to.limit();
    int from = to.position();
    to.limit((int) Math.min(end, from + entry.size() - given));
    int count = entry.deflated() ? inflate(to) : copy(to);
    var fresh = to.duplicate().position(from).limit(from + count);
    crc.update(fresh);
    to.limit(end);
    given += count;
    if (given == entry.size()) {
      checkEnd();
    }
    return count;
  }

  private int copy(ByteBuffer to) throws IOException {
    int count = source.readSome(at, to);
    if (count <= 0) {
      throw new NpyException(entry.name() + " ends after " + given + " of " + entry.size() + " bytes");
    }
    at += count;
    left -= count;
    return count;
  }

  private int inflate(ByteBuffer to) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(to);
        if (count > 0) {
          return count;
        }
        if (!inflater.needsInput() || !more()) {
          throw new NpyException(entry.name() + " unpacks to " + given + " bytes, but claims to have " + entry.size());
        }
      }
    } catch (DataFormatException e) {
      throw broken(e);
    }
  }

  private NpyException broken(DataFormatException e) {
    return new NpyException(entry.name() + " cannot be unpacked after " + given + " bytes: " + e.getMessage());
  }

  private boolean more() throws IOException {
    if (left == 0) {
      return false;
    }
    packed.clear().limit((int) Math.min(packed.capacity(), left));
    source.read(at, packed);
    at += packed.limit();
    left -= packed.limit();
    inflater.setInput(packed.flip());
    return true;
  }

  /** An empty file is never read, so that its sum is checked by whoever opens it. */
  private void checkEnd() throws IOException {
    if (entry.deflated()) {
      var none = ByteBuffer.allocate(1);
      try {
        while (!inflater.finished()) {
          if (inflater.inflate(none) > 0 || inflater.needsInput() && !inflater.finished() && !more() || inflater.needsDictionary()) {
            throw new NpyException(entry.name() + " does not end after the " + entry.size() + " bytes that it claims to have");
          }
        }
      } catch (DataFormatException e) {
        throw broken(e);
      }
      if (left > 0 || inflater.getRemaining() > 0) {
        throw new NpyException(entry.name() + " claims to take more bytes in the archive than it does");
      }
    }
    if ((int) crc.getValue() != entry.crc()) {
      throw new NpyException(entry.name() + " has the check sum " + Integer.toHexString((int) crc.getValue()) + "; it must be "
          + Integer.toHexString(entry.crc()));
    }
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }
}
