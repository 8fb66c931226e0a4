package orthant.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the files in a zip archive and reads them, with mistrust: every size, place and name is checked before use.
 *
 * <p>Stricter than most readers: nothing may lie between the directory and the end, files may not overlap, and names are
 * refused that would lead out of a folder, although nothing is ever extracted. Source: PKWARE APPNOTE 6.3.10.
 */
final class ZipReader {
  static final int FILE = 0x04034b50;
  static final int DIRECTORY = 0x02014b50;
  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int LOCATOR64 = 0x07064b50;
  static final int FILE_BYTES = 30;
  static final int DIRECTORY_BYTES = 46;
  static final int END_BYTES = 22;
  static final int END64_BYTES = 56;
  static final int LOCATOR64_BYTES = 20;
  static final int SENTINEL = 0xffffffff;
  static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

  private static final long NONE = 0xffffffffL;

  /** The directory is held in memory, its entries as Java objects: this many bytes are 100 000 arrays and more. */
  private static final int LONGEST_DIRECTORY = 8 << 20;

  private ZipReader() {}

  /** Where the directory lies. */
  private record Place(long from, long bytes, long count) {}

  /** Reads the directory. */
  static List<ZipEntry> entries(Source source) throws IOException {
    var place = find(source);
    var directory = read(source, place.from, (int) place.bytes);
    List<ZipEntry> entries = new ArrayList<>();
    while (directory.hasRemaining()) {
      entries.add(entry(directory, place.from));
    }
    if (entries.size() != place.count) {
      throw new NpyException("the archive's directory has " + entries.size() + " entries, but its end claims " + place.count
          + "; both must be the same");
    }
    return apart(entries, place.from);
  }

  private static ByteBuffer read(Source source, long at, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    source.read(at, buffer);
    return buffer.flip();
  }

