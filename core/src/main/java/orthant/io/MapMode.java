package orthant.io;

import java.nio.channels.FileChannel;

/** What writes to an array over a mapped file do. */
public enum MapMode {
  /** They are refused; NumPy's mode {@code r}. */
  READ_ONLY(FileChannel.MapMode.READ_ONLY),
  /** They change the array and never the file; NumPy's mode {@code c}. */
  COPY_ON_WRITE(FileChannel.MapMode.PRIVATE),
  /** They change the file; NumPy's mode {@code r+}. */
  READ_WRITE(FileChannel.MapMode.READ_WRITE);

  final FileChannel.MapMode channelMode;

  MapMode(FileChannel.MapMode channelMode) {
    this.channelMode = channelMode;
  }
}
