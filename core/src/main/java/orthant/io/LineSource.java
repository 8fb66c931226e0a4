package orthant.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a text as bytes, one after the other in one buffer. A line ends with {@code \n}, {@code \r} or both. */
final class LineSource {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** The longest line: a compressed file of a few bytes can hold a line of any length. */
  static final int LONGEST = 1 << 25;

  private final InputStream stream;
  private final Charset charset;
  private final boolean spaces;

  /** The buffer; the current line stands between from and to. */
  byte[] bytes = new byte[1 << 17];

  int from;
  int to;

  /** The number of the current line, 1 for the first. */
  long number;

  /** Where what is not read yet begins, and where the buffer's content ends. */
  private int next;

  private int end;
  private boolean afterReturn;

  /**
   * The lines of a stream.
   *
   * @param spaces whether white space outside of ASCII becomes a space
   */
  LineSource(InputStream stream, Charset charset, boolean spaces) {
    this.stream = stream;
    this.charset = charset;
    this.spaces = spaces;
  }

  /** Goes on to the next line; false at the end of the text. */
  boolean next() throws IOException {
    int scanned = next;
    long seen = 0;
    while (true) {
      while (scanned + 8 <= end) {
        long word = (long) LONGS.get(bytes, scanned);
        long feed = word ^ 0x0a * ONES;
        long back = word ^ 0x0d * ONES;
        long found = (feed - ONES & ~feed | back - ONES & ~back) & HIGH_BITS;
        seen |= word;
        if (found != 0) {
          scanned += Long.numberOfTrailingZeros(found) >>> 3;
          break;
        }
        scanned += 8;
      }
      while (scanned < end && bytes[scanned] != '\n' && bytes[scanned] != '\r') {
        seen |= bytes[scanned++];
      }
      if (scanned < end) {
        if (afterReturn && scanned == next && bytes[scanned] == '\n') {
          // The second half of the last line's end.
          afterReturn = false;
          next = ++scanned;
          continue;
        }
        afterReturn = bytes[scanned] == '\r';
        set(scanned, scanned + 1, seen);
        return true;
      }
      int length = scanned - next;
      if (!fill()) {
        if (length == 0) {
          return false;
        }
        set(end, end, seen);
        return true;
      }
      scanned = next + length;
    }
  }

  private void set(int lineEnd, int nextLine, long seen) {
    from = next;
    to = lineEnd;
    next = nextLine;
    number++;
    if ((seen & HIGH_BITS) != 0) {
      if (number == 1 && charset == StandardCharsets.UTF_8 && to - from >= 3 && bytes[from] == -17 && bytes[from + 1] == -69
          && bytes[from + 2] == -65) {
        // Some programs mark UTF-8 by these three bytes.
        from += 3;
      }
      String text = text(from, to);
      if (spaces && text.chars().anyMatch(LineSource::isForeignSpace)) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
          if (isForeignSpace(plain.charAt(i))) {
            plain.setCharAt(i, ' ');
          }
        }
        // The line becomes shorter, if anything.
        byte[] line = plain.toString().getBytes(charset);
        System.arraycopy(line, 0, bytes, from, line.length);
        to = from + line.length;
      }
    }
  }

  private static boolean isForeignSpace(int c) {
    return c > 0x7f && (Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85);
  }

  private boolean fill() throws IOException {
    if (next > 0) {
      System.arraycopy(bytes, next, bytes, 0, end - next);
      end -= next;
      next = 0;
    }
    if (end == bytes.length) {
      if (end >= LONGEST) {
        throw new TextException(number + 1, 0, null, "is longer than " + LONGEST + " bytes; lines may have at most so many");
      }
      bytes = Arrays.copyOf(bytes, 2 * end);
    }
    int count = stream.read(bytes, end, bytes.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  /** Some bytes of the current line as a string. */
  String text(int start, int stop) {
    try {
      return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, stop - start)).toString();
    } catch (CharacterCodingException e) {
      throw new TextException(number, 0, new String(bytes, start, Math.min(stop - start, 1000), StandardCharsets.ISO_8859_1),
          "has bytes that are not " + charset + "; name the text's encoding");
    }
  }
}