  private static Place find(Source source) throws IOException {
    long size = source.size();
    int tail = (int) Math.min(size, END_BYTES + 0xffff);
    var last = read(source, size - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (last.getInt(at) == END && at + END_BYTES + (last.getShort(at + 20) & 0xffff) == tail) {
        return place(source, last.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN), size - tail + at);
      }
    }
    throw new NpyException("it has " + size + " bytes, without a zip archive's directory at their end; it is none, or is cut short");
  }

  private static Place place(Source source, ByteBuffer end, long at) throws IOException {
    long count = end.getShort(10) & 0xffff;
    long bytes = end.getInt(12) & NONE;
    long from = end.getInt(16) & NONE;
    boolean parts = end.getShort(4) != 0 && end.getShort(4) != -1;
    long directoryEnd = at;
    if (count == 0xffff || bytes == NONE || from == NONE) {
      directoryEnd = end64(source, at);
      var end64 = read(source, directoryEnd, END64_BYTES);
      parts |= end64.getInt(16) != 0 || end64.getInt(20) != 0;
      count = end64.getLong(32);
      bytes = end64.getLong(40);
      from = end64.getLong(48);
    }
    if (parts) {
      throw new NpyException("the archive is one part of several; it must be whole");
    }
    if (from < 0 || bytes < 0 || from > directoryEnd || bytes != directoryEnd - from || bytes > LONGEST_DIRECTORY) {
      throw new NpyException("the archive's directory claims to have " + bytes + " bytes from byte " + from + " on; it must end at byte "
          + directoryEnd + ", and have at most " + LONGEST_DIRECTORY);
    }
    return new Place(from, bytes, count);
  }

  private static long end64(Source source, long end) throws IOException {
    if (end >= LOCATOR64_BYTES + END64_BYTES) {
      var locator = read(source, end - LOCATOR64_BYTES, LOCATOR64_BYTES);
      long at = locator.getLong(8);
      if (locator.getInt(0) == LOCATOR64 && at >= 0 && at <= end - LOCATOR64_BYTES - END64_BYTES) {
        var record = read(source, at, 12);
        if (record.getInt(0) == END64 && record.getLong(4) == end - LOCATOR64_BYTES - at - 12) {
          return at;
        }
      }
    }
    throw new NpyException("the archive's end refers to a directory of the zip64 form, which is not where it must be");
  }

  private static ZipEntry entry(ByteBuffer directory, long directoryStart) throws IOException {
    int at = directory.position();
    if (directory.remaining() < DIRECTORY_BYTES || directory.getInt(at) != DIRECTORY) {
      throw new NpyException("the archive's directory is broken at its byte " + at + ": it must have "
          + DIRECTORY_BYTES + " bytes that begin with a signature");
    }
    int flags = directory.getShort(at + 8);
    int method = directory.getShort(at + 10) & 0xffff;
    int nameBytes = directory.getShort(at + 28) & 0xffff;
    int extraBytes = directory.getShort(at + 30) & 0xffff;
    int more = nameBytes + extraBytes + (directory.getShort(at + 32) & 0xffff);
    if (directory.remaining() - DIRECTORY_BYTES < more) {
      throw new NpyException("the archive's directory is cut short at its byte " + at);
    }
    String name = ZipNames.check(name(directory.slice(at + DIRECTORY_BYTES, nameBytes)));
    if ((flags & ENCRYPTED) != 0) {
      throw new NpyException(name + " is encrypted; it must not be");
    }
    if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
      throw new NpyException(name + " is packed with method " + method + "; it must be 0 (stored) or 8 (deflated)");
    }
    long packed = directory.getInt(at + 20) & NONE;
    long size = directory.getInt(at + 24) & NONE;
    long start = directory.getInt(at + 42) & NONE;
    var extra = wide(directory.slice(at + DIRECTORY_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN));
    size = size == NONE ? next(extra, name) : size;
    packed = packed == NONE ? next(extra, name) : packed;
    start = start == NONE ? next(extra, name) : start;
    if (start > directoryStart || packed > directoryStart) {
      throw new NpyException(name + " claims to have " + packed + " bytes after byte " + start + "; it must end before the directory at byte "
          + directoryStart);
    }
    directory.position(at + DIRECTORY_BYTES + more);
    return new ZipEntry(name, method == ZipEntry.DEFLATED, packed, size, directory.getInt(at + 16), start, directoryStart).checkSizes();
  }

  private static String name(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new NpyException("the archive has a name that is not UTF-8: " + StandardCharsets.ISO_8859_1.decode(bytes.rewind()));
    }
  }

  /** The values of the zip64 form, of which there is one for each that is not in its usual place. */
  private static ByteBuffer wide(ByteBuffer extra) {
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xffff;
      int bytes = extra.getShort() & 0xffff;
      if (bytes > extra.remaining()) {
        break;
      }
      if (id == 1) {
        return extra.slice(extra.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
      }
      extra.position(extra.position() + bytes);
    }
    return ByteBuffer.allocate(0);
  }

  private static long next(ByteBuffer wide, String name) {
    long value = wide.remaining() >= 8 ? wide.getLong() : -1;
    if (value < 0) {
      throw new NpyException(name + " has no sizes of the zip64 form, to which the directory refers");
    }
    return value;
  }

  /** The entries in their order, each with its end; files that share bytes are the trick of the worst bombs. */
  private static List<ZipEntry> apart(List<ZipEntry> entries, long directoryStart) {
    var placed = new ArrayList<>(entries);
    placed.sort(Comparator.comparingLong(ZipEntry::start).reversed());
    long end = directoryStart;
    for (int i = 0; i < placed.size(); i++) {
      var e = placed.get(i);
      // The name takes at least as many bytes as it has characters.
      if (e.start() + FILE_BYTES + e.name().length() + e.packed() > end) {
        throw new NpyException(e.name() + " claims to have " + e.packed() + " bytes after byte " + e.start()
            + ", but the next file or the directory begins at byte " + end);
      }
      placed.set(i, new ZipEntry(e.name(), e.deflated(), e.packed(), e.size(), e.crc(), e.start(), end));
      end = e.start();
    }
    return placed.reversed();
  }

  /** The bytes of a file; the channel throws if they are not what the directory says. */
  static ReadableByteChannel open(Source source, ZipEntry entry) throws IOException {
    var header = read(source, entry.start(), FILE_BYTES);
    int nameBytes = header.getShort(26) & 0xffff;
    long data = entry.start() + FILE_BYTES + nameBytes + (header.getShort(28) & 0xffff);
    boolean later = (header.getShort(6) & 8) != 0;
    boolean same = header.getInt(0) == FILE && (header.getShort(8) == ZipEntry.DEFLATED) == entry.deflated()
        && (later || agrees(header.getInt(18), entry.packed()) && agrees(header.getInt(22), entry.size()))
        && data <= entry.end() - entry.packed() && name(read(source, entry.start() + FILE_BYTES, nameBytes)).equals(entry.name());
    if (!same) {
      throw new NpyException("the header of " + entry.name() + " at byte " + entry.start() + " does not agree with the directory");
    }
    return new ZipEntryChannel(source, entry, data);
  }

  private static boolean agrees(int stated, long value) {
    return stated == SENTINEL || (stated & NONE) == value;
  }
}
