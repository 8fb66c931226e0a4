package orthant.io;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import orthant.DType;

/** Reads any bytes as text with {@code loadtxt} and {@code genfromtxt}; the first byte chooses among options. */
public final class TextFuzz {
  private TextFuzz() {}

  /** Called by the fuzzer; anything thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int choice = data[0];
    var options = TextOptions.DEFAULT.dtype(DType.values()[(choice & 7) % DType.values().length]);
    options = (choice & 8) != 0 ? options.delimiter(",") : options;
    options = (choice & 32) != 0 ? options.skipRows(1).maxRows(3) : options;
    options = (choice & 64) != 0 ? options.ndmin(2).unpack(true) : options;
    byte[] text = Arrays.copyOfRange(data, 1, data.length);
    var plain = options;
    // Only loadtxt knows quotes.
    var chosen = (choice & 16) != 0 ? options.quote('"') : options;
    FuzzLimits.check(data.length, () -> {
      try {
        FuzzLimits.use(Text.loadtxt(new ByteArrayInputStream(text), chosen));
      } catch (TextException e) {
        // What the oracle allows.
      }
      try {
        FuzzLimits.use(Text.genfromtxt(new ByteArrayInputStream(text), plain.missing("NA").filling(-1)));
      } catch (TextException e) {
        // What the oracle allows.
      }
    });
  }
}
