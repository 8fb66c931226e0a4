package orthant.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import orthant.NDArray;
import orthant.layout.Shapes;

/**
 * Reads and writes arrays as text files, as NumPy's {@code loadtxt}, {@code genfromtxt} and {@code savetxt} do.
 *
 * <p>Texts are read a line at a time; of what is not understood the exception says line and column. Memory grows with the rows that
 * have been read.
 */
public final class Text {
  private static final int BLOCK = 1 << 16;

  /** Endings of compressed files that Java does not read. */
  private static final List<String> UNKNOWN = List.of(".bz2", ".xz", ".lzma", ".zst");

  private Text() {}

  /**
   * Reads numbers in rows and columns.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @param options what is between the numbers, and which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the file cannot be read
   */
  public static NDArray loadtxt(Path file, TextOptions options) {
    return read(file, options, false);
  }

  /**
   * Reads numbers in rows and columns.
   *
   * @param stream the text; it is read to the end, unless fewer rows are asked for, and not closed
   * @param options what is between the numbers, and which are read
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static NDArray loadtxt(InputStream stream, TextOptions options) {
    return read(stream, "a stream", options, false);
  }

  /**
   * Reads numbers in rows and columns.
   *
   * @param reader the text; it is read to the end, unless fewer rows are asked for, and not closed
   * @param options what is between the numbers, and which are read; the encoding is not used
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the reader fails
   */
  public static NDArray loadtxt(Reader reader, TextOptions options) {
    return read(new CharacterStream(reader), "a reader", options.encoding(StandardCharsets.UTF_8), false);
  }

  /**
   * Reads numbers in rows and columns.
   *
   * @param lines the lines of the text
   * @param options what is between the numbers, and which are read; the encoding is not used
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   */
  public static NDArray loadtxt(Iterable<String> lines, TextOptions options) {
    return read(new LineStream(lines.iterator()), "lines", options.encoding(StandardCharsets.UTF_8), false);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing.
   *
   * @param file the text; decompressed if its name ends with {@code .gz}
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the file cannot be read
   */
  public static NDArray genfromtxt(Path file, TextOptions options) {
    return read(file, options, true);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing.
   *
   * @param stream the text; it is read to the end, unless fewer rows are asked for, and not closed
   * @param options what is between the numbers, which are read, and what stands for missing ones
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static NDArray genfromtxt(InputStream stream, TextOptions options) {
    return read(stream, "a stream", options, true);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing.
   *
   * @param reader the text; it is read to the end, unless fewer rows are asked for, and not closed
   * @param options what is between the numbers, which are read, and what stands for missing ones; the encoding is not used
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   * @throws UncheckedIOException if the reader fails
   */
  public static NDArray genfromtxt(Reader reader, TextOptions options) {
    return read(new CharacterStream(reader), "a reader", options.encoding(StandardCharsets.UTF_8), true);
  }

  /**
   * Reads numbers in rows and columns of which some may be missing.
   *
   * @param lines the lines of the text
   * @param options what is between the numbers, which are read, and what stands for missing ones; the encoding is not used
   * @return an array with an axis for the rows and one for the columns; those of size 1 are dropped
   * @throws TextException if the text is not what the options say
   */
  public static NDArray genfromtxt(Iterable<String> lines, TextOptions options) {
    return read(new LineStream(lines.iterator()), "lines", options.encoding(StandardCharsets.UTF_8), true);
  }

  /**
   * Writes an array of one or two axes, a line a row. The file appears when all is written: if that fails, an older file of this name
   * stays as it was.
   *
   * @param file the file; compressed if its name ends with {@code .gz}
   * @param a the array; of one axis, a line an element
   * @param format how numbers are written and what is between them
   * @throws IllegalArgumentException if the array has no or more axes, or the format does not go with it
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void savetxt(Path file, NDArray a, TextFormat format) {
    var writer = new TextWriter(a, format);
    try {
      FreshFile.write(file, channel -> {
        var plain = Channels.newOutputStream(channel);
        if (!file.toString().endsWith(".gz")) {
          writer.write(plain);
          return;
        }
        try (var compressed = new GZIPOutputStream(plain, BLOCK)) {
          writer.write(compressed);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(a.shape()) + " to " + file + ": " + e, e);
    }
  }

  /**
   * Writes an array of one or two axes, a line a row.
   *
   * @param stream where it goes; not closed
   * @param a the array; of one axis, a line an element
   * @param format how numbers are written and what is between them
   * @throws IllegalArgumentException if the array has no or more axes, or the format does not go with it
   * @throws UncheckedIOException if the stream fails
   */
  public static void savetxt(OutputStream stream, NDArray a, TextFormat format) {
    try {
      new TextWriter(a, format).write(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array of shape " + Shapes.text(a.shape()) + ": " + e, e);
    }
  }

  private static NDArray read(Path file, TextOptions options, boolean generous) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    if (UNKNOWN.stream().anyMatch(name::endsWith)) {
      throw new IllegalArgumentException(
          "the file " + file + " is compressed in a way that Java does not read; give it as an InputStream, or as .gz");
    }
    try (var plain = Files.newInputStream(file)) {
      return read(name.endsWith(".gz") ? new GZIPInputStream(plain, BLOCK) : plain, file.toString(), options, generous);
    } catch (ZipException | EOFException e) {
      throw new TextException(0, 0, null, "the file " + file + " is not compressed as its name says: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /** All ways lead here. */
  static NDArray read(InputStream stream, String name, TextOptions options, boolean generous) {
    try (var reader = new TextReader(stream, options, generous)) {
      return reader.read();
    } catch (ZipException | EOFException e) {
      throw new TextException(0, 0, null, name + " is not compressed as it says: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + ": " + e, e);
    }
  }

  /** Characters as UTF-8. */
  private abstract static class EncodedStream extends InputStream {
    private byte[] bytes = {};
    private int at;

    /** The next piece, with whole characters; null at the end. */
    abstract String piece() throws IOException;

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      while (at == bytes.length) {
        String piece = piece();
        if (piece == null) {
          return -1;
        }
        bytes = piece.getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, count);
      at += count;
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }

  private static final class CharacterStream extends EncodedStream {
    private final Reader reader;
    private final char[] piece = new char[BLOCK];
    private int kept;

    CharacterStream(Reader reader) {
      this.reader = reader;
    }

    @Override
    String piece() throws IOException {
      int count = reader.read(piece, kept, piece.length - kept);
      if (count < 0) {
        int rest = kept;
        kept = 0;
        return rest == 0 ? null : new String(piece, 0, rest);
      }
      int length = kept + count;
      // The second half of a character may be yet to come.
      kept = length > 0 && Character.isHighSurrogate(piece[length - 1]) ? 1 : 0;
      String text = new String(piece, 0, length - kept);
      piece[0] = kept > 0 ? piece[length - 1] : 0;
      return text;
    }
  }

  private static final class LineStream extends EncodedStream {
    private final Iterator<String> lines;

    LineStream(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    String piece() {
      if (!lines.hasNext()) {
        return null;
      }
      var text = new StringBuilder();
      while (lines.hasNext() && text.length() < BLOCK) {
        String line = lines.next();
        text.append(line).append(line.endsWith("\n") ? "" : "\n");
      }
      return text.toString();
    }
  }
}
