package orthant.io;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** An input stream as a channel: takes no more bytes from it than are asked for, in larger pieces than {@code Channels} does. */
final class StreamChannel implements ReadableByteChannel {
  private final InputStream stream;
  private byte[] piece = new byte[256];

  private StreamChannel(InputStream stream) {
    this.stream = stream;
  }

  static ReadableByteChannel of(InputStream stream) {
    // A file's own channel knows how long the file is.
    return stream.getClass() == FileInputStream.class ? ((FileInputStream) stream).getChannel() : new StreamChannel(stream);
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    if (to.remaining() > piece.length) {
      piece = new byte[Math.min(to.remaining(), 1 << 16)];
    }
    int count = stream.read(piece, 0, Math.min(to.remaining(), piece.length));
    if (count > 0) {
      to.put(piece, 0, count);
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
