package orthant.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;

/** Reads any bytes as an {@code .npy} file, once as a file of known size and once as a stream. */
public final class NpyFuzz {
  private NpyFuzz() {}

  /** Called by the fuzzer; anything thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    FuzzLimits.check(data.length, () -> {
      try {
        var array = Npy.reading("a file", () -> Npy.get(Channels.newChannel(new ByteArrayInputStream(data)), data.length, false));
        FuzzLimits.use(array);
      } catch (NpyException e) {
        // What the oracle allows.
      }
      try {
        FuzzLimits.use(Npy.read(new ByteArrayInputStream(data)));
      } catch (NpyException e) {
        // What the oracle allows.
      }
    });
  }
}
