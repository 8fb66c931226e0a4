package orthant.io;

import java.io.ByteArrayInputStream;

/** Reads any bytes as an {@code .npz} archive, with all its arrays. */
public final class NpzFuzz {
  private NpzFuzz() {}

  /** Called by the fuzzer; anything thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzLimits.check(data.length, () -> {
      try {
        var npz = Npz.read(new ByteArrayInputStream(data));
        for (String name : npz.names()) {
          try {
            FuzzLimits.use(npz.get(name));
          } catch (NpyException e) {
            // What the oracle allows; the next array may be sound.
          }
        }
      } catch (NpyException e) {
        // What the oracle allows.
      }
    });
  }
}
