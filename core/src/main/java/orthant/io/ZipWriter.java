package orthant.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip archive as NumPy does: every file in the zip64 form, with the earliest date there is. */
final class ZipWriter {
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int SIZES_FOLLOW = 8;
  private static final int UTF8 = 1 << 11;
  private static final int UNIX = 3 << 8;
  /** Readable and writable by the owner. */
  private static final int MODE = 0600 << 16;
  private static final short FIRST_OF_JANUARY_1980 = 1 << 5 | 1;
  private static final short VERSION = 45;
  private static final int WIDE_BYTES = 20;
  private static final int PIECE = 1 << 16;

  /** Writes the content of one file. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes.
     *
     * @param channel takes the bytes
     * @throws IOException if they cannot be written
     */
    void write(WritableByteChannel channel) throws IOException;
  }

  private record Written(byte[] name, int flags, boolean deflated, int crc, long packed, long size, long start) {}

  private final WritableByteChannel out;
  /** The same if what was written can be written again, else null: then the sizes follow the bytes. */
  private final FileChannel again;
  private final List<Written> files = new ArrayList<>();
  private long position;

  ZipWriter(WritableByteChannel out, FileChannel again) {
    this.out = out;
    this.again = again;
  }

  private void write(ByteBuffer bytes) throws IOException {
    position += bytes.remaining();
    Elements.writeAll(out, bytes);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  void add(String name, boolean deflate, Content content) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int flags = (bytes.length > name.length() ? UTF8 : 0) | (again == null ? SIZES_FOLLOW : 0);
    var file = new Written(bytes, flags, deflate, 0, 0, 0, position);
    write(header(file));
    var packer = new Packer(deflate);
    long from = position;
    try {
      content.write(packer);
      packer.finish();
    } finally {
      packer.close();
    }
    file = new Written(bytes, flags, deflate, (int) packer.crc.getValue(), position - from, packer.size, file.start);
    files.add(file);
    if (again == null) {
      write(buffer(24).putInt(DESCRIPTOR).putInt(file.crc).putLong(file.packed).putLong(file.size).flip());
    } else {
      var header = header(file);
      for (long at = file.start; header.hasRemaining();) {
        at += again.write(header, at);
      }
    }
  }

  private static ByteBuffer header(Written file) {
    return buffer(ZipReader.FILE_BYTES + file.name.length + WIDE_BYTES).putInt(ZipReader.FILE).putShort(VERSION).put(facts(file))
        .putInt(ZipReader.SENTINEL).putInt(ZipReader.SENTINEL).putShort((short) file.name.length).putShort((short) WIDE_BYTES).put(file.name)
        .putShort((short) 1).putShort((short) (WIDE_BYTES - 4)).putLong(file.size).putLong(file.packed).flip();
  }

  /** What a file's header and the directory have in common. */
  private static ByteBuffer facts(Written file) {
    return buffer(12).putShort((short) file.flags).putShort((short) (file.deflated ? ZipEntry.DEFLATED : ZipEntry.STORED)).putShort((short) 0)
        .putShort(FIRST_OF_JANUARY_1980).putInt(file.crc).flip();
  }

  /** Writes the directory. */
  void finish() throws IOException {
    long from = position;
    for (var file : files) {
      boolean wideSize = !isNarrow(file.size) || !isNarrow(file.packed);
      var wide = buffer(28).putShort((short) 1).putShort((short) 0);
      if (wideSize) {
        wide.putLong(file.size).putLong(file.packed);
      }
      if (!isNarrow(file.start)) {
        wide.putLong(file.start);
      }
      wide.putShort(2, (short) (wide.position() - 4)).flip();
      if (wide.limit() == 4) {
        wide.limit(0);
      }
      write(buffer(ZipReader.DIRECTORY_BYTES + file.name.length + wide.limit()).putInt(ZipReader.DIRECTORY).putShort((short) (UNIX | VERSION))
          .putShort(VERSION).put(facts(file)).putInt(wideSize ? ZipReader.SENTINEL : (int) file.packed)
          .putInt(wideSize ? ZipReader.SENTINEL : (int) file.size).putShort((short) file.name.length).putShort((short) wide.limit())
          .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(MODE)
          .putInt(isNarrow(file.start) ? (int) file.start : ZipReader.SENTINEL).put(file.name).put(wide).flip());
    }
    end(from, position - from, files.size());
  }

  private void end(long from, long bytes, int count) throws IOException {
    boolean wide = count >= 0xffff || !isNarrow(from) || !isNarrow(bytes);
    if (wide) {
      long at = position;
      write(buffer(ZipReader.END64_BYTES + ZipReader.LOCATOR64_BYTES).putInt(ZipReader.END64).putLong(ZipReader.END64_BYTES - 12)
          .putShort(VERSION).putShort(VERSION).putInt(0).putInt(0).putLong(count).putLong(count).putLong(bytes).putLong(from)
          .putInt(ZipReader.LOCATOR64).putInt(0).putLong(at).putInt(1).flip());
    }
    short narrowCount = (short) Math.min(count, 0xffff);
    write(buffer(ZipReader.END_BYTES).putInt(ZipReader.END).putInt(0).putShort(narrowCount).putShort(narrowCount)
        .putInt(wide ? ZipReader.SENTINEL : (int) bytes).putInt(wide ? ZipReader.SENTINEL : (int) from).putShort((short) 0).flip());
  }

  /** Whether a value needs no zip64 form; Python's limit is the same. */
  private static boolean isNarrow(long value) {
    return value <= Integer.MAX_VALUE;
  }

  /** Takes the bytes of one file, counts, sums and packs them. */
  private final class Packer implements WritableByteChannel {
    final CRC32 crc = new CRC32();
    private final Deflater deflater;
    private final ByteBuffer packed = ByteBuffer.allocate(PIECE);
    long size;

    Packer(boolean deflate) {
      deflater = deflate ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : null;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int count = bytes.remaining();
      crc.update(bytes.duplicate());
      size += count;
      if (deflater == null) {
        ZipWriter.this.write(bytes);
      } else {
        deflater.setInput(bytes);
        while (!deflater.needsInput()) {
          deflate();
        }
      }
      return count;
    }

    void finish() throws IOException {
      if (deflater != null) {
        deflater.finish();
        while (!deflater.finished()) {
          deflate();
        }
      }
    }

    private void deflate() throws IOException {
      deflater.deflate(packed.clear());
      ZipWriter.this.write(packed.flip());
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      if (deflater != null) {
        deflater.end();
      }
    }
  }
}
